//! Records against who is known: create, fill in, leave.

use super::identity::{fold_company, fold_person, own_domain};
use super::known::{Bare, Key, Keys, Likeness, Table, Where, exact, identifying, lone};
use super::record::rfq_identity;
use super::{Action, Known, Options, Problem, Record, Records, Report, Sample};
use crate::domain::{Bundle, ChannelDraft, ContactDraft, CustomerId, Dossier, Edit, Now, Stage, Text};
use chrono::{DateTime, Utc};
use std::collections::HashMap;
use std::ops::ControlFlow;

mod merge;

use merge::Merge;

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
        by_id: HashMap::new(),
        drafts: Vec::new(),
        report,
    };
    desk.work(records, progress)
}

/// A customer on the desk: a new one, or a known one that a row adds to.
#[derive(Clone, Debug, Default)]
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
    /// Keys of what is on the desk.
    found: Table,
    by_id: HashMap<CustomerId, usize>,
    drafts: Vec<Draft>,
    report: Report,
}

impl Desk<'_> {
    fn work(mut self, records: Vec<Record>, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Plan {
        let total = records.len();
        if self.known.is_empty() {
            // Most will be new, with some eight keys each: room for them from the start.
            self.found.reserve(total * 8);
            self.drafts.reserve(total);
        }
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
    fn take(&mut self, record: Record) {
        let wanted = self.report.samples.len() < Report::SAMPLES;
        let mut merge = Merge::new(self.options, self.now, &record, wanted);
        let action = match self.find(&record) {
            None => {
                let mut draft = Draft::default();
                merge.create(&mut draft, self.source(&record));
                self.place(draft);
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
                    self.place(*draft);
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
        let file = self.report.sheets.get(record.sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
        for reason in merge.remarks.drain(..) {
            if self.report.problems.len() < Report::LISTED {
                self.report.problems.push(Problem { file: file.clone(), line: record.line, reason });
            } else {
                self.report.more_problems += 1;
            }
        }
        for mut conflict in merge.conflicts.drain(..) {
            if self.report.conflicts.len() < Report::LISTED {
                conflict.file = file.clone();
                self.report.conflicts.push(conflict);
            } else {
                self.report.more_conflicts += 1;
            }
        }
        if wanted {
            let changes = std::mem::take(&mut merge.changes);
            let name = record.dossier.fields.name.clone();
            self.report.samples.push(Sample { line: record.line, action, name, changes, direction: None });
        }
    }

    /// What a new customer's source is where its row names none.
    fn source(&self, record: &Record) -> Text {
        self.report.sheets.get(record.sheet).map(|sheet| sheet.source.clone()).unwrap_or_default()
    }

    fn place(&mut self, draft: Draft) {
        let at = self.drafts.len();
        if let Some(id) = draft.dossier.id {
            self.by_id.insert(id, at);
        }
        self.drafts.push(draft);
        self.learn(at);
    }

    /// Later rows find the draft by all that it is now.
    fn learn(&mut self, at: usize) {
        let Ok(short) = u32::try_from(at) else { return };
        let found = &mut self.found;
        self.known.keys().of_customer(&Likeness::of_dossier(&self.drafts[at].dossier), |key| {
            found.entry(key).or_insert(short);
        });
    }

    /// The customer that a record is about: the surest sign first.
    fn find(&self, record: &Record) -> Option<Match> {
        let mut found = None;
        signs(self.known.keys(), record, &mut |key, bare| {
            found = self.look(key).filter(|candidate| self.is_bare(candidate, bare));
            found.is_some()
        });
        found
    }

    fn look(&self, key: u64) -> Option<Match> {
        match self.owner(key)? {
            Owner::Draft(at) => Some(Match::Draft(at)),
            Owner::Known(id) => match (self.lookup)(id) {
                Some(bundle) => Some(Match::Known(Box::new(Draft::of_bundle(bundle)))),
                None => self.found.get(&key).map(|at| Match::Draft(*at as usize)),
            },
        }
    }

    fn owner(&self, key: u64) -> Option<Owner> {
        match self.known.get(key) {
            Some(id) => Some(self.by_id.get(&id).map_or(Owner::Known(id), |at| Owner::Draft(*at))),
            None => self.found.get(&key).map(|at| Owner::Draft(*at as usize)),
        }
    }

    /// Which of the record's channels are somebody else's already: they stay there, or the same file read again would
    /// find another customer by them.
    fn foreign(&self, record: &Record, target: Owner) -> Vec<usize> {
        let channels = record.dossier.channels.iter().enumerate();
        let foreign = channels.filter(|(_, channel)| {
            identifying(channel.kind, &channel.handle, &channel.norm)
                .and_then(|(class, key)| self.owner(self.known.keys().hash(Key::Handle(class, &key))))
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

/// Offers a record's keys, the surest first, until one is taken: the inquiry, a handle, company and person, company
/// and mail domain, and a name where nothing speaks against it.
fn signs(keys: &Keys, record: &Record, offer: &mut dyn FnMut(u64, Bare) -> bool) {
    let dossier = &record.dossier;
    let mut sure = |key: Key<'_>| offer(keys.hash(key), Bare::All);
    if record.inquiry.is_some()
        && record.notes.first().and_then(|line| rfq_identity(line)).is_some_and(|line| sure(Key::Rfq(line)))
    {
        return;
    }
    for channel in &dossier.channels {
        if identifying(channel.kind, &channel.handle, &channel.norm)
            .is_some_and(|(class, key)| sure(Key::Handle(class, &key)))
        {
            return;
        }
    }
    let folded = fold_company(&dossier.fields.name);
    if record.is_company {
        let second = fold_company(&dossier.fields.company);
        for name in [&folded, &second].into_iter().filter(|name| !name.is_empty()) {
            if dossier.contacts.iter().any(|contact| sure(Key::CompanyPerson(name, &fold_person(&contact.name)))) {
                return;
            }
            let mut domains = dossier.channels.iter().filter_map(|channel| own_domain(channel.kind, &channel.norm));
            if domains.any(|domain| sure(Key::CompanyDomain(name, domain))) {
                return;
            }
        }
    }
    // Buyers of a platform share their names with many; the inquiry itself was looked for above.
    if record.inquiry.is_some() && !record.is_company {
        return;
    }
    let (name, bare) = match (record.is_company, dossier.contacts.is_empty(), dossier.channels.is_empty()) {
        (true, true, _) => (folded, Bare::All),
        (true, false, _) if record.under_company => (folded, Bare::All),
        (true, false, _) => (folded, Bare::NoPerson),
        (false, _, empty) => {
            let name = &dossier.fields.name;
            // A handle that stands for a name is the same handle, or no handle at all could be made of it.
            let bare = if empty || record.nameless { Bare::All } else { Bare::NoChannel };
            (if lone(name) { exact(name) } else { folded }, bare)
        }
    };
    if name.is_empty() {
        return;
    }
    let places: &[Where] = match dossier.fields.country {
        country @ Some(_) => &[Where::In(country), Where::In(None)],
        None => &[Where::Anywhere],
    };
    for place in places {
        if offer(keys.hash(Key::Name(bare, &name, *place)), bare) {
            return;
        }
    }
}

/// The stage of a customer that an inquiry brings.
const NEW: Stage = Stage::INQUIRY;

#[cfg(test)]
mod tests;
