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
cmd-go-care-about = Show customers with a birthday or another day to greet on in the next two weeks.
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
