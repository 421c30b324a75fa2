//! A declared agency that nothing in the plan refers to.

use std::collections::HashSet;

use super::unknown_agency::references;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unused-agency",
    severity: Severity::Note,
    summary: (
        "đơn vị khai báo nhưng không được nhắc đến",
        "a declared agency that nothing refers to",
    ),
    page: include_str!("unused_agency.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    if subject.is_torn() {
        return; // What refers to it may be what could not be read.
    }
    let plan = subject.plan;
    let used: HashSet<&str> = references(plan).map(|(id, _)| id.as_str()).collect();
    for agency in plan
        .agencies
        .iter()
        .filter(|agency| !used.contains(agency.id.as_str()))
    {
        let id = &agency.id;
        found.push(
            RULE.finds(
                &id.place,
                say! { vi: "không nhiệm vụ nào nhắc đến `{id}`", en: "nothing refers to `{id}`" },
            )
            .advice(say! {
                vi: "bỏ khai báo này, hoặc bổ sung nhiệm vụ còn thiếu",
                en: "take it out, or add the task that is missing"
            }),
        );
    }
}
