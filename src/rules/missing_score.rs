//! A score of nought, which stands for missing.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "missing-score",
    severity: Severity::Note,
    summary: (
        "điểm ghi 0, nghĩa là không có",
        "a score of 0, which stands for missing",
    ),
    page: include_str!("missing_score.md"),
    check: Check::Results,
};
