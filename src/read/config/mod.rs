//! papi.toml → what an office settles for its plans, read key by key as plans are. A new
//! key is a line in `shapes.rs` and a line here.

pub mod shapes;

use std::sync::Arc;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::fields::{Fields, open_table};
use super::findings::Findings;
use super::syntax::syntax_findings;
use super::values::{not_a_word, text};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::model::Exception;
use crate::policy::{Policy, RuleSetting, SharedException};
use crate::say;
use crate::source::{Located, Source};

/// What papi.toml says; nothing where it says nothing.
#[derive(Debug, Default)]
pub struct Config {
    /// The plans where a command names none: files, folders or patterns.
    pub plans: Vec<Located<String>>,
    /// The results of plans, by the plan's id: files, folders or patterns.
    pub results: Vec<(Located<String>, Vec<Located<String>>)>,
    /// The language.
    pub language: Option<Located<Lang>>,
    /// The level that makes the exit code 1.
    pub fail_on: Option<Located<FailOn>>,
    /// The working calendar.
    pub calendar: Option<Located<String>>,
    /// What is laid down for all plans.
    pub policy: Policy,
}

/// The level that makes the exit code 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailOn {
    /// A finding that is at least as grave.
    Level(Severity),
    /// No finding does.
    Never,
}

/// Reads papi.toml, with what is wrong in it.
#[must_use]
pub fn read_config(source: &Arc<Source>) -> (Config, Vec<Diagnostic>) {
    let (table, errors) = DeTable::parse_recoverable(source.text());
    let (syntax, broken) = syntax_findings(source, &errors);
    let mut findings = Findings::new(source, broken);
    findings.found = syntax;
    let file = Fields::open(&shapes::FILE, table.get_ref(), 0..0, &mut findings);
    let config = Config {
        plans: file.one_or_more("plans", &mut findings),
        results: read_results(&file, &mut findings),
        language: file.word("language", &LANGUAGES, &mut findings),
        fail_on: file.word("fail_on", &FAIL_LEVELS, &mut findings),
        calendar: file.text("calendar", &mut findings),
        policy: Policy {
            rules: read_rules(&file, &mut findings),
            exceptions: file
                .tables("except", &shapes::EXCEPTION, &mut findings)
                .iter()
                .filter_map(|fields| read_exception(fields, &mut findings))
                .collect(),
        },
    };
    (config, findings.found)
}

const LANGUAGES: [(&str, Lang); 2] = [("vi", Lang::Vi), ("en", Lang::En)];

const FAIL_LEVELS: [(&str, FailOn); 3] = [
    ("error", FailOn::Level(Severity::Error)),
    ("warning", FailOn::Level(Severity::Warning)),
    ("never", FailOn::Never),
];

const SEVERITIES: [(&str, Severity); 3] = [
    (shapes::SEVERITIES[0], Severity::Error),
    (shapes::SEVERITIES[1], Severity::Warning),
    (shapes::SEVERITIES[2], Severity::Note),
];

/// `[results]`: any key is the id of a plan.
fn read_results(
    file: &Fields,
    findings: &mut Findings,
) -> Vec<(Located<String>, Vec<Located<String>>)> {
    let mut results = Vec::new();
    for (plan, value) in entries(file, "results", findings) {
        let paths: Vec<_> = match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| text(&plan, item, findings))
                .collect(),
            _ => text(&plan, value, findings).into_iter().collect(),
        };
        results.push((plan, paths));
    }
    results
}

/// `[rules]`: any key is the name of a rule.
fn read_rules(file: &Fields, findings: &mut Findings) -> Vec<RuleSetting> {
    let mut settings = Vec::new();
    for (rule, value) in entries(file, "rules", findings) {
        let (severity, issued_from) = match value.get_ref() {
            DeValue::Table(_) => {
                let Some(fields) = open_table(&rule, value, &shapes::RULE, findings) else {
                    continue;
                };
                let severity = fields.word("severity", &SEVERITIES, findings);
                (severity, fields.day("issued_from", findings))
            }
            _ => (severity(&rule, value, findings), None),
        };
        settings.push(RuleSetting {
            rule,
            severity,
            issued_from,
        });
    }
    settings
}

fn severity(
    rule: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<Severity>> {
    if !matches!(value.get_ref(), DeValue::String(_)) {
        findings.wrong_type(
            rule,
            value,
            say! {
                vi: "mức trong dấu nháy, hoặc bảng {{ severity, issued_from }}",
                en: "a severity in quotes, or a table {{ severity, issued_from }}"
            },
        );
        return None;
    }
    let written = text(rule, value, findings)?;
    let known = SEVERITIES.iter().find(|(word, _)| *word == *written);
    if known.is_none() {
        not_a_word(rule, &written, shapes::SEVERITIES.into_iter(), findings);
    }
    known.map(|(_, severity)| written.map(|_| *severity))
}

fn read_exception(fields: &Fields, findings: &mut Findings) -> Option<SharedException> {
    let plans = fields.texts("plans", findings);
    let items = fields.texts("items", findings);
    let reason = fields.text("reason", findings);
    let until = fields.day("until", findings);
    Some(SharedException {
        exception: Exception {
            rule: fields.text("rule", findings)?,
            reason,
            until,
        },
        plans,
        items,
    })
}

/// The entries of a table whose keys are names of the user's.
fn entries<'t>(
    file: &Fields<'t>,
    key: &str,
    findings: &mut Findings,
) -> Vec<(Located<String>, &'t Spanned<DeValue<'t>>)> {
    let Some(value) = file.get(key, findings) else {
        return Vec::new();
    };
    let DeValue::Table(table) = value.get_ref() else {
        findings.wrong_type(key, value, say! { vi: "một bảng", en: "a table" });
        return Vec::new();
    };
    table
        .iter()
        .filter(|(_, value)| !findings.is_broken(&value.span()))
        .map(|(name, value)| {
            let place = findings.place(name.span());
            (Located::new(name.get_ref().to_string(), place), value)
        })
        .collect()
}
