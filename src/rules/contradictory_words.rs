//! A table that says other than the words beside it.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "contradictory-words",
    severity: Severity::Error,
    summary: (
        "bảng ghi khác với nguyên văn",
        "a table that says other than the words as issued",
    ),
    page: include_str!("contradictory_words.md"),
    check: Check::Reading,
};
