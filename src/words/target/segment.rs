//! Items cut so that each stretch has one figure, rank or other thing asked.

use std::ops::Range;

use super::item::{Item, ItemKind};
use super::meaning::Meaning as M;
use crate::words::tokens::Sign;

/// How many items behind a figure that was not understood are told with it.
const SHOWN_BEHIND: usize = 3;

/// Cuts the items of a part. The error is what was not understood.
pub(super) fn segments(items: &[Item]) -> Result<Vec<&[Item]>, Range<usize>> {
    if let Some(at) = items.iter().position(|item| item.kind == ItemKind::Unread) {
        return Err(with_what_follows(items, at));
    }
    let asked: Vec<usize> = (0..items.len())
        .filter(|&at| is_asked(&items[at]))
        .collect();
    let mut cut = Vec::new();
    let mut start = 0;
    if let Some(&first) = asked.first()
        && items[first].kind == ItemKind::Whole(crate::model::BoundKind::Zero)
        && let Some(comma) = separator(items, 0, first)
        && items[..comma]
            .iter()
            .any(|item| item.kind == ItemKind::Word)
    {
        cut.push(&items[..comma]);
        start = comma + 1;
    }
    for pair in asked.windows(2) {
        let at =
            separator(items, pair[0], pair[1]).ok_or_else(|| with_what_follows(items, pair[1]))?;
        cut.push(&items[start..at]);
        start = at + 1;
    }
    cut.push(&items[start..]);
    cut.retain(|segment| !segment.is_empty());
    Ok(cut)
}

/// Whether an item is what a target asks for.
pub(super) fn is_asked(item: &Item) -> bool {
    matches!(item.kind, ItemKind::Figure(_) | ItemKind::Whole(_))
}

/// The separator between two things asked: the second must begin right behind it, or
/// have a subject that is plainly one, for else it may be a condition of the first
/// ("100% xã, phường có trên 50 hộ …").
fn separator(items: &[Item], first: usize, second: usize) -> Option<usize> {
    let parts = |item: &Item| matches!(item.kind, ItemKind::Separator(_));
    let at = first + items[first..second].iter().rposition(parts)?;
    let between = &items[at + 1..second];
    let opens = |item: &Item| {
        matches!(
            item.kind,
            ItemKind::By(_)
                | ItemKind::Stretch
                | ItemKind::Each(_)
                | ItemKind::Verb(_)
                | ItemKind::Opening
                | ItemKind::Adverb
                | ItemKind::Hold
        )
    };
    let subject_is_plain = match &items[second].kind {
        ItemKind::Figure(figure) => {
            figure.reached
                || between.first().is_some_and(|item| {
                    matches!(
                        item.kind,
                        ItemKind::Subject | ItemKind::Held | ItemKind::Ranking
                    )
                })
                || matches!(items[at].kind, ItemKind::Separator(Sign::Stop))
        }
        ItemKind::Whole(_) => true,
        _ => false,
    };
    if matches!(items[at].kind, ItemKind::Separator(Sign::Open))
        && (restates(&items[second], between)
            || between.iter().any(|item| item.kind == ItemKind::Close))
    {
        return None;
    }
    let milestone = between
        .first()
        .is_some_and(|item| matches!(item.kind, ItemKind::By(_)));
    (between.iter().all(opens) || subject_is_plain || milestone || until_year(between))
        .then_some(at)
}

/// Whether a figure in brackets may say the one before it again: "30% (46 xã)".
fn restates(item: &Item, between: &[Item]) -> bool {
    let of_its_own = between
        .iter()
        .any(|item| matches!(item.kind, ItemKind::By(_) | ItemKind::Stretch));
    matches!(&item.kind, ItemKind::Figure(figure) if !figure.compared) && !of_its_own
}

/// "đến năm 2030" and what follows it.
fn until_year(items: &[Item]) -> bool {
    matches!(items, [_, by, ..] if matches!(by.kind, ItemKind::By(_)))
}

/// The bytes of an item and a little of what follows it.
pub(super) fn with_what_follows(items: &[Item], at: usize) -> Range<usize> {
    let mut end = at;
    while end + 1 < items.len()
        && end - at < SHOWN_BEHIND
        && !matches!(items[end + 1].kind, ItemKind::Separator(_))
    {
        end += 1;
    }
    items[at].span.start..items[end].span.end
}

/// Whether a verb of change, and of which way.
pub(super) fn direction(verb: M) -> Option<bool> {
    match verb {
        M::Rise | M::Improve => Some(false),
        M::Fall | M::Cut => Some(true),
        _ => None,
    }
}
