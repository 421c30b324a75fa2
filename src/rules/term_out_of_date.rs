//! A law or a term that had been replaced when the plan began.

use std::collections::HashSet;

use super::agency_out_of_date::first_day;
use super::{Check, Rule, Subject};
use crate::catalog::successions::ended_terms;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Plan, Target, Task};
use crate::say;
use crate::source::Located;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "term-out-of-date",
    severity: Severity::Warning,
    summary: (
        "văn bản hoặc thuật ngữ đã được thay thế khi kế hoạch bắt đầu",
        "a law or a term that had been replaced when the plan began",
    ),
    page: include_str!("term_out_of_date.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let Some(day) = first_day(plan) else {
        return;
    };
    let mut told = HashSet::new();
    for (words, about) in texts(plan) {
        for ended in ended_terms(words, day) {
            if !told.insert((about, ended.name.as_str())) {
                continue;
            }
            let (name, last) = (&ended.name, say_date(ended.last_day));
            let (vi, en) = (&last.vi, &last.en);
            let finding = RULE.finds(
                &words.place,
                say! {
                    vi: "\"{name}\" chỉ dùng đến {vi}, trước khi kế hoạch bắt đầu",
                    en: "\"{name}\" was in use until {en}, before the plan began"
                },
            );
            let Text { vi, en } = &ended.successor;
            let finding = finding.advice(say! { vi: "nay là {vi}", en: "it is now {en}" });
            found.push(finding.about(about));
        }
    }
}

/// What the plan says, each with the id of what it is about.
fn texts(plan: &Plan) -> impl Iterator<Item = (&Located<String>, &str)> {
    let objectives = plan.objectives.iter().flat_map(|objective| {
        let own = std::iter::once(&objective.title).chain(targets(&objective.targets));
        own.map(move |words| (words, objective.id.as_str()))
    });
    let sections = plan
        .sections
        .iter()
        .map(|section| (&section.title, section.id.as_str()));
    let work = plan
        .all_work()
        .flat_map(|task| of_task(task).map(move |words| (words, task.id.as_str())));
    objectives.chain(sections).chain(work)
}

fn of_task(task: &Task) -> impl Iterator<Item = &Located<String>> {
    std::iter::once(&task.title)
        .chain(targets(&task.targets))
        .chain(&task.output)
}

fn targets(targets: &[Target]) -> impl Iterator<Item = &Located<String>> {
    targets.iter().filter_map(|target| target.words.as_ref())
}
