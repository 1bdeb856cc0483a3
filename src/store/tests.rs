//! A file with many customers, for the tests of what is done to many at once.

use super::Store;
use crate::domain::{CustomerFields, Dossier, Edit, Now, rules::Rules};
use chrono::{DateTime, FixedOffset};

pub fn now() -> Now {
    Now {
        instant: DateTime::from_timestamp(1_795_313_640, 0).unwrap(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

/// Customers of these names, each planned for.
pub fn planned(names: impl Iterator<Item = String>) -> (tempfile::TempDir, Store) {
    let folder = tempfile::tempdir().unwrap();
    let mut store = Store::open(&folder.path().join("trade.db"), &now()).unwrap().planning(Rules::default());
    let named = |name: String| Dossier {
        fields: CustomerFields { name: name.into(), ..CustomerFields::default() },
        ..Dossier::default()
    };
    let edit = Edit::Import { source: "list.csv".into(), dossiers: names.map(named).collect() };
    store.commit(&edit, &now()).unwrap();
    (folder, store)
}
