//! What was reported for a task, as the appendix shows it.

use std::collections::BTreeSet;

use super::reasons::reason_words;
use super::states::{counted, joined, verdict_words};
use crate::lang::Text;
use crate::model::Task;
use crate::progress::{Judgement, Progress, StateCounts, TargetFigure, Verdict, What};
use crate::say;
use crate::table::{Cell, Value};
use crate::words::say_number;

/// Pieces of evidence that a cell names; more are counted.
const EVIDENCE: usize = 2;

/// The results of a task: for each target its figure, the verdict, how many agencies
/// reported and the evidence; of a task without one what was handed in.
pub fn result_cell(progress: &Progress, task: &Task) -> Cell {
    let of_task = |judgement: &&Judgement| {
        let owner = progress.items.all()[judgement.target_item].task;
        owner.is_some_and(|owner| {
            std::ptr::eq(owner, task) || task.parts.iter().any(|part| std::ptr::eq(owner, part))
        })
    };
    let judgements: Vec<&Judgement> = progress.judgements.iter().filter(of_task).collect();
    let names_them = judgements.len() > 1;
    let mut lines = Vec::new();
    for judgement in &judgements {
        let line = line(judgement);
        lines.push(if names_them {
            let (id, Text { vi, en }) = (progress.items.all()[judgement.target_item].id, line);
            say! { vi: "{id}: {vi}", en: "{id}: {en}" }
        } else {
            line
        });
        lines.extend(evidence(progress, judgement.target_item));
    }
    if judgements.is_empty() {
        lines.push(handed(progress, task));
        let item = progress.items.find(&task.id);
        lines.extend(item.and_then(|item| evidence(progress, item)));
    }
    lines.extend(own_evidence(task));
    Value::Said(joined(&lines, "\n")).into()
}

/// "45 ÷ 152 = 29,61 % < 30 %: chậm tiến độ (số liệu bao quát 126/152 đơn vị)".
fn line(judgement: &Judgement) -> Text {
    let verdict = match judgement.verdict {
        Verdict::NotMeasurable(reason) => reason_words(reason),
        other => verdict_words(other),
    };
    let formula = judgement.explanation.formula.clone();
    let figure = judgement
        .figure
        .and_then(|figure| formula.or_else(|| figure_words(figure)));
    let line = match figure {
        Some(figure) => joined(&[figure, verdict], ": "),
        None => verdict,
    };
    let (reported, expected) = (judgement.reported, judgement.expected);
    if expected == 0 {
        return line;
    }
    let Text { vi, en } = line;
    say! {
        vi: "{vi} (số liệu bao quát {reported}/{expected} đơn vị)",
        en: "{en} (figures cover {reported} of {expected} agencies)"
    }
}

/// A figure that was compared with nothing.
fn figure_words(figure: TargetFigure) -> Option<Text> {
    let over = |one: Text, other: Text| joined(&[one, other], "/");
    match figure {
        TargetFigure::Ratio {
            numerator,
            denominator,
        } => Some(over(say_number(numerator), say_number(denominator))),
        TargetFigure::Share { satisfied, of } => Some(Text::same(format!("{satisfied}/{of}"))),
        TargetFigure::EachAgency {
            satisfied,
            compared,
        } => Some(Text::same(format!("{satisfied}/{compared}"))),
        TargetFigure::Percent(value) => Some(joined(&[say_number(value), Text::same("%")], "")),
        TargetFigure::Number(value) => Some(say_number(value)),
        TargetFigure::Attested { .. } | TargetFigure::Index { .. } => None,
    }
}

/// What reports name as evidence of an item.
fn evidence(progress: &Progress, item: usize) -> Option<Text> {
    let rows = progress.book.of_item(item);
    let come = rows.filter(|(_, _, row)| row.reported.is_none_or(|day| day <= progress.as_of));
    let named: BTreeSet<&str> = come.filter_map(|(_, _, row)| row.evidence).collect();
    if named.is_empty() {
        return None;
    }
    let shown: Vec<&str> = named.iter().take(EVIDENCE).copied().collect();
    let shown = shown.join("; ");
    Some(match named.len().saturating_sub(EVIDENCE) {
        0 => say! { vi: "Minh chứng: {shown}", en: "Evidence: {shown}" },
        more => say! {
            vi: "Minh chứng: {shown} và {more} minh chứng khác",
            en: "Evidence: {shown} and {more} more"
        },
    })
}

/// What the plan itself says: the day it was done, and what shows it.
fn own_evidence(task: &Task) -> Option<Text> {
    if task.evidence.is_empty() {
        return None;
    }
    let named: Vec<&str> = task.evidence.iter().map(|text| text.as_str()).collect();
    let named = named.join("; ");
    Some(say! { vi: "Minh chứng: {named}", en: "Evidence: {named}" })
}

/// What was handed in of a task that no target measures.
fn handed(progress: &Progress, task: &Task) -> Text {
    let item = progress.items.find(&task.id);
    let is_of_task =
        |what: What| matches!(what, What::Delivery { item: of, .. } if Some(of) == item);
    let owed = progress.owed.iter().filter(|owed| is_of_task(owed.what));
    let states: StateCounts = owed.map(|owed| owed.state).collect();
    if let Some(done) = &task.done {
        let day = super::title::written_day(done.value);
        let iso = done.value;
        return say! { vi: "Hoàn thành {day}", en: "Done on {iso}" };
    }
    let rows = item.map_or(0, |item| progress.book.of_item(item).count());
    if states.owed() > 0 {
        let Text { vi, en } = joined(&counted(states), ", ");
        return say! { vi: "Đơn vị: {vi}", en: "Agencies: {en}" };
    }
    if rows > 0 {
        say! { vi: "{rows} báo cáo, không có chỉ tiêu để đánh giá", en: "{rows} reports, no target to judge by" }
    } else {
        say! { vi: "Chưa có số liệu, không có chỉ tiêu để đánh giá", en: "No data, and no target to judge by" }
    }
}
