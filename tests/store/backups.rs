//! Backups: made when they must be, verified, thinned out, and a restore rehearsed.

use crate::support::*;
use std::{fs, ops::ControlFlow};
use tradewind::{
    domain::*,
    store::{
        Store, StoreError,
        backup::{self, Reason},
    },
};

fn reasons(place: &Place) -> Vec<Reason> {
    backup::list(&place.file).into_iter().map(|info| info.reason).collect()
}

fn import(count: usize) -> Edit {
    let dossiers = (0..count).map(|n| named(&format!("Row {n}"))).collect();
    Edit::Import { source: "list.csv".into(), dossiers }
}

#[test]
fn what_changes_much_is_backed_up_first() {
    let place = place();
    let mut store = open(&place);
    store.commit(&import(150), &now()).unwrap();
    assert_eq!(reasons(&place), [], "nothing to lose in an empty file");
    let later = now().after(chrono::Duration::seconds(1));
    store.commit(&import(1), &later).unwrap();
    let ids = (1..=150).map(CustomerId).collect::<Vec<_>>();
    let later = now().after(chrono::Duration::seconds(2));
    store.commit(&set_tier(&ids[..99], Tier::A), &later).unwrap();
    store.commit(&set_tier(&ids, Tier::A), &later).unwrap();
    assert_eq!(reasons(&place), [Reason::BeforeBulk, Reason::BeforeImport]);
    let before = Store::open_read_only(&backup::list(&place.file)[0].path).unwrap();
    assert_eq!(all(&before).iter().filter(|bundle| bundle.customer.tier == Tier::A).count(), 99);
    assert!(before.check().unwrap().is_whole());
}

#[test]
fn a_change_of_much_does_not_go_without_its_backup() {
    let place = place();
    let mut store = open(&place);
    store.commit(&import(150), &now()).unwrap();
    fs::write(backup::folder(&place.file), "in the way").unwrap();
    let ids = (1..=150).map(CustomerId).collect::<Vec<_>>();
    let error = store.commit(&Edit::Delete { customers: ids.clone() }, &now()).unwrap_err();
    assert!(matches!(error, StoreError::NoBackup { .. }), "{error}");
    assert_eq!(all(&store).len(), 150);
    store.commit(&Edit::Delete { customers: ids[..5].to_vec() }, &now()).unwrap();
}

#[test]
fn the_first_change_of_a_day_is_due_once() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, named("Tom"));
    assert_eq!(backup::due(&store, &now()), Some(Reason::Daily));
    let looking = Store::open_read_only(&place.file).unwrap();
    backup::take(&looking, Reason::Daily, &now()).unwrap();
    assert_eq!(backup::due(&store, &now()), None);
    assert_eq!(backup::due(&store, &now().after(chrono::Duration::days(1))), Some(Reason::Daily));
}

#[test]
fn old_backups_are_thinned_out() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, named("Tom"));
    // Three a day for 400 days.
    let (folder, day) = (backup::folder(&place.file), chrono::Duration::days(1));
    fs::create_dir_all(&folder).unwrap();
    for n in 0..400 {
        for hour in [1, 5, 9] {
            let at = now().instant - day * n - chrono::Duration::hours(hour);
            fs::write(folder.join(format!("trade-{}-daily.db", at.format("%Y%m%dT%H%M%SZ"))), "").unwrap();
        }
    }
    fs::write(folder.join("mine.txt"), "not a backup").unwrap();
    backup::take(&store, Reason::Asked, &now()).unwrap();
    let all = backup::list(&place.file);
    let days = all.iter().map(|info| (now().instant - info.at).num_days()).collect::<Vec<_>>();
    assert!((10 + 3 + 2 + 10..=10 + 7 + 4 + 12).contains(&all.len()), "{days:?}");
    assert_eq!(all[0].reason, Reason::Asked);
    assert!(days.iter().filter(|days| **days < 7).count() >= 10);
    assert!((300..366).contains(days.last().unwrap()), "a year back: {days:?}");
    assert!(folder.join("mine.txt").exists());
    let kept = all.iter().map(|info| info.path.clone()).collect::<Vec<_>>();
    backup::prune(&place.file, backup::Keep::default(), &now()).unwrap();
    assert_eq!(backup::list(&place.file).into_iter().map(|info| info.path).collect::<Vec<_>>(), kept);
}

#[test]
fn a_restore_brings_the_file_back_and_every_window_sees_it() {
    let place = place();
    let mut store = open(&place);
    let id = save(&mut store, muller());
    let saved = backup::take(&store, Reason::Asked, &now()).unwrap();
    let dump = store.dump().unwrap();
    store.commit(&Edit::Delete { customers: vec![id] }, &now()).unwrap();
    save(&mut store, named("Ann"));
    let mut other = open(&place);
    let lost = store.dump().unwrap();

    let later = now().after(chrono::Duration::minutes(5));
    backup::restore(&place.file, &saved, &later).unwrap();
    for window in [&mut store, &mut other] {
        let changes = window.poll().unwrap().unwrap();
        assert!(changes.reload && changes.cause == Cause::RestoredElsewhere);
        assert_eq!(window.dump().unwrap(), dump);
    }
    assert!(store.check().unwrap().is_whole());
    // Its own commit stays one, also where a restore was not heard of yet.
    backup::restore(&place.file, &saved, &later).unwrap();
    assert_eq!(store.commit(&set_tier(&[id], Tier::C), &later).unwrap().cause, Cause::Committed);
    other.poll().unwrap();
    store.undo(&later).unwrap();
    other.poll().unwrap();
    // The open window works on, and what stood before the restore is not lost either.
    store.commit(&set_tier(&[id], Tier::A), &later).unwrap();
    assert_eq!(other.poll().unwrap().unwrap().customers.len(), 1);
    store.undo(&later).unwrap();
    store.undo(&later).unwrap();
    assert_eq!(store.dump().unwrap(), "", "its log came along");
    let before = backup::list(&place.file).into_iter().find(|info| info.reason == Reason::BeforeRestore).unwrap();
    backup::restore(&place.file, &before.path, &later).unwrap();
    assert_eq!(store.dump().unwrap(), lost);
    let left = fs::read_dir(place.file.parent().unwrap()).unwrap().map(|e| e.unwrap().file_name());
    assert_eq!(left.count(), 2, "the file and its backups");
}

#[test]
fn a_restore_replaces_a_damaged_file_and_keeps_it_aside() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, muller());
    let saved = backup::take(&store, Reason::Asked, &now()).unwrap();
    let dump = store.dump().unwrap();
    drop(store);
    fs::write(&place.file, "rubbish").unwrap();
    backup::restore(&place.file, &saved, &now()).unwrap();
    assert_eq!(open(&place).dump().unwrap(), dump);
    let aside = fs::read_dir(backup::folder(&place.file)).unwrap().map(|entry| entry.unwrap().path());
    let aside = aside.into_iter().find(|path| path.to_string_lossy().ends_with("damaged")).unwrap();
    assert_eq!(fs::read_to_string(aside).unwrap(), "rubbish");
}

#[test]
fn a_broken_backup_is_not_restored() {
    let place = place();
    let mut store = open(&place);
    for n in 0..100 {
        save(&mut store, named(&format!("{n}")));
    }
    let saved = backup::take(&store, Reason::Asked, &now()).unwrap();
    let mut bytes = fs::read(&saved).unwrap();
    let middle = bytes.len() / 2;
    bytes[middle..middle + 4096].fill(0x5a);
    fs::write(&saved, bytes).unwrap();
    let dump = store.dump().unwrap();
    let error = backup::restore(&place.file, &saved, &now()).unwrap_err();
    assert!(matches!(&error, StoreError::BadBackup { path, .. } if *path == saved), "{error}");
    assert_eq!(store.dump().unwrap(), dump);
    assert_eq!(store.poll().unwrap(), None);
}

#[test]
fn an_interrupted_import_leaves_its_backup_and_nothing_else() {
    let place = place();
    let mut store = open(&place);
    save(&mut store, named("Tom"));
    let dump = store.dump().unwrap();
    let stopped = store.commit_with(&import(10), &now(), &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StoreError::Interrupted)));
    assert_eq!((store.dump().unwrap(), reasons(&place)), (dump, vec![Reason::BeforeImport]));
}

#[test]
fn what_one_import_just_brought_is_backed_up_with_the_next_change() {
    let place = place();
    let mut store = open(&place);
    store
        .commit(&Edit::Import { source: "list.csv".into(), dossiers: vec![named("Acme"), named("Bolt")] }, &now())
        .unwrap();
    assert_eq!(backup::due(&store, &now()), None);
    store.commit(&Edit::SetTier { customers: vec![CustomerId(1)], tier: Tier::A }, &now()).unwrap();
    assert_eq!(backup::due(&store, &now()), Some(backup::Reason::Daily));
    backup::take(&store, backup::Reason::Daily, &now()).unwrap();
    assert_eq!(backup::due(&store, &now()), None);
}

#[test]
fn what_was_typed_is_backed_up_at_once() {
    let place = place();
    let mut store = open(&place);
    store.commit(&Edit::Save(Box::new(named("Acme"))), &now()).unwrap();
    assert_eq!(backup::due(&store, &now()), Some(backup::Reason::Daily));
}
