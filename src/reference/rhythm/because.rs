//! Why a follow-up of the rhythm stands on its day, in a few words.

use crate::domain::cadence::Why;
use crate::domain::workday::{Holiday, Skip};
use crate::domain::{Bundle, Country, FollowUp, Made, Now, rules::Rules};
use crate::reference::day_off;
use chrono::{Days, NaiveDate};

/// What asked for it, and what moved it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Because {
    /// Days between contacts.
    pub every: u16,
    pub moved: Option<Moved>,
}

/// Why it is not on the day that the rhythm asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Moved {
    /// That is a public holiday of either side.
    Off(&'static Holiday),
    /// That is a weekend of either side.
    Weekend,
    /// Before it: the days after are off or full.
    Early,
    /// After the latest: no day until then has room.
    Full,
    /// After the latest: nobody works until then.
    Holidays,
    /// They are away until it.
    Away,
}

/// Of a follow-up that the exporter planned there is nothing to say.
pub fn because(bundle: &Bundle, it: &FollowUp, rules: &Rules, now: &Now) -> Option<Because> {
    if it.made != Made::Cadence {
        return None;
    }
    let pace = rules.pace_of(bundle);
    let customer = &bundle.customer;
    let touched = now.day_of(bundle.last_contact().unwrap_or(customer.created_at));
    let asked = touched.checked_add_days(Days::new(pace.ideal.into())).unwrap_or(touched);
    let moved = match Why::parse(&it.reason) {
        Why::Early => Some(Moved::Early),
        Why::Full => Some(Moved::Full),
        Why::Holidays => Some(Moved::Holidays),
        Why::Asked if customer.pause.as_ref().is_some_and(|pause| pause.until > asked && it.due.on >= pause.until) => {
            Some(Moved::Away)
        }
        Why::Asked => off(customer.country, rules.home, asked, it.due.on),
    };
    Some(Because { every: pace.ideal, moved })
}

/// What is off from the day asked for to the one it was moved to; a holiday before a weekend.
fn off(theirs: Option<Country>, ours: Option<Country>, asked: NaiveDate, on: NaiveDate) -> Option<Moved> {
    let mut weekend = None;
    for day in asked.iter_days().take_while(|day| *day < on) {
        match day_off(theirs, day).into_iter().chain(day_off(ours, day)).max_by_key(|skip| *skip != Skip::Weekend) {
            Some(Skip::Holiday(holiday)) => return Some(Moved::Off(holiday)),
            Some(Skip::Weekend) => weekend = Some(Moved::Weekend),
            // A day that both work lies between: something else moved it.
            None => return None,
        }
    }
    weekend
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::{CustomerId, Due, FollowUpId, FollowUpState, Pause, Tier};
    use chrono::FixedOffset;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn of(last: &str, on: &str, reason: &str, pause: Option<&str>) -> Option<Because> {
        let now = Now {
            instant: "2026-06-20T02:00:00Z".parse().unwrap(),
            zone: "Asia/Shanghai".into(),
            offset: FixedOffset::east_opt(8 * 3600).unwrap(),
        };
        let due = Due::day(day(on));
        let it = FollowUp {
            id: FollowUpId(1),
            here: due.written(),
            due,
            note: "".into(),
            state: FollowUpState::Open,
            closed_at: None,
            made: Made::Cadence,
            reason: reason.into(),
        };
        let mut bundle = Bundle { last_out: format!("{last}T02:00:00Z").parse().ok(), ..Bundle::default() };
        bundle.customer.id = CustomerId(1);
        (bundle.customer.fields.tier, bundle.customer.fields.country) = (Tier::B, Country::new("US"));
        bundle.customer.fields.pause = pause.map(|until| Box::new(Pause { until: day(until), note: "".into() }));
        because(&bundle, &it, &Rules::default(), &now)
    }

    #[test]
    fn the_day_asked_for_or_what_moved_it() {
        let moved = |last, on, reason, pause| of(last, on, reason, pause).unwrap().moved;
        assert_eq!(of("2026-06-11", "2026-06-25", "", None), Some(Because { every: 14, moved: None }));
        // Friday 3 July is Independence Day observed, then a weekend.
        let Some(Moved::Off(holiday)) = moved("2026-06-19", "2026-07-06", "", None) else { panic!("not moved") };
        assert_eq!(holiday.name_en, "Independence Day (observed)");
        assert_eq!(moved("2026-06-13", "2026-06-29", "", None), Some(Moved::Weekend));
        assert_eq!(moved("2026-06-11", "2026-06-29", "", None), None, "a day to work lies between");
        assert_eq!(moved("2026-06-11", "2026-06-24", "early", None), Some(Moved::Early));
        assert_eq!(moved("2026-06-01", "2026-07-02", "full", None), Some(Moved::Full));
        assert_eq!(moved("2026-06-01", "2026-07-02", "holidays", None), Some(Moved::Holidays));
        assert_eq!(moved("2026-06-11", "2026-07-01", "", Some("2026-07-01")), Some(Moved::Away));
    }
}
