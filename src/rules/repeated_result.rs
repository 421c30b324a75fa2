//! A row that says again what another said.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "repeated-result",
    severity: Severity::Note,
    summary: (
        "dòng số liệu lặp lại",
        "a row that says again what another said",
    ),
    page: include_str!("repeated_result.md"),
    check: Check::Results,
};
