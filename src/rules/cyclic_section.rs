//! Sections that stand in each other.

use std::collections::HashMap;

use super::cyclic_group::circles;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "cyclic-section",
    severity: Severity::Error,
    summary: (
        "các mục nằm trong nhau",
        "sections that stand in each other",
    ),
    page: include_str!("cyclic_section.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let sections = &subject.plan.sections;
    let at: HashMap<&str, usize> = sections
        .iter()
        .enumerate()
        .rev()
        .map(|(at, section)| (section.id.as_str(), at))
        .collect();
    let above: Vec<Vec<usize>> = sections
        .iter()
        .map(|section| {
            section
                .within
                .iter()
                .filter_map(|id| at.get(id.as_str()).copied())
                .collect()
        })
        .collect();
    for circle in circles(&above) {
        let section = &sections[circle[0]];
        let Some(within) = &section.within else {
            continue;
        };
        let names: Vec<_> = circle
            .iter()
            .chain(circle.first())
            .map(|at| sections[*at].id.as_str())
            .collect();
        let names = names.join(" → ");
        found.push(
            RULE.finds(
                &within.place,
                say! { vi: "các mục nằm trong nhau: {names}", en: "the sections stand in each other: {names}" },
            )
            .advice(say! {
                vi: "mục lớn nhất không có `in`",
                en: "the outermost section has no `in`"
            })
            .about(section.id.as_str()),
        );
    }
}
