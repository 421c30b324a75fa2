//! The verdicts on targets.

use rust_decimal::Decimal;

use super::objectives;
use super::reasons::reason_words;
use super::states::verdict_cell;
use super::title::document_name;
use crate::lang::Text;
use crate::model::{BoundKind, ReportingPeriod};
use crate::progress::{Judgement, Progress, TargetFigure, Verdict};
use crate::say;
use crate::table::{Bar, Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};

/// What is asked to be listed.
#[derive(Clone, Copy, Debug, Default)]
pub struct Filter<'f> {
    /// Only targets with this verdict: the word of machine formats, and all words of
    /// attestation under `attested`.
    pub verdict: Option<&'f str>,
    /// Only targets of this PAPI dimension, by number.
    pub dimension: Option<&'f str>,
    /// Only targets that these bodies answer for or lack, by index.
    pub bodies: Option<&'f [usize]>,
    /// Only targets of these sections, by index.
    pub sections: Option<&'f [usize]>,
    /// Only targets whose figure is of this period.
    pub period: Option<ReportingPeriod>,
}

impl Filter<'_> {
    fn takes(&self, progress: &Progress, judgement: &Judgement) -> bool {
        let item = &progress.items.all()[judgement.target_item];
        let section = item.section.map(|at| &progress.plan.sections[at]);
        let word = match judgement.verdict {
            Verdict::Attested(_) => "attested",
            other => other.word(),
        };
        let of_bodies = |bodies: &[usize]| {
            let mut inputs = judgement.explanation.inputs.iter();
            judgement.missing.iter().any(|body| bodies.contains(body))
                || inputs.any(|input| bodies.contains(&input.body))
        };
        let of_dimension = |wanted: &str| {
            let own = item.task.into_iter().flat_map(|task| &task.dimensions);
            let above = section.into_iter().flat_map(|section| &section.dimensions);
            own.chain(above).any(|number| {
                number.value == wanted || number.value.starts_with(&format!("{wanted}."))
            })
        };
        self.verdict.is_none_or(|wanted| wanted == word)
            && self.dimension.is_none_or(of_dimension)
            && self.bodies.is_none_or(of_bodies)
            && self
                .period
                .is_none_or(|wanted| judgement.period == Some(wanted))
            && self
                .sections
                .is_none_or(|wanted| item.section.is_some_and(|at| wanted.contains(&at)))
    }
}

/// The verdicts that `filter` takes, in the order of the plan.
pub fn document(progress: &Progress, filter: &Filter) -> Document {
    let listed: Vec<&Judgement> = progress
        .judgements
        .iter()
        .filter(|judgement| filter.takes(progress, judgement))
        .collect();
    let total = listed.len();
    let line = if total == 0 {
        say! { vi: "Không có chỉ tiêu nào như yêu cầu.", en: "No target answers to that." }
    } else {
        say! { vi: "{total} chỉ tiêu", en: "{total} targets" }
    };
    let has_scores = !progress.released.book.all().is_empty();
    let mut blocks = objectives::of_judgements(progress, &listed);
    blocks.retain(|_| has_scores);
    Document {
        headings: vec![document_name(progress.plan)],
        blocks: [
            Block::Facts(vec![
                Fact {
                    key: "id",
                    value: Value::from(progress.plan.head.id.as_str()),
                    label: None,
                },
                Fact {
                    key: "listed",
                    value: Value::Count(count(total)),
                    label: None,
                },
            ]),
            Block::line(line),
            Block::Table(table(progress, "targets", None, &listed)),
        ]
        .into_iter()
        .chain(blocks)
        .collect(),
    }
}

/// The table of `judgements`, in their order.
pub fn table(
    progress: &Progress,
    key: &'static str,
    title: Option<Text>,
    judgements: &[&Judgement],
) -> Table {
    Table {
        key,
        title,
        columns: columns(),
        rows: judgements
            .iter()
            .map(|judgement| Row::Cells(row(progress, judgement)))
            .collect(),
        ruled: false,
    }
}

fn columns() -> Vec<Column> {
    vec![
        Column::narrow("id", say! { vi: "Mã", en: "Id" }),
        Column::wide("target", say! { vi: "Chỉ tiêu", en: "Target" }, 6),
        Column::narrow("figure", say! { vi: "Kết quả", en: "Result" })
            .right()
            .for_people(),
        Column::wide("bar", say! { vi: "Biểu đồ", en: "Chart" }, 2).for_pages(),
        Column::narrow("numerator", say! { vi: "Tử số", en: "Numerator" }).for_machines(),
        Column::narrow("denominator", say! { vi: "Mẫu số", en: "Denominator" }).for_machines(),
        Column::narrow("value", say! { vi: "Giá trị", en: "Value" }).for_machines(),
        Column::wide("verdict", say! { vi: "Đánh giá", en: "Verdict" }, 3),
        Column::narrow("reason", say! { vi: "Lý do", en: "Reason" }).for_machines(),
        Column::narrow("period", say! { vi: "Kỳ", en: "Period" }).for_machines(),
        Column::narrow("agencies", say! { vi: "Bao quát", en: "Covers" })
            .right()
            .for_people(),
        Column::narrow(
            "reported",
            say! { vi: "Số đơn vị đã báo cáo", en: "Agencies reported" },
        )
        .for_machines(),
        Column::narrow(
            "expected",
            say! { vi: "Số đơn vị phải báo cáo", en: "Agencies expected" },
        )
        .for_machines(),
        Column::narrow("stretch", say! { vi: "Phấn đấu", en: "Stretch" }).for_machines(),
    ]
}

fn row(progress: &Progress, judgement: &Judgement) -> Vec<Cell> {
    let item = &progress.items.all()[judgement.target_item];
    let (numerator, denominator, value) = figure_parts(judgement.figure);
    let (reported, expected) = (judgement.reported, judgement.expected);
    let agencies = if expected == 0 {
        Value::Empty
    } else {
        Value::Said(Text::same(format!("{reported}/{expected}")))
    };
    vec![
        Value::from(item.id).into(),
        Value::from(words(progress, judgement).as_str()).into(),
        figure(judgement.figure).into(),
        bar(progress, judgement).into(),
        numerator.into(),
        denominator.into(),
        value.into(),
        verdict(judgement.verdict),
        reason(judgement.verdict).into(),
        Value::from(judgement.period.map(|period| period.to_string()).as_deref()).into(),
        Cell::toned(agencies, Tone::Plain),
        Value::Count(count(reported)).into(),
        Value::Count(count(expected)).into(),
        Value::Claim(judgement.stretch).into(),
    ]
}

/// The words of a target as issued, else papi's own.
pub fn words(progress: &Progress, judgement: &Judgement) -> String {
    let item = &progress.items.all()[judgement.target_item];
    let target = item.target.or_else(|| item.task?.targets.first());
    let words = target.and_then(|target| target.words.as_ref());
    words.map_or_else(|| item.title.to_owned(), |words| words.value.clone())
}

/// The share that was reached, with the one that is asked.
fn bar(progress: &Progress, judgement: &Judgement) -> Value {
    let per_cent = |part: Decimal, whole: Decimal| {
        let hundredfold = part.checked_mul(Decimal::ONE_HUNDRED)?;
        hundredfold.checked_div(whole)
    };
    let share = match judgement.figure {
        Some(TargetFigure::Ratio {
            numerator,
            denominator,
        }) => per_cent(numerator, denominator),
        Some(TargetFigure::Share { satisfied, of }) => per_cent(satisfied.into(), of.into()),
        Some(TargetFigure::Percent(share)) => Some(share),
        _ => None,
    };
    let item = &progress.items.all()[judgement.target_item];
    let target = item.target.or_else(|| item.task?.targets.first());
    let bounds = target.map_or(&[][..], |target| &target.bounds);
    let mark = bounds.iter().find_map(|bound| match &bound.kind {
        BoundKind::Level(level) if level.unit == "%" => Some(level.value),
        _ => None,
    });
    let tone = verdict_cell(judgement.verdict).tone;
    share.map_or(Value::Empty, |share| {
        Value::Bar(Bar {
            parts: vec![(share, tone)],
            mark,
        })
    })
}

/// The verdict, with its reason where there is none.
fn verdict(verdict: Verdict) -> Cell {
    let Verdict::NotMeasurable(reason) = verdict else {
        return verdict_cell(verdict);
    };
    let words = reason_words(reason);
    Cell::toned(Value::State(verdict.word(), words), Tone::Plain)
}

fn reason(verdict: Verdict) -> Value {
    match verdict {
        Verdict::NotMeasurable(reason) => Value::from(reason.word()),
        _ => Value::Empty,
    }
}

/// A figure as people read it.
pub fn figure(figure: Option<TargetFigure>) -> Value {
    match figure {
        None => Value::Empty,
        Some(TargetFigure::Ratio {
            numerator,
            denominator,
        }) => Value::Ratio(numerator, denominator),
        Some(TargetFigure::Share { satisfied, of }) => Value::Ratio(satisfied.into(), of.into()),
        Some(TargetFigure::Percent(value)) => Value::Number(value, "%".to_owned()),
        Some(TargetFigure::Number(value)) => Value::Number(value, String::new()),
        Some(TargetFigure::EachAgency {
            satisfied,
            compared,
        }) => Value::Said(say! {
            vi: "{satisfied}/{compared} đơn vị đạt",
            en: "{satisfied} of {compared} agencies meet it"
        }),
        Some(TargetFigure::Attested { yes, no: 0, .. }) => {
            Value::Said(say! { vi: "{yes} đạt", en: "{yes} yes" })
        }
        Some(TargetFigure::Attested { yes, no, .. }) => {
            Value::Said(say! { vi: "{yes} đạt, {no} không đạt", en: "{yes} yes, {no} no" })
        }
        Some(TargetFigure::Index { from, to }) => Value::Said(objectives::change(from, to)),
    }
}

/// A figure as machines take it: numerator, denominator, value.
fn figure_parts(figure: Option<TargetFigure>) -> (Value, Value, Value) {
    let whole = |count: usize| Value::Count(self::count(count));
    match figure {
        Some(TargetFigure::Ratio {
            numerator,
            denominator,
        }) => (
            Value::Number(numerator, String::new()),
            Value::Number(denominator, String::new()),
            Value::Empty,
        ),
        Some(TargetFigure::Share { satisfied, of }) => (whole(satisfied), whole(of), Value::Empty),
        Some(TargetFigure::EachAgency {
            satisfied,
            compared,
        }) => (whole(satisfied), whole(compared), Value::Empty),
        Some(TargetFigure::Attested { yes, no, .. }) => (whole(yes), whole(yes + no), Value::Empty),
        Some(TargetFigure::Percent(value) | TargetFigure::Number(value)) => (
            Value::Empty,
            Value::Empty,
            Value::Number(value, String::new()),
        ),
        Some(TargetFigure::Index { to, .. }) => (Value::Empty, Value::Empty, objectives::plain(to)),
        None => (Value::Empty, Value::Empty, Value::Empty),
    }
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
