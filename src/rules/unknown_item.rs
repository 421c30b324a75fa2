//! A row of results about an item that the plan does not have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-item",
    severity: Severity::Error,
    summary: (
        "số liệu cho một mã không có trong kế hoạch",
        "results for an id that the plan does not have",
    ),
    page: include_str!("unknown_item.md"),
    check: Check::Results,
};
