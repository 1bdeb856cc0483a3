//! `tradewind check`: whether the file is whole.

use super::{
    Context, Done, Fault,
    table::{Table, Tint},
};
use crate::domain::{Safe, Say};
use crate::store::CheckReport;
use serde_json::{Map, Value, json};

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(long)]
    json: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    // The other mistakes of the configuration have been said, as with every command.
    context.keymap().1.iter().for_each(|problem| context.note(problem));
    let report = context.open()?.check()?;
    let file = context.db.display().to_string();
    if args.json {
        context.out.json(&document(&report, &file))?;
    } else {
        print(&report, context)?;
    }
    if !report.is_whole() {
        let count = report.problems.len();
        return Err(Fault::Failed(Say::new("cli-check-damaged").with("file", file).with("count", count)));
    }
    if args.json { Ok(()) } else { context.say(&Say::new("cli-check-whole").with("file", file)) }
}

fn document(report: &CheckReport, file: &str) -> Value {
    let rows: Map<String, Value> = report.rows.iter().map(|(table, rows)| (table.clone(), json!(rows))).collect();
    json!({
        "file": file, "whole": report.is_whole(), "problems": report.problems, "rows": rows, "ops": report.ops,
        "bytes": report.bytes,
    })
}

fn print(report: &CheckReport, context: &Context) -> Done {
    for problem in &report.problems {
        context.out.line(&Safe::new(problem))?;
    }
    let mut table = Table::new().right(&[1]);
    let own = [("op".to_owned(), report.ops)];
    for (name, rows) in report.rows.iter().chain(&own) {
        table.row([(Safe::new(name), Tint::Faint), (Safe::new(&rows.to_string()), Tint::Plain)]);
    }
    context.out.table(&table)
}
