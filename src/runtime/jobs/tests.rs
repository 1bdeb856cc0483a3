//! What the screen's import shows, from the same files as the command line takes.

use super::*;
use chrono::{DateTime, FixedOffset};

#[path = "../../../tests/support/bombs.rs"]
mod bombs;

fn now() -> Now {
    let instant = DateTime::from_timestamp(1_795_313_640, 0).unwrap();
    Now { instant, zone: "Asia/Shanghai".into(), offset: FixedOffset::east_opt(8 * 3600).unwrap() }
}

const LETTERS: &str = "From rosa@mar.example Mon Nov 02 10:00:00 2026\nFrom: Rosa <rosa@mar.example>\n\
    To: sales@wind.example\nDate: Mon, 2 Nov 2026 10:00:00 +0100\nSubject: Lamps\n\n500 lamps?\n\n\
    From sales@wind.example Mon Nov 02 12:00:00 2026\nFrom: sales@wind.example\nTo: rosa@mar.example\n\
    Date: Mon, 2 Nov 2026 20:00:00 +0800\nSubject: Re: Lamps\n\n12 dollars.\n\n\
    From daemon Mon Nov 02 13:00:00 2026\nFrom: MAILER-DAEMON@mar.example\n\
    Date: Mon, 2 Nov 2026 13:00:00 +0000\nSubject: Undelivered\n\nNot delivered.\n";

fn shown(
    name: &str,
    text: &str,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> (Preview, tempfile::TempDir) {
    let folder = tempfile::tempdir().unwrap();
    let (file, db) = (folder.path().join(name), folder.path().join("trade.db"));
    std::fs::write(&file, text).unwrap();
    drop(Store::open(&db, &now()).unwrap());
    let options = Options { own_addresses: vec!["wind.example".into()], ..Options::default() };
    (
        preview(&ImportFrom { paths: vec![file], ..ImportFrom::default() }, &db, Lang::En, &now(), &options, progress)
            .unwrap(),
        folder,
    )
}

#[test]
fn mail_is_told_from_tables_and_shown_by_the_way_it_went() {
    let (shown, _folder) = shown("inbox", LETTERS, &mut |_, _| ControlFlow::Continue(()));
    assert!(shown.mail);
    assert_eq!((shown.read, shown.created, shown.updated, shown.skipped), (3, 1, 1, 1));
    let ways: Vec<_> = shown.samples.iter().map(|sample| (sample.name.as_str(), sample.direction)).collect();
    use crate::domain::Direction::{In, Out};
    assert_eq!(ways, [("Rosa", Some(In)), ("MAILER-DAEMON@mar.example", Some(In)), ("Rosa", Some(Out))]);
    let how = Words::of(Lang::En).say(&shown.how[0]).to_string();
    assert_eq!(how, "2 received, 1 sent · 0 customers known, one new inquiry");
    let (line, why) = &shown.problems[0];
    assert_eq!((*line, why.contains("is a machine")), (3, true), "{why}");
    assert!(shown.edit.is_some());
}

#[test]
fn an_import_broken_off_has_nothing_to_write() {
    let (shown, _folder) = shown("inbox.mbox", LETTERS, &mut |_, _| ControlFlow::Break(()));
    assert_eq!(shown.edit, None);
}

#[test]
fn inquiries_of_alibaba_are_tables() {
    let table = "RFQ ID,Title,Buyer Name,Country,Quantity Required,Inquiry Date\n\
        1,UV lamps for water,Ana,Brazil,500 Pieces,2026-11-02\n";
    let (shown, _folder) = shown("rfq.csv", table, &mut |_, _| ControlFlow::Continue(()));
    assert!(!shown.mail);
    assert_eq!((shown.read, shown.created), (1, 1));
}

#[test]
fn rows_are_shown_in_the_readers_words() {
    let table = "Company,Contact,Country,City,Phone,Language,Lead source\n\
        Nile Filters,Mona Said,EG,Giza,+20 100 123 4567,ar,fair\n";
    let (shown, _folder) = shown("table.csv", table, &mut |_, _| ControlFlow::Continue(()));
    let said: Vec<String> = shown.samples[0].changes.iter().map(|(field, value)| format!("{field}|{value}")).collect();
    for word in ["|Egypt", "|Giza", "|Mona Said", "|Phone +20 100 123 4567", "Language|Arabic"] {
        assert!(said.iter().any(|said| said == word), "{word} in {said:?}");
    }
}

#[test]
fn orders_and_their_lines_in_two_files_are_one_list() {
    let folder = tempfile::tempdir().unwrap();
    let file = |name: &str, text: &str| {
        let path = folder.path().join(name);
        std::fs::write(&path, text).unwrap();
        path
    };
    let orders = "OrderID,CustomerID,OrderDate,Currency\n10248,VINET,2026-07-04,USD\n10249,TOMSP,2026-07-05,USD\n";
    let lines = "OrderID,ProductID,UnitPrice,Quantity\n10248,11,14.00,12\n10248,42,9.80,10\n10249,14,18.60,9\n";
    let (orders, lines) = (file("orders.csv", orders), file("lines.csv", lines));
    let db = folder.path().join("trade.db");
    drop(Store::open(&db, &now()).unwrap());
    let from = ImportFrom { paths: vec![orders, lines], rows: ImportRows::Orders, ..ImportFrom::default() };
    let options = Options { orders: true, ..Options::default() };
    let mut on = |_, _| ControlFlow::Continue(());
    let shown = preview(&from, &db, Lang::En, &now(), &options, &mut on).unwrap();
    assert_eq!((shown.created, shown.failed), (5, 0), "{:?}", shown.problems);
    assert!(shown.mapping.iter().any(|(header, _)| header == "lines.csv: UnitPrice"), "{:?}", shown.mapping);
    let Some(crate::domain::Edit::ImportOrders { newcomers, .. }) = shown.edit else { panic!("no orders") };
    let amounts: Vec<String> = newcomers.iter().flat_map(|it| &it.orders).map(|it| it.fields.amount.plain()).collect();
    assert_eq!(amounts, ["266", "167.40"]);
}

#[test]
fn mail_that_would_do_harm_is_told_on_the_screen_and_the_rest_goes_in() {
    let (shown, _folder) = shown("inbox.mbox", &bombs::bombs(), &mut |_, _| ControlFlow::Continue(()));
    assert_eq!((shown.read, shown.created, shown.failed), (6, 3, 3), "{:?}", shown.problems);
    assert_eq!(shown.problems.iter().map(|(line, _)| *line).collect::<Vec<_>>(), [2, 3, 5]);
    assert!(shown.problems[1].1.contains("MB") || shown.problems[1].1.contains("30"), "{:?}", shown.problems);
    assert!(shown.edit.is_some());
    // As it is drawn, nothing of it reaches the terminal.
    let mut app = crate::app::App::new(crate::app::Settings::default(), Lang::En, (120, 40), now());
    app.phase = crate::app::Phase::Open;
    app.modals.push(crate::app::modal::Modal::Import(Box::new(crate::app::import::ImportView {
        from: ImportFrom::default(),
        stage: crate::app::import::Stage::Preview(Box::new(shown)),
        top: 0,
    })));
    let mut terminal = ratatui::Terminal::new(ratatui::backend::TestBackend::new(120, 40)).unwrap();
    terminal.draw(|frame| crate::ui::draw(frame, &app)).unwrap();
    let screen: String = terminal.backend().buffer().content().iter().map(ratatui::buffer::Cell::symbol).collect();
    assert!(screen.contains("6 ") && !screen.contains(|c: char| c.is_control() || c == '\u{202e}'), "{screen}");
}
