//! Addresses in a text: mail and web. What stands in quotes and disclaimers is nobody's.

use super::lines::{Kind, Sheet};
use std::ops::Range;

/// The addresses of a text.
#[derive(Debug, Default)]
pub struct Marks {
    pub emails: Vec<(Range<usize>, Kind)>,
    pub urls: Vec<(Range<usize>, Kind)>,
}

impl Marks {
    /// Whether `at` is within an address.
    pub fn covers(&self, range: &Range<usize>) -> bool {
        let meets = |(mark, _): &(Range<usize>, Kind)| mark.start < range.end && range.start < mark.end;
        self.emails.iter().any(meets) || self.urls.iter().any(meets)
    }
}

/// Finds them.
pub fn marks(sheet: &Sheet<'_>) -> Marks {
    let mut marks = Marks::default();
    for line in &sheet.lines {
        if matches!(line.kind, Kind::Body | Kind::Sign | Kind::From) {
            urls(sheet, &line.range, line.kind, &mut marks);
            emails(sheet, &line.range, line.kind, &mut marks);
            domains(sheet, &line.range, line.kind, &mut marks);
        }
    }
    marks
}

fn ends_token(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '<' | '>' | '"' | '|' | '，' | '。' | '；' | '）' | '（' | '、' | '»' | '«' | '”' | '“' | '،' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
}

/// What begins with a scheme, with `www.`, or with a host of a messenger.
fn urls(sheet: &Sheet<'_>, range: &Range<usize>, kind: Kind, marks: &mut Marks) {
    const STARTS: [&str; 17] = [
        "https://",
        "http://",
        "www.",
        "wa.me/",
        "t.me/",
        "m.me/",
        "linkedin.com/",
        "facebook.com/",
        "fb.com/",
        "instagram.com/",
        "x.com/",
        "twitter.com/",
        "tiktok.com/",
        "youtube.com/",
        "line.me/",
        "u.wechat.com/",
        "skype:",
    ];
    let low = sheet.low_at(range);
    let mut at = 0;
    while at < low.len() {
        let next = STARTS.iter().filter_map(|start| low[at..].find(start).map(|found| at + found)).min();
        let Some(found) = next else { return };
        let before = low[..found].chars().next_back();
        if before.is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '.' | '@' | '-')) {
            at = found + 1;
            continue;
        }
        let end = low[found..].find(ends_token).map_or(low.len(), |end| found + end);
        let token = low[found..end].trim_end_matches(['.', ',', ';', ':', '!', '?', ')', ']', '\'', '*']);
        let end = found + token.len();
        // `skype: anna` is a label.
        if token.len() > 6 && !token.ends_with(':') {
            marks.urls.push((range.start + found..range.start + end, kind));
        }
        at = end.max(found + 1);
    }
}

fn emails(sheet: &Sheet<'_>, range: &Range<usize>, kind: Kind, marks: &mut Marks) {
    let slice = sheet.at(range);
    let local =
        |c: char| c.is_alphanumeric() && !super::words::is_han(c) || matches!(c, '.' | '_' | '-' | '+' | '\'' | '&');
    let domain = |c: char| c.is_alphanumeric() && !super::words::is_han(c) || matches!(c, '.' | '-');
    for (at, _) in slice.match_indices('@') {
        let start = slice[..at]
            .rfind(|c| !local(c))
            .map_or(0, |end| end + slice[end..].chars().next().map_or(1, char::len_utf8));
        let start = start + slice[start..at].len() - slice[start..at].trim_start_matches(['.', '-', '\'', '&']).len();
        let end = slice[at + 1..].find(|c| !domain(c)).map_or(slice.len(), |end| at + 1 + end);
        let end = at + slice[at..end].trim_end_matches(['.', '-']).len();
        let found = range.start + start..range.start + end;
        let in_url = marks.urls.iter().any(|(url, _)| url.start < found.end && found.start < url.end);
        if start < at && slice[at + 1..end.max(at + 1)].contains('.') && !in_url {
            marks.emails.push((found, kind));
        }
    }
}

/// Bare domains: on a card, or where the mail comes from it, or a word before says so.
fn domains(sheet: &Sheet<'_>, range: &Range<usize>, kind: Kind, marks: &mut Marks) {
    let low = sheet.low_at(range);
    let start = low.as_ptr() as usize;
    for word in low.split(|c: char| c.is_whitespace() || matches!(c, ',' | '|' | ';' | '(' | ')' | '<' | '>' | '，')) {
        let word = word.trim_end_matches(['.', ':']);
        let word = word.rsplit_once([':', '：']).map_or(word, |(_, rest)| rest);
        if !is_domain(word) {
            continue;
        }
        let at = range.start + (word.as_ptr() as usize - start);
        let found = at..at + word.len();
        let host = word.split('/').next().unwrap_or_default();
        let before = sheet.low_at(&(range.start..at));
        let said = ["at", "web", "site", "website", "web:", "website:", "us at", "网址：", "网址:"]
            .iter()
            .any(|w| before.trim_end().ends_with(w));
        let own = marks.emails.iter().any(|(email, _)| sheet.low_at(email).ends_with(&format!("@{host}")));
        if !marks.covers(&found) && (kind == Kind::Sign || own || said) {
            marks.urls.push((found, kind));
        }
    }
}

fn is_domain(word: &str) -> bool {
    let host = word.split('/').next().unwrap_or_default();
    let mut labels = host.split('.');
    let sound = |label: &str| !label.is_empty() && label.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
    let top = host.rsplit('.').next().unwrap_or_default();
    // A file, an abbreviation with dots and a legal form are no domains.
    let file = matches!(top, "pdf" | "doc" | "docx" | "xls" | "xlsx" | "jpg" | "png" | "zip" | "ltd");
    host.contains('.')
        && labels.all(sound)
        && top.len() >= 2
        && top.chars().all(|c| c.is_ascii_alphabetic())
        && host.split('.').any(|label| label.len() >= 4)
        && !file
}
