//! Reporters that are all excluded again.

use std::collections::HashSet;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Reporters;
use crate::progress::Expansion;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "excluded-reporters",
    severity: Severity::Warning,
    summary: (
        "đơn vị phải báo cáo đều bị trừ ra",
        "reporters that are all excluded again",
    ),
    page: include_str!("excluded_reporters.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let Reporters::Named(named) = &reporting.reporters else {
        return;
    };
    let bodies = |id: &str| match subject.directory.bodies_of(id) {
        Expansion::Bodies(bodies) => bodies.to_vec(),
        _ => Vec::new(),
    };
    let excluded: HashSet<usize> = reporting.without.iter().flat_map(|id| bodies(id)).collect();
    for reporter in named {
        let own = bodies(reporter);
        if own.is_empty() || !own.iter().all(|body| excluded.contains(body)) {
            continue;
        }
        let finding = RULE.finds(
            &reporter.place,
            say! {
                vi: "`{reporter}` phải báo cáo, nhưng `without` trừ hết các đơn vị ấy",
                en: "`{reporter}` reports, and `without` excludes every one of its agencies"
            },
        );
        let mut excluding = reporting.without.iter();
        let excluding = excluding.find(|id| bodies(id).iter().any(|body| own.contains(body)));
        let finding = match excluding {
            Some(id) => finding.other(id.place.clone(), say! { vi: "trừ ở đây", en: "excluded here" }),
            None => finding,
        };
        found.push(finding.advice(say! {
            vi: "bỏ khỏi `reporters` hoặc khỏi `without`",
            en: "take it out of `reporters` or out of `without`"
        }));
    }
}
