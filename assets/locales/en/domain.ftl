# domain

## when
when-empty = When? Try “tomorrow”, “fri 15:00”, “+2w” or “2026-12-01”.
when-unknown = “{ $text }” is not a date I know. Try “tomorrow”, “fri 15:00”, “+2w” or “2026-12-01”.
when-no-such-day = The calendar has no “{ $text }”. Check the day and the month.
when-too-far = “{ $text }” is beyond the year 9999. Pick a nearer day.

## config
config-unreadable = { $path } could not be read: { $reason }. Defaults are used.
config-not-utf8 = The line holds bytes that are not UTF-8. Save the file as UTF-8.
config-syntax = Not TOML: { $reason }. The line is passed over.
config-unknown = There is no setting “{ $key }”. It is ignored.
config-unknown-nearest = There is no setting “{ $key }”. Did you mean “{ $nearest }”?
config-type = “{ $key }” wants { $wanted ->
        [text] a text in quotes
        [number] a whole number
        [switch] true or false
        [table] a table
       *[list] a list of texts
    }. The default is used.
config-range = “{ $key }” wants a number from { $least } to { $most }. The default is used.
config-zone = There is no time zone “{ $value }”. Write it like “Asia/Shanghai”; until then the machine's is used.
config-choice = “{ $key }” cannot be “{ $value }”. Choose from { $choices }; the default is used.
config-country = “{ $value }” is not a country code such as CN or DE. The default is used.

## outlet
outlet-write = { $path } could not be written: { $reason }. What was there before is untouched.
# A handle that cannot be read as one of its kind. $text: what was written, $kind: the channel's name.
handle-empty = Nothing is written here yet.
handle-unreadable = “{ $text }” is too long or holds control characters; write the { $kind } handle alone.
handle-email = “{ $text }” is not an e-mail address; it needs a name, an @ and a domain, as in anna@example.com.
handle-email-mixed = “{ $text }” mixes alphabets that look alike, which real addresses do not; type it by hand or ask the customer.
handle-phone = “{ $text }” is not a phone number that can be dialled; begin with + and the country code, or set the customer's country.
handle-phone-there = “{ $text }” cannot be dialled in their country as it stands; begin with + and the country code.
handle-email-or-phone = “{ $text }” is neither an e-mail address nor a phone number; { $kind } knows people by one of them.
handle-length = “{ $text }” cannot be a { $kind } name; such names have { $least } to { $most } characters.
handle-character = “{ $text }” cannot be a { $kind } name: “{ $character }” is not allowed there. Paste the profile's address or the bare name.
handle-url = “{ $text }” is not a web address; write it as in example.com or https://example.com/shop.
handle-no-profile = “{ $text }” is a { $kind } address, but of no person or company; paste the profile's own address.
handle-other-site = “{ $text }” belongs to { $site }, not to { $kind }; choose the channel that fits it.

## authenticity
verdict-real = real
verdict-doubtful = doubtful
verdict-fake = fake
verdict-unknown = not known yet
check-email-syntax = Address
check-email-domain = Mail domain
check-email-typo = Spelling
check-email-site = Mail and web site
check-lookalike = Look-alike
check-phone = Phone
check-phone-country = Phone and country
check-same-handle = Same contact
check-same-text = Same text
check-greeting = Greeting
check-product = Request
check-request = Pattern
check-links = Links
check-history = History
verify-no-email = No e-mail address yet; ask for one at the company's own domain.
verify-address = { $address } is written as addresses are.
verify-not-an-address = “{ $address }” is no e-mail address. Ask for it again before you write.
verify-address-mixed = “{ $address }” mixes letters of different alphabets that look alike. No honest address does.
verify-domain-own = { $domain } is a domain of their own.
verify-domain-named = { $domain } is a domain of their own and carries the company's name.
verify-domain-free = { $domain } is free mail: it says nothing about the company, for or against.
verify-domain-disposable = { $domain } hands out addresses that are thrown away after minutes.
verify-typo = { $domain } looks like { $of }, mistyped. Try the other spelling, or ask.
verify-no-such-ending = No domain ends like { $domain }. Ask for the address again.
verify-site-same = Mail and web site are both at { $site }.
verify-site-sister = Mail at { $domain } and web site { $site } share a name.
verify-site-other = Mail comes from { $domain }, the web site is { $site }. Ask how the two belong together.
verify-site-free = They have the web site { $site } and write from { $domain }. Ask for an address at the site's domain.
verify-mixed = { $domain } mixes letters of different alphabets that look alike.
verify-lookalike-script = { $domain } is written with foreign letters so as to look like { $of }.
verify-lookalike = { $domain } is made to look like { $of }.
verify-lookalike-added = { $domain } borrows the name of { $of } and belongs to somebody else.
verify-phone-valid = { $number } is a number that can be given out.
verify-phone-invalid = { $number } is no number that is given out anywhere. Ask for it again.
verify-phone-fits = The number is one of { $country }, as stated.
verify-phone-elsewhere = The number is one of { $country }; they say they are in { $stated }.
verify-same-handle = { $count ->
        [one] The same address or number belongs to another customer under another name: { $who }.
       *[other] The same address or number belongs to { $count } others under other names: { $who }.
    }
verify-same-text = { $count ->
        [one] Another sender wrote the same text word for word: { $who }.
       *[other] { $count } other senders wrote the same text word for word: { $who }.
    }
verify-generic = A greeting to anybody, and no product named.
verify-no-product = They name no product yet. Ask what they need and how much.
verify-product = They name a product that you know.
verify-quantity = They name a quantity.
verify-specific = They name product and quantity, as buyers do.
verify-ordered = They have ordered before.
verify-answered = { $count ->
        [one] They have answered you once.
       *[other] They have answered you { $count } times.
    }
verify-link-program = A link to { $host } leads to a program. Do not open it.
verify-link-disguised = A link hides where it leads: { $host }. Do not open it.
verify-link-short = A link is shortened by { $host }: where it leads cannot be seen.
verify-link-many = { $count } links in one message.
tell-registration = The registrar's letter: somebody “applied” for your name as a domain or keyword. Nobody did; do not answer.
tell-trademark = The trademark agent's letter: a fee for a mark that nobody attacks.
tell-overpayment = The overpayment trick: a cheque or card for too much, the rest to “my shipper”.
tell-advance-fee = Millions to share, and a fee first.
tell-vendor-fee = A tender that wants a fee from you first.
tell-visa = They ask for an invitation letter for a visa. Check the company before you write one.
tell-samples = They ask for free samples and say little about an order.
tell-phishing = The message wants you to log in somewhere. Do not.
tell-pitch = They want to sell to you: visitors, lists, loans or stands.
tell-everything = They ask for everything at once: the whole catalogue with prices.
tell-credit = They ask for long credit on a first order.

## fit
fit-b2b = business
fit-b2c = end user

## completeness
ask-emergency = An order is open and there is no emergency contact: ask for one before the goods are in port.
ask-any-channel = There is no way to reach them. Ask for one where you met them.
ask-second-channel = { $count ->
        [0] One channel only: ask for a second one.
       *[other] One channel only: ask for a second one, such as { $kinds }.
    }
ask-country = Ask which country they are in: it tells their hours, holidays and messengers.
ask-email = Ask for an e-mail address: quotations and documents go there.
ask-person = Ask whom you are talking to.

## next channel
channel-answers = { $days ->
        [0] { $kind }: { $answered } of { $sent } answered, usually within { $hours ->
            [0] the hour
            [one] one hour
           *[other] { $hours } hours
        }
        [one] { $kind }: { $answered } of { $sent } answered, usually after a day
       *[other] { $kind }: { $answered } of { $sent } answered, usually after { $days } days
    }
channel-heard = { $kind }: they wrote there themselves
channel-ranked = { $kind }: not tried; number { $place } in their country
channel-untried = { $kind }: not tried yet
channel-silent = { $sent ->
        [one] { $kind }: one message, no answer
       *[other] { $kind }: { $sent } messages, no answer
    }
channel-broken = { $kind }: “{ $handle }” does not work
channel-retired = { $kind } was shut down; { $next } followed
channel-gone = { $kind } was shut down

## silence
reason-our-turn = Your turn
reason-never-written = Never written
reason-absence = Away
reason-bounced = Bounced
reason-holiday = Holiday
reason-weekend = Weekend
reason-night = Night
reason-early = Early yet
reason-channel-retired = Channel gone
reason-address-doubtful = Address
reason-channel-never-answered = Channel
reason-missed-hours = Hours
reason-too-many = Too many
reason-unverified = Not verified
reason-unknown = Unknown
why-our-turn = { $days ->
        [0] They spoke last, today: the answer is yours.
        [one] They spoke last, a day ago: the answer is yours.
       *[other] They spoke last, { $days } days ago: the answer is yours.
    }
why-never-written = Nothing has passed between you yet: write first.
why-paused = Paused until { $date }; nothing is asked before
why-paused-note = Paused until { $date }: { $note }
why-absence = They said they are away; back on { $date }: “{ $words }”
why-holiday = { $name } there; days off until { $date }.
why-holiday-estimated = { $name } there, by the moon: days off until about { $date }.
why-holiday-past = { $name } took most of the time since you wrote, until { $date }.
why-weekend = It is the weekend there. The office opens { $day } on their wall.
why-weekend-there = It is the weekend there.
why-night = It is { $time } there, outside their hours.
why-early = { $usual ->
        [0] They usually take { $hours ->
            [one] one hour
           *[other] { $hours } hours
        }: it is early yet.
        [one] They usually take a day: it is early yet.
       *[other] They usually take { $usual } days: it is early yet.
    }
why-just-sent = You wrote less than a day ago: it is early yet.
why-bounced = Mail came back on { $date }: it does not reach them.
why-retired = You wrote by { $kind }, which was shut down. { $next } followed.
why-unreadable = The { $kind } handle “{ $handle }” cannot be read as one: it may not reach anybody.
why-never-answered = { $count ->
        [one] One message by { $kind }, and they never answered there.
       *[other] { $count } messages by { $kind }, and they never answered there.
    }
why-missed-hours = They usually answer between { $from } and { $to } their time; you wrote at { $sent }.
why-too-many = { $count } messages in a fortnight without an answer: one more may drive them away.
why-fake = Everything says that nobody real is there.
why-doubtful = It is doubtful whether they are real.
why-unverified = They never answered, and nobody has checked whether they are real.
why-unknown = { $days ->
        [one] Nothing in the calendar or the history explains one day of silence.
       *[other] Nothing in the calendar or the history explains { $days } days of silence.
    }
action-answer = answer them
action-write = write to them
action-wait = wait, then write
action-switch-channel = try another channel
action-ask-channel = ask for another channel
action-verify = find out first whether they are real
action-nothing = nothing: they are archived
