//! `tradewind import`: files become one op, after a look at what it would do.

use super::{Context, Done, Fault, out::Progress};
use crate::domain::{Currency, Edit, OpId, Safe, Say};
use crate::intake::orders::KnownOrders;
use crate::intake::{Beside, Column, Delimiter, Field, Files, Header, Known, Options, Plan, Report, files};
use crate::reference::{Lang, kinds};
use crate::store::{Store, StoreError};
use std::{ops::ControlFlow, path::PathBuf};

mod preview;
mod stop;

use stop::Stop;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    #[arg(long = "as", id = "as", value_name = "KIND", value_enum, default_value_t = Kind::Auto)]
    kind: Kind,
    #[arg(long, value_name = "FIELD=COLUMN")]
    map: Vec<String>,
    #[arg(long, value_name = "NAME")]
    encoding: Option<String>,
    #[arg(long, value_name = "C", allow_hyphen_values = true)]
    delimiter: Option<String>,
    #[arg(long)]
    no_header: bool,
    #[arg(long, value_name = "NAME")]
    sheet: Option<String>,
    #[arg(long, value_name = "CODE")]
    currency: Option<String>,
    #[arg(long)]
    overwrite: bool,
    #[arg(long)]
    dry_run: bool,
    #[arg(long)]
    json: bool,
}

/// What the rows are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Kind {
    Customers,
    Orders,
    Mail,
    Auto,
}

impl From<Kind> for files::Kind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Customers => Self::Customers,
            Kind::Orders => Self::Orders,
            Kind::Mail => Self::Mail,
            Kind::Auto => Self::Auto,
        }
    }
}

pub fn run(args: &Args, context: &Context) -> Done {
    let options = options(args, context)?;
    let (read, store) = read(args, &options, context)?;
    let mut store = store?;
    let stop = Stop::listen();
    let Plan { edit, report } = plan(read, store.as_ref(), &options, context, &stop)?;
    if report.interrupted {
        return Err(StoreError::Interrupted.into());
    }
    let op = match (edit, &mut store) {
        (Some(edit), Some(store)) if !args.dry_run => commit(edit, store, context, &stop)?,
        _ => None,
    };
    told(args, &report, op, context)
}

/// A dry run makes no file: where there is none, nobody is known yet.
fn open(args: &Args, context: &Context) -> Result<Option<Store>, Fault> {
    match args.dry_run {
        true if !context.db.exists() => Ok(None),
        true => Ok(Some(context.open()?)),
        false => Ok(Some(context.open_or_make()?.unmirrored())),
    }
}

fn options(args: &Args, context: &Context) -> Result<Options, Fault> {
    let map = args.map.iter().map(|text| mapping(text)).collect::<Result<_, _>>()?;
    let delimiter = match &args.delimiter {
        Some(text) => Some(
            Delimiter::parse(text)
                .ok_or_else(|| Fault::Usage(Say::new("cli-bad-delimiter").with("text", text.as_str())))?,
        ),
        None => None,
    };
    Ok(Options {
        encoding: args.encoding.clone(),
        delimiter,
        header: if args.no_header { Header::None } else { Header::Auto },
        map,
        sheet: args.sheet.clone(),
        chinese_hint: context.lang == Lang::Zh,
        overwrite: args.overwrite,
        source: None,
        own_addresses: context.own_addresses(),
        stages: context.config.stages.clone(),
        orders: args.kind == Kind::Orders,
        currency: currency(args)?,
    })
}

fn currency(args: &Args) -> Result<Option<Currency>, Fault> {
    let Some(text) = &args.currency else { return Ok(None) };
    let read = Currency::parse(text);
    read.map(Some).ok_or_else(|| Fault::Usage(Say::new("cli-bad-currency").with("text", text.as_str())))
}

/// `FIELD=COLUMN`.
fn mapping(text: &str) -> Result<(Field, Column), Fault> {
    let (field, column) = text
        .split_once('=')
        .filter(|(_, column)| !column.trim().is_empty())
        .ok_or_else(|| Fault::Usage(Say::new("cli-bad-map").with("text", text)))?;
    let field = Field::parse(field)
        .ok_or_else(|| Fault::Usage(Say::new("cli-no-such-field").with("field", field).with("fields", fields())))?;
    Ok((field, Column::parse(column)))
}

fn fields() -> String {
    let plain = Field::PLAIN.iter().map(|(_, name)| *name);
    let kinds = kinds().iter().map(|info| info.kind.as_str());
    plain.chain(kinds).collect::<Vec<_>>().join(", ")
}

/// The files, and beside them the file that they go to: a new one has to be made, and waits for the disk.
fn read(args: &Args, options: &Options, context: &Context) -> Result<(Files, Result<Option<Store>, Fault>), Fault> {
    let mut progress = Progress::new(context.words().get("cli-job-read"));
    let mut each = |done, total| progress.at(done, total);
    let (kind, now) = (args.kind.into(), context.now());
    Ok(Files::read_beside(&args.files, kind, options, &now, &mut each, || open(args, context))?)
}

fn plan(read: Files, store: Option<&Store>, options: &Options, context: &Context, stop: &Stop) -> Result<Plan, Fault> {
    let mut known = Known::default();
    if let Some(store) = store {
        store.bundles(&mut |bundle| known.add(&bundle))?;
    }
    // A customer that cannot be read while planning is met again, as an error, by the commit.
    let lookup = |id| store.and_then(|store| store.bundle(id).ok().flatten());
    let timeline = |id| {
        let detail = store.and_then(|store| store.detail(id, files::TIMELINE).ok());
        detail.map(|detail| detail.timeline).unwrap_or_default()
    };
    let mut progress = Progress::new(context.words().get("cli-job-compare"));
    let mut each = |done, total| {
        progress.at(done, total);
        stop.flow()
    };
    let orders = || store.map(known_orders).unwrap_or_default();
    let beside = Beside { known: &known, lookup: &lookup, timeline: &timeline, orders: &orders };
    Ok(read.plan(&beside, options, &context.now(), &mut each))
}

fn commit(edit: Edit, store: &mut Store, context: &Context, stop: &Stop) -> Result<Option<OpId>, Fault> {
    let mut progress = Progress::new(context.words().get("cli-job-write"));
    let mut each = |done, total| -> ControlFlow<()> {
        progress.at(done, total);
        stop.flow()
    };
    let changes = store.commit_with(&edit, &context.now(), &mut each)?;
    drop(progress);
    // A hundred thousand customers go with the process, all at once.
    std::mem::forget(edit);
    context.changed(store);
    Ok(changes.op.map(|(op, _)| op))
}

fn told(args: &Args, report: &Report, op: Option<OpId>, context: &Context) -> Done {
    if args.json {
        let words = |say: &Say| -> String { context.words().say(say).to_string() };
        return context.out.json(&report.json(op, &words));
    }
    preview::sheets(report, context)?;
    if args.dry_run {
        preview::samples(report, context)?;
    }
    preview::problems(report, context)?;
    preview::counts(report, context)?;
    let end: Option<Safe> = match (args.dry_run, op) {
        (true, _) => Some(context.words().get("cli-import-dry")),
        (false, Some(_)) => Some(context.words().get("cli-import-undo")),
        (false, None) => Some(context.words().get("cli-import-nothing")),
    };
    end.map_or(Ok(()), |end| context.out.line(&end))
}

/// Those of the file; where they cannot be read, the commit meets the same error.
fn known_orders(store: &Store) -> KnownOrders {
    let mut known = KnownOrders::default();
    store
        .known_orders(&mut |id, customer, identity| known.add(id, customer, identity))
        .map(|()| known)
        .unwrap_or_default()
}
