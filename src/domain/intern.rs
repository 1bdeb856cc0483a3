//! Small values that a customer has one of: tier, stage, channel kind, country. All are `Copy` and live in the row.

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};
use std::fmt;

/// A short lower-case ASCII name (`a-z`, `0-9`, `-`, at most 15 bytes) kept inline.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Slug {
    bytes: [u8; 15],
    len: u8,
}

impl Slug {
    /// `None` when `text` is empty, longer than 15 bytes or has another character.
    pub const fn new(text: &str) -> Option<Self> {
        let from = text.as_bytes();
        if from.is_empty() || from.len() > 15 {
            return None;
        }
        let mut bytes = [0; 15];
        let mut at = 0;
        while at < from.len() {
            let b = from[at];
            if !(b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-') {
                return None;
            }
            bytes[at] = b;
            at += 1;
        }
        Some(Self { bytes, len: from.len() as u8 })
    }

    /// A name written in the source; a wrong one stops the compiler.
    #[allow(clippy::panic)]
    const fn known(text: &str) -> Self {
        match Self::new(text) {
            Some(slug) => slug,
            None => panic!("a slug written in the source is well formed"),
        }
    }

    /// The text.
    pub fn as_str(&self) -> &str {
        // Only ASCII gets in, see `new`.
        std::str::from_utf8(&self.bytes[..usize::from(self.len)]).unwrap_or_default()
    }
}

impl fmt::Debug for Slug {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

macro_rules! slugs {
    ($($(#[$doc:meta])* $name:ident { $($konst:ident = $text:literal),* $(,)? })*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub Slug);

        impl $name {
            $(#[doc = concat!("`", $text, "`")] pub const $konst: Self = Self(Slug::known($text));)*

            /// `None` when `text` is no [`Slug`].
            pub fn new(text: &str) -> Option<Self> {
                Slug::new(text).map(Self)
            }

            /// The slug as the file and the command line write it.
            pub fn as_str(&self) -> &str {
                self.0.as_str()
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
                s.serialize_str(self.as_str())
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
                let text = String::deserialize(d)?;
                Self::new(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is not a name of a-z, 0-9 and -")))
            }
        }
    )*};
}

slugs! {
    /// Where a customer stands in the sales funnel (`S1.2`).
    Stage {
        INQUIRY = "inquiry", QUALIFIED = "qualified", QUOTED = "quoted", SAMPLE = "sample",
        NEGOTIATION = "negotiation", ORDER = "order", REPEAT = "repeat", LOST = "lost",
    }
    /// A kind of channel; what is known of each is in `assets/channels.toml`.
    ChannelKind {
        EMAIL = "email", PHONE = "phone", SMS = "sms", WHATSAPP = "whatsapp", WECHAT = "wechat",
        FACEBOOK = "facebook", MESSENGER = "messenger", X = "x", INSTAGRAM = "instagram", TIKTOK = "tiktok",
        YOUTUBE = "youtube", SKYPE = "skype", HANGOUTS = "hangouts", TELEGRAM = "telegram", SNAPCHAT = "snapchat",
        DISCORD = "discord", IMESSAGE = "imessage", LINE = "line", VIBER = "viber", ZALO = "zalo",
        KAKAOTALK = "kakaotalk", SIGNAL = "signal", LINKEDIN = "linkedin", ALIBABA = "alibaba", WEBSITE = "website",
    }
}

impl Stage {
    /// The default funnel, first to last.
    pub const DEFAULT: [Self; 8] = [
        Self::INQUIRY,
        Self::QUALIFIED,
        Self::QUOTED,
        Self::SAMPLE,
        Self::NEGOTIATION,
        Self::ORDER,
        Self::REPEAT,
        Self::LOST,
    ];
}

/// How much care a customer gets (`S2.5`, `S4.1`). The order is the order of importance.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Tier {
    /// Deep and frequent contact.
    A,
    /// Normal contact.
    B,
    /// Many, small, light; never made to feel neglected.
    C,
    /// Not sorted yet.
    #[default]
    #[serde(rename = "none")]
    None,
}

impl Tier {
    /// All, most important first.
    pub const ALL: [Self; 4] = [Self::A, Self::B, Self::C, Self::None];

    /// `A`, `B`, `C` or `none`, as the file and the command line write it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::A => "A",
            Self::B => "B",
            Self::C => "C",
            Self::None => "none",
        }
    }

    /// Reads `A`, `b`, `none`, `-` or nothing; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        match text.trim().to_ascii_lowercase().as_str() {
            "a" => Some(Self::A),
            "b" => Some(Self::B),
            "c" => Some(Self::C),
            "none" | "-" | "" => Some(Self::None),
            _ => None,
        }
    }

    /// Position in [`Tier::ALL`], for tables by tier.
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl fmt::Display for Tier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

/// An ISO 3166-1 alpha-2 code, upper case.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Country([u8; 2]);

impl Country {
    /// Two ASCII letters in either case; whether such a country exists is `reference`'s to say.
    pub fn new(code: &str) -> Option<Self> {
        match *code.as_bytes() {
            [a, b] if a.is_ascii_alphabetic() && b.is_ascii_alphabetic() => {
                Some(Self([a.to_ascii_uppercase(), b.to_ascii_uppercase()]))
            }
            _ => None,
        }
    }

    /// The code.
    pub fn as_str(&self) -> &str {
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Debug for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(self.as_str(), f)
    }
}

impl fmt::Display for Country {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.as_str())
    }
}

impl Serialize for Country {
    fn serialize<S: Serializer>(&self, s: S) -> Result<S::Ok, S::Error> {
        s.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for Country {
    fn deserialize<D: Deserializer<'de>>(d: D) -> Result<Self, D::Error> {
        let text = String::deserialize(d)?;
        Self::new(&text).ok_or_else(|| D::Error::custom(format!("`{text}` is not a two-letter country code")))
    }
}
