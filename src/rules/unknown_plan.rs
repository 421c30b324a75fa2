//! Rows of results that belong to no plan asked about.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-plan",
    severity: Severity::Error,
    summary: (
        "dòng số liệu của kế hoạch không được hỏi",
        "rows of results of a plan not asked about",
    ),
    page: include_str!("unknown_plan.md"),
    check: Check::Results,
};
