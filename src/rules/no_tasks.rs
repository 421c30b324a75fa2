//! A plan that gives nobody anything to do.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "no-tasks",
    severity: Severity::Warning,
    summary: (
        "kế hoạch không có nhiệm vụ nào",
        "a plan without any task or duty",
    ),
    page: include_str!("no_tasks.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    if subject.is_torn() || subject.plan.all_work().next().is_some() {
        return;
    }
    found.push(
        RULE.finds(
            subject.plan.head.begins(),
            say! { vi: "kế hoạch không có nhiệm vụ nào", en: "the plan has no task and no duty" },
        )
        .advice(say! {
            vi: "thêm [[section]] với [[section.task]], hoặc [[duty]]",
            en: "add [[section]] with [[section.task]], or [[duty]]"
        }),
    );
}
