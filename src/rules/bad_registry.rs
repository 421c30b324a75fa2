//! A row of the registry of localities that is wrong.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "bad-registry",
    severity: Severity::Error,
    summary: (
        "danh mục địa phương có dòng sai",
        "a registry of localities with a row that is wrong",
    ),
    page: include_str!("bad_registry.md"),
    check: Check::Reading,
};
