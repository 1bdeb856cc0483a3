# What happened, at the foot of the screen.
said-committed = { $what }
said-undone = Undone: { $what }
said-redone = Done again: { $what }
said-elsewhere = From another window: { $what }
said-undone-elsewhere = Undone in another window: { $what }
said-restored-elsewhere = A backup was put in the place of this file; the board shows what is in it.
said-nothing-changed = Nothing to change: it is so already.
said-read-only = This file can only be read here; nothing can be changed.
said-copied = Copied { $kind }: { $handle }
said-copied-retired = Copied { $kind }: { $handle } — { $kind } has shut down, ask for { $successor }
said-opening = Opening { $link }
said-open-failed = The desktop could not open it: { $reason }. Press y to copy it instead.
said-tmux-failed = tmux did not take the copy: { $reason }. The terminal may have.
said-merge-mark = Marked. Go to the double and press m again.
said-merge-too-many = Two can be merged at a time. Esc clears the marks.
said-unreadable = { $path } breaks its reader: it is damaged, or not what its name says. Save it anew, or as CSV.
said-no-thread = The machine is out of threads: { $reason }. Close other programs and try again.
said-backup = Backup made: { $path }
said-exported = { $count ->
    [one] One customer
   *[other] { $count } customers
} written to { $path }

# Why a key does nothing now.
why-read-only = This file can only be read here.
why-busy = Wait for the job to end, or stop it with Esc.
why-no-customer = No customer is selected. Press n for a new one, or / to search.
why-nothing-planned = Nothing is planned here. Press f to plan a follow-up.
why-empty-list = The list is empty. Esc takes filters away.
why-no-saved-view = Only views of your own can be deleted. Press v to save one.
why-not-empty = The demo is for an empty board. Run “tradewind demo” to see one beside yours.
why-no-channels = No channel yet. Press E to add one.
why-no-such-channel = There is no channel { $number }. Press E to add one.
why-no-channel-of-kind = No { $kind } yet. Press E to add it, or ask for it.
why-no-link = { $kind } has no link to open. Copy the handle instead.
why-field-is-typed = This field is typed: there is nothing to turn.
why-no-rows = There is nothing to add another of in this form.

# Forms.
form-new = New customer
form-edit = Edit { $name }
form-log = Log a contact with { $name }
form-plan = { $count ->
    [one] Follow-up with { $name }
   *[other] Follow-up with { $count } customers
}
form-tags = { $count ->
    [one] Tags of { $name }
   *[other] Tags of { $count } customers: write to add, -tag to remove
}
form-view = View: filter, order, and a name to keep it
form-import = Import
form-export = { $count ->
    [one] Export the customer shown
   *[other] Export the { $count } customers shown
}
form-kind = { $kind }
form-in-person = in person
form-country = { $country }
form-list = { $list }
form-date-past = { $date }, which is past
form-date = { $date }
form-date-note = { $date } · { $rest }
form-date-time = { $date } { $time }
form-date-time-note = { $date } { $time } · { $rest }
form-planned-already = Planned already: { $date }. Leave empty to keep it.
form-reads-as = { $handle }
form-retired = { $kind } has shut down. Ask for { $successor }.
form-text-needed = Write a line about it.
form-name-needed = Give a name, a company, a person or a channel: one is enough.
form-path-needed = Which file? Type its path, or drop the file on the terminal.
form-export-kinds = Give a file name that ends in .csv or .json.
form-no-such-country = “{ $text }” is not a country I know. Try its English or Chinese name, or its two-letter code.
form-no-such-zone = There is no time zone “{ $text }”. Write it like Europe/Berlin.
form-bad-cadence = “{ $text }” is not a number of days from 1 to 3650.
form-bad-birthday = “{ $text }” is not a day. Write 1980-05-17, or 05-17.
form-channel-twice = { $handle } is here already.
form-not-known = I do not know “{ $text }”.
form-several-zones = This country has { $count } time zones. Set the customer's city or zone first (E).
form-no-zone = Their time zone is not known. Set country, city or zone first (E).
direction-out = → we wrote or called
direction-in = ← they wrote or called

# Menus.
menu-copy = Copy which?
menu-open = Open which?
menu-channel = { $kind }  { $handle }
menu-stage = Move to which stage?
menu-theme = Colours
menu-snooze = Snooze until
menu-snooze-tomorrow = tomorrow, { $date }
menu-snooze-2 = in two days, { $date }
menu-snooze-3 = in three days, { $date }
menu-snooze-monday = next Monday, { $date }
menu-snooze-week = in a week, { $date }
menu-snooze-month = in a month, { $date }
menu-config = { $count ->
    [one] One line of your configuration could not be used
   *[other] { $count } lines of your configuration could not be used
}
menu-delete = Delete { $count } customers? Undo brings them back.
menu-delete-yes = Delete them
menu-delete-no = Keep them
theme-dark = Dark
theme-light = Light
theme-contrast = High contrast
theme-none = No colours

# Slow work.
job-read = Reading

# Keys in the configuration.
config-unknown-command = [keys]: there is no command “{ $command }”. Press : to see them all.
config-bad-key = [keys]: “{ $key }” for { $command } is not a key. Write a, C-r, space, f2, or two like g d.
config-key-clash = [keys]: { $key } for { $command } is taken by { $other }.

# How a file is read, and what an import would do.
import-encoding = { $encoding } ({ $why ->
    [intake-why-asked] as you say
    [intake-why-mark] by its mark
    [intake-why-strict] certain
    [intake-why-chinese] reads as Chinese
   *[other] a guess: look at the names below
})
import-tabs = tabs between cells
import-spaces = spaces between cells
import-delimiter = “{ $delimiter }” between cells
import-conflict = Line { $line }, { $name }: { $field } stays “{ $there }”, the file says “{ $here }”
import-replaced = Line { $line }, { $name }: { $field } “{ $there }” becomes “{ $here }”
form-path-kinds = CSV, Excel, Alibaba's inquiries, EML, mbox, Maildir; orders and their lines: two files in a row
form-paths = { $count } files, read as one list: { $names }
import-letters = { $received } received, { $sent } sent · { $known ->
    [one] one customer known
   *[other] { $known } customers known
}, { $inquiries ->
    [one] one new inquiry
   *[other] { $inquiries } new inquiries
}
