//! A sentence before it is put into words: errors and reports travel as keys, and the edge says them in the
//! exporter's language.

/// A locale key and its arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Say {
    /// A key of `assets/locales`.
    pub key: &'static str,
    /// Name and value; the edge neutralises values.
    pub args: Vec<(&'static str, Arg)>,
}

/// A value in a sentence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Arg {
    Text(String),
    /// What an op did, in its own words.
    Label(Box<super::Label>),
    /// Counts, so that plurals agree.
    Number(i64),
}

impl Say {
    /// A sentence without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// With one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<usize> for Arg {
    fn from(n: usize) -> Self {
        Self::Number(i64::try_from(n).unwrap_or(i64::MAX))
    }
}

impl From<i64> for Arg {
    fn from(n: i64) -> Self {
        Self::Number(n)
    }
}
