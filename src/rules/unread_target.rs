//! A target phrase, or a part of one, that was not understood.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Target;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unread-target",
    severity: Severity::Warning,
    summary: (
        "papi chưa hiểu chắc chắn một phần của chỉ tiêu",
        "a part of a target that papi does not understand for certain",
    ),
    page: include_str!("unread_target.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let targets = plan.all_work().flat_map(|task| &task.targets);
    let objectives = plan
        .objectives
        .iter()
        .flat_map(|objective| &objective.targets);
    for target in targets.chain(objectives) {
        tell_unread(target, found);
    }
}

fn tell_unread(target: &Target, found: &mut Vec<Diagnostic>) {
    for part in &target.unread {
        let words = part.trim();
        found.push(
            RULE.finds(
                &part.place,
                say! {
                    vi: "chưa hiểu chắc chắn \"{words}\"",
                    en: "\"{words}\" is not understood for certain"
                },
            )
            .advice(say! {
                vi: "ghi rõ bằng bảng: {{ words = \"…\", at_least = 30, unit = \"%\" }}",
                en: "say it as a table: {{ words = \"…\", at_least = 30, unit = \"%\" }}"
            })
            .about(target.id.as_str()),
        );
    }
}
