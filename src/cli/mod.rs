//! The command line: one file a command. Only here are the clock, the arguments and
//! the exit code; everything else is given what it needs.

mod appendix;
mod arguments;
mod check;
mod choice;
mod completions;
mod coverage;
mod examine;
mod explain;
mod file;
mod find;
mod judged;
mod language;
mod load;
mod man;
mod output;
mod overdue;
mod read;
mod report;
mod schema;
mod scores;
mod session;
mod targets;
mod usage;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::lang::Lang;
use output::Outcome;
use session::Session;

/// Runs papi with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let lang = language::chosen(&arguments, std::env::var_os("PAPI_LANG").as_deref());
    let matches = match arguments::program(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, lang),
    };
    match dispatch(&matches, lang) {
        Ok(outcome) => outcome.exit_code(),
        Err(error) => output::failed(&error, lang),
    }
}

fn dispatch(matches: &ArgMatches, lang: Lang) -> anyhow::Result<Outcome> {
    let (name, matches) = matches
        .subcommand()
        .expect("the program is declared with a subcommand required");
    let session = Session::of(matches, lang)?;
    if let Some(output) = &session.output {
        file::check(output, matches, lang)?;
    }
    match name {
        "appendix" => appendix::run(&session, matches),
        "check" => check::run(&session, matches),
        "completions" => completions::run(&session, matches),
        "coverage" => coverage::run(&session, matches),
        "explain" => explain::run(&session, matches),
        "man" => man::run(&session, matches),
        "overdue" => overdue::run(&session, matches),
        "read" => read::run(&session, matches),
        "schema" => schema::run(&session, matches),
        "report" => report::run(&session, matches),
        "scores" => scores::run(&session, matches),
        "targets" => targets::run(&session, matches),
        "validate" => validate::run(&session, matches),
        _ => unreachable!("every declared command is dispatched"),
    }
}
