//! Results without a column that they need.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "missing-column",
    severity: Severity::Error,
    summary: (
        "thiếu cột bắt buộc trong số liệu",
        "results that lack a column they need",
    ),
    page: include_str!("missing_column.md"),
    check: Check::Results,
};
