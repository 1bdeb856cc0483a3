//! `tradewind export`: customers into a file, whole or not at all.

use super::{Context, Done, Fault, context::same_file, customers, filter, who};
use crate::domain::{Bundle, Say};
use crate::outlet::{csv, file, json::CustomerJson};
use crate::store::Store;
use std::{
    io,
    path::{Path, PathBuf},
};

/// The owner's alone, like the customer file.
const MODE: u32 = 0o600;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[arg(long, value_enum)]
    format: Option<Format>,
    #[arg(long, value_name = "NAME", conflicts_with = "who")]
    view: Option<String>,
    #[arg(long, value_name = "WHO")]
    who: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    Csv,
    Json,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let format = format(args)?;
    if same_file(&args.file, &context.db) {
        return Err(Fault::Failed(Say::new("cli-export-onto-db").with("file", args.file.display().to_string())));
    }
    let store = context.open()?;
    let count = match (&args.who, &args.view) {
        (Some(text), _) => {
            let bundle = who::one(text, &store, context)?;
            write(&args.file, format, &[&bundle], &store, context)?
        }
        (None, view) => {
            let query = view.as_deref().map(|name| filter::view(name, &store)).transpose()?;
            let board = customers::board(&store, context)?;
            let now = context.now();
            let bundles = match query {
                Some(query) => customers::rows(&board, &query, &now),
                None => everyone(&board),
            };
            write(&args.file, format, &bundles, &store, context)?
        }
    };
    context.note(&Say::new("cli-exported").with("count", count).with("file", args.file.display().to_string()));
    Ok(())
}

/// As asked, else as the file is called.
fn format(args: &Args) -> Result<Format, Fault> {
    let extension = args.file.extension().map(|extension| extension.to_string_lossy().to_lowercase());
    match (args.format, extension.as_deref()) {
        (Some(format), _) => Ok(format),
        (None, Some("csv")) => Ok(Format::Csv),
        (None, Some("json")) => Ok(Format::Json),
        (None, _) => Err(Fault::Usage(Say::new("cli-export-format").with("file", args.file.display().to_string()))),
    }
}

/// All customers, archived ones too, in the order they came.
fn everyone(board: &crate::app::Board) -> Vec<&Bundle> {
    let mut all: Vec<&Bundle> = board.bundles().collect();
    all.sort_by_key(|bundle| bundle.customer.id);
    all
}

fn write(path: &Path, format: Format, bundles: &[&Bundle], store: &Store, context: &Context) -> Result<usize, Fault> {
    let now = context.now();
    file::write_atomically(path, MODE, |mut out| match format {
        Format::Csv => csv::write(out, bundles.iter().copied(), &now),
        Format::Json => {
            let whole = |bundle: &&Bundle| -> io::Result<CustomerJson> {
                let detail = store.detail(bundle.customer.id, usize::MAX).map_err(io::Error::other)?;
                Ok(CustomerJson::shown(bundle, &detail, &now))
            };
            super::out::write_json_list(&mut out, bundles.iter().map(whole))
        }
    })?;
    Ok(bundles.len())
}
