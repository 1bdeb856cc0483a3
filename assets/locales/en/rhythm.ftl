cli-next-rhythm = Next, by the rhythm: { $due }.
cli-next-planned = Next, as planned: { $due }.
op-rhythm = Bring { $count ->
    [one] one follow-up
   *[other] { $count } follow-ups
} up to date with the rhythm{ $detail ->
    [0] {""}
   *[other] ; { $detail } after their latest day: no room, or holidays
}
view-amber = Time to write
view-red = Past latest
view-care = Greetings
cmd-go-amber = Time to write
cmd-go-amber-about = Show customers whose ideal day is here.
cmd-go-red = Overdue a word
cmd-go-red-about = Show customers whose latest day is past.
cmd-go-care = Greetings
cmd-go-care-about = Show customers with a birthday, another day of theirs or a great feast of their country in the next two weeks.
cmd-rhythm = Bring the plan up to date
cmd-rhythm-about = Give every customer a next follow-up, and move those that the rhythm wants elsewhere; one step.
cmd-spread = Spread what is overdue
cmd-spread-about = Spread the overdue pile over two weeks, the dearest customers first; one step.
about-replan = Bring every customer's next follow-up up to date with the rhythm
why-no-rhythm = The rhythm is switched off: set “on = true” under [cadence] in the configuration.
why-nothing-overdue = Nothing is overdue.
menu-spread = Spread { $count ->
    [one] one overdue follow-up
   *[other] { $count } overdue follow-ups
} over two weeks, until { $date }, tier A first? One u takes it back.
menu-spread-yes = Yes, spread them
menu-spread-no = No, leave them
menu-skip = Skip this follow-up, because…
skip-no-need = no need for it now
skip-wait = we wait for something first
skip-away = they are away
skip-double = done in another way
skip-no-reason = without a reason
fatigue-warning = { $count ->
    [one] One message
   *[other] { $count } messages
} from us in the last { $days } days: { $most } are enough. One more may drive them away.
cmd-change-plan = Change the follow-up
cmd-change-plan-about = Change the follow-up in hand where it stands: its day, its time, its note.
form-replan = Change the follow-up with { $name }

# Before a long holiday.
cmd-before-holidays = Before the holidays
cmd-before-holidays-about = The long holidays of both sides to come, and whom to reach before each.
cmd-list-ahead = In the list
cmd-list-ahead-about = Those to reach before this holiday, in the list.
cmd-plan-before = Plan them before
cmd-plan-before-about = Bring the next follow-ups of all of these before the holiday, spread over the days that both sides work; one step.
cmd-include-weary = Include the weary
cmd-include-weary-about = Take in those who have heard enough from you lately, or leave them out again.
cmd-include-weary-too = Include the weary
cmd-include-weary-too-about = Take in those who have heard enough from you lately, or leave them out again.
hint-plan-before = plan them before
hint-list-ahead = in the list
hint-include-weary = include the weary
hint-include-weary-too = include the weary
ahead-title = Before the holidays
ahead-list = Before { $date }
ahead-none = No long holiday of either side in the next six weeks.
ahead-none-next = A holiday is long from four days on, weekends included. Your own country is set in the configuration.
ahead-holiday = Holiday
ahead-off = Off
ahead-days = Days
ahead-left = Workdays ←
ahead-reach = To reach
ahead-yours = yours
ahead-whom = { $n ->
    [one] One customer to reach
   *[other] { $n } customers to reach
} before { $date }
ahead-within = planned for it
ahead-after = planned right after
ahead-meanwhile = due meanwhile
ahead-weary = { $n ->
    [one] heard from you once lately
   *[other] heard from you { $n } times
}
ahead-all-reached = Everybody is reached in time.
festive-coming = { $holiday }, { $from } – { $until }: { $days ->
    [0] from tomorrow on
    [one] one workday left
   *[other] { $days } workdays left
} · { $key }
field-weary = Include them
weary-left-out = { $count ->
    [one] Left out
   *[other] { $count } left out
}, { $most } messages or more in { $days } days: { $names }
weary-included = { $count ->
    [one] Included
   *[other] { $count } included
}, though { $most } messages or more in { $days } days: { $names }
why-nobody-weary = Nobody here has heard too much from you lately.
why-all-weary = All of them have heard enough lately. Include them to plan all the same.
why-nobody-to-reach = Nobody is left to reach before this holiday.
why-no-day-left = No day before this holiday has room that both sides work. Move others first, or set a higher capacity.
column-greet = Greet on
care-feast = { $name }, { $country }

# Why the rhythm's follow-up stands where it does.
because-asked = { $days ->
    [one] every day
   *[other] every { $days } days
}
because-off = { $days ->
    [one] every day
   *[other] every { $days } days
}, moved off { $holiday }
because-weekend = { $days ->
    [one] every day
   *[other] every { $days } days
}, moved off the weekend
because-early = { $days ->
    [one] every day
   *[other] every { $days } days
}, earlier: the days after are full or off
because-full = { $days ->
    [one] every day
   *[other] every { $days } days
}, later than the latest: no room
because-holidays = { $days ->
    [one] every day
   *[other] every { $days } days
}, later than the latest: no working day
because-away = { $days ->
    [one] every day
   *[other] every { $days } days
}, once they are back

# Answers by what customers bought.
stats-by-segment = By segment
stats-never-bought = never bought
cli-stats-segment = Segment
card-growing = growing: { $orders } orders, { $amount } in the last { $days } days
