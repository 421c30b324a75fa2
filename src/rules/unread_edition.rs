//! A line of a file of PAPI editions that cannot be read.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unread-edition",
    severity: Severity::Error,
    summary: (
        "tệp bộ chỉ số PAPI có dòng không đọc được",
        "a line of a file of PAPI editions that cannot be read",
    ),
    page: include_str!("unread_edition.md"),
    check: Check::Results,
};
