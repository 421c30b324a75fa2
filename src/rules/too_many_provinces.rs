//! More provinces in a year than there were.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "too-many-provinces",
    severity: Severity::Error,
    summary: (
        "nhiều tên tỉnh hơn số tỉnh có vào năm đó",
        "more provinces in a year than there were",
    ),
    page: include_str!("too_many_provinces.md"),
    check: Check::Results,
};
