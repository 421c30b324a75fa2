//! A cell of scores that cannot be read.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unread-score",
    severity: Severity::Error,
    summary: ("điểm PAPI không đọc được", "a score that cannot be read"),
    page: include_str!("unread_score.md"),
    check: Check::Results,
};
