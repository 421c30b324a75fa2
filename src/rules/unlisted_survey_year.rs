//! Scores of a year that the catalogue does not have.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "unlisted-survey-year",
    severity: Severity::Note,
    summary: (
        "danh mục chưa có năm khảo sát này",
        "a survey year that the catalogue does not have",
    ),
    page: include_str!("unlisted_survey_year.md"),
    check: Check::Results,
};
