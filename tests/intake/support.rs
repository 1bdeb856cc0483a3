//! What the tests share: the data folder, a fixed now, and a stand-in for the store.

use chrono::{DateTime, FixedOffset};
use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use tradewind::domain::{
    Bundle, Channel, ChannelId, Contact, ContactId, Customer, CustomerId, Direction, Dossier, Edit, FollowUp,
    FollowUpId, FollowUpState, Now,
};
use tradewind::intake::{Known, Options, Records, Report, Sheet, load, plan, read_file, records};

/// The folder of real data, or nothing and one line.
pub fn data(path: &str) -> Option<PathBuf> {
    let root = std::env::var_os("TRADEWIND_DATA")
        .map_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../shared/data"), PathBuf::from);
    let path = root.join(path);
    if !path.exists() {
        println!("skipped: {} is not there", path.display());
        return None;
    }
    Some(path)
}

pub fn now() -> Now {
    Now {
        instant: DateTime::parse_from_rfc3339("2026-11-22T02:14:00Z").unwrap().to_utc(),
        zone: "Asia/Shanghai".into(),
        offset: FixedOffset::east_opt(8 * 3600).unwrap(),
    }
}

pub fn sheet(path: &Path) -> Sheet {
    load(path, &Options::default()).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

pub fn text(name: &str, text: &str) -> Sheet {
    read_file(Path::new(name), text.as_bytes().to_vec(), &Options::default()).unwrap()
}

/// A board that takes imports in.
#[derive(Default)]
pub struct Board {
    pub bundles: HashMap<CustomerId, Bundle>,
    next: RefCell<i64>,
}

impl Board {
    fn id(&self) -> i64 {
        *self.next.borrow_mut() += 1;
        *self.next.borrow()
    }

    pub fn plan(&self, records: Records, options: &Options) -> (Option<Edit>, Report) {
        let mut known = Known::default();
        let mut ids: Vec<_> = self.bundles.keys().copied().collect();
        ids.sort();
        ids.iter().for_each(|id| known.add(&self.bundles[id]));
        let lookup = |id| self.bundles.get(&id).cloned();
        let plan = plan(records, &known, &lookup, options, &now(), &mut |_, _| ControlFlow::Continue(()));
        adds_up(&plan.report);
        (plan.edit, plan.report)
    }

    pub fn import(&mut self, sheet: &Sheet) -> Report {
        self.import_with(sheet, &Options::default())
    }

    pub fn import_with(&mut self, sheet: &Sheet, options: &Options) -> Report {
        let (edit, report) = self.plan(records(sheet, options, &now()), options);
        if let Some(Edit::Import { dossiers, .. }) = edit {
            assert!(report.created + report.updated > 0);
            dossiers.into_iter().for_each(|dossier| self.write(dossier));
        } else {
            assert_eq!((report.created, report.updated), (0, 0));
        }
        report
    }

    fn write(&mut self, dossier: Dossier) {
        let id = dossier.id.unwrap_or_else(|| CustomerId(self.id()));
        let old = self.bundles.remove(&id).unwrap_or_default();
        let contacts: Vec<Contact> = dossier
            .contacts
            .into_iter()
            .map(|c| Contact { id: c.id.unwrap_or_else(|| ContactId(self.id())), name: c.name, role: c.role })
            .collect();
        let channels = dossier.channels.into_iter().map(|c| Channel {
            id: c.id.unwrap_or_else(|| ChannelId(self.id())),
            contact: c.contact.map(|at| contacts[at].id),
            kind: c.kind,
            handle: c.handle,
            norm: c.norm,
            primary: c.primary,
            emergency: c.emergency,
        });
        let said = |direction| dossier.interactions.iter().filter(|i| i.direction == direction).map(|i| i.at).max();
        let mut follow_ups = old.follow_ups;
        follow_ups.extend(dossier.follow_ups.iter().map(|f| FollowUp {
            id: FollowUpId(0),
            here: f.due.written(),
            due: f.due.clone(),
            note: f.note.clone(),
            state: FollowUpState::Open,
            closed_at: None,
            made: Default::default(),
            reason: Default::default(),
        }));
        let bundle = Bundle {
            customer: Customer { id, created_at: now().instant, fields: dossier.fields },
            channels: channels.collect(),
            care_dates: dossier.care_dates,
            follow_ups,
            last_in: old.last_in.max(said(Direction::In)),
            last_out: old.last_out.max(said(Direction::Out)),
            contacts,
            ..Bundle::default()
        };
        self.bundles.insert(id, bundle);
    }

    pub fn named(&self, name: &str) -> &Bundle {
        let mut found = self.bundles.values().filter(|bundle| *bundle.customer.name == *name);
        let first = found.next().unwrap_or_else(|| panic!("nobody is called {name}"));
        assert!(found.next().is_none(), "several are called {name}");
        first
    }
}

pub fn adds_up(report: &Report) {
    let sum = report.created + report.updated + report.unchanged + report.skipped + report.failed;
    assert_eq!(report.read, sum, "{report:?}");
}
