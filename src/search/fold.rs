//! One spelling for many: what is compared instead of what is written.
//!
//! Latin and most other scripts go through deunicode; Chinese goes through pinyin, because deunicode knows one reading
//! per character and puts a space behind each. Every byte of a form can be traced to the character it came from, so
//! that a match of `yiwu` marks 义乌.

use deunicode::deunicode_char;
use pinyin::ToPinyinMulti;

/// A text of Chinese characters has at most this many readings.
const READINGS: usize = 6;
/// Initials of longer runs say nothing.
const INITIALS: usize = 16;

/// One way to write a text, in bytes to search.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Form {
    pub text: Vec<u8>,
    /// The character (start, end) in the original behind each byte; empty unless asked for.
    pub from: Vec<(u32, u32)>,
}

/// Lower-case ASCII words, separated by single spaces: `Müller & Söhne` is `muller sohne`, `义乌` is `yiwu`.
pub fn fold(text: &str) -> String {
    let form = latin(text, &Way::default(), false);
    String::from_utf8(form.text).unwrap_or_default()
}

/// Every form under which `text` is found: folded, all readings of Chinese and their initials, `ae oe ue` for the
/// umlauts, and the text itself where it isn't Latin.
pub fn keys_of(text: &str) -> Vec<String> {
    let all = forms(text, false).into_iter().chain(raw(text, false));
    all.map(|form| String::from_utf8(form.text).unwrap_or_default()).collect()
}

/// The digits of `text` in ASCII, whatever script writes them.
pub fn fold_digits(text: &str) -> String {
    text.chars().filter_map(digit).collect()
}

/// The digit that a character is.
pub(super) fn digit(c: char) -> Option<char> {
    if c.is_ascii() {
        return c.is_ascii_digit().then_some(c);
    }
    let folded = if c.is_numeric() { deunicode_char(c)? } else { return None };
    let mut chars = folded.chars();
    chars.next().filter(|first| first.is_ascii_digit() && chars.next().is_none())
}

/// Whether pinyin reads the character.
pub(super) fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{4dbf}' | '\u{4e00}'..='\u{9fff}' | '\u{20000}'..='\u{3134f}' | '〇')
}

/// A letter of a script that people also search for as written.
pub(super) fn is_foreign(c: char) -> bool {
    c >= '\u{370}'
        && c.is_alphabetic()
        && !matches!(c, '\u{1d00}'..='\u{1eff}' | '\u{2c60}'..='\u{2c7f}' | '\u{a720}'..='\u{a7ff}' | '\u{ff21}'..='\u{ff5a}')
}

/// Inside a name, and left out by half of those who write it.
fn is_silent(c: char) -> bool {
    matches!(c, '\'' | '`' | '´' | '‘' | '’' | 'ʼ' | 'ʻ' | 'ʹ' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{ad}' | '\u{300}'..='\u{36f}')
}

/// Whether the character ends a word, in names and in queries.
pub(super) fn is_gap(c: char) -> bool {
    if c.is_ascii() {
        return !c.is_ascii_alphanumeric() && !is_silent(c);
    }
    c.is_whitespace()
        || matches!(c, '\u{80}'..='\u{a9}' | '«' | '¬' | '®'..='±' | '¶'..='¸' | '»' | '¿' | '×' | '÷' | '،' | '؛' | '؟')
        || (matches!(c, '\u{2000}'..='\u{206f}' | '\u{3000}'..='\u{3004}' | '\u{3008}'..='\u{3020}' | '・' | '\u{fe30}'..='\u{fe4f}')
            && !is_silent(c))
        || matches!(c, '\u{ff00}'..='\u{ff0f}' | '\u{ff1a}'..='\u{ff20}' | '\u{ff3b}'..='\u{ff40}' | '\u{ff5b}'..='\u{ff65}')
}

/// What Germans and Danes write where the letter is missing.
fn alias(c: char) -> Option<&'static str> {
    Some(match c {
        'ä' | 'Ä' => "ae",
        'ö' | 'Ö' | 'ø' | 'Ø' => "oe",
        'ü' | 'Ü' => "ue",
        'å' | 'Å' => "aa",
        _ => return None,
    })
}

/// Which of the possible readings a form takes.
#[derive(Clone, Default)]
struct Way {
    alias: bool,
    /// The reading of the n-th Chinese character; the first where none is named.
    readings: Vec<u8>,
    /// Only the initials of Chinese characters.
    initials: bool,
}

/// The readings of a character, without tones, each once.
fn readings(c: char) -> Vec<&'static str> {
    let mut all: Vec<&'static str> = Vec::new();
    for reading in c.to_pinyin_multi().into_iter().flatten().map(|one| one.plain()) {
        if !all.contains(&reading) {
            all.push(reading);
        }
    }
    all
}

/// Collects bytes; a gap counts only between words.
struct Writer {
    form: Form,
    traced: bool,
    gap: bool,
}

impl Writer {
    fn put(&mut self, byte: u8, from: (u32, u32)) {
        if self.gap && !self.form.text.is_empty() {
            self.form.text.push(b' ');
            if self.traced {
                self.form.from.push((from.0, from.0));
            }
        }
        self.gap = false;
        self.form.text.push(byte);
        if self.traced {
            self.form.from.push(from);
        }
    }

    fn word(&mut self, folded: &str, from: (u32, u32)) {
        for c in folded.chars() {
            match c {
                'ü' | 'Ü' => self.put(b'v', from),
                _ if c.is_ascii_alphanumeric() => self.put(c.to_ascii_lowercase() as u8, from),
                '\'' | '`' => {}
                _ if c.is_ascii() => self.gap = true,
                _ => {
                    for plain in deunicode_char(c).unwrap_or_default().bytes().filter(u8::is_ascii_alphanumeric) {
                        self.put(plain.to_ascii_lowercase(), from);
                    }
                }
            }
        }
    }
}

/// The ASCII form of `text` along one way.
fn latin(text: &str, way: &Way, traced: bool) -> Form {
    let mut writer = Writer { form: Form::default(), traced, gap: false };
    writer.form.text.reserve(text.len());
    let (mut han, mut after_han) = (0, false);
    for (at, c) in text.char_indices() {
        let from = (at as u32, (at + c.len_utf8()) as u32);
        if is_han(c) {
            let all = readings(c);
            let nth = way.readings.get(han).copied().unwrap_or_default();
            han += 1;
            writer.gap |= !after_han;
            after_han = true;
            if let Some(reading) = all.get(usize::from(nth)).or(all.first()) {
                let end = if way.initials { reading.chars().next().map_or(0, char::len_utf8) } else { reading.len() };
                writer.word(reading.get(..end).unwrap_or(reading), from);
            }
            continue;
        }
        writer.gap |= after_han;
        after_han = false;
        if way.initials || is_gap(c) {
            writer.gap = true;
        } else if is_silent(c) {
        } else if c.is_ascii() {
            writer.put(c.to_ascii_lowercase() as u8, from);
        } else {
            let folded = alias(c).filter(|_| way.alias).or_else(|| deunicode_char(c));
            writer.word(folded.unwrap_or(" "), from);
        }
    }
    writer.form
}

/// All choices of readings: every combination while they are few, else one character at a time.
fn ways(text: &str) -> Vec<Way> {
    let counts: Vec<usize> = text.chars().filter(|c| is_han(*c)).map(|c| readings(c).len().max(1)).collect();
    let product = counts.iter().try_fold(1_usize, |all, count| all.checked_mul(*count)).unwrap_or(usize::MAX);
    let mut ways = vec![Way::default()];
    if product <= READINGS {
        for nth in 1..product {
            let mut rest = nth;
            let pick = |count: &usize| {
                let one = rest % count;
                rest /= count;
                one as u8
            };
            ways.push(Way { readings: counts.iter().map(pick).collect(), ..Way::default() });
        }
        return ways;
    }
    let others = counts.iter().enumerate().flat_map(|(at, count)| (1..*count).map(move |reading| (at, reading)));
    for (at, reading) in others.take(READINGS - 1) {
        let mut readings = vec![0; at + 1];
        readings[at] = reading as u8;
        ways.push(Way { readings, ..Way::default() });
    }
    ways
}

/// The ASCII forms of `text`, the plainest first, each once.
pub(super) fn forms(text: &str, traced: bool) -> Vec<Form> {
    let mut all = vec![latin(text, &Way::default(), traced)];
    if text.is_ascii() {
        all.retain(|form| !form.text.is_empty());
        return all;
    }
    if text.chars().any(|c| alias(c).is_some()) {
        all.push(latin(text, &Way { alias: true, ..Way::default() }, traced));
    }
    if text.chars().any(is_han) {
        let ways = ways(text);
        all.extend(ways.iter().skip(1).map(|way| latin(text, way, traced)));
        for way in ways {
            let form = latin(text, &Way { initials: true, ..way }, traced);
            if (2..=INITIALS).contains(&form.text.len()) {
                all.push(form);
            }
        }
    }
    let mut once: Vec<Form> = Vec::with_capacity(all.len());
    for form in all {
        if !form.text.is_empty() && once.iter().all(|other| other.text != form.text) {
            once.push(form);
        }
    }
    once
}

/// The ASCII form that leaves Chinese out: enough for notes, where pinyin would treble the size.
pub(super) fn plain(text: &str) -> Vec<u8> {
    let without: String = text.chars().map(|c| if is_han(c) { ' ' } else { c }).collect();
    latin(&without, &Way::default(), false).text
}

/// The text as written, lower-case, when it has letters that people search for as written.
pub(super) fn raw(text: &str, traced: bool) -> Option<Form> {
    if text.is_ascii() || !text.chars().any(is_foreign) {
        return None;
    }
    let mut form = Form::default();
    let mut buffer = [0; 4];
    for (at, c) in text.char_indices() {
        let from = (at as u32, (at + c.len_utf8()) as u32);
        for lower in c.to_lowercase().filter_map(alike) {
            let bytes = if is_gap(lower) { " " } else { lower.encode_utf8(&mut buffer) };
            form.text.extend_from_slice(bytes.as_bytes());
            if traced {
                form.from.extend(bytes.bytes().map(|_| from));
            }
        }
    }
    Some(form)
}

/// Letters that are written now one way, now another; `None` for marks that are mostly left out.
fn alike(c: char) -> Option<char> {
    Some(match c {
        _ if is_silent(c) => return None,
        '\u{64b}'..='\u{652}' | '\u{670}' | '\u{640}' => return None,
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' | 'ی' => 'ي',
        'ک' => 'ك',
        'ة' => 'ه',
        'ё' => 'е',
        'ς' => 'σ',
        _ => c,
    })
}

#[cfg(test)]
mod tests;
