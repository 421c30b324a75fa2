//! A group that is its own member.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::StandsFor;
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "group-in-itself",
    severity: Severity::Error,
    summary: (
        "nhóm đơn vị có chính nó là thành viên",
        "a group that is its own member",
    ),
    page: include_str!("group_in_itself.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for agency in &subject.plan.agencies {
        let StandsFor::Members(members) = &agency.stands_for else {
            continue;
        };
        let id = &agency.id;
        for member in members.iter().filter(|member| *member == id) {
            found.push(
                RULE.finds(
                    &member.place,
                    say! { vi: "nhóm `{id}` có chính nó là thành viên", en: "the group `{id}` is its own member" },
                )
                .advice(say! { vi: "bỏ `{id}` khỏi `members`", en: "take `{id}` out of `members`" }),
            );
        }
    }
}
