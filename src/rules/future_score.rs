//! Scores of a year whose results cannot be out.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "future-score",
    severity: Severity::Error,
    summary: (
        "điểm của năm chưa thể công bố kết quả",
        "scores of a year whose results cannot be out yet",
    ),
    page: include_str!("future_score.md"),
    check: Check::Results,
};
