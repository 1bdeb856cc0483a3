# The command line.

## help
cli-help-usage = Usage
cli-help-commands = Commands
cli-help-arguments = Arguments
cli-help-options = Options
cli-help-everywhere = Everywhere

about-tradewind = A keyboard-driven customer board for a solo exporter. Without a command it opens the board.
about-demo = Open a throw-away board of made-up customers; nothing of yours is touched
about-import = Bring customers in from CSV, TSV or XLSX files, as one step that can be undone
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
arg-view = A view: all, due, inquiries, waiting, favourites, open-sea, archived, or one you saved
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
arg-list-sort = Order: next, name, tier, country, last, created, stage
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
cli-no-board = The board could not be started.
cli-output = The answer could not be written: { $reason }.
cli-no-daily-backup = Your change is kept, but today's backup could not be made. { $reason }

## names that are not there
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
cli-import-counts = { $read } rows read: { $created } new, { $updated } updated, { $unchanged } unchanged, { $skipped } skipped, { $failed } failed.
cli-import-dry = Nothing was written. Run it without --dry-run to import.
cli-import-undo = “tradewind undo” takes the whole import back.
cli-import-nothing = Nothing to change.
