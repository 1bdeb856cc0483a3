//! What a customer is there to show. Shares are dealt out, not diced: a small board has its six for today too.

/// Where a made-up customer stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plot {
    /// Just asked, not answered yet.
    Inquiry,
    /// A follow-up is due today.
    Today,
    /// Today, at a time on the customer's wall.
    Promised,
    Overdue,
    /// We wrote last.
    Waiting,
    Archived,
    /// Left alone too long.
    OpenSea,
    /// The next contact is planned.
    Planned,
    /// Nothing planned, and not too long ago.
    Quiet,
}

/// Upper ends, in thousandths.
const SHARES: [(usize, Plot); 9] = [
    (34, Plot::Inquiry),
    (67, Plot::Today),
    (84, Plot::Promised),
    (115, Plot::Overdue),
    (215, Plot::Waiting),
    (235, Plot::Archived),
    (400, Plot::OpenSea),
    (900, Plot::Planned),
    (1000, Plot::Quiet),
];

/// The plot of one customer of so many.
pub(super) fn of(nth: usize, customers: usize, stride: usize) -> Plot {
    let place = (nth as u128 * stride as u128 % customers.max(1) as u128) as usize;
    let share = place * 1000 / customers.max(1);
    SHARES.iter().find(|(end, _)| share < *end).map_or(Plot::Quiet, |(_, plot)| *plot)
}

/// A step that visits every place once, and scatters neighbours: next to the golden section, without a common factor.
pub(super) fn stride(customers: usize) -> usize {
    let golden = customers * 618 / 1000;
    (golden.max(1)..=golden + customers + 1).find(|stride| gcd(*stride, customers) == 1).unwrap_or(1)
}

fn gcd(a: usize, b: usize) -> usize {
    if b == 0 { a } else { gcd(b, a % b) }
}
