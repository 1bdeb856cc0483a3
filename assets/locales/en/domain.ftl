# domain

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
