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
