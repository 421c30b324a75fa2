//! The editions and published scores that a call and its plans name.

use std::borrow::Cow;
use std::path::{Path, PathBuf};

use anyhow::anyhow;
use chrono::NaiveDate;
use clap::ArgMatches;

use super::find;
use super::named_files::{Kind, named_files};
use super::session::Session;
use crate::catalog::editions::Editions;
use crate::catalog::provinces::{NamedProvince, Province, province, survey_day};
use crate::diagnostic::Diagnostic;
use crate::lang::{Lang, Text};
use crate::model::{Plan, ScoreBook};
use crate::progress::objectives::{Released, province_of};
use crate::read::editions::read_editions;
use crate::read::scores::read_scores;
use crate::say;

/// The endings of scores files.
const SCORES: [&str; 3] = ["csv", "tsv", "txt"];

/// The editions and scores that a call names, with what is wrong in them.
#[derive(Clone, Debug)]
pub(super) struct Known {
    /// The editions.
    pub editions: Editions,
    /// The scores; empty where none are given.
    pub book: ScoreBook,
    /// What is wrong in them.
    pub findings: Vec<Diagnostic>,
    /// The files of scores.
    files: Vec<PathBuf>,
    /// The day after which scores lie in the future.
    as_of: Option<NaiveDate>,
}

impl Known {
    /// What papi itself knows: no scores.
    pub(super) fn built_in(as_of: Option<NaiveDate>) -> Self {
        Self {
            editions: Editions::built_in(),
            book: ScoreBook::default(),
            findings: Vec::new(),
            files: Vec::new(),
            as_of,
        }
    }

    /// Reads `--editions` and every `--scores`: files, or folders of them.
    pub(super) fn read(session: &Session, matches: &ArgMatches) -> anyhow::Result<Self> {
        let mut known = Self::built_in(Some(session.as_of));
        let editions = matches.try_get_one::<PathBuf>("editions").ok().flatten();
        if let Some(path) = editions {
            let (editions, found) = read_editions(path, known.editions);
            known.editions = editions;
            known.findings.extend(found);
        }
        let given = matches.try_get_many::<PathBuf>("scores").ok().flatten();
        for path in given.into_iter().flatten() {
            for file in scores_at(path)? {
                known.add(&file);
            }
        }
        Ok(known)
    }

    /// The same with the scores that a plan names itself; the findings are of those
    /// alone.
    pub(super) fn with_scores_of(&self, plan: &Plan, path: &Path) -> Cow<'_, Self> {
        if plan.head.scores.is_empty() {
            return Cow::Borrowed(self);
        }
        let mut known = Self {
            findings: Vec::new(),
            ..self.clone()
        };
        let mut found = Vec::new();
        for file in named_files(&plan.head.scores, Kind::Scores, path, &mut found) {
            known.add(&file);
        }
        known.findings.extend(found);
        Cow::Owned(known)
    }

    /// What of the index is published for a plan on a day. The province is the one asked
    /// for, else the plan's.
    pub(super) fn released(
        &self,
        plan: &Plan,
        asked: Option<&str>,
        session: &Session,
    ) -> anyhow::Result<Released<'_>> {
        let own = province_of(plan, asked);
        let province = match (own, asked) {
            (None, Some(name)) => Some(province_named(name, &self.book, session.lang)?),
            (own, _) => own,
        };
        Ok(Released {
            editions: &self.editions,
            book: &self.book,
            province,
            as_of: session.as_of,
        })
    }

    /// Reads a file, unless it was read already.
    fn add(&mut self, file: &Path) {
        let whole = std::fs::canonicalize(file).unwrap_or_else(|_| file.to_owned());
        if self.files.contains(&whole) {
            return;
        }
        let found = read_scores(file, &self.editions, self.as_of, &mut self.book);
        self.findings.extend(found);
        self.files.push(whole);
    }

    /// The files that were read.
    pub(super) fn files(&self) -> impl Iterator<Item = &Path> {
        self.files.iter().map(PathBuf::as_path)
    }
}

/// The files that `--scores` means: a file, or those of a folder.
pub(super) fn scores_at(path: &Path) -> anyhow::Result<Vec<PathBuf>> {
    if path.is_dir() {
        find::files_in(path, &SCORES)
    } else {
        Ok(vec![path.to_owned()])
    }
}

/// The province of that name in the last year of the scores in which there is one.
///
/// # Errors
/// There is none; the nearest name is told.
pub(super) fn province_named(
    name: &str,
    book: &ScoreBook,
    lang: Lang,
) -> anyhow::Result<&'static Province> {
    let mut near = None;
    let years = book.years().rev().chain(std::iter::once(2024));
    for year in years {
        match province(name, survey_day(year)) {
            NamedProvince::There(found) => return Ok(found),
            NamedProvince::AtAnotherTime(found) if book.years().next().is_none() => {
                return Ok(found);
            }
            NamedProvince::AtAnotherTime(_) => {}
            NamedProvince::Unknown(found) => near = near.or(found),
        }
    }
    let text: Text = match near {
        Some(near) => say! {
            vi: "không có tỉnh, thành phố `{name}`; có phải `{near}`?",
            en: "there is no province `{name}`; did you mean `{near}`?"
        },
        None => {
            say! { vi: "không có tỉnh, thành phố `{name}`", en: "there is no province `{name}`" }
        }
    };
    Err(anyhow!(text.in_lang(lang).to_owned()))
}
