//! Two agencies of `[agencies]` with one name.

use std::collections::HashMap;

use super::advice::first_here;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Agency, StandsFor};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "duplicate-agency",
    severity: Severity::Error,
    summary: (
        "một tên đơn vị khai báo dưới hai mã",
        "one agency declared under two ids",
    ),
    page: include_str!("duplicate_agency.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let mut first: HashMap<&str, &Agency> = HashMap::new();
    let single = subject.plan.agencies.iter();
    for agency in single.filter(|agency| agency.stands_for == StandsFor::Itself) {
        let name = agency.name.as_str();
        let Some(other) = first.get(name) else {
            first.insert(name, agency);
            continue;
        };
        if name.trim().is_empty() {
            continue;
        }
        let (id, other_id) = (&agency.id, &other.id);
        found.push(
            RULE.finds(
                &agency.name.place,
                say! {
                    vi: "`{id}` và `{other_id}` cùng tên \"{name}\"",
                    en: "`{id}` and `{other_id}` have one name, \"{name}\""
                },
            )
            .other(other.name.place.clone(), first_here())
            .advice(say! {
                vi: "giữ một mã và dùng mã đó ở mọi nhiệm vụ",
                en: "keep one id and use it in every task"
            }),
        );
    }
}
