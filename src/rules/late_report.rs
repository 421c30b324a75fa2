//! A report that came after its day.

use super::debts::{is_report, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "late-report",
    severity: Severity::Warning,
    summary: ("báo cáo gửi muộn", "a report that came late"),
    page: include_str!("late_report.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_report, |state, debt| {
        let ReportState::Late { days, .. } = state else {
            return None;
        };
        let (body, Text { vi, en }, due) = (debt.body, &debt.what, &debt.due);
        let (due_vi, due_en) = (&due.vi, &due.en);
        Some(say! {
            vi: "{body} gửi báo cáo {vi} muộn {days} ngày (hạn {due_vi})",
            en: "{body} sent its report ({en}) {days} days late (due {due_en})"
        })
    });
}
