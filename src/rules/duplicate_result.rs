//! Two rows for one cell that say different things.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-result",
    severity: Severity::Error,
    summary: (
        "hai dòng số liệu mâu thuẫn cho cùng đơn vị, mã và kỳ",
        "two rows that contradict each other on one agency, item and period",
    ),
    page: include_str!("duplicate_result.md"),
    check: Check::Results,
};
