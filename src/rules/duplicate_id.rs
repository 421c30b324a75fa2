//! One id for two things.

use std::collections::HashMap;

use super::advice::first_here;
use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Plan, Target};
use crate::say;
use crate::source::{Located, Place};

pub(super) static RULE: Rule = Rule {
    name: "duplicate-id",
    severity: Severity::Error,
    summary: (
        "một mã dùng cho hai mục, nhiệm vụ, mục tiêu hoặc chỉ tiêu",
        "one id for two sections, tasks, duties, objectives or targets",
    ),
    page: include_str!("duplicate_id.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let mut seen = Seen {
        first: HashMap::new(),
        found,
    };
    seen.add_all(subject.plan);
}

struct Seen<'p, 'f> {
    first: HashMap<&'p str, &'p Place>,
    found: &'f mut Vec<Diagnostic>,
}

impl<'p> Seen<'p, '_> {
    fn add_all(&mut self, plan: &'p Plan) {
        for objective in &plan.objectives {
            self.add_item(&objective.id, &objective.targets);
        }
        for duty in &plan.duties {
            self.add_item(&duty.id, &duty.targets);
        }
        for section in &plan.sections {
            self.add(&section.id);
            for task in &section.tasks {
                self.add_item(&task.id, &task.targets);
                for part in &task.parts {
                    self.add_item(&part.id, &part.targets);
                }
            }
        }
    }

    fn add_item(&mut self, id: &'p Located<String>, targets: &'p [Target]) {
        self.add(id);
        let mut has_own = false;
        for target in targets {
            // The first target may bear its item's id; the reader gives it to one without.
            let is_given = target.id.place == id.place;
            let is_own = target.id == *id && !has_own;
            has_own |= is_own;
            if !is_given && !is_own {
                self.add(&target.id);
            }
        }
    }

    fn add(&mut self, id: &'p Located<String>) {
        if id.trim().is_empty() || id.starts_with('\0') {
            return;
        }
        let Some(first) = self.first.get(id.as_str()) else {
            self.first.insert(id, &id.place);
            return;
        };
        self.found.push(
            RULE.finds(
                &id.place,
                say! { vi: "mã `{id}` đã được dùng", en: "the id `{id}` is used already" },
            )
            .other((*first).clone(), first_here())
            .advice(say! {
                vi: "đặt mã khác; mã không được trùng trong cả kế hoạch",
                en: "choose another id; an id is used once in the whole plan"
            })
            .about(id.as_str()),
        );
    }
}
