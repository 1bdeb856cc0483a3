use super::*;

#[test]
fn what_a_customer_bought_stays_small() {
    assert!(size_of::<Bought>() <= 32, "{} bytes for each customer", size_of::<Bought>());
}

#[test]
fn currencies_are_kept_apart() {
    let day = |day| NaiveDate::from_ymd_opt(2026, 5, day).unwrap();
    let [usd, eur] = ["USD", "EUR"].map(|code| Currency::parse(code).unwrap());
    let mut bought = Bought::default();
    assert_eq!(bought.totals(), []);
    bought.add(day(3), usd, Amount::whole(10));
    bought.add(day(1), usd, Amount::whole(5));
    assert_eq!(bought.totals(), [(usd, Amount::whole(15))]);
    bought.add(day(9), eur, Amount::whole(7));
    bought.add(day(9), usd, Amount::whole(1));
    assert_eq!(bought.totals(), [(usd, Amount::whole(16)), (eur, Amount::whole(7))]);
    assert_eq!((bought.first, bought.last, bought.count), (Some(day(1)), Some(day(9)), 4));
}

#[test]
fn a_line_in_one_line() {
    for (text, product, quantity, amount) in [
        ("UV lamp 40W x 200 @ 12.50", "UV lamp 40W", 200, 2_500_000_000),
        ("UV lamp × 1,200 = 2,500", "UV lamp", 1_200, 2_500_000_000),
        ("ballast", "ballast", 1, 0),
        ("box 2x4 x 5 @ 3", "box 2x4", 5, 15_000_000),
    ] {
        let line = OrderLine::parse(text).unwrap();
        assert_eq!(
            (&*line.product, line.quantity, line.amount.0),
            (product, Amount::whole(quantity), amount),
            "{text}"
        );
        assert_eq!(OrderLine::parse(&line.written()), Some(line), "{text}");
    }
    assert_eq!(OrderLine::parse("lamp x 2 @ abc"), None);
    assert_eq!(OrderLine::parse("lamp x 2 @ 5 returned").unwrap().status, LineStatus::Returned);
}
