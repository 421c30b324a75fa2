//! A report that came, with no day on any of its rows.

use super::debts::{is_report, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "undated-report",
    severity: Severity::Warning,
    summary: (
        "báo cáo không ghi ngày gửi, không biết đúng hạn hay muộn",
        "a report without its day, in time or late",
    ),
    page: include_str!("undated_report.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_report, |state, debt| {
        if state != ReportState::SentUndated {
            return None;
        }
        let (body, Text { vi, en }, due) = (debt.body, &debt.what, &debt.due);
        let (due_vi, due_en) = (&due.vi, &due.en);
        Some(say! {
            vi: "báo cáo {vi} của {body} không ghi ngày gửi (hạn {due_vi})",
            en: "the report of {body} ({en}) does not say on which day it came (due {due_en})"
        })
    });
}
