//! `tradewind next-workday`: the next working day in a country, and what lies before it.

use super::{
    Context, Done, Fault, filter,
    table::{Table, Tint},
};
use crate::domain::{Country, NextWorkday, Safe, Say, Skip, when};
use crate::reference::{Lang, Words, country_name, holidays_known, known_years, next_workday};
use chrono::{Datelike, NaiveDate};
use serde::Serialize;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "CC")]
    country: String,
    #[arg(value_name = "DATE")]
    date: String,
    #[arg(long)]
    json: bool,
}

#[derive(Serialize)]
struct NextWorkdayJson {
    country: String,
    wanted: NaiveDate,
    next: NaiveDate,
    skipped: Vec<SkippedJson>,
    /// False where only weekends were looked at.
    holidays_known: bool,
}

#[derive(Serialize)]
struct SkippedJson {
    date: NaiveDate,
    /// `weekend`, or the holiday's name.
    reason: String,
    kind: &'static str,
    estimated: bool,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let country = country(&args.country)?;
    let wanted = when::parse(&args.date, &context.now())?.on;
    let found = next_workday(Some(country), wanted);
    let known = [found.wanted, found.next].iter().all(|day| holidays_known(country, day.year()));
    if args.json {
        return context.out.json(&json(country, &found, known, context.lang));
    }
    print(country, &found, context)?;
    if !known {
        context.note(&unknown(country, &found, context));
    }
    Ok(())
}

/// A country by code or name; a code that is in no list of countries may have holidays all the same: Kosovo.
fn country(text: &str) -> Result<Country, Fault> {
    let listed = filter::country(text);
    let unlisted = Country::new(text.trim()).filter(|code| known_years().any(|year| holidays_known(*code, year)));
    listed.or_else(|fault| unlisted.ok_or(fault))
}

fn json(country: Country, found: &NextWorkday, known: bool, lang: Lang) -> NextWorkdayJson {
    let skipped = found.skipped.iter().map(|(date, skip)| {
        let (reason, kind, estimated) = match skip {
            Skip::Weekend => ("weekend".to_owned(), "weekend", false),
            Skip::Holiday(holiday) => (holiday.name(lang).to_string(), "holiday", holiday.estimated),
        };
        SkippedJson { date: *date, reason, kind, estimated }
    });
    let skipped = skipped.collect();
    let NextWorkday { wanted, next, .. } = *found;
    NextWorkdayJson { country: country.to_string(), wanted, next, skipped, holidays_known: known }
}

fn print(country: Country, found: &NextWorkday, context: &Context) -> Done {
    let words = context.words();
    let key = if found.skipped.is_empty() { "cli-workday-is" } else { "cli-workday-next" };
    let say = Say::new(key).with("country", name(country, context)).with("date", dated(found.next, words));
    context.say(&say)?;
    if found.skipped.is_empty() {
        return Ok(());
    }
    let mut table = Table::new().flexible(2);
    for (date, skip) in &found.skipped {
        let (reason, tint) = match skip {
            Skip::Weekend => (words.get("cli-workday-weekend"), Tint::Faint),
            Skip::Holiday(holiday) if holiday.estimated => {
                let name = holiday.name(context.lang).to_string();
                (words.with("cli-workday-estimated", &[("holiday", name.into())]), Tint::Warn)
            }
            Skip::Holiday(holiday) => (holiday.name(context.lang), Tint::Plain),
        };
        table.row([(Safe::new(&date.to_string()), Tint::Plain), (weekday(*date, words), Tint::Faint), (reason, tint)]);
    }
    context.out.table(&table)
}

fn unknown(country: Country, found: &NextWorkday, context: &Context) -> Say {
    Say::new("cli-workday-unknown").with("country", name(country, context)).with("year", found.next.year().to_string())
}

/// Its name; the code where it has none here.
fn name(country: Country, context: &Context) -> String {
    match country_name(country, context.lang) {
        "" => country.to_string(),
        name => name.to_owned(),
    }
}

/// `Mon 2026-12-28`
fn dated(date: NaiveDate, words: &Words) -> String {
    let args = [("date", date.to_string().into()), ("weekday", weekday(date, words).to_string().into())];
    words.with("date-weekday", &args).to_string()
}

fn weekday(date: NaiveDate, words: &Words) -> Safe {
    words.get(&format!("weekday-{}", date.weekday().number_from_monday()))
}

#[cfg(test)]
mod tests;
