//! The command line: one file a command. Only here are the clock, the arguments and
//! the exit code; everything else is given what it needs.

mod appendix;
mod arguments;
mod check;
mod choice;
mod completions;
mod config;
mod coverage;
mod diff;
mod examine;
mod explain;
mod file;
mod find;
mod fix;
mod fmt;
mod form;
mod git;
mod import;
mod judged;
mod known;
mod language;
mod load;
mod man;
mod named_files;
mod new;
mod office;
mod output;
mod overdue;
mod plans;
mod read;
mod remind;
mod report;
mod rewrite;
mod schema;
mod scores;
mod session;
mod since;
mod targets;
mod usage;
mod validate;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::ArgMatches;

use crate::lang::Lang;
use language::Chosen;
use office::Office;
use output::Outcome;
use session::Session;

/// Runs papi with its arguments, the program's name first.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    let arguments: Vec<_> = arguments.into_iter().collect();
    let office = Office::of(&arguments);
    let variable = std::env::var_os("PAPI_LANG");
    let language = office.config.language.as_ref().map(|lang| lang.value);
    let (lang, chosen) = language::chosen(&arguments, variable.as_deref(), language);
    let matches = match arguments::program(lang).try_get_matches_from(&arguments) {
        Ok(matches) => matches,
        Err(error) => return usage::answer(&error, lang),
    };
    match dispatch(&matches, (lang, chosen), office) {
        Ok(outcome) => outcome.exit_code(),
        Err(error) => output::failed(&error, &matches, lang),
    }
}

/// The commands that read nothing of papi.toml but the language.
const WITHOUT_OFFICE: [&str; 7] = [
    "completions",
    "explain",
    "import",
    "man",
    "new",
    "read",
    "schema",
];

fn dispatch(
    matches: &ArgMatches,
    (lang, chosen): (Lang, Chosen),
    office: Office,
) -> anyhow::Result<Outcome> {
    let (name, matches) = matches
        .subcommand()
        .expect("the program is declared with a subcommand required");
    let session = Session::of(matches, (lang, chosen), office)?;
    if let Some(output) = &session.output {
        let writes_plans = matches!(name, "import" | "new");
        file::check(output, matches, writes_plans, lang)?;
    }
    if !session.office.is_sound() && !WITHOUT_OFFICE.contains(&name) {
        return output::unconfigured(&session);
    }
    match name {
        "appendix" => appendix::run(&session, matches),
        "check" => check::run(&session, matches),
        "completions" => completions::run(&session, matches),
        "config" => config::run(&session, matches),
        "coverage" => coverage::run(&session, matches),
        "diff" => diff::run(&session, matches),
        "explain" => explain::run(&session, matches),
        "fix" => fix::run(&session, matches),
        "fmt" => fmt::run(&session, matches),
        "form" => form::run(&session, matches),
        "import" => import::run(&session, matches),
        "man" => man::run(&session, matches),
        "new" => new::run(&session, matches),
        "overdue" => overdue::run(&session, matches),
        "plans" => plans::run(&session, matches),
        "read" => read::run(&session, matches),
        "remind" => remind::run(&session, matches),
        "report" => report::run(&session, matches),
        "schema" => schema::run(&session, matches),
        "scores" => scores::run(&session, matches),
        "targets" => targets::run(&session, matches),
        "validate" => validate::run(&session, matches),
        _ => unreachable!("every declared command is dispatched"),
    }
}
