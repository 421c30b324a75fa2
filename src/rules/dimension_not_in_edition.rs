//! A score of a dimension that the year did not have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "dimension-not-in-edition",
    severity: Severity::Error,
    summary: (
        "điểm cho chỉ số nội dung mà năm đó không có",
        "a score of a dimension that the year did not have",
    ),
    page: include_str!("dimension_not_in_edition.md"),
    check: Check::Results,
};
