//! Reads a plan with its results and says what is found, for every command that judges.

use std::fs;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::find;
use super::load::Loaded;
use crate::catalog::Calendar;
use crate::diagnostic::Diagnostic;
use crate::model::Plan;
use crate::progress::{Ledger, Progress};
use crate::read::files::{read_bytes, unreadable};
use crate::read::results::{Resolver, read_results};
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
    let mut ledger = Ledger::of(plan, &Calendar::built_in());
    let reading = &loaded.read.findings;
    let subject = Subject::new(plan, &ledger.directory, &ledger.items, reading);
    let mut findings = rules::check_plan(&subject);
    let mut files = named_results(plan, &loaded.path, &mut findings);
    for (id, path) in given {
        if id.as_ref().is_none_or(|id| *id == plan.head.id.value) {
            files.extend(given_results(path, &mut findings));
        }
    }
    for file in files {
        match read_bytes(&file, LARGEST_RESULTS) {
            Ok(bytes) => {
                let resolver = Resolver {
                    items: &ledger.items,
                    directory: &ledger.directory,
                    as_of,
                };
                findings.extend(read_results(&file, &bytes, &resolver, &mut ledger.book));
            }
            Err(finding) => findings.push(*finding),
        }
    }
    Examined { ledger, findings }
}

/// The files of `results` in the plan, found from its folder.
fn named_results(plan: &Plan, path: &Path, found: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for pattern in &plan.head.results {
        if leaves_repository(folder, &pattern.value) {
            let written = &pattern.value;
            found.push(
                Diagnostic::error(
                    "results-outside",
                    pattern.place.clone(),
                    say! {
                        vi: "\"{written}\" ra ngoài kho chứa kế hoạch",
                        en: "\"{written}\" leads out of the plan's repository"
                    },
                )
                .advice(say! {
                    vi: "để số liệu trong cùng kho, hoặc ghi --results khi chạy lệnh",
                    en: "keep results in the same repository, or give --results on the command line"
                }),
            );
            continue;
        }
        let whole = folder.join(&pattern.value);
        let matched: Vec<PathBuf> = glob::glob(&whole.to_string_lossy())
            .map(|paths| {
                paths
                    .filter_map(Result::ok)
                    .filter(|path| path.is_file())
                    .collect()
            })
            .unwrap_or_default();
        if matched.is_empty() {
            let written = &pattern.value;
            found.push(Diagnostic::warning(
                "no-results",
                pattern.place.clone(),
                say! { vi: "không có tệp số liệu nào khớp \"{written}\"", en: "no results file matches \"{written}\"" },
            ));
        }
        files.extend(matched);
    }
    files
}

/// Whether a relative path climbs above the repository that holds the plan, or above
/// the plan's folder where there is none.
fn leaves_repository(folder: &Path, pattern: &str) -> bool {
    if Path::new(pattern).is_absolute() {
        return true;
    }
    let folder = fs::canonicalize(if folder.as_os_str().is_empty() {
        Path::new(".")
    } else {
        folder
    })
    .unwrap_or_else(|_| folder.to_owned());
    let root = folder
        .ancestors()
        .find(|above| above.join(".git").exists())
        .unwrap_or(&folder)
        .to_owned();
    let mut reached = folder;
    for part in Path::new(pattern).components() {
        match part {
            std::path::Component::ParentDir => {
                reached.pop();
            }
            other => reached.push(other),
        }
        if !reached.starts_with(&root) {
            return true;
        }
    }
    false
}

/// The files that `--results` means: a file, or those of a folder.
fn given_results(path: &Path, found: &mut Vec<Diagnostic>) -> Vec<PathBuf> {
    if !path.is_dir() {
        return vec![path.to_owned()];
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
    plan: &Plan,
    findings: Vec<Diagnostic>,
    day: Option<NaiveDate>,
) -> Excepted {
    let mut excepted = rules::apply_exceptions(plan, findings, day, |rule| {
        day.is_some() || !rules::needs_a_day(rule)
    });
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
