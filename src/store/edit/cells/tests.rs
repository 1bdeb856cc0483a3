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
