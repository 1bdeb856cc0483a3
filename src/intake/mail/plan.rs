//! Messages against who is known: by address, incoming ones first, so that an answer finds whom it answers.

use super::{Mail, Mails, Person};
use crate::domain::{
    Bundle, ChannelDraft, ChannelKind, CustomerId, Direction, Dossier, Edit, Interaction, NewInteraction, Now, Say,
    Stage, Text,
};
use crate::intake::known::Key;
use crate::intake::plan::Draft;
use crate::intake::{Action, Known, Letters, Options, Plan, Problem, Report, Sample};
use crate::reference::normalise;
use chrono::{DateTime, Utc};
use std::collections::{HashMap, HashSet};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::ops::ControlFlow;

/// Messages between two reports of progress.
const STEP: usize = 200;
/// How the last line of a message's text begins.
const IDENTITY: &str = "Message-ID: ";

/// The line by which a message is known again.
pub fn identity_line(id: &str) -> String {
    format!("{IDENTITY}<{id}>")
}

/// Decides about every message. `lookup` fetches a known customer, `timeline` what was said with them; `progress`
/// may break off, which leaves no edit.
pub fn plan(
    mails: Mails,
    known: &Known,
    lookup: &dyn Fn(CustomerId) -> Option<Bundle>,
    timeline: &dyn Fn(CustomerId) -> Vec<Interaction>,
    options: &Options,
    now: &Now,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Plan {
    let Mails { sheets, read, mails, failed, mut problems } = mails;
    let more_problems = problems.len().saturating_sub(Report::LISTED);
    problems.truncate(Report::LISTED);
    let report = Report { read, failed, problems, more_problems, sheets, ..Report::default() };
    let mut desk = Desk {
        known,
        lookup,
        timeline,
        now,
        by_id: HashMap::new(),
        by_address: HashMap::new(),
        files: Vec::new(),
        report,
    };
    let own = Own::new(&options.own_addresses);
    if own.is_empty() && !mails.is_empty() {
        desk.problem(0, 0, Say::new("intake-mail-own"));
    }
    let (ours, theirs): (Vec<Mail>, Vec<Mail>) = mails.into_iter().partition(|mail| own.sent(mail));
    let total = ours.len() + theirs.len();
    let letters = Letters { received: theirs.len(), sent: ours.len(), ..Letters::default() };
    desk.report.letters = Some(letters);
    for (done, mail) in theirs.into_iter().chain(ours).enumerate() {
        if done % STEP == 0 && progress(done, total).is_break() {
            desk.report.interrupted = true;
            return Plan { edit: None, report: desk.report };
        }
        desk.take(&mail, &own);
    }
    desk.finish()
}

/// The exporter's own addresses and domains.
struct Own(Vec<String>);

impl Own {
    fn new(list: &[String]) -> Self {
        let plain = |text: &String| text.trim().trim_start_matches('@').to_lowercase();
        Self(list.iter().map(plain).filter(|text| !text.is_empty()).collect())
    }

    fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    fn is(&self, address: &str) -> bool {
        let address = address.trim().to_lowercase();
        let domain = address.rsplit_once('@').map_or("", |(_, domain)| domain);
        self.0.iter().any(|own| {
            if own.contains('@') {
                *own == address
            } else {
                domain == own || domain.strip_suffix(own.as_str()).is_some_and(|sub| sub.ends_with('.'))
            }
        })
    }

    fn sent(&self, mail: &Mail) -> bool {
        mail.from.as_ref().is_some_and(|from| self.is(&from.address))
    }
}

/// A customer that messages go to, and what is there already.
struct Open {
    draft: Draft,
    seen: HashSet<u64>,
    changed: bool,
}

struct Desk<'a> {
    known: &'a Known,
    lookup: &'a dyn Fn(CustomerId) -> Option<Bundle>,
    timeline: &'a dyn Fn(CustomerId) -> Vec<Interaction>,
    now: &'a Now,
    by_id: HashMap<CustomerId, usize>,
    /// Of new customers.
    by_address: HashMap<String, usize>,
    files: Vec<Open>,
    report: Report,
}

impl Desk<'_> {
    fn problem(&mut self, sheet: usize, line: usize, reason: Say) {
        if self.report.problems.len() < Report::LISTED {
            let file = self.report.sheets.get(sheet).map(|sheet| sheet.name.clone()).unwrap_or_default();
            self.report.problems.push(Problem { file, line, reason });
        } else {
            self.report.more_problems += 1;
        }
    }

    fn take(&mut self, mail: &Mail, own: &Own) {
        let ours = own.sent(mail);
        let (action, name) = if ours { self.sent(mail, own) } else { self.received(mail) };
        match action {
            Action::Create => self.report.created += 1,
            Action::Update => self.report.updated += 1,
            Action::Unchanged => self.report.unchanged += 1,
            Action::Skip => self.report.skipped += 1,
            Action::Fail => self.report.failed += 1,
        }
        if self.report.samples.len() < Report::SAMPLES {
            let changes = vec![("intake-field-message", mail.subject.clone())];
            let direction = Some(if ours { Direction::Out } else { Direction::In });
            self.report.samples.push(Sample { line: mail.line, action, name, changes, direction });
        }
    }

    fn received(&mut self, mail: &Mail) -> (Action, Text) {
        // A platform sends inquiries on and says whom to answer.
        let sender = mail.reply_to.as_ref().filter(|_| mail.from.as_ref().is_none_or(|from| is_silent(&from.address)));
        let Some(sender) = sender.or(mail.from.as_ref()) else {
            self.problem(mail.sheet, mail.line, Say::new("intake-mail-no-sender"));
            return (Action::Fail, Text::default());
        };
        if mail.automatic {
            let reason = Say::new("intake-mail-automatic").with("from", &*sender.address);
            self.problem(mail.sheet, mail.line, reason);
            return (Action::Skip, sender.address.clone());
        }
        let Some(norm) = normalise(ChannelKind::EMAIL, &sender.address, None) else {
            let reason = Say::new("intake-mail-address").with("from", &*sender.address);
            self.problem(mail.sheet, mail.line, reason);
            return (Action::Fail, sender.address.clone());
        };
        let (at, new) = match self.find(&norm) {
            Some(at) => (at, false),
            None => (self.create(sender, norm, mail.sheet), true),
        };
        let said = self.add(at, mail, Direction::In);
        let action = if new {
            Action::Create
        } else if said {
            Action::Update
        } else {
            Action::Unchanged
        };
        (action, self.files[at].draft.dossier.fields.name.clone())
    }

    /// A message of ours goes to everybody it was addressed to and who is known.
    fn sent(&mut self, mail: &Mail, own: &Own) -> (Action, Text) {
        let mut places: Vec<usize> = Vec::new();
        for to in mail.to.iter().filter(|to| !own.is(&to.address)) {
            let Some(norm) = normalise(ChannelKind::EMAIL, &to.address, None) else { continue };
            if let Some(at) = self.find(&norm).filter(|at| !places.contains(at)) {
                places.push(at);
            }
        }
        let Some(first) = places.first().copied() else {
            let to = mail.to.first().map(|to| to.address.clone()).unwrap_or_default();
            self.problem(mail.sheet, mail.line, Say::new("intake-mail-nobody").with("to", &*to));
            return (Action::Skip, to);
        };
        let mut said = false;
        for at in places {
            said |= self.add(at, mail, Direction::Out);
        }
        let action = if said { Action::Update } else { Action::Unchanged };
        (action, self.files[first].draft.dossier.fields.name.clone())
    }

    /// Whose the address is.
    fn find(&mut self, norm: &str) -> Option<usize> {
        let known = self.known.get(self.known.keys().hash(Key::Handle(ChannelKind::EMAIL, norm)));
        let Some(id) = known else { return self.by_address.get(norm).copied() };
        if let Some(at) = self.by_id.get(&id) {
            return Some(*at);
        }
        // Gone since the index was made: the sender is new again.
        let Some(bundle) = (self.lookup)(id) else { return self.by_address.get(norm).copied() };
        let mut seen = HashSet::new();
        for there in (self.timeline)(id) {
            seen.insert(identity(there.at, there.direction, &there.text));
            seen.insert(words(&there.text));
        }
        self.by_id.insert(id, self.files.len());
        self.files.push(Open { draft: Draft::of_bundle(bundle), seen, changed: false });
        Some(self.files.len() - 1)
    }

    fn create(&mut self, sender: &Person, norm: String, sheet: usize) -> usize {
        let mut dossier = Dossier::default();
        dossier.fields.name = if sender.name.is_empty() { sender.address.clone() } else { sender.name.clone() };
        dossier.fields.stage = Some(Stage::INQUIRY);
        dossier.fields.source = self.report.sheets.get(sheet).map(|sheet| sheet.source.clone()).unwrap_or_default();
        dossier.channels.push(ChannelDraft {
            id: None,
            contact: None,
            kind: ChannelKind::EMAIL,
            handle: sender.address.clone(),
            norm: norm.as_str().into(),
            primary: true,
            emergency: false,
        });
        self.by_address.insert(norm, self.files.len());
        let mut draft = Draft::default();
        draft.dossier = dossier;
        self.files.push(Open { draft, seen: HashSet::new(), changed: true });
        self.files.len() - 1
    }

    /// Adds the message to somebody's timeline, unless it is there.
    fn add(&mut self, at: usize, mail: &Mail, direction: Direction) -> bool {
        let text = mail.text();
        let moment = mail.at.unwrap_or(self.now.instant).min(self.now.instant);
        let file = &mut self.files[at];
        // Without a date of its own it was logged at the time of the import, which nobody knows any more.
        let mark =
            if mail.at.is_none() && mail.id.is_empty() { words(&text) } else { identity(moment, direction, &text) };
        if !file.seen.insert(mark) {
            return false;
        }
        let kind = Some(ChannelKind::EMAIL);
        let said =
            NewInteraction { at: moment, direction, kind, text, outcome: Text::default(), template: Text::default() };
        file.draft.dossier.interactions.push(said);
        file.changed = true;
        if mail.at.is_none() {
            self.problem(mail.sheet, mail.line, Say::new("intake-mail-no-date"));
        }
        true
    }

    fn finish(mut self) -> Plan {
        if let Some(letters) = &mut self.report.letters {
            letters.known = self.by_id.len();
            letters.inquiries = self.files.len() - self.by_id.len();
        }
        let names: Vec<&str> = self.report.sheets.iter().map(|sheet| &*sheet.name).collect();
        let source =
            if names.len() > 3 { format!("{} … {}", names[0], names[names.len() - 1]) } else { names.join(", ") };
        let source = Text::from(source);
        let changed = self.files.into_iter().filter(|file| file.changed);
        let dossiers: Vec<Dossier> = changed.map(|file| file.draft.dossier).collect();
        let edit = (!dossiers.is_empty()).then_some(Edit::Import { source, dossiers });
        Plan { edit, report: self.report }
    }
}

fn is_silent(address: &str) -> bool {
    let local = address.split('@').next().unwrap_or_default().to_ascii_lowercase();
    local.contains("noreply") || local.contains("no-reply") || local.contains("donotreply")
}

/// What a message is known by: its Message-ID, else when it was said and what.
fn identity(at: DateTime<Utc>, direction: Direction, text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    match text.lines().next_back().filter(|line| line.starts_with(IDENTITY)) {
        Some(line) => line.hash(&mut hasher),
        None => (at.timestamp(), direction.as_str(), text.trim()).hash(&mut hasher),
    }
    hasher.finish()
}

fn words(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    ("", text.trim()).hash(&mut hasher);
    hasher.finish()
}
