use super::*;
use crate::domain::{Sale, sales::Collector, sales::Rates};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn code(text: &str) -> Currency {
    Currency::parse(text).unwrap()
}

fn sums(sales: &[(i64, &str, i64, &str)], rates: &Rates) -> Sums {
    let (from, to) = (day("2000-01-01"), day("2026-11-22"));
    let mut collector = Collector::new(from, to, to);
    for (customer, on, amount, currency) in sales {
        let sale = Sale {
            customer: CustomerId(*customer),
            on: day(on),
            currency: code(currency),
            amount: Amount::whole(*amount),
        };
        collector.add(&sale);
    }
    collector.sums(rates)
}

#[test]
fn edges_are_type_seven_quantiles_plus_one() {
    let micros: Vec<i64> = [1, 2, 3, 4, 10].map(|n| n * money::ONE).to_vec();
    assert_eq!(edges(&micros).map(Edge::plain), ["2.8", "3.6", "4.4", "6.2"]);
    assert_eq!(edges(&[5 * money::ONE]).map(Edge::plain), ["6", "6", "6", "6"]);
    assert_eq!(edges(&[]).map(Edge::plain), ["0", "0", "0", "0"]);
    assert_eq!(edges(&[0, 1]).map(Edge::plain), ["1.0000002", "1.0000004", "1.0000006", "1.0000008"]);
}

#[test]
fn the_first_segment_that_fits() {
    let of = |r, f, m| Segment::of(Score { r, f, m });
    assert_eq!(of(5, 5, 5), Segment::Champions);
    assert_eq!(of(4, 1, 2), Segment::NewCustomers);
    assert_eq!(of(3, 2, 3), Segment::LoyalCustomers);
    assert_eq!(of(1, 1, 1), Segment::Lost);
    assert_eq!(of(2, 5, 1), Segment::Others);
    let places: Vec<usize> = Segment::ALL.iter().map(|segment| segment.index()).collect();
    assert_eq!(places, (0..11).collect::<Vec<_>>());
}

#[test]
fn currencies_are_converted_or_left_out_and_said() {
    let sales = [
        (1, "2026-01-01", 100, "USD"),
        (1, "2026-02-01", 100, "EUR"),
        (2, "2026-03-01", 700, "CNY"),
        (2, "2026-03-02", 5, "USD"),
        (3, "2030-01-01", 5, "USD"),
    ];
    let mut rates = Rates::default();
    rates.rates.insert(code("EUR"), Amount(1_085_000));
    let found = sums(&sales, &rates);
    assert_eq!(found.currency, code("USD"), "that of most orders");
    assert_eq!((found.converted, found.left_out), (vec![(code("EUR"), 1)], vec![(code("CNY"), 1)]));
    let amounts: Vec<(i64, Amount, u32)> = found.buyers.iter().map(|(id, it)| (id.0, it.amount, it.orders)).collect();
    assert_eq!(amounts, [(1, Amount(208_500_000), 2), (2, Amount::whole(5), 1)]);
}

#[test]
fn sums_of_segments_and_groups_are_the_whole() {
    let sales: Vec<(i64, &str, i64, &str)> = (1..40)
        .flat_map(|id| {
            (0..=id % 5)
                .map(move |nth| (id, if id % 3 == 0 { "2025-01-01" } else { "2026-10-01" }, id * 10 + nth, "USD"))
        })
        .collect();
    let rfm = Rfm::of(sums(&sales, &Rates::default()), day("2026-11-22"));
    assert_eq!(rfm.total().customers, 39);
    assert_eq!(Group::ALL.iter().map(|group| rfm.group(*group).customers).sum::<usize>(), 39);
    assert_eq!(rfm.total().revenue, sales.iter().map(|(_, _, amount, _)| Amount::whole(*amount)).sum());
}

#[test]
fn an_edge_is_read_by_programs_and_by_people() {
    let edges = [Edge(10_752 * ONE + ONE * 9 / 10), Edge(3 * ONE), Edge(ONE + 1), Edge(0)];
    assert_eq!(edges.map(Edge::plain), ["10752.9", "3", "1.0000002", "0"]);
    assert_eq!(edges.map(Edge::grouped), ["10,752.9", "3", "1.0000002", "0"]);
}
