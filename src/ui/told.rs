//! What is told of a customer, in lines: verdict and evidence, fit, who else it may be, what is missing, why it is
//! silent, which channel to take.

use super::sheet::{Part, Sheet};
use super::{Screen, dates, views};
use crate::app::online::Answer;
use crate::domain::authenticity::{Evidence, Outcome, Verdict};
use crate::domain::insight::{Shared, Study, held};
use crate::domain::next_channel::Standing;
use crate::domain::silence::{Action, Cause};
use crate::domain::{Bundle, ChannelKind, Ruling, Status};
use crate::reference;
use ratatui::style::Style;

/// Cells of a weight with its gap.
const WEIGHT: usize = 5;

/// The sign before a verdict: never the colour alone.
pub const fn sign(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Real => "✓",
        Verdict::Doubtful => "?",
        Verdict::Fake => "✗",
        Verdict::Unknown => "·",
    }
}

pub const fn verdict_style(screen: Screen<'_>, verdict: Verdict) -> Style {
    match verdict {
        Verdict::Real => screen.theme.good,
        Verdict::Doubtful => screen.theme.warn,
        Verdict::Fake => screen.theme.bad,
        Verdict::Unknown => screen.theme.dim,
    }
}

/// `? doubtful −32`, or the exporter's own word.
pub fn verdict(screen: Screen<'_>, bundle: &Bundle, study: Option<&Study>) -> Vec<Part> {
    let ruling = bundle.customer.verdict;
    let advice = study.map_or(Verdict::Unknown, |study| study.assessment.verdict);
    let held = held(ruling, advice);
    let style = verdict_style(screen, held);
    let mark = if ruling == Ruling::NotTarget { "⊘" } else { sign(held) };
    let words = match ruling {
        Ruling::Undecided => screen.get(&format!("verdict-{}", advice.as_str())),
        _ => {
            let own = screen.get(&format!("ruling-{}", ruling.slug()));
            screen.with("verdict-yours", &[("verdict", own.into())])
        }
    };
    let mut parts = vec![(format!("{mark} {words}"), style)];
    if let Some(study) = study {
        parts.push((format!(" {}", signed(study.assessment.score)), screen.theme.dim));
    }
    parts
}

/// `+15`, `−40`, `·`.
pub fn signed(weight: i32) -> String {
    match weight {
        0 => "·".to_owned(),
        1.. => format!("+{weight}"),
        _ => format!("−{}", weight.unsigned_abs()),
    }
}

/// The finding that tells most: the worst, where there is a bad one.
pub fn strongest(study: &Study) -> Option<&Evidence> {
    let all = &study.assessment.evidence;
    let worst = all.iter().filter(|one| one.weight < 0).min_by_key(|one| one.weight);
    worst.or_else(|| all.iter().max_by_key(|one| one.weight))
}

pub fn evidence(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    for one in &study.assessment.evidence {
        let style = match one.outcome() {
            Outcome::Good => screen.theme.good,
            Outcome::Bad => screen.theme.bad,
            Outcome::Neutral => screen.theme.dim,
        };
        let weight = format!("{:>4}", signed(one.weight));
        let said = screen.say(&one.detail);
        let said = one.others.iter().fold(said, |said, id| match screen.app.board.get(*id) {
            Some(other) => said.replacen(&format!("#{id}"), &other.customer.name, 1),
            None => said,
        });
        sheet.wrapped(vec![(weight, style)], WEIGHT, &said, screen.theme.text());
    }
    if study.assessment.evidence.is_empty() {
        sheet.line(vec![(screen.get("evidence-none"), screen.theme.dim)]);
    }
}

/// Whether the network was asked, and when.
pub fn online(sheet: &mut Sheet<'_>, screen: Screen<'_>) {
    let said = match screen.app.online() {
        Some(Answer::Asking) => screen.get("evidence-asking"),
        Some(Answer::At(at)) => screen.with("evidence-online", &[("at", dates::moment(screen, at).into())]),
        None => return,
    };
    sheet.line(vec![(said, screen.theme.dim)]);
}

/// `Fit 55, business: water treatment, uv lamp`
pub fn fit(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    let theme = screen.theme;
    let fit = &study.fit;
    let words = fit.matched.iter().map(|one| &*one.word).collect::<Vec<_>>().join(", ");
    let said = match fit.side() {
        Some(side) => {
            let side = screen.get(&format!("fit-{}", side.as_str()));
            screen.with(
                "told-fit",
                &[("score", i64::from(fit.score).into()), ("side", side.into()), ("words", words.into())],
            )
        }
        None if fit.matched.is_empty() => screen.get("told-fit-none"),
        None => screen.with("told-fit-against", &[("words", words.into())]),
    };
    let style = if fit.score > 0 { theme.good } else { theme.dim };
    sheet.wrapped(vec![("◇".to_owned(), style)], 2, &said, theme.text());
}

/// `= Müller GmbH, same address: m makes one of the two`
pub fn twins(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study, merge: &str) {
    const SHOWN: usize = 3;
    let known = study.twins.iter().filter_map(|twin| Some((screen.app.board.get(twin.id)?, twin)));
    for (at, (other, twin)) in known.enumerate().take(SHOWN) {
        let by = match &twin.by {
            Shared::Handle(norm) => screen.with("twin-handle", &[("handle", norm.to_string().into())]),
            shared => screen.get(&format!("twin-{}", shared.as_str())),
        };
        let mut said = screen.with("told-twin", &[("name", other.customer.name.to_string().into()), ("by", by.into())]);
        if other.customer.status == Status::Archived {
            said = format!("{said} · {}", screen.get("card-archived"));
        }
        if at == 0 && !merge.is_empty() {
            said = format!("{said} · {}", screen.with("told-twin-merge", &[("key", merge.to_owned().into())]));
        }
        sheet.wrapped(vec![("=".to_owned(), screen.theme.warn)], 2, &said, screen.theme.text());
    }
    let more = study.twins.len().saturating_sub(SHOWN);
    if more > 0 {
        sheet.line(vec![(format!("  {}", screen.count("told-twins-more", more)), screen.theme.dim)]);
    }
}

pub fn missing(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    for one in &study.missing {
        let said = screen.say(&one.say(|kind| kind_name(screen, kind)));
        sheet.wrapped(vec![("○".to_owned(), screen.theme.warn)], 2, &said, screen.theme.text());
    }
}

/// A kind's name in the reader's language.
pub fn kind_name(screen: Screen<'_>, kind: ChannelKind) -> String {
    reference::kind(kind).map_or(kind.as_str(), |info| info.name(screen.app.lang)).to_owned()
}

/// Days of silence against their own usual delay.
pub fn silence(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    let why = &study.why;
    let days = ("days", why.silent_days.into());
    let said = match why.usual {
        _ if why.silent_days == 0 => screen.get("told-not-silent"),
        Some(usual) if usual.num_hours() < 36 => {
            screen.with("told-silent-hours", &[days, ("hours", usual.num_hours().max(1).into())])
        }
        Some(usual) => screen.with("told-silent-usual", &[days, ("usual", ((usual.num_hours() + 12) / 24).into())]),
        None => screen.with("told-silent", &[days]),
    };
    sheet.wrapped(Vec::new(), 0, &said, Style { bg: None, ..screen.theme.strong });
}

pub fn causes(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    for Cause { weight, detail, until, .. } in &study.why.causes {
        let style = if *weight >= 80 { screen.theme.warn } else { screen.theme.dim };
        let mut said = screen.say(detail);
        if let Some(until) = until {
            let until = dates::moment(screen, *until);
            said = format!("{said} {}", screen.with("told-until", &[("at", until.into())]));
        }
        sheet.wrapped(vec![(format!("{weight:>4}"), style)], WEIGHT, &said, screen.theme.text());
    }
}

/// What to do, by which channel, when.
pub fn step(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    let step = &study.why.step;
    let mut said = screen.get(&format!("action-{}", step.action.as_str()));
    if let Some(kind) = step.channel {
        said = screen.with("told-step-by", &[("what", said.into()), ("kind", kind_name(screen, kind).into())]);
    }
    if let Some(at) = step.at.filter(|_| step.action != Action::Nothing) {
        let at = if at <= screen.app.now.instant { screen.get("told-now") } else { dates::moment(screen, at) };
        said = screen.with("told-step-at", &[("what", said.into()), ("at", at.into())]);
    }
    sheet.wrapped(vec![("▸".to_owned(), screen.theme.accent)], 2, &said, Style { bg: None, ..screen.theme.strong });
}

/// The channels in the order to try them, with what they are good for; and what to ask for.
pub fn channels(sheet: &mut Sheet<'_>, screen: Screen<'_>, study: &Study) {
    let theme = screen.theme;
    for (at, one) in study.advice.order.iter().enumerate() {
        let style = match one.standing {
            Standing::Answers(_) => theme.good,
            Standing::Broken | Standing::Retired => theme.faint,
            _ => theme.text(),
        };
        let mut said = screen.say(&one.detail);
        if let Some(purpose) = purpose(one.kind).filter(|_| one.works()) {
            said = format!("{said} · {}", screen.get(purpose));
        }
        sheet.wrapped(vec![(format!("{:>2}.", at + 1), theme.dim)], 4, &said, style);
    }
    if !study.advice.ask.is_empty() {
        let kinds = study.advice.ask.iter().map(|kind| kind_name(screen, *kind)).collect::<Vec<_>>().join(", ");
        let said = screen.with("told-ask", &[("kinds", kinds.into())]);
        sheet.wrapped(vec![("+".to_owned(), theme.accent)], 4, &said, theme.text());
    }
}

/// What a channel is good for (`S2.1`).
fn purpose(kind: ChannelKind) -> Option<&'static str> {
    match kind {
        ChannelKind::EMAIL => Some("purpose-email"),
        ChannelKind::PHONE => Some("purpose-phone"),
        ChannelKind::WEBSITE | ChannelKind::YOUTUBE => None,
        _ => Some("purpose-messenger"),
    }
}

/// `★ A · inquiry · Germany, Berlin · alibaba`
pub fn who(screen: Screen<'_>, bundle: &Bundle) -> Vec<Part> {
    let (theme, customer) = (screen.theme, &bundle.customer);
    let country = customer.country.map_or("", |country| reference::country_name(country, screen.app.lang));
    let place = [country, &*customer.city].into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ");
    let person = bundle.contacts.iter().map(|it| &*it.name).find(|name| !name.is_empty() && **name != *customer.name);
    let company = Some(&*customer.company).filter(|company| !company.is_empty() && **company != *customer.name);
    let source = super::card::source_word(screen, &customer.source);
    let rest = [person.unwrap_or_default(), company.unwrap_or_default(), &place, &source];
    let mut parts = Vec::new();
    if customer.tier != crate::domain::Tier::None {
        parts.push((customer.tier.as_str().to_owned(), views::tier_style(screen, customer.tier)));
    }
    for part in rest.into_iter().filter(|part| !part.is_empty()) {
        if !parts.is_empty() {
            parts.push((" · ".to_owned(), theme.faint));
        }
        parts.push((part.to_owned(), theme.text()));
    }
    parts
}
