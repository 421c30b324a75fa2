//! A task, a duty or the reporting duty names an agency that `[agencies]` lacks.

use std::collections::{HashMap, HashSet};

use super::advice::{Known, quoted};
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Agency, Plan, Reporters, StandsFor};
use crate::progress::spelling_key;
use crate::say;
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "unknown-agency",
    severity: Severity::Error,
    summary: (
        "mã đơn vị không có trong [agencies], hoặc đơn vị trong số liệu không khớp đơn vị nào",
        "an agency id that [agencies] lacks, or an agency in the results that the plan does not know",
    ),
    page: include_str!("unknown_agency.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let agencies = &plan.agencies;
    let ids: HashSet<&str> = agencies.iter().map(|agency| agency.id.as_str()).collect();
    let mut register = None;
    for (reference, about) in references(plan) {
        let id = reference.as_str();
        if ids.contains(id) || subject.has_key(id) {
            continue;
        }
        let register = register.get_or_insert_with(|| Register::of(agencies));
        let finding = RULE.finds(
            &reference.place,
            say! { vi: "không có đơn vị `{id}` trong [agencies]", en: "there is no agency `{id}` in [agencies]" },
        );
        let finding = register.advise(id, finding);
        found.push(match about {
            Some(about) => finding.about(about),
            None => finding,
        });
    }
}

/// Every place that names an agency by id, and the item it is in.
pub(super) fn references(plan: &Plan) -> impl Iterator<Item = (&Located<String>, Option<&str>)> {
    let reporting = plan.reporting.iter().flat_map(|reporting| {
        let named = match &reporting.reporters {
            Reporters::Named(named) => named.as_slice(),
            _ => &[],
        };
        named
            .iter()
            .chain(&reporting.without)
            .chain(&reporting.through)
    });
    let members = plan
        .agencies
        .iter()
        .flat_map(|agency| match &agency.stands_for {
            StandsFor::Members(members) => members.as_slice(),
            _ => &[],
        });
    let work = plan
        .all_work()
        .flat_map(|task| task.who.all().map(|id| (id, Some(task.id.as_str()))));
    let head = plan.head.focal.iter().chain(reporting).chain(members);
    head.map(|id| (id, None)).chain(work)
}

/// The ids of the agencies by id, name and other spellings.
struct Register<'p> {
    ids: Known<'p>,
    names: Known<'p>,
    by_name: HashMap<String, &'p str>,
}

impl<'p> Register<'p> {
    fn of(agencies: &'p [Agency]) -> Self {
        let mut by_name = HashMap::new();
        for agency in agencies {
            for name in std::iter::once(&agency.name).chain(&agency.also) {
                by_name
                    .entry(spelling_key(name))
                    .or_insert(agency.id.as_str());
            }
        }
        Self {
            ids: Known::of(agencies.iter().map(|agency| agency.id.as_str())),
            names: Known::of(agencies.iter().map(|agency| agency.name.as_str())),
            by_name,
        }
    }

    fn advise(&self, written: &str, finding: Diagnostic) -> Diagnostic {
        if let Some(id) = self.by_name.get(&spelling_key(written)) {
            let place = finding.place.clone();
            return finding
                .advice(say! {
                    vi: "ở đây ghi mã, không ghi tên: `{id}`",
                    en: "here stands the id, not the name: `{id}`"
                })
                .fix(place, quoted(id));
        }
        let finding = self.ids.advise(written, finding);
        if finding.advice.is_some() {
            return finding;
        }
        let near = self.names.near(written).map(spelling_key);
        match near.and_then(|name| self.by_name.get(&name)) {
            Some(id) => finding.advice(say! {
                vi: "có phải `{id}`?",
                en: "did you mean `{id}`?"
            }),
            None => finding.advice(say! {
                vi: "khai báo đơn vị trong [agencies], hoặc sửa mã cho đúng",
                en: "declare the agency in [agencies], or correct the id"
            }),
        }
    }
}
