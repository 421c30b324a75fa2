//! Text whose letters and marks are written apart.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "decomposed-text",
    severity: Severity::Warning,
    summary: (
        "chữ viết bằng dấu tổ hợp (NFD)",
        "text whose letters and marks are written apart (NFD)",
    ),
    page: include_str!("decomposed_text.md"),
    check: Check::Reading,
};
