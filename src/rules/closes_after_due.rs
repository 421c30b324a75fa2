//! A report is due before its period closes.

use super::reporting_days::{closing_of, due_of, periods_of};
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "closes-after-due",
    severity: Severity::Error,
    summary: (
        "hạn gửi báo cáo trước ngày chốt số liệu của kỳ",
        "a report that is due before its period closes",
    ),
    page: include_str!("closes_after_due.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let Some(closing) = closing_of(reporting) else {
        return;
    };
    let mut told = Vec::new();
    for part in periods_of(reporting) {
        let Some(due) = due_of(reporting, part).filter(|due| due.is_before(&closing)) else {
            continue;
        };
        let Some(place) = due.place.or(closing.place) else {
            continue;
        };
        if told.contains(&place) {
            continue;
        }
        told.push(place);
        let finding = RULE.finds(
            place,
            say! {
                vi: "kỳ {part}: hạn gửi báo cáo trước ngày chốt số liệu",
                en: "{part}: the report is due before the period closes"
            },
        );
        let finding = match closing.place.filter(|closing| *closing != place) {
            Some(closes) => finding.other(
                closes.clone(),
                say! { vi: "ngày chốt số liệu", en: "when it closes" },
            ),
            None => finding,
        };
        found.push(finding.advice(say! {
            vi: "đặt `closes` không sau `due`",
            en: "set `closes` no later than `due`"
        }));
    }
}
