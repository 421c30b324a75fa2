//! An exception whose last day is past.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::Exception;
use crate::say;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "expired-exception",
    severity: Severity::Warning,
    summary: ("ngoại lệ đã hết hạn", "an exception whose last day is past"),
    page: include_str!("expired_exception.md"),
    check: Check::Exceptions,
};

pub(super) fn finding(exception: &Exception) -> Diagnostic {
    let rule = &exception.rule;
    let until = exception.until.as_ref();
    let Text { vi, en } = until.map_or_else(|| Text::same("?"), |until| say_date(until.value));
    RULE.finds(
        until.map_or(&rule.place, |until| &until.place),
        say! {
            vi: "ngoại lệ cho `{rule}` đã hết hạn ngày {vi}",
            en: "the exception from `{rule}` ended on {en}"
        },
    )
    .advice(say! {
        vi: "xử lý phát hiện đó, hoặc gia hạn `until` kèm lý do",
        en: "mend what it was for, or set a later `until` with its reason"
    })
}
