//! A value of another kind than its key takes.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "wrong-type",
    severity: Severity::Error,
    summary: (
        "giá trị không đúng loại: chữ, số, ngày, danh sách hay bảng",
        "a value of another kind than its key takes",
    ),
    page: include_str!("wrong_type.md"),
    check: Check::Reading,
};
