//! A rank beyond the number of provinces ranked.

use super::{Check, Rule};
use crate::diagnostic::Severity;

pub(super) static RULE: Rule = Rule {
    name: "rank-above-ranked",
    severity: Severity::Error,
    summary: (
        "thứ hạng lớn hơn số tỉnh được xếp hạng",
        "a rank beyond the number of provinces ranked",
    ),
    page: include_str!("rank_above_ranked.md"),
    check: Check::Results,
};
