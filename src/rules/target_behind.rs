//! A target that falls short while its time runs.

use super::verdicts::{Short, compared, finding, is_short};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::Progress;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "target-behind",
    severity: Severity::Warning,
    summary: (
        "chỉ tiêu chưa đạt khi còn thời gian thực hiện",
        "a target that falls short while its time runs",
    ),
    page: include_str!("target_behind.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    for judgement in &progress.judgements {
        if is_short(progress, judgement) != Some(Short::Behind) {
            continue;
        }
        let Text { vi, en } = compared(judgement);
        found.push(finding(&RULE, progress, judgement, |id| {
            say! { vi: "chỉ tiêu `{id}` chưa đạt{vi}", en: "the target `{id}` is behind{en}" }
        }));
    }
}
