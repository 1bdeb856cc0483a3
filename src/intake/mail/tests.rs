//! Units of reading mail.
