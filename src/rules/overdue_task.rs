//! A dated task that has not been delivered, and whose day is past.

use super::debts::{is_delivery, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "overdue-task",
    severity: Severity::Error,
    summary: (
        "nhiệm vụ có thời hạn chưa hoàn thành, đã quá hạn",
        "a dated task that is not delivered, past its day",
    ),
    page: include_str!("overdue_task.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_delivery, |state, debt| {
        let ReportState::Missing { overdue } = state else {
            return None;
        };
        let (body, Text { vi, en }, due) = (debt.body, &debt.what, &debt.due);
        let (due_vi, due_en) = (&due.vi, &due.en);
        Some(say! {
            vi: "{body} chưa hoàn thành {vi}: quá hạn {overdue} ngày (hạn {due_vi})",
            en: "{body} has not delivered {en}: {overdue} days overdue (due {due_en})"
        })
    });
}
