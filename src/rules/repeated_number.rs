//! Two siblings that follow each other print one number.

use super::numbering::steps;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "repeated-number",
    severity: Severity::Warning,
    summary: (
        "hai mục liền nhau in cùng số thứ tự",
        "two neighbours that print one number",
    ),
    page: include_str!("repeated_number.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for step in steps(subject.plan) {
        // One id twice is an error of its own, and "A.1", "B.1" begin anew.
        let is_told = step.before.id == step.after.id;
        if step.by != 0 || is_told || head(step.before.id) != head(step.after.id) {
            continue;
        }
        let number = step.after.printed;
        found.push(
            RULE.finds(
                step.after.place,
                say! { vi: "số thứ tự {number} lặp lại", en: "the number {number} stands twice" },
            )
            .other(
                step.before.place.clone(),
                say! { vi: "lần trước", en: "the one before" },
            )
            .advice(say! {
                vi: "đối chiếu văn bản; số in ra đặt ở `no`",
                en: "compare the document; the printed number is set by `no`"
            })
            .about(step.after.id),
        );
    }
}

fn head(id: &str) -> &str {
    id.rsplit_once('.').map_or("", |(head, _)| head)
}
