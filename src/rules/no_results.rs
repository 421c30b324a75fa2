//! No results file where results were said to be.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "no-results",
    severity: Severity::Warning,
    summary: (
        "không có tệp số liệu nào ở chỗ đã khai",
        "no results file where results were said to be",
    ),
    page: include_str!("no_results.md"),
    check: Check::Results,
};
