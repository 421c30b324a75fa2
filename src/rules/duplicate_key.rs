//! A key that stands twice in one table.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-key",
    severity: Severity::Error,
    summary: (
        "một khóa ghi hai lần trong cùng bảng",
        "a key that stands twice in one table",
    ),
    page: include_str!("duplicate_key.md"),
    check: Check::Reading,
};
