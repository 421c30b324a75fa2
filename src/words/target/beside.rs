//! What stands beside a figure and makes it another one than the model can say: a time
//! finer than a year, an exception, a plan that is exceeded.

use std::ops::Range;

use super::figure::Figure;
use super::item::{Item, ItemKind};
use super::quantity::Unit;
use super::segment::with_what_follows;
use super::vocabulary::GIVEN;
use crate::model::Comparison;
use crate::words::same_spelling;

/// A time finer than a year, an exception or another comparison beside what is asked:
/// the model has no word for it.
pub(super) fn beside(items: &[Item]) -> Option<Range<usize>> {
    let at = items.iter().position(|item| {
        matches!(
            item.kind,
            ItemKind::Timed | ItemKind::Except | ItemKind::Against | ItemKind::SamePeriod
        )
    })?;
    if items[at].kind == ItemKind::Timed {
        return Some(items[at].span.clone());
    }
    let close = |item: &Item| item.kind == ItemKind::Close;
    let end = items[at..]
        .iter()
        .position(close)
        .map_or(items.len(), |offset| at + offset);
    Some(with_what_follows(&items[..end], at))
}

/// An exception that stands apart from what it is an exception of.
pub(super) fn exception_alone(items: &[Item]) -> Option<Range<usize>> {
    let first = items
        .iter()
        .position(|item| !matches!(item.kind, ItemKind::Separator(_) | ItemKind::Opening))?;
    (items[first].kind == ItemKind::Except).then(|| with_what_follows(items, first))
}

/// Whether a figure is, or may be, how far something is above what was given: "vượt 5%
/// kế hoạch", "vượt kế hoạch 5%", "thu ngân sách vượt 5%".
pub(super) fn exceeds_what_is_given(
    figure: &Figure,
    before: &[Item],
    items: &[Item],
    text: &str,
) -> bool {
    let has = |kind: &ItemKind| before.iter().any(|item| item.kind == *kind);
    if has(&ItemKind::Exceeds) || has(&ItemKind::Higher) && !figure.reached && !figure.compared {
        return true;
    }
    let span = items[0].span.start..items[items.len() - 1].span.end;
    let words = format!(" {} ", same_spelling(&text[span]));
    let given = || {
        GIVEN
            .iter()
            .any(|given| words.contains(&format!(" {given} ")))
    };
    let below = figure.comparison == Comparison::AtMost && words.contains("vượt");
    let of_a_subject = has(&ItemKind::Word) && !has(&ItemKind::Subject);
    (figure.exceeds || below) && matches!(figure.unit, Unit::Percent(_)) && given()
        || figure.exceeds
            && of_a_subject
            && matches!(figure.unit, Unit::Percent(_))
            && figure.comparison == Comparison::MoreThan
            && words.contains(" vượt ")
}

/// Whether nothing but small words stands before a figure.
pub(super) fn opens_target(before: &[Item]) -> bool {
    before.iter().all(|item| {
        matches!(
            item.kind,
            ItemKind::Opening
                | ItemKind::Adverb
                | ItemKind::By(_)
                | ItemKind::Stretch
                | ItemKind::Separator(_)
        )
    })
}
