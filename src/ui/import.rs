//! An import: being read, what it would do, being written.

use super::text::{self, Pen, number, width};
use super::{Screen, frames};
use crate::app::import::{BETWEEN, ImportView, Line, Preview, REASON, Sample, Stage, WIDEST};
use crate::domain::Direction;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, import: &ImportView) {
    let theme = screen.theme;
    let name = |path: &std::path::PathBuf| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let file = import.from.paths.iter().filter_map(name).collect::<Vec<_>>().join(" + ");
    let title = [(screen.get("import-title"), theme.title_focus), (file, theme.accent)];
    match &import.stage {
        Stage::Reading => {
            let inner = frames::layer(buffer, area, screen, (64, 7), &title);
            Pen::new(buffer, inner, 1).put(&screen.get("import-reading"), theme.text());
            progress(buffer, inner, 3, screen);
        }
        Stage::Failed(say) => {
            let inner = frames::layer(buffer, area, screen, (74, 9), &title);
            let lines = text::wrap(&screen.say(say), usize::from(inner.width).saturating_sub(2), 4);
            for (row, line) in (1..).zip(lines) {
                let sign = if row == 1 { "✗ " } else { "  " };
                Pen::new(buffer, inner, row).put(sign, theme.bad).put(&line, theme.text());
            }
            let last = inner.height.saturating_sub(1);
            Pen::new(buffer, inner, last).put(&screen.get("import-failed-next"), theme.dim);
        }
        Stage::Preview(preview) => {
            let inner = frames::layer(buffer, area, screen, (frames::most(area, WIDEST), area.height), &title);
            previewed(buffer, inner, screen, preview, import.top, false);
        }
        Stage::Writing(preview) => {
            let inner = frames::layer(buffer, area, screen, (frames::most(area, WIDEST), area.height), &title);
            previewed(buffer, inner, screen, preview, import.top, true);
        }
    }
}

fn progress(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>) {
    let mut pen = Pen::new(buffer, area, row);
    let Some(job) = screen.app.job.filter(|job| job.total > 0) else {
        pen.put("…", screen.theme.dim);
        return;
    };
    let args = [("n", number(job.done).into()), ("all", number(job.total).into())];
    let count = screen.with("job-count", &args);
    let cells = pen.room().saturating_sub(width(&count) + 2);
    frames::bar(&mut pen, screen, job.done, job.total, cells);
    pen.skip(2).put(&count, screen.theme.dim);
}

fn previewed(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, preview: &Preview, top: usize, writing: bool) {
    let theme = screen.theme;
    let how: Vec<String> = preview.how.iter().map(|say| screen.say(say)).collect();
    Pen::new(buffer, area, 0).put(&how.join(" · "), theme.dim);
    counts(buffer, area, 1, screen, preview);
    let foot = area.height.saturating_sub(1);
    if writing {
        progress(buffer, area, foot, screen);
    } else {
        let key = match (preview.edit.is_some(), preview.unchanged) {
            (true, _) => "import-next",
            (false, 0) => "import-none-usable",
            (false, _) => "import-nothing",
        };
        Pen::new(buffer, area, foot).put(&screen.get(key), theme.strong);
    }
    let body = Rect { y: area.y + 4, height: area.height.saturating_sub(6), ..area };
    let lines = preview.lines(usize::from(body.width));
    let page = usize::from(body.height);
    let top = top.min(lines.len().saturating_sub(page));
    for (row, what) in (0..body.height).zip(lines.iter().skip(top)) {
        line(buffer, body, row, screen, preview, what);
    }
    let place = Rect { x: body.x - 2, y: body.y - 1, width: body.width + 4, height: body.height + 2 };
    frames::scroll(buffer, place, screen, top, page, lines.len());
}

/// Rows read, and what becomes of them, as a sum.
fn counts(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, preview: &Preview) {
    let theme = screen.theme;
    let all = [
        ("import-count-read", preview.read, theme.strong),
        ("import-count-created", preview.created, theme.good),
        ("import-count-updated", preview.updated, theme.accent),
        ("import-count-unchanged", preview.unchanged, theme.text()),
        ("import-count-skipped", preview.skipped, theme.warn),
        ("import-count-failed", preview.failed, theme.bad),
    ];
    let mut x = 0;
    let cells = (usize::from(area.width) / all.len()).clamp(9, 16);
    for (key, n, style) in all {
        let style = if n == 0 { theme.dim } else { style };
        Pen::new(buffer, area, row).skip(x).cell(&number(n), cells, style);
        Pen::new(buffer, area, row + 1).skip(x).cell(&screen.get(key), cells, theme.dim);
        x += cells;
    }
}

fn line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, preview: &Preview, what: &Line) {
    let theme = screen.theme;
    if let Line::Heading(key, n) = what {
        let mail = format!("{key}-mail");
        let key = if preview.mail && screen.words.has(&mail) { &mail } else { *key };
        return frames::heading(buffer, area, row, screen, &screen.count(key, *n));
    }
    let mut pen = Pen::new(buffer, area, row);
    match what {
        Line::Heading(..) | Line::Blank => {}
        Line::Columns(range) => {
            for (header, field) in preview.mapping.get(range.clone()).unwrap_or_default() {
                pen.put(header, theme.text()).put(" → ", theme.faint).put(field, theme.accent).skip(BETWEEN);
            }
        }
        Line::Sample(at) => {
            let last = preview.samples.last().map_or(0, |sample| sample.line);
            if let Some(it) = preview.samples.get(*at) {
                sample(&mut pen, screen, it, number(last).len());
            }
        }
        Line::Conflict(said) => drop(pen.put("≠ ", theme.warn).put(said, theme.text())),
        Line::More(indent, said) => drop(pen.skip(*indent).put(said, theme.text())),
        Line::Problem(line, reason) => {
            let key = match (*line, preview.mail) {
                (0, _) => "import-whole",
                (_, true) => "import-line-mail",
                (_, false) => "import-line",
            };
            let at = screen.with(key, &[("n", number(*line).into())]);
            pen.put("! ", theme.bad).cell(&at, REASON - 3, theme.dim).skip(1).put(reason, theme.text());
        }
    }
}

fn sample(pen: &mut Pen<'_>, screen: Screen<'_>, sample: &Sample, digits: usize) {
    let theme = screen.theme;
    let (sign, style) = match sample.action {
        "import-create" => ("+ ", theme.good),
        "import-update" => ("~ ", theme.accent),
        "import-unchanged" => ("= ", theme.dim),
        "import-skip" => ("– ", theme.warn),
        _ => ("! ", theme.bad),
    };
    // The name stands there already.
    let news = sample.changes.iter().filter(|(_, value)| *value != sample.name);
    let said = |(field, value): &(String, String)| {
        if field.is_empty() { value.clone() } else { format!("{field}: {value}") }
    };
    let mut changes: Vec<String> = news.map(said).collect();
    if let Some(direction) = sample.direction {
        let sign = if direction == Direction::In { "←" } else { "→" };
        let subjects: Vec<&str> = sample.changes.iter().map(|(_, subject)| subject.as_str()).collect();
        changes = vec![format!("{sign} {}", subjects.join(" "))];
    }
    pen.put(sign, style).cell_right(&number(sample.line), digits, theme.dim).skip(2);
    let name = (pen.room() / 3).clamp(16, 32);
    pen.cell(&screen.get(sample.action), 9, style).skip(1).cell(&sample.name, name, theme.strong).skip(2);
    pen.put(&changes.join(" · "), theme.dim);
}
