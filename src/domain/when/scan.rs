//! A cursor over a line: small, copied to look ahead. Full-width digits and colons count as their ASCII twins.

/// What is still to be read.
#[derive(Clone, Copy, Debug)]
pub(super) struct Scan<'t> {
    pub rest: &'t str,
}

impl<'t> Scan<'t> {
    pub fn new(text: &'t str) -> Self {
        Self { rest: text.trim() }
    }

    /// Past spaces and a comma between the parts of a date.
    pub fn gap(&mut self) {
        self.rest = self.rest.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, ',' | '，'));
    }

    /// Whether a word or a number ends here.
    pub fn ended(&self) -> bool {
        !self.rest.starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    /// Whether the `T` of `2026-12-01T15:00` stands here: it belongs to neither side.
    pub fn before_iso_time(&self) -> bool {
        let mut ahead = *self;
        ahead.one_of(&['T', 't']).is_some() && ahead.digits().is_some()
    }

    /// Past one of these characters.
    pub fn one_of(&mut self, chars: &[char]) -> Option<char> {
        let found = self.rest.chars().next().filter(|c| chars.contains(c))?;
        self.rest = &self.rest[found.len_utf8()..];
        Some(found)
    }

    /// Past the first of `texts` that stands here.
    pub fn any<'w>(&mut self, texts: &[&'w str]) -> Option<&'w str> {
        let found = texts.iter().find(|text| self.rest.starts_with(**text))?;
        self.rest = &self.rest[found.len()..];
        Some(found)
    }

    /// Past exactly this.
    pub fn eat(&mut self, text: &str) -> bool {
        self.any(&[text]).is_some()
    }

    /// An ASCII word, in lower case.
    pub fn word(&mut self) -> Option<String> {
        let end = self.rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(self.rest.len());
        let word = self.rest.get(..end).filter(|word| !word.is_empty())?;
        self.rest = &self.rest[end..];
        Some(word.to_ascii_lowercase())
    }

    /// The next word if it is one of these.
    pub fn word_of<'w>(&mut self, words: &[&'w str]) -> Option<&'w str> {
        let mut ahead = *self;
        let word = ahead.word().filter(|_| ahead.ended())?;
        let found = words.iter().find(|known| **known == word)?;
        *self = ahead;
        Some(found)
    }

    /// Digits, and how many there were. More than nine are no number that a date has.
    pub fn digits(&mut self) -> Option<(u32, usize)> {
        let mut value = 0u32;
        let mut len = 0;
        let mut ahead = *self;
        while let Some(digit) = ahead.rest.chars().next().and_then(digit) {
            if len == 9 {
                return None;
            }
            value = value * 10 + digit;
            len += 1;
            ahead.rest = ahead.rest.split_at(ahead.rest.chars().next().map_or(0, char::len_utf8)).1;
        }
        (len > 0).then(|| {
            *self = ahead;
            (value, len)
        })
    }

    /// A number in digits or in Chinese up to 99.
    pub fn count(&mut self) -> Option<u32> {
        self.digits().map(|(value, _)| value).or_else(|| self.chinese())
    }

    /// `三`, `十`, `十五`, `二十`, `二十三`.
    fn chinese(&mut self) -> Option<u32> {
        let mut ahead = *self;
        let tens = ahead.chinese_digit();
        let value = if ahead.eat("十") { tens.unwrap_or(1) * 10 + ahead.chinese_digit().unwrap_or(0) } else { tens? };
        *self = ahead;
        Some(value)
    }

    fn chinese_digit(&mut self) -> Option<u32> {
        let c = self.one_of(&['一', '二', '两', '兩', '三', '四', '五', '六', '七', '八', '九'])?;
        Some(match c {
            '一' => 1,
            '二' | '两' | '兩' => 2,
            '三' => 3,
            '四' => 4,
            '五' => 5,
            '六' => 6,
            '七' => 7,
            '八' => 8,
            _ => 9,
        })
    }
}

fn digit(c: char) -> Option<u32> {
    match c {
        '０'..='９' => Some(u32::from(c) - u32::from('０')),
        _ => c.to_digit(10),
    }
}
