//! The card of the current customer: its lines are [`crate::app::App::card_lines`], so that the mouse finds them.

mod channels;
mod clock;
mod orders;

pub use orders::{money, purse};
mod reading;

pub use clock::holiday_name;

use super::text::Pen;
use super::{Screen, dates, frames, list, told, views};
use crate::app::Pane;
use crate::app::card::Line;
use crate::command::{Command, Keys, Scope};
use crate::domain::life::LifeStage;
use crate::domain::{Bundle, CareDate, Direction, FollowUp, Interaction};
use crate::reference::{
    self,
    rhythm::{Because, Moved, because},
};
use chrono::Datelike;
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::Style;

/// Cells of a channel's name.
const KIND: usize = 9;
pub fn draw(buffer: &mut Buffer, area: Rect, screen: Screen<'_>) {
    let style = frames::title_style(screen, Pane::Card);
    let Some(bundle) = screen.app.current() else {
        let title = [(screen.get("card-title"), style)];
        let inner = frames::pane(buffer, area, screen, Pane::Card, &title, &[]);
        let lines =
            [(screen.get("card-nobody"), screen.theme.text()), (screen.get("card-nobody-next"), screen.theme.dim)];
        return frames::notice(buffer, inner, screen, &lines);
    };
    let title = [(bundle.customer.name.to_string(), style)];
    let inner = frames::pane(buffer, area, screen, Pane::Card, &title, &[]);
    let lines = screen.app.card_lines();
    let focus = frames::focused(screen, Pane::Card);
    let top = screen.app.card.top.min(lines.len().saturating_sub(1));
    let mut chosen = lines[..top].iter().filter(|line| line.chosen()).count();
    let mut under = None;
    for (row, what) in (0..inner.height).zip(&lines[top..]) {
        let cursor = focus && what.chosen() && chosen == screen.app.card.cursor;
        chosen += usize::from(what.chosen());
        if cursor {
            buffer.set_style(Rect { y: inner.y + row, height: 1, ..inner }, screen.theme.selected);
            under = Some((row, what));
        }
        line(buffer, inner, row, screen, bundle, what, cursor);
    }
    frames::scroll(buffer, area, screen, top, usize::from(inner.height), lines.len());
    if let Some((row, what)) = under {
        reading::draw(buffer, inner, row, screen, bundle, what);
    }
}

/// A row, and the style of what lies below it.
struct Place<'b, 's> {
    pen: Pen<'b>,
    screen: Screen<'s>,
    ground: Style,
}

impl Place<'_, '_> {
    fn put(&mut self, text: &str, style: Style) -> &mut Self {
        self.pen.put(text, style.patch(self.ground));
        self
    }

    fn cell(&mut self, text: &str, cells: usize, style: Style) -> &mut Self {
        self.pen.cell(text, cells, style.patch(self.ground));
        self
    }
}

fn line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, bundle: &Bundle, what: &Line, cursor: bool) {
    let theme = screen.theme;
    let customer = &bundle.customer;
    if let Line::Heading(key) = what {
        return frames::heading(buffer, area, row, screen, &screen.get(key));
    }
    let ground = if cursor { theme.selected } else { Style::default() };
    let mut place = Place { pen: Pen::new(buffer, area, row), screen, ground };
    match what {
        Line::Heading(_) | Line::Blank => {}
        Line::Standing => standing(&mut place, bundle),
        Line::Company => drop(place.put(&customer.company, theme.text())),
        Line::Life => life(&mut place, bundle),
        Line::Policy => {
            let policy = &screen.app.settings.policies[customer.tier.index()];
            place.put("§ ", theme.faint).put(policy, theme.dim);
        }
        Line::Verdict => verdict(&mut place, bundle),
        Line::Silence => silence(&mut place),
        Line::Ask(at) => ask(&mut place, *at),
        Line::Clock => clock::wall(&mut place, bundle),
        Line::Window => clock::window(&mut place, bundle),
        Line::Answers => clock::answers(&mut place, bundle),
        Line::DayOff => clock::day_off(&mut place, bundle),
        Line::Manners => clock::manners(&mut place, bundle),
        Line::Facts => drop(place.put(&facts(screen, bundle), theme.dim)),
        Line::Tags => {
            for tag in &customer.tags {
                place.put("#", theme.faint).put(tag, theme.accent).put(" ", theme.text());
            }
        }
        Line::Interests => drop(place.put("◇ ", theme.dim).put(&customer.interests, theme.text())),
        Line::Requirements => drop(place.put("▲ ", theme.requirement).put(&customer.requirements, theme.requirement)),
        Line::Person(at) => person(&mut place, bundle, *at),
        Line::Channel(at) => {
            if let Some(it) = bundle.channels.get(*at) {
                channels::line(&mut place, it, *at, cursor);
            }
        }
        Line::Emergency => channels::emergency(&mut place, bundle),
        Line::Hint(key) => hint(&mut place, key),
        Line::FollowUp(at) => {
            if let Some(it) = bundle.follow_ups.get(*at) {
                follow_up(&mut place, bundle, it);
            }
        }
        Line::Care(at) => care_date(&mut place, bundle, *at),
        Line::Feast => feast(&mut place, bundle),
        Line::Interaction(at) => {
            if let Some(it) = screen.app.detail().and_then(|detail| detail.timeline.get(*at)) {
                interaction(&mut place, it);
            }
        }
        Line::Said(at) => {
            if let Some(it) = screen.app.detail().and_then(|detail| detail.timeline.get(*at)) {
                place.put("   ", theme.text());
                said(&mut place, it);
            }
        }
        Line::Bought => orders::bought(&mut place, bundle),
        Line::Growing => orders::growing(&mut place, bundle),
        Line::Order(at) => orders::order(&mut place, *at),
        Line::Product(at, line) => orders::product(&mut place, *at, *line),
        Line::Note(at) => drop(place.put(customer.notes.lines().nth(*at).unwrap_or_default(), theme.text())),
    }
}

/// `◐ repeat · offer what goes with what they bought`
fn life(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let stage = LifeStage::of(bundle, &screen.app.now);
    let (sign, style) = match stage {
        LifeStage::Potential => ("○", theme.dim),
        LifeStage::FirstPurchase => ("◔", theme.accent),
        LifeStage::Repeat => ("◑", theme.good),
        LifeStage::Loyal => ("●", theme.good),
        LifeStage::Dormant => ("◌", theme.warn),
        LifeStage::Lost => ("×", theme.faint),
    };
    let key = format!("life-{}", stage.as_str());
    place.put(sign, style).put(" ", theme.text()).put(&screen.get(&key), style);
    place.put(" · ", theme.faint).put(&screen.get(&format!("{key}-next")), theme.dim);
}

/// `★ A · negotiation · Germany, Berlin`
fn standing(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme, customer) = (place.screen, place.screen.theme, &bundle.customer);
    if customer.favourite {
        place.put("★ ", theme.star);
    }
    let own = &screen.app.settings.tier_names[customer.tier.index()];
    let tier = match customer.tier {
        crate::domain::Tier::None => screen.get("tier-none"),
        tier => tier.as_str().to_owned(),
    };
    place.put(&tier, views::tier_style(screen, customer.tier));
    if !own.is_empty() {
        place.put(" ", theme.dim).put(own, views::tier_style(screen, customer.tier));
    }
    if let Some(stage) = customer.stage {
        place.put(" · ", theme.faint).put(&list::stage_word(screen, stage.as_str()), theme.text());
        if stage == crate::domain::Stage::LOST && !customer.lost_reason.is_empty() {
            place.put(&format!(" ({})", customer.lost_reason), theme.warn);
        }
    }
    let country = customer.country.map_or("", |country| reference::country_name(country, screen.app.lang));
    let code = customer.country.as_ref().map_or("", |country| country.as_str());
    let country = if country.is_empty() { code } else { country };
    if !country.is_empty() {
        place.put(" · ", theme.faint).put(country, theme.text());
    }
    if !customer.city.is_empty() {
        place.put(if country.is_empty() { " · " } else { ", " }, theme.faint).put(&customer.city, theme.text());
    }
    if customer.status == crate::domain::Status::Archived {
        place.put(" · ", theme.faint).put(&screen.get("card-archived"), theme.warn);
    }
}

/// The clock at the start of a row of any place.
pub fn clock_line(buffer: &mut Buffer, area: Rect, row: u16, screen: Screen<'_>, bundle: &Bundle) {
    let mut place = Place { pen: Pen::new(buffer, area, row), screen, ground: Style::default() };
    clock::wall(&mut place, bundle);
}

/// `? doubtful −32 · They ask for free samples ...`
fn verdict(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, study) = (place.screen, place.screen.app.study());
    for (part, style) in told::verdict(screen, bundle, study) {
        place.put(&part, style);
    }
    if let Some(one) = study.and_then(told::strongest) {
        place.put(" · ", screen.theme.faint).put(&screen.say(&one.detail), screen.theme.dim);
    }
}

/// `⧗ 12 days · Holiday`
fn silence(place: &mut Place<'_, '_>) {
    let screen = place.screen;
    let Some(study) = screen.app.study() else { return };
    let days = screen.with("card-silent", &[("days", study.why.silent_days.into())]);
    place.put("⧗ ", screen.theme.warn).put(&days, screen.theme.text());
    if let Some(cause) = study.why.causes.first() {
        place.put(" · ", screen.theme.faint).put(&screen.say(&cause.detail), screen.theme.dim);
    }
}

/// `○ Ask for an e-mail address ...`
fn ask(place: &mut Place<'_, '_>, at: usize) {
    let screen = place.screen;
    let Some(one) = screen.app.study().and_then(|study| study.missing.get(at)) else { return };
    let said = screen.say(&one.say(|kind| told::kind_name(screen, kind)));
    place.put("○ ", screen.theme.warn).put(&said, screen.theme.dim);
}

fn facts(screen: Screen<'_>, bundle: &Bundle) -> String {
    let customer = &bundle.customer;
    let mut facts = Vec::new();
    if !customer.language.is_empty() {
        let name = reference::language_name(&customer.language, screen.app.lang);
        facts.push(name.map_or_else(|| customer.language.to_string(), str::to_owned));
    }
    if !customer.source.is_empty() {
        facts.push(screen.with("card-source", &[("source", source_word(screen, &customer.source).into())]));
    }
    if let Some(days) = customer.cadence_days {
        facts.push(screen.count("card-cadence", days.into()));
    }
    facts.join(" · ")
}

/// A source by its proper name; one that is not known as it is written.
pub(super) fn source_word(screen: Screen<'_>, source: &str) -> String {
    let key = format!("source-{}", source.trim().to_lowercase().replace([' ', '_'], "-"));
    if screen.words.has(&key) { screen.get(&key) } else { source.to_owned() }
}

fn person(place: &mut Place<'_, '_>, bundle: &Bundle, at: usize) {
    let theme = place.screen.theme;
    let Some(contact) = bundle.contacts.get(at) else { return };
    let name = Style { bg: None, ..theme.strong };
    place.put("  ", theme.dim).put(&contact.name, name);
    if !contact.role.is_empty() {
        place.put("  ", theme.dim).put(&contact.role, theme.dim);
    }
}

fn hint(place: &mut Place<'_, '_>, key: &str) {
    let screen = place.screen;
    let key_of = |command: Command| {
        let keys = screen.app.settings.keymap.shown(command, &[Scope::List, Scope::Board]);
        keys.map_or_else(String::new, Keys::written)
    };
    let args = [
        ("edit", key_of(Command::Edit).into()),
        ("plan", key_of(Command::Plan).into()),
        ("log", key_of(Command::Log).into()),
    ];
    place.put("  ", screen.theme.dim).put(&screen.with(key, &args), screen.theme.dim);
}

fn follow_up(place: &mut Place<'_, '_>, bundle: &Bundle, it: &FollowUp) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let (when, urgency) = dates::next(screen, it.here.on);
    let style = dates::style(screen, urgency);
    let sign = match urgency {
        dates::Urgency::Later => "·",
        dates::Urgency::Today | dates::Urgency::Overdue => "▸",
    };
    place.put(sign, style).put(" ", theme.text()).put(&when, style);
    if urgency == dates::Urgency::Overdue {
        place.put(" ", theme.text()).put(&dates::past(screen, it.here.on), theme.dim);
    }
    if let Some((here, theirs)) = dates::promised(screen, &it.due) {
        place.put(" ", theme.text());
        if here.date() != it.here.on {
            place.put(&dates::weekday(screen, here.date()), style).put(" ", theme.text());
        }
        place.put(&dates::time(here), style);
        if let Some(theirs) = theirs {
            place.put(" (", theme.dim).put(&theirs, theme.dim).put(")", theme.dim);
        }
    }
    place.put("  ", theme.text()).put(&it.note, theme.text());
    if let Some(why) = because(bundle, it, screen.app.board.rules(), &screen.app.now) {
        let words = because_words(screen, why);
        place.put(if it.note.is_empty() { "· " } else { " · " }, theme.faint).put(&words, theme.dim);
    }
}

/// `every 14 days, moved off Independence Day`
fn because_words(screen: Screen<'_>, why: Because) -> String {
    let days = [("days", usize::from(why.every).into())];
    let key = match why.moved {
        None => "because-asked",
        Some(Moved::Off(holiday)) => {
            let name = holiday_name(screen, holiday);
            return screen.with("because-off", &[("days", usize::from(why.every).into()), ("holiday", name.into())]);
        }
        Some(Moved::Weekend) => "because-weekend",
        Some(Moved::Early) => "because-early",
        Some(Moved::Full) => "because-full",
        Some(Moved::Holidays) => "because-holidays",
        Some(Moved::Away) => "because-away",
    };
    screen.with(key, &days)
}

/// `birthday`, or what the exporter calls it.
pub fn care_kind(screen: Screen<'_>, care: &CareDate) -> String {
    let key = format!("care-{}", care.kind);
    if screen.words.has(&key) { screen.get(&key) } else { care.kind.to_string() }
}

/// `♥ 25 Dec  Christmas Day · in 12 days`
fn feast(place: &mut Place<'_, '_>, bundle: &Bundle) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let today = screen.app.now.today();
    let Some(feast) = screen.app.board.rules().feasts.near(bundle.customer.country, today) else { return };
    let days = usize::try_from((feast.on - today).num_days()).unwrap_or(0);
    place.put("♥ ", theme.warn).put(&dates::day(screen, feast.on), theme.warn);
    place.put("  ", theme.dim).put(&holiday_name(screen, feast.holiday), theme.warn).put(" · ", theme.faint);
    let when = if days == 0 { screen.get("date-today") } else { screen.count("card-care-in", days) };
    place.put(&when, theme.warn);
}

fn care_date(place: &mut Place<'_, '_>, bundle: &Bundle, at: usize) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let Some(care) = bundle.care_dates.get(at) else { return };
    let today = screen.app.now.today();
    let on = |year: i32| {
        // The 29th of February is greeted on the 28th in other years.
        (0..2).find_map(|back| chrono::NaiveDate::from_ymd_opt(year, care.month.into(), u32::from(care.day) - back))
    };
    let next = on(today.year()).filter(|day| *day >= today).or_else(|| on(today.year() + 1));
    let kind = care_kind(screen, care);
    let soon = next.map(|next| (next - today).num_days()).filter(|days| *days <= 14);
    let style = if soon.is_some() { theme.warn } else { theme.dim };
    place.put("♥ ", style).put(&next.map_or_else(String::new, |next| dates::day(screen, next)), style);
    place.put("  ", theme.dim).put(&kind, style);
    match soon {
        Some(0) => drop(place.put(" · ", theme.faint).put(&screen.get("date-today"), style)),
        Some(days) => {
            let days = usize::try_from(days).unwrap_or(0);
            place.put(" · ", theme.faint).put(&screen.count("card-care-in", days), style);
        }
        None => {}
    }
    if !care.note.is_empty() {
        place.put(" · ", theme.faint).put(&care.note, theme.dim);
    }
}

/// `16 Nov → WhatsApp  Sent PI 2026-117`
fn interaction(place: &mut Place<'_, '_>, it: &Interaction) {
    let (screen, theme) = (place.screen, place.screen.theme);
    let day = dates::past_short(screen, dates::here(&screen.app.now, it.at).date());
    let cells = if screen.app.lang == reference::Lang::Zh { 8 } else { 7 };
    place.pen.cell_right(&day, cells, theme.dim.patch(place.ground));
    let (arrow, style) = match it.direction {
        Direction::In => (" ← ", theme.inbound),
        Direction::Out => (" → ", theme.outbound),
    };
    place.put(arrow, style);
    let kind = it.kind.map_or_else(
        || screen.get("card-via-none"),
        |kind| reference::kind(kind).map_or_else(|| kind.to_string(), |info| info.name(screen.app.lang).to_owned()),
    );
    if screen.app.card_is_narrow() {
        place.put(&kind, theme.dim);
        return;
    }
    place.cell(&kind, KIND, theme.dim).put(" ", theme.text());
    said(place, it);
}

fn said(place: &mut Place<'_, '_>, it: &Interaction) {
    let theme = place.screen.theme;
    place.put(&it.text, theme.text());
    if !it.outcome.is_empty() {
        place.put(" · ", theme.faint).put(&it.outcome, theme.dim);
    }
}
