//! One phrase that asks for several things under one id.

use std::collections::HashSet;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{BoundKind, Target};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "several-targets",
    severity: Severity::Warning,
    summary: (
        "một chỉ tiêu đọc ra nhiều mức khác nhau, chưa tách mã",
        "one target phrase that asks for several things under one id",
    ),
    page: include_str!("several_targets.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let targets = plan.all_work().flat_map(|task| &task.targets);
    let objectives = plan
        .objectives
        .iter()
        .flat_map(|objective| &objective.targets);
    for target in targets.chain(objectives) {
        if !asks_for_several(target) {
            continue;
        }
        let place = target
            .words
            .as_ref()
            .map_or(&target.id.place, |words| &words.place);
        let (id, count) = (&target.id, measured(target).count());
        found.push(
            RULE.finds(
                place,
                say! {
                    vi: "chỉ tiêu `{id}` đọc ra {count} mức khác nhau",
                    en: "the target `{id}` reads as {count} different ones"
                },
            )
            .advice(say! {
                vi: "tách thành nhiều chỉ tiêu: [{{ id = \"{id}.a\", words = \"…\" }}, {{ id = \"{id}.b\", words = \"…\" }}]",
                en: "make it several targets: [{{ id = \"{id}.a\", words = \"…\" }}, {{ id = \"{id}.b\", words = \"…\" }}]"
            })
            .about(id.as_str()),
        );
    }
}

fn measured(target: &Target) -> impl Iterator<Item = &crate::model::Bound> {
    target
        .bounds
        .iter()
        .filter(|bound| bound.kind != BoundKind::Qualitative)
}

/// Levels for different years are milestones of one target.
fn asks_for_several(target: &Target) -> bool {
    let mut years = HashSet::new();
    measured(target).any(|bound| !years.insert(bound.by))
}
