//! Full disks, files for looking only, damaged, foreign and newer files: each is named, and loses nothing.

use crate::support::*;
use rusqlite::Connection;
use std::{env, fs, path::Path, process::Command};
use tradewind::{
    domain::*,
    store::{Store, StoreError},
};

const FULL: &str = "TRADEWIND_TEST_FULL_FILE";

fn open_error(path: &Path) -> StoreError {
    match Store::open(path, &now()) {
        Ok(_) => panic!("{} opened", path.display()),
        Err(error) => error,
    }
}

#[cfg(unix)]
#[test]
fn the_file_and_its_folder_are_private_from_the_first_byte() {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| fs::metadata(path).unwrap().permissions().mode() & 0o777;
    let place = place();
    let mut store = open(&place);
    save(&mut store, muller());
    tradewind::store::backup::take(&store, tradewind::store::backup::Reason::Asked, &now()).unwrap();
    assert_eq!(mode(&place.file), 0o600);
    assert_eq!(mode(place.file.parent().unwrap()), 0o700);
    let folder = tradewind::store::backup::folder(&place.file);
    assert_eq!(mode(&folder), 0o700);
    for entry in fs::read_dir(folder).unwrap() {
        assert_eq!(mode(&entry.unwrap().path()), 0o600);
    }
}

/// Not a test but the child: works until its file may not grow any more.
#[cfg(unix)]
#[test]
fn full_child() {
    let Some(file) = env::var_os(FULL) else { return };
    let mut store = Store::open(file.as_ref(), &now()).unwrap();
    let mut count = all(&store).len();
    let error = loop {
        let mut dossier = muller();
        dossier.fields.notes = "x".repeat(20_000).into();
        match store.commit(&Edit::Save(Box::new(dossier)), &now()) {
            Ok(_) => count += 1,
            Err(error) => break error,
        }
    };
    assert!(matches!(&error, StoreError::Full { path } if Path::new(&file) == path), "{error:?}");
    assert_eq!(error.say().key, "store-full");
    assert_eq!(all(&store).len(), count, "what was there is there");
    assert!(store.check().unwrap().is_whole());
    println!("full after {count}");
}

#[cfg(unix)]
#[test]
fn a_full_disk_is_said_and_loses_nothing() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, muller());
    drop(store);
    // A limit on the size of files stands for the full disk; SQLite sees a write that stops short. The shell ignores
    // the signal that comes with it, and the child inherits that.
    let script = "trap '' XFSZ; ulimit -f 600; exec \"$0\" --exact trouble::full_child --nocapture";
    let output = Command::new("bash")
        .args(["-c", script])
        .arg(env::current_exe().unwrap())
        .env(FULL, &place.file)
        .output()
        .unwrap();
    let out = String::from_utf8_lossy(&output.stdout);
    assert!(
        output.status.success() && out.contains("full after"),
        "{out}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    let store = open(&place);
    assert!(all(&store).len() > 1 && store.check().unwrap().is_whole());
}

#[test]
fn a_file_for_looking_only_can_be_looked_at() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    drop(store);
    let mut permissions = fs::metadata(&place.file).unwrap().permissions();
    permissions.set_readonly(true);
    fs::set_permissions(&place.file, permissions).unwrap();
    let mut store = open(&place);
    assert!(store.read_only());
    assert_eq!(all(&store).len(), 1);
    assert_eq!(store.first_page(10, &now()).unwrap().bundles.len(), 1);
    for error in [
        store.commit(&set_tier(&[id], Tier::A), &now()).unwrap_err(),
        store.undo(&now()).unwrap_err(),
        store.redo(&now()).unwrap_err(),
    ] {
        assert!(matches!(&error, StoreError::ReadOnly { path } if *path == place.file));
    }
}

#[test]
fn what_is_no_file_of_ours_stays_untouched() {
    let place = place();
    fs::create_dir_all(place.file.parent().unwrap()).unwrap();
    let other = place.folder.path().join("other.db");
    Connection::open(&other).unwrap().execute_batch("CREATE TABLE t (x); PRAGMA user_version = 1").unwrap();
    fs::write(&place.file, "name,company\nTom,Cork\n".repeat(20)).unwrap();
    for (path, key) in [(&other, "store-foreign"), (&place.file, "store-unreadable")] {
        let before = fs::read(path).unwrap();
        assert_eq!(open_error(path).say().key, key);
        assert_eq!(fs::read(path).unwrap(), before);
    }
    let missing = place.folder.path().join("missing.db");
    assert!(matches!(Store::open_existing(&missing, &now()), Err(StoreError::Missing { path }) if path == missing));
    let folder = place.file.parent().unwrap();
    assert!(matches!(Store::open_existing(folder, &now()), Err(StoreError::Folder { path }) if path == folder));
    assert!(matches!(Store::open(folder, &now()), Err(StoreError::Folder { path }) if path == folder));
    assert!(!missing.exists());
}

#[test]
fn a_newer_file_is_refused_untouched() {
    let place = place();
    drop(open(&place));
    Connection::open(&place.file).unwrap().execute_batch("PRAGMA user_version = 999").unwrap();
    let before = fs::read(&place.file).unwrap();
    let error = open_error(&place.file);
    assert!(matches!(&error, StoreError::Newer { path, version: 999, .. } if *path == place.file), "{error}");
    assert!(matches!(Store::open_read_only(&place.file), Err(StoreError::Newer { .. })));
    assert_eq!(fs::read(&place.file).unwrap(), before);
}

#[test]
fn a_damaged_file_is_named() {
    let place = place();
    let mut store = open(&place);
    for n in 0..200 {
        store.commit(&Edit::Save(Box::new(Dossier { contacts: vec![], ..named(&format!("{n}")) })), &now()).unwrap();
    }
    drop(store);
    let whole = fs::read(&place.file).unwrap();
    // Every page but the first as something else left it.
    let mut bytes = whole.clone();
    bytes[4096..].iter_mut().enumerate().for_each(|(at, byte)| *byte = (at % 251) as u8);
    fs::write(&place.file, &bytes).unwrap();
    let error = match Store::open(&place.file, &now()) {
        Err(error) => error,
        Ok(store) => store.first_page(10, &now()).unwrap_err(),
    };
    assert!(matches!(&error, StoreError::Damaged { path, .. } if *path == place.file), "{error:?}");
    // Cut short.
    fs::write(&place.file, &whole[..4096 * 3]).unwrap();
    let error = match Store::open(&place.file, &now()) {
        Err(error) => error,
        Ok(store) => match store.check() {
            Ok(report) => {
                assert!(!report.is_whole());
                return;
            }
            Err(error) => error,
        },
    };
    assert!(matches!(&error, StoreError::Damaged { .. }), "{error:?}");
}

#[test]
fn a_file_of_the_first_schema_opens() {
    let place = place();
    fs::create_dir_all(place.file.parent().unwrap()).unwrap();
    let conn = Connection::open(&place.file).unwrap();
    conn.execute_batch(include_str!("../../assets/migrations/0001.sql")).unwrap();
    conn.execute_batch(
        "INSERT INTO customer (created_at, name, tier) VALUES (1700000000, 'Tom', 'A');
         INSERT INTO channel (customer_id, kind, handle) VALUES (1, 'email', 'tom@example.com');
         PRAGMA application_id = 0x54726457; PRAGMA user_version = 1;",
    )
    .unwrap();
    drop(conn);
    let mut store = open(&place);
    let bundle = store.bundle(CustomerId(1)).unwrap().unwrap();
    assert_eq!((&*bundle.customer.name, bundle.customer.tier, bundle.channels.len()), ("Tom", Tier::A, 1));
    let report = store.check().unwrap();
    assert!(report.is_whole(), "its triggers are made where there are none: {report:?}");
    store.commit(&set_tier(&[CustomerId(1)], Tier::B), &now()).unwrap();
    store.undo(&now()).unwrap();
    assert_eq!(store.bundle(CustomerId(1)).unwrap().unwrap(), bundle);
}

#[test]
fn every_error_has_its_sentence_in_both_languages() {
    for locale in ["en", "zh-CN"] {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("assets/locales").join(locale).join("store.ftl");
        let words = fs::read_to_string(path).unwrap();
        let source = include_str!("../../src/store/error.rs");
        let keys = source.split('"').filter(|part| part.starts_with("store-"));
        for key in keys {
            assert!(words.lines().any(|line| line.starts_with(&format!("{key} ="))), "{locale}: {key}");
        }
    }
}
