//! One spelling for many: what is compared instead of what is written.

/// Lower-case ASCII words, separated by single spaces.
pub fn fold(text: &str) -> String {
    text.to_lowercase()
}

/// Every form under which `text` is found.
pub fn keys_of(text: &str) -> Vec<String> {
    vec![fold(text)]
}

/// The digits of `text` in ASCII, whatever script writes them.
pub fn fold_digits(text: &str) -> String {
    text.chars().filter(char::is_ascii_digit).collect()
}
