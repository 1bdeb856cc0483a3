//! JSON that is safe to look at: controls, bidi and zero-width characters are written as `\uXXXX`, which reads back as
//! the same text.

use crate::domain::safe;
use serde::{Serialize, Serializer};
use serde_json::ser::Formatter;
use std::io::{self, Write};

pub fn write(out: &mut impl Write, value: &impl Serialize) -> io::Result<()> {
    value.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Escaping))?;
    out.write_all(b"\n")
}

pub fn write_list<T: Serialize>(out: &mut impl Write, entries: impl Iterator<Item = T>) -> io::Result<()> {
    serde_json::Serializer::with_formatter(&mut *out, Escaping).collect_seq(entries)?;
    out.write_all(b"\n")
}

/// Like [`write_list`], for entries that may fail to be read.
pub fn try_write_list<T: Serialize>(
    out: &mut impl Write,
    entries: impl Iterator<Item = io::Result<T>>,
) -> io::Result<()> {
    let mut between = "[";
    for entry in entries {
        out.write_all(between.as_bytes())?;
        entry?.serialize(&mut serde_json::Serializer::with_formatter(&mut *out, Escaping))?;
        between = ",";
    }
    out.write_all(if between == "[" { b"[]\n" } else { b"]\n" })
}

struct Escaping;

impl Formatter for Escaping {
    fn write_string_fragment<W: ?Sized + Write>(&mut self, out: &mut W, fragment: &str) -> io::Result<()> {
        if fragment.bytes().all(|byte| (0x20..0x7f).contains(&byte)) {
            return out.write_all(fragment.as_bytes());
        }
        let mut clean = 0;
        for (at, c) in fragment.char_indices().filter(|(_, c)| is_obeyed(*c)) {
            out.write_all(&fragment.as_bytes()[clean..at])?;
            for unit in c.encode_utf16(&mut [0; 2]) {
                write!(out, "\\u{unit:04x}")?;
            }
            clean = at + c.len_utf8();
        }
        out.write_all(&fragment.as_bytes()[clean..])
    }
}

/// Whether a terminal would do something else with the character than show it.
fn is_obeyed(c: char) -> bool {
    match c {
        ' '..='~' | '\u{a1}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{400}'..='\u{482}' | '\u{4e00}'..='\u{9fff}' => {
            false
        }
        // A mark is shown on its base.
        c => {
            let mut shown = [b'a'; 5];
            let len = c.encode_utf8(&mut shown[1..]).len();
            std::str::from_utf8(&shown[..=len]).is_ok_and(|text| safe::neutral(text) != text)
        }
    }
}
