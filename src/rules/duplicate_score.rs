//! Two scores of one province in one year.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-score",
    severity: Severity::Error,
    summary: (
        "một tỉnh có hai dòng điểm cùng một năm",
        "a province with two scores in one year",
    ),
    page: include_str!("duplicate_score.md"),
    check: Check::Results,
};
