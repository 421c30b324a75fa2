//! `papi check`: the officer's screen.

use std::borrow::Cow;

use clap::{ArgMatches, Command};

use super::examine::{after_exceptions, examine, findings_of_day};
use super::known::Known;
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::plans::family;
use super::session::Session;
use super::validate::written;
use super::{arguments, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
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
    .arg(arguments::scores(lang))
    .arg(arguments::province(lang))
    .arg(arguments::editions(lang))
    .arg(arguments::as_of(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths = find::plans(session, matches)?;
    let given = find::results_of_each(session, matches, &paths)?;
    let format = session.format_among(&FORMATS)?;
    let known = Known::read(session, matches)?;
    let province = matches.get_one::<String>("province").map(String::as_str);
    let extent = match format {
        Format::Human => Extent::Screen,
        Format::Markdown => Extent::Folded,
        _ => Extent::Whole,
    };
    let mut of_office = rules::check_policy(&session.office.config.policy, Some(session.as_of));
    of_office.extend(known.findings.iter().cloned());
    let mut all = of_office.clone();
    let mut parts = Vec::new();
    let mut drawn = of_office;
    let read = paths.iter().map(|path| load(session, path));
    let read: Vec<_> = read.collect();
    let family = family(&read);
    for loaded in &read {
        let checked = match &loaded.read.plan {
            Some(plan) if loaded.read.is_sound() => {
                let scores = known.with_scores_of(plan, &loaded.path);
                let mut examined = examine(plan, loaded, &given, Some(session.as_of));
                let beside = rules::check_family(&family, &loaded.path);
                examined.findings.extend(beside);
                if let Cow::Owned(own) = &scores {
                    examined.findings.extend(own.findings.iter().cloned());
                }
                let released = scores.released(plan, province, session)?;
                let progress = Progress::with_scores(&examined.ledger, released);
                let call = call_of(matches, plan.head.id.as_str(), loaded);
                check_sound(
                    session,
                    &progress,
                    loaded,
                    (&examined.findings, &call),
                    extent,
                )
            }
            _ => check_unsound(session, loaded),
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

/// What another command needs beside its name to speak of the same plan, results and
/// day.
fn call_of(matches: &ArgMatches, id: &str, loaded: &Loaded) -> String {
    let quoted = |text: &str| {
        if text.contains([' ', '\'', '"', '$', '`']) {
            format!("'{}'", text.replace('\'', "'\\''"))
        } else {
            text.to_owned()
        }
    };
    let mut call = quoted(&loaded.path.to_string_lossy());
    let given = matches.get_many::<std::ffi::OsString>("results");
    for results in given.into_iter().flatten() {
        let results = results.to_string_lossy();
        let own = match results.split_once('=') {
            Some((other, path)) if !std::path::Path::new(&*results).exists() => {
                if other != id {
                    continue;
                }
                path
            }
            _ => &results,
        };
        call.push_str(" --results ");
        call.push_str(&quoted(own));
    }
    if let Some(day) = matches.get_one::<String>("as-of") {
        call.push_str(" --as-of ");
        call.push_str(&quoted(day));
    }
    call
}

fn check_sound(
    session: &Session,
    progress: &Progress,
    loaded: &Loaded,
    (examined, call): (&[Diagnostic], &str),
    extent: Extent,
) -> Checked {
    let mut findings = loaded.read.findings.clone();
    findings.extend_from_slice(examined);
    findings.extend(findings_of_day(progress));
    let excepted = after_exceptions(session, progress.plan, findings, Some(session.as_of));
    let findings = excepted.standing;
    let mut of_files: Vec<_> = findings
        .iter()
        .filter(|finding| !rules::needs_a_day(finding.rule) && finding.severity > Severity::Note)
        .cloned()
        .collect();
    of_files.sort_by_key(|finding| std::cmp::Reverse(finding.severity));
    let counts = counts(&of_files, excepted.set_aside.len());
    Checked {
        document: check::check(
            progress,
            (&loaded.path.to_string_lossy(), call),
            counts,
            extent,
        ),
        findings,
        of_files,
    }
}

fn check_unsound(session: &Session, loaded: &Loaded) -> Checked {
    let findings = super::validate::findings_of(session, loaded);
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
