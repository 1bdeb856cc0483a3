//! Records against who is known: create, fill in, leave.

use super::known::{Bare, KEYS, Key, Likeness, Table, identifying};
use super::{Action, Conflict, Known, Options, Problem, Record, Records, Report, Sample, SheetNote};
use crate::domain::{Bundle, ChannelDraft, ContactDraft, CustomerId, Dossier, Edit, Now, Say, Stage, Text};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::ops::ControlFlow;

mod merge;
mod ready;
mod seen;

use merge::Merge;
pub(super) use ready::Ready;
use seen::Seen;

/// What an import will do.
#[derive(Clone, Debug, Default)]
pub struct Plan {
    /// `None`: nothing to write.
    pub edit: Option<Edit>,
    pub report: Report,
}

/// Records between two reports of progress.
const STEP: usize = 500;

/// Decides about every record. `lookup` fetches a known customer whole; `progress` hears how many of how many are done
/// and may break off, which leaves no edit.
pub fn plan(
    records: Records,
    known: &Known,
    lookup: &dyn Fn(CustomerId) -> Option<Bundle>,
    options: &Options,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Plan {
    let Records { sheets, read, records, skipped, failed, mut problems } = records;
    let more_problems = problems.len().saturating_sub(Report::LISTED);
    problems.truncate(Report::LISTED);
    let report = Report { read, skipped, failed, problems, more_problems, sheets, ..Report::default() };
    let desk = Desk {
        known,
        lookup,
        options,
        now,
        found: Table::default(),
        seen: Seen::default(),
        by_id: HashMap::new(),
        drafts: Vec::new(),
        report,
    };
    desk.work(records, progress)
}

/// A customer on the desk: a new one, or a known one that a row adds to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft {
    pub dossier: Dossier,
    last_contact: Option<DateTime<Utc>>,
    /// Something is planned already.
    planned: bool,
}

impl Draft {
    pub fn of_bundle(bundle: Bundle) -> Self {
        let last_contact = bundle.last_contact();
        let planned = !bundle.follow_ups.is_empty();
        let at = |id| bundle.contacts.iter().position(|contact| Some(contact.id) == id);
        let channels = bundle.channels.iter().map(|channel| ChannelDraft {
            id: Some(channel.id),
            contact: at(channel.contact),
            kind: channel.kind,
            handle: channel.handle.clone(),
            norm: channel.norm.clone(),
            primary: channel.primary,
            emergency: channel.emergency,
        });
        let contacts = bundle.contacts.iter().map(|contact| ContactDraft {
            id: Some(contact.id),
            name: contact.name.clone(),
            role: contact.role.clone(),
        });
        let dossier = Dossier {
            id: Some(bundle.customer.id),
            channels: channels.collect(),
            contacts: contacts.collect(),
            care_dates: bundle.care_dates,
            fields: bundle.customer.fields,
            ..Dossier::default()
        };
        Self { dossier, last_contact, planned }
    }
}

/// Whom a record turned out to be.
enum Match {
    /// On the desk already.
    Draft(usize),
    /// Known, and untouched so far.
    Known(Box<Draft>),
}

/// Whose a handle is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    Draft(usize),
    Known(CustomerId),
}

struct Desk<'a> {
    known: &'a Known,
    lookup: &'a dyn Fn(CustomerId) -> Option<Bundle>,
    options: &'a Options,
    now: &'a Now,
    /// Keys of what is on the desk, as far as any other row could ask for them.
    found: Table,
    seen: Seen,
    by_id: HashMap<CustomerId, usize>,
    drafts: Vec<Draft>,
    report: Report,
}

impl Desk<'_> {
    fn work(mut self, mut records: Vec<Record>, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Plan {
        let total = records.len();
        for record in &mut records {
            if record.ready.is_none() {
                record.ready = Some(Ready::of(record, &self.report.sheets, self.options, self.now));
            }
        }
        self.seen = Seen::of(&records);
        self.drafts.reserve(if self.known.is_empty() { total } else { 0 });
        for (done, record) in records.into_iter().enumerate() {
            if done % STEP == 0 && progress(done, total).is_break() {
                self.report.interrupted = true;
                return Plan { edit: None, report: self.report };
            }
            self.take(record);
        }
        if progress(total, total).is_break() {
            self.report.interrupted = true;
            return Plan { edit: None, report: self.report };
        }
        let names: Vec<&str> = self.report.sheets.iter().map(|sheet| &*sheet.name).collect();
        let source = Text::from(names.join(", "));
        let dossiers: Vec<Dossier> = self.drafts.into_iter().map(|draft| draft.dossier).collect();
        let edit = (!dossiers.is_empty()).then_some(Edit::Import { source, dossiers });
        Plan { edit, report: self.report }
    }

    /// Puts one record where it belongs.
    fn take(&mut self, mut record: Record) {
        let wanted = self.report.samples.len() < Report::SAMPLES;
        let Some(ready) = record.ready.take() else { return };
        let found = self.find(&ready);
        if found.is_none() && !wanted && ready.plain {
            let source = source(&record, &self.report.sheets);
            self.place_new(ready::moved(record.dossier, record.notes, source), &ready.keys);
            self.report.created += 1;
            return;
        }
        let mut merge = Merge::new(self.options, self.now, &record, wanted);
        let action = match found {
            None => {
                let mut draft = Draft::default();
                merge.create(&mut draft, source(&record, &self.report.sheets));
                self.place_new(draft, &ready.keys);
                Action::Create
            }
            Some(Match::Draft(at)) => {
                merge.foreign = self.foreign(&record, Owner::Draft(at));
                merge.apply(&mut self.drafts[at]);
                if merge.changed {
                    self.learn(at);
                    Action::Update
                } else {
                    Action::Unchanged
                }
            }
            Some(Match::Known(mut draft)) => {
                merge.foreign = draft.dossier.id.map(|id| self.foreign(&record, Owner::Known(id))).unwrap_or_default();
                merge.apply(&mut draft);
                if merge.changed {
                    self.place_known(*draft);
                    Action::Update
                } else {
                    Action::Unchanged
                }
            }
        };
        match action {
            Action::Create => self.report.created += 1,
            Action::Update => self.report.updated += 1,
            _ => self.report.unchanged += 1,
        }
        let Merge { remarks, conflicts, changes, .. } = merge;
        self.remark(&record, remarks, conflicts);
        if wanted {
            let name = record.dossier.fields.name.clone();
            self.report.samples.push(Sample { line: record.line, action, name, changes, direction: None });
        }
    }

    /// Lists what is odd about a row, and where it differs from what is there.
    fn remark(&mut self, record: &Record, remarks: Vec<Say>, conflicts: Vec<Conflict>) {
        if remarks.is_empty() && conflicts.is_empty() {
            return;
        }
        let file = self.report.sheets.get(record.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
        for reason in remarks {
            if self.report.problems.len() < Report::LISTED {
                self.report.problems.push(Problem { file: file.clone(), line: record.line, reason });
            } else {
                self.report.more_problems += 1;
            }
        }
        for mut conflict in conflicts {
            if self.report.conflicts.len() < Report::LISTED {
                conflict.file = file.clone();
                self.report.conflicts.push(conflict);
            } else {
                self.report.more_conflicts += 1;
            }
        }
    }

    fn place_known(&mut self, draft: Draft) {
        let at = self.drafts.len();
        if let Some(id) = draft.dossier.id {
            self.by_id.insert(id, at);
        }
        self.drafts.push(draft);
        self.learn(at);
    }

    /// What no other row asks for is not kept.
    fn place_new(&mut self, draft: Draft, keys: &[u64]) {
        let Ok(at) = u32::try_from(self.drafts.len()) else { return };
        self.drafts.push(draft);
        for key in keys.iter().filter(|key| self.seen.by_others(**key)) {
            self.found.entry(*key).or_insert(at);
        }
    }

    /// Later rows find the draft by all that it is now.
    fn learn(&mut self, at: usize) {
        let Ok(short) = u32::try_from(at) else { return };
        let (found, seen) = (&mut self.found, &mut self.seen);
        KEYS.of_customer(&Likeness::of_dossier(&self.drafts[at].dossier), |key| {
            seen.mark(key);
            found.entry(key).or_insert(short);
        });
    }

    /// The customer that a record is about: the surest sign first.
    fn find(&self, ready: &Ready) -> Option<Match> {
        ready.signs.iter().find_map(|(key, bare)| self.look(*key).filter(|candidate| self.is_bare(candidate, *bare)))
    }

    fn look(&self, key: u64) -> Option<Match> {
        match self.owner(key)? {
            Owner::Draft(at) => Some(Match::Draft(at)),
            Owner::Known(id) => match (self.lookup)(id) {
                Some(bundle) => Some(Match::Known(Box::new(Draft::of_bundle(bundle)))),
                None => self.on_desk(key).map(Match::Draft),
            },
        }
    }

    fn owner(&self, key: u64) -> Option<Owner> {
        match self.known.get(key) {
            Some(id) => Some(self.by_id.get(&id).map_or(Owner::Known(id), |at| Owner::Draft(*at))),
            None => self.on_desk(key).map(Owner::Draft),
        }
    }

    fn on_desk(&self, key: u64) -> Option<usize> {
        if !self.seen.by_others(key) {
            return None;
        }
        self.found.get(&key).map(|at| *at as usize)
    }

    /// Which of the record's channels are somebody else's already: they stay there, or the same file read again would
    /// find another customer by them.
    fn foreign(&self, record: &Record, target: Owner) -> Vec<usize> {
        let channels = record.dossier.channels.iter().enumerate();
        let foreign = channels.filter(|(_, channel)| {
            identifying(channel.kind, &channel.handle, &channel.norm)
                .and_then(|(class, key)| self.owner(KEYS.hash(Key::Handle(class, &key))))
                .is_some_and(|owner| owner != target)
        });
        foreign.map(|(at, _)| at).collect()
    }

    /// An index says what was so when it was made.
    fn is_bare(&self, candidate: &Match, bare: Bare) -> bool {
        let dossier = match candidate {
            Match::Draft(at) => &self.drafts[*at].dossier,
            Match::Known(draft) => &draft.dossier,
        };
        match bare {
            Bare::All => true,
            Bare::NoPerson => dossier.contacts.is_empty(),
            Bare::NoChannel => dossier.channels.is_empty(),
        }
    }
}

/// What a new customer's source is where its row names none.
fn source(record: &Record, sheets: &[SheetNote]) -> Text {
    sheets.get(record.sheet).map(|sheet| sheet.source.clone()).unwrap_or_default()
}

/// The stage of a customer that an inquiry brings.
const NEW: Stage = Stage::INQUIRY;

#[cfg(test)]
mod tests;
