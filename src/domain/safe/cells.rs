//! Harmless text counted and broken by the cells of a terminal, never inside a grapheme.

use super::neutral;
use std::borrow::Cow;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::{UnicodeWidthChar, UnicodeWidthStr};

/// Cells that `text` takes once it is harmless: the sum of its graphemes, as they are laid into cells one by one.
pub fn width(text: &str) -> usize {
    match neutral(text) {
        // Left as it is: printable ASCII, a cell each.
        Cow::Borrowed(text) => text.len(),
        Cow::Owned(text) => graphemes(&text).map(|(_, width)| width).sum(),
    }
}

/// The graphemes of harmless text that are seen, and their cells.
pub fn graphemes(text: &str) -> impl Iterator<Item = (&str, usize)> {
    text.graphemes(true).map(|grapheme| (grapheme, grapheme.width())).filter(|(_, width)| *width > 0)
}

/// The parts of a grapheme that a terminal lays into a cell each: a base and a spacing vowel sign (Thai and Lao am, Indic
/// signs); `None` for one that is laid down whole, as a wide character or a flag is.
pub fn columns(grapheme: &str, cells: usize) -> Option<Vec<&str>> {
    let own = |c: &char| c.width() == Some(1) && !('\u{1F1E6}'..='\u{1F1FF}').contains(c);
    if cells < 2 || grapheme.chars().filter(own).count() != cells {
        return None;
    }
    let starts: Vec<usize> = grapheme.char_indices().filter(|(_, c)| own(c)).map(|(at, _)| at).collect();
    let ends = starts.iter().skip(1).copied().chain([grapheme.len()]);
    // What stands before the first of them goes with it.
    let starts = [0].into_iter().chain(starts.iter().skip(1).copied());
    Some(starts.zip(ends).map(|(from, to)| &grapheme[from..to]).collect())
}

/// Breaks `text` into lines of at most `width` cells, at spaces where there are some; at most `most` lines.
pub fn wrap(text: &str, width: usize, most: usize) -> Vec<String> {
    let safe = neutral(text);
    let mut lines: Vec<String> = Vec::new();
    let (mut line, mut used) = (String::new(), 0);
    for word in safe.split_inclusive(' ') {
        let cells: usize = graphemes(word.trim_end()).map(|(_, width)| width).sum();
        // Scripts without spaces break anywhere.
        let whole = cells <= width && graphemes(word).all(|(_, width)| width == 1);
        if whole && used + cells > width {
            lines.push(std::mem::take(&mut line).trim_end().to_owned());
            used = 0;
        }
        for (grapheme, cells) in graphemes(word) {
            if used + cells > width {
                if grapheme == " " {
                    continue;
                }
                lines.push(std::mem::take(&mut line).trim_end().to_owned());
                used = 0;
            }
            line.push_str(grapheme);
            used += cells;
        }
    }
    if used > 0 {
        lines.push(line.trim_end().to_owned());
    }
    lines.truncate(most);
    lines
}

/// Breaks a text of several lines; an empty line stays one.
pub fn wrap_lines(text: &str, width: usize, most: usize) -> Vec<String> {
    let lines = text.lines().flat_map(|line| match wrap(line, width, most) {
        empty if empty.is_empty() => vec![String::new()],
        lines => lines,
    });
    lines.take(most).collect()
}
