//! Absences as customers announce them: "back on the 12th", "out of office until 5 Dec", “休假到12月5日”.

use crate::domain::{Direction, Interaction, Now, when};
use chrono::{Datelike, Days, Months, NaiveDate};

/// An absence that was announced.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Absence {
    /// The first day back.
    pub until: NaiveDate,
    /// The words that said so.
    pub said: String,
}

/// Messages looked through, the newest first, and how far into each.
const MESSAGES: usize = 5;
const LONGEST: usize = 4_000;

/// What comes before the first day back, in small letters.
const BACK: [&str; 29] = [
    "back in the office on",
    "back at the office on",
    "back in office on",
    "back to the office on",
    "back to work on",
    "back at work on",
    "be back on",
    "back on",
    "back in the office",
    "back from holiday on",
    "back from vacation on",
    "be back",
    "return to the office on",
    "return to office on",
    "returning to the office on",
    "returning on",
    "return on",
    "available again on",
    "available again from",
    "reopen on",
    "resume work on",
    "zurück am",
    "wieder da am",
    "de retour le",
    "vuelvo el",
    "regreso el",
    "estaré de vuelta el",
    "volto no dia",
    "вернусь",
];

/// What comes before the last day away.
const AWAY: [&str; 27] = [
    "out of office until",
    "out of the office until",
    "out of office till",
    "out of the office till",
    "on vacation until",
    "on vacation till",
    "on holiday until",
    "on holiday till",
    "on holidays until",
    "on leave until",
    "on leave till",
    "away until",
    "away till",
    "closed until",
    "closed till",
    "not available until",
    "travelling until",
    "traveling until",
    "im urlaub bis",
    "abwesend bis",
    "absent jusqu'au",
    "en congé jusqu'au",
    "en vacances jusqu'au",
    "de vacaciones hasta el",
    "de vacaciones hasta",
    "休假到",
    "放假到",
];
const AWAY_ZH: [&str; 5] = ["休假至", "放假至", "出差到", "出差至", "外出到"];

/// What follows the first day back: `12月5日回来`.
const BACK_ZH: [&str; 5] = ["回来", "回公司", "回办公室", "上班", "返回"];

/// The newest announcement whose first day back is still to come, by the calendar of the message.
pub fn announced(timeline: &[Interaction], now: &Now) -> Option<Absence> {
    let said = timeline.iter().filter(|said| said.direction == Direction::In).take(MESSAGES);
    said.filter_map(|said| {
        let then = Now { instant: said.at, ..now.clone() };
        let text: String = said.text.chars().take(LONGEST).collect();
        announced_in(&text, &then)
    })
    .find(|absence| absence.until > now.today())
}

/// An absence announced in `text`, written on the day of `then`.
pub fn announced_in(text: &str, then: &Now) -> Option<Absence> {
    // Lower-cased one to one, so that a place in one is a place in the other.
    let lower: String = text.chars().map(|c| c.to_lowercase().next().unwrap_or(c)).collect();
    let lower = lower.replace('’', "'");
    let after = |phrases: &[&str], more: u64| {
        phrases.iter().find_map(|phrase| {
            lower.match_indices(phrase).find_map(|(at, _)| {
                let rest = lower.get(at + phrase.len()..)?;
                let day = date(rest, then)?.checked_add_days(Days::new(more))?;
                plausible(day, then).then(|| Absence { until: day, said: around(&lower, at) })
            })
        })
    };
    after(&BACK, 0).or_else(|| after(&AWAY, 1)).or_else(|| after(&AWAY_ZH, 1)).or_else(|| chinese(&lower, then))
}

/// Nobody announces an absence of more than half a year.
fn plausible(day: NaiveDate, then: &Now) -> bool {
    let today = then.today();
    day > today && today.checked_add_months(Months::new(6)).is_none_or(|limit| day <= limit)
}

/// `12月5日回来`: the date stands before the word.
fn chinese(lower: &str, then: &Now) -> Option<Absence> {
    BACK_ZH.iter().find_map(|word| {
        let (at, _) = lower.match_indices(word).next()?;
        let before = lower.get(..at)?;
        let start = before.char_indices().rev().nth(7).map_or(0, |(start, _)| start);
        let starts = before.get(start..)?.char_indices().map(|(more, _)| start + more);
        starts.into_iter().find_map(|start| {
            let (when, rest) = when::split(before.get(start..)?, then)?;
            let dated = before.get(start..)?.contains(['日', '号', '號', '周', '天', '期']);
            let near = rest.is_empty() || ["再", "才", "就", "会", "能", "我", "的"].contains(&rest.trim());
            (dated && near && plausible(when.on, then)).then(|| Absence { until: when.on, said: around(lower, start) })
        })
    })
}

/// The date at the front of `rest`; what people put before it is passed over.
fn date(rest: &str, then: &Now) -> Option<NaiveDate> {
    let mut rest = rest.trim_start_matches([':', ' ', ',', '.', '\n', '\r']);
    let weekday = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"].iter().any(|day| rest.starts_with(day));
    if weekday {
        // `Monday, 12 December`: the date says more than the day; without one, the day is all there is.
        let end = rest.find(|c: char| !c.is_alphabetic()).unwrap_or(rest.len());
        let behind = rest.get(end..)?.trim_start_matches([',', '.', ' ', '(']);
        if behind.starts_with(|c: char| c.is_ascii_digit()) || behind.starts_with("the ") {
            rest = behind;
        } else {
            return Some(date(behind, then).unwrap_or(when::split(rest, then)?.0.on));
        }
    }
    for lead in ["on ", "the ", "el ", "le ", "den ", "dem ", "dia ", "día "] {
        rest = rest.strip_prefix(lead).unwrap_or(rest);
    }
    let iso = || when::split(rest, then).map(|(when, _)| when.on);
    by_name(rest, then).or_else(|| numbers(rest, then)).or_else(iso).or_else(|| ordinal(rest, then))
}

/// Months by the first letters of their names in English, German, French, Spanish and Portuguese.
const MONTHS: [(&str, u32); 29] = [
    ("jan", 1),
    ("ene", 1),
    ("feb", 2),
    ("fév", 2),
    ("fev", 2),
    ("mar", 3),
    ("mär", 3),
    ("apr", 4),
    ("avr", 4),
    ("abr", 4),
    ("may", 5),
    ("mai", 5),
    ("jun", 6),
    ("juin", 6),
    ("jul", 7),
    ("juil", 7),
    ("aug", 8),
    ("août", 8),
    ("ago", 8),
    ("sep", 9),
    ("set", 9),
    ("oct", 10),
    ("okt", 10),
    ("out", 10),
    ("nov", 11),
    ("dec", 12),
    ("déc", 12),
    ("dez", 12),
    ("dic", 12),
];

/// `5 de diciembre`, `5. dezember 2026`, `5th of dec`.
fn by_name(rest: &str, then: &Now) -> Option<NaiveDate> {
    let (day, behind) = number(rest)?;
    let behind = behind.trim_start_matches(['.', ' ', 'º', '-', '/']);
    let behind = ["st ", "nd ", "rd ", "th "].iter().find_map(|suffix| behind.strip_prefix(suffix)).unwrap_or(behind);
    let behind = ["de ", "of "].iter().find_map(|word| behind.strip_prefix(word)).unwrap_or(behind);
    let (_, month) = MONTHS.iter().find(|(name, _)| behind.starts_with(name))?;
    let behind = behind.trim_start_matches(char::is_alphabetic).trim_start_matches(['.', ',', ' ', '-', '/']);
    let behind = behind.strip_prefix("de ").unwrap_or(behind);
    match number(behind) {
        Some((year @ 1900..=2999, _)) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, *month, day),
        _ => coming(then, *month, day),
    }
}

/// `5.12.`, `05/12/2026`: the day first, unless it cannot be.
fn numbers(rest: &str, then: &Now) -> Option<NaiveDate> {
    let (first, behind) = number(rest)?;
    let behind = behind.strip_prefix(['.', '/'])?;
    let (second, behind) = number(behind.trim_start())?;
    let year = behind.strip_prefix(['.', '/']).and_then(|rest| number(rest.trim_start())).map(|(year, _)| year);
    let (day, month) = if second > 12 { (second, first) } else { (first, second) };
    match year {
        Some(year @ 2000..=2999) => NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day),
        Some(year @ 20..=99) => NaiveDate::from_ymd_opt(2000 + i32::try_from(year).ok()?, month, day),
        _ => coming(then, month, day),
    }
}

/// `12th`.
fn ordinal(rest: &str, then: &Now) -> Option<NaiveDate> {
    let (day, behind) = number(rest)?;
    ["st", "nd", "rd", "th"].iter().find(|suffix| behind.starts_with(**suffix))?;
    let first = then.today().with_day(1)?;
    let months = (0..=2).filter_map(|more| first.checked_add_months(Months::new(more))?.with_day(day));
    months.into_iter().find(|day| *day > then.today())
}

fn number(text: &str) -> Option<(u32, &str)> {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let digits = text.get(..end).filter(|digits| (1..=4).contains(&digits.len()))?;
    Some((digits.parse().ok()?, text.get(end..)?))
}

fn coming(then: &Now, month: u32, day: u32) -> Option<NaiveDate> {
    let today = then.today();
    (0..=1).filter_map(|more| NaiveDate::from_ymd_opt(today.year() + more, month, day)).find(|date| *date >= today)
}

/// The words, from the phrase on.
fn around(text: &str, at: usize) -> String {
    let rest = text.get(at..).unwrap_or_default();
    let line = rest.lines().next().unwrap_or_default();
    line.chars().take(40).collect()
}

#[cfg(test)]
mod tests;
