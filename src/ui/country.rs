//! What is good to know of a customer's country: its clocks, hours, money, messengers, holidays and manners.

use super::sheet::Sheet;
use super::text;
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

pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>, view: &CountryView) {
    let name = match reference::country_name(view.country, screen.app.lang) {
        "" => view.country.to_string(),
        name => name.to_owned(),
    };
    let width = frames::most(area, 90);
    let room = width.saturating_sub(4);
    let label = if room < 70 { 15 } else { 17 };
    let mut lines = Lines { sheet: Sheet::new(screen, room), screen, label };
    if let Some(info) = reference::country(view.country) {
        facts(&mut lines, info);
    }
    channels(&mut lines, view.country);
    holidays(&mut lines, view.country);
    manners(&mut lines, view.country);
    let sheet = lines.sheet;
    let height = u16::try_from(sheet.len() + 2).unwrap_or(u16::MAX);
    let title = [(name, screen.theme.title_focus), (view.country.to_string(), screen.theme.dim)];
    let inner = frames::layer(buffer, area, screen, (width, height), &title);
    sheet.draw(buffer, inner, view.top);
}

/// The panel under way: what stands on the left is a label.
struct Lines<'a> {
    sheet: Sheet<'a>,
    screen: Screen<'a>,
    /// Cells of a label with its gap.
    label: usize,
}

impl Lines<'_> {
    fn put(&mut self, label: &str, words: &str, style: Style) {
        let label = text::fitted(label, self.label - 1);
        self.sheet.wrapped(vec![(label, self.screen.theme.dim)], self.label, words, style);
    }

    fn say(&mut self, key: &str, words: &str) {
        if !words.is_empty() {
            self.put(&self.screen.get(key), words, self.screen.theme.text());
        }
    }
}

fn facts(lines: &mut Lines<'_>, info: &'static CountryInfo) {
    let screen = lines.screen;
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
    lines.say("country-clock", &clocks.take(4).collect::<Vec<_>>().join(" · "));
    let whereabouts = Whereabouts { country: Some(info.code), zones: zones.into(), private: false };
    let windows = &screen.app.board.rules().windows;
    lines.say("country-hours", &hours(screen, info, windows));
    let presence = whereabouts.presence(windows, None, now);
    let (dot, style) = desk::dot(screen, &presence, false);
    if let Some(opens) = presence.opens.zip(presence.closes) {
        let (opens, closes) = (dates::here(&screen.app.now, opens.0), dates::here(&screen.app.now, opens.1));
        let words = |at: chrono::NaiveDateTime| {
            let day = dates::weekday(screen, at.date());
            screen.with("date-time", &[("time", dates::time(at).into()), ("weekday", day.into())])
        };
        lines.put(&screen.get("country-yours"), &format!("{dot} {} – {}", words(opens), words(closes)), style);
    }
    let weekend: Vec<String> =
        [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun]
            .into_iter()
            .filter(|day| info.weekend.contains(*day))
            .map(|day| screen.get(&format!("weekday-{}", day.number_from_monday())))
            .collect();
    lines.say("country-weekend", &weekend.join(" · "));
    let currency = reference::etiquette(info.code).map_or("", |found| found.currency);
    let dial = if info.dial.is_empty() { String::new() } else { format!("+{}", info.dial) };
    let language = reference::languages::language_name(info.language, screen.app.lang).unwrap_or(info.language);
    let parts = [language.to_owned(), currency.to_owned(), dial];
    let known = parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>();
    lines.say("country-facts", &known.join(" · "));
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

fn channels(lines: &mut Lines<'_>, country: Country) {
    let screen = lines.screen;
    lines.sheet.heading("country-channels");
    let kinds = reference::ranking(Some(country)).iter().filter_map(|kind| reference::kind(*kind));
    let working = kinds.filter(|info| info.retired.is_none()).take(CHANNELS);
    for (at, info) in working.enumerate() {
        let label = format!("{} {}", at + 1, info.name(screen.app.lang));
        lines.put(&label, info.purpose(screen.app.lang), screen.theme.text());
    }
}

fn holidays(lines: &mut Lines<'_>, country: Country) {
    let screen = lines.screen;
    let today = screen.app.now.today();
    let until = today.checked_add_days(Days::new(366)).unwrap_or(today);
    lines.sheet.heading("country-holidays");
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
        lines.put(&date, &words, screen.theme.text());
    }
    if seen.is_empty() {
        lines.sheet.line(vec![(screen.get("country-no-holidays"), screen.theme.dim)]);
    }
}

fn manners(lines: &mut Lines<'_>, country: Country) {
    let Some(found) = reference::etiquette(country) else { return };
    let theme = lines.screen.theme;
    lines.sheet.heading("country-manners");
    for note in found.notes(lines.screen.app.lang) {
        lines.sheet.wrapped(vec![("·".to_owned(), theme.text())], 2, note, theme.text());
    }
}
