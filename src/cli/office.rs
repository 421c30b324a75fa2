//! papi.toml: found before the arguments are read, because it may say the language.

use std::ffi::OsString;
use std::path::{Path, PathBuf};

use super::language;
use super::load::named_where_written;
use crate::catalog::Calendar;
use crate::diagnostic::{Diagnostic, Severity};
use crate::read::calendar::read_calendar;
use crate::read::config::{Config, read_config};
use crate::read::files::read_text;
use crate::rules;
use crate::source::Place;

/// What an office has settled, and the file that says so.
#[derive(Debug, Default)]
pub(super) struct Office {
    /// The file; none where there is none, or none is wanted.
    pub file: Option<PathBuf>,
    /// What it says.
    pub config: Config,
    /// The working calendar it names.
    calendar: Option<Calendar>,
    /// What is wrong in it, whatever the day.
    pub findings: Vec<Diagnostic>,
}

/// The file's name.
pub(super) const NAME: &str = "papi.toml";

impl Office {
    /// The file of `--config`, none with `--isolated`, else the nearest upward.
    pub(super) fn of(arguments: &[OsString]) -> Self {
        if language::has(arguments, "--isolated") {
            return Self::default();
        }
        let given = language::value_of(arguments, "--config").map(PathBuf::from);
        let Some(path) = given.or_else(nearest) else {
            return Self::default();
        };
        let (config, mut findings) = match read_text(&path) {
            Ok(source) => read_config(&source),
            Err(finding) => (Config::default(), vec![*finding]),
        };
        let folder = path.parent().unwrap_or(Path::new(""));
        let calendar = config.calendar.as_ref().map(|named| {
            let (calendar, mut found) = read_calendar(&folder.join(&named.value));
            named_where_written(&mut found, named);
            findings.extend(found);
            calendar
        });
        findings.extend(rules::check_policy(&config.policy, None));
        findings.sort_by_key(|finding| match &finding.place {
            Place::Span { span, .. } => span.start,
            _ => 0,
        });
        Self {
            file: Some(path),
            config,
            calendar,
            findings,
        }
    }

    /// Whether the file can be relied upon.
    pub(super) fn is_sound(&self) -> bool {
        !self
            .findings
            .iter()
            .any(|finding| finding.severity == Severity::Error)
    }

    /// The working calendar for plans that name none.
    pub(super) fn calendar(&self) -> Calendar {
        let built_in = Calendar::built_in();
        match &self.calendar {
            Some(own) => built_in.overridden_by(own.clone()),
            None => built_in,
        }
    }

    /// A path or pattern of the file, from where papi runs.
    pub(super) fn path(&self, written: &str) -> PathBuf {
        let folder = self.file.as_deref().and_then(Path::parent);
        folder.unwrap_or(Path::new("")).join(written)
    }
}

fn nearest() -> Option<PathBuf> {
    let here = std::env::current_dir().ok()?;
    let mut folder = PathBuf::new();
    for _ in here.ancestors() {
        let path = folder.join(NAME);
        if path.is_file() {
            return Some(path);
        }
        folder.push("..");
    }
    None
}
