//! A task that is due later than the same task of the plan above.

use chrono::NaiveDate;

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Schedule, Task, When};
use crate::progress::family::Family;
use crate::say;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "child-due-later",
    severity: Severity::Warning,
    summary: (
        "nhiệm vụ có hạn muộn hơn hạn của kế hoạch cấp trên",
        "a task that is due later than in the plan above",
    ),
    page: include_str!("child_due_later.md"),
    check: Check::Family(check),
};

fn check(family: &Family, at: usize, found: &mut Vec<Diagnostic>) {
    let Some(answer) = family.answer(at) else {
        return;
    };
    for (theirs, own) in &answer.pairs {
        let (Some((above, first)), Some((when, last))) = (due(theirs), due(own)) else {
            continue;
        };
        if last <= first {
            continue;
        }
        let id = &own.id;
        let (last, first) = (say_date(last), say_date(first));
        let message = Text {
            vi: format!(
                "nhiệm vụ `{id}` đến hạn {}, sau hạn {} của kế hoạch cấp trên",
                last.vi, first.vi
            ),
            en: format!(
                "the task `{id}` is due on {}, after {} in the plan above",
                last.en, first.en
            ),
        };
        let finding = RULE.finds(&when.words.place, message).about(id.as_str());
        let there = above.words.place.clone();
        found.push(finding.other(there, say! { vi: "hạn cấp trên", en: "due there" }));
    }
}

/// The one day by which a task is to be done.
fn due(task: &Task) -> Option<(&When, NaiveDate)> {
    let [when] = &task.when[..] else {
        return None;
    };
    match when.schedules[..] {
        [Schedule::By { last_day } | Schedule::Window { last_day, .. }]
            if when.unread.is_empty() =>
        {
            Some((when, last_day))
        }
        _ => None,
    }
}
