//! A deadline that had passed when the plan was issued.

use chrono::NaiveDate;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::Schedule;
use crate::say;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "due-before-issue",
    severity: Severity::Warning,
    summary: (
        "thời hạn của nhiệm vụ trước ngày ban hành kế hoạch",
        "a deadline before the day on which the plan was issued",
    ),
    page: include_str!("due_before_issue.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(issued) = &subject.plan.head.issued else {
        return;
    };
    for task in subject.plan.all_work() {
        for when in &task.when {
            let last_day = when.schedules.iter().filter_map(last_day).max();
            let Some(last_day) = last_day.filter(|day| *day < issued.value) else {
                continue;
            };
            let Text { vi, en } = say_date(last_day);
            found.push(
                RULE.finds(
                    &when.words.place,
                    say! {
                        vi: "thời hạn ({vi}) trước ngày ban hành kế hoạch",
                        en: "the deadline ({en}) lies before the plan was issued"
                    },
                )
                .other(
                    issued.place.clone(),
                    say! { vi: "ngày ban hành", en: "the day of issue" },
                )
                .advice(say! {
                    vi: "đối chiếu văn bản; nếu văn bản ghi như vậy, ghi ngoại lệ kèm lý do",
                    en: "compare the document; if it says so, except it with the reason"
                })
                .about(task.id.as_str()),
            );
        }
    }
}

fn last_day(schedule: &Schedule) -> Option<NaiveDate> {
    match schedule {
        Schedule::By { last_day } | Schedule::Window { last_day, .. } => Some(*last_day),
        Schedule::Continuous { last_day } => *last_day,
        Schedule::From { .. }
        | Schedule::Recurring { .. }
        | Schedule::Reporting { .. }
        | Schedule::Undated => None,
    }
}
