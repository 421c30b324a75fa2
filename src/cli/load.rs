//! Reads a plan with everything it names.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::session::Session;
use crate::catalog::Calendar;
use crate::diagnostic::Diagnostic;
use crate::model::{Locality, Plan};
use crate::read::calendar::read_calendar;
use crate::read::files::read_text;
use crate::read::plan::{ReadPlan, read_plan};
use crate::read::registry::read_registry;
use crate::source::{Located, Source};

/// A plan file that was read.
#[derive(Debug)]
pub(super) struct Loaded {
    /// Its path, as given.
    pub path: PathBuf,
    /// The plan and what was found.
    pub read: ReadPlan,
    /// The working calendar: the plan's own where it names one, else the one built in.
    pub calendar: Calendar,
}

impl Loaded {
    /// The plan, where nothing is wrong with it that keeps it from being judged.
    pub(super) fn sound_plan(&self) -> Option<&Plan> {
        self.read.plan.as_ref().filter(|_| self.read.is_sound())
    }
}

/// Reads the plan at `path`; where that cannot be done, the finding says so.
pub(super) fn load(session: &Session, path: &Path) -> Loaded {
    match read_text(path) {
        Ok(source) => of_source(session, path, &source),
        Err(finding) => Loaded {
            path: path.to_owned(),
            read: ReadPlan {
                plan: None,
                findings: vec![*finding],
            },
            calendar: Calendar::built_in(),
        },
    }
}

/// Reads the plan of a text that stands, or would stand, at `path`.
pub(super) fn of_source(session: &Session, path: &Path, source: &Arc<Source>) -> Loaded {
    let mut read = read_plan(source, |registry| registry_beside(path, registry));
    let mut calendar = session.office.calendar();
    let reporting = read.plan.as_ref().and_then(|plan| plan.reporting.as_ref());
    if let Some(named) = reporting.and_then(|reporting| reporting.calendar.as_ref()) {
        let (own, mut found) = read_calendar(&path.with_file_name(&named.value));
        named_where_written(&mut found, named);
        read.findings.extend(found);
        calendar = calendar.overridden_by(own);
    }
    Loaded {
        path: path.to_owned(),
        read,
        calendar,
    }
}

fn registry_beside(plan: &Path, registry: &Located<String>) -> (Vec<Locality>, Vec<Diagnostic>) {
    let path = plan.with_file_name(&registry.value);
    let (localities, mut found) = read_registry(&path);
    named_where_written(&mut found, registry);
    (localities, found)
}

/// A file that is not there is told where it is named.
pub(super) fn named_where_written(found: &mut [Diagnostic], named: &Located<String>) {
    for finding in found {
        if finding.rule == "unreadable-file" {
            let shown = finding.place.path().display().to_string();
            finding.place = named.place.clone();
            finding.message.vi = format!("{shown}: {}", finding.message.vi);
            finding.message.en = format!("{shown}: {}", finding.message.en);
        }
    }
}
