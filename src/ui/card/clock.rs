//! Their clock and calendar: the time there, until when somebody can be reached, what they keep as a holiday.

use super::super::desk::{self, Desk};
use super::super::{Screen, dates, text};
use super::Place;
use crate::command::{Command, Scope};
use crate::domain::Bundle;
use crate::reference::{self, State};
use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, Utc};

fn desk_of<'a>(screen: Screen<'a>, bundle: &'a Bundle) -> Option<Desk<'a>> {
    Desk::of(screen, screen.app.board.slot_of(bundle.customer.id)?, bundle)
}

/// `○ Sun 03:14 in Berlin`; `03:14 / 06:14 there · 2 candidates`.
pub(super) fn wall(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let desk = desk_of(screen, bundle);
    let Some((desk, local)) = desk.as_ref().and_then(|desk| Some((desk, desk.presence.local?))) else {
        place.put("○ ", theme.faint).put(&screen.get("card-clock-unknown"), theme.dim);
        return;
    };
    let (dot, style) = desk::dot(screen, &desk.presence, desk.away.is_some());
    place.put(dot, style).put(" ", theme.text());
    if desk.several() {
        let times: Vec<String> = desk.locals(screen).into_iter().map(dates::time).collect();
        let times = match &times[..] {
            [first, _, _, .., last] => format!("{first}–{last}"),
            times => times.join(" / "),
        };
        let args = [("times", times.into()), ("n", desk.whereabouts.zones.len().into())];
        place.put(&screen.with("card-clock-several", &args), theme.text());
        return;
    }
    let zone = desk
        .whereabouts
        .zones
        .first()
        .map_or_else(String::new, |zone| reference::zone_city(zone, screen.app.lang).into_owned());
    let args = [("at", day_and_time(screen, local).into()), ("place", zone.into())];
    let forms = ["card-clock", "card-clock-at"].map(|key| screen.with(key, &args));
    put_fitting(place, &forms);
}

/// `opens Mon 15:00 your time, closes 19:00`; `away until 12 Dec · at the fair`.
pub(super) fn window(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(desk) = desk_of(screen, bundle) else { return };
    place.put("  ", theme.text());
    if let Some(pause) = desk.away {
        let key = if pause.note.is_empty() { "card-away" } else { "card-away-note" };
        let args = [("date", dates::long_day(screen, pause.until).into()), ("note", pause.note.to_string().into())];
        place.put(&screen.with(key, &args), theme.warn);
        return;
    }
    let (Some(opens), Some(closes)) = (desk.presence.opens, desk.presence.closes) else {
        place.put(&screen.get("card-no-shared-hour"), theme.dim);
        return;
    };
    let (opens, closes) = (here(screen, opens), here(screen, closes));
    let today = screen.app.now.today();
    let opens_words = if opens.date() == today { dates::time(opens) } else { day_and_time(screen, opens) };
    // At midnight the evening ends, and no day begins.
    let last = closes - chrono::TimeDelta::seconds(1);
    let begins = if desk.presence.state == State::Open { today } else { opens.date() };
    let closes_words = match last.date() == begins {
        true if closes.time() == NaiveTime::MIN => "24:00".to_owned(),
        true => dates::time(closes),
        false => day_and_time(screen, closes),
    };
    let args = [("opens", opens_words.into()), ("closes", closes_words.into())];
    let same = desk.presence.local == Some(screen.app.now.local());
    let forms: &[&str] = match (desk.presence.state, same) {
        (State::Open, true) => &["card-open-short"],
        (State::Open, false) => &["card-open-long", "card-open-short"],
        (_, true) => &["card-opens-same"],
        (_, false) => &["card-opens-long", "card-opens-short", "card-opens-tiny"],
    };
    let forms: Vec<String> = forms.iter().map(|key| screen.with(key, &args)).collect();
    put_fitting(place, &forms);
}

/// `answers 09:00–12:00 there`, on the exporter's wall where their zone is known.
pub(super) fn answers(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(usual) = screen.app.answering_hours(bundle) else { return };
    let (from, to) = (usual.from(), usual.until());
    let zone = desk_of(screen, bundle).and_then(|desk| desk.whereabouts.zones.first().copied());
    let yours = zone.and_then(|zone| {
        let today = reference::local_at(zone, screen.app.now.instant)?.date();
        let at = |hour: u32| reference::to_instant(zone, today.and_hms_opt(hour, 0, 0)?);
        Some((dates::time(here(screen, at(from)?)), dates::time(here(screen, at(to)?))))
    });
    let there = (format!("{from:02}:00"), format!("{to:02}:00"));
    let (key, (from, to)) = yours.map_or(("card-answers", there), |yours| ("card-answers-yours", yours));
    let args = [("from", from.into()), ("to", to.into())];
    place.put("  ", theme.text()).put(&screen.with(key, &args), theme.text());
}

/// `◇ Golden Week until Wed 7 Oct`, `◇ Eid al-Fitr ~ on Fri 20 Mar`.
pub(super) fn day_off(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some((day, holiday)) = screen.app.day_off_there(bundle) else { return };
    let state = desk_of(screen, bundle).map(|desk| desk.presence.state);
    let name = holiday_name(screen, holiday);
    let (key, on) = match state {
        Some(State::Holiday { until, .. }) if until > day => ("card-holiday-now", until),
        Some(State::Holiday { .. }) => ("card-holiday-today", day),
        _ => ("card-holiday-next", day),
    };
    let style = if key == "card-holiday-next" { theme.dim } else { theme.warn };
    let date = |on: NaiveDate| dates::long_day(screen, on);
    place.put("◇ ", theme.weekend).put(&screen.with(key, &[("name", name.into()), ("date", date(on).into())]), style);
}

/// `※ K  Formal: Herr or Frau and the family name ...`
pub(super) fn manners(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let found = bundle.customer.country.and_then(reference::etiquette);
    let Some(note) = found.and_then(|found| found.notes(screen.app.lang).next()) else { return };
    let keys = screen.app.settings.keymap.shown(Command::Country, &[Scope::List, Scope::Board]);
    let key = keys.map_or_else(String::new, crate::command::Keys::written);
    place.put(&key, theme.key).put(" ", theme.text()).put(note, theme.dim);
}

/// A holiday's name; `~` where the moon decides.
pub fn holiday_name(screen: Screen<'_>, holiday: &'static crate::domain::Holiday) -> String {
    let name = holiday.name(screen.app.lang);
    if holiday.estimated { format!("~ {name}") } else { name.to_string() }
}

fn here(screen: Screen<'_>, at: DateTime<Utc>) -> NaiveDateTime {
    dates::here(&screen.app.now, at)
}

fn day_and_time(screen: Screen<'_>, local: NaiveDateTime) -> String {
    let day = dates::weekday(screen, local.date());
    screen.with("date-time", &[("time", dates::time(local).into()), ("weekday", day.into())])
}

/// The first that fits, the longest being first; else the last.
fn put_fitting(place: &mut Place<'_, '_>, forms: &[String]) {
    let room = place.pen.room();
    let said = forms.iter().find(|words| text::width(words) <= room).or(forms.last());
    let style = place.screen.theme.text();
    place.put(said.map_or("", String::as_str), style);
}
