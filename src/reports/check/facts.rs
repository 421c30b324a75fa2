//! The facts of a check, for machines.

use super::FileCounts;
use crate::progress::{Progress, Verdict};
use crate::table::{Block, Fact, Value};

/// What machines are told of the plan.
pub(super) fn facts(progress: &Progress, path: &str, files: FileCounts) -> Block {
    let plan = progress.plan;
    let (reports, deliveries) = (progress.report_counts(), progress.delivery_counts());
    let number = plan
        .head
        .number
        .as_ref()
        .map(|number| number.value.as_str());
    let mut facts = vec![
        hidden("id", Value::from(plan.head.id.as_str())),
        hidden("path", Value::from(path)),
        hidden("number", number.into()),
        hidden("as_of", Value::Day(progress.as_of)),
        hidden("errors", count(files.errors)),
        hidden("warnings", count(files.warnings)),
        hidden("excepted", count(files.excepted)),
        hidden("judged", Value::Claim(true)),
        hidden("reports_owed", count(reports.owed())),
        hidden("reports_on_time", count(reports.on_time)),
        hidden("reports_late", count(reports.late)),
        hidden("reports_sent_undated", count(reports.sent_undated)),
        hidden("reports_sent", count(reports.sent)),
        hidden("reports_empty", count(reports.empty)),
        hidden("reports_overdue", count(reports.missing)),
        hidden("reports_not_yet_due", count(reports.not_yet_due)),
        hidden("reports_without_due_day", count(reports.no_due_day)),
        hidden("reports_not_owed", count(reports.not_owed)),
        hidden("deliveries_owed", count(deliveries.owed())),
        hidden("deliveries_on_time", count(deliveries.on_time)),
        hidden("deliveries_late", count(deliveries.late)),
        hidden("deliveries_sent_undated", count(deliveries.sent_undated)),
        hidden("deliveries_sent", count(deliveries.sent)),
        hidden("deliveries_empty", count(deliveries.empty)),
        hidden("deliveries_overdue", count(deliveries.missing)),
        hidden("deliveries_not_yet_due", count(deliveries.not_yet_due)),
        hidden("deliveries_undated", count(deliveries.no_due_day)),
        hidden("deliveries_not_owed", count(deliveries.not_owed)),
        hidden("targets_total", count(progress.judgements.len())),
    ];
    for (key, of) in VERDICTS {
        facts.push(hidden(key, count(judged(progress, of))));
    }
    Block::Facts(facts)
}

/// A key and the verdicts counted under it.
type Counted = (&'static str, fn(Verdict) -> bool);

/// The verdicts as they are counted, by key.
pub(super) const VERDICTS: [Counted; 7] = [
    ("targets_met", |verdict| verdict == Verdict::Met),
    ("targets_behind", |verdict| verdict == Verdict::Behind),
    ("targets_missed", |verdict| verdict == Verdict::Missed),
    ("targets_without_data", |verdict| verdict == Verdict::NoData),
    ("targets_not_yet_published", |verdict| {
        verdict == Verdict::NotYetPublished
    }),
    ("targets_attested", |verdict| {
        matches!(verdict, Verdict::Attested(_))
    }),
    ("targets_not_measurable", |verdict| {
        matches!(verdict, Verdict::NotMeasurable(_))
    }),
];

/// How many targets have such a verdict.
pub(super) fn judged(progress: &Progress, of: fn(Verdict) -> bool) -> usize {
    progress
        .judgements
        .iter()
        .filter(|judgement| of(judgement.verdict))
        .count()
}

/// A fact for machines alone.
pub(super) fn hidden(key: &'static str, value: Value) -> Fact {
    Fact {
        key,
        value,
        label: None,
    }
}

/// A number of things.
pub(super) fn count(number: usize) -> Value {
    Value::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
