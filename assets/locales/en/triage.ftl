# Decisions: real or not, why silent, what next.

## steps
op-accept = Take on { $count ->
    [1] { $name }
   *[other] { $count } inquiries
} as tier { $detail }
op-rule-undecided = No verdict any more on { $count ->
    [1] { $name }
   *[other] { $count } customers
}
op-rule-real = Real: { $count ->
    [1] { $name }
   *[other] { $count } customers
}
op-rule-doubtful = Doubtful: { $count ->
    [1] { $name }
   *[other] { $count } customers
}
op-rule-fake = Fake: { $count ->
    [1] { $name }
   *[other] { $count } customers
}
op-rule-not-target = No target: { $count ->
    [1] { $name }
   *[other] { $count } customers
}
op-proceed = Next step with { $name } on { $detail }

## the exporter's own word
ruling-undecided = not decided
ruling-real = real
ruling-doubtful = doubtful
ruling-fake = fake
ruling-not-target = not a target

field-ruling = Your verdict
field-pause = Left in peace until
field-lost-reason = Why lost

## configuration
config-no-word = “{ $key }” has no letters to look for. It is left out.

## commands
group-decide = Decide
cmd-triage = Triage
cmd-triage-about = One key decides each inquiry; one you answered waits for them.
cmd-triage-here = Triage from here
cmd-triage-here-about = Go through the inquiries shown, from this one on.
cmd-why = Why silent?
cmd-why-about = See why the customer does not answer, and what to do.
cmd-why-here = Why silent?
cmd-why-here-about = See why the customer does not answer, and what to do.
cmd-evidence = Real or not?
cmd-evidence-about = See what speaks for and against the customer, and say what it is.
cmd-write = Write from a template
cmd-write-about = Choose a message and a channel; the text is copied, the channel opened, the contact logged.
cmd-reply = Reply
cmd-reply-about = Choose a message and a channel; the text is copied, the channel opened, the contact logged.
cmd-take-on-a = Take on as A
cmd-take-on-a-about = Take the inquiry on as tier A, its first follow-up planned.
cmd-take-on-b = Take on as B
cmd-take-on-b-about = Take the inquiry on as tier B, its first follow-up planned.
cmd-take-on-c = Take on as C
cmd-take-on-c-about = Take the inquiry on as tier C, its first follow-up planned.
cmd-turn-away-fake = Fake
cmd-turn-away-fake-about = Nobody real is there: off every list; undo or another verdict brings it back.
cmd-turn-away-not-target = Not a target
cmd-turn-away-not-target-about = Real, but nobody for what you sell: off every list.
cmd-put-off = Put off
cmd-put-off-about = Choose how long the inquiry can wait; it comes back that day.
cmd-merge-twin = Merge
cmd-merge-twin-about = Merge the inquiry into the customer that it doubles.
cmd-proceed = Apply the step
cmd-proceed-about = Plan or move the follow-up as advised, and turn the main channel.
cmd-rule-real = Real
cmd-rule-real-about = Say that the customer is real.
cmd-rule-doubtful = Doubtful
cmd-rule-doubtful-about = Say that it is doubtful whether the customer is real.
cmd-rule-fake = Fake
cmd-rule-fake-about = Nobody real is there: off every list.
cmd-rule-not-target = Not a target
cmd-rule-not-target-about = Real, but nobody for what you sell: off every list.
cmd-rule-undecided = Take the verdict back
cmd-rule-undecided-about = Leave it open again whether the customer is real.
cmd-turn-language = Language
cmd-turn-language-about = Write the message in another language.

## hints
hint-triage = triage
hint-triage-here = triage
hint-why-here = why silent?
hint-reply = reply
hint-take-on = take on
hint-turn-away-fake = fake
hint-turn-away-not-target = no target
hint-put-off = put off
hint-merge-twin = merge
hint-proceed = apply
hint-rule-real = real
hint-rule-doubtful = doubtful
hint-rule-fake = fake
hint-rule-not-target = no target
hint-rule-undecided = not decided
hint-turn-language = language

## told
told-causes = Why
told-step = Next step
told-channels = Channels, the best first
told-missing = Ask for
told-evidence = Evidence
told-fit-title = Fit
told-twins = Perhaps the same
told-fit = Fit { $score }, { $side }: { $words }
told-fit-none = No word of your fit list.
told-fit-against = Speaks against: { $words }
told-twin = { $name }: { $by }
told-twin-merge = { $key } makes them one
told-twins-more = and { $n } more
twin-handle = also { $handle }
twin-name = the same name
twin-text = the same text word for word
told-not-silent = They owe you no answer.
told-silent = Silent for { $days ->
    [one] one day
   *[other] { $days } days
}; they never answered before.
told-silent-usual = Silent for { $days ->
    [one] one day
   *[other] { $days } days
}; they usually take { $usual ->
    [one] one day
   *[other] { $usual } days
}.
told-silent-hours = Silent for { $days ->
    [one] one day
   *[other] { $days } days
}; they usually take { $hours ->
    [one] one hour
   *[other] { $hours } hours
}.
told-until = (until { $at } your time)
told-step-at = { $what }, { $at }
told-step-by = { $what } by { $kind }
told-now = now
told-ask = Worth asking for: { $kinds }
told-proposal-theirs = { $theirs } there, { $yours } yours
told-proposal-plan = { $key } plans it: { $on }.
told-proposal-move = { $key } moves the follow-up to { $on }.
told-proposal-plan-switch = { $key } plans it for { $on } and makes that channel the main one.
told-proposal-move-switch = { $key } moves the follow-up to { $on } and makes that channel the main one.
verdict-yours = { $verdict } (your word)
purpose-email = details and quotations
purpose-phone = urgent things
purpose-messenger = quick questions
note-ask = Ask for { $kind }
note-ask-any = Ask for another channel
note-switch = Try { $kind }
card-silent = { $days ->
    [one] silent for a day
   *[other] silent for { $days } days
}
column-cause = Cause
column-why = Why

## layers
why-title = Why silent?
evidence-title = Real or not?
evidence-none = Nothing is known for or against them yet.
reply-title = Message
reply-text = Text
reply-no-channel = no channel: the text is only copied
reply-about = { $key } copies the text, opens the channel and logs it
reply-no-me = Your name is missing: set [me] in the configuration
triage-title = Triage
triage-left = { $left } of { $all } left
triage-at = { $at } / { $all }
triage-together = { $n ->
    [one] one marked
   *[other] { $n } marked: one key for all
}
triage-there = There they use { $kinds }
triage-message = Message
triage-no-message = No message was kept.
triage-gone = This customer is gone.
triage-done = { $n ->
    [one] The inquiry is decided.
   *[other] All { $n } inquiries are decided.
}
triage-done-next = { $undo } takes the last decision back, { $close } closes
decided-accepted = taken on as { $tier }
decided-fake = fake
decided-not-target = not a target
decided-snoozed = put off
decided-merged = merged
decided-replied = answered

why-no-inquiries = No inquiry waits. Import some (i), or write one down (n).
why-inquiries-planned = { $count ->
    [one] The one inquiry is answered, or waits for its day.
   *[other] All { $count } inquiries are answered, or wait for their day.
}
why-no-twin = Nobody else has the same handle, name or text.
why-no-step = There is nothing to do.
list-empty-inquiries = No inquiry waits
list-empty-waiting = Nobody owes you an answer

## online
check-mail-server = Mail server
check-web-site = Web site
check-certificate = Certificate
check-site-name = Name on the site
verify-mx = { $domain } takes mail.
verify-no-mx = { $domain } takes no mail: no server is named for it.
verify-no-domain = There is no domain { $domain }.
verify-dns-silent = Nobody said whether { $domain } takes mail. Try again later.
verify-nothing-online = There is no domain of their own that could be asked.
verify-site-answers = { $site } answers.
verify-site-nowhere = { $site } leads nowhere: there is no such web site.
verify-site-private = { $site } leads into a private network. Nobody was contacted.
verify-site-silent = { $site } did not answer.
verify-site-astray = { $site } sends its visitors on without end, or where no web site is.
verify-site-moves = { $site } leads to { $host }.
verify-cert-right = { $site } shows a valid certificate.
verify-cert-expired = The certificate of { $site } has expired.
verify-cert-other = The certificate of { $site } is made out to somebody else.
verify-cert-unknown = Nobody known vouches for the certificate of { $site }.
verify-site-named = { $site } bears their name.
verify-site-unnamed = Their name is not on the first page of { $site }.
verify-site-for-sale = { $site } only offers its own domain for sale.
cmd-check-online = Ask the network
cmd-check-online-about = Ask whether the domain takes mail, the web site answers and bears their name. Nothing is asked unasked.
hint-check-online = ask the network
evidence-asking = Asking the network …
evidence-online = The network was asked { $at }.
note-online = Network asked { $date }: { $found }
why-asking = The network is being asked already.
