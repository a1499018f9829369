//! The door: arguments in, exit code out.

use std::process::ExitCode;

fn main() -> ExitCode {
    match dateline::cli::run(std::env::args()) {
        Ok(code) => ExitCode::from(code),
        Err(error) => {
            eprintln!("dateline: {error}");
            ExitCode::FAILURE
        }
    }
}
