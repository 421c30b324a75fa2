//! The files that a plan names by patterns: its results and scores.

use std::fs;
use std::path::{Path, PathBuf};

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::say;
use crate::source::Located;

/// What is in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// What agencies report.
    Results,
    /// Published scores of the index.
    Scores,
}

/// The files that match the patterns of the plan at `path`, found from its folder.
pub(super) fn named_files(
    patterns: &[Located<String>],
    kind: Kind,
    path: &Path,
    found: &mut Vec<Diagnostic>,
) -> Vec<PathBuf> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let mut files = Vec::new();
    for pattern in patterns {
        if leaves_repository(folder, &pattern.value) {
            found.push(outside(pattern, kind));
            continue;
        }
        let matched = matching(&folder.join(&pattern.value));
        if matched.is_empty() {
            let place = pattern.place.clone();
            let message = none_there(&pattern.value, kind);
            found.push(Diagnostic::warning("no-results", place, message));
        }
        files.extend(matched);
    }
    files
}

/// The files that a path or pattern means.
pub(super) fn matching(pattern: &Path) -> Vec<PathBuf> {
    let paths = glob::glob(&pattern.to_string_lossy()).into_iter().flatten();
    let paths = paths.filter_map(Result::ok);
    paths.filter(|path| path.is_file()).collect()
}

fn outside(pattern: &Located<String>, kind: Kind) -> Diagnostic {
    let written = &pattern.value;
    let advice = match kind {
        Kind::Results => say! {
            vi: "để số liệu trong cùng kho, hoặc ghi --results khi chạy lệnh",
            en: "keep results in the same repository, or give --results on the command line"
        },
        Kind::Scores => say! {
            vi: "để tệp điểm trong cùng kho, hoặc ghi --scores khi chạy lệnh",
            en: "keep scores in the same repository, or give --scores on the command line"
        },
    };
    let message = say! {
        vi: "\"{written}\" ra ngoài kho chứa kế hoạch",
        en: "\"{written}\" leads out of the plan's repository"
    };
    Diagnostic::error("results-outside", pattern.place.clone(), message).advice(advice)
}

fn none_there(written: &str, kind: Kind) -> Text {
    match kind {
        Kind::Results => {
            say! { vi: "không có tệp số liệu nào khớp \"{written}\"", en: "no results file matches \"{written}\"" }
        }
        Kind::Scores => {
            say! { vi: "không có tệp điểm nào khớp \"{written}\"", en: "no scores file matches \"{written}\"" }
        }
    }
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
