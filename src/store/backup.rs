//! Copies of the file beside it: verified before they count, private, thinned out with age, and brought back whole.

use super::{
    Result, Store, StoreError, check, feed,
    open::{self, Want, at, connect, folder_of, make_folder, make_private},
};
use crate::domain::{Edit, Now};
use chrono::{DateTime, NaiveDateTime, Utc};
use rusqlite::{Connection, backup::Backup};
use std::{
    fs::{self, File},
    path::{Path, PathBuf},
    time::Duration,
};

mod retention;

pub use retention::{Keep, prune};

/// Why a backup was made; part of its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Before the first change of a day.
    Daily,
    BeforeImport,
    BeforeBulk,
    BeforeMigration,
    BeforeRestore,
    Asked,
}

impl Reason {
    const ALL: [Self; 6] =
        [Self::Daily, Self::BeforeImport, Self::BeforeBulk, Self::BeforeMigration, Self::BeforeRestore, Self::Asked];

    /// As a backup's name says it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Daily => "daily",
            Self::BeforeImport => "before-import",
            Self::BeforeBulk => "before-bulk",
            Self::BeforeMigration => "before-migration",
            Self::BeforeRestore => "before-restore",
            Self::Asked => "asked",
        }
    }
}

/// A backup in the folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BackupInfo {
    pub path: PathBuf,
    pub at: DateTime<Utc>,
    pub reason: Reason,
    pub bytes: u64,
}

/// How many customers or follow-ups make a change a bulk change.
pub const BULK: usize = 100;

const STAMP: &str = "%Y%m%dT%H%M%SZ";

/// Where the backups of a file are: beside it.
pub fn folder(db: &Path) -> PathBuf {
    folder_of(db).join(format!("{}.backups", stem(db)))
}

fn stem(db: &Path) -> String {
    db.file_stem().map_or_else(|| "trade".to_owned(), |stem| stem.to_string_lossy().into_owned())
}

/// Which backup this change must not go without.
pub fn needed_for(edit: &Edit) -> Option<Reason> {
    let rows = match edit {
        Edit::Import { dossiers, .. } if !dossiers.is_empty() => return Some(Reason::BeforeImport),
        Edit::ImportOrders { .. } => return Some(Reason::BeforeImport),
        Edit::SetTier { customers, .. }
        | Edit::SetStage { customers, .. }
        | Edit::SetFavourite { customers, .. }
        | Edit::SetStatus { customers, .. }
        | Edit::Tag { customers, .. }
        | Edit::Delete { customers }
        | Edit::Plan { customers, .. } => customers.len(),
        Edit::Move { moves } => moves.len(),
        Edit::File { tiers } => tiers.len(),
        Edit::Done { follow_ups, .. } => follow_ups.len(),
        Edit::Drop { follow_ups, .. } => follow_ups.len(),
        _ => 0,
    };
    (rows >= BULK).then_some(Reason::BeforeBulk)
}

/// Whether today's first backup is still to be made: asked after a change, answered in a slow thread with its own
/// [`Store::open_read_only`]. None for a file that has nothing but what one import just put there: that is in the
/// exporter's files, and the next change brings the backup.
pub fn due(store: &Store, now: &Now) -> Option<Reason> {
    let today = |info: &BackupInfo| now.days_since(info.at) == 0;
    let backed_up = list(&store.path).iter().any(today);
    if backed_up || is_one_import(&store.conn).unwrap_or(false) { None } else { Some(Reason::Daily) }
}

fn is_one_import(conn: &Connection) -> Result<bool> {
    let sql = "SELECT count(*) = 1 AND min(label) IN ('op-import', 'op-import-orders') FROM op";
    Ok(conn.query_row(sql, [], |row| row.get(0))?)
}

/// Makes the backup that a change needs; none for a file without customers, where there is nothing to lose.
pub(super) fn before(store: &Store, reason: Reason, now: &Now) -> Result<()> {
    let made = at(&store.path, || {
        if reason != Reason::BeforeMigration && check::count(&store.conn, "op")? == 0 {
            return Ok(());
        }
        take(store, reason, now).map(drop)
    });
    made.map_err(|source| StoreError::NoBackup { source: Box::new(source) })
}

/// Makes a backup in the folder, verifies it, and thins out the old ones.
pub fn take(store: &Store, reason: Reason, now: &Now) -> Result<PathBuf> {
    let folder = folder(&store.path);
    make_folder(&folder).map_err(|source| StoreError::Io { path: folder.clone(), source })?;
    let target = free_name(&folder, &stem(&store.path), reason, now);
    to_file(store, &target)?;
    prune(&store.path, store.keep, now)?;
    Ok(target)
}

fn free_name(folder: &Path, stem: &str, reason: Reason, now: &Now) -> PathBuf {
    let stamp = now.instant.format(STAMP);
    let name = |nth: usize| {
        let nth = if nth == 0 { String::new() } else { format!("-{nth}") };
        folder.join(format!("{stem}-{stamp}-{}{nth}.db", reason.as_str()))
    };
    let mut nth = 0;
    while name(nth).exists() {
        nth += 1;
    }
    name(nth)
}

/// Copies the file, whole and verified, to `target`, which appears at once or not at all.
pub fn to_file(store: &Store, target: &Path) -> Result<()> {
    let partial = target.with_extension("partial");
    let result = at(&partial, || {
        remove(&partial)?;
        make_private(&partial)?;
        copy(&store.conn, &partial)?;
        verify(&partial, Some(&store.conn))?;
        publish(&partial, target)
    });
    if result.is_err() {
        remove(&partial)?;
    }
    result
}

fn remove(path: &Path) -> Result<()> {
    match fs::remove_file(path) {
        Err(source) if source.kind() != std::io::ErrorKind::NotFound => {
            Err(StoreError::Io { path: path.to_owned(), source })
        }
        _ => Ok(()),
    }
}

/// All pages at one moment. No journal: a copy that breaks off is thrown away.
fn copy(from: &Connection, target: &Path) -> Result<()> {
    let mut to = Connection::open(target)?;
    to.execute_batch("PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE;")?;
    to.pragma_update_and_check(None, "journal_mode", "OFF", |_| Ok(()))?;
    Backup::new(from, &mut to)?.run_to_completion(i32::MAX, Duration::from_millis(20), None)?;
    Ok(())
}

/// The copy opens, is whole, and holds as many rows as what it was made from.
fn verify(path: &Path, source: Option<&Connection>) -> Result<()> {
    // A backup just made is checked page by page, one to be restored also index by index.
    let depth = if source.is_some() { "quick_check" } else { "integrity_check" };
    let copy = connect(path, false)?;
    let damaged = |detail: String| StoreError::Damaged { path: path.to_owned(), detail };
    let found: String = copy.query_row(&format!("PRAGMA {depth}(1)"), [], |row| row.get(0))?;
    if found != "ok" {
        return Err(damaged(found));
    }
    let Some(source) = source else { return Ok(()) };
    for table in super::schema::tables(source)? {
        let (here, there) = (check::count(source, &table.name)?, check::count(&copy, &table.name)?);
        if here != there {
            return Err(damaged(format!("{}: {there} of {here} rows", table.name)));
        }
    }
    Ok(())
}

/// On the disk, then under its name, then the name on the disk.
fn publish(partial: &Path, target: &Path) -> Result<()> {
    let wrong = |source| StoreError::Io { path: target.to_owned(), source };
    File::open(partial).and_then(|file| file.sync_all()).map_err(wrong)?;
    fs::rename(partial, target).map_err(wrong)?;
    #[cfg(unix)]
    File::open(folder_of(target)).and_then(|folder| folder.sync_all()).map_err(wrong)?;
    Ok(())
}

/// The backups of a file, the newest first.
pub fn list(db: &Path) -> Vec<BackupInfo> {
    let prefix = format!("{}-", stem(db));
    let Ok(entries) = fs::read_dir(folder(db)) else { return Vec::new() };
    let info = |entry: fs::DirEntry| {
        let name = entry.file_name().into_string().ok()?;
        let rest = name.strip_prefix(&prefix)?.strip_suffix(".db")?;
        let (stamp, reason) = rest.split_once('-')?;
        let at = NaiveDateTime::parse_from_str(stamp, STAMP).ok()?.and_utc();
        let reason = Reason::ALL.into_iter().find(|known| reason.starts_with(known.as_str()))?;
        Some(BackupInfo { path: entry.path(), at, reason, bytes: entry.metadata().ok()?.len() })
    };
    let mut all = entries.filter_map(|entry| info(entry.ok()?)).collect::<Vec<_>>();
    all.sort_by(|a, b| (b.at, &b.path).cmp(&(a.at, &a.path)));
    all
}

/// Puts the backup `from` in the place of the file: verified first, the present backed up first, all at once, and seen
/// by every open window.
pub fn restore(db: &Path, from: &Path, now: &Now) -> Result<()> {
    let bad = |source| StoreError::BadBackup { path: from.to_owned(), source: Box::new(source) };
    if !from.exists() {
        return Err(StoreError::Missing { path: from.to_owned() });
    }
    let verified = at(from, || {
        let source = connect(from, false)?;
        // An empty file is a whole one of SQLite's, and would be restored as an empty board.
        if open::identify(&source, from)? == 0 {
            return Err(StoreError::Foreign { path: from.to_owned() });
        }
        verify(from, None)?;
        Ok(source)
    });
    let source = verified.map_err(bad)?;
    let beside = db.with_extension("restoring");
    let result = prepare(&source, &beside, now).and_then(|()| replace(db, &beside, now));
    remove(&beside)?;
    result
}

/// A copy of the backup, brought up to date.
fn prepare(source: &Connection, beside: &Path, now: &Now) -> Result<()> {
    at(beside, || {
        remove(beside)?;
        make_private(beside)?;
        copy(source, beside)
    })?;
    open::open(beside, now, Want::Existing).map(drop)
}

fn replace(db: &Path, beside: &Path, now: &Now) -> Result<()> {
    match Store::open(db, now) {
        Ok(mut present) => {
            before(&present, Reason::BeforeRestore, now)?;
            let mut new = Store::open_existing(beside, now)?;
            feed::tell_restored(&mut new, &present)?;
            at(db, || {
                let copying = Backup::new(&new.conn, &mut present.conn)?;
                Ok(copying.run_to_completion(i32::MAX, Duration::from_millis(20), None)?)
            })
        }
        // What is there cannot be read at all: it is kept aside as it is.
        Err(StoreError::Damaged { .. } | StoreError::Unreadable { .. }) => {
            let folder = folder(db);
            let wrong = |source| StoreError::Io { path: folder.clone(), source };
            make_folder(&folder).map_err(wrong)?;
            let aside = folder.join(format!("{}-{}-damaged", stem(db), now.instant.format(STAMP)));
            fs::rename(db, aside).map_err(wrong)?;
            publish(beside, db)
        }
        Err(error) => Err(error),
    }
}
