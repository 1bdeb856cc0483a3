//! The long holidays to come, of the exporter's country and of the customers', and whom to reach before each.

use super::{Workdays, long_holidays};
use crate::domain::ahead::{Ahead, HORIZON, LONG, need};
use crate::domain::cadence::{Days, Load};
use crate::domain::workday::LongHoliday;
use crate::domain::{Bundle, Country, Due, FollowUp, FollowUpId, Now, rules::Rules};
use chrono::NaiveDate;
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// Those that begin after `day` and at most `days` later.
pub fn coming(country: Country, day: NaiveDate, days: u64) -> impl Iterator<Item = LongHoliday> {
    let until = day.checked_add_days(chrono::Days::new(days)).unwrap_or(day);
    let found = long_holidays(country, day, until, LONG);
    found.into_iter().filter(move |long| long.first > day && long.first <= until)
}

/// How many days both sides work before `first`, today included.
pub fn workdays(home: Option<Country>, country: Option<Country>, today: NaiveDate, first: NaiveDate) -> usize {
    let both = Workdays { home };
    today.iter_days().take_while(|day| *day < first).filter(|day| both.works(country.or(home), *day)).count()
}

/// Every long holiday to come with whom to reach before it, the earliest first. Those that several countries have on the
/// same days are one; the exporter's own is there though nobody is to be reached.
pub fn ahead<'b>(bundles: impl Iterator<Item = &'b Bundle>, rules: &Rules, now: &Now) -> Vec<Ahead> {
    let today = now.today();
    let own = rules.home.map_or_else(Vec::new, |home| coming(home, today, HORIZON).collect());
    let mut theirs: BTreeMap<Country, Vec<LongHoliday>> = BTreeMap::new();
    // By first and last day and by name; the exporter's own, without a country, is the first of its days.
    let mut found: BTreeMap<(NaiveDate, NaiveDate, Option<&str>), Group<'b>> = BTreeMap::new();
    for long in &own {
        found.insert((long.first, long.last, None), Group::of(*long));
    }
    for bundle in bundles {
        for long in &own {
            if let Some(group) = found.get_mut(&(long.first, long.last, None)) {
                group.look(bundle, rules, now);
            }
        }
        let Some(country) = bundle.customer.country.filter(|country| Some(*country) != rules.home) else { continue };
        for long in theirs.entry(country).or_insert_with(|| coming(country, today, HORIZON).collect()) {
            let key = (long.first, long.last, Some(long.holiday.name_en));
            let group = found.entry(key).or_insert_with(|| Group::of(*long));
            if group.look(bundle, rules, now) && !group.countries.contains(&country) {
                group.countries.push(country);
            }
        }
    }
    let found = found.into_iter().filter(|((.., name), group)| name.is_none() || !group.reach.is_empty());
    found.map(|(_, group)| group.done(rules, today)).collect()
}

/// One holiday, while customers are looked at.
struct Group<'b> {
    countries: Vec<Country>,
    long: LongHoliday,
    reach: Vec<(&'b Bundle, crate::domain::ahead::Need)>,
}

impl<'b> Group<'b> {
    const fn of(long: LongHoliday) -> Self {
        Self { countries: Vec::new(), long, reach: Vec::new() }
    }

    fn look(&mut self, bundle: &'b Bundle, rules: &Rules, now: &Now) -> bool {
        let need = need(bundle, &self.long, rules, now);
        self.reach.extend(need.map(|need| (bundle, need)));
        need.is_some()
    }

    fn done(mut self, rules: &Rules, today: NaiveDate) -> Ahead {
        self.countries.sort_unstable();
        self.reach.sort_by_key(|(bundle, _)| {
            let next = bundle.next_follow_up().map(|next| next.here.on);
            (bundle.customer.tier, Reverse(bundle.bought.count), next, bundle.customer.id)
        });
        Ahead {
            workdays: workdays(rules.home, self.countries.first().copied(), today, self.long.first),
            reach: self.reach.into_iter().map(|(bundle, need)| (bundle.customer.id, need)).collect(),
            countries: self.countries,
            long: self.long,
        }
    }
}

/// The days before a holiday on which everybody is to be reached.
const SPAN: u64 = 14;

/// Their next follow-ups brought before `first`, evenly over the last two weeks and as far as these have room; the first
/// of them come first. Where no day has room it stays where it is.
pub fn before(
    pile: &[(&Bundle, &FollowUp)],
    rules: &Rules,
    planned: &BTreeMap<NaiveDate, usize>,
    today: NaiveDate,
    first: NaiveDate,
) -> Vec<(FollowUpId, Due)> {
    let days = Workdays { home: rules.home };
    let start = first.checked_sub_days(chrono::Days::new(SPAN)).unwrap_or(today).max(today);
    let span = || start.iter_days().take_while(|day| *day < first);
    let open = span().filter(|day| days.works(rules.home, *day)).count().max(1);
    let share = pile.len().div_ceil(open);
    let load = planned.range(today..).map(|(day, count)| (*day, *count));
    let mut load = Load::new(today, rules.capacity).with(load);
    let mut taken: BTreeMap<NaiveDate, usize> = BTreeMap::new();
    let mut moves = Vec::with_capacity(pile.len());
    for (bundle, follow_up) in pile {
        let works = |day: &NaiveDate| days.works(bundle.customer.country, *day) && load.has_room(*day);
        let even = |day: &NaiveDate| works(day) && taken.get(day).copied().unwrap_or(0) < share;
        let early = || today.iter_days().take_while(|day| *day < start).filter(works).last();
        let Some(on) = span().find(even).or_else(|| span().find(works)).or_else(early) else { continue };
        *taken.entry(on).or_default() += 1;
        load.add(on);
        moves.push((follow_up.id, Due::day(on)));
    }
    moves
}

#[cfg(test)]
mod tests;
