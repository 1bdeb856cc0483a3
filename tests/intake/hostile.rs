//! Files that mean harm, and files that merely are a mess.

use crate::support::{Board, adds_up, data, text};
use proptest::prelude::*;
use std::path::Path;
use tradewind::intake::{IntakeError, Options, load, read_file, records};

#[test]
fn no_messy_table_breaks_anything() {
    let Some(folder) = data("F08_csv_suites/input/horror") else { return };
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        match load(&path, &Options::default()) {
            Ok(sheet) => {
                let mut board = Board::default();
                let report = board.import(&sheet);
                println!(
                    "{name}: {} read, {} created, {} updated, {} skipped, {} failed",
                    report.read, report.created, report.updated, report.skipped, report.failed
                );
                let again = board.import(&sheet);
                assert_eq!((again.created, again.updated), (0, 0), "{name}: {:?}", again.samples);
            }
            Err(error) => println!("{name}: {error}"),
        }
    }
}

#[test]
fn a_quote_never_closed_costs_its_own_line() {
    let sheet = text("a.csv", "name,city\nAnna,\"Ber\nlin\"\nBob,\"Paris\nCarl,Rome\nDora,\"Oslo\"\nEmil,Bonn\n");
    let names: Vec<&str> = sheet.rows.iter().map(|row| row.cell(0)).collect();
    assert_eq!(names, ["Anna", "Bob", "Carl", "Dora", "Emil"]);
    assert_eq!(sheet.rows[0].cell(1), "Ber\nlin");
    assert_eq!(sheet.rows[1].cell(1), "\"Paris");
    assert_eq!(sheet.problems.len(), 1);
    assert_eq!(sheet.problems[0].line, 4);
}

#[test]
fn monsters_are_listed_and_the_rest_goes_in() {
    let huge = "x".repeat(10 << 20);
    let wide = ",".repeat(1_000_000);
    let table = format!("name,email\nAnna,a@x.example\nBob,{huge}\nCarl{wide}\nD\0ora,d@x.example\n");
    let sheet = text("b.csv", &table);
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!((report.read, report.created, report.failed), (4, 2, 2));
    let lines: Vec<usize> = report.problems.iter().map(|problem| problem.line).collect();
    assert!(lines.contains(&3) && lines.contains(&4), "{:?}", report.problems);
    board.named("Dora");
    let error = read_file(Path::new("c.csv"), wide.into_bytes(), &Options::default()).unwrap_err();
    assert!(matches!(error, IntakeError::TooWide { .. } | IntakeError::Empty { .. }), "{error}");
}

#[test]
fn a_file_of_quotes_is_read_in_good_time() {
    let start = std::time::Instant::now();
    for piece in ["\"a\n", "\"", "\"\"\"\n", "a,\"b\n\"\"", "\"\n\"\"\n"] {
        let table = format!("name,email\n{}", piece.repeat(300_000 / piece.len()));
        if let Ok(sheet) = read_file(Path::new("q.csv"), table.into_bytes(), &Options::default()) {
            println!("{piece:?}: {} rows read after {:?}", sheet.rows.len(), start.elapsed());
            adds_up(&Board::default().import(&sheet));
            println!("planned after {:?}", start.elapsed());
        }
    }
    assert!(start.elapsed().as_secs() < 60, "{:?}", start.elapsed());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn no_bytes_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2000)) {
        for name in ["x.csv", "x.xlsx"] {
            if let Ok(sheet) = read_file(Path::new(name), bytes.clone(), &Options::default()) {
                adds_up(&Board::default().import(&sheet));
            }
        }
        for magic in [&b"PK\x03\x04"[..], b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"] {
            let file = [magic, &bytes].concat();
            if let Ok(sheet) = read_file(Path::new("x.xlsx"), file, &Options::default()) {
                adds_up(&Board::default().import(&sheet));
            }
        }
    }

    #[test]
    fn no_table_panics(table in "(name|email|phone|birthday|邮箱)?(,(country|last contact|im|tags))?\n([a-c\"',;\t\n@+0-9 ]{0,200})") {
        if let Ok(sheet) = read_file(Path::new("x.csv"), table.into_bytes(), &Options::default()) {
            let all = records(&sheet, &Options::default(), &crate::support::now());
            assert_eq!(all.read, all.records.len() + all.skipped + all.failed);
            let mut board = Board::default();
            board.import(&sheet);
            let again = board.import(&sheet);
            prop_assert_eq!((again.created, again.updated), (0, 0));
        }
    }
}
