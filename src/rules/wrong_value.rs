//! A value that its key does not take.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "wrong-value",
    severity: Severity::Error,
    summary: (
        "giá trị không nằm trong những gì khóa nhận",
        "a value that its key does not take",
    ),
    page: include_str!("wrong_value.md"),
    check: Check::Reading,
};
