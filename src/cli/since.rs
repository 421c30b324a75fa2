//! `--since`: of what is found, what an edit brought or made worse. Findings are known
//! again by their rule, their item and the text at their place, never by their line.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Arg, ArgMatches};

use super::arguments;
use super::git::{self, Revision};
use super::session::Session;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::say;

/// What plans were before an edit.
pub(super) enum Before {
    /// The files of a revision.
    Revision(Revision),
    /// One file.
    File(PathBuf),
}

/// `--since`.
pub(super) fn option(lang: Lang) -> Arg {
    let help = say! {
        vi: "Chỉ báo những gì bản sửa gây ra hoặc làm nặng thêm so với một phiên bản git, như main, hoặc một tệp",
        en: "Tell only what the edit brought or made worse since a git revision, like main, or a file"
    };
    arguments::option(lang, "since", &say! { vi: "PHIÊN BẢN", en: "REV" }, &help)
        .value_parser(clap::value_parser!(std::ffi::OsString))
}

impl Before {
    /// What `--since` names, where it is there.
    pub(super) fn of(
        session: &Session,
        matches: &ArgMatches,
        plans: &[PathBuf],
    ) -> anyhow::Result<Option<Self>> {
        let Some(name) = matches.get_one::<std::ffi::OsString>("since") else {
            return Ok(None);
        };
        if git::is_file(name) {
            if plans.len() > 1 {
                let text = say! {
                    vi: "--since là một tệp nên chỉ so sánh được một kế hoạch",
                    en: "--since names a file, so name the one plan to compare"
                };
                bail!(text.in_lang(session.lang).to_owned());
            }
            return Ok(Some(Self::File(name.into())));
        }
        let folder = plans.first().and_then(|plan| plan.parent());
        let name = name.to_string_lossy();
        let revision = Revision::of(&name, folder.unwrap_or(Path::new("")), session.lang)?;
        Ok(Some(Self::Revision(revision)))
    }

    /// Where a plan stands as it was; `None` where there was none.
    pub(super) fn path_of(&self, plan: &Path) -> Option<PathBuf> {
        let path = match self {
            Self::Revision(revision) => revision.path_of(plan),
            Self::File(file) => file.clone(),
        };
        path.exists().then_some(path)
    }
}

/// Those of `now` that were not there `before`, or were less grave.
pub(super) fn brought(before: &[Diagnostic], now: Vec<Diagnostic>) -> Vec<Diagnostic> {
    let mut known: HashMap<(&str, &str, &str), Vec<Severity>> = HashMap::new();
    for finding in before {
        known
            .entry(key(finding))
            .or_default()
            .push(finding.severity);
    }
    let is_new: Vec<bool> = now
        .iter()
        .map(|finding| {
            let Some(severities) = known.get_mut(&key(finding)) else {
                return true;
            };
            match severities.iter().position(|old| *old >= finding.severity) {
                Some(at) => {
                    severities.remove(at);
                    false
                }
                None => true,
            }
        })
        .collect();
    let brought = now.into_iter().zip(is_new);
    brought
        .filter_map(|(finding, is_new)| is_new.then_some(finding))
        .collect()
}

fn key(finding: &Diagnostic) -> (&str, &str, &str) {
    let item = finding.subject.as_deref().unwrap_or("");
    (finding.rule, item, finding.place.text().trim())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::source::{Place, Source};

    fn found_in(text: &str, severity: Severity) -> Vec<Diagnostic> {
        let source = Source::new("a.toml", text);
        let places = text.match_indices("bad");
        let places = places.map(|(at, bad)| Place::span(&source, at..at + bad.len()));
        places
            .map(|place| Diagnostic::new("x", severity, place, say! { vi: "x", en: "x" }))
            .collect()
    }

    #[test]
    fn a_finding_on_another_line_is_the_same_and_one_more_is_new() {
        let before = found_in("bad\n", Severity::Error);
        let moved = found_in("\n\n  bad\n", Severity::Error);
        assert!(brought(&before, moved).is_empty());
        let more = found_in("bad bad", Severity::Error);
        assert_eq!(brought(&before, more).len(), 1);
    }

    #[test]
    fn a_finding_that_is_graver_than_before_is_told() {
        let before = found_in("bad", Severity::Warning);
        let graver = found_in("bad", Severity::Error);
        assert_eq!(brought(&before, graver).len(), 1);
        let lighter = found_in("bad", Severity::Note);
        assert!(brought(&before, lighter).is_empty());
    }
}
