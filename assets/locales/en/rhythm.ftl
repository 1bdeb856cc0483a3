cli-next-rhythm = Next, by the rhythm: { $due }.
cli-next-planned = Next, as planned: { $due }.
op-rhythm = Bring { $count ->
    [one] one follow-up
   *[other] { $count } follow-ups
} up to date with the rhythm{ $detail ->
    [0] {""}
   *[other] ; { $detail } after their latest day: no room, or holidays
}
