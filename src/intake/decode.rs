//! Bytes to text: a byte order mark, then strict UTF-8, then UTF-16 by its zeros, then GB18030 or what a detector says.

use super::{IntakeError, Options};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, Encoding, GB18030, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes a guess is made from; a file says what it is early.
const GUESS_FROM: usize = 1 << 20;

/// Room made for the text at a time.
const STEP: usize = 1 << 20;

/// Why an encoding was chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// The caller named it.
    Asked,
    /// A byte order mark.
    Mark,
    /// The bytes allow nothing else: strict UTF-8, or UTF-16 with its zeros.
    Strict,
    /// Read as Chinese it makes sense.
    Chinese,
    /// The detector's best guess: worth a look at the preview.
    Guess,
}

impl Why {
    /// The locale key of the reason.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Asked => "intake-why-asked",
            Self::Mark => "intake-why-mark",
            Self::Strict => "intake-why-strict",
            Self::Chinese => "intake-why-chinese",
            Self::Guess => "intake-why-guess",
        }
    }
}

/// How bytes were read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Detected {
    /// The WHATWG name.
    pub encoding: &'static str,
    pub why: Why,
    /// Places where the bytes made no sense; each is U+FFFD in the text.
    pub unreadable: usize,
}

/// The text of `bytes`, without its byte order mark and without NULs, and how it was found.
pub fn decode(file: &str, bytes: Vec<u8>, options: &Options) -> Result<(String, Detected), IntakeError> {
    let (encoding, why, skip) = choose(&bytes, options)?;
    let (mut text, mut unreadable) = if encoding == UTF_8 && skip == 0 {
        // Well-formed as a rule: then the buffer is taken over without a copy.
        match String::from_utf8(bytes) {
            Ok(text) => (text, 0),
            Err(error) => read_as(encoding, error.as_bytes()),
        }
    } else {
        read_as(encoding, &bytes[skip..])
    };
    let head = &text.as_bytes()[..text.len().min(GUESS_FROM)];
    let controls = head.iter().filter(|b| **b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0c)).count();
    if controls > 8 && controls * 20 > head.len() {
        return Err(IntakeError::NotATable { file: file.to_owned(), format: "binary data" });
    }
    let nuls = memchr::memchr_iter(0, text.as_bytes()).count();
    if nuls > 0 {
        text.retain(|c| c != '\0');
        unreadable += nuls;
    }
    Ok((text, Detected { encoding: encoding.name(), why, unreadable }))
}

/// The encoding, the reason, and the length of the byte order mark to pass over.
fn choose(bytes: &[u8], options: &Options) -> Result<(&'static Encoding, Why, usize), IntakeError> {
    let mark = Encoding::for_bom(bytes);
    if let Some(label) = &options.encoding {
        let encoding = Encoding::for_label_no_replacement(label.trim().as_bytes())
            .ok_or_else(|| IntakeError::NoSuchEncoding { label: label.clone() })?;
        let skip = mark.filter(|(marked, _)| *marked == encoding).map_or(0, |(_, length)| length);
        return Ok((encoding, Why::Asked, skip));
    }
    if let Some((encoding, length)) = mark {
        return Ok((encoding, Why::Mark, length));
    }
    if let Some(encoding) = wide(bytes) {
        return Ok((encoding, Why::Strict, 0));
    }
    if std::str::from_utf8(bytes).is_ok() {
        return Ok((UTF_8, Why::Strict, 0));
    }
    Ok(guess(bytes, options.chinese_hint))
}

/// UTF-16 without a mark: in a table every comma and digit has a zero byte, always on the same side.
fn wide(bytes: &[u8]) -> Option<&'static Encoding> {
    let head = &bytes[..bytes.len().min(4096) & !1];
    if head.len() < 4 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let pairs = head.len() / 2;
    let zeros = |at: usize| head.iter().skip(at).step_by(2).filter(|b| **b == 0).count();
    let (even, odd) = (zeros(0), zeros(1));
    // A fifth is enough for a Chinese file, whose letters have no zero but whose commas and digits do.
    if odd * 5 >= pairs && even * 20 <= odd {
        Some(UTF_16LE)
    } else if even * 5 >= pairs && odd * 20 <= even {
        Some(UTF_16BE)
    } else {
        None
    }
}

fn guess(bytes: &[u8], chinese: bool) -> (&'static Encoding, Why, usize) {
    let head = &bytes[..bytes.len().min(GUESS_FROM)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(head, head.len() == bytes.len());
    // A slip in a file that is otherwise UTF-8 is a slip, not another encoding.
    if mostly_utf8(head) {
        return (UTF_8, Why::Guess, 0);
    }
    let pairs = Pairs::count(head);
    let looks_chinese = pairs.level_one * 10 >= pairs.all * if chinese { 6 } else { 8 };
    // The hint is a hint: `Jörg` is no Chinese in anybody's file.
    let tld = (chinese && looks_chinese).then_some(b"cn".as_slice());
    let guess = detector.guess(tld, Utf8Detection::Deny);
    // Mostly-ASCII GBK is taken for EUC-KR. Korean names use the first rows of that plane alone; Chinese uses all.
    let hesitates = chinese || (guess.name() == "EUC-KR" && pairs.beyond_hangul * 6 >= pairs.all);
    if pairs.all > 0 && pairs.broken * 100 <= pairs.all && looks_chinese && hesitates {
        return (GB18030, Why::Chinese, 0);
    }
    match guess.name() {
        "GBK" | "gb18030" => (GB18030, Why::Chinese, 0),
        _ => (guess, Why::Guess, 0),
    }
}

/// Whether all but a few of the non-ASCII sequences are well-formed UTF-8.
fn mostly_utf8(bytes: &[u8]) -> bool {
    let (mut good, mut bad) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        good += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        bad += usize::from(!chunk.invalid().is_empty());
    }
    good > bad * 10
}

/// Two-byte sequences as GB 2312 has them.
#[derive(Default)]
struct Pairs {
    all: usize,
    /// The 3,755 common characters, B0A1 to D7F9.
    level_one: usize,
    /// Those of them where EUC-KR has no Hangul but rare Chinese characters.
    beyond_hangul: usize,
    /// Bytes that GB18030 cannot hold.
    broken: usize,
}

impl Pairs {
    fn count(bytes: &[u8]) -> Self {
        let mut pairs = Self::default();
        let mut at = 0;
        while at < bytes.len() {
            let lead = bytes[at];
            let next = bytes.get(at + 1).copied();
            at += match (lead, next) {
                (0..=0x7f, _) => 1,
                (0xa1..=0xa9, Some(0xa1..=0xfe)) => 2,
                (0x81..=0xfe, Some(0x30..=0x39)) => {
                    pairs.all += 1;
                    4
                }
                (0x81..=0xfe, Some(trail @ (0x40..=0x7e | 0x80..=0xfe))) => {
                    pairs.all += 1;
                    let common = (0xb0..=0xd7).contains(&lead) && trail >= 0xa1;
                    pairs.level_one += usize::from(common);
                    pairs.beyond_hangul += usize::from(common && lead > 0xc8);
                    2
                }
                (_, Some(_)) => {
                    pairs.broken += 1;
                    1
                }
                (_, None) => 1,
            };
        }
        pairs
    }
}

/// The text, with U+FFFD where the bytes make no sense, and how often that was.
fn read_as(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    let mut decoder = encoding.new_decoder_without_bom_handling();
    let mut text = String::new();
    let (mut rest, mut bad) = (bytes, 0);
    loop {
        // A step at a time: what the worst case asks for is three times the file.
        text.reserve(decoder.max_utf8_buffer_length(rest.len()).unwrap_or(STEP).clamp(16, STEP));
        let (result, read) = decoder.decode_to_string_without_replacement(rest, &mut text, true);
        rest = &rest[read..];
        match result {
            DecoderResult::InputEmpty => return (text, bad),
            DecoderResult::OutputFull => {}
            DecoderResult::Malformed(..) => {
                bad += 1;
                text.push('\u{fffd}');
            }
        }
    }
}

#[cfg(test)]
mod tests;
