//! An import before it is written: what was read, what would happen, and how far it is.

use super::{App, ImportFrom};
use crate::domain::safe::{Safe, cells::wrap};
use crate::domain::{Direction, Edit, Say};
use std::ops::Range;

/// The layer of an import.
#[derive(Debug)]
pub struct ImportView {
    pub from: ImportFrom,
    pub stage: Stage,
    pub top: usize,
}

/// How far an import is.
#[derive(Debug)]
pub enum Stage {
    /// The file is being read and compared.
    Reading,
    Preview(Box<Preview>),
    /// The edit is on its way; the counts are in [`super::App::job`].
    Writing(Box<Preview>),
    Failed(Say),
}

/// A plan, in the words of the screen.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Preview {
    pub file: String,
    /// Its lines are messages.
    pub mail: bool,
    /// How the file was read: encoding, delimiter; which way messages went.
    pub how: Vec<Say>,
    /// Header and field, in the reader's words, in the file's order.
    pub mapping: Vec<(String, String)>,
    pub read: usize,
    pub created: usize,
    pub updated: usize,
    pub unchanged: usize,
    pub skipped: usize,
    pub failed: usize,
    pub samples: Vec<Sample>,
    /// Line, and the reason in words.
    pub problems: Vec<(usize, String)>,
    /// Values that differ from the board's, in words.
    pub conflicts: Vec<String>,
    /// `None`: nothing to write.
    pub edit: Option<Edit>,
}

/// A row of the preview.
#[derive(Clone, Debug, PartialEq)]
pub struct Sample {
    pub line: usize,
    /// Locale key: `import-create`, `import-update`, `import-unchanged`, `import-skip`, `import-fail`.
    pub action: &'static str,
    pub name: String,
    /// Field, in the reader's words, and value.
    pub changes: Vec<(String, String)>,
    /// Which way a message went; `None`: it is no message.
    pub direction: Option<Direction>,
}

impl Stage {
    /// Whether work is under way that Esc interrupts.
    pub const fn running(&self) -> bool {
        matches!(self, Self::Reading | Self::Writing(_))
    }
}

impl ImportView {
    /// Lines of the preview that can be scrolled through, where a line has so many cells.
    pub fn lines(&self, cells: usize) -> usize {
        match &self.stage {
            Stage::Preview(it) | Stage::Writing(it) => it.lines(cells).len(),
            Stage::Reading | Stage::Failed(_) => 0,
        }
    }
}

/// A line of the preview, as the view draws it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Line {
    /// A heading: a locale key, and what is counted in it.
    Heading(&'static str, usize),
    Blank,
    /// Columns of the file and what becomes of them: a range of the mapping.
    Columns(Range<usize>),
    Sample(usize),
    /// The first line of a value that differs.
    Conflict(String),
    /// Line, and the first line of the reason.
    Problem(usize, String),
    /// A difference or a reason, going on; how far it stands in.
    More(usize, String),
}

/// Cells between two columns on one line.
pub const BETWEEN: usize = 3;
/// Rows shown before what went wrong, where something did.
const FEW: usize = 8;
/// Lines that one reason may take.
const MOST: usize = 8;

/// Where a reason and a difference begin.
pub const REASON: usize = 15;
const DIFFERENCE: usize = 2;

/// What is said, on as many lines as it takes.
fn told(lines: &mut Vec<Line>, said: &str, cells: usize, indent: usize, first: impl FnOnce(String) -> Line) {
    let mut said = wrap(said, cells.saturating_sub(indent).max(1), MOST).into_iter();
    lines.push(first(said.next().unwrap_or_default()));
    lines.extend(said.map(|line| Line::More(indent, line)));
}

impl Preview {
    /// How the columns were read, the first rows, then what differs and what went wrong: top to bottom.
    pub fn lines(&self, cells: usize) -> Vec<Line> {
        let mut lines = Vec::new();
        if !self.mapping.is_empty() {
            lines.push(Line::Heading("import-mapping", self.mapping.len()));
            lines.extend(self.columns(cells).into_iter().map(Line::Columns));
            lines.push(Line::Blank);
        }
        let trouble = !(self.conflicts.is_empty() && self.problems.is_empty());
        let samples = if trouble { self.samples.len().min(FEW) } else { self.samples.len() };
        lines.push(Line::Heading("import-samples", samples));
        lines.extend((0..samples).map(Line::Sample));
        if !self.problems.is_empty() {
            lines.extend([Line::Blank, Line::Heading("import-problems", self.problems.len())]);
            for (line, reason) in &self.problems {
                told(&mut lines, reason, cells, REASON, |first| Line::Problem(*line, first));
            }
        }
        if !self.conflicts.is_empty() {
            lines.extend([Line::Blank, Line::Heading("import-conflicts", self.conflicts.len())]);
            for said in &self.conflicts {
                told(&mut lines, said, cells, DIFFERENCE, Line::Conflict);
            }
        }
        lines
    }

    /// As many columns to a line as fit.
    fn columns(&self, cells: usize) -> Vec<Range<usize>> {
        let (mut lines, mut from, mut used) = (Vec::new(), 0, 0);
        for (at, (header, field)) in self.mapping.iter().enumerate() {
            let wide = Safe::new(header).width() + Safe::new(field).width() + 3;
            if at > from && used + wide > cells {
                lines.push(from..at);
                (from, used) = (at, 0);
            }
            used += wide + BETWEEN;
        }
        lines.push(from..self.mapping.len());
        lines
    }
}

impl App {
    /// Columns and rows of the preview's scrolling part, on this screen.
    pub fn import_page(&self) -> (usize, usize) {
        (self.layer_cells(WIDEST), usize::from(self.size.1.saturating_sub(9)).max(1))
    }
}

/// A preview's widest layer.
pub const WIDEST: u16 = 140;
