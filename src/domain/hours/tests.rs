use super::*;

#[test]
fn spans_as_people_write_them() {
    assert_eq!(Span::parse("9-12"), Some(Span::hours(9, 12)));
    assert_eq!(Span::parse(" 13:30 – 18 "), Some(Span { from: 810, until: 1080 }));
    assert_eq!(Span::parse("20-24"), Some(Span { from: 1200, until: Span::DAY }));
    for wrong in ["", "9", "12-9", "9-9", "9-25", "-3-4", "9:60-10", "a-b", "9-12-14", "09:0x-10"] {
        assert_eq!(Span::parse(wrong), None, "{wrong}");
    }
}

#[test]
fn private_buyers_carry_a_tag() {
    let mut bundle = Bundle::default();
    let windows = Windows::default();
    assert!(!windows.is_private(&bundle));
    bundle.customer.fields.tags = vec!["B2C".into()];
    assert!(windows.is_private(&bundle));
    assert!(!Windows { private_tag: "".into(), ..windows }.is_private(&bundle));
}

#[test]
fn answering_hours_fit_into_a_byte() {
    for from in 0..24 {
        for hours in 2..12 {
            let usual = Usual::new(from, hours).unwrap();
            assert_eq!((usual.from(), usual.until()), (from, (from + hours) % 24));
            assert_eq!((0..24).filter(|hour| usual.contains(*hour)).count(), hours as usize);
            let minutes: u16 = usual.spans().iter().map(|span| span.until - span.from).sum();
            assert_eq!(u32::from(minutes), hours * 60);
        }
    }
    assert_eq!(Usual::new(9, 1), Usual::new(9, 2), "one hour is two");
    assert_eq!((Usual::new(24, 3), Usual::new(3, 12)), (None, None));
    assert_eq!(size_of::<Option<Usual>>(), 1);
}

#[test]
fn whose_hours_count() {
    let windows = Windows { office: vec![Span::hours(9, 12)], ..Windows::default() };
    let own = Usual::new(22, 4);
    let late = vec![Span::hours(0, 2), Span::hours(22, 24)];
    assert_eq!(windows.hours(false, None), Hours { spans: vec![Span::hours(9, 12)], any_day: false });
    assert_eq!(windows.hours(true, None), Hours { spans: Windows::default().private, any_day: true });
    assert_eq!(windows.hours(false, own), Hours { spans: late.clone(), any_day: false });
    assert_eq!(windows.hours(true, own), Hours { spans: late, any_day: true });
    let none = Windows { private: Vec::new(), ..Windows::default() };
    assert_eq!(none.hours(true, None), Hours::default());
}
