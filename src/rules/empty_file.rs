//! A file with nothing in it.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "empty-file",
    severity: Severity::Error,
    summary: ("tệp trống", "a file with nothing in it"),
    page: include_str!("empty_file.md"),
    check: Check::Reading,
};
