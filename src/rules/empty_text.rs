//! An id, a title or a name that is written and says nothing.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "empty-text",
    severity: Severity::Error,
    summary: (
        "mã, nội dung hoặc tên để trống",
        "an id, a title or a name left blank",
    ),
    page: include_str!("empty_text.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let mut see = |key: &str, text: &Located<String>| {
        if text.trim().is_empty() {
            let message = say! { vi: "`{key}` để trống", en: "`{key}` is blank" };
            found.push(RULE.finds(&text.place, message));
        }
    };
    // What is missing stands empty at the place of its table or of its id; that it is
    // missing was told when the file was read.
    let head = &plan.head;
    for (key, text) in [("id", &head.id), ("title", &head.title)] {
        if text.place != *head.begins() {
            see(key, text);
        }
    }
    for agency in &plan.agencies {
        see("name", &agency.name);
    }
    let sections = plan
        .sections
        .iter()
        .map(|section| (&section.id, &section.title));
    let work = plan.all_work().map(|task| (&task.id, &task.title));
    let objectives = plan
        .objectives
        .iter()
        .map(|objective| (&objective.id, &objective.title));
    for (id, title) in sections.chain(work).chain(objectives) {
        see("id", id);
        if title.place != id.place {
            see("title", title);
        }
    }
}
