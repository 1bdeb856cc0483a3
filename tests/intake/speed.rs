//! How long a large import takes, by hand: `cargo test --release --test intake -- --ignored --nocapture speed`.

use crate::support::{Board, adds_up, now, text};
use std::fmt::Write;
use std::ops::ControlFlow;
use std::time::Instant;
use tradewind::intake::{Known, Options, plan, records};

#[test]
#[ignore = "takes figures, decides nothing"]
fn a_hundred_thousand_rows_twice() {
    for rows in [10_000, 100_000] {
        let mut table = String::from("Company,Contact Name,Country,City,Email,Phone,Notes\n");
        for n in 0..rows {
            writeln!(
                table,
                "Company {n} GmbH,Anna No{n},Germany,Berlin,a{n}@firm{n}.example,+49 30 {:07},met at the fair",
                1_000_000 + n
            )
            .unwrap();
        }
        let start = Instant::now();
        let sheet = text("large.csv", &table);
        println!("{rows} rows: read {:?}", start.elapsed());
        let options = Options::default();
        let all = records(&sheet, &options, &now());
        println!("  records {:?}", start.elapsed());
        let report =
            plan(all, &Known::default(), &|_| None, &options, &now(), &mut |_, _| ControlFlow::Continue(())).report;
        println!("  plan against nobody {:?}", start.elapsed());
        assert_eq!(report.created, rows);
        adds_up(&report);
        let mut board = Board::default();
        board.import(&sheet);
        let again = records(&sheet, &options, &now());
        let start = Instant::now();
        let mut known = Known::default();
        board.bundles.values().for_each(|bundle| known.add(bundle));
        println!("  known {:?}", start.elapsed());
        let lookup = |id| board.bundles.get(&id).cloned();
        let report = plan(again, &known, &lookup, &options, &now(), &mut |_, _| ControlFlow::Continue(())).report;
        println!("  plan against all {:?}", start.elapsed());
        assert_eq!(report.unchanged, rows);
    }
}
