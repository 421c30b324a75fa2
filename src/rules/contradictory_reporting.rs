//! A task's own words ask for reports on periods that the plan does not have.

use std::collections::BTreeSet;

use super::{Check, Rule, Subject, reporting_days::periods_of};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{PeriodPart, PeriodSet};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "contradictory-reporting",
    severity: Severity::Warning,
    summary: (
        "nhiệm vụ ghi kỳ báo cáo mà chế độ báo cáo của kế hoạch không có",
        "a task that asks for reports on periods which the plan's reporting duty lacks",
    ),
    page: include_str!("contradictory_reporting.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let known: BTreeSet<PeriodPart> = periods_of(reporting).collect();
    let periods = reporting.periods.first().map(|period| &period.place);
    let place = periods.or(reporting.regime.as_ref().map(|regime| &regime.place));
    let Some(place) = place.filter(|_| !known.is_empty()) else {
        return;
    };
    for task in subject.plan.all_work() {
        let Some(own) = &task.report else {
            continue;
        };
        let sets = own.periods.iter().flatten();
        let named: BTreeSet<_> = sets.flat_map(|set| parts(*set, &known)).collect();
        if named.is_subset(&known) {
            continue;
        }
        let (words, strange) = (&own.words, codes(named.difference(&known)));
        let plan_codes = codes(&known);
        found.push(
            RULE.finds(
                &own.words.place,
                say! {
                    vi: "nhiệm vụ báo cáo \"{words}\", kế hoạch không có kỳ {strange}",
                    en: "the task reports \"{words}\", the plan has no {strange}"
                },
            )
            .other(
                place.clone(),
                say! { vi: "các kỳ của kế hoạch: {plan_codes}", en: "the plan's periods: {plan_codes}" },
            )
            .advice(say! {
                vi: "đối chiếu văn bản; nếu hai chỗ ghi khác nhau, ghi ngoại lệ kèm lý do",
                en: "compare the document; if it differs from itself, except it with the reason"
            })
            .about(task.id.as_str()),
        );
    }
}

/// "6 tháng" beside "năm" is the first half: the second goes with the year.
fn parts(set: PeriodSet, known: &BTreeSet<PeriodPart>) -> Vec<PeriodPart> {
    let first = PeriodPart::Half(1);
    match set {
        PeriodSet::EveryHalf if known.contains(&first) => vec![first],
        set => set.parts(),
    }
}

fn codes<'p>(parts: impl IntoIterator<Item = &'p PeriodPart>) -> String {
    let codes: Vec<_> = parts.into_iter().map(ToString::to_string).collect();
    codes.join(", ")
}
