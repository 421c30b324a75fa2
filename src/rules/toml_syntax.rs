//! A line that is no TOML.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "toml-syntax",
    severity: Severity::Error,
    summary: ("cú pháp TOML sai", "what is written is no TOML"),
    page: include_str!("toml_syntax.md"),
    check: Check::Reading,
};
