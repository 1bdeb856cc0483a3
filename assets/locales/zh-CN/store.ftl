# store：文件可能出的问题，以及各步操作的名称

store-missing = 没有 { $file } 这个文件。不带 --db 启动可打开常用的文件，或者导入到新文件。
store-io = 无法使用 { $file }：{ $reason }。
store-folder = { $file } 是文件夹。请用 --db 指定其中的文件，例如 trade.db。
store-foreign = { $file } 属于别的程序，未作任何改动。请用 --db 指定 Tradewind 的文件。
store-unreadable = { $file } 不是 Tradewind 的文件，或者文件开头已损坏；未作任何改动。如果它原本是你的文件，可用 `tradewind restore` 恢复备份。
store-damaged = { $file } 已损坏（{ $detail }），没有写入任何内容。可用 `tradewind restore` 从旁边的备份文件夹恢复。
store-newer = { $file } 由更新版本的 Tradewind 写成（文件版本 { $version }，本程序支持到 { $known }），未作任何改动。请升级 Tradewind 后再打开。
store-old-sqlite = 此程序内置的 SQLite { $found } 不够安全，需要 { $needed } 或更新的版本。
store-read-only = { $file } 只能查看，不能修改。请让你对该文件及其文件夹有写权限，再重新打开。
store-full = 空间不足，无法写入 { $file }；没有任何改动。请腾出空间后重试。
store-busy = 另一个窗口正在使用 { $file }；没有任何改动。请稍后再试。
store-nothing-to-undo = 没有可撤销的操作。
store-nothing-to-redo = 没有可重做的操作。
store-conflict = 有 { $count } 行与这一步留下的内容不符，因此没有撤销或重做：{ $name } 的 { $field } 应为“{ $wanted }”，现在是“{ $found }”。
store-conflict-row = 有 { $count } 行与这次导入留下的内容不符，因此没有撤销。有其他程序改动过该文件：“tradewind check”会指出问题所在，也可以恢复备份。
store-interrupted = 已停止，没有任何改动。
store-gone-customer = 这位客户已不在：在另一个窗口中被删除或合并了。按 `u` 可以找回。
store-gone-follow-up = 这项跟进已经关闭：是在另一个窗口中完成的。
store-gone-view = 这个视图已不在：在另一个窗口中被删除了。
store-gone-order = 这张订单已不在：被另一个窗口删除了。
store-refused = 文件不接受这项改动：{ $detail }。没有任何改动。
store-no-backup = 事先的备份没有做成，因此没有任何改动：{ $reason }。
store-bad-backup = { $file } 不是完整的备份，因此没有恢复：{ $reason }。
store-sql = { $file }：{ $reason }。没有任何改动；可用 `tradewind check` 检查。

op-add = 新增 { $name }
op-edit = 编辑 { $name }
op-tier = 把 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 设为 { $detail } 级
op-stage = 把 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 转到阶段 { $detail }
op-stage-own = { op-stage }
op-favourite = 收藏 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-unfavourite = 取消收藏 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-activate = 重新启用 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-archive = 归档 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-tag = 给 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 改标签 { $detail }
op-delete = 删除 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
}
op-merge = 把 { $detail } 并入 { $name }
op-log = 记录与 { $name } 的联系
op-plan = 为 { $count ->
    [1] { $name }
   *[other] { $count } 位客户
} 安排 { $detail } 跟进
op-move = 把 { $count ->
    [1] { $name } 的跟进
   *[other] { $count } 项跟进
}改到 { $detail ->
    [none] 新的日期
   *[other] { $detail }
}
op-replan = 把 { $name } 的跟进改为 { $detail }
op-done = 完成 { $count ->
    [1] { $name } 的跟进
   *[other] { $count } 项跟进
}
op-drop = 取消 { $count ->
    [1] { $name } 的跟进
   *[other] { $count } 项跟进
}
op-save-view = 保存视图 { $name }
op-delete-view = 删除视图 { $name }
op-import = 从 { $detail } 导入 { $count } 位客户
