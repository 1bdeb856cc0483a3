//! Opening: whose file it is, of which version, private from the first byte, set up to be durable.

use super::{Result, Store, StoreError, backup, feed, schema};
use crate::domain::Now;
use rusqlite::{Connection, OpenFlags, TransactionBehavior};
use std::{
    fs::{self, OpenOptions},
    io,
    path::{Path, PathBuf},
    time::Duration,
};

/// Older ones can lose a commit or misread a file.
const OLDEST_SQLITE: (i32, &str) = (3_051_003, "3.51.3");

/// How long a second window's commit is waited for.
const PATIENCE: Duration = Duration::from_secs(5);

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Want {
    Create,
    Existing,
}

/// Opens for work; falls back to looking only where the file cannot be written.
pub(super) fn open(path: &Path, now: &Now, want: Want) -> Result<Store> {
    check_sqlite()?;
    if !path.exists() {
        if want == Want::Existing {
            return Err(StoreError::Missing { path: path.to_owned() });
        }
        make_private(path)?;
    }
    let writable = may_write(path)?;
    if writable {
        close_empty(path)?;
    }
    at(path, || {
        let conn = connect(path, writable)?;
        let version = identify(&conn, path)?;
        let read_only = !writable || conn.is_readonly("main")?;
        if !read_only {
            make_durable(&conn)?;
        }
        let mut store = Store {
            conn,
            path: path.to_owned(),
            read_only,
            seen: 0,
            version: 0,
            keep: backup::Keep::default(),
            rules: None,
            mirrored: true,
        };
        prepare(&mut store, version, now)?;
        feed::start(&mut store)?;
        Ok(store)
    })
}

/// Opens for looking only.
pub(super) fn open_for_looking(path: &Path) -> Result<Store> {
    check_sqlite()?;
    if !path.exists() {
        return Err(StoreError::Missing { path: path.to_owned() });
    }
    at(path, || {
        let conn = connect(path, false)?;
        let mut store = Store {
            conn,
            path: path.to_owned(),
            read_only: true,
            seen: 0,
            version: 0,
            keep: backup::Keep::default(),
            rules: None,
            mirrored: true,
        };
        if identify(&store.conn, path)? < schema::VERSION {
            // Only its owner can bring it up to date; until then there is nothing to look at.
            return Err(StoreError::ReadOnly { path: path.to_owned() });
        }
        feed::start(&mut store)?;
        Ok(store)
    })
}

/// Names the file in the errors of `work`.
pub(super) fn at<T>(path: &Path, work: impl FnOnce() -> Result<T>) -> Result<T> {
    work().map_err(|error| error.at(path))
}

fn check_sqlite() -> Result<()> {
    if rusqlite::version_number() < OLDEST_SQLITE.0 {
        let (found, needed) = (rusqlite::version().to_owned(), OLDEST_SQLITE.1.to_owned());
        return Err(StoreError::OldSqlite { found, needed });
    }
    Ok(())
}

/// Makes an empty file that only its owner can read, in a folder that only its owner can enter.
pub(super) fn make_private(path: &Path) -> Result<()> {
    let wrong = |path: &Path, source| StoreError::Io { path: path.to_owned(), source };
    if let Some(folder) = path.parent().filter(|folder| !folder.as_os_str().is_empty()) {
        make_folder(folder).map_err(|source| wrong(folder, source))?;
    }
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    match options.open(path) {
        Ok(_) => Ok(()),
        // Another window made it first.
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Ok(()),
        Err(source) => Err(wrong(path, source)),
    }
}

/// An empty file, as `touch` makes one, is about to become a board: from then on its owner alone may read it.
fn close_empty(path: &Path) -> Result<()> {
    let wrong = |source| StoreError::Io { path: path.to_owned(), source };
    #[cfg(unix)]
    if fs::metadata(path).map_err(wrong)?.len() == 0 {
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o600);
        fs::set_permissions(path, private).map_err(wrong)?;
    }
    Ok(())
}

/// Makes a folder, and those above it, that only its owner can enter; one that is there stays as it is.
pub(super) fn make_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Whose file it is and of which version, read before anything is written: a file that is not for us stays untouched.
/// Through SQLite alone: to open and close the file beside it would drop the locks that this process has on it.
pub(super) fn identify(conn: &Connection, path: &Path) -> Result<i64> {
    let tables: i64 = conn.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))?;
    let application: i64 = conn.query_row("PRAGMA application_id", [], |row| row.get(0))?;
    if application != schema::APPLICATION_ID && (application != 0 || tables > 0) {
        return Err(StoreError::Foreign { path: path.to_owned() });
    }
    let version = user_version(conn)?;
    if version > schema::VERSION {
        return Err(StoreError::Newer { path: path.to_owned(), version, known: schema::VERSION });
    }
    Ok(version)
}

/// Root may write to any file: one marked as not to be written is looked at only, whoever asks.
fn may_write(path: &Path) -> Result<bool> {
    let wrong = |source| StoreError::Io { path: path.to_owned(), source };
    Ok(!fs::metadata(path).map_err(wrong)?.permissions().readonly())
}

/// A connection, set up. No indexes made on the spot: a statement that would want one reads a whole table for it.
pub(super) fn connect(path: &Path, write: bool) -> Result<Connection> {
    if path.is_dir() {
        return Err(StoreError::Folder { path: path.to_owned() });
    }
    let access = if write { OpenFlags::SQLITE_OPEN_READ_WRITE } else { OpenFlags::SQLITE_OPEN_READ_ONLY };
    let conn = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    conn.busy_timeout(PATIENCE)?;
    conn.set_prepared_statement_cache_capacity(128);
    conn.execute_batch(
        "PRAGMA trusted_schema = OFF; PRAGMA cell_size_check = ON; PRAGMA foreign_keys = ON;
         PRAGMA recursive_triggers = ON; PRAGMA automatic_index = OFF; PRAGMA temp_store = MEMORY;
         PRAGMA cache_size = -16384;",
    )?;
    Ok(conn)
}

fn make_durable(conn: &Connection) -> Result<()> {
    conn.execute_batch("PRAGMA secure_delete = ON; PRAGMA synchronous = EXTRA;")?;
    Ok(conn.pragma_update_and_check(None, "journal_mode", "DELETE", |_| Ok(()))?)
}

fn prepare(store: &mut Store, version: i64, now: &Now) -> Result<()> {
    if version == schema::VERSION {
        return if store.read_only { Ok(()) } else { mend_triggers(&mut store.conn) };
    }
    if store.read_only {
        return Err(StoreError::ReadOnly { path: store.path.clone() });
    }
    if version > 0 {
        backup::before(store, backup::Reason::BeforeMigration, now)?;
    }
    let tx = store.conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    // Another window may have been faster.
    let version = user_version(&tx)?;
    if version < schema::VERSION {
        schema::migrate(&tx, version)?;
        let broken = tx.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get::<_, i64>(0))?;
        if broken > 0 {
            let detail = format!("{broken} rows belong to nothing");
            return Err(StoreError::Damaged { path: store.path.clone(), detail });
        }
    }
    tx.commit()?;
    Ok(())
}

/// Triggers are made from the tables: where a file has others, from another build or another hand, they are made anew.
fn mend_triggers(conn: &mut Connection) -> Result<()> {
    if schema::wrong_triggers(conn)?.is_empty() {
        return Ok(());
    }
    let tx = conn.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::make_triggers(&tx)?;
    Ok(tx.commit()?)
}

fn user_version(conn: &Connection) -> Result<i64> {
    Ok(conn.query_row("PRAGMA user_version", [], |row| row.get(0))?)
}

/// The folder a file is in.
pub(super) fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}
