//! The `papi` program.

use std::process::ExitCode;

fn main() -> ExitCode {
    papi::cli::run(std::env::args_os())
}
