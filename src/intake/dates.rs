//! Dates and times as exports write them.

use crate::domain::Now;
use chrono::{DateTime, Duration, NaiveDate, NaiveDateTime, NaiveTime, TimeZone, Utc};

/// Which comes first in `03/04/2026`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Order {
    #[default]
    DayFirst,
    MonthFirst,
}

impl Order {
    /// What a whole column says: a second number over twelve gives it away. Undecided is day first, as most of the
    /// world writes.
    pub fn of<'a>(cells: impl Iterator<Item = &'a str>) -> Self {
        let (mut day_first, mut month_first) = (0, 0);
        for cell in cells.take(5000) {
            let numbers = numbers(cell);
            if let [a, b, _, ..] = numbers[..]
                && a.digits <= 2
                && b.digits <= 2
            {
                day_first += usize::from(a.value > 12 && b.value <= 12);
                month_first += usize::from(b.value > 12 && a.value <= 12);
            }
        }
        if month_first > day_first { Self::MonthFirst } else { Self::DayFirst }
    }
}

#[derive(Clone, Copy, Debug)]
struct Number {
    value: u32,
    digits: usize,
}

/// The digit groups of the date part.
fn numbers(text: &str) -> Vec<Number> {
    let text = text.split('T').next().unwrap_or(text);
    let text = text.find(':').map_or(text, |colon| text[..colon].trim_end_matches(|c: char| c.is_ascii_digit()));
    text.split(|c: char| !c.is_ascii_digit())
        .filter(|group| !group.is_empty())
        .take(4)
        .filter_map(|group| group.parse().ok().map(|value| Number { value, digits: group.len() }))
        .collect()
}

const MONTHS: [&[&str]; 12] = [
    &["jan", "ene", "gen"],
    &["feb", "fev", "fév"],
    &["mar", "mär", "mrz"],
    &["apr", "abr", "avr"],
    &["may", "mai", "mag"],
    &["jun", "juin", "giu"],
    &["jul", "juil", "lug"],
    &["aug", "ago", "aoû", "aou"],
    &["sep", "set"],
    &["oct", "okt", "ott"],
    &["nov"],
    &["dec", "dez", "dic", "déc"],
];

fn named_month(text: &str) -> Option<u32> {
    let lower = text.to_lowercase();
    let mut words = lower.split(|c: char| !c.is_alphabetic()).filter(|word| word.chars().count() >= 3);
    words
        .find_map(|word| MONTHS.iter().position(|names| names.iter().any(|name| word.starts_with(name))))
        .and_then(|at| u32::try_from(at + 1).ok())
}

fn full_year(number: Number, today: NaiveDate) -> Option<i32> {
    use chrono::Datelike;
    match number.digits {
        4 => i32::try_from(number.value).ok(),
        // 70 is 1970 and 26 is 2026: not more than ten years ahead.
        2 => {
            let year = 2000 + i32::try_from(number.value).ok()?;
            Some(if year > today.year() + 10 { year - 100 } else { year })
        }
        _ => None,
    }
}

/// A date, or the date of a moment.
pub fn date(text: &str, order: Order, today: NaiveDate) -> Option<NaiveDate> {
    let text = text.trim();
    if text.is_empty() || text.len() > 48 {
        return None;
    }
    let numbers = numbers(text);
    if let Some(month) = named_month(text) {
        return match numbers[..] {
            [year, day, ..] if year.digits == 4 => NaiveDate::from_ymd_opt(full_year(year, today)?, month, day.value),
            [day, year, ..] => NaiveDate::from_ymd_opt(full_year(year, today)?, month, day.value),
            _ => None,
        };
    }
    if text
        .chars()
        .filter(|c| c.is_alphabetic())
        .any(|c| !matches!(c, 'T' | 'Z' | 'A' | 'P' | 'M' | 'a' | 'p' | 'm' | '年' | '月' | '日'))
    {
        return None;
    }
    match numbers[..] {
        [packed] if packed.digits == 8 => NaiveDate::from_ymd_opt(
            i32::try_from(packed.value / 10_000).ok()?,
            packed.value / 100 % 100,
            packed.value % 100,
        ),
        // A workbook's day number that lost its format.
        [serial] if serial.digits == 5 && text.len() == 5 && (20_000..70_000).contains(&serial.value) => {
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(chrono::Days::new(serial.value.into()))
        }
        [year, month, day, ..] if year.digits == 4 => {
            NaiveDate::from_ymd_opt(full_year(year, today)?, month.value, day.value)
        }
        [a, b, year, ..] if a.digits <= 2 && b.digits <= 2 => {
            let year = full_year(year, today)?;
            let (day, month) = if order == Order::MonthFirst { (b, a) } else { (a, b) };
            NaiveDate::from_ymd_opt(year, month.value, day.value)
                .or_else(|| NaiveDate::from_ymd_opt(year, day.value, month.value))
        }
        _ => None,
    }
}

/// A day of the year, with its year where it is known: `1980-05-12`, `--05-12`, `5月12日`.
pub fn birthday(text: &str, order: Order, today: NaiveDate) -> Option<(Option<i32>, u8, u8)> {
    use chrono::Datelike;
    let small = |month: u32, day: u32| {
        // A leap year, so that the 29th of February is a day.
        NaiveDate::from_ymd_opt(2000, month, day)?;
        Some((u8::try_from(month).ok()?, u8::try_from(day).ok()?))
    };
    if let Some(date) = date(text, order, today) {
        let (month, day) = small(date.month(), date.day())?;
        let year = date.year();
        // Two digits that land in the future are the last century's.
        let year = if date > today { year - 100 } else { year };
        // Programs that must have a year write 1604 or 1900 for none.
        return Some(((year > 1900).then_some(year), month, day));
    }
    let (month, day) = match (named_month(text), &numbers(text)[..]) {
        (Some(month), [day]) => small(month, day.value)?,
        (None, [a, b]) if a.digits <= 2 && b.digits <= 2 => {
            let ordered = text.contains('月') || text.trim_start().starts_with("--") || order == Order::MonthFirst;
            let (month, day) = if ordered { (a, b) } else { (b, a) };
            small(month.value, day.value)?
        }
        _ => return None,
    };
    Some((None, month, day))
}

/// A moment: an instant with its offset, or a wall time of the exporter's; noon where only the day is known.
pub fn moment(text: &str, order: Order, now: &Now) -> Option<DateTime<Utc>> {
    let text = text.trim();
    if let Ok(instant) = DateTime::parse_from_rfc3339(text) {
        return Some(instant.with_timezone(&Utc));
    }
    let day = date(text, order, now.today())?;
    let time = clock(text).or_else(|| NaiveTime::from_hms_opt(12, 0, 0))?;
    let wall = NaiveDateTime::new(day, time);
    now.offset.from_local_datetime(&wall).single().map(|at| at.with_timezone(&Utc))
}

/// `9:05`, `21:05:30`, `9:05 PM` inside a text.
fn clock(text: &str) -> Option<NaiveTime> {
    let colon = text.find(':')?;
    let hour = text[..colon].rsplit(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()?;
    let minute = text[colon + 1..].split(|c: char| !c.is_ascii_digit()).next()?.parse::<u32>().ok()?;
    let lower = text.to_ascii_lowercase();
    let hour = match (lower.contains("pm"), lower.contains("am"), hour) {
        (true, _, 1..=11) => hour + 12,
        (_, true, 12) => 0,
        _ => hour,
    };
    NaiveTime::from_hms_opt(hour, minute, 0)
}

/// How long ago, in words: `Just now`, `8 minutes before`, `13 days ago`, `3小时前`.
pub fn ago(text: &str) -> Option<Duration> {
    let lower = text.trim().to_lowercase();
    if lower.starts_with("just now") || lower == "刚刚" {
        return Some(Duration::zero());
    }
    if lower == "yesterday" || lower == "昨天" {
        return Some(Duration::days(1));
    }
    let digits = lower.chars().take_while(char::is_ascii_digit).count();
    let count: i64 = lower[..digits].parse().ok().filter(|count| *count < 100_000)?;
    let unit = lower[digits..].trim_start();
    let is = |names: &[&str]| names.iter().any(|name| unit.starts_with(name));
    if is(&["min", "分"]) {
        Some(Duration::minutes(count))
    } else if is(&["hour", "小时", "時", "时"]) {
        Some(Duration::hours(count))
    } else if is(&["day", "天", "日"]) {
        Some(Duration::days(count))
    } else if is(&["week", "周"]) {
        Some(Duration::weeks(count))
    } else if is(&["month", "个月", "月"]) {
        Some(Duration::days(count * 30))
    } else if is(&["sec", "秒"]) {
        Some(Duration::seconds(count))
    } else {
        None
    }
}

#[cfg(test)]
mod tests;
