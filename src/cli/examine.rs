//! Reads a plan with its results and says what is found, for every command that judges.

use std::borrow::BorrowMut;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::find;
use super::load::Loaded;
use super::named_files::{Kind, matching, named_files};
use super::session::Session;
use crate::diagnostic::Diagnostic;
use crate::model::Plan;
use crate::progress::{Ledger, Progress};
use crate::read::files::unreadable;
use crate::read::results::{Desk, Resolver, read_results_file};
use crate::rules::{self, Excepted, Subject};
use crate::say;
use crate::source::Place;

/// The largest results file that is read, in bytes.
const LARGEST_RESULTS: u64 = 16 << 30;

/// A plan with its ledger filled, and what was found on the way.
#[derive(Debug)]
pub(super) struct Examined<'p> {
    /// The ledger.
    pub ledger: Ledger<'p>,
    /// What the readers and the plan's rules found.
    pub findings: Vec<Diagnostic>,
}

/// Fills the ledger of a loaded plan from its results, and finds what can be found
/// without a clock.
pub(super) fn examine<'p>(
    plan: &'p Plan,
    loaded: &'p Loaded,
    given: &[(Option<String>, PathBuf)],
    as_of: Option<NaiveDate>,
) -> Examined<'p> {
    let mut all = examine_all(&[(plan, loaded)], given, as_of);
    all.pop().expect("every plan is examined")
}

/// The same for several plans at once. Results given for no plan by name are read once,
/// and each row goes to the plan that it names.
pub(super) fn examine_all<'p>(
    plans: &[(&'p Plan, &'p Loaded)],
    given: &[(Option<String>, PathBuf)],
    as_of: Option<NaiveDate>,
) -> Vec<Examined<'p>> {
    let mut all: Vec<_> = plans
        .iter()
        .map(|(plan, loaded)| {
            let ledger = Ledger::of(plan, &loaded.calendar);
            let reading = &loaded.read.findings;
            let subject = Subject::new(plan, &ledger.directory, &ledger.items, reading);
            let subject = subject.under(&loaded.calendar);
            let findings = rules::check_plan(&subject);
            Examined { ledger, findings }
        })
        .collect();
    for ((plan, loaded), examined) in plans.iter().zip(&mut all) {
        let results = &plan.head.results;
        let found = &mut examined.findings;
        for file in named_files(results, Kind::Results, &loaded.path, found) {
            take_in(&file, std::slice::from_mut(examined), as_of);
        }
    }
    for (id, path) in given {
        let is_meant = |examined: &&mut Examined| {
            let own = &examined.ledger.plan.head.id.value;
            id.as_ref().is_none_or(|id| id == own)
        };
        let mut meant: Vec<_> = all.iter_mut().filter(is_meant).collect();
        let Some(first) = meant.first_mut() else {
            continue;
        };
        for file in given_results(path, &mut first.findings) {
            take_in(&file, &mut meant, as_of);
        }
    }
    for examined in &mut all {
        examined.ledger.book.settle();
    }
    all
}

/// Reads a results file into the books of the plans that it may be about.
fn take_in<'e, 'p: 'e>(
    file: &Path,
    plans: &'e mut [impl BorrowMut<Examined<'p>>],
    as_of: Option<NaiveDate>,
) {
    let mut findings = Vec::with_capacity(plans.len());
    let mut desks = Vec::with_capacity(plans.len());
    for examined in plans {
        let Examined {
            ledger,
            findings: own,
        } = examined.borrow_mut();
        findings.push(own);
        desks.push(Desk {
            id: &ledger.plan.head.id,
            number: ledger
                .plan
                .head
                .number
                .as_ref()
                .map(|number| number.value.as_str()),
            resolver: Resolver {
                items: &ledger.items,
                directory: &ledger.directory,
                as_of,
            },
            book: &mut ledger.book,
        });
    }
    match read_results_file(file, LARGEST_RESULTS, &mut desks) {
        Ok(found) => {
            for (own, found) in findings.into_iter().zip(found) {
                own.extend(found);
            }
        }
        Err(finding) => findings[0].push(*finding),
    }
}

/// The files that `--results` means: a file, or those of a folder.
fn given_results(path: &Path, found: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        let matched = matching(path);
        let is_pattern = path.to_string_lossy().contains(['*', '?', '[']);
        return match matched.as_slice() {
            [] if is_pattern && !path.exists() => {
                let message = say! { vi: "không có tệp số liệu nào khớp mẫu này", en: "no results file matches this pattern" };
                found.push(Diagnostic::warning(
                    "no-results",
                    Place::file(path),
                    message,
                ));
                Vec::new()
            }
            [] => vec![path.to_owned()],
            _ => matched,
        };
    }
    match find::files_in(path, &find::RESULTS) {
        Ok(files) if files.is_empty() => {
            found.push(Diagnostic::warning(
                "no-results",
                Place::file(path),
                say! { vi: "thư mục không có tệp số liệu nào", en: "the folder has no results file" },
            ));
            files
        }
        Ok(files) => files,
        Err(error) => {
            let reason = say! { vi: "không đọc được thư mục ({error})", en: "the folder cannot be read ({error})" };
            found.push(unreadable(path, reason));
            Vec::new()
        }
    }
}

/// What stands of a plan's findings after its exceptions, worst first kept in the
/// order of the files. `day` is the day on which exceptions may have ended; without
/// one, rules that need a day cannot leave an exception unused.
pub(super) fn after_exceptions(
    session: &Session,
    plan: &Plan,
    findings: Vec<Diagnostic>,
    day: Option<NaiveDate>,
) -> Excepted {
    let excepted = rules::apply_exceptions(plan, findings, day, |rule| {
        (day.is_some() || !rules::needs_a_day(rule)) && !rules::needs_an_edit(rule)
    });
    let mut excepted = rules::apply_policy(&session.office.config.policy, plan, excepted, day);
    excepted
        .standing
        .sort_by_cached_key(|finding| match &finding.place {
            Place::Span { source, span } => (0, source.path().to_owned(), span.start as u64),
            Place::Cell { path, row, .. } => (1, path.to_path_buf(), *row),
            Place::File { path } => (1, path.to_path_buf(), 0),
        });
    excepted
}

/// The findings that come of a day.
pub(super) fn findings_of_day(progress: &Progress) -> Vec<Diagnostic> {
    rules::check_progress(progress)
}
