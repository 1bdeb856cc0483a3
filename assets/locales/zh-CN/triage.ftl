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
field-lost-reason = 流失原因

## configuration
config-no-word = “{ $key }”里没有可查找的文字，已略去。

## commands
group-decide = 判断
cmd-triage = 分拣询盘
cmd-triage-about = 逐条过询盘，一键一条定去留；已回复的先等对方。
cmd-triage-here = 从这条开始分拣
cmd-triage-here-about = 从这条起，逐条过当前显示的询盘。
cmd-why = 为何不回？
cmd-why-about = 看客户为何没有回复，下一步怎么办。
cmd-why-here = 为何不回？
cmd-why-here-about = 看客户为何没有回复，下一步怎么办。
cmd-evidence = 真还是假？
cmd-evidence-about = 看支持与可疑的依据，并作出判断。
cmd-write = 用模板写信
cmd-write-about = 选模板和渠道：复制文字、打开渠道、记入往来。
cmd-reply = 回复
cmd-reply-about = 选模板和渠道：复制文字、打开渠道、记入往来。
cmd-take-on-a = 收为 A 级
cmd-take-on-a-about = 收为 A 级客户，并排好首次跟进。
cmd-take-on-b = 收为 B 级
cmd-take-on-b-about = 收为 B 级客户，并排好首次跟进。
cmd-take-on-c = 收为 C 级
cmd-take-on-c-about = 收为 C 级客户，并排好首次跟进。
cmd-turn-away-fake = 虚假
cmd-turn-away-fake-about = 对方不是真客户：移出所有清单；撤销或改判即可恢复。
cmd-turn-away-not-target = 非目标
cmd-turn-away-not-target-about = 真客户，但不做我们的产品：移出所有清单。
cmd-put-off = 推迟
cmd-put-off-about = 选择这条询盘可以等多久，到那天再出现。
cmd-merge-twin = 合并
cmd-merge-twin-about = 把询盘并入与之重复的客户。
cmd-proceed = 照办
cmd-proceed-about = 按建议新建或移动跟进，并切换首选渠道。
cmd-rule-real = 真实
cmd-rule-real-about = 判定为真客户。
cmd-rule-doubtful = 可疑
cmd-rule-doubtful-about = 判定为可疑。
cmd-rule-fake = 虚假
cmd-rule-fake-about = 对方不是真客户：移出所有清单。
cmd-rule-not-target = 非目标
cmd-rule-not-target-about = 真客户，但不做我们的产品：移出所有清单。
cmd-rule-undecided = 撤回判断
cmd-rule-undecided-about = 真假重新待定。
cmd-turn-language = 语言
cmd-turn-language-about = 换一种语言写。

## hints
hint-triage = 分拣
hint-triage-here = 分拣
hint-why-here = 为何不回
hint-reply = 回复
hint-take-on = 收下
hint-turn-away-fake = 虚假
hint-turn-away-not-target = 非目标
hint-put-off = 推迟
hint-merge-twin = 合并
hint-proceed = 照办
hint-rule-real = 真实
hint-rule-doubtful = 可疑
hint-rule-fake = 虚假
hint-rule-not-target = 非目标
hint-rule-undecided = 未判断
hint-turn-language = 语言

## told
told-causes = 原因
told-step = 下一步
told-channels = 渠道，从最有效的排起
told-missing = 还要问
told-evidence = 依据
told-fit-title = 匹配度
told-twins = 可能是同一客户
told-fit = 匹配 { $score }，{ $side }：{ $words }
told-fit-none = 没有命中匹配词。
told-fit-against = 不利的词：{ $words }
told-twin = { $name }：{ $by }
told-twin-merge = 按 { $key } 合并
told-twins-more = 另有 { $n } 位
twin-handle = 同样使用 { $handle }
twin-name = 同名
twin-text = 内容一字不差
told-not-silent = 对方不欠回复。
told-silent = 已 { $days } 天没有回音，此前从未回复过。
told-silent-usual = 已 { $days } 天没有回音，对方通常 { $usual } 天内回复。
told-silent-hours = 已 { $days } 天没有回音，对方通常 { $hours } 小时内回复。
told-until = （至你的时间 { $at }）
told-step-at = { $what }，{ $at }
told-step-by = 用 { $kind }：{ $what }
told-now = 现在
told-ask = 值得索要：{ $kinds }
told-proposal-theirs = 当地 { $theirs }，你这边 { $yours }
told-proposal-plan = 按 { $key } 排入：{ $on }。
told-proposal-move = 按 { $key } 把跟进移到 { $on }。
told-proposal-plan-switch = 按 { $key } 排入 { $on }，并设为首选渠道。
told-proposal-move-switch = 按 { $key } 把跟进移到 { $on }，并设为首选渠道。
verdict-yours = { $verdict }（你判的）
purpose-email = 适合细节与报价
purpose-phone = 适合急事
purpose-messenger = 适合随手问
note-ask = 索要 { $kind }
note-ask-any = 索要其他联系方式
note-switch = 改用 { $kind }
card-silent = { $days } 天没有回音
column-cause = 原因
column-why = 缘由

## layers
why-title = 为何不回？
evidence-title = 真还是假？
evidence-none = 目前没有支持或可疑的依据。
reply-title = 写信
reply-text = 正文
reply-no-channel = 没有渠道，只复制文字
reply-about = 按 { $key } 复制文字、打开渠道并记入往来
reply-no-me = 还没有你的名字：请在配置的 [me] 里填写
triage-title = 分拣询盘
triage-left = 剩 { $left } / { $all } 条
triage-at = 第 { $at } / { $all } 条
triage-together = 已标记 { $n } 条，一键同判
triage-there = 当地常用 { $kinds }
triage-message = 询盘内容
triage-no-message = 没有留下内容。
triage-gone = 这位客户已不在。
triage-done = { $n } 条询盘都已处理。
triage-done-next = 按 { $undo } 撤销上一个判断，按 { $close } 关闭
decided-accepted = 收为 { $tier } 级
decided-fake = 虚假
decided-not-target = 非目标客户
decided-snoozed = 已推迟
decided-merged = 已合并
decided-replied = 已回复

why-no-inquiries = 没有待处理的询盘。可以导入（i）或手工新建（n）。
why-inquiries-planned = { $count } 条询盘要么已经回复，要么排了日子。
why-no-twin = 没有账号、名称或内容相同的客户。
why-no-step = 没有要做的事。
list-empty-inquiries = 没有待处理的询盘
list-empty-waiting = 没有人欠你回复

## online
check-mail-server = 邮件服务器
check-web-site = 网站
check-certificate = 证书
check-site-name = 网站署名
verify-mx = { $domain } 能收邮件。
verify-no-mx = { $domain } 不收邮件：没有登记邮件服务器。
verify-no-domain = 不存在域名 { $domain }。
verify-dns-silent = 暂时查不到 { $domain } 是否收邮件，请稍后再试。
verify-nothing-online = 对方没有可以查询的自有域名。
verify-site-answers = { $site } 可以打开。
verify-site-nowhere = { $site } 没有地址：这个网站不存在。
verify-site-private = { $site } 指向内部网络，未作任何连接。
verify-site-silent = { $site } 没有响应。
verify-site-astray = { $site } 不停跳转，或跳到不是网站的地方。
verify-site-moves = { $site } 跳转到 { $host }。
verify-cert-right = { $site } 的证书有效。
verify-cert-expired = { $site } 的证书已过期。
verify-cert-other = { $site } 的证书属于别人。
verify-cert-unknown = { $site } 的证书没有可信机构担保。
verify-site-named = { $site } 上有他们的名称。
verify-site-unnamed = { $site } 首页上没有他们的名称。
verify-site-for-sale = { $site } 只是在出售域名。
cmd-check-online = 联网核查
cmd-check-online-about = 查域名能否收信、网站能否打开、是否署着他们的名称。不按就绝不联网。
hint-check-online = 联网核查
evidence-asking = 正在联网核查……
evidence-online = 已联网核查（{ $at }）。
note-online = { $date } 联网核查：{ $found }
why-asking = 正在联网核查。
