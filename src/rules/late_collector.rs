//! The collecting agency's report is due before those that it collects.

use super::reporting_days::{collector_due_of, due_of, periods_of};
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "late-collector",
    severity: Severity::Warning,
    summary: (
        "hạn của cơ quan đầu mối trước hạn của các đơn vị báo cáo",
        "the collecting agency's report is due before those that it collects",
    ),
    page: include_str!("late_collector.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let mut told = Vec::new();
    for part in periods_of(reporting) {
        let (Some(collector), Some(due)) =
            (collector_due_of(reporting, part), due_of(reporting, part))
        else {
            continue;
        };
        let (true, Some(place)) = (collector.is_before(&due), collector.place) else {
            continue;
        };
        if told.contains(&place) {
            continue;
        }
        told.push(place);
        let finding = RULE.finds(
            place,
            say! {
                vi: "kỳ {part}: cơ quan đầu mối phải gửi trước khi các đơn vị đến hạn gửi",
                en: "{part}: the collecting agency's report is due before those of the others"
            },
        );
        let finding = match due.place {
            Some(due) => finding.other(
                due.clone(),
                say! { vi: "hạn của các đơn vị", en: "when the others are due" },
            ),
            None => finding,
        };
        found.push(finding.advice(say! {
            vi: "đặt `collector_due` sau `due`",
            en: "set `collector_due` after `due`"
        }));
    }
}
