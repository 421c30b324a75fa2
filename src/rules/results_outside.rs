//! `results` leads out of the repository that holds the plan.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "results-outside",
    severity: Severity::Error,
    summary: (
        "đường dẫn số liệu ra ngoài kho chứa kế hoạch",
        "a path of results that leads out of the plan's repository",
    ),
    page: include_str!("results_outside.md"),
    check: Check::Reading,
};
