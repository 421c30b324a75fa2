//! An agency stands for one body in each locality, and there are no such localities.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{AgencyLevel, StandsFor};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "missing-registry",
    severity: Severity::Error,
    summary: (
        "nhóm theo cấp nhưng không có danh mục địa phương của cấp đó",
        "a group by level without localities of that level",
    ),
    page: include_str!("missing_registry.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let is_unread = plan.registry.is_some() && plan.localities.is_empty();
    if is_unread || plan.registry.is_none() && subject.has_key("registry") {
        return; // What is wrong with the registry was told when it was read.
    }
    for agency in &plan.agencies {
        let StandsFor::Every { level, .. } = agency.stands_for else {
            continue;
        };
        let Text { vi, en } = said_level(level);
        let id = &agency.id;
        let finding = match &plan.registry {
            None => RULE
                .finds(
                    &id.place,
                    say! {
                        vi: "`{id}` là mỗi địa phương {vi} một đơn vị, nhưng không có danh mục địa phương",
                        en: "`{id}` is one body in each {en}, but there is no registry of localities"
                    },
                )
                .advice(say! {
                    vi: "thêm `registry = \"agencies/….csv\"` vào [agencies]",
                    en: "add `registry = \"agencies/….csv\"` to [agencies]"
                }),
            Some(registry) if subject.directory.of_level(level).is_empty() => RULE
                .finds(
                    &id.place,
                    say! {
                        vi: "`{id}` là mỗi địa phương {vi} một đơn vị, nhưng danh mục không có địa phương {vi} nào",
                        en: "`{id}` is one body in each {en}, but the registry has no {en}"
                    },
                )
                .other(registry.place.clone(), say! { vi: "danh mục", en: "the registry" })
                .advice(say! {
                    vi: "bổ sung danh mục, hoặc bỏ `every`",
                    en: "complete the registry, or take `every` out"
                }),
            Some(_) => continue,
        };
        found.push(finding);
    }
}

fn said_level(level: AgencyLevel) -> Text {
    match level {
        AgencyLevel::Province => say! { vi: "cấp tỉnh", en: "province" },
        AgencyLevel::District => say! { vi: "cấp huyện", en: "district" },
        AgencyLevel::Commune => say! { vi: "cấp xã", en: "commune" },
    }
}
