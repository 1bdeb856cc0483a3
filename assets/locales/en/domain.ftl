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
# A handle that cannot be read as one of its kind. $text: what was written, $kind: the channel's name.
handle-empty = Nothing is written here yet.
handle-unreadable = “{ $text }” is too long or holds control characters; write the { $kind } handle alone.
handle-email = “{ $text }” is not an e-mail address; it needs a name, an @ and a domain, as in anna@example.com.
handle-email-mixed = “{ $text }” mixes alphabets that look alike, which real addresses do not; type it by hand or ask the customer.
handle-phone = “{ $text }” is not a phone number that can be dialled; begin with + and the country code, or set the customer's country.
handle-email-or-phone = “{ $text }” is neither an e-mail address nor a phone number; { $kind } knows people by one of them.
handle-length = “{ $text }” cannot be a { $kind } name; such names have { $least } to { $most } characters.
handle-character = “{ $text }” cannot be a { $kind } name: “{ $character }” is not allowed there. Paste the profile's address or the bare name.
handle-url = “{ $text }” is not a web address; write it as in example.com or https://example.com/shop.
handle-no-profile = “{ $text }” is a { $kind } address, but of no person or company; paste the profile's own address.
handle-other-site = “{ $text }” belongs to { $site }, not to { $kind }; choose the channel that fits it.
