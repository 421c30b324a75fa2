//! `papi fix`: makes the corrections of findings that have one sure answer.

use std::path::Path;
use std::sync::Arc;

use clap::{ArgMatches, Command};

use super::load::{Loaded, of_source};
use super::output::{self, Outcome};
use super::rewrite::{self, Rewritten};
use super::session::Session;
use super::validate::findings_of;
use super::{arguments, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::read::files::read_text;
use crate::say;
use crate::source::{Place, Source};
use crate::write::fixed::{Correction, corrected};
use crate::write::{concise, human};

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "fix",
        &say! {
            vi: "Sửa trong tệp kế hoạch những lỗi chỉ có một cách sửa chắc chắn; phần còn lại giữ nguyên từng byte",
            en: "Mend in plan files what has one sure correction; every other byte stays"
        },
        &say! { vi: "papi fix [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi fix [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi fix --diff                       xem trước\n  papi fix plans/lao-cai-2021.toml",
            en: "  papi fix --diff                       look first\n  papi fix plans/lao-cai-2021.toml"
        },
    )
    .arg(arguments::plans(lang))
    .arg(rewrite::diff_flag(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let mut files = Vec::new();
    let mut unreadable = Vec::new();
    let mut mended = Vec::new();
    for path in find::plans(session, matches)? {
        match read_text(&path) {
            Ok(source) => {
                let (new, made) = mend(session, &path, &source);
                mended.extend(made);
                files.push(Rewritten {
                    path,
                    old: source.text().to_owned(),
                    new,
                });
            }
            Err(finding) => unreadable.push(*finding),
        }
    }
    output::eprint(&human::diagnostics(&unreadable, session.look()));
    output::eprint(&concise::diagnostics(&mended, session.lang));
    let outcome = rewrite::deliver(session, matches, &files)?;
    Ok(outcome.max(Outcome::of(&unreadable, session)))
}

/// A correction may bring another to light; no file needs more rounds than this.
const ROUNDS: usize = 16;

/// The text with every sure correction made, and the findings that asked for them.
/// Corrections that leave more errors than there were are not made.
fn mend(session: &Session, path: &Path, source: &Arc<Source>) -> (String, Vec<Diagnostic>) {
    let mut source = Arc::clone(source);
    let mut made = Vec::new();
    let mut findings = found_in(session, &of_source(session, path, &source));
    for _ in 0..ROUNDS {
        let asking: Vec<_> = findings
            .iter()
            .filter_map(|finding| Some((finding, correction(finding, &source)?)))
            .collect();
        let corrections: Vec<_> = asking.iter().map(|(_, one)| one.clone()).collect();
        let (text, count) = corrected(source.text(), &corrections);
        if count == 0 {
            break;
        }
        let next = Source::new(path, text);
        let after = found_in(session, &of_source(session, path, &next));
        if errors(&after) > errors(&findings) {
            break;
        }
        made.extend(
            asking
                .into_iter()
                .filter(|(finding, _)| !after.iter().any(|left| is_same(left, finding)))
                .map(|(finding, _)| finding.clone()),
        );
        source = next;
        findings = after;
    }
    (source.text().to_owned(), made)
}

fn found_in(session: &Session, loaded: &Loaded) -> Vec<Diagnostic> {
    findings_of(session, loaded)
}

fn correction(finding: &Diagnostic, of: &Arc<Source>) -> Option<Correction> {
    let fix = finding.fix.as_ref()?;
    match &fix.place {
        Place::Span { source, span } if Arc::ptr_eq(source, of) => Some(Correction {
            span: span.clone(),
            replacement: fix.replacement.clone(),
        }),
        _ => None,
    }
}

fn errors(findings: &[Diagnostic]) -> usize {
    let grave = findings
        .iter()
        .filter(|finding| finding.severity == Severity::Error);
    grave.count()
}

fn is_same(one: &Diagnostic, other: &Diagnostic) -> bool {
    one.rule == other.rule
        && one.message == other.message
        && one.place.line_column() == other.place.line_column()
}
