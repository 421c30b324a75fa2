//! What a term is by itself, when no larger item begins with it.

use super::item::{Item, ItemKind};
use super::meaning::Meaning as M;
use super::quantity::is_figure;
use super::term::{Term, Terms};
use crate::model::BoundKind;
use crate::words::tokens::{Sign, TokenKind};

/// What one term is by itself.
pub(super) fn word(
    term: &Term,
    before: Terms<'_>,
    after: Terms<'_>,
    previous: Option<&Item>,
) -> ItemKind {
    let counts = |term: &Term| {
        term.counts.is_some()
            && !after
                .get(1)
                .is_some_and(|next| next.is_one_of(&["số", "phần", "cửa", "cách"]))
    };
    let before_number = after
        .first()
        .is_some_and(|next| next.digits().is_some() || counts(next));
    let begins = previous.is_none()
        || before
            .last()
            .is_some_and(|last| last.is(Sign::Comma) || last.means(M::Opening));
    let touches_figure = || {
        before
            .last()
            .is_some_and(|last| last.digits().is_some() || is_figure(last))
            || after.first().is_some_and(|next| next.digits().is_some())
    };
    let behind_figure = matches!(
        previous,
        Some(Item {
            kind: ItemKind::Figure(_),
            ..
        })
    );
    let before_span = after
        .first()
        .is_some_and(|next| matches!(next.means, Some(M::Span(_))));
    match term.means {
        Some(
            M::Compare(_)
            | M::Comparative(_)
            | M::From
            | M::Until
            | M::DownTo
            | M::Refused
            | M::RankedAt
            | M::Group
            | M::Band(_),
        ) if before_number => ItemKind::Unread,
        Some(M::Compare(_) | M::Comparative(_)) if term.is_one_of(&["vượt"]) => {
            ItemKind::Exceeds
        }
        Some(M::Comparative(_)) => ItemKind::Higher,
        Some(M::Against) => ItemKind::Against,
        Some(M::SamePeriod) => ItemKind::SamePeriod,
        Some(M::PartOfYear) => ItemKind::Timed,
        Some(M::Except) => ItemKind::Except,
        Some(M::Percent | M::PercentPoints) => ItemKind::Unread,
        Some(M::AndUp) => ItemKind::AndUp,
        Some(M::AndDown) => ItemKind::AndDown,
        Some(M::Rise | M::Fall | M::Cut | M::Improve) => {
            ItemKind::Verb(term.means.unwrap_or(M::Rise))
        }
        Some(M::Stretch) => ItemKind::Stretch,
        Some(M::Hold) => ItemKind::Hold,
        Some(M::Held) => ItemKind::Held,
        Some(M::Ranking | M::RankedAt) => ItemKind::Ranking,
        Some(M::Or) => ItemKind::Or,
        Some(M::Previous) => ItemKind::Previous,
        _ if term.is(Sign::Close) => ItemKind::Close,
        Some(M::Each) if !term.is_one_of(&["hằng"]) => ItemKind::EachOfThem,
        Some(M::Zero) => ItemKind::Whole(BoundKind::Zero),
        Some(M::ZeroAtStart) if begins => ItemKind::Whole(BoundKind::Zero),
        Some(M::ZeroAtStart | M::Not) => ItemKind::Not,
        Some(M::Opening) => ItemKind::Opening,
        Some(M::Adverb) => ItemKind::Adverb,
        Some(M::And) => ItemKind::Separator(Sign::Comma),
        _ if term.is(Sign::Comma)
            || term.is(Sign::Colon)
            || term.is(Sign::Open)
            || term.is(Sign::Stop)
            || term.is(Sign::Semicolon) =>
        {
            ItemKind::Separator(match term.kind {
                TokenKind::Sign(sign) => sign,
                _ => Sign::Comma,
            })
        }
        _ if term.is(Sign::Dash) && term.spaced && after.first().is_none_or(|next| next.spaced) => {
            ItemKind::Separator(Sign::Dash)
        }
        _ if (term.is(Sign::Slash) || term.is(Sign::Dash) || term.is(Sign::Plus))
            && touches_figure() =>
        {
            ItemKind::Unread
        }
        _ if term.is(Sign::Slash) && (behind_figure || before_span) => ItemKind::Unread,
        _ if matches!(term.kind, TokenKind::Sign(Sign::Other(_))) && before_number => {
            ItemKind::Unread
        }
        _ if is_figure(term) => ItemKind::Unread,
        _ if term.is_one_of(&["tỷ"]) || term.means(M::Points) => ItemKind::Subject,
        _ => ItemKind::Word,
    }
}
