//! How holidays of both sides look in the calendar: `◆` ours, `◇` theirs, `◈` both, `+` a weekend day that is worked.

use super::{Screen, card, dates};
use crate::app::calendar::Festive;
use crate::command::{Command, Keys, Scope};
use crate::domain::care::{Feast, Occasion};
use crate::domain::{Country, workday::LongHoliday};
use crate::reference;
use chrono::NaiveDate;
use ratatui::style::Style;

/// The mark of a day, for a month's cell.
pub fn mark(screen: Screen<'_>, day: NaiveDate) -> Option<(&'static str, Style)> {
    let (own, theirs) = (screen.app.own_festive(day), !screen.app.their_festive(day).is_empty());
    let off = own.is_some_and(|own| own.holiday.is_some());
    let theme = screen.theme;
    match (own, off, theirs) {
        (_, true, true) => Some(("◈", theme.warn)),
        (_, true, false) => Some(("◆", theme.weekend)),
        (_, _, true) => Some(("◇", theme.warn)),
        (Some(_), ..) => Some(("+", theme.dim)),
        _ => None,
    }
}

/// `◆ National Day`, `◇ DE ~ Christmas Day`, `+ worked in exchange`.
pub fn words(screen: Screen<'_>, festive: &Festive) -> String {
    match (festive.country, festive.holiday) {
        (Some(country), Some(holiday)) => format!("◇ {country} {}", card::holiday_name(screen, holiday)),
        (None, Some(holiday)) => format!("◆ {}", card::holiday_name(screen, holiday)),
        (_, None) => format!("+ {}", screen.get("festive-worked")),
    }
}

/// All of a day in one line: ours, then by country.
pub fn line(screen: Screen<'_>, day: NaiveDate) -> Option<String> {
    let all = screen.app.own_festive(day).into_iter().chain(screen.app.their_festive(day));
    let words: Vec<String> = all.map(|festive| words(screen, &festive)).collect();
    (!words.is_empty()).then(|| words.join(" · "))
}

/// `♥ Christmas Day: Germany 12, France 4`
pub fn greet(screen: Screen<'_>, feasts: &[(&'static Feast, usize)]) -> String {
    let mut parts: Vec<(String, Vec<String>)> = Vec::new();
    for (feast, count) in feasts {
        let name = card::holiday_name(screen, feast.holiday);
        let one = format!("{} {count}", country_name(screen, feast.country));
        match parts.iter_mut().find(|(known, _)| *known == name) {
            Some((_, countries)) => countries.push(one),
            None => parts.push((name, vec![one])),
        }
    }
    let parts = parts.into_iter().map(|(name, countries)| format!("♥ {name}: {}", countries.join(", ")));
    parts.collect::<Vec<_>>().join(" · ")
}

/// A country's name, or its code.
fn country_name(screen: Screen<'_>, country: Country) -> String {
    match reference::country_name(country, screen.app.lang) {
        "" => country.to_string(),
        name => name.to_owned(),
    }
}

/// `25 Dec · Christmas Day, Germany`, `12 Dec · birthday`; without the country where `short`.
pub fn occasion(screen: Screen<'_>, on: NaiveDate, occasion: Occasion<'_>, short: bool) -> String {
    let what = match occasion {
        Occasion::Own(date) => card::care_kind(screen, date),
        Occasion::Feast(feast) if short => card::holiday_name(screen, feast.holiday),
        Occasion::Feast(feast) => {
            let name = card::holiday_name(screen, feast.holiday);
            screen.with("care-feast", &[("name", name.into()), ("country", country_name(screen, feast.country).into())])
        }
    };
    format!("{} · {what}", dates::day(screen, on))
}

/// `◆ National Day 1 – 7 Oct, 8 working days left · g H`
pub fn coming(screen: Screen<'_>, country: Option<Country>, long: &LongHoliday, workdays: usize) -> String {
    let keys = screen.app.settings.keymap.shown(Command::Ahead, &[Scope::Board]);
    let sign = if country.is_some() { "◇" } else { "◆" };
    let whose = country.map_or_else(String::new, |country| format!("{country} "));
    let args = [
        ("holiday", format!("{sign} {whose}{}", card::holiday_name(screen, long.holiday)).into()),
        ("from", dates::day(screen, long.first).into()),
        ("until", dates::day(screen, long.last).into()),
        ("days", workdays.into()),
        ("key", keys.map_or_else(String::new, Keys::written).into()),
    ];
    screen.with("festive-coming", &args)
}

/// Several countries of one head: with their names where one is alone, with their codes where there are more.
pub fn head(screen: Screen<'_>, festive: &[Festive]) -> String {
    if let [Festive { country: Some(country), holiday: Some(holiday) }] = festive {
        let name = match reference::country_name(*country, screen.app.lang) {
            "" => country.to_string(),
            name => name.to_owned(),
        };
        return format!("◇ {name}: {}", card::holiday_name(screen, holiday));
    }
    festive.iter().map(|one| words(screen, one)).collect::<Vec<_>>().join(" · ")
}
