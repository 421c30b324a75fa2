//! A due day is to move off days off, and the calendar does not know its year.

use std::collections::BTreeSet;

use chrono::Datelike;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "calendar-not-covering",
    severity: Severity::Warning,
    summary: (
        "lịch làm việc chưa có năm mà hạn báo cáo cần đến",
        "a working calendar without a year that due days need",
    ),
    page: include_str!("calendar_not_covering.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let reporting = subject.plan.reporting.as_ref();
    let Some(on_holiday) = reporting.and_then(|reporting| reporting.on_holiday.as_ref()) else {
        return;
    };
    let periods = &subject.timetable().periods;
    let dues = periods.iter().flat_map(|timed| [timed.due, timed.collector_due]);
    let years: BTreeSet<i32> = dues
        .flatten()
        .filter(|due| due.is_unsettled)
        .map(|due| due.nominal.year())
        .collect();
    if years.is_empty() {
        return;
    }
    let years: Vec<_> = years.iter().map(ToString::to_string).collect();
    let years = years.join(", ");
    found.push(
        RULE.finds(
            &on_holiday.place,
            say! {
                vi: "lịch làm việc chưa có năm {years} nên chưa biết hạn báo cáo có phải dời hay không",
                en: "the working calendar has no year {years}, so it cannot be told whether due days move"
            },
        )
        .advice(say! {
            vi: "ghi các ngày nghỉ đã công bố vào một tệp và thêm `calendar = \"….csv\"` vào [reporting]",
            en: "put the days off as announced into a file and add `calendar = \"….csv\"` to [reporting]"
        }),
    );
}
