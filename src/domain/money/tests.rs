use super::*;
use proptest::prelude::*;

fn micros(text: &str) -> Option<i64> {
    read(text, None).map(|it| it.amount.0)
}

#[test]
fn as_the_world_writes_it() {
    for (text, wanted) in [
        ("1,234.56", 1_234_560_000),
        ("1.234,56", 1_234_560_000),
        ("1 234,56", 1_234_560_000),
        ("1\u{a0}234\u{a0}567,5", 1_234_567_500_000),
        ("1'234.50", 1_234_500_000),
        ("12,34,567.00", 1_234_567_000_000),
        ("¥ 12,800", 12_800_000_000),
        ("US$ 99.9", 99_900_000),
        ("99.9 USD", 99_900_000),
        ("-5", -5_000_000),
        ("5-", -5_000_000),
        ("$-5.25", -5_250_000),
        ("(99.00)", -99_000_000),
        (".5", 500_000),
        ("0,125", 125_000),
        ("1.234", 1_234_000),
        ("1,234", 1_234_000_000),
        ("1.234.567", 1_234_567_000_000),
        ("１２，８００", 12_800_000_000),
        ("1265793.0395", 1_265_793_039_500),
        ("0.150000006", 150_000),
        ("2.0000005", 2_000_001),
    ] {
        assert_eq!(micros(text), Some(wanted), "{text}");
    }
    for text in ["", "abc", "12 34", "1.2.3,4,5", "12 abc 34", "99999999999999999999"] {
        assert_eq!(micros(text), None, "{text}");
    }
}

#[test]
fn the_column_tells_what_a_point_is() {
    let german = ["12,50", "1.234", "1.234,00"];
    let mark = Mark::of(german.into_iter());
    assert_eq!(mark, Some(Mark::Comma));
    assert_eq!(read("1.234", mark).map(|it| it.amount), Some(Amount::whole(1_234)));
    let mark = Mark::of(["12.50", "1,234"].into_iter());
    assert_eq!(read("1,234", mark).map(|it| it.amount), Some(Amount::whole(1_234)));
}

#[test]
fn currencies_beside_numbers() {
    for (text, wanted) in [
        ("US$ 5", "USD"),
        ("5 €", "EUR"),
        ("¥5", "CNY"),
        ("5元", "CNY"),
        ("$5 CAD", "CAD"),
        ("5", ""),
        ("EUR 5", "EUR"),
    ] {
        assert_eq!(read(text, None).and_then(|it| it.currency()).map(|it| it.to_string()).as_deref(), Some(wanted));
    }
    assert_eq!(read("5 pieces", None).and_then(|it| it.currency()), None);
}

#[test]
fn discounts_are_exact() {
    let of = |price: &str, quantity, discount: &str| {
        let read = |text| read(text, None).unwrap().amount;
        Amount::price_of(read(price), Amount::whole(quantity), read(discount)).plain()
    };
    assert_eq!(of("42.4", 35, "0.15"), "1261.40");
    assert_eq!(of("16.8", 6, "0.05"), "95.76");
    assert_eq!(of("2", 25, "0.05"), "47.50");
}

#[test]
fn written_for_people_and_programs() {
    assert_eq!(Amount(1_265_793_039_500).plain(), "1265793.0395");
    assert_eq!(Amount(1_265_793_039_500).grouped(), "1,265,793.0395");
    assert_eq!(Amount(1_265_793_039_500).rounded(), "1,265,793.04");
    assert_eq!(Amount(-500_000).plain(), "-0.50");
    assert_eq!(Amount::whole(464_158).plain(), "464158");
}

proptest! {
    #[test]
    fn what_is_written_is_read(micros in any::<i64>().prop_filter("held", |n| *n != i64::MIN)) {
        prop_assert_eq!(read(&Amount(micros).plain(), Some(Mark::Point)).map(|it| it.amount), Some(Amount(micros)));
        prop_assert_eq!(read(&Amount(micros).grouped(), Some(Mark::Point)).map(|it| it.amount), Some(Amount(micros)));
    }
}

#[test]
fn rough_figures_are_whole() {
    let micros = [1_234_499_999, 1_234_500_000, -1_234_500_000, 0, i64::MAX];
    assert_eq!(micros.map(|n| Amount(n).wholes()), ["1,234", "1,235", "-1,235", "0", "9,223,372,036,854.775807"]);
}

#[test]
fn a_column_of_sums_stands_straight() {
    let micros = [317_875_000_000, 7_793_500_000, 1_005_000, 0, -2_000_000];
    assert_eq!(micros.map(|n| Amount(n).cents()), ["317,875.00", "7,793.50", "1.01", "0.00", "-2.00"]);
}
