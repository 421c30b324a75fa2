//! A report, or a delivery, that came and says nothing.

use super::debts::{is_delivery, is_report, tell};
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, ReportState};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "empty-report",
    severity: Severity::Warning,
    summary: (
        "báo cáo đã gửi nhưng không có số liệu, không có minh chứng",
        "a report that was sent with neither figures nor evidence",
    ),
    page: include_str!("empty_report.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    tell(&RULE, progress, found, is_report, |state, debt| {
        let Text {
            vi: past_vi,
            en: past_en,
        } = past(state)?;
        let (body, Text { vi, en }) = (debt.body, &debt.what);
        Some(say! {
            vi: "báo cáo {vi} của {body} không có số liệu, không có minh chứng{past_vi}",
            en: "the report of {body} ({en}) has neither figures nor evidence{past_en}"
        })
    });
    tell(&RULE, progress, found, is_delivery, |state, debt| {
        let Text {
            vi: past_vi,
            en: past_en,
        } = past(state)?;
        let (body, Text { vi, en }) = (debt.body, &debt.what);
        Some(say! {
            vi: "{body} báo cáo {vi} mà không có số liệu, không có minh chứng{past_vi}",
            en: "{body} reported on {en} with neither figures nor evidence{past_en}"
        })
    });
}

/// By how many days its due day is past.
fn past(state: ReportState) -> Option<Text> {
    match state {
        ReportState::Empty { overdue: 0, .. } => Some(Text::same("")),
        ReportState::Empty { overdue: days, .. } => Some(say! {
            vi: "; hạn đã qua {days} ngày",
            en: "; it was due {days} days ago"
        }),
        _ => None,
    }
}
