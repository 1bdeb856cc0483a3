//! `tradewind backup`: a verified copy, in the folder beside the file or where it was asked for.

use super::{Context, Done, Fault};
use crate::domain::Say;
use crate::store::backup::{self, Reason};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: Option<PathBuf>,
}

pub fn run(args: &Args, context: &Context) -> Done {
    let store = context.open()?;
    let made = match &args.file {
        Some(file) if file.exists() => {
            return Err(Fault::Failed(Say::new("cli-backup-exists").with("file", file.display().to_string())));
        }
        // A slip in a path is not to become a folder.
        Some(file) if file.parent().is_some_and(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) => {
            let folder = file.parent().unwrap_or(file).display().to_string();
            return Err(Fault::Failed(Say::new("cli-backup-no-folder").with("folder", folder)));
        }
        Some(file) => {
            backup::to_file(&store, file)?;
            file.clone()
        }
        None => backup::take(&store, Reason::Asked, &context.now())?,
    };
    context.say(&Say::new("cli-backed-up").with("file", made.display().to_string()))
}
