//! `tradewind stats`: what the figures say.

use super::{Context, Done, Fault};
use crate::domain::mirror::{Mirror, Rate};
use crate::domain::{Now, Safe};
use crate::runtime::mirror::survey;
use crate::store::Store;
use chrono::{NaiveDate, NaiveTime, TimeZone};
use serde::Serialize;

mod answers;
mod follow_ups;
mod funnel;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_enum, value_name = "WHAT")]
    what: What,
    #[arg(long, value_name = "DATE")]
    as_of: Option<NaiveDate>,
    #[arg(long)]
    json: bool,
}

/// Which figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
enum What {
    Funnel,
    FollowUps,
    Answers,
}

pub fn run(args: &Args, context: &Context) -> Done {
    match args.what {
        What::Funnel => funnel::run(args, context),
        What::FollowUps => follow_ups::run(args, context),
        What::Answers => answers::run(args, context),
    }
}

/// The mirror as of the end of a day, or now.
fn mirror(args: &Args, store: &Store, context: &Context) -> Result<Mirror, Fault> {
    let now = context.now();
    let now = args.as_of.filter(|day| *day != now.today()).map_or_else(|| now.clone(), |day| end_of(day, &now));
    Ok(survey(store, &context.config.stages, &now)?)
}

/// The last second of a day on the exporter's calendar.
fn end_of(day: NaiveDate, now: &Now) -> Now {
    let last = day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default());
    let instant = now.offset.from_local_datetime(&last).single().map_or(now.instant, |at| at.to_utc());
    Now { instant, ..now.clone() }
}

/// A rate, and whose it is. `rate` is in percent; null, as the median is, of fewer than five.
#[derive(Serialize)]
struct RateJson {
    key: Option<String>,
    sent: usize,
    answered: usize,
    rate: Option<usize>,
    median_hours: Option<f64>,
}

impl RateJson {
    fn new(key: Option<String>, rate: &Rate) -> Self {
        Self {
            key,
            sent: rate.n,
            answered: rate.answered,
            rate: rate.percent(),
            median_hours: rate.median.map(hours),
        }
    }
}

/// To a tenth.
#[allow(clippy::cast_precision_loss)]
fn hours(time: chrono::TimeDelta) -> f64 {
    (time.num_minutes() as f64 / 6.0).round() / 10.0
}

fn plain(text: &str) -> Safe {
    Safe::new(text)
}

/// `62 %`; of a handful a dash.
fn percent(percent: Option<usize>) -> Safe {
    percent.map_or_else(|| plain("–"), |percent| plain(&format!("{percent} %")))
}
