//! Charts in cells: numbers in, parts of lines out. What a bar says is told by its shape and its number, the colour only
//! helps; labels of any width leave the columns straight.

use super::sheet::Part;
use super::text::{fitted, width};
use super::theme::Theme;
use ratatui::style::Style;

const EIGHTHS: [&str; 8] = ["", "▏", "▎", "▍", "▌", "▋", "▊", "▉"];
const LEVELS: [char; 8] = ['▁', '▂', '▃', '▄', '▅', '▆', '▇', '█'];
/// From nothing to the most.
const SHADES: [&str; 5] = [" ", "░", "▒", "▓", "█"];

/// A bar of exactly `cells`, filled by `part` of `whole`, to an eighth of a cell; what is there at all is seen.
pub fn bar(part: usize, whole: usize, cells: usize) -> String {
    let eighths = (part.min(whole) * cells * 8).checked_div(whole).unwrap_or(0);
    let eighths = if part > 0 { eighths.max(1) } else { 0 };
    let bar = format!("{}{}", "█".repeat(eighths / 8), EIGHTHS[eighths % 8]);
    fitted(&bar, cells)
}

/// A column of a height for each number, against the greatest; a dot where there is none.
pub fn sparkline(values: &[usize]) -> String {
    let most = values.iter().copied().max().unwrap_or(0);
    let level = |n: usize| (n * LEVELS.len()).div_ceil(most.max(1)).clamp(1, LEVELS.len()) - 1;
    values.iter().map(|n| if *n == 0 { '·' } else { LEVELS[level(*n)] }).collect()
}

/// One part of a stacked bar, with a fill of its own.
#[derive(Clone, Copy, Debug)]
pub struct Slice {
    pub n: usize,
    pub fill: &'static str,
    pub style: Style,
}

/// A bar of `cells` for `whole`, in slices; none that is there at all is lost.
pub fn stacked(slices: &[Slice], whole: usize, cells: usize) -> Vec<Part> {
    let sum: usize = slices.iter().map(|slice| slice.n).sum();
    let long = (sum.min(whole) * cells + whole / 2).checked_div(whole).unwrap_or(0);
    let long = long.max(slices.iter().filter(|slice| slice.n > 0).count()).min(cells);
    let lengths = shares(&slices.iter().map(|slice| slice.n).collect::<Vec<_>>(), long);
    let mut parts: Vec<Part> =
        slices.iter().zip(&lengths).map(|(slice, cells)| (slice.fill.repeat(*cells), slice.style)).collect();
    parts.push((" ".repeat(cells - lengths.iter().sum::<usize>()), Style::default()));
    parts
}

/// `cells` dealt out by weight, whole ones; every weight but 0 gets one where there are enough.
fn shares(weights: &[usize], cells: usize) -> Vec<usize> {
    let sum: usize = weights.iter().sum();
    let mut shares: Vec<usize> = weights.iter().map(|n| (n * cells).checked_div(sum).unwrap_or(0)).collect();
    for (share, n) in shares.iter_mut().zip(weights) {
        *share = (*share).max(usize::from(*n > 0 && cells > 0));
    }
    // What rounding left over or took too much of is the greatest one's.
    while let Some(greatest) = (0..shares.len()).max_by_key(|at| weights[*at])
        && sum > 0
    {
        let dealt: usize = shares.iter().sum();
        match dealt.cmp(&cells) {
            std::cmp::Ordering::Less => shares[greatest] += cells - dealt,
            std::cmp::Ordering::Greater => {
                let Some(longest) = (0..shares.len()).max_by_key(|at| shares[*at]) else { break };
                if shares[longest] == 0 {
                    break;
                }
                shares[longest] -= 1;
            }
            std::cmp::Ordering::Equal => break,
        }
    }
    shares
}

/// A line of a bar chart: its name, its size, and what stands behind the bar in columns.
#[derive(Clone, Debug)]
pub struct Bar {
    pub label: String,
    pub style: Style,
    pub n: usize,
    pub columns: Vec<Part>,
}

/// Between two columns.
const GAP: usize = 2;

/// Horizontal bars, all against `whole`: names at the left, values at the right. `heads` stand above the columns.
pub fn bars(rows: &[Bar], whole: usize, cells: usize, heads: &[String], theme: &Theme) -> Vec<Vec<Part>> {
    let widest = rows.iter().map(|row| width(&row.label)).max().unwrap_or(0);
    let label = widest.min(cells / 3).max(4);
    let column = |at: usize| {
        let of = rows.iter().filter_map(|row| row.columns.get(at)).map(|(text, _)| width(text));
        of.chain(heads.get(at).map(|head| width(head))).max().unwrap_or(0)
    };
    let count = rows.iter().map(|row| row.columns.len()).max().unwrap_or(0);
    let columns: Vec<usize> = (0..count).map(column).collect();
    let room = cells.saturating_sub(label + 1 + columns.iter().map(|cells| cells + GAP).sum::<usize>());
    let mut lines = Vec::new();
    if !heads.is_empty() {
        let mut line = vec![(" ".repeat(label + 1 + room), theme.dim)];
        line.extend(heads.iter().zip(&columns).map(|(head, cells)| (right(head, cells + GAP), theme.dim)));
        lines.push(line);
    }
    for row in rows {
        let mut line = vec![(fitted(&row.label, label), row.style), (" ".to_owned(), theme.text())];
        line.push((bar(row.n, whole, room), theme.bar));
        line.extend(row.columns.iter().zip(&columns).map(|((text, style), cells)| (right(text, cells + GAP), *style)));
        lines.push(line);
    }
    lines
}

/// At the right of exactly so many cells.
pub fn right(text: &str, cells: usize) -> String {
    let free = cells.saturating_sub(width(text));
    format!("{}{}", " ".repeat(free), fitted(text, cells - free))
}

/// How dark a cell is: 0 where there is nothing, 1 to 4 by quarters of the most.
fn shade(n: usize, most: usize) -> usize {
    if n == 0 { 0 } else { (n * 4).div_ceil(most.max(1)).clamp(1, 4) }
}

/// Hours across, days down, an axis above and what the shades mean below.
pub fn heat(counts: &[[usize; 24]; 7], days: &[String; 7], cells: usize, theme: &Theme) -> Vec<Vec<Part>> {
    let most = counts.iter().flatten().copied().max().unwrap_or(0);
    let label = days.iter().map(|day| width(day)).max().unwrap_or(0) + 1;
    let each = (cells.saturating_sub(label) / 24).clamp(1, 4);
    let axis: String = (0..8).map(|third| fitted(&format!("{:02}", third * 3), each * 3)).collect();
    let mut lines = vec![vec![(" ".repeat(label), theme.dim), (axis, theme.dim)]];
    for (day, hours) in days.iter().zip(counts) {
        let mut line = vec![(fitted(day, label), theme.text())];
        for (hour, n) in hours.iter().enumerate() {
            // An empty map still shows where the hours are.
            let mark = if *n == 0 && hour % 3 == 0 { "·" } else { " " };
            let fill = if *n == 0 { fitted(mark, each) } else { SHADES[shade(*n, most)].repeat(each) };
            line.push((fill, if *n == 0 { theme.faint } else { theme.bar }));
        }
        lines.push(line);
    }
    lines.push(legend(most, label, theme));
    lines
}

/// `░ 1–3  ▒ 4–6  ▓ 7–9  █ 10–12`
fn legend(most: usize, label: usize, theme: &Theme) -> Vec<Part> {
    let mut parts = vec![(" ".repeat(label), theme.dim)];
    for (level, fill) in SHADES.iter().enumerate().skip(1) {
        let (from, to) = (most * (level - 1) / 4 + 1, most * level / 4);
        if from <= to {
            let range = if from == to { from.to_string() } else { format!("{from}–{to}") };
            parts.push((fill.repeat(2), theme.bar));
            parts.push((format!(" {range}   "), theme.dim));
        }
    }
    parts
}

#[cfg(test)]
mod tests;
