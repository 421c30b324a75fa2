//! A time phrase, or a part of one, that was not understood.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "unread-schedule",
    severity: Severity::Warning,
    summary: (
        "papi chưa hiểu chắc chắn một phần của thời gian thực hiện",
        "a part of a schedule that papi does not understand for certain",
    ),
    page: include_str!("unread_schedule.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    for task in subject.plan.all_work() {
        for part in task.when.iter().flat_map(|when| &when.unread) {
            let words = part.trim();
            found.push(
                RULE.finds(
                    &part.place,
                    say! {
                        vi: "chưa hiểu chắc chắn \"{words}\"",
                        en: "\"{words}\" is not understood for certain"
                    },
                )
                .advice(say! {
                    vi: "ghi rõ bằng bảng: {{ words = \"…\", due = 2021-09-30 }} hoặc {{ words = \"…\", every = \"quarter\" }}",
                    en: "say it as a table: {{ words = \"…\", due = 2021-09-30 }} or {{ words = \"…\", every = \"quarter\" }}"
                })
                .about(task.id.as_str()),
            );
        }
        // The words of a task's own report periods are a schedule too.
        if let Some(own) = &task.report
            && own.periods.is_none()
        {
            let words = &own.words;
            found.push(
                RULE.finds(
                    &words.place,
                    say! {
                        vi: "chưa hiểu chắc chắn kỳ báo cáo \"{words}\"",
                        en: "the periods \"{words}\" are not understood for certain",
                    },
                )
                .advice(say! {
                    vi: "ghi các kỳ như \"hàng quý, 6 tháng, năm\" hoặc \"Quý I, 6 tháng\"",
                    en: "name the periods like \"hàng quý, 6 tháng, năm\" or \"Quý I, 6 tháng\""
                })
                .about(task.id.as_str()),
            );
        }
    }
}
