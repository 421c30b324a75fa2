//! A dimension or sub-dimension that the edition of the plan's years lacks.

use std::collections::HashMap;

use super::{Check, Rule, Subject};
use crate::catalog::Editions;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{DimensionNumber, Plan};
use crate::say;
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "unknown-dimension",
    severity: Severity::Error,
    summary: (
        "chỉ số nội dung hoặc nội dung thành phần không có trong PAPI của năm kế hoạch",
        "a dimension or sub-dimension that PAPI lacks in the plan's year",
    ),
    page: include_str!("unknown_dimension.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let year = plan.head.years.to;
    let mut editions = None;
    let mut known: HashMap<&str, bool> = HashMap::new();
    for (written, about) in references(plan) {
        let editions = editions.get_or_insert_with(Editions::built_in);
        let number = DimensionNumber::parse(written);
        let is_known = known.entry(written.as_str()).or_insert_with(|| {
            number.is_some_and(|number| editions.dimension(year, number).is_some())
        });
        if *is_known {
            continue;
        }
        let shown = written.as_str();
        let last = editions.dimensions_in(year).count();
        let finding = RULE.finds(
            &written.place,
            say! {
                vi: "PAPI năm {year} không có chỉ số nội dung {shown}",
                en: "PAPI has no dimension {shown} in {year}"
            },
        );
        let parts: Vec<_> = number
            .into_iter()
            .flat_map(|number| editions.sub_dimensions_in(year, number.dimension))
            .map(|part| part.number)
            .collect();
        let finding = finding.advice(match parts.as_slice() {
            [first, .., end] => say! {
                vi: "các nội dung thành phần: {first} đến {end}",
                en: "its sub-dimensions are {first} to {end}"
            },
            _ => say! {
                vi: "các chỉ số nội dung: 1 đến {last}",
                en: "the dimensions are 1 to {last}"
            },
        });
        found.push(finding.about(about));
    }
}

fn references(plan: &Plan) -> impl Iterator<Item = (&Located<String>, &str)> {
    let objectives = plan
        .objectives
        .iter()
        .map(|objective| (&objective.dimensions, &objective.id));
    let sections = plan
        .sections
        .iter()
        .map(|section| (&section.dimensions, &section.id));
    let work = plan.all_work().map(|task| (&task.dimensions, &task.id));
    objectives
        .chain(sections)
        .chain(work)
        .flat_map(|(dimensions, id)| dimensions.iter().map(move |number| (number, id.as_str())))
}
