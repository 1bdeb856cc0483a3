//! Text in a row. A board holds a million of them, most of them short: sixteen bytes, and nothing besides while it fits
//! into these.

use arcstr::ArcStr;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use std::borrow::{Borrow, Cow};
use std::hash::{Hash, Hasher};
use std::ops::Deref;
use std::{cmp, fmt};

/// Text as it was written, of any length; empty: not known.
#[derive(Clone, PartialEq, Eq)]
pub struct Text(Held);

/// A text of up to [`SHORT`] bytes is always held short, so that equal texts are held alike.
#[derive(Clone, PartialEq, Eq)]
enum Held {
    /// The first `len` of the bytes; the others are 0.
    Short { len: u8, bytes: [u8; SHORT] },
    /// Clones share it.
    Long(ArcStr),
}

/// As many as leave room for the length and for which of the two it is.
const SHORT: usize = 14;

impl Text {
    /// The text.
    pub fn as_str(&self) -> &str {
        match &self.0 {
            // Only whole texts get in, see `short`.
            Held::Short { len, bytes } => {
                bytes.get(..usize::from(*len)).and_then(|text| std::str::from_utf8(text).ok()).unwrap_or_default()
            }
            Held::Long(text) => text,
        }
    }

    /// Whether it takes memory of its own, which a clone shares.
    pub const fn is_long(&self) -> bool {
        matches!(self.0, Held::Long(_))
    }

    fn short(text: &str) -> Option<Self> {
        let mut bytes = [0; SHORT];
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self(Held::Short { len: u8::try_from(text.len()).ok()?, bytes }))
    }
}

impl Default for Text {
    fn default() -> Self {
        Self(Held::Short { len: 0, bytes: [0; SHORT] })
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::short(text).unwrap_or_else(|| Self(Held::Long(text.into())))
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        text.as_str().into()
    }
}

impl From<Cow<'_, str>> for Text {
    fn from(text: Cow<'_, str>) -> Self {
        (*text).into()
    }
}

impl From<Box<str>> for Text {
    fn from(text: Box<str>) -> Self {
        (*text).into()
    }
}

impl From<Text> for String {
    fn from(text: Text) -> Self {
        text.as_str().to_owned()
    }
}

impl Deref for Text {
    type Target = str;
    fn deref(&self) -> &str {
        self.as_str()
    }
}

impl AsRef<str> for Text {
    fn as_ref(&self) -> &str {
        self
    }
}

impl Borrow<str> for Text {
    fn borrow(&self) -> &str {
        self
    }
}

/// As `str` does, which a map is asked by.
impl Hash for Text {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.as_str().hash(state);
    }
}

impl PartialOrd for Text {
    fn partial_cmp(&self, other: &Self) -> Option<cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Text {
    fn cmp(&self, other: &Self) -> cmp::Ordering {
        self.as_str().cmp(other)
    }
}

impl fmt::Debug for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Text {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self)
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        struct Reader;
        impl de::Visitor<'_> for Reader {
            type Value = Text;
            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a text")
            }
            fn visit_str<E: de::Error>(self, text: &str) -> Result<Text, E> {
                Ok(text.into())
            }
        }
        d.deserialize_str(Reader)
    }
}

#[cfg(test)]
mod tests;
