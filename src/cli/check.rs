//! `papi check`: the officer's screen.

use clap::{ArgMatches, Command};

use super::examine::{after_exceptions, examine, findings_of_day};
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::session::Session;
use super::validate::written;
use super::{arguments, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::model::Plan;
use crate::progress::Progress;
use crate::reports::check::{self, Extent, FileCounts};
use crate::rules;
use crate::say;
use crate::table::{Block, Document, Fact, Tone, Value};
use crate::write::{self, Format};

/// The formats it takes.
const FORMATS: [&str; 9] = [
    "human",
    "concise",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
    "markdown",
];

/// Findings of files drawn on a screen; `papi validate` shows the rest.
const DRAWN: usize = 3;

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "check",
        &say! {
            vi: "Kiểm tra kế hoạch, liệt kê báo cáo quá hạn và sắp đến hạn, đánh giá chỉ tiêu",
            en: "Check plans, list what is overdue and soon due, judge targets"
        },
        &say! { vi: "papi check [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi check [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi check\n  papi check plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi check --format sarif -o papi.sarif",
            en: "  papi check\n  papi check plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi check --format sarif -o papi.sarif"
        },
    )
    .arg(arguments::plans(lang))
    .arg(arguments::results(lang))
    .arg(arguments::as_of(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths = find::plans(matches, session.lang)?;
    let given = find::results_given(matches, &paths, session.lang)?;
    let format = session.format_among(&FORMATS)?;
    let extent = match format {
        Format::Human => Extent::Screen,
        Format::Markdown => Extent::Folded,
        _ => Extent::Whole,
    };
    let mut all = Vec::new();
    let mut parts = Vec::new();
    let mut drawn = Vec::new();
    for path in &paths {
        let loaded = load(path);
        let checked = match &loaded.read.plan {
            Some(plan) if loaded.read.is_sound() => {
                check_sound(session, plan, &loaded, &given, extent)
            }
            _ => check_unsound(&loaded),
        };
        drawn.extend(checked.of_files);
        all.extend(checked.findings);
        parts.push(checked.document);
    }
    let outcome = Outcome::of(&all, session);
    let document = Document {
        headings: Vec::new(),
        blocks: vec![
            Block::Facts(vec![Fact {
                key: "as_of",
                value: Value::Day(session.as_of),
                label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
            }]),
            Block::Parts {
                key: "plans",
                parts,
            },
        ],
    };
    match format {
        Format::Human => {
            let mut text = files_on_screen(session, drawn);
            text.push_str(&write::terminal::document(&document, session.look()));
            output::deliver(session, text.as_bytes())?;
        }
        Format::Json | Format::Markdown => {
            output::deliver_document(session, format, &document, &all)?;
        }
        other => output::deliver(session, written(session, other, &all)?.as_bytes())?,
    }
    Ok(outcome)
}

/// The findings of files, as many as leave room on a screen.
fn files_on_screen(session: &Session, mut findings: Vec<Diagnostic>) -> String {
    let hidden = findings.len().saturating_sub(DRAWN);
    findings.truncate(DRAWN);
    let mut text = write::human::diagnostics(&findings, session.look());
    if hidden > 0 {
        let more = say! {
            vi: "… và {hidden} phát hiện nữa trong tệp: papi validate",
            en: "… and {hidden} more findings in the files: papi validate"
        };
        let more = Document::of(vec![Block::toned(more, Tone::Faint)]);
        text.push_str(&write::terminal::document(&more, session.look()));
        text.push('\n');
    }
    text
}

/// What the check of one plan comes to.
struct Checked {
    /// What is said of it.
    document: Document,
    /// Every finding that stands.
    findings: Vec<Diagnostic>,
    /// Those of them that are about the files, errors first.
    of_files: Vec<Diagnostic>,
}

fn check_sound(
    session: &Session,
    plan: &Plan,
    loaded: &Loaded,
    given: &find::ResultsGiven,
    extent: Extent,
) -> Checked {
    let examined = examine(plan, loaded, given, Some(session.as_of));
    let progress = Progress::on(&examined.ledger, session.as_of);
    let mut findings = loaded.read.findings.clone();
    findings.extend(examined.findings);
    findings.extend(findings_of_day(&progress));
    let excepted = after_exceptions(plan, findings, Some(session.as_of));
    let findings = excepted.standing;
    let mut of_files: Vec<_> = findings
        .iter()
        .filter(|finding| !rules::needs_a_day(finding.rule) && finding.severity > Severity::Note)
        .cloned()
        .collect();
    of_files.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let counts = counts(&of_files, excepted.set_aside.len());
    Checked {
        document: check::check(&progress, &loaded.path.to_string_lossy(), counts, extent),
        findings,
        of_files,
    }
}

fn check_unsound(loaded: &Loaded) -> Checked {
    let findings = super::validate::findings_of(loaded);
    let counts = counts(&findings, 0);
    Checked {
        document: check::unsound(&loaded.path.to_string_lossy(), counts),
        of_files: findings.clone(),
        findings,
    }
}

fn counts(findings: &[Diagnostic], excepted: usize) -> FileCounts {
    let of = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    FileCounts {
        errors: of(Severity::Error),
        warnings: of(Severity::Warning),
        excepted,
    }
}
