use super::*;
use crate::store::schema;

#[test]
fn every_column_is_written_in_the_order_of_the_file() {
    let conn = Connection::open_in_memory().unwrap();
    schema::migrate(&conn, 0).unwrap();
    let tables = schema::tables(&conn).unwrap();
    for shape in SHAPES {
        let table = tables.iter().find(|table| table.name == shape.table).unwrap();
        assert_eq!(table.columns, shape.columns, "{}", shape.table);
    }
}

#[test]
fn a_date_is_written_as_everywhere() {
    for on in ["0000-01-01", "0999-12-31", "2026-11-22", "9999-02-28"] {
        let Cell::Owned(text) = date(on.parse().unwrap()) else { panic!("a text") };
        assert_eq!(text, on);
    }
    let far = NaiveDate::from_ymd_opt(12_026, 1, 2).unwrap();
    assert!(matches!(date(far), Cell::Owned(text) if text == far.to_string()));
}
