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
cmd-go-care-about = 显示两周内有生日或其他问候日的客户。
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
