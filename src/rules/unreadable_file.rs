//! A file that cannot be read at all.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unreadable-file",
    severity: Severity::Error,
    summary: ("không đọc được tệp", "a file that cannot be read"),
    page: include_str!("unreadable_file.md"),
    check: Check::Reading,
};
