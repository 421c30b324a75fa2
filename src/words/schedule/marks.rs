//! What stands between the clauses of a cell.

use super::parsing::Input;
use super::sharing::Join;
use crate::words::tokens::{Sign, Token};

/// What stands between two clauses.
pub(super) struct Between {
    pub(super) join: Join,
    /// Whether "và" does, after which something must follow.
    pub(super) connects: bool,
    /// What else may join what comes after it to what comes before.
    pub(super) mark: Mark,
    /// Whether the marks are no ordinary ones: "…".
    pub(super) odd: bool,
}

/// What else stands between two clauses.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Mark {
    /// Nothing else.
    Plain,
    /// A bracket opens: what is in it may narrow what is before it.
    Bracket,
    /// A dash begins this line and not the first: it may be that of a span.
    Bullet,
}

/// Takes what stands between two clauses.
pub(super) fn skip_marks(input: &mut Input<'_>) -> Between {
    let mut between = Between {
        join: Join::Weak,
        connects: false,
        mark: Mark::Plain,
        odd: false,
    };
    let mut before: Option<&Token> = None;
    while let Some((next, rest)) = input.split_first() {
        let stop = before.is_some_and(|mark| mark.is(Sign::Stop));
        if next.is(Sign::Stop) || next.is(Sign::Break) {
            // An ellipsis leaves something out.
            between.odd |= stop && next.is(Sign::Stop);
            between.join = Join::New;
        } else if next.is(Sign::Semicolon) {
            if between.join == Join::Weak {
                between.join = Join::Semicolon;
            }
        } else if next.is(Sign::Bullet) {
            between.mark = Mark::Bullet;
        } else if next.is(Sign::Open) {
            between.mark = Mark::Bracket;
        } else if next.is(Sign::Dash) && (between.join != Join::Weak) {
            between.join = Join::New;
        } else if next.is(Sign::Slash) && stop {
            // "./." ends a document.
            *input = rest;
            before = None;
            continue;
        } else if matches!(next.word(), Some("và" | "and")) || next.is(Sign::Other('&')) {
            between.odd |= between.connects;
            between.connects = true;
        } else if !(next.is(Sign::Comma) || next.is(Sign::Close)) {
            break;
        }
        before = Some(next);
        *input = rest;
    }
    between
}

/// Leaves what was not understood up to the next mark that parts readings for certain.
pub(super) fn skip_to_mark(input: &mut Input<'_>) {
    while let Some((next, rest)) = input.split_first() {
        if next.is(Sign::Semicolon) || next.is(Sign::Break) {
            return;
        }
        if next.is(Sign::Stop) && rest.first().is_some_and(|after| after.word().is_some()) {
            return;
        }
        *input = rest;
    }
}
