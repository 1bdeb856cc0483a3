# The board: panes, layers, dates.

# Dates
month-1 = Jan
month-2 = Feb
month-3 = Mar
month-4 = Apr
month-5 = May
month-6 = Jun
month-7 = Jul
month-8 = Aug
month-9 = Sep
month-10 = Oct
month-11 = Nov
month-12 = Dec
weekday-1 = Mon
weekday-2 = Tue
weekday-3 = Wed
weekday-4 = Thu
weekday-5 = Fri
weekday-6 = Sat
weekday-7 = Sun
weekday-short-1 = Mo
weekday-short-2 = Tu
weekday-short-3 = We
weekday-short-4 = Th
weekday-short-5 = Fr
weekday-short-6 = Sa
weekday-short-7 = Su
date-day = { $day } { $month }
date-weekday = { $weekday } { $date }
date-time = { $weekday } { $time }
date-full = { $day } { $month } { $year }
date-month = { $month } { $year }
date-today = today
ago-today = today
ago-days = { $n }d
ago-months = { $n }mo
ago-years = { $n }y

# Header
header-demo = demo board
header-read-only = read-only
header-overdue = { $n } overdue
header-today = { $n } today
header-inquiries = { $count ->
    [one] { $n } inquiry
   *[other] { $n } inquiries
}

# Views
views-title = Views
views-tier = Tier
views-saved = Saved
view-all = Everyone
view-due = Due now
view-inquiries = Inquiries
view-waiting = Waiting
view-favourites = Favourites
view-open-sea = Open sea
view-archived = Archived
tier-a = A
tier-b = B
tier-c = C
tier-none = none

# List
list-title = Customers
list-count-of = { $n } of { $all }
list-marked = { $n } marked
column-tier = T
column-name = Customer
column-who = Who
column-country = Country
column-country-code = In
column-stage = Stage
column-local = Local
column-last = Last
column-next = Next
sort-next = by next follow-up
sort-name = by name
sort-tier = by tier
sort-country = by country
sort-last = by last contact
sort-created = newest first
sort-stage = by stage
sort-silence = by silence
sort-match = best match first
sort-near = spelled nearly so
stage-inquiry = inquiry
stage-qualified = qualified
stage-quoted = quoted
stage-sample = sample
stage-negotiation = negotiation
stage-order = order
stage-repeat = repeat
stage-lost = lost
due-overdue = overdue
due-today = today
due-week = this week
due-nothing = nothing planned
list-empty = No customers yet
list-empty-next = { $import } imports a file, { $new } adds one by hand
list-empty-search = Nobody matches “{ $text }”
list-empty-search-next = Try fewer letters, part of a phone number, a city; { $clear } clears the search
list-empty-filter = Nobody passes this filter
list-empty-filter-next = { $clear } clears it, { $all } shows everyone
list-empty-due = Nothing is due. Well done.
list-empty-open-sea = Nobody has drifted into the open sea
list-empty-view = Nobody here
list-empty-view-next = { $all } shows everyone

# Card
card-title = Customer
card-nobody = No customer selected
card-nobody-next = Move to one in the list, and everything about them stands here
card-archived = archived
card-clock-unknown = their time is unknown: add a country or city
card-source = from { $source }
card-cadence = every { $n } { $n ->
    [one] day
   *[other] days
}
card-channels = Channels
card-no-channels = none yet: { $edit } adds one
card-retired = retired → { $next }
card-emergency = emergency: { $kind } { $handle }
card-no-emergency = emergency: none, ask for one
card-retired-word = retired
card-next = Next
card-nothing-planned = nothing planned: { $plan } plans a follow-up
card-care-in = in { $n } { $n ->
    [one] day
   *[other] days
}
card-timeline = Timeline
card-no-timeline = nothing yet: { $log } logs a contact
card-notes = Notes
card-via-none = note
care-birthday = birthday
care-anniversary = anniversary

# Calendar
month-due = { $n } due
month-week = Week of { $date }
agenda-empty = No follow-ups this day
agenda-empty-day = { $plan } plans one, { $today } goes back to today
agenda-empty-today = A free day. { $plan } plans a follow-up.

# Layers
working = One moment …
palette-title = Commands
palette-empty = No command like that
help-title = Help: keys that work here
history-title = History
history-empty = Nothing has been changed yet
history-changed = What this step changed
history-undone = undone
history-dropped = undone for good
history-rows = { $n ->
    [one] { $count } row
   *[other] { $count } rows
}
history-gone = removed
table-customer = Customer
table-contact = Person
table-channel = Channel
table-interaction = Contact logged
table-follow-up = Follow-up
table-care-date = Care date
table-saved-view = Saved view
column-kind = Kind
column-handle = Handle
column-norm = Normalised
column-primary = Main
column-emergency = Emergency
column-at = When
column-direction = Direction
column-due-on = Due
column-due-time = Time
column-due-zone = Zone
column-state = State
column-closed-at = Closed
column-status = Status
column-created-at = Created
column-query = Query
column-position = Position
merge-title = Merge: one customer, two records
merge-keep = stays
merge-gone = is merged into it
merge-same = They agree on every field.
merge-about = ● is kept. People, channels, timeline and follow-ups of both stay. Undo takes it back.

# Import
import-title = Import
import-reading = Reading the file and comparing it with your customers …
import-failed-next = Esc goes back; nothing was changed.
import-count-read = read
import-count-created = new
import-count-updated = filled in
import-count-unchanged = unchanged
import-count-skipped = skipped
import-count-failed = failed
import-samples = First rows
import-mapping = Columns
import-conflicts = Differs from what you have: { $n } (yours stays unless you overwrite)
import-problems = Left out or doubtful: { $n }
import-line = line { $n }
import-next = Enter imports. It is one step, and undo takes it back.
import-none-usable = Nothing here can be imported: look at the reasons above. Esc goes back.
import-nothing = Nothing to import: everything is here already. Esc goes back.
import-create = new
import-update = fills in
import-unchanged = same
import-skip = skipped
import-fail = failed
job-import = Importing
job-preview = Reading
job-export = Exporting
job-backup = Backing up
job-count = { $n } of { $all }

# Welcome
welcome-title = Your customers, in one place, a key away.
welcome-file = { $file } is empty. How would you like to begin?
welcome-import = Import a file
welcome-import-about = CSV or Excel from Alibaba, HubSpot, Outlook or your own sheet
welcome-demo = Look around first
welcome-demo-about = a demo board of made-up customers, thrown away afterwards
welcome-new = Write down the first customer
welcome-new-about = a name is enough; the rest can come later
welcome-foot = Everything stays in that one file on this computer.  { $quit } quits · { $language } 中文
opening = Opening { $file } …
small = This window has { $width } × { $height } cells.
small-next = Tradewind needs { $least } × { $lines }: please make it a little larger.

# Fields
field-name = Name
field-company = Company
field-country = Country
field-city = City
field-zone = Time zone
field-language = Language
field-tier = Tier
field-stage = Stage
field-tags = Tags
field-favourite = Favourite
field-source = Source
field-person = Person
field-role = Role
field-channel = Channel
field-interests = Interested in
field-requirements = Requirements
field-notes = Notes
field-birthday = Birthday
field-cadence = Every … days
field-direction = Who spoke
field-via = Via
field-text = What
field-outcome = Outcome
field-when = When
field-next = Next follow-up
field-theirs = In their time
field-note = Note
field-view-name = View's name
field-search = Search
field-tiers = Tiers
field-stages = Stages
field-countries = Countries
field-due = Due
field-sort = Sort by
field-reverse = Reversed
field-path = File
field-encoding = Encoding
field-overwrite = Overwrite mine
field-status = Status
field-cadence-days = Every … days

# The hint bar
hint-tier = tier
hint-search = search
hint-palette = commands
hint-help = help
hint-undo = undo
hint-log = log
hint-plan = follow-up
hint-done = done
hint-mark = mark
hint-copy-whatsapp = WhatsApp
hint-open-kind = open
hint-copy-here = copy
hint-open-here = open
hint-day-later = a day later
hint-snooze = snooze
hint-week = week
hint-delete-view = delete
hint-choose = choose
hint-submit = OK
hint-submit-import = import
hint-submit-import-none = close
hint-submit-import-failed = change it
hint-submit-palette = run it
hint-submit-menu = choose
hint-submit-search = go there
hint-toggle = another choice
hint-add-row = one more
hint-cancel = cancel
hint-close = close
hint-next-field = next field
hint-choose-side = other side

# Choices
yes = yes
no = no
stage-none = none
due-any = any
column-is-primary = Primary
column-is-emergency = Emergency
import-samples-mail = First mails
import-line-mail = mail { $n }
import-whole = all of it
