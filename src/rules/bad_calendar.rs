//! A row of a working calendar that is wrong.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "bad-calendar",
    severity: Severity::Error,
    summary: (
        "lịch làm việc có dòng sai",
        "a working calendar with a row that is wrong",
    ),
    page: include_str!("bad_calendar.md"),
    check: Check::Reading,
};
