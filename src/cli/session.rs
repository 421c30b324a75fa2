//! What every command is run with.

use std::io::IsTerminal;
use std::path::PathBuf;

use anyhow::bail;
use chrono::{FixedOffset, NaiveDate, Utc};
use clap::ArgMatches;

use super::language::Chosen;
use super::office::Office;
use crate::diagnostic::Severity;
use crate::lang::Lang;
use crate::read::config::FailOn;
use crate::say;
use crate::words;
use crate::write::{Format, Look, RulePage, Settings};

/// The language, the day, the look and the fail level of a run.
#[derive(Debug)]
pub(super) struct Session {
    /// What papi.toml says.
    pub office: Office,
    /// The language.
    pub lang: Lang,
    /// Who chose it.
    pub language_by: Chosen,
    /// The day to judge by.
    pub as_of: NaiveDate,
    /// Whether standard output is coloured.
    pub colour: bool,
    /// The width of tables, in columns.
    pub width: usize,
    /// The format asked for by name.
    pub format: Option<String>,
    /// The file to write to.
    pub output: Option<PathBuf>,
    /// What stands between the cells of a CSV.
    pub delimiter: u8,
    /// From which severity on the exit code is 1; `None` for never.
    pub fail_on: Option<Severity>,
}

impl Session {
    /// Takes the arguments that many commands share.
    pub(super) fn of(
        matches: &ArgMatches,
        (lang, language_by): (Lang, Chosen),
        office: Office,
    ) -> anyhow::Result<Self> {
        let given = |name: &str| matches.try_get_one::<String>(name).ok().flatten();
        let as_of = match given("as-of") {
            Some(words) => match words::read_date(words) {
                Some(day) => day,
                None => {
                    let text = say! {
                        vi: "`--as-of` không nhận `{words}`; viết như 2021-07-05",
                        en: "`--as-of` does not take `{words}`; write it like 2021-07-05"
                    };
                    bail!(text.in_lang(lang).to_owned());
                }
            },
            None => today(),
        };
        let output = matches
            .try_get_one::<PathBuf>("output")
            .ok()
            .flatten()
            .filter(|path| path.as_os_str() != "-")
            .cloned();
        let width = matches.try_get_one::<u16>("width").ok().flatten();
        Ok(Self {
            lang,
            language_by,
            as_of,
            colour: is_coloured(given("color").map(String::as_str), output.is_some()),
            width: width.map_or_else(terminal_width, |width| usize::from(*width)),
            format: given("format").cloned(),
            output,
            delimiter: given("delimiter").map_or(b',', |given| given.as_bytes()[0]),
            fail_on: match given("fail-on").map(String::as_str) {
                Some("never") => None,
                Some("warning") => Some(Severity::Warning),
                Some(_) => Some(Severity::Error),
                None => match office.config.fail_on.as_ref().map(|level| level.value) {
                    Some(FailOn::Never) => None,
                    Some(FailOn::Level(level)) => Some(level),
                    None => Some(Severity::Error),
                },
            },
            office,
        })
    }

    /// The format: by name, else by the ending of the output file, else for people.
    /// One that the command does not take is an error.
    pub(super) fn format_among(&self, names: &[&str]) -> anyhow::Result<Format> {
        let format = match (&self.format, &self.output) {
            (Some(name), _) => Format::named(name),
            (None, Some(path)) => Format::of_path(path),
            (None, None) => Some(Format::Human),
        };
        if let Some(format) = format.filter(|format| names.contains(&format.name())) {
            if format.is_binary() && self.output.is_none() && std::io::stdout().is_terminal() {
                let name = format.name();
                let text = say! {
                    vi: "{name} không phải chữ để in ra màn hình; ghi ra tệp bằng -o",
                    en: "{name} is not text for a terminal; write it to a file with -o"
                };
                bail!(text.in_lang(self.lang).to_owned());
            }
            return Ok(format);
        }
        let list = names.join(", ");
        let text = say! {
            vi: "không rõ định dạng của tệp ra; thêm --format: {list}",
            en: "the output file's format is not known; add --format: {list}"
        };
        bail!(text.in_lang(self.lang).to_owned());
    }

    /// What writers want to know.
    pub(super) fn settings<'r>(&self, rules: &'r [RulePage<'r>]) -> Settings<'r> {
        Settings {
            look: self.look(),
            delimiter: self.delimiter,
            rules,
        }
    }

    /// How the terminal wants its text.
    pub(super) fn look(&self) -> Look {
        Look {
            lang: self.lang,
            width: self.width,
            colour: self.colour,
        }
    }
}

/// Today in Vietnam, which keeps UTC+7 all the year.
fn today() -> NaiveDate {
    let vietnam = FixedOffset::east_opt(7 * 3600).expect("seven hours are less than a day");
    Utc::now().with_timezone(&vietnam).date_naive()
}

fn is_coloured(asked: Option<&str>, to_file: bool) -> bool {
    match asked {
        Some("always") => true,
        Some("never") => false,
        _ => {
            let forbidden = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
            !to_file && !forbidden && std::io::stdout().is_terminal()
        }
    }
}

/// The terminal's width; 100 columns where there is no terminal.
fn terminal_width() -> usize {
    let columns = std::env::var("COLUMNS")
        .ok()
        .and_then(|text| text.parse().ok());
    terminal_size::terminal_size()
        .map(|(width, _)| usize::from(width.0))
        .or(columns)
        .unwrap_or(100)
        .clamp(40, 1000)
}
