# 统计：跟进是否守时、谁会回复、销售漏斗。

## commands
cmd-statistics = 统计
cmd-statistics-about = 看跟进守时与错过、谁在何时回复，以及销售漏斗。
cmd-next-page = 下一页
cmd-next-page-about = 看统计的下一页。
cmd-previous-page = 上一页
cmd-previous-page-about = 看统计的上一页。

## configuration
config-stage = “{ $value }”不是阶段名：只用 a-z、0-9 和 -，最多 15 个字符。已略去。
config-stage-twice = “{ $value }”在列表里出现了两次，以第一次的位置为准。
config-stage-name-twice = “{ $value }”已经是另一个阶段的名称。已略去。
config-stage-lost = “lost”不能隐藏：流失的客户总要有个去处。已保留。
config-stages-none = { $key } 里除了“lost”没有别的阶段。漏斗保持原样。
stage-own = { $name }

## pages
stats-follow-ups = 跟进
stats-answers = 回复
stats-channels = 渠道
stats-hours = 时段
stats-places = 国家
stats-funnel = 漏斗
stats-counting = 统计中 …
stats-none = 还没有可统计的
stats-none-follow-ups = 用 f 安排跟进，用 Enter 完成；从第一天起就能看到是否守时。
stats-none-answers = 用 l 记下发出和收到的消息；从第一条起就能看到谁在哪里、何时回复。
stats-none-funnel = 用 S 给客户定阶段，漏斗会显示他们走到了哪一步。
stats-handful = –：不足五条，不算百分比和中位数

## follow-ups
stats-streak = { $n ->
    [0] 今天没有逾期。
   *[other] 连续 { $n } 天无逾期。
}
stats-best = { $n ->
    [0] 近一年没有无逾期的日子。
   *[other] 近一年最长 { $n } 天。
}
stats-overdue = { $n } 条跟进已逾期。
stats-kept = 按时 { $n }
stats-late = 迟了 { $n }
stats-missed = 错过 { $n }
stats-weeks = 近 12 周
stats-by-tier = 按级别：按时率 · 按时、迟了、错过
stats-by-week = 按周（自周一起）
stats-earlier = 更早：按时 { $kept }，迟了 { $late }，错过 { $missed }

## answers
stats-answered = 发出 { $sent } 条消息，{ $answered } 条有回复
stats-half = 半数在 { $time }内
stats-per-follow-up = 做完的跟进，得到回复的
stats-answers-by-tier = 按级别
stats-by-stage = 按阶段
stats-by-template = 按模板
stats-by-hand = 手写
stats-by-channel = 按发出的渠道
stats-no-channel = 当面或其他
stats-by-country = 按国家
stats-no-country = 未知
stats-heat = 客户何时回复（客户当地时间）
stats-homeless = 另有 { $n } 条回复不知当地时间。
stats-by-hour = 按发出时客户当地的钟点
stats-sent = 发出
stats-head-rate = 回复率
stats-head-n = 回复/发出
stats-head-median = 中位时长
stats-minutes = { $n } 分钟
stats-hours-n = { $n } 小时
stats-days = { $n } 天

## funnel
stats-funnel-title = 客户走到了哪一步
stats-head-reached = 到过
stats-head-conversion = 转化
stats-head-stay = 停留中位数
stats-head-here = 现有
stats-head-lost = 流失
stats-lost = 流失 { $n }：{ $reasons }
stats-no-reason = 未写原因
stats-outside = { $n } 位客户不在漏斗中。
stats-stuck-title = 卡住：停留超过通常的两倍
stats-stuck-none = 没有。
stats-stuck-days = { $n } 天（上限 { $limit }）
stats-stuck-more = 还有 { $n } 位

## command line
cli-stats-tier = 级别
cli-stats-week = 周
cli-stats-kept = 按时
cli-stats-late = 迟了
cli-stats-missed = 错过
cli-stats-rate = 比率
cli-stats-channel = 渠道
cli-stats-country = 国家
cli-stats-stage = 阶段
cli-stats-template = 模板
cli-stats-hour = 当地钟点

## the board of columns
cmd-funnel = 漏斗看板
cmd-funnel-about = 按阶段分列看客户，并把客户移到下一阶段。
cmd-stage-on = 进一阶段
cmd-stage-on-about = 把客户移到下一阶段。
cmd-stage-back = 退一阶段
cmd-stage-back-about = 把客户退回上一阶段。
hint-stage-on = 前进
hint-stage-back = 后退
cmd-funnel-land = 到该客户
cmd-funnel-land-about = 关闭漏斗，定位到该客户。
funnel-title = 漏斗
funnel-other = 其他阶段
funnel-nowhere = 无阶段
funnel-note-stuck = !：停留超过通常的两倍
funnel-note-converted = ≈：按 { $rates } 折成 { $currency }
funnel-note-apart = { $currencies } 没有汇率，单列
form-lost = { $name } 流失了，原因是？
form-lost-many = { $count } 位客户流失了，原因是？
