//! A reporting period that does not exist, or that the plan does not have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-period",
    severity: Severity::Error,
    summary: (
        "kỳ báo cáo không có thật hoặc không có trong kế hoạch",
        "a reporting period that does not exist or that the plan does not have",
    ),
    page: include_str!("unknown_period.md"),
    check: Check::Reading,
};
