# domain

## when
when-empty = When? Try “tomorrow”, “fri 15:00”, “+2w” or “2026-12-01”.
when-unknown = “{ $text }” is not a date I know. Try “tomorrow”, “fri 15:00”, “+2w” or “2026-12-01”.
when-no-such-day = The calendar has no “{ $text }”. Check the day and the month.
when-too-far = “{ $text }” is beyond the year 9999. Pick a nearer day.

## config
config-unreadable = { $path } could not be read: { $reason }. Defaults are used.
config-not-utf8 = The line holds bytes that are not UTF-8. Save the file as UTF-8.
config-syntax = Not TOML: { $reason }. The line is passed over.
config-unknown = There is no setting “{ $key }”. It is ignored.
config-unknown-nearest = There is no setting “{ $key }”. Did you mean “{ $nearest }”?
config-type = “{ $key }” wants { $wanted ->
        [text] a text in quotes
        [number] a whole number
        [table] a table
       *[list] a list of texts
    }. The default is used.
config-range = “{ $key }” wants a number from { $least } to { $most }. The default is used.
config-zone = There is no time zone “{ $value }”. Write it like “Asia/Shanghai”; until then the machine's is used.
config-choice = “{ $key }” cannot be “{ $value }”. Choose from { $choices }; the default is used.
config-country = “{ $value }” is not a country code such as CN or DE. The default is used.

## outlet
outlet-write = { $path } could not be written: { $reason }. What was there before is untouched.
