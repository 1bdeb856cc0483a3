//! Figures over every sale of the file, read beside the board.

use crate::app::Msg;
use crate::domain::Now;
use crate::domain::reckoning::Reckoning;
use crate::domain::rfm::Rfm;
use crate::domain::suggest::{Desk, Drift};
use crate::store::{Store, StoreError};
use chrono::NaiveDate;
use std::path::Path;

pub(super) fn rfm(db: &Path, rules: &Reckoning, today: NaiveDate) -> Result<Rfm, StoreError> {
    let store = Store::open_read_only(db)?;
    let mut collector = rules.rfm(today);
    store.sales(&mut |sale| collector.add(&sale))?;
    Ok(Rfm::of(collector.sums(&rules.rates), today))
}

pub(super) fn drift(db: &Path, rules: &Reckoning, now: &Now) -> Result<Drift, StoreError> {
    let store = Store::open_read_only(db)?;
    let mut collector = rules.tiers(now.today());
    store.sales(&mut |sale| collector.add(&sale))?;
    let sums = collector.sums(&rules.rates);
    let mut desk = Desk::new(&sums, &rules.suggest, now);
    store.bundles(&mut |bundle| desk.look(&bundle))?;
    Ok(desk.end())
}

pub(super) fn failed(error: StoreError) -> Msg {
    Msg::Told { say: error.say(), good: false }
}
