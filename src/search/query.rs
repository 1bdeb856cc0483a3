//! What was typed, folded like the rows.

use super::{
    fold::{digit, fold_digits, forms, is_foreign, is_gap, is_han, raw},
    pack::{Marks, bit, mask, phone_bits},
};
use memchr::memmem::Finder;

/// Nobody types more; a paste may.
const TERMS: usize = 12;
const CHARS: usize = 256;

/// One spelling of a term.
pub(super) struct Alt {
    pub text: Vec<u8>,
    pub finder: Finder<'static>,
    pub mask: u64,
}

impl Alt {
    fn new(text: Vec<u8>) -> Self {
        Self { finder: Finder::new(&text).into_owned(), mask: mask(&text), text }
    }
}

/// One word of the query.
pub(super) struct Term {
    /// In ASCII; several when the word has umlauts, none when only its own script will do.
    pub alts: Vec<Alt>,
    /// As written, when it isn't Latin.
    pub raw: Option<Finder<'static>>,
    /// Only digits: `alts` are then the digits as typed and without zeros in front.
    pub digits: bool,
}

impl Term {
    fn new(piece: &str) -> Option<Self> {
        if piece.chars().all(|c| digit(c).is_some()) {
            let typed = fold_digits(piece);
            let bare = typed.trim_start_matches('0');
            let mut alts = vec![Alt::new(typed.clone().into_bytes())];
            if bare.len() < typed.len() {
                alts.push(Alt::new(bare.as_bytes().to_vec()));
            }
            return Some(Self { alts, raw: None, digits: true });
        }
        let raw = raw(piece, false).map(|form| Finder::new(&form.text).into_owned());
        // Arabic in Latin letters is a guess; Cyrillic, Greek, kana and Hangul are not.
        let readable = |c: char| {
            !is_foreign(c)
                || matches!(c, '\u{370}'..='\u{52f}' | '\u{1100}'..='\u{11ff}' | '\u{3040}'..='\u{30ff}' | '\u{ac00}'..='\u{d7af}')
        };
        let alts = match piece.chars().all(|c| readable(c) && !is_han(c)) {
            true => forms(piece, false).into_iter().map(|form| Alt::new(form.text)).collect(),
            false => Vec::new(),
        };
        (raw.is_some() || !alts.is_empty()).then_some(Self { alts, raw, digits: false })
    }

    /// Whether whoever matches `self` was also a candidate for `earlier`.
    fn extends(&self, earlier: &Self) -> bool {
        let grown = |longer: &[u8], shorter: &[u8]| longer.starts_with(shorter);
        let raw = match (&self.raw, &earlier.raw) {
            (Some(now), Some(then)) => grown(now.needle(), then.needle()),
            (None, None) => true,
            _ => false,
        };
        let bare = |alts: &[Alt]| alts.last().map_or(Vec::new(), |alt| alt.text.clone());
        let alts = match self.digits {
            true => grown(&bare(&self.alts), &bare(&earlier.alts)),
            false => self.alts.iter().all(|now| earlier.alts.iter().any(|then| grown(&now.text, &then.text))),
        };
        raw && alts && self.digits == earlier.digits
    }

    /// The letter, when that is the whole term.
    pub fn letter(&self) -> Option<u8> {
        let Self { alts, raw: None, digits: false } = self else { return None };
        let [Alt { text, .. }] = alts.as_slice() else { return None };
        text.first().copied().filter(|letter| text.len() == 1 && letter.is_ascii_lowercase())
    }

    /// Whether the letters are there at all, by the masks of a row.
    pub fn may(&self, Marks { fuzzy, strict, .. }: Marks) -> bool {
        if self.raw.is_some() && fuzzy & HAS_RAW != 0 {
            return true;
        }
        let Some(last) = self.alts.last() else { return false };
        if self.digits {
            return last.mask & !fuzzy == 0 || last.mask & !strict == 0 || phone_bits(last.mask) & !strict == 0;
        }
        self.alts.iter().any(|alt| alt.mask & !fuzzy == 0 || alt.mask & !strict == 0)
    }
}

/// Bit of the fuzzy mask: the row has text in a script of its own.
pub(super) const HAS_RAW: u64 = 1 << 63;

/// A query, ready to be asked of many rows.
pub(super) struct Query {
    pub terms: Vec<Term>,
    /// All digits of a query that is only a phone number, as it may be stored: `0151 2` is also `1512`.
    pub phone: Vec<Alt>,
    /// The whole query as one run of words, when there are several.
    pub phrase: Option<Finder<'static>>,
}

impl Query {
    pub fn new(text: &str) -> Self {
        let text: String = text.chars().take(CHARS).collect();
        let terms: Vec<Term> =
            text.split(is_gap).filter(|piece| !piece.is_empty()).take(TERMS).filter_map(Term::new).collect();
        let mut phone = Vec::new();
        if !terms.is_empty() && terms.iter().all(|term| term.digits) {
            phone = phone_forms(&text).into_iter().map(|digits| Alt::new(digits.into_bytes())).collect();
        }
        let words: Vec<&[u8]> = terms.iter().filter_map(|term| Some(term.alts.first()?.text.as_slice())).collect();
        let phrase = (words.len() > 1 && words.len() == terms.len() && phone.is_empty())
            .then(|| Finder::new(&words.join(&b' ')).into_owned());
        Self { terms, phone, phrase }
    }

    /// Whether a row that isn't a candidate for `earlier` can't be one for `self`.
    pub fn extends(&self, earlier: &Self) -> bool {
        self.terms.len() >= earlier.terms.len()
            && self.terms.iter().zip(&earlier.terms).all(|(now, then)| now.extends(then))
    }

    /// The letter, when that is the whole query.
    pub fn letter(&self) -> Option<u8> {
        let [term] = self.terms.as_slice() else { return None };
        term.letter()
    }

    pub fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }
}

/// The digits of a phone number as it may be stored: as typed, without the trunk zero, without an international `00`.
pub(super) fn phone_forms(text: &str) -> Vec<String> {
    let typed = fold_digits(&text.replace("(0)", ""));
    let mut all = vec![typed.clone()];
    for prefix in ["00", "0"] {
        all.extend(typed.strip_prefix(prefix).filter(|rest| !rest.is_empty()).map(String::from));
    }
    all
}

/// Whether the byte is part of a word.
pub(super) const fn is_word(byte: u8) -> bool {
    bit(byte) != 0
}
