//! A later row that takes the place of an earlier one.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "corrected-result",
    severity: Severity::Note,
    summary: (
        "số liệu được thay bằng bản báo cáo sau",
        "figures that a later report replaced",
    ),
    page: include_str!("corrected_result.md"),
    check: Check::Results,
};
