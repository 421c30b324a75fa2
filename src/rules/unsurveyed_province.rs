//! Scores of a province without published results.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unsurveyed-province",
    severity: Severity::Warning,
    summary: (
        "điểm của tỉnh không có kết quả công bố năm đó",
        "scores of a province without published results",
    ),
    page: include_str!("unsurveyed_province.md"),
    check: Check::Results,
};
