use super::*;

#[test]
fn a_contact_closes_what_was_due_by_its_day() {
    let day = |text: &str| text.parse::<NaiveDate>().unwrap();
    let open = [(1, "2026-11-20"), (2, "2026-11-22"), (3, "2026-11-23")].map(|(id, on)| (FollowUpId(id), day(on)));
    let closed = closed_by_contact(open, day("2026-11-22"));
    let expected = [(1, true), (2, false)].map(|(id, late)| Closing { id: FollowUpId(id), late });
    assert_eq!(closed, expected);
    assert_eq!(closed_by_contact(open, day("2026-11-01")), []);
}
