use super::*;
use crate::store::{edit::cells, schema};

fn store() -> Connection {
    let conn = Connection::open_in_memory().unwrap();
    schema::migrate(&conn, 0).unwrap();
    schema::drop_triggers(&conn).unwrap();
    conn
}

fn contacts(rows: &[(i64, &'static str, &'static str)]) -> Vec<Cell<'static>> {
    let cells = |(id, name, role): &(i64, &'static str, &'static str)| {
        [Cell::Int(*id), Cell::Int(7), Cell::Text(name), Cell::Text(role), Cell::Owned("0".into())]
    };
    let mut all: Vec<Cell<'static>> = rows.iter().flat_map(cells).collect();
    all.iter_mut().skip(4).step_by(5).for_each(|place| *place = Cell::Int(0));
    all
}

fn read(conn: &Connection) -> Vec<(i64, i64, String, String)> {
    let mut rows = conn.prepare("SELECT id, customer_id, name, role FROM contact ORDER BY id").unwrap();
    let rows = rows.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))).unwrap();
    rows.map(Result::unwrap).collect()
}

#[test]
fn rows_arrive_as_they_were_made() {
    let conn = store();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    let mut incoming = Incoming::new(&conn).unwrap();
    // What differs between the rows differs from block to block; the last has nothing that does.
    for rows in [
        &[(1, "Anna", ""), (2, "王穆勒", ""), (3, "", "")][..],
        &[(4, "Tom", "buyer"), (5, "Tom", "")],
        &[(6, "'\"", "")],
    ] {
        incoming.write(&cells::CONTACT, Packed::of(&cells::CONTACT, &contacts(rows))).unwrap();
    }
    incoming.write(&cells::CONTACT, Packed::of(&cells::CONTACT, &[])).unwrap();
    let want = [(1, "Anna", ""), (2, "王穆勒", ""), (3, "", ""), (4, "Tom", "buyer"), (5, "Tom", ""), (6, "'\"", "")];
    assert_eq!(read(&conn), want.map(|(id, name, role)| (id, 7, name.to_owned(), role.to_owned())));
}

#[test]
fn a_second_way_does_not_lead_to_the_first_ones_shelf() {
    let conn = store();
    conn.execute_batch("PRAGMA foreign_keys = OFF").unwrap();
    for id in [1, 2] {
        let rows = contacts(&[(id, "Anna", ""), (id + 10, "Ben", "")]);
        Incoming::new(&conn).unwrap().write(&cells::CONTACT, Packed::of(&cells::CONTACT, &rows)).unwrap();
    }
    assert_eq!(read(&conn).len(), 4);
}

#[test]
fn a_table_has_no_more_columns_than_there_are_places() {
    let places = COLUMNS.to_str().unwrap().matches(',').count() + 1;
    assert_eq!(places, u32::BITS as usize);
    assert!(cells::SHAPES.iter().all(|shape| shape.columns.len() <= places));
}
