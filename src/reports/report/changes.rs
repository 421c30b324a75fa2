//! What changed since the period before.

use super::is_by;
use crate::lang::Text;
use crate::model::ReportingPeriod;
use crate::progress::{Judgement, Progress, Verdict};
use crate::reports::states::verdict_cell;
use crate::reports::targets::{figure, words};
use crate::say;
use crate::table::{Block, Column, Row, Table, Value};
use crate::words::say_period;

/// The targets whose figure or verdict is not what it was by the period before.
pub(super) fn blocks(
    progress: &Progress,
    period: ReportingPeriod,
    judgements: &[Judgement],
) -> Vec<Block> {
    let Some(before) = before(progress, period) else {
        return Vec::new();
    };
    let Text { vi, en } = say_period(before);
    let earlier = progress.judged_by(|reported| is_by(reported, before));
    if !earlier.iter().any(says_something) {
        let nothing = say! {
            vi: "Chưa có số liệu đến hết {vi} để so sánh.",
            en: "Nothing was reported up to {en} to compare with."
        };
        return vec![Block::line(nothing)];
    }
    let changed: Vec<(&Judgement, &Judgement)> = earlier
        .iter()
        .zip(judgements)
        .filter(|(before, now)| (before.verdict, before.figure) != (now.verdict, now.figure))
        .collect();
    if changed.is_empty() {
        let same = say! {
            vi: "Không chỉ tiêu nào thay đổi so với {vi}.",
            en: "No target changed since {en}."
        };
        return vec![Block::line(same)];
    }
    let rows = changed
        .iter()
        .map(|(before, now)| {
            Row::Cells(vec![
                Value::from(progress.items.all()[now.target_item].id).into(),
                Value::from(words(progress, now).as_str()).into(),
                figure(before.figure).into(),
                verdict_cell(before.verdict),
                figure(now.figure).into(),
                verdict_cell(now.verdict),
            ])
        })
        .collect();
    vec![Block::Table(Table {
        key: "changes",
        title: Some(say! { vi: "Thay đổi so với {vi}", en: "Changes since {en}" }),
        columns: vec![
            Column::narrow("id", say! { vi: "Mã", en: "Id" }),
            Column::wide("target", say! { vi: "Chỉ tiêu", en: "Target" }, 5),
            Column::narrow("figure_before", say! { vi: "Kỳ trước", en: "Before" }).right(),
            Column::wide(
                "verdict_before",
                say! { vi: "Đánh giá kỳ trước", en: "Verdict before" },
                2,
            ),
            Column::narrow("figure", say! { vi: "Kỳ này", en: "Now" }).right(),
            Column::wide(
                "verdict",
                say! { vi: "Đánh giá kỳ này", en: "Verdict now" },
                2,
            ),
        ],
        rows,
        ruled: false,
    })]
}

fn says_something(judgement: &Judgement) -> bool {
    judgement.figure.is_some()
        || !matches!(
            judgement.verdict,
            Verdict::NoData | Verdict::NotYetPublished | Verdict::NotMeasurable(_)
        )
}

/// The last period of the plan that ended before `period` did.
fn before(progress: &Progress, period: ReportingPeriod) -> Option<ReportingPeriod> {
    let periods = progress.ledger.expected.timetable.periods.iter();
    let periods = periods.map(|timed| timed.period);
    periods.rev().find(|other| !is_by(period, *other))
}
