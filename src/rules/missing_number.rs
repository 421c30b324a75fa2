//! An issued plan without its number or its day of issue.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::PlanState;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "missing-number",
    severity: Severity::Warning,
    summary: (
        "kế hoạch đã ban hành nhưng thiếu số, ký hiệu hoặc ngày ban hành",
        "an issued plan without its official number or day of issue",
    ),
    page: include_str!("missing_number.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let head = &subject.plan.head;
    if head.state == PlanState::Draft || subject.is_torn_at(head.begins()) {
        return;
    }
    let number = head
        .number
        .as_ref()
        .filter(|number| !number.trim().is_empty());
    let message = match (number, &head.issued) {
        (Some(_), Some(_)) => return,
        (None, Some(_)) => {
            say! { vi: "kế hoạch thiếu số, ký hiệu", en: "the plan has no official number" }
        }
        (Some(_), None) => {
            say! { vi: "kế hoạch thiếu ngày ban hành", en: "the plan has no day of issue" }
        }
        (None, None) => say! {
            vi: "kế hoạch thiếu số, ký hiệu và ngày ban hành",
            en: "the plan has neither an official number nor a day of issue"
        },
    };
    let place = head
        .number
        .as_ref()
        .map_or(head.begins(), |number| &number.place);
    found.push(RULE.finds(place, message).advice(say! {
        vi: "thêm `number`, `issued`; nếu là dự thảo, ghi `state = \"draft\"`",
        en: "add `number` and `issued`; of a draft, say `state = \"draft\"`"
    }));
}
