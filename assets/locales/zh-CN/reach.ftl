# 客户的时钟与日历、暂停、国家。

view-reachable = 现在可联系
sort-window = 按下班时间
sort-worth = 最值得挖掘的在前
column-window = 时段
list-empty-reachable = 到期的客户里，现在没有人在上班
list-empty-reachable-next = { $country } { $at } 上班。按 { $due } 看全部到期客户
list-empty-reachable-later = { $due } 看全部到期客户，{ $all } 看全部客户
list-window = { $country } { $window }
list-closes = { $country } 还有 { $minutes } 分钟下班
list-opens = { $country } { $time } 上班
list-closes-at = { $country } { $time } 下班

dot-open = 可联系：当地上班时间
dot-soon = 快了：两小时内上班
dot-closed = 睡觉或已下班
dot-holiday = 当地公共假日
dot-perhaps = 有几个可能的时区，部分在上班
dot-away = 对方不在，或某日前不打扰
help-dots = 名字旁的圆点

window-minutes = 剩{ $n }分
window-hours = 剩{ $n }小时
window-at = { $time } 开
window-perhaps = { $n } 个时区

card-clock = { $place } { $at }
card-clock-at = 当地 { $at }
card-clock-several = 当地 { $times } · { $n } 个可能时区
card-open-long = 上班中，到你这边 { $closes } 下班
card-open-short = 到 { $closes } 下班
card-opens-long = 你这边 { $opens } 上班，{ $closes } 下班
card-opens-tiny = { $opens }–{ $closes }
card-opens-short = 你这边 { $opens }–{ $closes }
card-opens-same = { $opens } 上班，{ $closes } 下班
card-no-shared-hour = 这些时区没有共同的上班时间
card-answers = 常在当地 { $from }–{ $to } 回复
card-answers-yours = 常在你这边 { $from }–{ $to } 回复
card-away = { $date } 前不在
card-away-note = { $date } 前不在 · { $note }
card-holiday-now = { $name }，放到 { $date }
card-holiday-today = 今天是{ $name }
card-holiday-next = { $date } { $name }

config-hours = “{ $key }” 里不能写 “{ $value }”。时段写成 “9-12” 或 “13:30-18”；现用默认值。

op-pause = { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 暂停跟进到 { $detail }
op-unpause = 结束 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 的暂停

cmd-go-reachable = 现在可联系
cmd-go-reachable-about = 显示到期且现在能联系上的客户，最先下班的排最前。

cmd-pause = 暂停跟进到
cmd-pause-about = 某日前不打扰这位客户，例如“12月12日 参展”；留空则结束暂停。
field-away = 不在到
form-pause = 暂停 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
form-pause-past = 这一天已到或已过。请选更晚的日期，或留空结束暂停。
form-pause-moves = 到 { $date }{ $count ->
    [0] { "" }
   *[other] ；{ $count } 个跟进移到那天
}
form-pause-promised = 到 { $date }；之前约好的 { $promised } 个时间不变
menu-away = { $name }：{ $date } 前不在？
menu-away-yes = 是，那天之前不打扰
menu-away-no = 否，照原计划

about-pause = 某日前不打扰客户；之前的跟进移到那天
arg-pause-when = 到哪天、为什么：“12月12日 参展”；“none” 结束暂停
cli-planned-away = { $name } 在 { $until } 前不在。

festive-worked = 调休上班

cmd-country = 客户所在国家
cmd-country-about = 看当地时间、上班时间、常用通讯、近期假日和礼节。
why-no-country = 这位客户还没有国家：请在表单里补上。
country-clock = 当地时间
country-hours = 上班时间
country-own-hours = { $hours }（你设的时段）
country-yours = 你这边
country-weekend = 周末
country-facts = 语言、货币
country-channels = 常用通讯，最常用在前
country-holidays = 近期假日
country-no-holidays = 没有数据；只按周末算
country-manners = 礼节
menu-channel-purpose = { $kind }  { $handle }  · { $purpose }
form-purpose = 适合：{ $purpose }
