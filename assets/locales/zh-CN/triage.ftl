# 判断：真不真、为何不回、下一步。

## steps
op-accept = 把 { $count ->
    [1] { $name }
   *[other] { $count } 条询盘
} 收为 { $detail } 级客户
op-rule-undecided = 撤回对 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 的判断
op-rule-real = 判为真实：{ $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-rule-doubtful = 判为可疑：{ $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-rule-fake = 判为虚假：{ $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-rule-not-target = 判为非目标：{ $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-proceed = 按建议跟进 { $name }，{ $detail }

## the exporter's own word
ruling-undecided = 未判断
ruling-real = 真实
ruling-doubtful = 可疑
ruling-fake = 虚假
ruling-not-target = 非目标客户

field-ruling = 你的判断
field-pause = 暂不打扰至
field-lost-reason = 丢单原因

## configuration
config-no-word = “{ $key }”里没有可查找的文字，已略去。
