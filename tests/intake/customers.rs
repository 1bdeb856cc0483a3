//! Customers of other programs.

use crate::support::{Board, data, sheet, text};
use tradewind::domain::{ChannelKind, Country};
use tradewind::intake::Field;

#[test]
fn northwind_comes_in_once() {
    let Some(path) = data("F02_northwind/input/Customers.csv") else { return };
    let sheet = sheet(&path);
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!((report.read, report.created), (93, 93), "{report:?}");
    let alfreds = board.named("Alfreds Futterkiste");
    assert_eq!(alfreds.customer.country, Country::new("DE"));
    assert_eq!(&*alfreds.customer.city, "Berlin");
    assert_eq!((&*alfreds.contacts[0].name, &*alfreds.contacts[0].role), ("Maria Anders", "Sales Representative"));
    assert_eq!((alfreds.channels[0].kind, &*alfreds.channels[0].handle), (ChannelKind::PHONE, "030-0074321"));
    assert_eq!(&*alfreds.channels[0].norm, "+49300074321");
    assert!(alfreds.customer.notes.contains("Fax: 030-0076545"), "{}", alfreds.customer.notes);
    assert!(alfreds.customer.notes.contains("CustomerID: ALFKI"));
    let again = board.import(&sheet);
    assert_eq!((again.read, again.unchanged), (93, 93), "{again:?}");
    assert!(again.conflicts.is_empty(), "{:?}", again.conflicts);
}

#[test]
fn odoo_persons_go_under_their_companies() {
    let Some(path) = data("F08_csv_suites/input/o2m_customers_contacts.csv") else { return };
    let sheet = sheet(&path);
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!((report.read, report.created, report.updated), (8, 4, 4), "{report:?}");
    let sales = board.named("House Sales Direct");
    let names: Vec<&str> = sales.contacts.iter().map(|contact| &*contact.name).collect();
    assert_eq!(names, ["Yvan Holiday", "Jack Unsworth"]);
    assert!(board.named("Michael Mason").contacts.is_empty());
    assert!(report.conflicts.is_empty(), "{:?}", report.conflicts);
    assert_eq!(board.import(&sheet).unchanged, 8);
}

#[test]
fn thunderbird_addresses() {
    let Some(path) = data("F08_csv_suites/input/csv_semicolon.csv") else { return };
    let sheet = sheet(&path);
    let mut board = Board::default();
    assert_eq!(board.import(&sheet).created, 2);
    assert_eq!(&*board.named("John Doe").channels[0].norm, "john@doe.invalid");
    assert_eq!(board.import(&sheet).unchanged, 2);
}

#[test]
fn phones_as_people_write_them() {
    let Some(path) = data("F07_dirty_phones_northwind/input/dirty.csv") else { return };
    let mut sheet = sheet(&path);
    // The file is a test's own: its other columns are answers.
    for (at, field) in [(1, Field::Name), (2, Field::Channel(ChannelKind::PHONE)), (3, Field::Country)] {
        sheet.mapping[at] = field;
    }
    for at in [0, 4, 5, 6, 7, 8] {
        sheet.mapping[at] = Field::Ignore;
    }
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!(report.read, 122);
    let raw = sheet.rows.iter().filter(|row| !row.cell(2).trim().is_empty());
    for row in raw {
        let there = |handle: &str| handle == row.cell(2).trim();
        assert!(board.bundles.values().flat_map(|b| &b.channels).any(|c| there(&c.handle)), "{}", row.cell(2));
    }
    assert_eq!(board.import(&sheet).unchanged + report.skipped, 122);
}

#[test]
fn naughty_strings_as_names() {
    let Some(path) = data("F12_names_width/input/blns.json") else { return };
    let names: Vec<String> = serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap();
    let mut table = String::from("Name,City\n");
    names.iter().for_each(|name| table.push_str(&format!("\"{}\",Paris\n", name.replace('"', "\"\""))));
    let sheet = text("naughty.csv", &table);
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!(report.read, 515, "{:?}", sheet.problems);
    println!("{} created, {} unchanged, {} skipped", report.created, report.unchanged, report.skipped);
    let mut gone = Vec::new();
    for name in names.iter().filter(|name| !name.trim().is_empty()) {
        let wanted = name.replace('\0', "");
        let there = board.bundles.values().any(|bundle| *bundle.customer.name == *wanted.trim());
        if !there {
            gone.push(name);
        }
    }
    // Only spellings of the same words are one customer.
    assert!(gone.is_empty(), "{gone:#?}");
    let again = board.import(&sheet);
    assert_eq!((again.created, again.updated), (0, 0), "{again:?}");
}
