//! A day of the month that a month is too short for.

use super::reporting_days::{SaidDay, collector_due_of, due_of};
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::Deadline;
use crate::say;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "shortened-day",
    severity: Severity::Warning,
    summary: (
        "hạn báo cáo là ngày mà tháng ấy không có",
        "a due day that its month does not have",
    ),
    page: include_str!("shortened_day.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let mut told = Vec::new();
    for timed in &subject.timetable().periods {
        let part = timed.period.part;
        let days: [(Option<Deadline>, Option<SaidDay>); 2] = [
            (timed.due, due_of(reporting, part)),
            (timed.collector_due, collector_due_of(reporting, part)),
        ];
        for (deadline, said) in days {
            let Some(deadline) = deadline.filter(|deadline| deadline.is_shortened) else {
                continue;
            };
            let Some(place) = said.and_then(|said| said.place) else {
                continue;
            };
            if told.contains(&place) {
                continue;
            }
            told.push(place);
            let (period, day) = (timed.period, say_date(deadline.nominal));
            let (vi, en) = (day.vi, day.en);
            found.push(
                RULE.finds(
                    place,
                    say! {
                        vi: "kỳ {period}: tháng không có ngày này nên hạn là ngày cuối tháng, {vi}",
                        en: "{period}: the month has no such day, so it is due on its last, {en}"
                    },
                )
                .advice(say! {
                    vi: "muốn lấy ngày cuối tháng thì ghi \"last\"",
                    en: "write \"last\" where the last day of the month is meant"
                }),
            );
        }
    }
}
