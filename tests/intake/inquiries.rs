//! Alibaba's requests for quotation, in both layouts.

use crate::support::{Board, data, sheet};
use std::collections::{HashMap, HashSet};
use tradewind::domain::{Country, Edit, Stage};
use tradewind::intake::{Options, records};

#[test]
fn the_world_layout() {
    let Some(path) = data("F04_alibaba_rfq_world/input/world_2025-07-16/alibaba_rfqs.csv") else { return };
    let sheet = sheet(&path);
    let all = records(&sheet, &Options::default(), &crate::support::now());
    assert_eq!(all.records.len(), 100);
    let column = sheet.header.iter().position(|header| header == "Country").unwrap();
    let written: HashSet<&str> = sheet.rows.iter().map(|row| row.cell(column)).collect();
    assert_eq!(written.len(), 46);
    let mut countries: HashMap<Option<Country>, usize> = HashMap::new();
    all.records.iter().for_each(|record| *countries.entry(record.dossier.fields.country).or_default() += 1);
    assert!(!countries.contains_key(&None), "{countries:?}");
    assert_eq!(countries[&Country::new("US")], 20);
    // France and France Metropolitan are one.
    assert_eq!(countries.len(), 45);
    let quantity: HashMap<&str, usize> = all.records.iter().fold(HashMap::new(), |mut counts, record| {
        *counts.entry(&*record.inquiry.as_ref().unwrap().quantity).or_default() += 1;
        counts
    });
    assert_eq!((quantity["1"], quantity["100"], quantity["3000"]), (20, 15, 1));
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!((report.read, report.created), (100, 100), "{report:?}");
    assert!(board.bundles.values().all(|bundle| bundle.customer.stage == Some(Stage::INQUIRY)
        && &*bundle.customer.source == "alibaba"
        && !bundle.customer.interests.is_empty()
        && bundle.last_in.is_some()));
    let again = board.import(&sheet);
    assert_eq!(again.unchanged, 100, "{again:?}");
}

#[test]
fn the_layout_with_flags() {
    let Some(path) = data("F04_alibaba_rfq_world/input/ae_2025-07-14/alibaba_rfqs.csv") else { return };
    let sheet = sheet(&path);
    assert_eq!(sheet.header.len(), 16);
    let mut board = Board::default();
    let report = board.import(&sheet);
    assert_eq!((report.read, report.created), (20, 20), "{report:?}");
    let first = board.named("Buyer 001");
    assert!(first.customer.notes.contains("Email Confirmed: Yes"), "{}", first.customer.notes);
    assert!(first.customer.notes.starts_with("RFQ 1ef03-NYEhajN9THuM61mFITXfU-riaRxca"), "{}", first.customer.notes);
    assert!(first.customer.requirements.contains("2 Piece/Pieces"));
    assert_eq!(first.last_in.unwrap().to_rfc3339(), "2025-07-14T04:00:00+00:00");
    assert_eq!(board.import(&sheet).unchanged, 20);
}

#[test]
fn both_layouts_in_one_import() {
    let Some(folder) = data("F04_alibaba_rfq_world/input") else { return };
    let options = Options::default();
    let now = crate::support::now();
    let mut all = records(&sheet(&folder.join("world_2025-07-16/alibaba_rfqs.csv")), &options, &now);
    all.append(records(&sheet(&folder.join("ae_2025-07-14/alibaba_rfqs.csv")), &options, &now));
    let (edit, report) = Board::default().plan(all, &options);
    assert_eq!((report.read, report.created), (120, 120));
    assert!(matches!(edit, Some(Edit::Import { dossiers, .. }) if dossiers.len() == 120));
}
