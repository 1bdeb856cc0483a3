//! The rhythm (`S4.2`): every active customer has exactly one next follow-up. One that the exporter planned is that one;
//! else it is the rhythm's own, which moves with each contact, change of tier, stage or pause.
//!
//! A follow-up of the rhythm falls on a day that both sides work, in the days that the customer's [`Pace`] asks for,
//! where the day has room. Where all of these are off or full it comes earlier; where that fails too, it comes after its
//! latest day, and says why ([`Why`]). What is well placed stays: planning twice changes nothing.

mod load;
mod tone;

pub use load::Load;
pub use tone::Tone;

use super::{Country, CustomerId, rules::Pace};
use chrono::{Days as Count, NaiveDate};
use std::collections::HashMap;

/// The working days of both sides.
pub trait Days {
    /// Whether both the exporter and a customer of that country work then.
    fn works(&self, country: Option<Country>, day: NaiveDate) -> bool;
}

named! {
    /// Why a follow-up of the rhythm stands where it does. The name is how the file writes it.
    Why {
        /// The rhythm asks for that day.
        Asked = "",
        /// Before it is asked for: the days after are off or full, or many came at once.
        Early = "early",
        /// After the latest day: every day until then is full.
        Full = "full",
        /// After the latest day: nobody works until then.
        Holidays = "holidays",
    }
}

impl Why {
    /// The inverse of [`Why::as_str`]; anything else is [`Why::Asked`].
    pub fn parse(text: &str) -> Self {
        [Self::Early, Self::Full, Self::Holidays].into_iter().find(|why| why.as_str() == text).unwrap_or(Self::Asked)
    }

    /// Whether the follow-up is later than it may be.
    pub const fn forced(self) -> bool {
        matches!(self, Self::Full | Self::Holidays)
    }
}

/// Where a follow-up of the rhythm stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    pub on: NaiveDate,
    pub why: Why,
}

/// A customer, as far as its plan depends on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Case {
    pub customer: CustomerId,
    pub country: Option<Country>,
    pub pace: Pace,
    /// Not archived.
    pub active: bool,
    /// The exporter planned something, which is the next.
    pub by_hand: bool,
    /// Nothing is planned before it.
    pub pause: Option<NaiveDate>,
    /// The day of the last contact or of the last follow-up closed; of a customer never contacted, the day it came.
    pub touched: NaiveDate,
    /// It came just now, and was never contacted.
    pub arrived: bool,
    pub current: Option<Spot>,
    /// What `current` was planned from has changed.
    pub fresh: bool,
}

/// No country is closed, and no plan full, for longer.
const FAR: u64 = 40_000;

/// Plans these customers among all that `load` has; `None`: none of the rhythm's own. `load` counts the present
/// follow-ups of the active ones, and afterwards those planned.
pub fn plan(cases: &[Case], load: &mut Load, days: &dyn Days, today: NaiveDate) -> Vec<Option<Spot>> {
    let mut planner = Planner { load, days, today, barren: HashMap::new() };
    for case in cases.iter().filter(|case| case.active) {
        if let Some(spot) = case.current {
            planner.load.remove(spot.on);
        }
    }
    planner.load.settle();
    let mut order: Vec<usize> = (0..cases.len()).filter(|at| cases[*at].active && !cases[*at].by_hand).collect();
    // Whoever is contacted oftener, and then whoever waits longer, chooses first.
    order.sort_by_key(|at| (cases[*at].pace, cases[*at].touched, cases[*at].customer));
    let mut spots = vec![None; cases.len()];
    order.retain(|at| {
        spots[*at] = planner.kept(&cases[*at]);
        spots[*at].is_none()
    });
    let mut crowd = Crowd::of(order.iter().map(|at| &cases[*at]), planner.load.capacity());
    for at in order {
        let case = &cases[at];
        let wish = after(case.touched, crowd.days(case));
        spots[at] = Some(planner.place(case, wish));
    }
    spots
}

fn after(day: NaiveDate, days: u16) -> NaiveDate {
    day.checked_add_days(Count::new(days.into())).unwrap_or(day)
}

/// New customers who come in crowds are spread over their whole rhythm, instead of all falling due at its end.
struct Crowd {
    /// By days of the rhythm: how many there are, and how many were placed.
    groups: HashMap<u16, (u32, u32)>,
    capacity: u32,
}

impl Crowd {
    fn of<'c>(cases: impl Iterator<Item = &'c Case>, capacity: u32) -> Self {
        let mut groups: HashMap<u16, (u32, u32)> = HashMap::new();
        for case in cases.filter(|case| case.arrived) {
            groups.entry(case.pace.ideal).or_default().0 += 1;
        }
        Self { groups, capacity }
    }

    /// After how many days the next of these should be contacted.
    fn days(&mut self, case: &Case) -> u16 {
        let ideal = case.pace.ideal;
        match self.groups.get_mut(&ideal).filter(|(all, _)| case.arrived && *all > self.capacity) {
            Some((all, placed)) => {
                *placed += 1;
                let days = u64::from(ideal) * u64::from(*placed) / u64::from(*all);
                u16::try_from(days).unwrap_or(ideal).max(1)
            }
            None => ideal,
        }
    }
}

struct Planner<'p> {
    load: &'p mut Load,
    days: &'p dyn Days,
    today: NaiveDate,
    /// By country a span, without its end, that has no day with room on which both sides work: days only fill up while a
    /// plan is made, and a long plan must not walk over the weekends of years for every customer.
    barren: HashMap<Option<Country>, (NaiveDate, NaiveDate)>,
}

impl Planner<'_> {
    /// The first day on which anything can be planned.
    fn floor(&self, case: &Case) -> NaiveDate {
        let tomorrow = after(case.touched, 1);
        self.today.max(tomorrow).max(case.pause.unwrap_or(NaiveDate::MIN))
    }

    /// The present follow-up where it can stay.
    fn kept(&mut self, case: &Case) -> Option<Spot> {
        let spot = case.current.filter(|_| !case.fresh)?;
        let (ideal, latest) = (after(case.touched, case.pace.ideal), after(case.touched, case.pace.latest));
        let floor = self.floor(case);
        if spot.on < self.today {
            // It is owed, and stays so until it is done.
            let owed = ideal <= self.today && case.pause.is_none_or(|until| until <= self.today);
            return owed.then_some(spot);
        }
        let from = ideal.max(floor);
        // What is late already has no day that would be in time: a while longer is kept.
        let to = if latest >= from { latest } else { after(from, case.pace.latest - case.pace.ideal) };
        let timely = (from..=to).contains(&spot.on);
        let early = spot.why == Why::Early && (floor..ideal).contains(&spot.on);
        if !(timely || early) || !self.days.works(case.country, spot.on) || !self.load.has_room(spot.on) {
            return None;
        }
        self.load.add(spot.on);
        let why = match spot.why {
            _ if early => Why::Early,
            why if why.forced() && latest < from => why,
            _ => Why::Asked,
        };
        Some(Spot { on: spot.on, why })
    }

    /// The best day there is, as near to `wish` as can be.
    fn place(&mut self, case: &Case, wish: NaiveDate) -> Spot {
        let (ideal, latest) = (after(case.touched, case.pace.ideal), after(case.touched, case.pace.latest));
        let floor = self.floor(case);
        let from = wish.max(floor);
        let timely = |on: NaiveDate| Spot { on, why: if on < ideal { Why::Early } else { Why::Asked } };
        let spot = if latest >= from {
            let found = self.forward(case, from, latest).or_else(|| self.backward(case, from, floor));
            found.map(timely).unwrap_or_else(|| self.beyond(case, from, latest))
        } else {
            self.beyond(case, from, latest)
        };
        self.load.add(spot.on);
        spot
    }

    fn forward(&mut self, case: &Case, from: NaiveDate, to: NaiveDate) -> Option<NaiveDate> {
        let known = self.barren.get(&case.country).filter(|(first, end)| (*first..=*end).contains(&from));
        let (first, start) = known.copied().unwrap_or((from, from));
        let mut day = self.load.next_room(start);
        while day <= to && !self.days.works(case.country, day) {
            day = self.load.next_room(day.succ_opt()?);
        }
        self.barren.insert(case.country, (first, day));
        (day <= to).then_some(day)
    }

    /// The nearest day before `from`.
    fn backward(&self, case: &Case, from: NaiveDate, floor: NaiveDate) -> Option<NaiveDate> {
        let days = std::iter::successors(from.pred_opt(), NaiveDate::pred_opt).take_while(|day| *day >= floor);
        let mut days = days.filter(|day| self.load.has_room(*day));
        days.find(|day| self.days.works(case.country, *day))
    }

    /// The first day from `from` on, however late, and why it is later than `latest`.
    fn beyond(&mut self, case: &Case, from: NaiveDate, latest: NaiveDate) -> Spot {
        let far = from.checked_add_days(Count::new(FAR)).unwrap_or(NaiveDate::MAX);
        let on = self.forward(case, from, far).unwrap_or(from);
        let floor = self.floor(case).min(from);
        let mut passed = floor.iter_days().take_while(|day| *day < on && *day <= latest.max(from));
        let worked = passed.any(|day| self.days.works(case.country, day));
        let why = match () {
            () if worked => Why::Full,
            // Late already, and then at most a long weekend: nobody needs to be told.
            () if latest < from && (on - from).num_days() <= 3 => Why::Asked,
            () => Why::Holidays,
        };
        Spot { on, why }
    }
}

#[cfg(test)]
mod tests;
