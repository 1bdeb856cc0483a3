//! A long text in full, beside the row under the cursor.

use super::super::text::{self, Pen};
use super::super::{Screen, frames};
use crate::app::card::Line;
use crate::domain::Bundle;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Rows of it at most.
const ROWS: usize = 8;

/// A text that does not fit its row is shown in full beside it.
pub(super) fn draw(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, bundle: &Bundle, what: &Line) {
    let text = match what {
        Line::Interaction(at) => {
            let Some(it) = screen.app.detail().and_then(|detail| detail.timeline.get(*at)) else { return };
            if it.outcome.is_empty() { it.text.to_string() } else { format!("{} · {}", it.text, it.outcome) }
        }
        Line::Note(at) => bundle.customer.notes.lines().nth(*at).unwrap_or_default().to_owned(),
        Line::FollowUp(at) => bundle.follow_ups.get(*at).map(|it| it.note.to_string()).unwrap_or_default(),
        _ => return,
    };
    let narrow = matches!(what, Line::Interaction(_)) && screen.app.card_is_narrow();
    // The line of its own that a text has on a narrow card is below the one with the cursor.
    let row = row + u16::from(narrow);
    let before = match what {
        Line::Note(_) => 0,
        _ if narrow => 3,
        _ => 20,
    };
    if text::width(&text) + before <= usize::from(area.width) {
        return;
    }
    let lines = text::wrap(&text, usize::from(area.width).saturating_sub(2), ROWS);
    let height = u16::try_from(lines.len()).unwrap_or(u16::MAX) + 1;
    if height >= area.height {
        return;
    }
    let below = row + 1 + height <= area.height;
    let y = area.y + if below { row + 1 } else { row.saturating_sub(height) };
    let place = Rect { y, height: height.min(area.height), ..area };
    frames::ground(buffer, place, screen);
    let rule = if below { height - 1 } else { 0 };
    Pen::new(buffer, place, rule).fill("─", screen.theme.border);
    let first = u16::from(!below);
    for (row, line) in (first..).zip(&lines) {
        Pen::new(buffer, place, row)
            .put("  ", screen.theme.text())
            .put(line, Style { bg: None, ..screen.theme.strong });
    }
}
