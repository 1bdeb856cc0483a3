cli-next-rhythm = 按跟进节奏，下次：{ $due }。
cli-next-planned = 已计划，下次：{ $due }。
op-rhythm = 按节奏更新 { $count } 条跟进{ $detail ->
    [0] {""}
   *[other] ，其中 { $detail } 条因排满或放假晚于最迟日
}
