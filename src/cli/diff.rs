//! `papi diff`: what an edit changes in plans, by id and never by line.

use std::collections::BTreeSet;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{ArgMatches, Command};

use super::git::{self, Revision};
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, find};
use crate::lang::Lang;
use crate::model::changes::{ChangeKind, changes};
use crate::reports::changes as report;
use crate::say;
use crate::table::{Block, Document};
use crate::write::human;

/// The formats it takes.
const FORMATS: [&str; 4] = ["human", "markdown", "json", "html"];

pub(super) fn command(lang: Lang) -> Command {
    let sides = say! {
        vi: "Hai tệp kế hoạch; hoặc hai phiên bản git CŨ..MỚI (bỏ MỚI là các tệp hiện tại), có thể kèm các kế hoạch",
        en: "Two plan files; or two git revisions OLD..NEW (without NEW, the files as they are), then plans"
    };
    arguments::named(
        lang,
        "diff",
        &say! {
            vi: "So sánh hai bản của kế hoạch theo mã: chỉ tiêu, thời hạn, đơn vị, nhiệm vụ",
            en: "Compare two versions of plans by id: targets, deadlines, agencies, tasks"
        },
        &say! {
            vi: "papi diff [TÙY CHỌN] <CŨ> <MỚI>\n       papi diff [TÙY CHỌN] <CŨ>..[MỚI] [KẾ HOẠCH]...",
            en: "papi diff [OPTIONS] <OLD> <NEW>\n       papi diff [OPTIONS] <OLD>..[NEW] [PLAN]..."
        },
        &say! {
            vi: "  papi diff du-thao.toml plans/lao-cai-2021.toml\n  papi diff main..HEAD --format markdown       cho một yêu cầu hợp nhất\n  papi diff HEAD..                             những sửa đổi chưa lưu vào git",
            en: "  papi diff draft.toml plans/lao-cai-2021.toml\n  papi diff main..HEAD --format markdown       for a merge request\n  papi diff HEAD..                             what is not committed yet"
        },
    )
    .arg(
        arguments::positional(lang, "sides", say! { vi: "CŨ MỚI", en: "OLD NEW" }.in_lang(lang), &sides)
            .num_args(1..)
            .value_parser(clap::value_parser!(OsString)),
    )
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let format = session.format_among(&FORMATS)?;
    let given: Vec<&OsString> = matches.get_many("sides").into_iter().flatten().collect();
    let mut compared = Compared::default();
    match given.as_slice() {
        [old, new] if git::is_file(old) && git::is_file(new) => {
            let title = format!("{} → {}", old.display(), new.display());
            compared.plan(session, &title, (Path::new(old), Path::new(new)));
        }
        [range, plans @ ..] => match range.to_str().and_then(|range| range.split_once("..")) {
            Some((old, new)) if !git::is_file(range) => {
                compared.revisions(session, (old, new.trim_start_matches('.')), plans)?;
            }
            _ => bail!(neither(given.as_slice()).in_lang(session.lang).to_owned()),
        },
        [] => bail!(neither(&[]).in_lang(session.lang).to_owned()),
    }
    output::eprint(&human::diagnostics(&compared.unreadable, session.look()));
    let document = Document {
        headings: Vec::new(),
        blocks: vec![Block::Parts {
            key: "plans",
            parts: compared.parts,
        }],
    };
    output::deliver_document(session, format, &document, &compared.unreadable)?;
    Ok(if compared.unreadable.is_empty() {
        Outcome::Clean
    } else {
        Outcome::Unreadable
    })
}

fn neither(given: &[&OsString]) -> crate::lang::Text {
    let given: Vec<_> = given
        .iter()
        .map(|word| word.display().to_string())
        .collect();
    let given = given.join(" ");
    say! {
        vi: "`{given}` không phải hai tệp, cũng không phải CŨ..MỚI",
        en: "`{given}` is neither two files nor OLD..NEW"
    }
}

/// What was compared so far.
#[derive(Default)]
struct Compared {
    parts: Vec<Document>,
    unreadable: Vec<crate::diagnostic::Diagnostic>,
}

impl Compared {
    /// Every plan at two revisions; without a second name, as the files are now.
    fn revisions(
        &mut self,
        session: &Session,
        (old, new): (&str, &str),
        given: &[&OsString],
    ) -> anyhow::Result<()> {
        let paths: Vec<PathBuf> = given.iter().map(PathBuf::from).collect();
        let paths = find::plans_among(session, &paths)?;
        let folder = |path: &Path| path.parent().map(Path::to_owned).unwrap_or_default();
        let inside = paths.first().map(|path| folder(path)).unwrap_or_default();
        let old = if old.is_empty() { "HEAD" } else { old };
        let before = Revision::of(old, &inside, session.lang)?;
        let now = match new {
            "" => None,
            name => Some(Revision::of(name, &inside, session.lang)?),
        };
        let at = |revision: Option<&Revision>, path: &Path| match revision {
            Some(revision) => revision.path_of(path),
            None => path.to_owned(),
        };
        // A plan may be on one side only, and in neither of the files as they are.
        let mut all: BTreeSet<PathBuf> = paths.iter().cloned().collect();
        if given.is_empty() {
            for folder in paths
                .iter()
                .map(|path| folder(path))
                .collect::<BTreeSet<_>>()
            {
                for side in [Some(&before), now.as_ref()].into_iter().flatten() {
                    let there = side.path_of(&folder.join("x"));
                    let there = there.parent().unwrap_or(Path::new(""));
                    let files = find::files_in(there, &["toml"]).unwrap_or_default();
                    let names = files.iter().filter_map(|file| file.file_name());
                    all.extend(names.map(|name| folder.join(name)));
                }
            }
        }
        for path in all {
            let sides = (at(Some(&before), &path), at(now.as_ref(), &path));
            self.plan(session, &path.to_string_lossy(), (&sides.0, &sides.1));
        }
        Ok(())
    }

    fn plan(&mut self, session: &Session, title: &str, (old, new): (&Path, &Path)) {
        match (old.exists(), new.exists()) {
            (true, false) => self
                .parts
                .push(report::one_sided(title, ChangeKind::Dropped)),
            (false, true) => self.parts.push(report::one_sided(title, ChangeKind::Added)),
            (false, false) => {}
            (true, true) => {
                let (old, new) = (load(session, old), load(session, new));
                match (&old.read.plan, &new.read.plan) {
                    (Some(before), Some(now)) => {
                        let changes = changes(before, now);
                        self.parts
                            .push(report::document(title, &changes, before, now));
                    }
                    _ => self.unread([&old, &new]),
                }
            }
        }
    }

    fn unread(&mut self, sides: [&Loaded; 2]) {
        for side in sides.into_iter().filter(|side| side.read.plan.is_none()) {
            self.unreadable.extend(side.read.findings.iter().cloned());
        }
    }
}
