//! A customer with all that hangs on it: what the board mirrors, and what the card reads on top.

use super::{Bought, CareDate, Channel, Contact, Customer, FollowUp, Interaction, Now, Order, Pause};
use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

/// A customer with what hangs on it, as the board mirrors it. Closed follow-ups and the timeline are read on demand
/// ([`Detail`]).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Bundle {
    pub customer: Customer,
    pub contacts: Vec<Contact>,
    /// In the order shown: the exporter's own.
    pub channels: Vec<Channel>,
    /// Open ones, the earliest first.
    pub follow_ups: Vec<FollowUp>,
    pub care_dates: Vec<CareDate>,
    /// The last time that the customer spoke.
    pub last_in: Option<DateTime<Utc>>,
    /// The last time that we did.
    pub last_out: Option<DateTime<Utc>>,
    /// What their orders come to.
    pub bought: Bought,
}

impl Bundle {
    /// The last contact in either direction.
    pub fn last_contact(&self) -> Option<DateTime<Utc>> {
        self.last_in.max(self.last_out)
    }

    /// Puts every follow-up where it stands on the exporter's calendar, the earliest first: 20:00 in New York is
    /// tomorrow in Shanghai (`S1.3`).
    pub fn settle(
        &mut self,
        now: &Now,
        to_instant: impl Fn(&str, NaiveDateTime) -> Option<DateTime<Utc>>,
        local_at: impl Fn(&str, DateTime<Utc>) -> Option<NaiveDateTime>,
    ) {
        for it in self.follow_ups.iter_mut().filter(|it| it.due.zone.is_some()) {
            it.here = it.due.here(now, &to_instant, &local_at);
        }
        self.follow_ups.sort_by_key(|it| (it.here.on, it.here.time.is_none(), it.here.time, it.id));
    }

    /// The pause in force on a day.
    pub fn away(&self, today: NaiveDate) -> Option<&Pause> {
        self.customer.pause.as_deref().filter(|pause| pause.until > today)
    }

    /// Whether something is to be done by now: a promised time counts from its minute on, and alone counts while they
    /// are away.
    pub fn due_by(&self, now: &Now) -> bool {
        let (today, time) = (now.today(), now.local().time());
        let away = self.away(today).is_some();
        let passed = |it: &FollowUp| match it.here.time {
            Some(promised) => it.here.on < today || promised <= time,
            None => !away,
        };
        self.follow_ups.iter().take_while(|it| it.here.on <= today).any(passed)
    }

    /// Whether they ever ordered something that was not cancelled or returned.
    pub const fn ever_bought(&self) -> bool {
        self.bought.count > 0
    }

    /// How much there is to be won from a customer left alone; the greater, the more: who bought, then who answered,
    /// then by tier and by what is known to reach them.
    pub fn worth(&self) -> u32 {
        let customer = &self.customer;
        let tier = [3, 2, 1, 0][customer.tier.index()];
        let bits = [
            u32::from(self.ever_bought()) << 5,
            u32::from(self.last_in.is_some()) << 4,
            tier << 2,
            u32::from(customer.favourite) << 1,
            u32::from(self.channels.iter().any(|channel| !channel.norm.is_empty())),
        ];
        bits.into_iter().sum()
    }

    /// The next thing to do.
    pub fn next_follow_up(&self) -> Option<&FollowUp> {
        self.follow_ups.first()
    }
}

/// What the card of one customer shows beyond its [`Bundle`].
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Detail {
    /// The newest first.
    pub timeline: Vec<Interaction>,
    /// Closed ones, the newest first.
    pub closed: Vec<FollowUp>,
    /// The newest first, with their lines.
    pub orders: Vec<Order>,
}
