//! A key that its table does not have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unknown-key",
    severity: Severity::Error,
    summary: (
        "khóa không có trong định dạng",
        "a key that the format does not have",
    ),
    page: include_str!("unknown_key.md"),
    check: Check::Reading,
};
