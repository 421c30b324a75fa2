//! Results in another encoding than UTF-8.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "other-encoding",
    severity: Severity::Note,
    summary: (
        "tệp số liệu không ở mã UTF-8",
        "results in another encoding than UTF-8",
    ),
    page: include_str!("other_encoding.md"),
    check: Check::Results,
};
