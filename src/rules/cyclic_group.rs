//! Groups of agencies that are members of each other.

use std::collections::HashMap;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Plan, StandsFor};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "cyclic-group",
    severity: Severity::Error,
    summary: (
        "các nhóm đơn vị là thành viên của nhau",
        "groups that are members of each other",
    ),
    page: include_str!("cyclic_group.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let agencies = &subject.plan.agencies;
    for circle in circles(&members(subject.plan)) {
        let names: Vec<_> = circle
            .iter()
            .chain(circle.first())
            .map(|at| agencies[*at].id.as_str())
            .collect();
        let (names, first) = (names.join(" → "), &agencies[circle[0]].id);
        let finding = RULE.finds(
            &first.place,
            say! {
                vi: "các nhóm là thành viên của nhau: {names}",
                en: "the groups are members of each other: {names}"
            },
        );
        let finding = circle[1..].iter().fold(finding, |finding, at| {
            let place = agencies[*at].id.place.clone();
            finding.other(
                place,
                say! { vi: "cũng trong vòng này", en: "also in the circle" },
            )
        });
        found.push(finding.advice(say! {
            vi: "bỏ một thành viên để nhóm này chỉ chứa nhóm kia",
            en: "take out a member, so that one group contains the other only"
        }));
    }
}

/// The members of each agency, by index; without those that are not declared, and
/// without an agency itself, which is an error of its own.
fn members(plan: &Plan) -> Vec<Vec<usize>> {
    let at: HashMap<&str, usize> = plan
        .agencies
        .iter()
        .enumerate()
        .map(|(at, agency)| (agency.id.as_str(), at))
        .collect();
    let of = |(own, members): (usize, &StandsFor)| match members {
        StandsFor::Members(members) => members
            .iter()
            .filter_map(|id| at.get(id.as_str()).copied())
            .filter(|member| *member != own)
            .collect(),
        _ => Vec::new(),
    };
    plan.agencies
        .iter()
        .map(|agency| &agency.stands_for)
        .enumerate()
        .map(of)
        .collect()
}

/// The circles that a walk along `next` closes, each once.
pub(super) fn circles(next: &[Vec<usize>]) -> Vec<Vec<usize>> {
    let mut circles = Vec::new();
    let mut is_done = vec![false; next.len()];
    let mut on_path: Vec<Option<usize>> = vec![None; next.len()];
    for start in 0..next.len() {
        let mut path: Vec<(usize, usize)> = Vec::new();
        if !is_done[start] {
            on_path[start] = Some(0);
            path.push((start, 0));
        }
        while let Some((at, taken)) = path.last_mut() {
            let Some(&to) = next[*at].get(*taken) else {
                is_done[*at] = true;
                on_path[*at] = None;
                path.pop();
                continue;
            };
            *taken += 1;
            if let Some(from) = on_path[to] {
                circles.push(path[from..].iter().map(|(at, _)| *at).collect());
            } else if !is_done[to] {
                on_path[to] = Some(path.len());
                path.push((to, 0));
            }
        }
    }
    circles
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_circle_is_found_once() {
        assert_eq!(circles(&[vec![1], vec![2], vec![0]]), [[0, 1, 2]]);
        assert_eq!(
            circles(&[vec![1, 2], vec![2], vec![]]),
            Vec::<Vec<usize>>::new()
        );
        assert_eq!(circles(&[vec![1], vec![1]]), [[1]]);
    }
}
