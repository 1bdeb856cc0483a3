//! One record at a time out of delimited text.

use super::{Delimiter, MAX_CELL, MAX_COLUMNS};
use csv::StringRecord;
use memchr::{memchr, memchr_iter, memchr3};

/// What is to be known of a record beside its cells.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Read {
    /// Where it starts, from 1.
    pub line: usize,
    pub too_wide: bool,
    pub too_long: bool,
    /// A quote was opened and never closed; its line was read as it stands.
    pub unclosed: bool,
}

/// Reads records; lines end with LF, CRLF or CR.
#[derive(Debug)]
pub struct Reader<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    delimiter: Delimiter,
    /// Spaces that separate two cells: single ones too, or only runs where the file aligns with runs.
    gap: usize,
    /// Bytes looked at in vain behind quotes that turned out unclosed. Past the text's own length, quotes no longer
    /// reach over lines, past twice that they are letters: a file made to be read again and again is read once.
    wasted: usize,
}

/// How a cell that began with a quote ended.
enum Quoted {
    /// The unescaped text ends here.
    Closed(usize),
    Unclosed,
}

impl<'a> Reader<'a> {
    /// A reader from the start of `text`.
    pub fn new(text: &'a str, delimiter: Delimiter) -> Self {
        let gap = if delimiter == Delimiter::Spaces { gap(text) } else { 1 };
        Self { text, at: 0, line: 1, delimiter, gap, wasted: 0 }
    }

    /// How many lines were read.
    pub const fn lines(&self) -> usize {
        self.line - 1
    }

    /// The next record into `cells`; `None` at the end. Blank lines come as a record with one empty cell.
    pub fn next_into(&mut self, cells: &mut StringRecord) -> Option<Read> {
        cells.clear();
        if self.at >= self.text.len() {
            return None;
        }
        let mut read = Read { line: self.line, ..Read::default() };
        let start = self.at;
        if self.delimiter == Delimiter::Spaces {
            self.skip_spaces();
        }
        let mut scratch = String::new();
        loop {
            let cell = self.cell(&mut scratch, &mut read);
            if cell.len() > MAX_CELL {
                read.too_long = true;
            } else if cells.len() >= MAX_COLUMNS {
                read.too_wide = true;
            } else {
                cells.push_field(cell);
            }
            if !self.delimited() {
                break;
            }
        }
        self.end_of_line();
        self.line += lines(&self.text[start..self.at]);
        Some(read)
    }

    /// One cell, with the reader left at the delimiter or line end behind it.
    fn cell<'b>(&mut self, scratch: &'b mut String, read: &mut Read) -> &'b str
    where
        'a: 'b,
    {
        let bytes = self.text.as_bytes();
        let mut open = self.at;
        while self.delimiter != Delimiter::Char(b' ') && bytes.get(open) == Some(&b' ') {
            open += 1;
        }
        if bytes.get(open) == Some(&b'"') {
            scratch.clear();
            match self.quoted(open + 1, scratch) {
                Quoted::Closed(end) => {
                    self.at = end;
                    return scratch;
                }
                Quoted::Unclosed => read.unclosed = true,
            }
        }
        let text: &'a str = self.text;
        let start = self.at;
        self.at = self.bare_end(start);
        &text[start..self.at]
    }

    /// Unescapes from behind an opening quote. A quote that no delimiter or line end follows is text, as long as the
    /// cell stays on its line.
    fn quoted(&mut self, start: usize, out: &mut String) -> Quoted {
        let bytes = self.text.as_bytes();
        if self.wasted > 2 * bytes.len() {
            return Quoted::Unclosed;
        }
        let limit = if self.wasted > bytes.len() {
            memchr::memchr2(b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |end| start + end)
        } else {
            bytes.len().min(start + MAX_CELL + 2)
        };
        let mut from = start;
        let mut several_lines = false;
        loop {
            let Some(quote) = memchr(b'"', &bytes[from..limit]).map(|at| from + at) else {
                self.wasted += limit - start;
                return Quoted::Unclosed;
            };
            several_lines |= memchr::memchr2(b'\n', b'\r', &bytes[from..quote]).is_some();
            out.push_str(&self.text[from..quote]);
            if bytes.get(quote + 1) == Some(&b'"') {
                out.push('"');
                from = (quote + 2).min(limit);
            } else if let Some(end) = self.closing(quote + 1) {
                return Quoted::Closed(end);
            } else if several_lines {
                self.wasted += quote - start;
                return Quoted::Unclosed;
            } else {
                out.push('"');
                from = quote + 1;
            }
        }
    }

    /// The end of a quoted cell when the quote before `at` closes it: spaces may stand behind it.
    fn closing(&self, at: usize) -> Option<usize> {
        let bytes = self.text.as_bytes();
        if self.delimiter == Delimiter::Spaces {
            return bytes.get(at).is_none_or(|b| matches!(b, b' ' | b'\n' | b'\r')).then_some(at);
        }
        let mut end = at;
        while bytes.get(end) == Some(&b' ') && self.delimiter != Delimiter::Char(b' ') {
            end += 1;
        }
        match (bytes.get(end), self.delimiter) {
            (None | Some(b'\n' | b'\r'), _) => Some(end),
            (Some(b), Delimiter::Char(d)) if *b == d => Some(end),
            _ => None,
        }
    }

    /// Where an unquoted cell ends.
    fn bare_end(&self, start: usize) -> usize {
        let bytes = self.text.as_bytes();
        let end = |needle| memchr3(needle, b'\n', b'\r', &bytes[start..]).map_or(bytes.len(), |i| start + i);
        match self.delimiter {
            Delimiter::Char(d) => end(d),
            Delimiter::Spaces => {
                let mut at = start;
                loop {
                    match bytes.get(at) {
                        None | Some(b'\n' | b'\r') => return at,
                        Some(b' ') => {
                            let run = bytes[at..].iter().take_while(|b| **b == b' ').count();
                            let line_end = bytes.get(at + run).is_none_or(|b| matches!(b, b'\n' | b'\r'));
                            if run >= self.gap || line_end {
                                return at;
                            }
                            at += run;
                        }
                        Some(_) => at += 1,
                    }
                }
            }
        }
    }

    /// Steps over a delimiter; `false` at the end of the line.
    fn delimited(&mut self) -> bool {
        let next = self.text.as_bytes().get(self.at);
        match self.delimiter {
            Delimiter::Char(d) if next == Some(&d) => {
                self.at += 1;
                true
            }
            Delimiter::Char(_) => false,
            Delimiter::Spaces => {
                self.skip_spaces();
                !matches!(self.text.as_bytes().get(self.at), None | Some(b'\n' | b'\r'))
            }
        }
    }

    fn skip_spaces(&mut self) {
        self.at += self.text.as_bytes()[self.at..].iter().take_while(|b| **b == b' ').count();
    }

    fn end_of_line(&mut self) {
        let rest = &self.text.as_bytes()[self.at..];
        self.at += match rest {
            [b'\r', b'\n', ..] => 2,
            [b'\r' | b'\n', ..] => 1,
            _ => 0,
        };
    }
}

/// How many lines `text` ends.
fn lines(text: &str) -> usize {
    let bytes = text.as_bytes();
    let feeds = memchr_iter(b'\n', bytes).count();
    feeds + memchr_iter(b'\r', bytes).filter(|at| bytes.get(at + 1) != Some(&b'\n')).count()
}

/// Two where most of the first lines have a run of spaces inside, else one: `Acme Ltd    Germany` is two cells. Figures
/// that stand in as many columns on every line are cells however they are aligned.
fn gap(text: &str) -> usize {
    let (mut all, mut wide) = (0, 0);
    let (mut columns, mut figures) = (None, true);
    for line in text.lines().map(str::trim).filter(|line| !line.is_empty()).take(50) {
        all += 1;
        wide += usize::from(line.contains("  "));
        let cells = line.split_whitespace().count();
        figures &= *columns.get_or_insert(cells) == cells
            && line.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'.' | b',' | b'-' | b'/' | b':'));
    }
    if wide * 2 > all && !figures { 2 } else { 1 }
}
