//! The customer list. Only the rows on the screen are touched.

mod empty;
mod head;

use super::desk::Desk;
use super::text::{self, Pen};
use super::{Screen, dates, desk, festive, frames, told, views};
use crate::app::{Pane, Slot};
use crate::domain::authenticity::Verdict;
use crate::domain::insight::{Insight, held};
use crate::domain::view::{Builtin, Sort};
use crate::domain::{Bundle, Tier, cadence::Tone, care};
use crate::reference::{self, Lang};
use crate::search::highlights;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::Style;
use std::ops::Range;

/// Cursor, mark, tier, the verdict's sign, star, the desk's dot and a gap.
const SIGNS: usize = 7;
/// A name shorter than this, with its gap, says too little.
const NAME: usize = 15;
/// A time, and whether it is sure.
const LOCAL: usize = 6;
/// `10h left`, `Mon 15:00`.
const WINDOW: usize = 9;

/// Which columns there are, and how wide; 0: none.
struct Columns {
    name: usize,
    who: usize,
    country: usize,
    code: bool,
    stage: usize,
    local: usize,
    /// Where the order goes by the clocks.
    window: usize,
    last: usize,
    /// Before the next follow-up.
    gap: usize,
    next: usize,
}

impl Columns {
    /// Where the greetings are looked at, what to greet on and when comes before all but the name.
    fn greeting(width: usize, lang: Lang) -> Self {
        let next = if width < 56 { 0 } else { Self::of(width, lang, false).next };
        let country = if width < 76 { 0 } else { 4 };
        let rest = width.saturating_sub(SIGNS + next + country + 1);
        let who = rest * 11 / 20;
        Self { name: rest - who, who, country, code: true, stage: 0, local: 0, window: 0, last: 0, gap: 1, next }
    }

    fn of(width: usize, lang: Lang, by_clock: bool) -> Self {
        let (next, last) = match lang {
            Lang::En => (7, 6),
            Lang::Zh => (8, 7),
        };
        // A narrow list gives up the last contact first, then the time there; the name stays.
        let least = if by_clock { 1 } else { 2 };
        let candidates = [(LOCAL, last, 2), (LOCAL, 0, least), (0, 0, 0)];
        let window = if by_clock { WINDOW + 1 } else { 0 };
        let room = |(local, last, gap): (usize, usize, usize)| {
            width.saturating_sub(SIGNS + next + local + window + last + gap)
        };
        let (local, last, gap) = candidates.into_iter().find(|it| room(*it) >= NAME).unwrap_or((0, 0, 0));
        let rest = room((local, last, gap));
        let code = rest >= 38;
        let stage = if rest >= 76 { 13 } else { 0 };
        let country = match rest {
            62.. => 16,
            38.. => 4,
            _ => 0,
        };
        let rest = rest.saturating_sub(country + stage);
        let who = if rest >= 26 { rest * 2 / 5 } else { 0 };
        Self { name: rest - who, who, country, code: code && country < 10, stage, local, window, last, gap, next }
    }
}

/// Says where the terminal's cursor belongs while the search line is open.
pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) -> Option<Position> {
    let list = &screen.app.list;
    let right = [(head::sort_words(screen), screen.theme.dim)];
    let inner = frames::pane(buffer, area, screen, Pane::List, &head::title(screen), &right);
    let cursor = search_line(buffer, area, screen);
    let wide = usize::from(inner.width);
    let columns = match list.query.builtin {
        Builtin::Care if list.query.text.is_empty() => Columns::greeting(wide, screen.app.lang),
        _ => Columns::of(wide, screen.app.lang, list.by_clock()),
    };
    heads(buffer, inner, screen, &columns);
    let rows = Rect { y: inner.y + 1, height: inner.height.saturating_sub(1), ..inner };
    if list.rows.is_empty() {
        frames::notice(buffer, rows, screen, &empty::nothing(screen));
        return cursor;
    }
    for (row, at) in (0..rows.height).zip(list.top..list.rows.len()) {
        if let Some(bundle) = screen.app.board.at(list.rows[at]) {
            let (slot, cursor) = (list.rows[at], at == list.cursor);
            let item = Row { slot, bundle, insight: screen.app.board.insight(slot), cursor };
            line(buffer, rows, row, screen, &columns, &item);
        }
    }
    let page = usize::from(rows.height);
    let track = Rect { y: area.y + 1, height: area.height - 1, ..area };
    frames::scroll(buffer, track, screen, list.top, page, list.rows.len());
    cursor
}

/// A stage in the exporter's words, or the reader's.
pub fn stage_word(screen: Screen<'_>, stage: &str) -> String {
    screen.say(&screen.app.board.rules().funnel.label(crate::domain::Stage::new(stage)))
}

fn search_line(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) -> Option<Position> {
    let search = screen.app.list.search.as_ref()?;
    let theme = screen.theme;
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(1).keep(2).put(" / ", theme.key);
    let count = format!(" {} ", head::count_words(screen));
    let typed = (text::width(search.input.value()) + 1).max(12).min(pen.room().saturating_sub(text::width(&count) + 2));
    let cursor = text::input(&mut pen, &search.input, typed, theme.field_focus);
    pen.put(&count, theme.dim);
    Some(cursor)
}

fn heads(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, columns: &Columns) {
    let query = &screen.app.list.query;
    let style = |sort: Option<Sort>| {
        let sorted = sort == Some(query.sort) && query.text.is_empty();
        if sorted { screen.theme.accent } else { screen.theme.heading }
    };
    let mut pen = Pen::new(buffer, area, 0);
    pen.skip(2).put(&screen.get("column-tier"), style(Some(Sort::Tier)));
    let at = usize::from(pen.position().x - area.x);
    pen.skip(SIGNS.saturating_sub(at));
    pen.cell(&screen.get("column-name"), columns.name, style(Some(Sort::Name)));
    let who = match query.builtin {
        Builtin::Waiting if query.text.is_empty() => "column-cause",
        Builtin::Care if query.text.is_empty() => "column-greet",
        Builtin::Archived => "column-why",
        _ => "column-who",
    };
    pen.cell(&screen.get(who), columns.who, style(Some(Sort::Silence).filter(|_| who == "column-cause")));
    let country = if columns.code { "column-country-code" } else { "column-country" };
    if columns.country > 0 {
        pen.cell(&screen.get(country), columns.country, style(Some(Sort::Country)));
    }
    if columns.stage > 0 {
        pen.cell(&screen.get("column-stage"), columns.stage, style(Some(Sort::Stage)));
    }
    pen.cell_right(&screen.get("column-local"), columns.local, style(None));
    if columns.window > 0 {
        pen.skip(1).cell(&screen.get("column-window"), columns.window - 1, style(Some(Sort::Window)));
    }
    pen.cell_right(&screen.get("column-last"), columns.last, style(Some(Sort::Last)));
    pen.skip(columns.gap).cell(&screen.get("column-next"), columns.next, style(Some(Sort::Next)));
}

/// A customer of the list.
struct Row<'a> {
    slot: Slot,
    bundle: &'a Bundle,
    insight: Insight,
    cursor: bool,
}

fn line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, columns: &Columns, item: &Row<'_>) {
    let Row { slot, bundle, insight, cursor } = *item;
    let theme = screen.theme;
    let customer = &bundle.customer;
    let marked = screen.app.list.marks.contains(&customer.id);
    let ground = match (cursor, marked) {
        (true, _) if frames::focused(screen, Pane::List) => theme.selected,
        (true, _) => theme.selected_away,
        (false, true) => theme.marked,
        (false, false) => Style::default(),
    };
    buffer.set_style(Rect { y: area.y + row, height: 1, ..area }, ground);
    let on = |style: Style| style.patch(ground);
    let mut pen = Pen::new(buffer, area, row);
    pen.put(if cursor { "▌" } else { " " }, on(theme.accent));
    pen.put(if marked { "✓" } else { " " }, on(theme.good));
    pen.put(views::letter(customer.tier), on(views::tier_style(screen, customer.tier)));
    let held = held(customer.verdict, insight.verdict);
    match held {
        Verdict::Doubtful | Verdict::Fake => drop(pen.put(told::sign(held), on(told::verdict_style(screen, held)))),
        Verdict::Real | Verdict::Unknown => drop(pen.skip(1)),
    }
    pen.put(if customer.favourite { "★" } else { " " }, on(theme.star));
    let desk = Desk::of(screen, slot, bundle);
    let (dot, style) = desk.map_or((" ", theme.faint), |desk| desk::dot(screen, &desk.presence, desk.away.is_some()));
    pen.put(dot, on(style)).skip(SIGNS - 6);
    let query = screen.app.list.text();
    let strong = if cursor || customer.tier == Tier::A { Style { bg: None, ..theme.strong } } else { theme.text() };
    let in_name = matched(query, &customer.name);
    pen.marked(&customer.name, &in_name, columns.name.saturating_sub(2), on(strong), on(theme.found)).skip(2);
    if columns.who > 0 {
        match note(screen, columns, bundle, insight) {
            Some((words, style)) => drop(pen.cell(&words, columns.who.saturating_sub(2), on(style)).skip(2)),
            None => who(&mut pen, screen, columns, bundle, !in_name.is_empty(), &on),
        }
    }
    place(&mut pen, screen, columns, bundle, &on);
    clock(&mut pen, screen, columns, desk.as_ref(), &on);
    times(&mut pen, screen, columns, bundle, &on);
}

/// What a view is looked at for, in place of the person: the cause of a silence, what to greet on, why somebody is
/// archived.
fn note(screen: Screen<'_>, columns: &Columns, bundle: &Bundle, insight: Insight) -> Option<(String, Style)> {
    let (theme, query) = (screen.theme, &screen.app.list.query);
    match query.builtin {
        Builtin::Waiting if query.text.is_empty() && insight.is_told() => {
            let style = if insight.is_excused() { theme.dim } else { theme.warn };
            Some((screen.get(&format!("reason-{}", insight.reason.as_str())), style))
        }
        Builtin::Care if query.text.is_empty() => {
            let today = screen.app.now.today();
            let (on, what) = care::near(bundle, screen.app.board.rules().feasts, today)?;
            let style = if (on - today).num_days() <= 3 { theme.warn } else { theme.text() };
            Some((festive::occasion(screen, on, what, columns.who < 34), style))
        }
        Builtin::Archived if bundle.customer.verdict.is_final() => {
            Some((screen.get(&format!("ruling-{}", bundle.customer.verdict.slug())), theme.bad))
        }
        _ => None,
    }
}

fn matched(query: &str, text: &str) -> Vec<Range<usize>> {
    if query.is_empty() || text.is_empty() { Vec::new() } else { highlights(query, text) }
}

/// The person; or what the search found, where that is in no column.
fn who(
    pen: &mut Pen<'_>,
    screen: Screen<'_>,
    columns: &Columns,
    bundle: &Bundle,
    explained: bool,
    on: &impl Fn(Style) -> Style,
) {
    let theme = screen.theme;
    let cells = columns.who.saturating_sub(2);
    let query = screen.app.list.text();
    let person = bundle.contacts.first().map_or("", |contact| &*contact.name);
    // A person who is the customer is not said twice.
    let person = if *person == *bundle.customer.name { &*bundle.customer.company } else { person };
    let in_person = matched(query, person);
    if query.is_empty() || explained || !in_person.is_empty() {
        pen.marked(person, &in_person, cells, on(theme.text()), on(theme.found)).skip(2);
        return;
    }
    match found_elsewhere(query, bundle) {
        Some((text, ranges)) => {
            let (text, ranges) = text::around(text, &ranges, cells);
            pen.marked(&text, &ranges, cells, on(theme.dim), on(theme.found)).skip(2)
        }
        None => pen.cell(person, cells, on(theme.text())).skip(2),
    };
}

/// The first text of the customer that the query matches beside its name and its first person.
fn found_elsewhere<'b>(query: &str, bundle: &'b Bundle) -> Option<(&'b str, Vec<Range<usize>>)> {
    let customer = &bundle.customer;
    let people = bundle.contacts.iter().skip(1).map(|contact| &*contact.name);
    let handles = bundle.channels.iter().flat_map(|channel| [&*channel.handle, &*channel.norm]);
    let tags = customer.tags.iter().map(|tag| &**tag);
    let texts = people.chain([&*customer.company, &*customer.city]).chain(handles).chain(tags);
    let notes = customer.notes.lines().take(20);
    let mut best: Option<(&str, Vec<Range<usize>>)> = None;
    for text in texts.chain(notes) {
        let ranges = matched(query, text);
        // The fewer pieces, the more it is what was meant.
        if !ranges.is_empty() && best.as_ref().is_none_or(|(_, known)| ranges.len() < known.len()) {
            let whole = ranges.len() == 1;
            best = Some((text, ranges));
            if whole {
                break;
            }
        }
    }
    best
}

fn place(pen: &mut Pen<'_>, screen: Screen<'_>, columns: &Columns, bundle: &Bundle, on: &impl Fn(Style) -> Style) {
    let customer = &bundle.customer;
    if columns.country > 0 {
        let name = customer.country.map_or("", |country| reference::country_name(country, screen.app.lang));
        let code = customer.country.as_ref().map_or("", |country| country.as_str());
        let text = if columns.code || name.is_empty() { code } else { name };
        pen.cell(text, columns.country - 2, on(screen.theme.text())).skip(2);
    }
    if columns.stage > 0 {
        let stage = customer.stage.as_ref().map_or_else(String::new, |stage| stage_word(screen, stage.as_str()));
        pen.cell(&stage, columns.stage - 2, on(screen.theme.dim)).skip(2);
    }
}

/// What time it is there, and until or from when somebody can be reached.
fn clock(
    pen: &mut Pen<'_>,
    screen: Screen<'_>,
    columns: &Columns,
    desk: Option<&Desk<'_>>,
    on: &impl Fn(Style) -> Style,
) {
    let theme = screen.theme;
    let local = desk.and_then(|desk| Some((desk.presence.local?, desk.several()))).filter(|_| columns.local > 0);
    match local {
        Some((local, several)) => {
            let style = if several { theme.dim } else { theme.text() };
            pen.put(if several { "~" } else { " " }, on(theme.dim)).put(&dates::time(local), on(style));
        }
        None => drop(pen.cell("", columns.local, on(theme.faint))),
    }
    if columns.window > 0 {
        let (words, style) = desk.map_or_else(Default::default, |desk| desk::window(screen, desk));
        pen.skip(1).cell(&words, columns.window - 1, on(style));
    }
}

fn times(pen: &mut Pen<'_>, screen: Screen<'_>, columns: &Columns, bundle: &Bundle, on: &impl Fn(Style) -> Style) {
    let theme = screen.theme;
    let last = bundle.last_contact().map_or_else(String::new, |at| dates::ago(screen, at));
    let (mark, style) = match Tone::of(bundle, screen.app.board.rules(), &screen.app.now) {
        Tone::Calm => ("", theme.dim),
        Tone::Amber => ("•", theme.warn),
        Tone::Red => ("!", theme.bad),
    };
    pen.cell_right(&format!("{mark}{last}"), columns.last, on(style)).skip(columns.gap);
    let (next, style) = bundle.next_follow_up().map_or_else(
        || ("–".to_owned(), theme.faint),
        |next| {
            let (words, urgency) = dates::next(screen, next.here.on);
            (words, dates::style(screen, urgency))
        },
    );
    pen.cell(&next, columns.next, on(style));
}
