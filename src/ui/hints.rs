//! The last line, made from the command table; what just happened; and what may follow the first of two keys.

use super::text::{Pen, number, width};
use super::{Screen, frames};
use crate::app::import::Stage;
use crate::app::modal::Modal;
use crate::app::{Job, Toast};
use crate::command::table::TABLE;
use crate::command::{Command, Keys, Resolved, Scope};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    if let Some(job) = &screen.app.job {
        return progress(buffer, area, screen, job);
    }
    if let Some(toast) = &screen.app.toast {
        return told(buffer, area, screen, toast);
    }
    let mut pen = Pen::new(buffer, area, 0);
    pen.put(" ", screen.theme.text());
    for (keys, label) in hints(screen) {
        if width(&keys) + width(&label) + 3 > pen.room() {
            break;
        }
        pen.put(&keys, screen.theme.key).put(" ", screen.theme.text()).put(&label, screen.theme.dim).skip(2);
    }
}

/// Keys and words of the rows that the bar shows here, in their order. Neighbours of one rank and one family
/// (`tier-a`, `tier-b`) share their words.
fn hints(screen: Screen<'_>) -> Vec<(String, String)> {
    let scopes = screen.app.scopes();
    let mut rows: Vec<(u8, usize)> = TABLE
        .iter()
        .enumerate()
        .filter(|(_, row)| row.scopes.iter().any(|scope| scopes.contains(scope)))
        .filter_map(|(at, row)| Some((row.hint?, at)))
        // A key that can do nothing here would be a lie.
        .filter(|(_, at)| screen.app.availability(TABLE[*at].command).is_ok())
        .filter(|(_, at)| TABLE[*at].command != Command::NextField || several_fields(screen))
        .collect();
    if scopes == [Scope::Welcome] {
        rows.clear();
    }
    rows.sort_by_key(|(rank, _)| *rank);
    let mut hints: Vec<(String, String, String)> = Vec::new();
    let layer = layer(screen, &scopes);
    for (_, at) in rows {
        let slug = TABLE[at].slug;
        let keymap = &screen.app.settings.keymap;
        // A key that means something else here is not promised twice.
        let ours = |keys: &&Keys| keymap.resolve(&scopes, &keys.0) == Resolved::Command(TABLE[at].command);
        let Some(keys) = keymap.keys_of(at).iter().find(ours) else { continue };
        let family = slug.rsplit_once('-').map_or(slug, |(family, _)| family);
        let keys = keys.written();
        let layer = format!("hint-{slug}-{layer}");
        let own = [layer, format!("hint-{slug}"), format!("hint-{family}"), format!("cmd-{slug}")];
        let Some(label) = own.into_iter().find(|key| screen.words.has(key)) else { continue };
        match hints.iter_mut().find(|(_, _, of)| *of == label) {
            Some((joined, _, _)) => {
                joined.push(' ');
                joined.push_str(&keys);
            }
            None => hints.push((keys, screen.get(&label), label)),
        }
    }
    hints.into_iter().map(|(keys, label, _)| (keys, label)).collect()
}

/// Whether a form has a field to go to.
fn several_fields(screen: Screen<'_>) -> bool {
    !matches!(screen.app.modals.last(), Some(Modal::Form(form)) if form.fields.len() < 2)
}

/// The name under which a layer has words of its own: its scope, and how far an import is.
fn layer(screen: Screen<'_>, scopes: &[Scope]) -> String {
    let Some(Modal::Import(import)) = screen.app.modals.last() else {
        return scopes.first().map_or_else(String::new, |scope| format!("{scope:?}").to_lowercase());
    };
    match &import.stage {
        Stage::Preview(preview) if preview.edit.is_none() => "import-none",
        Stage::Failed(_) => "import-failed",
        _ => "import",
    }
    .to_owned()
}

fn told(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, toast: &Toast) {
    let (sign, style) = if toast.good { ("✓", screen.theme.good) } else { ("✗", screen.theme.bad) };
    Pen::new(buffer, area, 0).put(" ", style).put(sign, style).put(" ", style).put(&screen.say(&toast.say), style);
}

fn progress(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, job: &Job) {
    let mut pen = Pen::new(buffer, area, 0);
    pen.put(" ", screen.theme.text()).put(&screen.get(job.key), screen.theme.strong).put(" ", screen.theme.text());
    let args = [("n", number(job.done).into()), ("all", number(job.total).into())];
    let count = if job.total > 0 { screen.with("job-count", &args) } else { number(job.done) };
    let cells = pen.room().saturating_sub(width(&count) + 2).min(60);
    frames::bar(&mut pen, screen, job.done, job.total, cells);
    pen.put(" ", screen.theme.text()).put(&count, screen.theme.dim);
}

/// What may follow the key that was pressed.
pub fn continuations(buffer: &mut Buffer, screen: Screen<'_>) {
    let (Some(prefix), app) = (screen.app.prefix, screen.app) else { return };
    let entries: Vec<(String, String)> = app
        .continuations()
        .into_iter()
        .map(|(chord, row)| (chord.written(), screen.get(&format!("cmd-{}", TABLE[row].slug))))
        .collect();
    let widest = entries.iter().map(|(key, label)| width(key) + width(label) + 3).max().unwrap_or(0);
    let full = usize::from(buffer.area.width);
    let columns = ((full - 6) / (widest + 2).max(1)).clamp(1, 4).min(entries.len().max(1));
    let rows = entries.len().div_ceil(columns);
    let size = |n: usize| u16::try_from(n).unwrap_or(u16::MAX);
    let area = Rect { height: buffer.area.height.saturating_sub(1), ..buffer.area };
    let (wide, high) = (size(columns * (widest + 2) + 4).min(area.width), size(rows + 2).min(area.height));
    let place = Rect { x: area.right() - wide, y: area.bottom() - high, width: wide, height: high };
    let title = [(format!("{} …", prefix.written()), screen.theme.key)];
    let inner = frames::layer(buffer, place, screen, (wide, high), &title);
    for (at, (key, label)) in entries.iter().enumerate() {
        let (column, row) = (at / rows.max(1), at % rows.max(1));
        let mut pen = Pen::new(buffer, inner, size(row));
        pen.skip(column * (widest + 2)).put(key, screen.theme.key).put("  ", screen.theme.dim);
        pen.cell(label, widest.saturating_sub(width(key) + 2), screen.theme.text());
    }
}
