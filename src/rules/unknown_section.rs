//! `in` or an appendix names a section that the plan does not have.

use std::collections::HashSet;

use super::advice::Known;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unknown-section",
    severity: Severity::Error,
    summary: (
        "mã mục không có trong kế hoạch",
        "a section id that the plan does not have",
    ),
    page: include_str!("unknown_section.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let ids: HashSet<&str> = plan
        .sections
        .iter()
        .map(|section| section.id.as_str())
        .collect();
    if ids.iter().any(|id| id.starts_with('\0')) {
        return; // A section whose id could not be read may be the one.
    }
    let known = Known::of(plan.sections.iter().map(|section| section.id.as_str()));
    let within = plan.sections.iter().flat_map(|section| {
        section
            .within
            .iter()
            .map(|within| (within, Some(&section.id)))
    });
    let printed = plan
        .appendices
        .iter()
        .flat_map(|appendix| &appendix.sections);
    for (written, about) in within.chain(printed.map(|section| (section, None))) {
        if ids.contains(written.as_str()) {
            continue;
        }
        let finding = RULE.finds(
            &written.place,
            say! { vi: "kế hoạch không có mục `{written}`", en: "the plan has no section `{written}`" },
        );
        let finding = known.advise(written, finding);
        found.push(match about {
            Some(id) => finding.about(id.as_str()),
            None => finding,
        });
    }
}
