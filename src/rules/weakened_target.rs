//! An edit that lowers a target or postpones a deadline and does not say why.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::changes::{ChangeKind, PlanChange};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "weakened-target",
    severity: Severity::Error,
    summary: (
        "bản sửa hạ chỉ tiêu hoặc lùi thời hạn mà không ghi lý do",
        "an edit lowers a target or postpones a deadline without saying why",
    ),
    page: include_str!("weakened_target.md"),
    check: Check::Changes(check),
};

fn check(changes: &[PlanChange], found: &mut Vec<Diagnostic>) {
    for change in changes.iter().filter(|change| change.note.is_none()) {
        let message = match (change.kind, &change.new) {
            (ChangeKind::Lowered, None) => {
                say! { vi: "bản sửa bỏ một chỉ tiêu", en: "the edit drops a target" }
            }
            (ChangeKind::Lowered, Some(_)) => {
                say! { vi: "bản sửa hạ chỉ tiêu", en: "the edit lowers the target" }
            }
            (ChangeKind::Postponed, _) => {
                say! { vi: "bản sửa lùi thời hạn", en: "the edit postpones the deadline" }
            }
            _ => continue,
        };
        found.push(
            RULE.finds(change.place, message)
                .advice(say! {
                    vi: "ghi lý do ở `note`, như số văn bản cho phép điều chỉnh; `papi diff` cho thấy trước và sau",
                    en: "say why at `note`, like the number of the document that allows it; `papi diff` shows before and after"
                })
                .about(change.id),
        );
    }
}
