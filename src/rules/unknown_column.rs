//! A column of results that has no meaning here.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-column",
    severity: Severity::Warning,
    summary: (
        "cột số liệu không rõ nghĩa",
        "a column of results that is not known",
    ),
    page: include_str!("unknown_column.md"),
    check: Check::Results,
};
