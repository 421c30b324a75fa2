//! A task of the plan above that this plan's agency has and this plan leaves out.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::family::Family;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unanswered-task",
    severity: Severity::Warning,
    summary: (
        "kế hoạch bỏ sót nhiệm vụ mà kế hoạch cấp trên giao",
        "a task of the plan above that this plan leaves out",
    ),
    page: include_str!("unanswered_task.md"),
    check: Check::Family(check),
};

fn check(family: &Family, at: usize, found: &mut Vec<Diagnostic>) {
    let Some(answer) = family.answer(at) else {
        return;
    };
    // A plan that shares no task with the one above says the same in words of its own.
    let (Some(named), false) = (&answer.child.head.implements, answer.pairs.is_empty()) else {
        return;
    };
    for task in &answer.asked {
        if answer.pairs.iter().any(|(theirs, _)| theirs.id == task.id) {
            continue;
        }
        let (id, title) = (&task.id, &task.title);
        let finding = RULE.finds(
            &named.place,
            say! {
                vi: "chưa có nhiệm vụ `{id}` của kế hoạch cấp trên: {title}",
                en: "the plan above gives the task `{id}`, which is not here: {title}"
            },
        );
        found.push(finding.other(
            id.place.clone(),
            say! { vi: "giao ở đây", en: "given here" },
        ));
    }
}
