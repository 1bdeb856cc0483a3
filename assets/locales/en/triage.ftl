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
