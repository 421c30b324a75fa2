//! A dated task that was delivered after its day.

use super::debts::{is_delivery, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "late-task",
    severity: Severity::Warning,
    summary: (
        "nhiệm vụ có thời hạn hoàn thành muộn",
        "a dated task that was delivered late",
    ),
    page: include_str!("late_task.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_delivery, |state, debt| {
        let ReportState::Late { days, .. } = state else {
            return None;
        };
        let (body, Text { vi, en }, due) = (debt.body, &debt.what, &debt.due);
        let (due_vi, due_en) = (&due.vi, &due.en);
        Some(say! {
            vi: "{body} hoàn thành {vi} muộn {days} ngày (hạn {due_vi})",
            en: "{body} delivered {en} {days} days late (due {due_en})"
        })
    });
}
