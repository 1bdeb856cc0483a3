//! The pane of views and tiers.

use super::text::{Pen, number, width};
use super::{Screen, frames};
use crate::app::{Pane, views::Entry};
use crate::command::{Command, Scope};
use crate::domain::Tier;
use crate::domain::view::Builtin;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let title = [(screen.get("views-title"), frames::title_style(screen, Pane::Views))];
    let inner = frames::pane(buffer, area, screen, Pane::Views, &title, &[]);
    let entries = screen.app.view_entries();
    let top = screen.app.views_top(usize::from(inner.height));
    let mut chosen = entries[..top].iter().filter(|entry| entry.chosen()).count();
    for (row, entry) in (0..inner.height).zip(&entries[top..]) {
        let cursor = entry.chosen() && chosen == screen.app.views.cursor;
        chosen += usize::from(entry.chosen());
        line(buffer, inner, row, screen, entry, cursor);
    }
}

fn line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, entry: &Entry<'_>, cursor: bool) {
    let theme = screen.theme;
    if let Entry::Heading(key) = entry {
        frames::heading(buffer, area, row, screen, &screen.get(key));
        return;
    }
    let focus = frames::focused(screen, Pane::Views);
    let active = screen.app.entry_active(entry);
    let ground = match (cursor && focus, active) {
        (true, _) => theme.selected,
        (false, true) => theme.selected_away,
        (false, false) => Style::default(),
    };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let (name, count, style) = match entry {
        Entry::Heading(_) => return,
        Entry::Builtin(view) => {
            let style = match view {
                Builtin::Archived => theme.dim,
                _ => theme.text(),
            };
            (screen.get(view_key(*view)), screen.app.board.count(*view), style)
        }
        Entry::Tier(tier) => {
            (tier_entry(screen, *tier), Some(screen.app.board.tally().tiers[tier.index()]), theme.text())
        }
        Entry::Saved(saved) => (saved.name.to_string(), None, theme.text()),
    };
    let style = style.patch(ground);
    let style = if active { style.patch(Style { bg: None, fg: None, ..theme.strong }) } else { style };
    let count = count.map(|n| (n, number(n)));
    let wide = count.as_ref().map_or(0, |(_, text)| width(text) + 1);
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if active { "▸" } else { " " }, theme.accent.patch(ground)).keep(wide + 1);
    if let Entry::Tier(tier) = entry {
        let key = screen.app.settings.keymap.shown(Command::FilterTier(*tier), &[Scope::Views, Scope::Board]);
        let key = key.map_or_else(String::new, ToString::to_string);
        pen.put("[", theme.faint).put(&key, theme.key.patch(ground)).put("] ", theme.faint);
    }
    let room = pen.room();
    pen.cell(&name, room, style).free(wide + 1);
    if let Some((n, text)) = count {
        let style = match entry {
            _ if n == 0 => theme.faint,
            Entry::Builtin(Builtin::Due) => theme.warn,
            Entry::Builtin(Builtin::Reachable) => theme.open,
            Entry::Builtin(Builtin::Inquiries) => theme.accent,
            _ => theme.dim,
        };
        pen.cell_right(&text, wide, style.patch(ground));
    }
}

pub fn tier_entry(screen: Screen<'_>, tier: Tier) -> String {
    let own = &screen.app.settings.tier_names[tier.index()];
    match tier {
        Tier::None if own.is_empty() => screen.get("tier-none"),
        _ if own.is_empty() => tier.as_str().to_owned(),
        _ => format!("{} {own}", letter(tier)),
    }
}

/// One letter for a tier.
pub const fn letter(tier: Tier) -> &'static str {
    match tier {
        Tier::A => "A",
        Tier::B => "B",
        Tier::C => "C",
        Tier::None => "·",
    }
}

/// The style of a tier's letter.
pub const fn tier_style(screen: Screen<'_>, tier: Tier) -> Style {
    match tier {
        Tier::A => screen.theme.tier_a,
        Tier::B => screen.theme.tier_b,
        Tier::C => screen.theme.tier_c,
        Tier::None => screen.theme.tier_none,
    }
}

/// Locale key of a view's name.
pub const fn view_key(view: Builtin) -> &'static str {
    match view {
        Builtin::All => "view-all",
        Builtin::Due => "view-due",
        Builtin::Inquiries => "view-inquiries",
        Builtin::Reachable => "view-reachable",
        Builtin::Waiting => "view-waiting",
        Builtin::Favourites => "view-favourites",
        Builtin::Amber => "view-amber",
        Builtin::Red => "view-red",
        Builtin::Care => "view-care",
        Builtin::OpenSea => "view-open-sea",
        Builtin::Archived => "view-archived",
    }
}
