//! One customer as bytes: sections of the key, their ends, and masks of the letters in them.

use super::{
    fold::{digit, fold_digits, forms, plain, raw},
    query::HAS_RAW,
};

/// What of one customer is searched.
#[derive(Clone, Debug, Default)]
pub struct Fields<'a> {
    pub name: &'a str,
    pub company: &'a str,
    pub people: Vec<&'a str>,
    /// As written.
    pub handles: Vec<&'a str>,
    /// E.164 or digits of the phones.
    pub digits: Vec<&'a str>,
    /// Code and names of the country.
    pub country: Vec<&'a str>,
    pub city: &'a str,
    pub tags: Vec<&'a str>,
    pub notes: &'a str,
    /// Breaks ties: 0 (tier A, or due) to 3.
    pub rank: u8,
}

/// Notes beyond this many characters are not searched.
const NOTES: usize = 600;
/// No section is longer, so that ends fit in 16 bits.
const SECTION: usize = 7_000;
/// Shorter runs of digits aren't phones.
const PHONE: usize = 5;

/// Where the sections of a key end. Segments in a section are separated by line ends.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Ends {
    /// Names and companies, in all forms.
    pub name: u16,
    /// People, handles, city: matched like names, ranked below.
    pub other: u16,
    /// Country, tags, notes: only whole runs of letters match.
    pub strict: u16,
    /// Digits of phones.
    pub digits: u16,
    /// Names, then people and the like, then notes, as written in their script.
    pub raw_name: u16,
    pub raw_other: u16,
    pub raw_strict: u16,
}

/// The key of a row before it is stored.
#[derive(Debug, Default)]
pub(super) struct Packed {
    pub text: Vec<u8>,
    pub ends: Ends,
    pub marks: Marks,
}

/// What is known of a row without its text: most rows are passed over by these alone.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Marks {
    /// Letters and digits of names and others; above them, letters that start a word there.
    pub fuzzy: u64,
    /// Letters and digits of the strict section; above them, digits of phones, and digits that start a phone.
    pub strict: u64,
    /// Letters that start a word of the names; above them, the very first letter.
    pub starts: u32,
}

/// The bit of a letter or digit.
pub(super) const fn bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        b'0'..=b'9' => 1 << (26 + byte - b'0'),
        _ => 0,
    }
}

/// The bits of all letters and digits.
pub(super) fn mask(text: &[u8]) -> u64 {
    text.iter().fold(0, |all, byte| all | bit(*byte))
}

/// The bit that says that a word of a name or the like starts with the byte; digits share one.
pub(super) const fn start_bit(byte: u8) -> u64 {
    match byte {
        b'a'..=b'z' => 1 << (36 + byte - b'a'),
        b'0'..=b'9' => 1 << 62,
        _ => 0,
    }
}

/// The bits of phone digits within the strict mask.
pub(super) const fn phone_bits(mask: u64) -> u64 {
    (mask >> 26 & 0x3ff) << 36
}

/// The bit, within the strict mask, that says that a phone starts with the digit.
pub(super) const fn phone_start_bit(byte: u8) -> u64 {
    match byte {
        b'0'..=b'9' => 1 << (46 + byte - b'0'),
        _ => 0,
    }
}

/// The bit that says that a word of a name starts with the letter.
pub(super) const fn name_bit(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => 1 << (byte - b'a'),
        _ => 0,
    }
}

/// Where the starts of names keep the first letter of all.
pub(super) const FIRST: u32 = 31 << 26;
/// The first word is that letter alone.
pub(super) const FIRST_IS_WORD: u32 = 1 << 31;

/// The first letter of all, as [`FIRST`] holds it.
pub(super) const fn first_bits(byte: u8) -> u32 {
    match byte {
        b'a'..=b'z' => (byte - b'a' + 1) as u32 * (1 << 26),
        _ => 0,
    }
}

fn name_starts(names: &[u8]) -> u32 {
    let starts = (start_mask(names) >> 36) as u32 & 0x3ff_ffff;
    let alone = names.get(1).is_some_and(|next| matches!(next, b' ' | b'\n'));
    starts | names.first().map_or(0, |first| first_bits(*first)) | if alone { FIRST_IS_WORD } else { 0 }
}

fn start_mask(text: &[u8]) -> u64 {
    let mut before = b' ';
    text.iter().fold(0, |all, byte| {
        let starts = matches!(before, b' ' | b'\n');
        before = *byte;
        if starts { all | start_bit(*byte) } else { all }
    })
}

/// Fills one section: segments of it, each once, within the limit.
struct Section<'a> {
    text: &'a mut Vec<u8>,
    start: usize,
    /// Segments of earlier sections count as present from here.
    seen: usize,
}

impl Section<'_> {
    fn put(&mut self, segment: &[u8]) {
        let segment = clip(segment, SECTION.saturating_sub(self.text.len() - self.start + 1));
        if segment.is_empty() || self.text[self.seen..].split(|byte| *byte == b'\n').any(|other| other == segment) {
            return;
        }
        if self.text.len() > self.start {
            self.text.push(b'\n');
        }
        self.text.extend_from_slice(segment);
    }
}

/// At most `limit` bytes, without cutting a character.
fn clip(text: &[u8], limit: usize) -> &[u8] {
    let mut end = text.len().min(limit);
    while end > 0 && end < text.len() && text[end] & 0xc0 == 0x80 {
        end -= 1;
    }
    &text[..end]
}

/// Whether the handle is a phone number, which its digits stand for.
fn is_phone(handle: &str) -> bool {
    let digits = handle.chars().filter(|c| digit(*c).is_some()).count();
    digits >= PHONE && !handle.chars().any(char::is_alphabetic)
}

fn notes_of<'a>(fields: &Fields<'a>) -> &'a str {
    let end = fields.notes.char_indices().nth(NOTES).map_or(fields.notes.len(), |(at, _)| at);
    fields.notes.get(..end).unwrap_or_default()
}

/// Builds the key of one row.
pub(super) fn pack(fields: &Fields) -> Packed {
    let mut text = Vec::with_capacity(256);
    let names = [fields.name, fields.company];
    let handles = fields.handles.iter().filter(|handle| !is_phone(handle));
    let others: Vec<&str> = fields.people.iter().chain(handles).copied().chain([fields.city]).collect();
    let strict: Vec<&str> = fields.country.iter().chain(&fields.tags).copied().collect();
    let notes = notes_of(fields);

    let mut ends = Ends::default();
    let mut section = |seen: usize, fill: &mut dyn FnMut(&mut Section)| {
        let start = text.len();
        fill(&mut Section { text: &mut text, start, seen: seen.min(start) });
        // A line end behind the section keeps segments apart from the next section's.
        if text.len() > start {
            text.push(b'\n');
        }
        text.len() as u16
    };
    let all_forms = |texts: &[&str], section: &mut Section| {
        texts.iter().flat_map(|text| forms(text, false)).for_each(|form| section.put(&form.text));
    };
    let all_raw = |texts: &[&str], section: &mut Section| {
        texts.iter().filter_map(|text| raw(text, false)).for_each(|form| section.put(&form.text));
    };
    ends.name = section(0, &mut |section| all_forms(&names, section));
    ends.other = section(0, &mut |section| all_forms(&others, section));
    ends.strict = section(usize::MAX, &mut |section| {
        all_forms(&strict, section);
        section.put(&plain(notes));
    });
    ends.digits = section(usize::MAX, &mut |section| {
        fields.digits.iter().for_each(|digits| section.put(fold_digits(digits).as_bytes()));
        let phones = fields.handles.iter().filter(|handle| is_phone(handle) && fields.digits.is_empty());
        phones.for_each(|phone| section.put(fold_digits(phone).as_bytes()));
    });
    ends.raw_name = section(usize::MAX, &mut |section| all_raw(&names, section));
    ends.raw_other = section(usize::MAX, &mut |section| all_raw(&others, section));
    ends.raw_strict = section(usize::MAX, &mut |section| {
        all_raw(&strict, section);
        all_raw(&[notes], section);
    });
    let (other, strict, digits) = (usize::from(ends.other), usize::from(ends.strict), usize::from(ends.digits));
    let has_raw = if text.len() > digits { HAS_RAW } else { 0 };
    let fuzzy_mask = mask(&text[..other]) | start_mask(&text[..other]) | has_raw;
    let phones = &text[strict..digits];
    let phone_starts = phones.split(|byte| *byte == b'\n').filter_map(|phone| phone.first());
    let phone_starts = phone_starts.fold(0, |all, first| all | phone_start_bit(*first));
    let strict_mask = mask(&text[other..strict]) | phone_bits(mask(phones)) | phone_starts;
    let starts = name_starts(&text[..usize::from(ends.name)]);
    Packed { text, ends, marks: Marks { fuzzy: fuzzy_mask, strict: strict_mask, starts } }
}
