//! A report that has not come, and whose day is past.

use super::debts::{is_report, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "overdue-report",
    severity: Severity::Error,
    summary: (
        "báo cáo chưa gửi, đã quá hạn",
        "a report that has not come, past its day",
    ),
    page: include_str!("overdue_report.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_report, |state, debt| {
        let ReportState::Missing { overdue } = state else {
            return None;
        };
        let (body, Text { vi, en }, due) = (debt.body, &debt.what, &debt.due);
        let (due_vi, due_en) = (&due.vi, &due.en);
        Some(say! {
            vi: "{body} chưa gửi báo cáo {vi}: quá hạn {overdue} ngày (hạn {due_vi})",
            en: "{body} has not sent its report ({en}): {overdue} days overdue (due {due_en})"
        })
    });
}
