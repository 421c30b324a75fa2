//! Verdicts on targets, as findings tell them.

use super::Rule;
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::model::{Objective, Target};
use crate::progress::{Attestation, Item, Judgement, Progress, Verdict};
use crate::source::Place;

/// Whether a target falls short after the plan's time has ended, or while it runs.
/// That an agency itself says no counts as short.
pub(super) fn is_short(progress: &Progress, judgement: &Judgement) -> Option<Short> {
    let is_over = progress.as_of > progress.plan.head.years.last_day();
    match judgement.verdict {
        Verdict::Missed => Some(Short::Missed),
        Verdict::Attested(Attestation::No) if is_over => Some(Short::Missed),
        Verdict::Behind | Verdict::Attested(Attestation::No) => Some(Short::Behind),
        _ => None,
    }
}

/// How a target falls short.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Short {
    /// Its time has ended.
    Missed,
    /// Its time still runs.
    Behind,
}

/// A finding about a target, at its words.
pub(super) fn finding(
    rule: &Rule,
    progress: &Progress,
    judgement: &Judgement,
    message: impl FnOnce(&str) -> Text,
) -> Diagnostic {
    let item = &progress.items.all()[judgement.target_item];
    let finding = rule.finds(place(progress, item), message(item.id));
    finding.about(item.id)
}

/// The comparison behind a verdict, after a colon; nothing where nothing is compared.
pub(super) fn compared(judgement: &Judgement) -> Text {
    match &judgement.explanation.formula {
        Some(Text { vi, en }) => Text {
            vi: format!(": {vi}"),
            en: format!(": {en}"),
        },
        None => Text::same(""),
    }
}

fn place<'p>(progress: &Progress<'p>, item: &Item<'p>) -> &'p Place {
    let words = item
        .target
        .and_then(|target: &Target| target.words.as_ref());
    let task = item.task.map(|task| &task.id.place);
    let objective = item
        .objective
        .map(|objective: &Objective| &objective.id.place);
    let said = words.map(|words| &words.place).or(task).or(objective);
    said.unwrap_or_else(|| progress.plan.head.begins())
}
