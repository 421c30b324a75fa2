//! A report dated after the day on which it is judged.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "result-in-future",
    severity: Severity::Warning,
    summary: (
        "ngày báo cáo sau ngày đánh giá",
        "a report dated after the day of judgement",
    ),
    page: include_str!("result_in_future.md"),
    check: Check::Results,
};
