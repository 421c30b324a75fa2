//! One agency leads and carries out a task, under two ids.

use std::collections::{HashMap, HashSet};

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::spelling_key;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "lead-also-executes",
    severity: Severity::Warning,
    summary: (
        "đơn vị chủ trì cũng là đơn vị thực hiện, dưới một mã khác",
        "the leading agency also carries the task out, under another id",
    ),
    page: include_str!("lead_also_executes.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let keys: HashMap<&str, HashSet<String>> = plan
        .agencies
        .iter()
        .map(|agency| {
            let names = std::iter::once(&agency.name).chain(&agency.also);
            (
                agency.id.as_str(),
                names.map(|name| spelling_key(name)).collect(),
            )
        })
        .collect();
    let are_one = |one: &str, other: &str| match (keys.get(one), keys.get(other)) {
        (Some(names), Some(others)) => one != other && !names.is_disjoint(others),
        _ => false,
    };
    for task in plan.all_work() {
        for lead in &task.who.lead {
            let Some(by) = task.who.by.iter().find(|by| are_one(lead, by)) else {
                continue;
            };
            found.push(
                RULE.finds(
                    &by.place,
                    say! {
                        vi: "`{by}` và đơn vị chủ trì `{lead}` có thể là một đơn vị",
                        en: "`{by}` and the leading agency `{lead}` may be one agency"
                    },
                )
                .other(
                    lead.place.clone(),
                    say! { vi: "đơn vị chủ trì", en: "the leading agency" },
                )
                .advice(say! {
                    vi: "nếu là một, dùng một mã ở cả hai chỗ",
                    en: "if they are one, use one id in both places"
                })
                .about(task.id.as_str()),
            );
        }
    }
}
