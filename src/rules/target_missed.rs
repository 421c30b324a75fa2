//! A target that was not met when its time ended.

use super::verdicts::{Short, compared, finding, is_short};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::Progress;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "target-missed",
    severity: Severity::Error,
    summary: ("chỉ tiêu không đạt", "a target that was not met"),
    page: include_str!("target_missed.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    for judgement in &progress.judgements {
        if is_short(progress, judgement) != Some(Short::Missed) {
            continue;
        }
        let Text { vi, en } = compared(judgement);
        let mut finding = finding(&RULE, progress, judgement, |id| {
            say! { vi: "chỉ tiêu `{id}` không đạt{vi}", en: "the target `{id}` was missed{en}" }
        });
        if judgement.stretch {
            finding.severity = Severity::Warning; // A plan only strives for it.
        }
        found.push(finding);
    }
}
