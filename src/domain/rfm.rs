//! Recency, frequency and money (`S3.1`), as the R package `rfm` defines them: an edge is a type-7 quantile plus one, a
//! value on an edge belongs above it, and of the segments the first that fits is taken. No floats: an edge is a whole
//! number of fifths of a millionth.

use super::sales::Sums;
use super::{Amount, Currency, CustomerId, money};
use chrono::NaiveDate;

named! {
    /// The ten segments, in the order in which they are tried.
    Segment {
        Champions = "Champions",
        PotentialLoyalist = "Potential Loyalist",
        LoyalCustomers = "Loyal Customers",
        Promising = "Promising",
        NewCustomers = "New Customers",
        CantLoseThem = "Can't Lose Them",
        AtRisk = "At Risk",
        NeedAttention = "Need Attention",
        AboutToSleep = "About To Sleep",
        Lost = "Lost",
        /// No segment fits.
        Others = "Others",
    }
}

named! {
    /// The four groups of the trade (`S3.1`).
    Group {
        Loyal = "loyal",
        Active = "active",
        Dormant = "dormant",
        Lost = "lost",
    }
}

/// Scores from and to, of recency, frequency and money.
type Range = [(u8, u8); 3];

const RANGES: [(Segment, Range); 10] = [
    (Segment::Champions, [(5, 5), (5, 5), (5, 5)]),
    (Segment::PotentialLoyalist, [(3, 5), (3, 5), (2, 5)]),
    (Segment::LoyalCustomers, [(2, 4), (2, 4), (2, 4)]),
    (Segment::Promising, [(3, 4), (1, 3), (3, 5)]),
    (Segment::NewCustomers, [(4, 5), (1, 3), (1, 5)]),
    (Segment::CantLoseThem, [(1, 2), (3, 4), (4, 5)]),
    (Segment::AtRisk, [(1, 2), (2, 5), (4, 5)]),
    (Segment::NeedAttention, [(1, 3), (3, 5), (3, 5)]),
    (Segment::AboutToSleep, [(2, 3), (1, 3), (1, 4)]),
    (Segment::Lost, [(1, 1), (1, 5), (1, 5)]),
];

impl Segment {
    /// In the order in which they are tried.
    pub const ALL: [Self; 11] = [
        Self::Champions,
        Self::PotentialLoyalist,
        Self::LoyalCustomers,
        Self::Promising,
        Self::NewCustomers,
        Self::CantLoseThem,
        Self::AtRisk,
        Self::NeedAttention,
        Self::AboutToSleep,
        Self::Lost,
        Self::Others,
    ];

    /// The first that fits.
    pub fn of(score: Score) -> Self {
        let values = [score.r, score.f, score.m];
        let fits = |range: &Range| range.iter().zip(values).all(|((from, to), value)| (*from..=*to).contains(&value));
        RANGES.iter().find(|(_, range)| fits(range)).map_or(Self::Others, |(segment, _)| *segment)
    }

    /// The group it belongs to.
    pub const fn group(self) -> Group {
        match self {
            Self::Champions | Self::LoyalCustomers => Group::Loyal,
            Self::PotentialLoyalist | Self::Promising | Self::NewCustomers => Group::Active,
            Self::CantLoseThem | Self::AtRisk | Self::NeedAttention | Self::AboutToSleep => Group::Dormant,
            Self::Lost | Self::Others => Group::Lost,
        }
    }

    /// Its place in [`Segment::ALL`].
    pub const fn index(self) -> usize {
        self as usize
    }
}

impl Group {
    /// The best first.
    pub const ALL: [Self; 4] = [Self::Loyal, Self::Active, Self::Dormant, Self::Lost];
}

/// From 1 to 5 each; 5 is the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Score {
    pub r: u8,
    pub f: u8,
    pub m: u8,
}

/// A border between two scores, in fifths of a millionth.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edge(i128);

const FIFTHS: i128 = 5;
const ONE: i128 = money::ONE as i128 * FIFTHS;

impl Edge {
    /// Whether a value in millionths lies below.
    const fn above(self, micros: i64) -> bool {
        micros as i128 * FIFTHS < self.0
    }

    /// All its decimals, of which there are at most seven.
    pub fn plain(self) -> String {
        let (whole, rest) = (self.0 / ONE, (self.0 % ONE).unsigned_abs() * 2);
        let decimals = format!("{rest:07}");
        let decimals = decimals.trim_end_matches('0');
        if decimals.is_empty() { whole.to_string() } else { format!("{whole}.{decimals}") }
    }

    /// The same as people read it: `10,752.9`.
    pub fn grouped(self) -> String {
        let plain = self.plain();
        let (whole, decimals) = plain.find('.').map_or((plain.as_str(), ""), |at| plain.split_at(at));
        let whole = whole.parse().map_or_else(|_| whole.to_owned(), |n| Amount::whole(n).grouped());
        format!("{whole}{decimals}")
    }
}

/// One customer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Scored {
    pub customer: CustomerId,
    pub recency_days: i64,
    pub orders: u32,
    pub revenue: Amount,
    pub score: Score,
    pub segment: Segment,
}

/// What the customers of a segment come to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    pub customers: usize,
    pub orders: u64,
    pub revenue: Amount,
}

/// All of it, as of a day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rfm {
    pub as_of: NaiveDate,
    pub currency: Currency,
    pub converted: Vec<(Currency, usize)>,
    pub left_out: Vec<(Currency, usize)>,
    /// Of recency, frequency and money, the lowest first.
    pub bins: [[Edge; 4]; 3],
    /// By customer.
    pub scored: Vec<Scored>,
    /// By [`Segment::index`].
    pub segments: [Sum; Segment::ALL.len()],
}

impl Rfm {
    /// Scores every buyer.
    pub fn of(sums: Sums, as_of: NaiveDate) -> Self {
        let days = |last: NaiveDate| (as_of - last).num_days();
        let column = |value: &dyn Fn(&super::sales::Total) -> i64| {
            let mut values: Vec<i64> = sums.buyers.iter().map(|(_, total)| value(total)).collect();
            values.sort_unstable();
            edges(&values)
        };
        let bins = [
            column(&|total| days(total.last).saturating_mul(money::ONE)),
            column(&|total| i64::from(total.orders) * money::ONE),
            column(&|total| total.amount.0),
        ];
        let mut segments = [Sum::default(); Segment::ALL.len()];
        let score = |(customer, total): &(CustomerId, super::sales::Total)| {
            let recency_days = days(total.last);
            let place = |bin: usize, micros: i64| {
                let below = bins[bin].iter().filter(|edge| !edge.above(micros)).count();
                u8::try_from(below).unwrap_or(4) + 1
            };
            let score = Score {
                r: 6 - place(0, recency_days.saturating_mul(money::ONE)),
                f: place(1, i64::from(total.orders) * money::ONE),
                m: place(2, total.amount.0),
            };
            let segment = Segment::of(score);
            let sum = &mut segments[segment.index()];
            sum.customers += 1;
            sum.orders += u64::from(total.orders);
            sum.revenue = sum.revenue + total.amount;
            Scored { customer: *customer, recency_days, orders: total.orders, revenue: total.amount, score, segment }
        };
        let scored = sums.buyers.iter().map(score).collect();
        let Sums { currency, converted, left_out, .. } = sums;
        Self { as_of, currency, converted, left_out, bins, scored, segments }
    }

    /// Of all customers.
    pub fn total(&self) -> Sum {
        self.segments.iter().fold(Sum::default(), Sum::and)
    }

    /// Of a group.
    pub fn group(&self, group: Group) -> Sum {
        let own = Segment::ALL.into_iter().filter(|segment| segment.group() == group);
        own.map(|segment| &self.segments[segment.index()]).fold(Sum::default(), Sum::and)
    }
}

impl Sum {
    fn and(self, other: &Self) -> Self {
        Self {
            customers: self.customers + other.customers,
            orders: self.orders + other.orders,
            revenue: self.revenue + other.revenue,
        }
    }
}

/// The quintiles of sorted values, each plus one.
fn edges(sorted: &[i64]) -> [Edge; 4] {
    let mut edges = [Edge::default(); 4];
    let Some(last) = sorted.len().checked_sub(1) else { return edges };
    for (edge, nth) in edges.iter_mut().zip(1..) {
        // Type 7: at (n - 1) * nth / 5, between two values as far as the rest says.
        let (at, rest) = (last * nth / 5, last * nth % 5);
        let low = i128::from(sorted[at]);
        let high = i128::from(sorted.get(at + 1).copied().unwrap_or(sorted[at]));
        let rest = i128::try_from(rest).unwrap_or(0);
        *edge = Edge(low * FIFTHS + rest * (high - low) + ONE);
    }
    edges
}

#[cfg(test)]
mod tests;
