//! `tradewind restore`: a backup in the place of the file, which is backed up first.

use super::{Context, Done, Fault};
use crate::domain::Say;
use crate::store::backup;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub struct Args {
    #[arg(value_name = "FILE")]
    file: PathBuf,
}

pub fn run(args: &Args, context: &Context) -> Done {
    if !args.file.exists() {
        let say = Say::new("cli-restore-missing")
            .with("file", args.file.display().to_string())
            .with("folder", backup::folder(&context.db).display().to_string());
        return Err(Fault::Failed(say));
    }
    backup::restore(&context.db, &args.file, &context.now())?;
    let say = Say::new("cli-restored")
        .with("file", args.file.display().to_string())
        .with("folder", backup::folder(&context.db).display().to_string());
    context.say(&say)
}
