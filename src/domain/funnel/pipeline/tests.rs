use super::*;
use chrono::NaiveDate;

fn currency(code: &str) -> Currency {
    Currency::parse(code).unwrap()
}

fn open(rates: &Rates) -> Open {
    let mut collector = Collector::default();
    for (customer, code, amount) in
        [(1, "USD", 100), (1, "EUR", 50), (1, "USD", 7), (2, "CNY", 900), (2, "CNY", 1), (3, "EUR", 10)]
    {
        let on = NaiveDate::default();
        let amount = Amount::whole(amount);
        collector.add(&Sale { customer: CustomerId(customer), on, currency: currency(code), amount });
    }
    collector.sums(rates)
}

#[test]
fn what_has_a_rate_is_converted_and_what_has_none_is_kept_apart() {
    let rates = BTreeMap::from([(currency("EUR"), Amount(1_100_000))]);
    let open = open(&Rates { currency: currency("USD"), rates });
    let first = open.of(CustomerId(1)).unwrap();
    assert_eq!((first.amount, first.converted), (Amount::whole(162), true));
    let second = open.of(CustomerId(2)).unwrap();
    assert_eq!((second.amount, second.apart[&currency("CNY")]), (Amount::ZERO, Amount::whole(901)));
    assert_eq!((open.converted.len(), &open.apart[..]), (1, &[currency("CNY")][..]));
    assert_eq!(open.of(CustomerId(9)), None);
    let all = [1, 2, 3].iter().filter_map(|id| open.of(CustomerId(*id))).fold(Purse::default(), Purse::and);
    assert_eq!((all.amount, all.apart.len(), all.is_empty()), (Amount::whole(173), 1, false));
}

#[test]
fn without_a_currency_of_the_exporters_it_is_that_of_most_orders() {
    let open = open(&Rates::default());
    assert!(["USD", "EUR", "CNY"].contains(&open.currency.as_str()));
    assert_eq!((open.converted.len(), open.apart.len()), (0, 2));
    assert_eq!(Collector::default().sums(&Rates::default()), Open::default());
}
