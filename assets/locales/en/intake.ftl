# intake: what is said about files that come in

intake-error-read = { $file } cannot be read: { $reason }. Check the name and that the file is yours to read.
intake-error-too-big = { $file } is larger than { $limit } MB. Cut it into several files and import them together.
intake-error-too-wide = { $file } has more than { $limit } columns. Save only the columns with customers, or name the delimiter.
intake-error-empty = { $file } has no rows. Nothing was imported.
intake-error-encoding = No encoding is called “{ $label }”. Try utf-8, gb18030, big5, shift_jis, windows-1252 or utf-16le.
intake-error-not-a-table = { $file } ({ $format }) holds no table that can be read here. Save it as XLSX or CSV and import that.
intake-error-json = { $file } is JSON, which is written but not read here. Save it as CSV or XLSX and import that; `tradewind export FILE.csv` writes one that can be read back.
intake-error-no-mail = { $folder } is a folder without mail: neither a Maildir (cur, new) nor EML files. Name a file in it.
intake-error-workbook = { $file } cannot be opened as a workbook: { $reason }. Save it anew as XLSX or CSV.
intake-error-locked = { $file } is locked with a password. Save a copy without one, import it, and delete the copy.
intake-error-sheet = { $file } has no sheet “{ $sheet }”. It has: { $sheets }.
intake-error-column = { $file } has no column “{ $column }”. It has: { $columns }.

intake-unreadable = { $count ->
    [one] One place
   *[other] { $count } places
} could not be read as { $encoding }. If letters look wrong, name the encoding.
intake-row-too-wide = The row has more than { $limit } columns and was left out.
intake-cell-too-long = A cell is longer than { $limit } kB; the row was left out.
intake-quote-unclosed = A quotation mark is opened and never closed; the line was read as it stands.
intake-nobody = The row names nobody: no name, company, e-mail, phone or handle.
intake-no-date = “{ $text }” in { $column } is not a date; it was kept in the notes.
intake-handle-elsewhere = { $handle } belongs to another customer already; it was kept in the notes.
intake-notes-full = The notes of { $name } are full; nothing was added to them.

intake-why-asked = as you said
intake-why-mark = marked in the file
intake-why-strict = certain
intake-why-chinese = reads as Chinese
intake-why-guess = a guess, look at the names below

intake-action-create = new
intake-action-update = adds
intake-action-unchanged = nothing new
intake-action-skip = skipped
intake-action-fail = failed

intake-field-name = Name
intake-field-first-name = First name
intake-field-middle-name = Middle name
intake-field-last-name = Last name
intake-field-company = Company
intake-field-person = Person
intake-field-role = Role
intake-field-country = Country
intake-field-city = City
intake-field-zone = Time zone
intake-field-language = Language
intake-field-tier = Tier
intake-field-stage = Stage
intake-field-tags = Tags
intake-field-source = Source
intake-field-interests = Interests
intake-field-requirements = Requirements
intake-field-notes = Notes
intake-field-cadence = Cadence
intake-field-verdict = Verdict
intake-field-paused-until = Paused until
intake-field-pause-note = Why paused
intake-field-lost-reason = Why lost
intake-field-birthday = Birthday
intake-field-favourite = Favourite
intake-field-id = Number elsewhere
intake-field-service = Messenger
intake-field-handle = Handle
intake-field-channel = Channel
intake-field-last-contact = Last contact
intake-field-next-follow-up = Next follow-up
intake-field-rfq-id = Inquiry number
intake-field-title = Inquiry
intake-field-message = Message
intake-field-quantity = Quantity
intake-field-unit = Unit
intake-field-inquiry-date = Inquiry date
intake-field-inquiry-age = Inquiry age
intake-field-as-of = Export date
intake-field-is-company = Is a company
intake-field-parent = Company of the person
intake-field-ignore = left out
intake-field-extra = to the notes

# Mail
intake-mail-none = This is no mail: it has no sender, no date and no subject.
intake-mail-parts = The mail has more than { $limit } parts and was left out.
intake-mail-too-big = The mail is larger than { $limit } MB and was left out.
intake-mail-many = The box holds more than { $limit } mails; the rest was left out. Cut it into several and import them one by one.
intake-mail-nested = { $count ->
    [one] One mail within the mail was
   *[other] { $count } mails within the mail were
} not opened; the rest was read.
intake-mail-cut = The text is longer than { $limit } kB; what comes after was left out.
intake-mail-no-sender = The mail names no sender.
intake-mail-address = “{ $from }” is no address that can be answered.
intake-mail-automatic = { $from } is a machine: a bounce or a notice nobody reads answers to.
intake-mail-nobody = You wrote to { $to }, who is no customer yet.
intake-mail-no-date = The mail has no date; it stands under the time of the import.
intake-mail-own = No address of yours is set, so all mail was taken as received. Put your own into own_addresses in the config.
intake-mail-mixed = Mail and tables do not go into one import. Import them one after the other.
