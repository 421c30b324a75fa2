//! Objectives, duties, sections, tasks and their parts.

use toml::de::DeValue;

use super::super::fields::Fields;
use super::super::findings::Findings;
use super::target::read_targets;
use super::when::read_when;
use super::{Reading, read_exceptions, shapes};
use crate::model::{
    Assignment, Every, Objective, OwnReporting, PeriodPart, PeriodSet, Schedule, Section, Task,
    TaskKind,
};
use crate::say;
use crate::source::Located;
use crate::words::{self, ScheduleContext};

/// An objective.
pub(super) fn read_objective(fields: &Fields, findings: &mut Findings) -> Objective {
    let title = fields.text("title", findings);
    let id = fields.text("id", findings);
    let id = id.unwrap_or_else(|| nameless(fields, findings));
    Objective {
        targets: read_targets(fields, &id, findings),
        title: title.unwrap_or_else(|| Located::new(String::new(), id.place.clone())),
        id,
        dimensions: read_dimensions(fields, findings),
        note: fields.text("note", findings),
        exceptions: read_exceptions(fields, findings),
    }
}

/// A duty of the plan's body.
pub(super) fn read_duty(fields: &Fields, reading: &Reading, findings: &mut Findings) -> Task {
    read_task(fields, TaskKind::Duty, reading, findings)
}

/// A section with its tasks.
pub(super) fn read_section(fields: &Fields, reading: &Reading, findings: &mut Findings) -> Section {
    let title = fields.text("title", findings);
    let id = fields.text("id", findings);
    let id = id.unwrap_or_else(|| nameless(fields, findings));
    let tasks = fields
        .tables("task", &shapes::TASK, findings)
        .iter()
        .map(|task| read_task(task, TaskKind::Task, reading, findings))
        .collect();
    Section {
        title: title.unwrap_or_else(|| Located::new(String::new(), id.place.clone())),
        no: fields.text("no", findings),
        within: fields.text("in", findings),
        dimensions: read_dimensions(fields, findings),
        tasks,
        note: fields.text("note", findings),
        exceptions: read_exceptions(fields, findings),
        id,
    }
}

fn read_task(fields: &Fields, kind: TaskKind, reading: &Reading, findings: &mut Findings) -> Task {
    let title = fields.text("title", findings);
    let id = fields.text("id", findings);
    let id = id.unwrap_or_else(|| nameless(fields, findings));
    let parts = if kind == TaskKind::Task {
        fields
            .tables("part", &shapes::PART, findings)
            .iter()
            .map(|part| read_task(part, TaskKind::Part, reading, findings))
            .collect()
    } else {
        Vec::new()
    };
    Task {
        kind,
        title: title.unwrap_or_else(|| Located::new(String::new(), id.place.clone())),
        no: fields.text("no", findings),
        targets: read_targets(fields, &id, findings),
        who: Assignment {
            lead: fields.one_or_more("lead", findings),
            by: fields.one_or_more("by", findings),
            with: fields.one_or_more("with", findings),
            requested: fields.one_or_more("requested", findings),
        },
        when: read_when(fields, reading, findings),
        output: fields.one_or_more("output", findings),
        report: read_own_reporting(fields, reading, findings),
        dimensions: read_dimensions(fields, findings),
        funding: fields.text("funding", findings),
        done: fields.day("done", findings),
        evidence: fields.one_or_more("evidence", findings),
        note: fields.text("note", findings),
        exceptions: read_exceptions(fields, findings),
        parts,
        id,
    }
}

/// A table whose id is missing or broken, which was told, is still read for its
/// other mistakes; it goes under an id that no file can write.
fn nameless(fields: &Fields, findings: &Findings) -> Located<String> {
    let place = findings.place(fields.span());
    let at = fields.span().start;
    Located::new(format!("\u{0}{at}"), place)
}

fn read_own_reporting(
    fields: &Fields,
    reading: &Reading,
    findings: &mut Findings,
) -> Option<OwnReporting> {
    let words = fields.text("report", findings)?;
    let context = ScheduleContext {
        from: reading.years.from,
        to: reading.years.to,
        issued: reading.issued,
    };
    let mut periods: Vec<PeriodSet> = Vec::new();
    let mut is_read = true;
    for part in words::read_schedule(&words, &context) {
        match part.reading {
            Ok(Schedule::Reporting { periods: named }) => periods.extend(named),
            Ok(Schedule::Recurring { every, .. }) => match periods_of(every) {
                Some(set) => periods.push(set),
                None => is_read = false,
            },
            _ => is_read = false,
        }
    }
    Some(OwnReporting {
        words,
        periods: (is_read && !periods.is_empty()).then_some(periods),
    })
}

/// The periods of reports that come that often.
fn periods_of(every: Every) -> Option<PeriodSet> {
    match every {
        Every::Month => Some(PeriodSet::EveryMonth),
        Every::Quarter => Some(PeriodSet::EveryQuarter),
        Every::HalfYear => Some(PeriodSet::EveryHalf),
        Every::Year => Some(PeriodSet::Part(PeriodPart::Year)),
        Every::Day | Every::Week | Every::TwoWeeks => None,
    }
}

/// Dimensions are written `2`, `"2.3"` or as a list of these.
fn read_dimensions(fields: &Fields, findings: &mut Findings) -> Vec<Located<String>> {
    let Some(value) = fields.get("dimension", findings) else {
        return Vec::new();
    };
    let items: Vec<_> = match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    };
    let mut dimensions = Vec::new();
    for item in items {
        let written = match item.get_ref() {
            DeValue::String(words) => words.trim().to_owned(),
            DeValue::Integer(number) => number.as_str().to_owned(),
            // 2.3 without quotes: exact as written, but 2.10 would be 2.1 elsewhere.
            _ => {
                findings.wrong_type(
                    "dimension",
                    item,
                    say! {
                        vi: "số của chỉ số nội dung, như 2, hoặc \"2.3\" trong dấu nháy",
                        en: "the number of a dimension, like 2, or \"2.3\" in quotes"
                    },
                );
                continue;
            }
        };
        dimensions.push(Located::new(written, findings.place(item.span())));
    }
    dimensions
}
