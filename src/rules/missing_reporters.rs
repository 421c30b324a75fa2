//! A reporting duty that does not say whose it is.

use super::reporting_days::periods_of;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Reporters;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "missing-reporters",
    severity: Severity::Warning,
    summary: (
        "chế độ báo cáo không nói ai báo cáo",
        "a reporting duty that does not say who reports",
    ),
    page: include_str!("missing_reporters.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let place = reporting.periods.first().map(|period| &period.place);
    let place = place.or(reporting.regime.as_ref().map(|regime| &regime.place));
    let (Some(place), Reporters::Unsaid) = (place, &reporting.reporters) else {
        return;
    };
    if periods_of(reporting).next().is_none() || subject.is_torn_at(place) {
        return;
    }
    found.push(
        RULE.finds(
            place,
            say! {
                vi: "[reporting] có kỳ báo cáo nhưng không nói ai báo cáo",
                en: "[reporting] has periods and does not say who reports"
            },
        )
        .advice(say! {
            vi: "thêm `reporters = [\"…\"]`, hoặc `reporters = \"lead\"`, \"executing\", \"both\"",
            en: "add `reporters = [\"…\"]`, or `reporters = \"lead\"`, \"executing\", \"both\""
        }),
    );
}
