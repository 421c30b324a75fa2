//! A province that did not exist in the year.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-province",
    severity: Severity::Error,
    summary: (
        "tên tỉnh không có vào năm đó",
        "a province that did not exist in the year",
    ),
    page: include_str!("unknown_province.md"),
    check: Check::Results,
};
