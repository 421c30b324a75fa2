//! An exception from something that was not found.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Exception;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unused-exception",
    severity: Severity::Warning,
    summary: (
        "ngoại lệ không còn dùng đến",
        "an exception from something that is not found",
    ),
    page: include_str!("unused_exception.md"),
    check: Check::Exceptions,
};

pub(super) fn finding(exception: &Exception) -> Diagnostic {
    let rule = &exception.rule;
    RULE.finds(
        &rule.place,
        say! {
            vi: "ngoại lệ không cần nữa: ở đây không có phát hiện `{rule}` nào",
            en: "the exception is not needed: nothing here falls under `{rule}`"
        },
    )
    .advice(say! { vi: "bỏ ngoại lệ này", en: "take the exception out" })
}
