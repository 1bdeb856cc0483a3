# Clock and calendar of the customer, pauses, countries.

view-reachable = Reachable now
sort-window = by closing time
sort-worth = most worth first
column-window = Window
list-empty-reachable = Nobody who is due can be reached now
list-empty-reachable-next = { $country } opens { $at }. { $due } shows everyone who is due
list-empty-reachable-later = { $due } shows everyone who is due, { $all } shows everyone
list-window = { $country }: { $window }
list-closes = { $country } closes in { $minutes } min
list-opens = { $country } opens at { $time }
list-closes-at = { $country } closes at { $time }

dot-open = reachable: office hours there
dot-soon = soon: opens within two hours
dot-closed = asleep or closed
dot-holiday = public holiday there
dot-perhaps = several zones, some of them open
dot-away = away, or left in peace until a day
help-dots = The dot beside a name

window-minutes = { $n }m left
window-hours = { $n }h left
window-at = at { $time }
window-perhaps = { $n } zones

card-clock = { $at } in { $place }
card-clock-at = { $at } there
card-clock-several = { $times } there · { $n } candidates
card-open-long = open until { $closes } your time
card-open-short = open until { $closes }
card-opens-long = opens { $opens } your time, closes { $closes }
card-opens-tiny = { $opens }–{ $closes } yours
card-opens-short = { $opens }–{ $closes } your time
card-opens-same = opens { $opens }, closes { $closes }
card-no-shared-hour = no hour in which all of them are open
card-answers = answers { $from }–{ $to } there
card-answers-yours = answers { $from }–{ $to } your time
card-away = away until { $date }
card-away-note = away until { $date } · { $note }
card-holiday-now = { $name } until { $date }
card-holiday-today = { $name } today
card-holiday-next = { $name } on { $date }

config-hours = “{ $key }” cannot hold “{ $value }”. Write hours as “9-12” or “13:30-18”; the default is used.

op-pause = Leave { $count ->
    [one] { $name }
   *[other] { $count } customers
} in peace until { $detail }
op-unpause = End the pause of { $count ->
    [one] { $name }
   *[other] { $count } customers
}

cmd-go-reachable = Reachable now
cmd-go-reachable-about = Show who is due and can be reached now, the first to close on top.

cmd-pause = Pause until
cmd-pause-about = Leave the customer in peace until a day: “12 dec at the fair”; an empty line ends it.
field-away = Away until
form-pause = Pause { $count ->
    [one] { $name }
   *[other] { $count } customers
}
form-pause-past = That day is today or past. Pick a later one, or leave the line empty to end the pause.
form-pause-moves = until { $date }{ $count ->
    [0] { "" }
    [one] ; 1 follow-up moves there
   *[other] ; { $count } follow-ups move there
}
form-pause-promised = until { $date }; { $promised ->
    [one] the promised time
   *[other] { $promised } promised times
} before it { $promised ->
    [one] stays
   *[other] stay
}
menu-away = { $name }: away until { $date }?
menu-away-yes = Yes, leave them in peace until then
menu-away-no = No, go on as planned

about-pause = Leave a customer in peace until a day; what was planned before moves there
arg-pause-when = Until when, and why: “12 dec at the fair”; “none” ends the pause
cli-planned-away = { $name } is away until { $until }.

festive-worked = working day (exchanged)

cmd-country = The customer's country
cmd-country-about = Show its clocks, hours, messengers, next holidays and manners.
why-no-country = This customer has no country yet: write it into the form.
country-clock = Time there
country-hours = Office hours
country-own-hours = { $hours } (your windows)
country-yours = Your time
country-weekend = Weekend
country-facts = Language, money
country-channels = Messengers, most used first
country-holidays = Next holidays
country-no-holidays = none known; weekends alone count
country-manners = Manners
menu-channel-purpose = { $kind }  { $handle }  · { $purpose }
form-purpose = good for: { $purpose }
