//! A title or a total among the rows of results.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "stray-row",
    severity: Severity::Note,
    summary: (
        "dòng tiêu đề hoặc dòng tổng giữa số liệu",
        "a title or a total among the rows of results",
    ),
    page: include_str!("stray_row.md"),
    check: Check::Results,
};
