//! The printed numbers of siblings jump.

use super::numbering::steps;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "skipped-number",
    severity: Severity::Warning,
    summary: ("số thứ tự nhảy cóc", "printed numbers that jump"),
    page: include_str!("skipped_number.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for step in steps(subject.plan) {
        if step.by <= 1 || subject.is_torn_at(step.before.place) {
            continue;
        }
        let (before, after) = (step.before.printed, step.after.printed);
        found.push(
            RULE.finds(
                step.after.place,
                say! {
                    vi: "số thứ tự nhảy từ {before} sang {after}",
                    en: "the number jumps from {before} to {after}"
                },
            )
            .other(
                step.before.place.clone(),
                say! { vi: "số trước", en: "the one before" },
            )
            .advice(say! {
                vi: "đối chiếu văn bản xem có sót mục nào; không đánh số lại mã đã dùng",
                en: "compare the document for what was left out; never renumber ids in use"
            })
            .about(step.after.id),
        );
    }
}
