//! Which tier a customer's orders and words speak for (`S4.1`), and who is filed elsewhere.

use super::sales::{Sums, Total};
use super::{Amount, Bundle, Currency, CustomerId, Now, Order, Ruling, Say, Status, Tier, money};
use chrono::{Days, NaiveDate};
use std::collections::HashMap;

/// How tiers are suggested.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SuggestRules {
    pub by: By,
    /// Orders of so many days are looked at.
    pub window_days: u16,
    /// Percent of all sales that the As, and the As and Bs, come to.
    pub share: [u8; 2],
    /// What an A, and a B, buys at least.
    pub amount: [Amount; 2],
}

named! {
    /// What tiers go by.
    By {
        /// The customers that most of the sales come from are the As.
        Share = "share",
        /// Who buys so much is an A.
        Amount = "amount",
    }
}

impl Default for SuggestRules {
    fn default() -> Self {
        Self {
            by: By::Share,
            window_days: 365,
            share: [80, 95],
            amount: [Amount::whole(50_000), Amount::whole(10_000)],
        }
    }
}

/// A quarter: what is newer says where a customer is going.
const LATE_DAYS: u64 = 90;
/// Days without a word after which a customer who never bought is no A or B.
const SILENT_DAYS: i64 = 180;

impl SuggestRules {
    /// The first day looked at, and the day from which on a sale is a late one.
    pub fn days(&self, today: NaiveDate) -> (NaiveDate, NaiveDate) {
        let back = |days: u64| today.checked_sub_days(Days::new(days)).unwrap_or(today);
        (back(self.window_days.into()), back(LATE_DAYS))
    }
}

/// A customer who is filed under another tier than the numbers speak for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Suggestion {
    pub customer: CustomerId,
    pub tier: Tier,
    pub suggested: Tier,
    /// Why, in a sentence.
    pub why: Say,
    pub amount: Amount,
    pub orders: u32,
    pub last: Option<NaiveDate>,
    /// Of all sales, in tenths of a percent.
    pub share: u16,
}

/// The misfiled, those with most at stake first.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Drift {
    pub currency: Currency,
    pub converted: Vec<(Currency, usize)>,
    pub left_out: Vec<(Currency, usize)>,
    /// Customers that a tier was found for.
    pub looked_at: usize,
    pub misfiled: Vec<Suggestion>,
}

/// Who is misfiled. `sums` are of [`SuggestRules::days`].
pub fn drift<'b>(bundles: impl Iterator<Item = &'b Bundle>, sums: &Sums, rules: &SuggestRules, now: &Now) -> Drift {
    let mut desk = Desk::new(sums, rules, now);
    bundles.for_each(|bundle| desk.look(bundle));
    desk.end()
}

/// Looks at customers one by one.
pub struct Desk<'s> {
    classes: Classes,
    totals: HashMap<CustomerId, &'s Total>,
    rules: &'s SuggestRules,
    now: &'s Now,
    drift: Drift,
}

impl<'s> Desk<'s> {
    pub fn new(sums: &'s Sums, rules: &'s SuggestRules, now: &'s Now) -> Self {
        let drift = Drift {
            currency: sums.currency,
            converted: sums.converted.clone(),
            left_out: sums.left_out.clone(),
            ..Drift::default()
        };
        let totals = sums.buyers.iter().map(|(id, total)| (*id, total)).collect();
        Self { classes: Classes::of(sums, rules), totals, rules, now, drift }
    }

    pub fn look(&mut self, bundle: &Bundle) {
        let id = bundle.customer.id;
        let total = self.totals.get(&id).copied();
        if !worked(bundle) {
            return;
        }
        let Some((suggested, why)) = self.classes.suggest(bundle, total, self.rules, self.now) else { return };
        self.drift.looked_at += 1;
        if suggested != bundle.customer.tier {
            self.drift.misfiled.push(Suggestion {
                customer: id,
                tier: bundle.customer.tier,
                suggested,
                why,
                amount: total.map_or(Amount::ZERO, |total| total.amount),
                orders: total.map_or(0, |total| total.orders),
                last: bundle.bought.last,
                share: self.classes.share(total),
            });
        }
    }

    /// Those with most at stake first.
    pub fn end(mut self) -> Drift {
        self.drift.misfiled.sort_by_key(|it| (std::cmp::Reverse(it.amount), it.customer));
        self.drift
    }
}

fn worked(bundle: &Bundle) -> bool {
    let customer = &bundle.customer;
    customer.status == Status::Active && !matches!(customer.verdict, Ruling::Fake | Ruling::NotTarget)
}

/// Where the classes end.
struct Classes {
    all: i128,
    currency: Currency,
    /// The least that an A, and a B, buys.
    least: [Amount; 2],
}

impl Classes {
    fn of(sums: &Sums, rules: &SuggestRules) -> Self {
        let all = sums.buyers.iter().map(|(_, total)| i128::from(total.amount.0.max(0))).sum();
        let least = match rules.by {
            By::Amount => rules.amount,
            By::Share => by_share(sums, all, rules.share),
        };
        Self { all, currency: sums.currency, least }
    }

    fn class(&self, amount: Amount) -> Tier {
        if amount <= Amount::ZERO {
            Tier::C
        } else if amount >= self.least[0] {
            Tier::A
        } else if amount >= self.least[1] {
            Tier::B
        } else {
            Tier::C
        }
    }

    fn share(&self, total: Option<&Total>) -> u16 {
        let part = total.map_or(0, |total| i128::from(total.amount.0.max(0)));
        if self.all == 0 { 0 } else { u16::try_from(money::divided(part * 1_000, self.all)).unwrap_or(1_000) }
    }

    /// `None`: nothing speaks for any tier.
    fn suggest(&self, bundle: &Bundle, total: Option<&Total>, rules: &SuggestRules, now: &Now) -> Option<(Tier, Say)> {
        let own = bundle.customer.tier;
        let days = i64::from(rules.window_days);
        let silent = bundle.last_in.is_none_or(|at| now.days_since(at) > SILENT_DAYS);
        let Some(total) = total else {
            if bundle.ever_bought() {
                // Who still talks may be about to order: not moved down for a quiet year.
                let talks = !silent && matches!(own, Tier::A | Tier::B);
                return (!talks).then(|| (Tier::C, Say::new("suggest-nothing-bought").with("days", days)));
            }
            let old = now.days_since(bundle.customer.created_at) > SILENT_DAYS;
            let idle = matches!(own, Tier::A | Tier::B) && old && silent;
            return idle.then(|| (Tier::C, Say::new("suggest-never-bought").with("days", SILENT_DAYS)));
        };
        let class = self.class(total.amount);
        if class == Tier::C && matches!(own, Tier::C | Tier::None) && self.grows(total) {
            let say = Say::new("suggest-growing").with("late", self.money(total.late));
            return Some((Tier::B, say.with("orders", i64::from(total.late_orders)).with("days", LATE_DAYS as i64)));
        }
        let say = Say::new(match (rules.by, class) {
            (By::Share, Tier::A) => "suggest-share-a",
            (By::Share, Tier::B) => "suggest-share-b",
            (By::Share, _) => "suggest-share-c",
            (By::Amount, Tier::A | Tier::B) => "suggest-amount",
            (By::Amount, _) => "suggest-amount-c",
        });
        let share = self.share(Some(total));
        let least = self.least[usize::from(class != Tier::A)];
        let say =
            say.with("amount", self.money(total.amount)).with("orders", i64::from(total.orders)).with("days", days);
        Some((class, say.with("share", format!("{}.{}", share / 10, share % 10)).with("least", self.money(least))))
    }

    /// At the pace of the last quarter a B within the year, with more than one order.
    fn grows(&self, total: &Total) -> bool {
        let pace = i128::from(total.late.0) * 4;
        let before = total.amount.0 - total.late.0;
        total.late_orders >= 2
            && pace >= i128::from(self.least[1].0)
            && i128::from(total.late.0) * 3 > i128::from(before)
    }

    fn money(&self, amount: Amount) -> String {
        if self.currency.is_known() { format!("{} {}", amount.rounded(), self.currency) } else { amount.rounded() }
    }
}

/// A small customer's last quarter, where it is much of its year: a C on its way to be a B, or an A (`S4.1`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Growth {
    pub amount: Amount,
    pub currency: Currency,
    pub orders: u32,
    pub days: u64,
}

/// Whether the orders of a customer under C, or under no tier, grow: several in the last quarter, of one currency, that
/// come to more than a third of what came before within [`SuggestRules::window_days`].
pub fn growth(tier: Tier, orders: &[Order], rules: &SuggestRules, today: NaiveDate) -> Option<Growth> {
    let (from, late) = rules.days(today);
    let counted = || orders.iter().map(|order| &order.fields).filter(|it| it.status.counts() && it.ordered_on >= from);
    let currency = counted().max_by_key(|it| it.ordered_on).map(|it| it.currency)?;
    let (mut amount, mut before, mut count) = (0_i128, 0_i128, 0);
    for it in counted().filter(|it| it.currency == currency) {
        if it.ordered_on >= late {
            (amount, count) = (amount + i128::from(it.amount.0), count + 1);
        } else {
            before += i128::from(it.amount.0);
        }
    }
    let grows = matches!(tier, Tier::C | Tier::None) && count >= 2 && amount * 3 > before;
    let amount = Amount(i64::try_from(amount).ok()?);
    grows.then_some(Growth { amount, currency, orders: count, days: LATE_DAYS })
}

/// What those buy at least that come to so much of all together, the largest first.
fn by_share(sums: &Sums, all: i128, share: [u8; 2]) -> [Amount; 2] {
    let mut amounts: Vec<Amount> = sums.buyers.iter().map(|(_, total)| total.amount).filter(|it| it.0 > 0).collect();
    amounts.sort_unstable_by(|a, b| b.cmp(a));
    share.map(|percent| {
        let wanted = all * i128::from(percent);
        let mut sum = 0;
        let last = amounts.iter().find(|amount| {
            sum += i128::from(amount.0) * 100;
            sum >= wanted
        });
        last.copied().unwrap_or(Amount(i64::MAX))
    })
}

#[cfg(test)]
mod tests;
