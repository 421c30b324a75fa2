//! A plan file → the model, with every mistake at its place. A new key is a line in
//! `shapes.rs` and a line where its table is read.

mod agencies;
mod appendix;
mod head;
mod reporting;
pub mod shapes;
mod target;
#[cfg(test)]
mod tests;
mod when;
mod work;

pub use agencies::{is_committee, is_plural};
pub use target::{plain_measure, target_from_words};
pub use when::when_from_words;

use std::sync::Arc;

use toml::de::DeTable;
use unicode_normalization::UnicodeNormalization;

use super::fields::Fields;
use super::findings::Findings;
use super::syntax::syntax_findings;
use super::values::whole;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Exception, Locality, Plan};
use crate::say;
use crate::source::{Located, Place, Source};

/// The version of the format that is read.
pub const FORMAT: i64 = 1;

/// What came of reading a plan.
#[derive(Debug)]
pub struct ReadPlan {
    /// The plan, as far as it could be read; `None` where there is no text to read.
    pub plan: Option<Plan>,
    /// What was found, in the order of the file.
    pub findings: Vec<Diagnostic>,
}

impl ReadPlan {
    /// Whether the file was read without an error, so that what is computed from the
    /// plan can be relied upon.
    #[must_use]
    pub fn is_sound(&self) -> bool {
        self.plan.is_some()
            && !self
                .findings
                .iter()
                .any(|finding| finding.severity == Severity::Error)
    }
}

/// Reads a plan. `registry` gives the localities of the registry file that the plan
/// names, with what is wrong in it.
pub fn read_plan(
    source: &Arc<Source>,
    registry: impl FnOnce(&Located<String>) -> (Vec<Locality>, Vec<Diagnostic>),
) -> ReadPlan {
    let text = source.text();
    if text.trim().is_empty() {
        return empty(source);
    }
    let (table, errors) = DeTable::parse_recoverable(text);
    let (syntax, broken) = syntax_findings(source, &errors);
    let mut findings = Findings::new(source, broken);
    findings.found = syntax;
    let table = table.get_ref();
    let file = Fields::open(&shapes::FILE, table, 0..0, &mut findings);
    check_format(&file, &mut findings);
    let plan = read_tables(&file, registry, &mut findings);
    findings.found.extend(decomposed(source));
    let mut findings = findings.found;
    findings.sort_by_key(|finding| match &finding.place {
        Place::Span { source: at, span } if Arc::ptr_eq(at, source) => span.start,
        _ => usize::MAX,
    });
    ReadPlan {
        plan: Some(plan),
        findings,
    }
}

fn empty(source: &Arc<Source>) -> ReadPlan {
    let finding = Diagnostic::error(
        "empty-file",
        Place::file(source.path()),
        say! { vi: "tệp trống, không có kế hoạch nào", en: "the file is empty: there is no plan in it" },
    )
    .advice(say! {
        vi: "một kế hoạch bắt đầu bằng `format = 1` và bảng [plan]",
        en: "a plan begins with `format = 1` and the table [plan]"
    });
    ReadPlan {
        plan: None,
        findings: vec![finding],
    }
}

/// Text in which letters and their marks are written apart, which looks the same and is
/// found by no search: told once, at its first word.
fn decomposed(source: &Arc<Source>) -> Option<Diagnostic> {
    let text = source.text();
    if unicode_normalization::is_nfc(text) {
        return None;
    }
    let apart = text
        .split_inclusive(char::is_whitespace)
        .scan(0, |at, word| {
            let start = *at;
            *at += word.len();
            let bare = word.trim_start_matches(['"', '\'', '[', '#']);
            Some((start + word.len() - bare.len(), bare.trim_end()))
        })
        .filter(|(_, word)| !unicode_normalization::is_nfc(word));
    let apart: Vec<_> = apart
        .map(|(start, word)| start..start + word.len())
        .collect();
    let (first, last) = (apart.first()?.clone(), apart.last()?.clone());
    let whole = first.start..last.end;
    let composed: String = text[whole.clone()].nfc().collect();
    let count = apart.len();
    Some(
        Diagnostic::warning(
            "decomposed-text",
            Place::span(source, first),
            say! {
                vi: "{count} từ viết bằng dấu tổ hợp (NFD): tìm kiếm trong tệp sẽ không thấy",
                en: "{count} words have letters and marks apart (NFD): searches will not find them"
            },
        )
        .advice(say! {
            vi: "lệnh `papi fix` đổi sang chữ dựng sẵn (NFC)",
            en: "`papi fix` writes them composed (NFC)"
        })
        .fix(Place::span(source, whole), composed),
    )
}

fn check_format(file: &Fields, findings: &mut Findings) {
    let Some(value) = file.get("format", findings) else {
        return;
    };
    match whole(value.get_ref()) {
        Some(FORMAT) => {}
        Some(other) => {
            let place = findings.place(value.span());
            findings.add(Diagnostic::error(
                "wrong-value",
                place,
                say! {
                    vi: "định dạng {other} chưa được biết; bản papi này đọc format = {FORMAT}",
                    en: "format {other} is not known; this papi reads format = {FORMAT}"
                },
            ));
        }
        None => findings.wrong_type("format", value, say! { vi: "số 1", en: "the number 1" }),
    }
}

fn read_tables(
    file: &Fields,
    registry: impl FnOnce(&Located<String>) -> (Vec<Locality>, Vec<Diagnostic>),
    findings: &mut Findings,
) -> Plan {
    // Without a head the rest is read all the same, for its mistakes.
    let head = match file.table("plan", &shapes::HEAD, findings) {
        Some(fields) => head::read_head(&fields, findings),
        None => head::no_head(findings.place(0..0)),
    };
    let reading = Reading::of(&head);
    let reporting = file
        .table("reporting", &shapes::REPORTING, findings)
        .map(|fields| reporting::read_reporting(&fields, findings));
    let (registry_file, agencies) = agencies::read_agencies(file, findings);
    let localities = registry_file.as_ref().map_or_else(Vec::new, |path| {
        let (localities, found) = registry(path);
        findings.found.extend(found);
        localities
    });
    let objectives = file
        .tables("objective", &shapes::OBJECTIVE, findings)
        .iter()
        .map(|fields| work::read_objective(fields, findings))
        .collect();
    let duties = file
        .tables("duty", &shapes::DUTY, findings)
        .iter()
        .map(|fields| work::read_duty(fields, &reading, findings))
        .collect();
    let sections = file
        .tables("section", &shapes::SECTION, findings)
        .iter()
        .map(|fields| work::read_section(fields, &reading, findings))
        .collect();
    Plan {
        head,
        reporting,
        agencies,
        registry: registry_file,
        localities,
        objectives,
        duties,
        sections,
        appendices: appendix::read_appendices(file, findings),
        exceptions: read_exceptions(file, findings),
    }
}

/// What the reading of phrases needs to know of the plan.
#[derive(Clone, Copy, Debug)]
pub struct Reading {
    /// The years it is for.
    pub years: crate::model::Years,
    /// The day of issue.
    pub issued: Option<chrono::NaiveDate>,
}

impl Reading {
    /// What the head says.
    #[must_use]
    pub fn of(head: &crate::model::Head) -> Self {
        Self {
            years: head.years,
            issued: head.issued.as_ref().map(|day| day.value),
        }
    }
}

fn read_exceptions(fields: &Fields, findings: &mut Findings) -> Vec<Exception> {
    fields
        .tables("except", &shapes::EXCEPTION, findings)
        .iter()
        .filter_map(|exception| {
            Some(Exception {
                rule: exception.text("rule", findings)?,
                reason: exception.text("reason", findings),
                until: exception.day("until", findings),
            })
        })
        .collect()
}
