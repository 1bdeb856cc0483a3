//! Text made comparable: small letters without accents, one space between words.

/// Text folded by [`fold`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    text: String,
    /// A bit for each pair of neighbouring bytes: most words are found missing by these alone.
    pairs: [u64; 4],
}

/// The bits of a text's pairs.
fn pairs(text: &str) -> [u64; 4] {
    let mut bits = [0; 4];
    for pair in text.as_bytes().windows(2) {
        let at = pair[0].wrapping_mul(31).wrapping_add(pair[1]);
        bits[usize::from(at >> 6)] |= 1 << (at & 63);
    }
    bits
}

/// Small letters without accents, apostrophes left out, all else that is no letter or digit a single space.
pub fn fold(text: &str) -> Folded {
    let mut out = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            // Marks, Arabic vowels and stretching, and what is put into words to hide them.
            '\u{300}'..='\u{36f}'
            | '\u{640}'
            | '\u{64b}'..='\u{652}'
            | '\u{200b}'..='\u{200f}'
            | '\u{2060}'
            | '\u{feff}'
            | '\u{ad}'
            | '\''
            | '’' => {}
            c if c.is_alphanumeric() => out.push(plain(c)),
            _ if !out.is_empty() && !out.ends_with(' ') => out.push(' '),
            _ => {}
        }
    }
    out.truncate(out.trim_end().len());
    Folded { pairs: pairs(&out), text: out }
}

fn plain(c: char) -> char {
    match c {
        'à'..='å' | 'ā' | 'ă' | 'ą' => 'a',
        'ç' | 'ć' | 'č' => 'c',
        'è'..='ë' | 'ē' | 'ę' | 'ě' => 'e',
        'ì'..='ï' | 'ī' | 'ı' => 'i',
        'ñ' | 'ń' | 'ň' => 'n',
        'ò'..='ö' | 'ø' | 'ō' | 'ő' => 'o',
        'ù'..='ü' | 'ū' | 'ů' | 'ű' => 'u',
        'ý' | 'ÿ' => 'y',
        'ś' | 'š' | 'ş' | 'ș' => 's',
        'ź' | 'ż' | 'ž' => 'z',
        'ğ' => 'g',
        'أ' | 'إ' | 'آ' => 'ا',
        'ى' => 'ي',
        // Full-width forms.
        '０'..='９' | 'ａ'..='ｚ' => u32::from(c).checked_sub(0xfee0).and_then(char::from_u32).unwrap_or(c),
        c => c,
    }
}

impl Folded {
    /// The folded text.
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// Whether `word`, folded itself, is in it: at the beginning of a word, or anywhere where the script knows no
    /// spaces. An empty word is in nothing.
    pub fn has(&self, word: &str) -> bool {
        if pairs(word).iter().zip(&self.pairs).any(|(word, own)| word & !own != 0) {
            return false;
        }
        if !word.starts_with(|c: char| c.is_ascii_alphanumeric()) {
            return !word.is_empty() && self.text.contains(word);
        }
        self.text.match_indices(word).any(|(at, _)| !self.text[..at].ends_with(|c: char| c.is_ascii_alphanumeric()))
    }
}
