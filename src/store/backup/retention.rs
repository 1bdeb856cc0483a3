//! Which backups stay: the 10 newest, and the newest of 7 days, 4 weeks and 12 months.

use super::{BackupInfo, list, remove};
use crate::domain::Now;
use crate::store::Result;
use chrono::Datelike;
use std::{collections::HashSet, path::Path};

const RECENT: usize = 10;
const DAYS: usize = 7;
const WEEKS: usize = 4;
const MONTHS: usize = 12;

/// Removes the backups that are neither recent nor the newest of their day, week or month.
pub fn prune(db: &Path, now: &Now) -> Result<()> {
    let all = list(db);
    let stay = keep(&all, now);
    for (info, stays) in all.iter().zip(stay) {
        if !stays {
            remove(&info.path)?;
        }
    }
    Ok(())
}

/// Which of these, the newest first, stay.
fn keep(all: &[BackupInfo], now: &Now) -> Vec<bool> {
    let mut stay = all.iter().enumerate().map(|(at, _)| at < RECENT).collect::<Vec<_>>();
    let date = |info: &BackupInfo| info.at.with_timezone(&now.offset).date_naive();
    let day = |info: &BackupInfo| (date(info).year(), date(info).ordinal());
    let week = |info: &BackupInfo| (date(info).iso_week().year(), date(info).iso_week().week());
    let month = |info: &BackupInfo| (date(info).year(), date(info).month());
    newest_of(all, &mut stay, DAYS, day);
    newest_of(all, &mut stay, WEEKS, week);
    newest_of(all, &mut stay, MONTHS, month);
    stay
}

fn newest_of(all: &[BackupInfo], stay: &mut [bool], periods: usize, period: impl Fn(&BackupInfo) -> (i32, u32)) {
    let mut seen = HashSet::new();
    for (info, stays) in all.iter().zip(stay) {
        if seen.len() < periods && seen.insert(period(info)) {
            *stays = true;
        }
    }
}
