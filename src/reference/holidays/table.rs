//! The table as it is looked up: per country, its days in their order. The form of a line is told in
//! `assets/sources/make_holidays.py`.

use crate::domain::{Country, workday::Holiday};
use chrono::{Days, NaiveDate};
use std::ops::RangeInclusive;
use std::sync::LazyLock;

static TEXT: &str = include_str!("../../../assets/holidays.tsv");

/// The years of the table: what a date without a year stands for.
pub const YEARS: RangeInclusive<i32> = 2024..=2032;

/// A day of the table, counted from the beginning of 2024.
type Day = u16;

/// What is known of one country.
#[derive(Debug)]
pub struct Calendar {
    country: Country,
    holidays: Vec<(Day, u16)>,
    /// Days of a weekend that are worked.
    worked: Vec<Day>,
}

#[derive(Default)]
struct Table {
    names: Vec<Holiday>,
    calendars: Vec<Calendar>,
}

static TABLE: LazyLock<Table> = LazyLock::new(|| {
    let mut table = Table::default();
    for line in TEXT.lines().filter(|line| !line.starts_with('#')) {
        // A line that does not parse is left out; a test counts them.
        if table.read(line).is_none() {
            continue;
        }
    }
    for calendar in &mut table.calendars {
        calendar.holidays.sort_unstable();
        calendar.worked.sort_unstable();
    }
    table
});

/// What is known of a country; `None` where nobody has holidays.
pub fn calendar(country: Country) -> Option<&'static Calendar> {
    let all = &TABLE.calendars;
    all.binary_search_by_key(&country, |calendar| calendar.country).ok().map(|at| &all[at])
}

impl Calendar {
    pub fn holiday(&self, date: NaiveDate) -> Option<&'static Holiday> {
        let day = number(date)?;
        let at = self.holidays.binary_search_by_key(&day, |(day, _)| *day).ok()?;
        name(self.holidays[at].1)
    }

    pub fn is_worked(&self, date: NaiveDate) -> bool {
        number(date).is_some_and(|day| self.worked.binary_search(&day).is_ok())
    }

    pub fn between(&self, from: NaiveDate, to: NaiveDate) -> impl Iterator<Item = (NaiveDate, &'static Holiday)> {
        let begin = self.holidays.partition_point(|(day, _)| date(*day).is_none_or(|date| date < from));
        let rest = self.holidays[begin..].iter();
        rest.filter_map(|(day, at)| Some((date(*day)?, name(*at)?))).take_while(move |(date, _)| *date <= to)
    }
}

fn name(at: u16) -> Option<&'static Holiday> {
    TABLE.names.get(usize::from(at))
}

fn epoch() -> NaiveDate {
    NaiveDate::from_ymd_opt(*YEARS.start(), 1, 1).unwrap_or_default()
}

fn number(date: NaiveDate) -> Option<Day> {
    Day::try_from((date - epoch()).num_days()).ok()
}

fn date(day: Day) -> Option<NaiveDate> {
    epoch().checked_add_days(Days::new(u64::from(day)))
}

impl Table {
    fn read(&mut self, line: &'static str) -> Option<()> {
        let mut cells = line.split('\t');
        let country = Country::new(cells.next()?)?;
        let (name_en, name_zh, dates) = (cells.next()?, cells.next()?, cells.next()?);
        // The lines are sorted by country.
        if self.calendars.last().is_none_or(|last| last.country != country) {
            self.calendars.push(Calendar { country, holidays: Vec::new(), worked: Vec::new() });
        }
        let calendar = self.calendars.last_mut()?;
        let mut at = [None, None];
        for cell in dates.split(' ') {
            let (estimated, cell) = cell.strip_prefix('~').map_or((false, cell), |cell| (true, cell));
            let days = days(cell)?;
            if name_en == "+" {
                calendar.worked.extend(days);
                continue;
            }
            let names = &mut self.names;
            let at = *at[usize::from(estimated)].get_or_insert_with(|| {
                names.push(Holiday { name_en, name_zh, estimated });
                names.len() - 1
            });
            let at = u16::try_from(at).ok()?;
            calendar.holidays.extend(days.map(|day| (day, at)));
        }
        Some(())
    }
}

/// The days of `MMDD`, `YYMMDD` or either with `+2`.
fn days(cell: &str) -> Option<impl Iterator<Item = Day>> {
    let (first, more) = cell.split_once('+').unwrap_or((cell, "0"));
    let more: Day = more.parse().ok()?;
    let (years, mmdd) = match first.len() {
        4 => (YEARS, first),
        _ => {
            let year = 2000 + first.get(..2)?.parse::<i32>().ok()?;
            (year..=year, first.get(2..)?)
        }
    };
    let (month, day) = (mmdd.get(..2)?.parse().ok()?, mmdd.get(2..)?.parse().ok()?);
    // 29 February is not in every year.
    let firsts = years.filter_map(move |year| number(NaiveDate::from_ymd_opt(year, month, day)?));
    Some(firsts.flat_map(move |first| first..=first.saturating_add(more)))
}
