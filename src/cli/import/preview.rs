//! What an import did or would do, for people.

use super::super::{
    Context, Done,
    table::{Table, Tint},
};
use crate::domain::Safe;
use crate::intake::{Action, Report};

/// Rows shown before a dry run leaves it at a count.
const SAMPLES: usize = 12;

/// How each file was read, and which column is what.
pub fn sheets(report: &Report, context: &Context) -> Done {
    for sheet in &report.sheets {
        let read = match sheet.encoding {
            Some(encoding) => format!("{} ({})", sheet.name, encoding.encoding),
            None => sheet.name.to_string(),
        };
        context.out.line(&Safe::new(&read))?;
        let mut table = Table::new();
        for (header, field) in &sheet.mapping {
            table.row([
                (Safe::new(&format!("  {header}")), Tint::Plain),
                (Safe::new("→"), Tint::Faint),
                (Safe::new(field.name()), Tint::Plain),
            ]);
        }
        context.out.table(&table)?;
    }
    Ok(())
}

/// The first rows, and what would become of them.
pub fn samples(report: &Report, context: &Context) -> Done {
    let words = context.words();
    let mut table = Table::new().right(&[0]).flexible(3);
    for sample in report.samples.iter().take(SAMPLES) {
        let changes: Vec<String> =
            sample.changes.iter().map(|(field, value)| format!("{}: {value}", words.get(field))).collect();
        let (key, tint) = match sample.action {
            Action::Create => ("cli-import-create", Tint::Good),
            Action::Update => ("cli-import-update", Tint::Warn),
            Action::Unchanged => ("cli-import-unchanged", Tint::Faint),
            Action::Skip => ("cli-import-skip", Tint::Faint),
            Action::Fail => ("cli-import-fail", Tint::Bad),
        };
        table.row([
            (Safe::new(&sample.line.to_string()), Tint::Faint),
            (words.get(key), tint),
            (Safe::new(&sample.name), Tint::Plain),
            (Safe::new(&changes.join(" · ")), Tint::Faint),
        ]);
    }
    context.out.table(&table)
}

/// Every row that did not go in as it is, with its reason; values that differ from the exporter's own.
pub fn problems(report: &Report, context: &Context) -> Done {
    for problem in &report.problems {
        let reason = context.words().say(&problem.reason).to_string();
        let args =
            [("file", problem.file.to_string().into()), ("line", problem.line.into()), ("reason", reason.into())];
        let key = if problem.line == 0 { "cli-import-problem-file" } else { "cli-import-problem" };
        context.out.line(&context.words().with(key, &args))?;
    }
    for conflict in &report.conflicts {
        let key = if conflict.replaced { "cli-import-replaced" } else { "cli-import-conflict" };
        let args = [
            ("file", conflict.file.to_string().into()),
            ("line", conflict.line.into()),
            ("name", conflict.name.to_string().into()),
            ("field", context.words().get(conflict.field).to_string().into()),
            ("there", conflict.there.to_string().into()),
            ("here", conflict.here.to_string().into()),
        ];
        context.out.line(&context.words().with(key, &args))?;
    }
    let more = report.more_problems + report.more_conflicts;
    if more == 0 {
        Ok(())
    } else {
        context.out.line(&context.words().with("cli-import-more", &[("count", more.into())]))
    }
}

pub fn counts(report: &Report, context: &Context) -> Done {
    let args = [
        ("read", report.read.into()),
        ("created", report.created.into()),
        ("updated", report.updated.into()),
        ("unchanged", report.unchanged.into()),
        ("skipped", report.skipped.into()),
        ("failed", report.failed.into()),
    ];
    context.out.line(&context.words().with("cli-import-counts", &args))?;
    report.orders.map_or(Ok(()), |orders| context.out.line(&context.words().say(&orders.say())))?;
    report.letters.map_or(Ok(()), |letters| context.out.line(&context.words().say(&letters.say())))
}
