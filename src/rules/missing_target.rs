//! A task without a target.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "missing-target",
    severity: Severity::Warning,
    summary: ("nhiệm vụ không có chỉ tiêu", "a task without a target"),
    page: include_str!("missing_target.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let tasks = subject
        .plan
        .sections
        .iter()
        .flat_map(|section| &section.tasks);
    for task in tasks {
        let has_target =
            !task.targets.is_empty() || task.parts.iter().any(|part| !part.targets.is_empty());
        if has_target || subject.is_torn_at(&task.id.place) {
            continue;
        }
        found.push(
            RULE.finds(
                &task.id.place,
                say! { vi: "nhiệm vụ không có chỉ tiêu", en: "this task has no target" },
            )
            .advice(say! {
                vi: "thêm `target = \"…\"` đúng nguyên văn",
                en: "add `target = \"…\"`, in the words as issued"
            })
            .about(task.id.as_str()),
        );
    }
}
