# store: what can go wrong with the file, and the names of steps

store-missing = There is no file { $file }. Start without --db for your usual one, or import into a new one.
store-io = { $file } cannot be used: { $reason }.
store-folder = { $file } is a folder. Name a file in it with --db, such as trade.db.
store-foreign = { $file } belongs to another program, so it was left alone. Name a Tradewind file with --db.
store-unreadable = { $file } is not a Tradewind file, or its beginning is destroyed; it was left alone. If it was yours, `tradewind restore` brings back a backup.
store-damaged = { $file } is damaged ({ $detail }). Nothing was written to it. `tradewind restore` brings back a backup from the folder beside it.
store-newer = { $file } was written by a newer Tradewind (file version { $version }, this program knows { $known }); it was left alone. Update Tradewind and open it again.
store-old-sqlite = This build has SQLite { $found }, which is not safe enough; it needs { $needed } or later.
store-read-only = { $file } can be looked at but not changed. Make the file and its folder writable for you, then open it again.
store-full = No room left to write { $file }; nothing was changed. Free some space and try again.
store-busy = Another window is busy with { $file }; nothing was changed. Try again in a moment.
store-nothing-to-undo = Nothing to undo.
store-nothing-to-redo = Nothing to redo.
store-conflict = { $count ->
    [one] A row is
   *[other] { $count } rows are
} not as this step left { $count ->
    [one] it
   *[other] them
}, so nothing was undone or redone: { $name }, { $field } should be “{ $wanted }” and is “{ $found }”.
store-conflict-row = { $count ->
    [one] A row is
   *[other] { $count } rows are
} not as this import left { $count ->
    [one] it
   *[other] them
}, so nothing was undone. Something else has written to the file: “tradewind check” says what is wrong, and a backup can be restored.
store-interrupted = Stopped; nothing was changed.
store-gone-customer = This customer is no longer there: another window deleted or merged it. `u` brings it back.
store-gone-follow-up = This follow-up is no longer open: another window closed it.
store-gone-view = This view is no longer there: another window removed it.
store-gone-order = This order is no longer there: another window removed it.
store-refused = The file does not take this: { $detail }. Nothing was changed.
store-no-backup = No backup could be made first, so nothing was changed: { $reason }.
store-bad-backup = { $file } is not a whole backup, so nothing was restored: { $reason }.
store-sql = { $file }: { $reason }. Nothing was changed; `tradewind check` looks into it.

op-add = Add { $name }
op-edit = Edit { $name }
op-tier = Tier { $detail } for { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-stage = Stage { $detail } for { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-stage-own = { op-stage }
op-favourite = Favourite: { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-unfavourite = No longer favourite: { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-activate = Activate { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-archive = Archive { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-tag = Tag { $detail } for { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-delete = Delete { $count ->
    [one] { $name }
   *[other] { $count } customers
}
op-merge = Merge { $detail } into { $name }
op-log = Log a contact with { $name }
op-plan = Plan { $count ->
    [one] { $name }
   *[other] { $count } follow-ups
} for { $detail }
op-move = Move { $count ->
    [one] { $name }
   *[other] { $count } follow-ups
} { $detail ->
    [none] to new days
   *[other] to { $detail }
}
op-replan = Change the follow-up of { $name } to { $detail }
op-done = Done: { $count ->
    [one] { $name }
   *[other] { $count } follow-ups
}
op-drop = Drop { $count ->
    [one] the follow-up of { $name }
   *[other] { $count } follow-ups
}
op-save-view = Save the view { $name }
op-delete-view = Remove the view { $name }
op-import = Import { $count ->
    [one] one customer
   *[other] { $count } customers
} from { $detail }
