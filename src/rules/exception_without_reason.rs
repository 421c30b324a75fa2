//! An exception that does not say why.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Exception;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "exception-without-reason",
    severity: Severity::Error,
    summary: (
        "ngoại lệ không ghi lý do",
        "an exception that does not say why",
    ),
    page: include_str!("exception_without_reason.md"),
    check: Check::Exceptions,
};

pub(super) fn finding(exception: &Exception) -> Diagnostic {
    let rule = &exception.rule;
    RULE.finds(
        &rule.place,
        say! { vi: "ngoại lệ cho `{rule}` không ghi lý do", en: "the exception from `{rule}` does not say why" },
    )
    .advice(say! { vi: "thêm `reason = \"…\"`", en: "add `reason = \"…\"`" })
}
