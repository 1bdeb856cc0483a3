# The command line.

## help
cli-help-usage = Usage
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-everywhere = Everywhere

about-tradewind = A keyboard-driven customer board for a solo exporter. Without a command it opens the board.
about-demo = Open a throw-away board of made-up customers; nothing of yours is touched
about-import = Bring customers, orders or mail in from CSV, Excel, EML, mbox or Maildir, as one step that can be undone
about-list = List the customers of a view

arg-db = The customer file [env: TRADEWIND_DB]
arg-config = The configuration file
arg-now = Take this as the present moment [env: TRADEWIND_NOW]
arg-lang = Language of the answers: en or zh-CN
arg-zone = Your own time zone, such as Asia/Shanghai
arg-color = Whether to use colours
arg-help = Show this help
arg-version = Show the version
arg-json = Print one JSON document
arg-view = A view: all, due, inquiries, reachable, waiting, favourites, amber, red, care, holidays, drift, open-sea, archived, or one you saved
arg-demo-customers = How many customers to make up
arg-demo-seed = The same seed makes the same customers
arg-import-files = Files to read
arg-import-as = What the rows are
arg-import-map = Say which column holds a field; COLUMN is a header or a position from 1
arg-import-encoding = The files' encoding, such as gbk or windows-1252; detected otherwise
arg-import-delimiter = What stands between cells: a character, tab or spaces; detected otherwise
arg-import-no_header = The files have no header row
arg-import-sheet = The sheet of a workbook
arg-import-overwrite = Let values in the files replace yours where they differ
arg-import-dry_run = Show what would happen and change nothing
arg-list-tier = Only these tiers: A, B, C, none
arg-list-stage = Only these stages
arg-list-country = Only these countries, by code or name
arg-list-tag = Only customers with this tag; repeat it for several
arg-list-sort = Order: next, name, tier, country, last, created, stage, silence, window, worth
arg-online = Also ask the network: whether the domain takes mail and the web site answers and bears their name
arg-list-reverse = The other way round

## where and when
cli-no-such-lang = There is no language “{ $tag }”. Use en or zh-CN.
cli-no-such-zone = There is no time zone “{ $zone }”. Write it like Asia/Shanghai.
cli-no-config = There is no file { $file }. Check the path given to --config.
cli-no-home = Your home folder is not known, so neither is the customer file. Name it with --db FILE.
cli-bad-now = “{ $text }” is not a moment. Write it like 2026-11-22T10:14:00+08:00.
cli-config-line = { $line ->
        [0] Configuration: { $text }
       *[other] Configuration, line { $line }: { $text }
    }
cli-no-terminal = The board needs a terminal. For scripts there is “tradewind list”, and “tradewind --help” for the rest.
cli-board-failed = The board stopped: { $reason }. Every change it acknowledged is in the file.
cli-output = The answer could not be written: { $reason }.
cli-no-daily-backup = Your change is kept, but today's backup could not be made. { $reason }

## names that are not there
cli-no-such-command = There is no command “{ $command }”. “tradewind help” lists them.
cli-no-such-view = There is no view “{ $view }”. There are: { $views }.
cli-no-such-tier = There is no tier “{ $tier }”. There are A, B, C and none.
cli-no-such-stage = “{ $stage }” cannot be a stage. There are: { $stages }.
cli-no-such-country = There is no country “{ $country }”. Write its code or name, such as DE or Germany.
cli-no-such-kind = There is no kind of channel “{ $kind }”. There are: { $kinds }.
cli-no-such-sort = “{ $sort }” is no order. There are: { $sorts }.

## customers
cli-col-id = id
cli-col-tier = T
cli-col-name = Customer
cli-col-who = Who
cli-col-country = CC
cli-col-last = Last
cli-col-next = Next
cli-today = today
cli-days = { $days }d
cli-customers = { $count ->
        [0] No customer here.
        [one] One customer.
       *[other] { $count } customers.
    }

## import
cli-bad-delimiter = “{ $text }” cannot stand between cells. Use one character, tab or spaces.
cli-bad-map = “{ $text }” is not FIELD=COLUMN. Write it like email=Mail or phone=3.
cli-no-such-field = There is no field “{ $field }”. There are: { $fields }.
cli-job-read = Reading
cli-job-compare = Comparing
cli-job-write = Writing
cli-import-create = new
cli-import-update = update
cli-import-unchanged = same
cli-import-skip = skip
cli-import-fail = bad
cli-import-problem = { $file }, line { $line }: { $reason }
cli-import-problem-file = { $file }: { $reason }
cli-import-conflict = { $file }, line { $line }: { $name } keeps { $field } “{ $there }”; the file says “{ $here }”.
cli-import-replaced = { $file }, line { $line }: { $name } has { $field } “{ $here }” now, it was “{ $there }”.
cli-import-more = … and { $count } more.
cli-import-counts = { $read ->
        [one] { $read } row
       *[other] { $read } rows
    } read: { $created } new, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped, { $failed } failed.
cli-import-dry = Nothing was written. Run it without --dry-run to import.
cli-import-undo = “tradewind undo” takes the whole import back.
cli-import-nothing = Nothing to change.

## abouts of the other commands
about-find = Find customers as the board's search does, best first
about-show = Show one customer: channels, follow-ups, what was said
about-add = Add a customer
about-tier = Put customers into a tier
about-log = Log what was said or written
about-plan = Plan a follow-up
about-done = Close a customer's next follow-up
about-due = List follow-ups due today and overdue
about-undo = Take the last steps back
about-redo = Bring undone steps back
about-history = List what was done, the newest first
about-export = Write customers to a CSV or JSON file
about-backup = Make a verified copy of the customer file
about-restore = Put a backup in the place of the customer file, which is backed up first
about-check = Check that the customer file is whole
about-completions = Print completions for a shell
about-help = Show the help of a command
about-man = Print the manual page

after-show = WHO is an id, an e-mail address, a phone number in any writing, a handle, or text that matches exactly one customer.
after-plan = WHEN is today, tomorrow, +3d, +2w, fri, “fri 15:00”, 2026-12-01 or 2026-12-01T15:00; what follows it is the note.

arg-who = An id, e-mail address, phone number, handle, or text that matches exactly one customer
arg-find-query = Part of a name, person, handle, phone number, country, tag or note
arg-find-channel = Only customers with this kind of channel, and show that one
arg-find-copy = Copy the best hit's handle to the terminal's clipboard
arg-find-limit = How many to show
arg-add-name = What you look for: the company's name, or the person's
arg-add-company = The company, where it differs from the name
arg-add-country = The country, by code or name
arg-add-tier = A, B, C or none
arg-add-channel = A way to reach them, such as email=anna@example.com; the first is the primary one
arg-tier-tier = The tier
arg-log-via = The kind of channel it went over
arg-log-in = The customer spoke to you
arg-log-out = You spoke to the customer; so without either
arg-log-at = When it was: 15:00, yesterday, 2026-11-20T15:00; now without it
arg-log-text = What it was about
arg-plan-when = When, and what for
arg-plan-theirs = Read the time on the customer's wall
arg-done-text = How it went
arg-due-on = Those of this day instead
arg-undo-count = How many steps
arg-redo-count = How many steps
arg-history-limit = How many steps to show
arg-history-who = Only steps that touched this customer
arg-export-file = The file to write
arg-export-format = csv or json; by the file's name without it
arg-export-who = Only this customer
arg-backup-file = Where to; beside the customer file without it
arg-restore-file = The backup
arg-help-verb = The command
arg-completions-shell = The shell

## who
cli-who-nobody = No customer matches “{ $who }”. “tradewind find” looks less strictly.
cli-who-several = “{ $who }” matches { $count } customers. Name one by its id:
cli-who-more = … and { $count } more.

## finding and showing
cli-find-nobody = Nobody matches “{ $query }”.
cli-no-channel = { $name } has no such channel to copy.
cli-no-clipboard = There is no terminal to copy with. Leave out --copy and take the handle from the list.
cli-copied = Copied { $handle } of { $name }.
cli-fact-id = id
cli-fact-company = company
cli-fact-tier = tier
cli-fact-stage = stage
cli-fact-country = country
cli-fact-city = city
cli-fact-local = there
cli-fact-tags = tags
cli-fact-interests = interests
cli-fact-requirements = needs
cli-fact-last = last contact
cli-fact-notes = notes
cli-mark-primary = primary
cli-mark-emergency = emergency
cli-mark-retired = retired
cli-section-channels = Channels
cli-section-follow-ups = Planned
cli-section-timeline = Timeline

## changing
cli-nothing-changed = Nothing to change: it is so already.
cli-added = Added { $name }, id { $id }.
cli-add-no-name = A customer needs a name: the company's, or the person's.
cli-add-known = { $handle } belongs to { $name } (id { $id }) already. If they are one, “tradewind undo” takes this back.
cli-bad-channel = “{ $text }” is not KIND=HANDLE. Write it like email=anna@example.com.
cli-log-future = “{ $text }” is still to come. Log what was; “tradewind plan” is for what will be.
cli-propose = Nothing is planned. By their cadence the next is { $date }: tradewind plan { $id } { $date }
cli-zone-several = { $name } may live in several time zones: { $zones }. Set the city or the zone on the board (E), or leave out --theirs.
cli-zone-unknown = Where { $name } lives is not known. Set the country or the zone on the board (E), or leave out --theirs.
cli-planned = Planned with { $name }: { $due }.
cli-planned-theirs = Planned with { $name }: { $due }, which is { $here } here.
cli-done = Done: { $name }, planned for { $due }.
cli-done-nothing = Nothing is planned with { $name }. “tradewind log” notes a contact, “tradewind plan” plans one.
cli-due-none = Nothing is due today.
cli-due-none-on = Nothing is due on { $date }.
cli-overdue = { $days }d late
cli-undone = Undone: { $label }
cli-redone = Redone: { $label }
cli-history-none = Nothing was done yet.
cli-state-undone = undone
cli-state-dropped = undone for good
cli-rows = { $count ->
        [one] 1 row
       *[other] { $count } rows
    }

## files
cli-export-format = What { $file } is to be, its name does not say. Add --format csv or --format json.
cli-export-onto-db = { $file } is the customer file itself. Name another one to export to.
cli-exported = { $count ->
        [one] One customer written to { $file }.
       *[other] { $count } customers written to { $file }.
    }
cli-restore-missing = There is no file { $file }, so nothing was restored. Backups of this board are in { $folder }.
cli-backup-no-folder = There is no folder { $folder }, so no backup was made. Make it first, or name another.
cli-backup-exists = { $file } is there already and is left alone. Name another file.
cli-backed-up = Backed up to { $file }.
cli-restored = Restored from { $file }. What was there before is in { $folder }.
cli-check-whole = { $file } is whole.
cli-check-damaged = { $count ->
        [one] { $file } is not whole: one problem.
       *[other] { $file } is not whole: { $count } problems.
    } “tradewind restore” brings back a backup.

## verify, why
about-verify = Is the customer real? Evidence and an advice, from what is known offline
about-why = Why the customer is silent, and what to do next
cli-verify-verdict = { $name }: { $verdict }, score { $score }
cli-verify-yours = This is an advice; the decision is yours.
cli-fit = Fit: { $score } ({ $side }: { $words })
cli-fit-none = Fit: none of your words was found.
cli-why-silent = { $days ->
        [0] { $name }
        [one] { $name }: silent for a day
       *[other] { $name }: silent for { $days } days
    }
cli-why-step = Next: { $action }.
cli-why-step-by = Next: { $action }, by { $channel }.
cli-why-step-for = Next: { $action }: { $channel }.
cli-why-step-at = Next: { $action }, on { $at } your time.
cli-why-step-by-at = Next: { $action }, by { $channel }, on { $at } your time.
cli-why-step-for-at = Next: { $action }: { $channel }, on { $at } your time.
cli-why-there = { $line } It is { $time } there then.
cli-why-channels = Channels, the best first:
cli-why-ask = Worth asking for: { $kinds }
## working days
about-next-workday = The next working day in a country, and what it skips
after-next-workday = CC is a country's code or name; DATE is a day such as 2026-12-25, tomorrow or fri.
arg-next-workday-country = The country
arg-next-workday-date = The day wanted
cli-workday-is = { $country }: { $date } is a working day.
cli-workday-next = { $country }: the next working day is { $date }.
cli-workday-weekend = weekend
cli-workday-estimated = { $holiday } (estimated)
cli-workday-unknown = { $country }: its public holidays of { $year } are not known here; only weekends were looked at.
