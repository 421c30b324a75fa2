//! A task without a leading agency, or a duty of nobody.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::TaskKind;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "missing-lead",
    severity: Severity::Warning,
    summary: (
        "nhiệm vụ không có đơn vị chủ trì",
        "a task that no agency leads",
    ),
    page: include_str!("missing_lead.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for task in subject.plan.all_work() {
        let who = &task.who;
        let (message, advice) = match task.kind {
            TaskKind::Task if who.lead.is_empty() => (
                say! { vi: "nhiệm vụ không có đơn vị chủ trì", en: "no agency leads this task" },
                say! { vi: "thêm `lead = \"…\"`", en: "add `lead = \"…\"`" },
            ),
            TaskKind::Duty if who.all().next().is_none() => (
                say! { vi: "nhiệm vụ không giao cho đơn vị nào", en: "this duty is given to nobody" },
                say! {
                    vi: "thêm `by = [\"…\"]`, hoặc `requested` với cơ quan được đề nghị",
                    en: "add `by = [\"…\"]`, or `requested` for bodies that are only asked"
                },
            ),
            _ => continue,
        };
        if !subject.is_torn_at(&task.id.place) {
            let finding = RULE.finds(&task.id.place, message);
            found.push(finding.advice(advice).about(task.id.as_str()));
        }
    }
}
