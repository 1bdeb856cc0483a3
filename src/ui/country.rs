//! What is good to know of a customer's country: its clocks, hours, money, messengers, holidays and manners.

use super::text::{self, Pen};
use super::{Screen, card, dates, desk, frames};
use crate::app::modal::CountryView;
use crate::domain::Country;
use crate::domain::hours::Windows;
use crate::reference::{self, CountryInfo, Whereabouts};
use chrono::{Datelike, Days, NaiveTime, Timelike, Weekday};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Messengers shown.
const CHANNELS: usize = 5;
/// Holidays shown, of the coming year.
const HOLIDAYS: usize = 3;

/// A row of the panel: a heading, or a label and its words.
enum Row {
    Heading(String),
    Words(String, String, Style),
}

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &CountryView) {
    let name = match reference::country_name(view.country, screen.app.lang) {
        "" => view.country.to_string(),
        name => name.to_owned(),
    };
    let wide = frames::most(area, 90);
    let room = usize::from(wide).saturating_sub(4);
    let rows = rows(screen, view.country, room);
    let high = u16::try_from(rows.len() + 2).unwrap_or(u16::MAX);
    let title = [(name, screen.theme.title_focus), (view.country.to_string(), screen.theme.dim)];
    let inner = frames::layer(buffer, area, screen, (wide, high), &title);
    let page = usize::from(inner.height);
    let top = view.top.min(rows.len().saturating_sub(page));
    for (row, what) in (0..inner.height).zip(rows.iter().skip(top)) {
        match what {
            Row::Heading(words) => frames::heading(buffer, inner, row, screen, words),
            Row::Words(label, words, style) => {
                let mut pen = Pen::new(buffer, inner, row);
                if !label.is_empty() {
                    pen.cell(label, label_cells(room) - 1, screen.theme.dim).skip(1);
                }
                pen.put(words, *style);
            }
        }
    }
    let place = Rect {
        x: inner.x.saturating_sub(2),
        y: inner.y.saturating_sub(1),
        width: inner.width + 4,
        height: inner.height + 2,
    };
    frames::scroll(buffer, place, screen, top, page, rows.len());
}

const fn label_cells(room: usize) -> usize {
    if room < 70 { 15 } else { 17 }
}

fn rows(screen: Screen<'_>, country: Country, room: usize) -> Vec<Row> {
    let mut rows = Vec::new();
    if let Some(info) = reference::country(country) {
        facts(&mut rows, screen, info);
    }
    channels(&mut rows, screen, country);
    holidays(&mut rows, screen, country);
    manners(&mut rows, screen, country, room);
    rows
}

fn say(rows: &mut Vec<Row>, screen: Screen<'_>, key: &str, words: String) {
    if !words.is_empty() {
        rows.push(Row::Words(screen.get(key), words, screen.theme.text()));
    }
}

fn facts(rows: &mut Vec<Row>, screen: Screen<'_>, info: &'static CountryInfo) {
    let now = screen.app.now.instant;
    let zones = match reference::zones_of(Some(info.code), "", "", None) {
        reference::Candidates::One(zone) => vec![zone],
        reference::Candidates::Several(zones) => zones,
        reference::Candidates::Unknown => Vec::new(),
    };
    let clocks = zones.iter().filter_map(|zone| {
        Some(format!(
            "{} {}",
            dates::time(reference::local_at(zone, now)?),
            reference::zone_city(zone, screen.app.lang)
        ))
    });
    say(rows, screen, "country-clock", clocks.take(4).collect::<Vec<_>>().join(" · "));
    let whereabouts = Whereabouts { country: Some(info.code), zones: zones.into(), private: false };
    let windows = &screen.app.board.rules().windows;
    say(rows, screen, "country-hours", hours(screen, info, windows));
    let presence = whereabouts.presence(windows, None, now);
    let (dot, style) = desk::dot(screen, &presence, false);
    if let Some(opens) = presence.opens.zip(presence.closes) {
        let (opens, closes) = (dates::here(&screen.app.now, opens.0), dates::here(&screen.app.now, opens.1));
        let words = |at: chrono::NaiveDateTime| {
            let day = dates::weekday(screen, at.date());
            screen.with("date-time", &[("time", dates::time(at).into()), ("weekday", day.into())])
        };
        let label = screen.get("country-yours");
        rows.push(Row::Words(label, format!("{dot} {} – {}", words(opens), words(closes)), style));
    }
    let weekend: Vec<String> =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
            .into_iter()
            .filter(|day| info.weekend.contains(*day))
            .map(|day| screen.get(&format!("weekday-{}", day.number_from_monday())))
            .collect();
    say(rows, screen, "country-weekend", weekend.join(" · "));
    let currency = reference::etiquette(info.code).map_or("", |found| found.currency);
    let dial = if info.dial.is_empty() { String::new() } else { format!("+{}", info.dial) };
    let language = reference::languages::language_name(info.language, screen.app.lang).unwrap_or(info.language);
    let parts = [language.to_owned(), currency.to_owned(), dial];
    say(
        rows,
        screen,
        "country-facts",
        parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · "),
    );
}

/// The exporter's own office hours, or the country's.
fn hours(screen: Screen<'_>, info: &CountryInfo, windows: &Windows) -> String {
    let time = |time: NaiveTime| format!("{:02}:{:02}", time.hour(), time.minute());
    let minute = |minute: u16| format!("{:02}:{:02}", minute / 60, minute % 60);
    if windows.office.is_empty() {
        return format!("{}–{}", time(info.opens), time(info.closes));
    }
    let spans: Vec<String> =
        windows.office.iter().map(|span| format!("{}–{}", minute(span.from), minute(span.until))).collect();
    screen.with("country-own-hours", &[("hours", spans.join(", ").into())])
}

fn channels(rows: &mut Vec<Row>, screen: Screen<'_>, country: Country) {
    rows.push(Row::Heading(screen.get("country-channels")));
    let kinds = reference::ranking(Some(country)).iter().filter_map(|kind| reference::kind(*kind));
    let working = kinds.filter(|info| info.retired.is_none()).take(CHANNELS);
    for (at, info) in working.enumerate() {
        let label = format!("{} {}", at + 1, info.name(screen.app.lang));
        rows.push(Row::Words(label, info.purpose(screen.app.lang).to_owned(), screen.theme.text()));
    }
}

fn holidays(rows: &mut Vec<Row>, screen: Screen<'_>, country: Country) {
    let today = screen.app.now.today();
    let until = today.checked_add_days(Days::new(366)).unwrap_or(today);
    rows.push(Row::Heading(screen.get("country-holidays")));
    let mut seen = Vec::new();
    for (day, holiday) in reference::holidays_between(country, today, until) {
        // Days in a row under one name are one holiday.
        if seen.contains(&holiday.name_en) {
            continue;
        }
        if seen.len() == HOLIDAYS {
            break;
        }
        seen.push(holiday.name_en);
        let mut words = card::holiday_name(screen, holiday);
        let days = (day - today).num_days();
        if days > 0 {
            words = format!("{words} · {}", screen.count("card-care-in", usize::try_from(days).unwrap_or(0)));
        }
        let date =
            if day.year() == today.year() { dates::long_day(screen, day) } else { day.format("%Y-%m-%d").to_string() };
        rows.push(Row::Words(date, words, screen.theme.text()));
    }
    if seen.is_empty() {
        rows.push(Row::Words(String::new(), screen.get("country-no-holidays"), screen.theme.dim));
    }
}

fn manners(rows: &mut Vec<Row>, screen: Screen<'_>, country: Country, room: usize) {
    let Some(found) = reference::etiquette(country) else { return };
    rows.push(Row::Heading(screen.get("country-manners")));
    for note in found.notes(screen.app.lang) {
        let lines = text::wrap(note, room.saturating_sub(2), 4);
        for (at, line) in lines.into_iter().enumerate() {
            let words = if at == 0 { format!("· {line}") } else { format!("  {line}") };
            rows.push(Row::Words(String::new(), words, screen.theme.text()));
        }
    }
}
