//! Which backups stay: the newest, and the newest of each of the last days, weeks and months.

use super::{BackupInfo, list, remove};
use crate::domain::Now;
use crate::store::Result;
use chrono::Datelike;
use std::{collections::HashSet, path::Path};

/// How many backups stay, of each sort.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Keep {
    /// The newest; at least one.
    pub recent: usize,
    pub daily: usize,
    pub weekly: usize,
    pub monthly: usize,
}

impl Default for Keep {
    fn default() -> Self {
        Self { recent: 10, daily: 7, weekly: 4, monthly: 12 }
    }
}

/// Removes the backups that are neither recent nor the newest of their day, week or month.
pub fn prune(db: &Path, keep: Keep, now: &Now) -> Result<()> {
    let all = list(db);
    let stay = staying(&all, keep, now);
    for (info, stays) in all.iter().zip(stay) {
        if !stays {
            remove(&info.path)?;
        }
    }
    Ok(())
}

/// Which of these, the newest first, stay.
fn staying(all: &[BackupInfo], keep: Keep, now: &Now) -> Vec<bool> {
    let mut stay = all.iter().enumerate().map(|(at, _)| at < keep.recent.max(1)).collect::<Vec<_>>();
    let date = |info: &BackupInfo| info.at.with_timezone(&now.offset).date_naive();
    let day = |info: &BackupInfo| (date(info).year(), date(info).ordinal());
    let week = |info: &BackupInfo| (date(info).iso_week().year(), date(info).iso_week().week());
    let month = |info: &BackupInfo| (date(info).year(), date(info).month());
    newest_of(all, &mut stay, keep.daily, day);
    newest_of(all, &mut stay, keep.weekly, week);
    newest_of(all, &mut stay, keep.monthly, month);
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
