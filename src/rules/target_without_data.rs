//! A target of which nothing was reported.

use super::verdicts::finding;
use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::progress::{Progress, Verdict, What};
use crate::say;

pub(super) static RULE: Rule = Rule {
    name: "target-without-data",
    severity: Severity::Warning,
    summary: (
        "chỉ tiêu chưa có số liệu nào",
        "a target of which nothing was reported",
    ),
    page: include_str!("target_without_data.md"),
    check: Check::Progress(check),
};

fn check(progress: &Progress, found: &mut Vec<Diagnostic>) {
    let is_report_due = progress.owed.iter().any(|owed| {
        matches!(owed.what, What::Report(_)) && owed.due.is_some_and(|due| due < progress.as_of)
    });
    let is_over = progress.as_of > progress.plan.head.years.last_day();
    for judgement in &progress.judgements {
        if judgement.verdict != Verdict::NoData {
            continue;
        }
        let expected = judgement.expected;
        let mut finding = finding(&RULE, progress, judgement, |id| match expected {
            0 if !judgement.explanation.index.is_empty() => say! {
                vi: "mục tiêu `{id}` chưa có điểm PAPI để đánh giá",
                en: "the objective `{id}` has no PAPI scores to be judged by"
            },
            0 => say! {
                vi: "chỉ tiêu `{id}` chưa có số liệu nào",
                en: "the target `{id}` has no figures yet"
            },
            expected => say! {
                vi: "chỉ tiêu `{id}` chưa có số liệu nào (0/{expected} đơn vị)",
                en: "the target `{id}` has no figures yet (0/{expected} agencies)"
            },
        });
        if !is_report_due && !is_over {
            finding.severity = Severity::Note; // Nothing had to be reported yet.
        }
        let published = judgement.explanation.index.iter();
        if let Some(why) = published.filter_map(|judged| judged.explanation.last()).next_back() {
            finding.advice = Some(if progress.released.book.all().is_empty() {
                scores_wanted()
            } else {
                why.clone()
            });
        }
        found.push(finding);
    }
}

fn scores_wanted() -> Text {
    say! {
        vi: "ghi tệp điểm đã công bố bằng --scores, hoặc `scores` trong [plan]",
        en: "name the published scores by --scores, or `scores` in [plan]"
    }
}
