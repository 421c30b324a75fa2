//! `papi validate`: the files alone, without a clock; for CI.

use clap::{ArgMatches, Command};

use super::examine::{after_exceptions, examine};
use super::known::Known;
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::plans::family;
use super::session::Session;
use super::{arguments, find};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Lang, english};
use crate::progress::{Directory, Items};
use crate::rules::{self, RULES, Subject};
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
            vi: "  papi validate                         mọi kế hoạch trong plans/\n  papi validate plans/lao-cai-2021.toml\n  papi validate --format github         chú thích trong GitHub Actions",
            en: "  papi validate                         every plan under plans/\n  papi validate plans/lao-cai-2021.toml\n  papi validate --format github         annotations in GitHub Actions"
        },
    )
    .arg(arguments::plans(lang))
    .arg(arguments::results(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths = find::plans(session, matches)?;
    let given = find::results_of_each(session, matches, &paths)?;
    let format = session.format_among(&FORMATS)?;
    let mut findings = session.office.findings.clone();
    let mut excepted = 0;
    let read = paths.iter().map(|path| load(session, path));
    let read: Vec<_> = read.collect();
    let family = family(&read);
    for loaded in &read {
        match &loaded.read.plan {
            Some(plan) if loaded.read.is_sound() => {
                let examined = examine(plan, loaded, &given, None);
                let mut of_plan = loaded.read.findings.clone();
                of_plan.extend(examined.findings);
                of_plan.extend(rules::check_family(&family, &loaded.path));
                let scores = Known::built_in(None);
                of_plan.extend(scores.with_scores_of(plan, &loaded.path).findings.clone());
                let parted = after_exceptions(session, plan, of_plan, None);
                excepted += parted.set_aside.len();
                findings.extend(parted.standing);
            }
            _ => findings.extend(findings_of(session, loaded)),
        }
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
