//! Slow work, each job in a thread of its own with its own connection for reading.

mod figures;

use super::Event;
use crate::app::{App, ImportFrom, ImportRows, Msg, import::Preview, import::Sample};
use crate::domain::{Bundle, ChannelKind, Country, CustomerId, Now, Say};
use crate::intake::orders::KnownOrders;
use crate::intake::{
    Action, Beside, Column, Conflict, Delimiter, Field, Files, Header, Known, Letters, Options, OrderCounts, Report,
    SheetNote, files,
};
use crate::outlet;
use crate::reference::{self, Lang, Words};
use crate::store::{Store, backup};
use std::ops::ControlFlow;
use std::panic::{self, AssertUnwindSafe};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::thread;

/// The job under way, as far as it can be interrupted.
#[derive(Debug)]
pub struct Jobs {
    stop: Arc<AtomicBool>,
    keep: backup::Keep,
    /// The exporter's own mail addresses and domains.
    own_addresses: Vec<String>,
}

/// The thread that reads strangers' files.
pub const READING: &str = "reading";

/// Mode of a file that holds customers.
const PRIVATE: u32 = 0o600;

/// A failure, already a sentence.
type Told<T> = Result<T, Say>;

impl Jobs {
    /// `keep`: how many backups stay; `own_addresses`: what is from them went out.
    pub fn new(keep: backup::Keep, own_addresses: Vec<String>) -> Self {
        Self { stop: Arc::default(), keep, own_addresses }
    }

    /// Breaks off what is under way; its answer does not come.
    pub fn interrupt(&mut self) {
        self.stop.store(true, Ordering::SeqCst);
        self.stop = Arc::default();
    }

    /// Reads files and plans their import.
    pub fn preview(&mut self, from: ImportFrom, db: &Path, app: &App, events: Sender<Event>) {
        self.interrupt();
        let (stop, db, lang, now) = (Arc::clone(&self.stop), db.to_owned(), app.lang, app.now.clone());
        let told = events.clone();
        let options = Options {
            encoding: from.encoding.clone(),
            chinese_hint: lang == Lang::Zh,
            overwrite: from.overwrite,
            own_addresses: self.own_addresses.clone(),
            header: if from.no_header { Header::None } else { Header::Auto },
            orders: from.rows == ImportRows::Orders,
            stages: app.settings.rules.funnel.clone(),
            ..Options::default()
        };
        let read = move || {
            let mut progress = |done: usize, total: usize| {
                if done.is_multiple_of(1000) {
                    drop(events.send(Msg::Progress { done, total }.into()));
                }
                if stop.load(Ordering::SeqCst) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
            };
            let mut work = || preview(&from, &db, lang, &now, &options, &mut progress);
            let result = panic::catch_unwind(AssertUnwindSafe(&mut work))
                .unwrap_or_else(|_| Err(Say::new("said-unreadable").with("path", names(&from.paths))));
            if !stop.load(Ordering::SeqCst) {
                drop(events.send(Msg::Previewed(result.map(Box::new)).into()));
            }
        };
        if let Err(error) = thread::Builder::new().name(READING.into()).spawn(read) {
            let say = Say::new("said-no-thread").with("reason", error.to_string());
            drop(told.send(Msg::Previewed(Err(say)).into()));
        }
    }

    /// Writes customers to a file.
    pub fn export(&mut self, path: PathBuf, customers: Vec<CustomerId>, db: &Path, app: &App, events: Sender<Event>) {
        let (db, now) = (db.to_owned(), app.now.clone());
        thread::spawn(move || {
            let msg = match export(&path, &customers, &db, &now) {
                Ok(say) => Msg::Told { say, good: true },
                Err(say) => Msg::Told { say, good: false },
            };
            drop(events.send(msg.into()));
        });
    }

    /// Reckons scores and segments as of today.
    pub fn rfm(&self, db: &Path, app: &App, events: Sender<Event>) {
        let (db, rules, today) = (db.to_owned(), app.settings.reckoning.clone(), app.now.today());
        thread::spawn(move || {
            let msg = figures::rfm(&db, &rules, today).map_or_else(figures::failed, |rfm| Msg::Rfm(Box::new(rfm)));
            drop(events.send(msg.into()));
        });
    }

    /// Reckons who is filed under the wrong tier.
    pub fn drift(&self, db: &Path, app: &App, events: Sender<Event>) {
        let (db, rules, now) = (db.to_owned(), app.settings.reckoning.clone(), app.now.clone());
        thread::spawn(move || {
            let msg = figures::drift(&db, &rules, &now).map_or_else(figures::failed, |it| Msg::Drift(Box::new(it)));
            drop(events.send(msg.into()));
        });
    }

    /// Makes a backup because the exporter asks for one.
    pub fn backup(&mut self, db: &Path, now: Now, events: Sender<Event>) {
        let (db, keep) = (db.to_owned(), self.keep);
        thread::spawn(move || {
            let made = Store::open_read_only(&db)
                .and_then(|store| backup::take(&store.keeping(keep), backup::Reason::Asked, &now));
            let msg = match made {
                Ok(path) => {
                    let say = Say::new("said-backup").with("path", path.display().to_string());
                    Msg::Told { say, good: true }
                }
                Err(error) => Msg::Told { say: error.say(), good: false },
            };
            drop(events.send(msg.into()));
        });
    }
}

fn names(paths: &[PathBuf]) -> String {
    paths.iter().map(|path| path.display().to_string()).collect::<Vec<_>>().join(", ")
}

/// `~` as a shell reads it.
fn expanded(path: &Path) -> PathBuf {
    let home = directories::BaseDirs::new().map(|dirs| dirs.home_dir().to_owned());
    match (path.strip_prefix("~"), home) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// Tables or mail, by what the file holds.
fn preview(
    from: &ImportFrom,
    db: &Path,
    lang: Lang,
    now: &Now,
    options: &Options,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Told<Preview> {
    let options = &Options { map: columns(&from.map)?, ..options.clone() };
    let paths: Vec<PathBuf> = from.paths.iter().map(|path| expanded(path)).collect();
    let files = Files::read(&paths, kind(from.rows), options, now, &mut |_, _| {});
    let files = files.map_err(|error| error.say())?;
    let store = Store::open_read_only(db).map_err(|error| error.say())?;
    let mut known = Known::default();
    store.bundles(&mut |bundle| known.add(&bundle)).map_err(|error| error.say())?;
    // A customer that cannot be read while planning is met again, as an error, by the commit.
    let lookup = |id| store.bundle(id).ok().flatten();
    let timeline = |id| store.detail(id, files::TIMELINE).map(|detail| detail.timeline).unwrap_or_default();
    let orders = || {
        let mut known = KnownOrders::default();
        store
            .known_orders(&mut |id, customer, identity| known.add(id, customer, identity))
            .map(|()| known)
            .unwrap_or_default()
    };
    let beside = Beside { known: &known, lookup: &lookup, timeline: &timeline, orders: &orders };
    let plan = files.plan(&beside, options, now, progress);
    let mut shown = preview_of(&plan.report, lang);
    shown.edit = plan.edit;
    Ok(shown)
}

const fn kind(rows: ImportRows) -> files::Kind {
    match rows {
        ImportRows::Auto => files::Kind::Auto,
        ImportRows::Customers => files::Kind::Customers,
        ImportRows::Orders => files::Kind::Orders,
        ImportRows::Mail => files::Kind::Mail,
    }
}

/// Fields and columns as they were written.
fn columns(written: &[(String, String)]) -> Told<Vec<(Field, Column)>> {
    let column = |(field, column): &(String, String)| {
        let read = Field::parse(field).ok_or_else(|| Say::new("form-no-such-field").with("field", field.as_str()))?;
        Ok((read, Column::parse(column)))
    };
    written.iter().map(column).collect()
}

/// A report in the words of the screen.
fn preview_of(report: &Report, lang: Lang) -> Preview {
    let said = |say: &Say| Words::of(lang).say(say).to_string();
    let sheet = report.sheets.first();
    // Of several files each column says whose it is.
    let whose = |sheet: &SheetNote| if report.sheets.len() > 1 { format!("{}: ", sheet.name) } else { String::new() };
    let columns = report.sheets.iter().flat_map(|sheet| sheet.mapping.iter().map(move |column| (sheet, column)));
    let mapping = columns
        .map(|(sheet, (header, field))| (format!("{}{header}", whose(sheet)), field_in_words(field.name(), lang)))
        .collect();
    Preview {
        file: sheet.map_or_else(String::new, |sheet| sheet.name.to_string()),
        mail: report.letters.is_some(),
        how: sheet
            .map_or_else(Vec::new, how)
            .into_iter()
            .chain(report.letters.map(Letters::say))
            .chain(report.orders.map(OrderCounts::say))
            .collect(),
        mapping,
        read: report.read,
        created: report.created,
        updated: report.updated,
        unchanged: report.unchanged,
        skipped: report.skipped,
        failed: report.failed,
        samples: report.samples.iter().map(|sample| sample_of(sample, lang)).collect(),
        problems: report.problems.iter().map(|problem| (problem.line, said(&problem.reason))).collect(),
        conflicts: report.conflicts.iter().map(|conflict| said(&conflict_of(conflict, lang))).collect(),
        edit: None,
    }
}

/// How the file was read: its encoding and what stands between its cells.
fn how(sheet: &SheetNote) -> Vec<Say> {
    let encoding =
        sheet.encoding.map(|it| Say::new("import-encoding").with("encoding", it.encoding).with("why", it.why.key()));
    let delimiter = sheet.delimiter.map(|it| match it {
        Delimiter::Char(b'\t') => Say::new("import-tabs"),
        Delimiter::Char(byte) => Say::new("import-delimiter").with("delimiter", char::from(byte).to_string()),
        Delimiter::Spaces => Say::new("import-spaces"),
    });
    encoding.into_iter().chain(delimiter).collect()
}

/// A field's name as people say it: a channel's own, or that of the form's field; the file format's word else.
fn field_in_words(name: &str, lang: Lang) -> String {
    let plain = name.trim_start_matches("intake-").trim_start_matches("field-");
    if let Some(info) = ChannelKind::new(plain).and_then(reference::kind) {
        return info.name(lang).to_owned();
    }
    let words = Words::of(lang);
    let key = format!("intake-field-{plain}");
    if words.has(&key) { words.get(&key).as_str().to_owned() } else { plain.to_owned() }
}

fn conflict_of(conflict: &Conflict, lang: Lang) -> Say {
    let key = if conflict.replaced { "import-replaced" } else { "import-conflict" };
    Say::new(key)
        .with("line", conflict.line)
        .with("name", &*conflict.name)
        .with("field", field_in_words(conflict.field, lang))
        .with("there", &*conflict.there)
        .with("here", &*conflict.here)
}

/// A field and its value in the reader's words; no field's name where the value says what it is.
fn change_in_words(key: &str, value: &str, lang: Lang) -> (String, String) {
    let field = key.trim_start_matches("intake-").trim_start_matches("field-");
    let said = match field {
        "country" => Country::new(value).map(|code| reference::country_name(code, lang).to_owned()),
        "channel" => value.split_once(' ').and_then(|(kind, handle)| {
            let info = ChannelKind::new(kind).and_then(reference::kind)?;
            Some(format!("{} {handle}", info.name(lang)))
        }),
        "language" => reference::language_name(value, lang).map(str::to_owned),
        _ => None,
    };
    let obvious = matches!(field, "city" | "person" | "channel" | "country" | "name");
    let field = if obvious { String::new() } else { field_in_words(key, lang) };
    (field, said.filter(|said| !said.is_empty()).unwrap_or_else(|| value.to_owned()))
}

fn sample_of(sample: &crate::intake::Sample, lang: Lang) -> Sample {
    let action = match sample.action {
        Action::Create => "import-create",
        Action::Update => "import-update",
        Action::Unchanged => "import-unchanged",
        Action::Skip => "import-skip",
        Action::Fail => "import-fail",
    };
    let changes = sample.changes.iter().map(|(key, value)| change_in_words(key, value, lang)).collect();
    Sample { line: sample.line, action, name: sample.name.to_string(), changes, direction: sample.direction }
}

fn export(path: &Path, customers: &[CustomerId], db: &Path, now: &Now) -> Told<Say> {
    let store = Store::open_read_only(db).map_err(|error| error.say())?;
    let order: std::collections::HashMap<CustomerId, usize> =
        customers.iter().enumerate().map(|(at, id)| (*id, at)).collect();
    let mut bundles: Vec<Bundle> = Vec::with_capacity(customers.len());
    store
        .bundles(&mut |bundle| {
            if order.contains_key(&bundle.customer.id) {
                bundles.push(bundle);
            }
        })
        .map_err(|error| error.say())?;
    bundles.sort_by_key(|bundle| order.get(&bundle.customer.id).copied());
    let path = expanded(path);
    let json = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("json"));
    outlet::file::write_atomically(&path, PRIVATE, |out| {
        if json {
            outlet::json::write_list(out, bundles.iter().map(|bundle| outlet::json::CustomerJson::new(bundle, now)))
        } else {
            outlet::csv::write(out, bundles.iter(), now)
        }
    })
    .map_err(|error| error.say())?;
    Ok(Say::new("said-exported").with("count", bundles.len()).with("path", path.display().to_string()))
}

#[cfg(test)]
mod tests;
