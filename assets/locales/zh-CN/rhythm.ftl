cli-next-rhythm = 按跟进节奏，下次：{ $due }。
cli-next-planned = 已计划，下次：{ $due }。
op-rhythm = 按节奏更新 { $count } 条跟进{ $detail ->
    [0] {""}
   *[other] ，其中 { $detail } 条因排满或放假晚于最迟日
}
view-amber = 该联系了
view-red = 已超期
view-care = 问候
cmd-go-amber = 该联系了
cmd-go-amber-about = 显示已到理想联系日的客户。
cmd-go-red = 已超期
cmd-go-red-about = 显示已过最迟联系日的客户。
cmd-go-care = 问候
cmd-go-care-about = 显示两周内有生日、其他问候日或本国大节日的客户。
cmd-rhythm = 更新跟进计划
cmd-rhythm-about = 让每位客户都有下次跟进，并把不合节奏的挪到合适的日子；一步完成。
cmd-spread = 摊开积压
cmd-spread-about = 把过期的跟进摊到两周内，重要客户在前；一步完成。
about-replan = 按跟进节奏更新每位客户的下次跟进
why-no-rhythm = 跟进节奏已关闭：请在配置的 [cadence] 下设 on = true。
why-nothing-overdue = 没有过期的跟进。
menu-spread = 把 { $count } 项过期跟进摊到两周内（至{ $date }），A 级在前？按 u 可整体撤销。
menu-spread-yes = 好，摊开
menu-spread-no = 不，先放着
menu-skip = 跳过这次跟进，因为……
skip-no-need = 目前没必要
skip-wait = 先等别的事
skip-away = 对方不在
skip-double = 已用别的方式跟进
skip-no-reason = 不写原因
fatigue-warning = 最近 { $days } 天我们已发 { $count } 条消息，{ $most } 条就够了；再发容易惹人烦。
cmd-change-plan = 修改跟进
cmd-change-plan-about = 就地修改手上这条跟进：日期、时间、备注。
form-replan = 修改与 { $name } 的跟进

# 长假之前。
cmd-before-holidays = 长假之前
cmd-before-holidays-about = 双方即将到来的长假，以及每个长假之前该联系谁。
cmd-list-ahead = 列表中显示
cmd-list-ahead-about = 在列表中显示这个长假之前要联系的客户。
cmd-plan-before = 安排在节前
cmd-plan-before-about = 把这些客户的下次跟进提到节前，均匀排在双方都上班的日子；一步完成。
cmd-include-weary = 含已联系多次的
cmd-include-weary-about = 把近期已联系多次的客户也算进来，再按则排除。
cmd-include-weary-too = 含已联系多次的
cmd-include-weary-too-about = 把近期已联系多次的客户也算进来，再按则排除。
hint-plan-before = 安排在节前
hint-list-ahead = 列表
hint-include-weary = 含已联系多次的
hint-include-weary-too = 含已联系多次的
ahead-title = 长假之前
ahead-list = { $date } 之前
ahead-none = 未来六周双方都没有长假。
ahead-none-next = 连休四天起（含周末）算长假。你所在的国家在配置里设置。
ahead-holiday = 假期
ahead-off = 放假
ahead-days = 天数
ahead-left = 剩余工作日
ahead-reach = 待联系
ahead-yours = 我方
ahead-whom = { $date } 之前要联系 { $n } 位客户
ahead-within = 排在假期里
ahead-after = 排在刚收假时
ahead-meanwhile = 假期中到期
ahead-weary = 近期已联系 { $n } 次
ahead-all-reached = 都能及时联系到。
festive-coming = { $holiday }，{ $from }–{ $until }：{ $days ->
    [0] 明天起放假
   *[other] 还剩 { $days } 个工作日
} · { $key }
field-weary = 仍包含
weary-left-out = 排除 { $count } 位，{ $days } 天内已发 { $most } 条或更多：{ $names }
weary-included = 仍包含 { $count } 位，虽然 { $days } 天内已发 { $most } 条或更多：{ $names }
why-nobody-weary = 这里没有近期联系过多的客户。
why-all-weary = 他们近期都已联系够了。要照样安排，请先选“仍包含”。
why-nobody-to-reach = 这个长假之前没有要联系的客户了。
why-no-day-left = 节前没有双方都上班且排得下的日子。先挪开别的跟进，或调高每日上限。
column-greet = 问候日
care-feast = { $name }（{ $country }）

# 节奏为何把跟进排在这天。
because-asked = 每 { $days } 天
because-off = 每 { $days } 天，避开{ $holiday }
because-weekend = 每 { $days } 天，避开周末
because-early = 每 { $days } 天，提前：之后排满或放假
because-full = 每 { $days } 天，晚于最迟日：排满
because-holidays = 每 { $days } 天，晚于最迟日：没有工作日
because-away = 每 { $days } 天，等对方回来

# 按购买情况看回复。
stats-by-segment = 按客户分群
stats-never-bought = 从未购买
cli-stats-segment = 分群
card-growing = 在成长：{ $days } 天内 { $orders } 单，{ $amount }
