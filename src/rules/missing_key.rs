//! A key that its table must have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "missing-key",
    severity: Severity::Error,
    summary: ("thiếu khóa bắt buộc", "a key that must be there is not"),
    page: include_str!("missing_key.md"),
    check: Check::Reading,
};
