//! `papi validate`: the files alone, without a clock; for CI.

use clap::{ArgMatches, Command};

use super::examine::{after_exceptions, examine};
use super::known::Known;
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::plans::family;
use super::session::Session;
use super::since::{self, Before, brought};
use super::{arguments, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Lang, english};
use crate::model::changes::changes;
use crate::progress::family::Family;
use crate::progress::{Directory, Items};
use crate::rules::{self, Excepted, RULES, Subject};
use crate::say;
use crate::table::{Block, Document, Tone};
use crate::write::{self, Format, RulePage};

/// The formats it takes.
const FORMATS: [&str; 8] = [
    "human",
    "concise",
    "json",
    "json-lines",
    "sarif",
    "github",
    "gitlab",
    "junit",
];

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "validate",
        &say! {
            vi: "Kiểm tra tệp kế hoạch: mọi lỗi một lần, đúng chỗ; không phụ thuộc ngày",
            en: "Check plan files: every mistake at once, at its place; no clock"
        },
        &say! { vi: "papi validate [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi validate [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi validate                         mọi kế hoạch trong plans/\n  papi validate plans/lao-cai-2021.toml\n  papi validate --since main            chỉ những gì bản sửa gây ra\n  papi validate --format github         chú thích trong GitHub Actions",
            en: "  papi validate                         every plan under plans/\n  papi validate plans/lao-cai-2021.toml\n  papi validate --since main            only what the edit brought\n  papi validate --format github         annotations in GitHub Actions"
        },
    )
    .arg(arguments::plans(lang))
    .arg(arguments::results(lang))
    .arg(since::option(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths = find::plans(session, matches)?;
    let given = find::results_of_each(session, matches, &paths)?;
    let format = session.format_among(&FORMATS)?;
    let before = Before::of(session, matches, &paths)?;
    let mut findings = session.office.findings.clone();
    let mut excepted = 0;
    let read: Vec<_> = paths.iter().map(|path| load(session, path)).collect();
    let old_paths: Vec<_> = paths
        .iter()
        .map(|path| before.as_ref()?.path_of(path))
        .collect();
    let old = old_paths.iter().flatten();
    let old: Vec<_> = old.map(|path| load(session, path)).collect();
    let (family, old_family) = (family(&read), self::family(&old));
    let mut old = old.iter();
    for (loaded, old_path) in read.iter().zip(&old_paths) {
        let old = old_path.as_ref().and_then(|_| old.next());
        let parted = found_in(session, loaded, &given, &family, old);
        excepted += parted.set_aside.len();
        findings.extend(match old {
            Some(old) => {
                let before = found_in(session, old, &given, &old_family, None);
                brought(&before.standing, parted.standing)
            }
            None => parted.standing,
        });
    }
    let outcome = Outcome::of(&findings, session);
    let mut text = written(session, format, &findings)?;
    if format == Format::Human {
        let summary = Document::of(vec![summary(paths.len(), &findings, excepted)]);
        text.push_str(&write::terminal::document(&summary, session.look()));
    }
    output::deliver(session, text.as_bytes())?;
    Ok(outcome)
}

/// What is found in a plan and its results, and in what changed since it was `old`.
fn found_in(
    session: &Session,
    loaded: &Loaded,
    given: &[(Option<String>, std::path::PathBuf)],
    family: &Family,
    old: Option<&Loaded>,
) -> Excepted {
    let plan = match &loaded.read.plan {
        Some(plan) if loaded.read.is_sound() => plan,
        _ => {
            return Excepted {
                standing: findings_of(session, loaded),
                set_aside: Vec::new(),
            };
        }
    };
    let mut findings = loaded.read.findings.clone();
    findings.extend(examine(plan, loaded, given, None).findings);
    findings.extend(rules::check_family(family, &loaded.path));
    let scores = Known::built_in(None);
    findings.extend(scores.with_scores_of(plan, &loaded.path).findings.clone());
    if let Some(old) = old.and_then(|old| old.read.plan.as_ref()) {
        findings.extend(rules::check_changes(&changes(old, plan)));
    }
    after_exceptions(session, plan, findings, None)
}

/// Findings in a format, with the pages of the rules for formats that carry them.
pub(super) fn written(
    session: &Session,
    format: Format,
    findings: &[Diagnostic],
) -> anyhow::Result<String> {
    let pages: Vec<_> = RULES
        .iter()
        .map(|rule| RulePage {
            name: rule.name,
            short: rule.summary_in(session.lang),
            help: rule.page_in(session.lang),
            severity: rule.severity,
        })
        .collect();
    write::diagnostics(format, findings, session.settings(&pages))
        .map_err(|reason| output::unwritten(&reason, session.lang))
}

/// What is found in a file that is too broken to be judged.
pub(super) fn findings_of(session: &Session, loaded: &Loaded) -> Vec<Diagnostic> {
    let mut findings = loaded.read.findings.clone();
    let Some(plan) = &loaded.read.plan else {
        return findings;
    };
    let directory = Directory::of(plan);
    let items = Items::of(plan);
    let subject = Subject::new(plan, &directory, &items, &loaded.read.findings);
    findings.extend(rules::check_plan(&subject.under(&loaded.calendar)));
    after_exceptions(session, plan, findings, None).standing
}

fn summary(plans: usize, findings: &[Diagnostic], excepted: usize) -> Block {
    let of = |severity| {
        findings
            .iter()
            .filter(|finding| finding.severity == severity)
            .count()
    };
    let (errors, warnings) = (of(Severity::Error), of(Severity::Warning));
    let tone = match (errors, warnings) {
        (0, 0) => Tone::Good,
        (0, _) => Tone::Caution,
        _ => Tone::Bad,
    };
    let of_plans = english(plans, "plan", "plans");
    let of_errors = english(errors, "error", "errors");
    let of_warnings = english(warnings, "warning", "warnings");
    Block::toned(
        say! {
            vi: "{plans} kế hoạch: {errors} lỗi, {warnings} cảnh báo, {excepted} ngoại lệ có lý do",
            en: "{of_plans}: {of_errors}, {of_warnings}, {excepted} excepted with a reason"
        },
        tone,
    )
}
