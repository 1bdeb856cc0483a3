//! What the mirror's figures have in common on the command line.

use super::{Args, plain};
use crate::cli::{Context, Fault};
use crate::domain::mirror::{Mirror, Rate};
use crate::domain::{Now, Safe};
use crate::runtime::mirror::survey;
use crate::store::Store;
use chrono::{NaiveDate, NaiveTime, TimeZone};
use serde::Serialize;

/// The mirror as of the end of a day, or now.
pub(super) fn mirror(args: &Args, store: &Store, context: &Context) -> Result<Mirror, Fault> {
    Ok(survey(store, &context.config.stages, &context.config.reckoning, &moment(args, context))?)
}

/// The end of the day that is asked for; of today, now.
pub(super) fn moment(args: &Args, context: &Context) -> Now {
    let now = context.now();
    args.as_of.filter(|day| *day != now.today()).map_or_else(|| now.clone(), |day| end_of(day, &now))
}

/// The last second of a day on the exporter's calendar.
fn end_of(day: NaiveDate, now: &Now) -> Now {
    let last = day.and_time(NaiveTime::from_hms_opt(23, 59, 59).unwrap_or_default());
    let instant = now.offset.from_local_datetime(&last).single().map_or(now.instant, |at| at.to_utc());
    Now { instant, ..now.clone() }
}

/// A rate, and whose it is. `rate` is in percent; null, as the median is, of fewer than five.
#[derive(Serialize)]
pub(super) struct RateJson {
    key: Option<String>,
    sent: usize,
    answered: usize,
    rate: Option<usize>,
    median_hours: Option<f64>,
}

impl RateJson {
    pub(super) fn new(key: Option<String>, rate: &Rate) -> Self {
        Self { key, sent: rate.n, answered: rate.answered, rate: rate.percent(), median_hours: rate.median.map(hours) }
    }
}

/// To a tenth.
#[allow(clippy::cast_precision_loss)]
fn hours(time: chrono::TimeDelta) -> f64 {
    (time.num_minutes() as f64 / 6.0).round() / 10.0
}

/// `62 %`; of a handful a dash.
pub(super) fn percent(percent: Option<usize>) -> Safe {
    percent.map_or_else(|| plain("–"), |percent| plain(&format!("{percent} %")))
}
