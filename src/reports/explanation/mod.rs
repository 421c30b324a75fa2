//! How the verdict on a target came about: what is asked, what went in, what was left
//! out and why, what contradicts itself, who is silent, and the comparison with its
//! numbers.

mod rows;
mod why;

use super::reasons::reason_words;
use super::states::{verdict_cell, verdict_words};
use super::targets::{figure, words};
use super::title::document_name;
use crate::lang::Text;
use crate::model::ReportingPeriod;
use crate::progress::{BoundJudgement, Judgement, Progress, Verdict};
use crate::say;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};
use crate::words::say_target;

/// Which rows are shown of those that led to a verdict.
#[derive(Clone, Copy, Debug, Default)]
pub struct Shown<'s> {
    /// Only rows of these bodies, by index.
    pub bodies: Option<&'s [usize]>,
    /// Only rows on this period.
    pub period: Option<ReportingPeriod>,
    /// At most so many rows of a list; `None` for all.
    pub most: Option<usize>,
}

impl Shown<'_> {
    fn takes_body(&self, body: usize) -> bool {
        self.bodies.is_none_or(|bodies| bodies.contains(&body))
    }

    fn takes(&self, body: usize, period: ReportingPeriod) -> bool {
        self.takes_body(body) && self.period.is_none_or(|own| own == period)
    }

    fn is_narrowed(&self) -> bool {
        self.bodies.is_some() || self.period.is_some()
    }
}

/// How the judgement came about.
pub fn document(progress: &Progress, judgement: &Judgement, shown: &Shown) -> Document {
    let item = &progress.items.all()[judgement.target_item];
    let id = item.id;
    let issued = words(progress, judgement);
    let mut blocks = vec![
        Block::Facts(vec![
            fact("id", Value::from(progress.plan.head.id.as_str()), None),
            fact("target", id.into(), None),
            fact("words", issued.as_str().into(), None),
        ]),
        Block::toned(
            say! { vi: "{id}. {issued}", en: "{id}. {issued}" },
            Tone::Strong,
        ),
        Block::Facts(conclusion(judgement)),
    ];
    if judgement.bounds.len() > 1 {
        blocks.push(Block::Table(bounds(progress, judgement)));
    }
    if shown.is_narrowed() {
        blocks.push(Block::toned(
            say! {
                vi: "Chỉ hiện các dòng theo yêu cầu; đánh giá vẫn theo mọi số liệu.",
                en: "Only the rows asked for are shown; the verdict rests on all of them."
            },
            Tone::Faint,
        ));
    }
    blocks.extend(rows::inputs(progress, judgement, shown));
    blocks.extend(rows::left_out(progress, judgement, shown));
    blocks.extend(rows::disagreements(progress, judgement, shown));
    blocks.extend(rows::missing(progress, judgement, shown));
    Document {
        headings: vec![document_name(progress.plan)],
        blocks,
    }
}

fn fact(key: &'static str, value: Value, label: Option<Text>) -> Fact {
    Fact { key, value, label }
}

/// The verdict, its reason, the figure and the comparison.
fn conclusion(judgement: &Judgement) -> Vec<Fact> {
    let explanation = &judgement.explanation;
    let verdict = Value::State(judgement.verdict.word(), verdict_words(judgement.verdict));
    let mut facts = vec![fact(
        "verdict",
        verdict,
        Some(say! { vi: "Đánh giá", en: "Verdict" }),
    )];
    if let Verdict::NotMeasurable(reason) = judgement.verdict {
        let words = reason_words(reason);
        facts.push(fact(
            "reason",
            Value::State(reason.word(), words),
            Some(say! { vi: "Lý do", en: "Reason" }),
        ));
    }
    if judgement.stretch {
        facts.push(fact(
            "stretch",
            Value::Claim(true),
            Some(say! { vi: "Phấn đấu", en: "Striven for" }),
        ));
    }
    match &explanation.formula {
        Some(formula) => facts.push(fact(
            "formula",
            Value::Said(formula.clone()),
            Some(say! { vi: "Phép so sánh", en: "Comparison" }),
        )),
        None => facts.push(fact(
            "figure",
            figure(judgement.figure),
            judgement
                .figure
                .map(|_| say! { vi: "Kết quả", en: "Result" }),
        )),
    }
    let (reported, expected) = (judgement.reported, judgement.expected);
    facts.extend([
        fact("reported", rows::count(reported), None),
        fact("expected", rows::count(expected), None),
        fact("inputs_in_all", rows::count(explanation.inputs.len()), None),
        fact(
            "left_out_in_all",
            rows::count(explanation.left_out.len()),
            None,
        ),
        fact("missing_in_all", rows::count(judgement.missing.len()), None),
    ]);
    facts
}

/// What each bound of the target comes to.
fn bounds(progress: &Progress, judgement: &Judgement) -> Table {
    let item = &progress.items.all()[judgement.target_item];
    let own = item.target.map_or(&[][..], |target| &target.bounds);
    let row = |bound: &BoundJudgement| {
        let asked = bound.bound.and_then(|at| own.get(at)).map(say_target);
        let reason = match bound.verdict {
            Verdict::NotMeasurable(reason) => Value::State(reason.word(), reason_words(reason)),
            _ => Value::Empty,
        };
        let formula = bound.explanation.formula.clone();
        let cells: Vec<Cell> = vec![
            Value::Said(asked.unwrap_or_else(unread)).into(),
            verdict_cell(bound.verdict),
            reason.into(),
            formula.map_or(Value::Empty, Value::Said).into(),
            Value::Claim(bound.counts).into(),
            Value::Claim(bound.stretch).into(),
        ];
        Row::Cells(cells)
    };
    Table {
        key: "bounds",
        title: Some(say! { vi: "Từng yêu cầu", en: "Each thing asked" }),
        columns: vec![
            Column::wide("asked", say! { vi: "Yêu cầu", en: "Asked" }, 4),
            Column::narrow("verdict", say! { vi: "Đánh giá", en: "Verdict" }),
            Column::wide("reason", say! { vi: "Lý do", en: "Reason" }, 3),
            Column::wide("formula", say! { vi: "Phép so sánh", en: "Comparison" }, 4),
            Column::narrow("counts", say! { vi: "Tính đến nay", en: "Counts by now" }),
            Column::narrow("stretch", say! { vi: "Phấn đấu", en: "Striven for" }),
        ],
        rows: judgement.bounds.iter().map(row).collect(),
        ruled: false,
    }
}

/// In the place of what was not understood.
fn unread() -> Text {
    say! { vi: "(phần chưa đọc được)", en: "(words not understood)" }
}
