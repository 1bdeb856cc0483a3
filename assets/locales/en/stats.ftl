# Statistics: what was kept, who answers, the funnel.

## commands
cmd-statistics = Statistics
cmd-statistics-about = See follow-ups kept and missed, who answers and when, and the funnel.
cmd-next-page = Next page
cmd-next-page-about = Show the next page of the statistics.
cmd-previous-page = Page before
cmd-previous-page-about = Show the page before.

## configuration
config-stage = “{ $value }” is no stage: a-z, 0-9 and -, at most 15. It is left out.
config-stage-twice = “{ $value }” is in the list twice. It stands where it is first.
config-stage-name-twice = “{ $value }” is the name of another stage already. It is left out.
config-stage-lost = “lost” cannot be hidden: lost customers need a place. It stays.
config-stages-none = { $key } names no stage but “lost”. The funnel stays as it was.
stage-own = { $name }

## pages
stats-follow-ups = Follow-ups
stats-answers = Answers
stats-channels = Channels
stats-hours = Hours
stats-places = Countries
stats-funnel = Funnel
stats-counting = Counting …
stats-none = Nothing to count yet
stats-none-follow-ups = Plan follow-ups with f and close them with Enter; from the first day on you see which were kept.
stats-none-answers = Log what you write and what comes back (l); who answers, where and when, shows from the first message.
stats-none-funnel = Give customers a stage (S); the funnel shows how far they come.
stats-handful = – : fewer than five, so no percentage and no median

## follow-ups
stats-streak = { $n ->
    [0] Nothing overdue today.
    [1] Nothing overdue for a day.
   *[other] { $n } days with nothing overdue.
}
stats-best = { $n ->
    [0] The last year had no day without.
    [1] The longest without in a year: one day.
   *[other] The longest in a year: { $n } days.
}
stats-overdue = { $n ->
    [1] One follow-up is overdue.
   *[other] { $n } follow-ups are overdue.
}
stats-kept = { $n } kept
stats-late = { $n } late
stats-missed = { $n } missed
stats-weeks = 12 weeks
stats-by-tier = By tier: share kept · kept, late, missed
stats-by-week = By week, from Monday
stats-earlier = Before that: { $kept } kept, { $late } late, { $missed } missed

## answers
stats-answered = { $answered } of { $sent } messages were answered
stats-half = half of them within { $time }
stats-per-follow-up = Follow-ups done that drew an answer
stats-answers-by-tier = By tier
stats-by-stage = By stage
stats-by-template = By template
stats-by-hand = written by hand
stats-by-channel = By channel of the message
stats-no-channel = in person, other
stats-by-country = By country
stats-no-country = not known
stats-heat = When they answer, on their own clock
stats-homeless = { $n ->
    [1] One answer more came from where the time is not known.
   *[other] { $n } answers more came from where the time is not known.
}
stats-by-hour = By the hour on their clock when we wrote
stats-sent = written
stats-head-rate = answered
stats-head-n = n
stats-head-median = median
stats-minutes = { $n } min
stats-hours-n = { $n } h
stats-days = { $n } d

## funnel
stats-funnel-title = How far customers come
stats-head-reached = reached
stats-head-conversion = of those before
stats-head-stay = median stay
stats-head-here = now
stats-head-lost = lost
stats-lost = Lost { $n }: { $reasons }
stats-no-reason = no reason written
stats-outside = { $n ->
    [1] One customer never was in the funnel.
   *[other] { $n } customers never were in the funnel.
}
stats-stuck-title = Stuck: longer in a stage than twice the usual
stats-stuck-none = Nobody.
stats-stuck-days = { $n } d (limit { $limit })
stats-stuck-more = and { $n } more

## command line
cli-stats-tier = tier
cli-stats-week = week
cli-stats-kept = kept
cli-stats-late = late
cli-stats-missed = missed
cli-stats-rate = rate
cli-stats-channel = channel
cli-stats-country = country
cli-stats-stage = stage
cli-stats-template = template
cli-stats-hour = hour there

## the board of columns
cmd-funnel = Funnel board
cmd-funnel-about = See the stages as columns and move customers from one to the next.
cmd-stage-on = A stage on
cmd-stage-on-about = Move the customer to the next stage.
cmd-stage-back = A stage back
cmd-stage-back-about = Move the customer to the stage before.
hint-stage-on = on
hint-stage-back = back
cmd-funnel-land = To the customer
cmd-funnel-land-about = Close the funnel and go to the customer.
funnel-title = Funnel
funnel-other = other stages
funnel-nowhere = no stage
funnel-note-stuck = !: longer in the stage than twice the usual
funnel-note-converted = ≈: converted to { $currency } at { $rates }
funnel-note-apart = { $currencies }: no rate, kept apart
form-lost = { $name } is lost: why?
form-lost-many = { $count } customers are lost: why?
