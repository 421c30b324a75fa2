//! A cell of results that does not hold what its column is for.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "bad-cell",
    severity: Severity::Error,
    summary: (
        "ô số liệu không đọc được",
        "a cell of results that cannot be read",
    ),
    page: include_str!("bad_cell.md"),
    check: Check::Results,
};
