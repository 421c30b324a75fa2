//! An exception from a rule that papi does not have.

use super::advice::Known;
use super::{Check, RULES, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "unknown-rule",
    severity: Severity::Error,
    summary: (
        "ngoại lệ cho một quy tắc không có",
        "an exception from a rule that is not known",
    ),
    page: include_str!("unknown_rule.md"),
    check: Check::Exceptions,
};

/// The names of all rules.
pub(super) fn names() -> Known<'static> {
    Known::of(RULES.iter().map(|rule| rule.name))
}

pub(super) fn finding(rule: &Located<String>, names: &Known) -> Diagnostic {
    let finding = RULE.finds(
        &rule.place,
        say! { vi: "không có quy tắc `{rule}`", en: "there is no rule `{rule}`" },
    );
    let finding = names.correct(rule, finding);
    match finding.advice {
        Some(_) => finding,
        None => finding.advice(say! {
            vi: "lệnh `papi explain` liệt kê các quy tắc",
            en: "`papi explain` lists the rules"
        }),
    }
}
