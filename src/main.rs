use std::process::ExitCode;

fn main() -> ExitCode {
    tradewind::cli::main(std::env::args_os().collect())
}
