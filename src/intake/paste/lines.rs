//! The lines of a pasted text: what is head, letter, signature, quote and noise.

use super::words::{Label, lower, words};
use crate::intake::mail::{header_block, is_attribution, is_divider, is_farewell};
use std::ops::Range;

/// What a line is part of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Blank,
    Body,
    /// `From: ...` of a mail.
    From,
    /// Another line of the head: our own address may stand there.
    Head,
    Sign,
    /// Somebody else's words, or ours.
    Quote,
    /// Disclaimers, `Sent from my phone`, rulers.
    Noise,
}

/// A line, or a part of one.
#[derive(Clone, Debug)]
pub struct Line {
    /// Without the blanks, bullets and pictures around it.
    pub range: Range<usize>,
    pub kind: Kind,
    /// Who wrote it, in a chat.
    pub author: Option<Range<usize>>,
}

/// A part of a line between separators.
#[derive(Clone, Debug)]
pub struct Segment {
    pub line: usize,
    pub label: Option<Label>,
    /// Without the label.
    pub value: Range<usize>,
    pub kind: Kind,
}

/// A text, its lower case (as many bytes), its lines and their parts.
pub struct Sheet<'t> {
    pub text: &'t str,
    pub low: String,
    pub lines: Vec<Line>,
    pub segments: Vec<Segment>,
}

/// Lines of a signature at most.
const SIGNATURE: usize = 14;
/// Characters of a line on a card at most.
const CARD_LINE: usize = 72;

impl<'t> Sheet<'t> {
    /// Divides a text.
    pub fn of(text: &'t str) -> Self {
        let mut sheet = Self { text, low: lower(text), lines: Vec::new(), segments: Vec::new() };
        sheet.divide();
        sheet.sign();
        sheet.cut();
        sheet
    }

    /// The text of a range.
    pub fn at(&self, range: &Range<usize>) -> &'t str {
        &self.text[range.clone()]
    }

    /// The same in lower case.
    pub fn low_at(&self, range: &Range<usize>) -> &str {
        &self.low[range.clone()]
    }

    /// Lines that are the sender's own words.
    pub fn own(&self) -> impl Iterator<Item = (usize, &Line)> {
        self.lines.iter().enumerate().filter(|(_, line)| matches!(line.kind, Kind::Body | Kind::Sign))
    }

    /// The value behind the first label of this kind that has one.
    pub fn labelled(&self, label: Label) -> impl Iterator<Item = &Range<usize>> {
        self.segments.iter().filter(move |s| s.label == Some(label) && !s.value.is_empty()).map(|s| &s.value)
    }

    fn divide(&mut self) {
        let start = self.text.as_ptr() as usize;
        let raw: Vec<(usize, &str)> = self.text.lines().map(|l| (l.as_ptr() as usize - start, l)).collect();
        let mut written = false;
        let mut at = 0;
        while at < raw.len() {
            let (offset, line) = raw[at];
            let trimmed = line.trim();
            let whole = offset..offset + line.len();
            let head = if written { 0 } else { self.head(&raw[at..]) };
            if (is_divider(trimmed) || header_block(&raw[at..])) && written {
                raw[at..].iter().for_each(|(offset, line)| self.push(*offset..*offset + line.len(), Kind::Quote));
                return;
            }
            if head > 0 {
                for (offset, line) in &raw[at..at + head] {
                    let kind = if self.is_from(line) { Kind::From } else { Kind::Head };
                    self.push(*offset..*offset + line.len(), kind);
                }
                at += head;
                continue;
            }
            let kind = self.kind(trimmed, &raw[at + 1..]);
            if kind == Kind::Noise && self.is_noise(trimmed) {
                // A disclaimer is a paragraph.
                while at < raw.len() && !raw[at].1.trim().is_empty() {
                    self.push(raw[at].0..raw[at].0 + raw[at].1.len(), Kind::Noise);
                    at += 1;
                }
                continue;
            }
            written |= kind == Kind::Body;
            self.push(whole, kind);
            at += 1;
        }
    }

    fn kind(&self, line: &str, below: &[(usize, &str)]) -> Kind {
        if line.is_empty() {
            Kind::Blank
        } else if line.starts_with('>') || is_attribution(line, below) {
            Kind::Quote
        } else if is_divider(line) || self.is_noise(line) {
            Kind::Noise
        } else {
            Kind::Body
        }
    }

    fn is_noise(&self, line: &str) -> bool {
        let low = lower(line);
        words().noise.iter().any(|word| low.contains(word.as_str()))
    }

    /// How many lines the head of a mail has here: at least a sender and one more.
    fn head(&self, lines: &[(usize, &str)]) -> usize {
        let mut count = 0;
        let mut from = false;
        for (_, line) in lines {
            let Some(key) = label_key(line) else { break };
            let is_from = words().headers.from.contains(&key);
            if !is_from && !words().headers.other.contains(&key) {
                break;
            }
            from |= is_from;
            count += 1;
        }
        if from && count >= 2 { count } else { 0 }
    }

    fn is_from(&self, line: &str) -> bool {
        label_key(line).is_some_and(|key| words().headers.from.contains(&key))
    }

    fn push(&mut self, whole: Range<usize>, kind: Kind) {
        let mut range = tidy(self.text, whole);
        let mut author = None;
        if kind == Kind::Body
            && let Some((name, rest)) = chat(self.text, &range)
        {
            author = Some(name);
            range = rest;
        }
        self.lines.push(Line { range, kind, author });
    }

    /// Finds the signature: below a farewell or the standard's mark; else the last paragraph if it looks like one; else
    /// everything, if the text is a card.
    fn sign(&mut self) {
        self.inline_farewell();
        let bodies: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].kind == Kind::Body).collect();
        let (Some(first), Some(last)) = (bodies.first().copied(), bodies.last().copied()) else { return };
        if self.lines.iter().any(|line| line.kind == Kind::Sign) {
            return;
        }
        let raw = |at: usize| self.raw_line(at);
        let near = |at: &usize| bodies.iter().filter(|body| **body > *at).count() <= SIGNATURE;
        let mark = (first..=last).rfind(|at| matches!(raw(*at), "--" | "—") && near(at));
        let farewell = bodies.iter().copied().filter(|at| *at > first).filter(near).find(|at| is_farewell(raw(*at)));
        if let Some(at) = mark.or(farewell) {
            // A mark is no line of its own any more; a farewell stays in the letter.
            self.set(at + 1..=last, Kind::Sign);
            self.lines[at].kind = Kind::Noise;
            return;
        }
        if let Some(at) = bodies.iter().copied().find(|at| raw(*at).starts_with("——") && *at > first) {
            self.set(at..=last, Kind::Sign);
            return;
        }
        let top = (first..=last).rfind(|at| self.lines[*at].kind == Kind::Blank).map_or(first, |blank| blank + 1);
        if self.lines[top..=last].iter().any(|line| line.author.is_some()) {
            return;
        }
        // A name may follow the last sentence without a gap.
        let named = |at: &usize| super::who::is_name(self.at(&self.lines[*at].range)) && self.is_card(*at, last);
        let from = Some(top).filter(|top| self.is_card(*top, last)).or_else(|| (top + 1..=last).find(named));
        if let Some(from) = from {
            self.set(from..=last, Kind::Sign);
        }
    }

    fn raw_line(&self, at: usize) -> &'t str {
        let range = &self.lines[at].range;
        let from = self.text[..range.start].rfind('\n').map_or(0, |at| at + 1);
        let to = self.text[range.end..].find('\n').map_or(self.text.len(), |at| range.end + at);
        self.text[from..to].trim()
    }

    fn set(&mut self, lines: std::ops::RangeInclusive<usize>, kind: Kind) {
        for line in &mut self.lines[lines] {
            if line.kind == Kind::Body {
                line.kind = kind;
            }
        }
    }

    /// Short lines without a sentence, with something of a card among them.
    fn is_card(&self, top: usize, last: usize) -> bool {
        let lines: Vec<&str> = self.lines[top..=last].iter().map(|line| self.at(&line.range)).collect();
        let short = lines.iter().all(|line| {
            let sentence =
                line.contains(['?', '？', '!', '؟', '。']) || line.contains(". ") && line.chars().count() > 48;
            line.chars().count() <= CARD_LINE && !sentence
        });
        let ranges = self.lines[top..=last].iter().map(|line| &line.range);
        let labels = ranges.filter(|range| label(self.text, range).0.is_some_and(is_form)).count();
        let reach = lines.iter().any(|line| line.contains('@') || digits(line) >= 7 || line.contains("www."));
        let name = super::who::is_name(lines[0]) || super::who::company_in(lines[0]).is_some();
        let wanted = lines.iter().any(|line| super::want::amount_in(line).is_some());
        let enough = if lines.len() == 1 { super::who::is_name(lines[0]) } else { reach || name };
        short && labels < 2 && !wanted && enough
    }

    /// `Regards, Anna` and `..., Gruß, Sepp Huber, Huber KG`: what follows is the signature.
    fn inline_farewell(&mut self) {
        let own: Vec<usize> = (0..self.lines.len()).filter(|at| self.lines[*at].kind == Kind::Body).collect();
        for at in own.iter().rev().take(SIGNATURE).copied() {
            let range = self.lines[at].range.clone();
            let found = words().farewell.iter().find_map(|word| {
                let place = super::words::find_word(self.low_at(&range), word, 0)?;
                let rest = range.start + place + word.len();
                let comma = self.text[rest..range.end].trim_start().starts_with([',', '،', '，']);
                let from = rest + self.text[rest..range.end].find(|c: char| c.is_alphanumeric())?;
                (comma && self.text[from..range.end].starts_with(char::is_uppercase))
                    .then_some((range.start + place, from))
            });
            let Some((before, from)) = found else { continue };
            if at == own[0] && before == range.start {
                continue;
            }
            let signature = Line { range: from..range.end, kind: Kind::Sign, author: None };
            if before == range.start {
                self.lines[at] = signature;
            } else {
                self.lines[at].range.end = before + self.text[..before].trim_end().len() - before;
                self.lines.insert(at + 1, signature);
            }
            let from = at + 1;
            let last = self.lines.len() - 1;
            if from <= last {
                self.set(from..=last, Kind::Sign);
            }
            return;
        }
    }

    /// Cuts the lines into parts and finds their labels.
    fn cut(&mut self) {
        let mut segments = Vec::new();
        for (at, line) in self.lines.iter().enumerate() {
            if !matches!(line.kind, Kind::Body | Kind::Sign) {
                continue;
            }
            for part in split(self.text, &line.range, line.kind == Kind::Sign) {
                let (label, value) = label(self.text, &part);
                segments.push(Segment { line: at, label, value, kind: line.kind });
            }
        }
        self.segments = segments;
    }
}

fn digits(line: &str) -> usize {
    line.chars().filter(|c| crate::reference::phones::digit(*c).is_some()).count()
}

/// Labels of a form, not of a card.
fn is_form(label: Label) -> bool {
    matches!(label, Label::Name | Label::Company | Label::Quantity | Label::Product | Label::Message | Label::Country)
}

/// The word before a line's colon.
pub fn label_key(line: &str) -> Option<String> {
    let line = line.trim();
    let end = line.find([':', '：'])?;
    let key = line[..end].trim().trim_matches(|c: char| matches!(c, '*' | '_' | '-' | '•' | '–'));
    (!key.is_empty() && key.chars().count() <= 32).then(|| lower(key.trim()))
}

/// Without blanks, bullets, pictures and stars around it.
pub fn tidy(text: &str, range: Range<usize>) -> Range<usize> {
    let keep = |c: char| {
        c.is_alphanumeric()
            || matches!(c, '+' | '(' | '@' | '<' | '«' | '"' | '\'' | '/' | '¿' | '¡' | '[' | '#' | '＋' | '【' | '“')
    };
    let slice = &text[range.clone()];
    let Some(from) = slice.find(keep) else { return range.start..range.start };
    let end =
        slice.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '_' | '|' | '\u{200b}'..='\u{200f}'));
    let end = end.len().max(from);
    range.start + from..range.start + end
}

/// Parts between bars, dots, tabs and wide gaps; in a signature also between dashes.
pub fn split(text: &str, range: &Range<usize>, signature: bool) -> Vec<Range<usize>> {
    let slice = &text[range.clone()];
    let mut cuts: Vec<(usize, usize)> = Vec::new();
    for (at, c) in slice.char_indices() {
        if matches!(c, '|' | '•' | '·' | '\t' | ';' | '；' | '｜') {
            cuts.push((at, at + c.len_utf8()));
        }
    }
    let between: &[&str] = if signature { &["  ", " / ", " - ", " – ", " — "] } else { &["   ", " / "] };
    for word in between {
        cuts.extend(slice.match_indices(word).map(|(at, word)| (at, at + word.len())));
    }
    // `... 24 pieces. Contact: Anna`: a label within the line begins a part of its own.
    for (at, c) in slice.char_indices().filter(|(_, c)| matches!(c, '.' | ',' | '。' | '，')) {
        let rest = &slice[at + c.len_utf8()..];
        let known = label_key(&rest[..rest.floor_char_boundary(80)]).filter(|key| key.chars().count() > 1);
        if known.is_some_and(|key| words().labels.contains_key(&key)) {
            cuts.push((at, at + c.len_utf8()));
        }
    }
    cuts.sort_unstable();
    let mut parts = Vec::with_capacity(cuts.len() + 1);
    let mut from = 0;
    for (start, end) in cuts.into_iter().chain([(slice.len(), slice.len())]) {
        if start >= from {
            let part = tidy(text, range.start + from..range.start + start);
            if !part.is_empty() {
                parts.push(part);
            }
        }
        from = from.max(end);
    }
    parts
}

fn label(text: &str, part: &Range<usize>) -> (Option<Label>, Range<usize>) {
    let slice = &text[part.clone()];
    for mark in [":", "：", " - ", " – ", "="] {
        let Some(end) = slice.find(mark) else { continue };
        let key = lower(slice[..end].trim().trim_matches(['*', '_']).trim());
        if let Some(label) = words().labels.get(key.trim()) {
            let from = part.start + end + mark.len();
            return (Some(*label), tidy(text, from..part.end));
        }
    }
    (None, part.clone())
}

/// The author of a line of a chat, and what it says: `[18/11/2026, 14:22:01] Anna: Hello`, `18.11.26, 14:22 - Anna: Hello`.
fn chat(text: &str, range: &Range<usize>) -> Option<(Range<usize>, Range<usize>)> {
    let slice = &text[range.clone()];
    let from = if let Some(rest) = slice.strip_prefix('[') {
        let close = rest.find(']')?;
        let stamp = &rest[..close];
        (stamp.contains(':') && digits(stamp) >= 6).then_some(close + 2)?
    } else {
        let dash = slice.find(" - ")?;
        let stamp = &slice[..dash];
        (stamp.len() <= 24 && stamp.contains(':') && digits(stamp) >= 6 && stamp.contains(['/', '.']))
            .then_some(dash + 3)?
    };
    let colon = from + slice.get(from..)?.find(": ")?;
    let author = tidy(text, range.start + from..range.start + colon);
    (!author.is_empty() && colon - from <= 80).then(|| (author, tidy(text, range.start + colon + 1..range.end)))
}
