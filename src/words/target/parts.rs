//! A cell cut into parts at what parts targets for certain: lines, bullets, semicolons,
//! full stops. A part may still hold several targets; `segment` sees to that.

use super::term::{Term, Terms, begins_predicate};
use crate::words::tokens::Sign;

/// A part of a cell.
#[derive(Clone, Debug)]
pub(super) struct Part<'t> {
    pub(super) terms: Terms<'t>,
    /// Whether a bullet or number stood before it.
    pub(super) itemised: bool,
    /// Whether its bullet cannot be told from a minus.
    pub(super) doubtful: bool,
}

/// Cuts the terms of a cell into parts; what stands between them (signs, bullets,
/// numbers of items) is left out.
pub(super) fn parts(terms: &[Term]) -> Vec<Part<'_>> {
    let all_capital = terms
        .iter()
        .filter(|term| term.word().is_some())
        .all(|term| term.capital);
    let mut cut = Vec::new();
    let mut last_number = 0;
    let mut rest = terms;
    while !rest.is_empty() {
        let (bullet, after) = bullet(rest, &mut last_number);
        let end = end_of_part(after, all_capital);
        let (taken, next) = after.split_at(end);
        let taken = trimmed(taken);
        if !taken.is_empty() {
            let doubtful = bullet == Bullet::Doubtful;
            cut.push(Part {
                terms: taken,
                itemised: bullet != Bullet::None,
                doubtful,
            });
        }
        rest = next;
    }
    if cut.iter().filter(|part| part.itemised).count() > 1 {
        for part in &mut cut {
            part.doubtful = false;
        }
    }
    cut
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Bullet {
    None,
    Sure,
    Doubtful,
}

/// What marks an item at the start of `terms`, and what stands behind it.
fn bullet<'t>(terms: Terms<'t>, last_number: &mut u32) -> (Bullet, Terms<'t>) {
    let mut found = Bullet::None;
    let mut rest = terms;
    while let Some(first) = rest.first() {
        let next = rest.get(1);
        if matches!(
            first.kind,
            crate::words::tokens::TokenKind::Sign(
                Sign::Break | Sign::Semicolon | Sign::Comma | Sign::Stop | Sign::Bullet
            )
        ) {
            rest = &rest[1..];
            if first.is(Sign::Bullet) {
                found = Bullet::Sure;
            }
        } else if first.is(Sign::Dash) || first.is(Sign::Plus) {
            let glued = next.is_some_and(|next| !next.spaced && next.digits().is_some());
            found = if glued {
                Bullet::Doubtful
            } else {
                Bullet::Sure
            };
            rest = &rest[1..];
            if glued && first.is(Sign::Plus) {
                return (found, rest);
            }
        } else if let Some(length) = item_number(rest, last_number) {
            found = Bullet::Sure;
            rest = &rest[length..];
        } else {
            break;
        }
    }
    (found, rest)
}

/// How many terms the number of an item takes: `1)`, `a)`, `(10)`, `1.`, `1.1.`, `a.`.
/// Before a number, `1.` must count on, or it may be the start of a decimal.
fn item_number(terms: Terms<'_>, last_number: &mut u32) -> Option<usize> {
    let open = usize::from(terms.first()?.is(Sign::Open));
    let label = terms.get(open)?;
    let close = terms.get(open + 1)?;
    let small = label
        .digits()
        .filter(|digits| digits.len() <= 2)
        .and_then(|digits| digits.parse().ok());
    let letter =
        label.word().is_some_and(|word| word.chars().count() == 1) && label.means.is_none();
    let section = label
        .digits()
        .is_some_and(|digits| digits.contains('.') && digits.len() <= 8);
    if close.is(Sign::Close) && (small.is_some() || letter) && !close.spaced {
        *last_number = small.unwrap_or(*last_number);
        return Some(open + 2);
    }
    if open == 1 || !close.is(Sign::Stop) || close.spaced {
        return None;
    }
    let next = terms.get(2).filter(|next| next.spaced)?;
    let counts_on = small.is_some_and(|number: u32| number == *last_number + 1);
    let before_number = next.digits().is_some();
    if (small.is_some() || letter || section) && (!before_number || counts_on) {
        *last_number = small.unwrap_or(*last_number);
        return Some(2);
    }
    None
}

/// Where the part that `terms` begin with ends.
fn end_of_part(terms: Terms<'_>, all_capital: bool) -> usize {
    let mut at = 0;
    while at < terms.len() {
        let ends = match terms[at].kind {
            crate::words::tokens::TokenKind::Sign(Sign::Break) => {
                !is_wrapped(&terms[..at], &terms[at + 1..], all_capital)
            }
            crate::words::tokens::TokenKind::Sign(Sign::Semicolon) => {
                !goes_on(&terms[..at], &terms[at + 1..])
            }
            crate::words::tokens::TokenKind::Sign(Sign::Stop) => {
                ends_sentence(&terms[..at], &terms[at + 1..])
            }
            crate::words::tokens::TokenKind::Sign(Sign::Bullet) => true,
            crate::words::tokens::TokenKind::Sign(Sign::Close) => false,
            _ => at > 0 && begins_item(&terms[at - 1], &terms[at..]),
        };
        if ends {
            return at;
        }
        at += 1;
    }
    at
}

/// Whether `terms` begin with `2)` or `b)` inside a line, `before` being what precedes.
fn begins_item(before: &Term, terms: Terms<'_>) -> bool {
    let [label, close, ..] = terms else {
        return false;
    };
    let short = label.word().is_some_and(|word| word.chars().count() == 1)
        || label.digits().is_some_and(|digits| digits.len() == 1);
    let inside = before.is(Sign::Open) || before.is(Sign::Slash);
    short && close.is(Sign::Close) && !close.spaced && !inside
}

/// Whether a line break only wraps the line: the next one goes on in lower case, or
/// begins with the figure that this one leads up to.
fn is_wrapped(before: Terms<'_>, after: Terms<'_>, all_capital: bool) -> bool {
    let Some(next) = after.first() else {
        return false;
    };
    if let Some(last) = before.last()
        && (last.is(Sign::Comma) || last.means.is_some_and(leads_on))
    {
        return true;
    }
    let opens_figure = next.means.is_some_and(opens_target);
    next.word().is_some()
        && !opens_figure
        && (all_capital || !next.capital)
        && !begins_item(next, after)
        && item_number(after, &mut 0).is_none()
}

fn leads_on(meaning: super::meaning::Meaning) -> bool {
    use super::meaning::Meaning as M;
    matches!(
        meaning,
        M::Compare(_)
            | M::Comparative(_)
            | M::From
            | M::Reach
            | M::And
            | M::Stretch
            | M::Against
            | M::Until
    )
}

fn opens_target(meaning: super::meaning::Meaning) -> bool {
    use super::meaning::Meaning as M;
    matches!(
        meaning,
        M::Compare(_) | M::Stretch | M::Reach | M::Until | M::Zero
    )
}

/// The most names that semicolons part before what is said of all of them.
const MOST_NAMES: usize = 6;

/// Whether a semicolon stands inside one target: "30% cơ quan cấp tỉnh; UBND cấp xã được
/// kiểm tra", where only the second half says what is asked of both.
fn goes_on(before: Terms<'_>, after: Terms<'_>) -> bool {
    let Some(figure) = before.iter().rposition(|term| term.digits().is_some()) else {
        return false;
    };
    let said = &before[figure + 1..];
    let names = said.iter().filter(|term| term.word().is_some()).count();
    names > 0
        && !(0..said.len()).any(|at| begins_predicate(&said[at..]))
        && after
            .split(|term| term.is(Sign::Semicolon))
            .take(MOST_NAMES)
            .take_while(|piece| is_name(piece))
            .any(|piece| piece.iter().any(|term| term.is_one_of(&["được"])))
}

/// Whether a piece between semicolons names one more of what is counted: no figure, and
/// nothing said of it but in the end.
fn is_name(piece: Terms<'_>) -> bool {
    let starts_with_name = piece.first().is_some_and(|term| {
        term.word().is_some() && term.means.is_none() && !begins_predicate(piece)
    });
    let goes_elsewhere = |term: &Term| term.digits().is_some() || term.is(Sign::Break);
    starts_with_name && !piece.iter().any(goes_elsewhere)
}

/// Whether a stop ends a sentence and not an abbreviation ("TP. Lào Cai").
fn ends_sentence(before: Terms<'_>, after: Terms<'_>) -> bool {
    let (Some(last), Some(next)) = (before.last(), after.first()) else {
        return true;
    };
    let abbreviated = last.word().is_some_and(|word| word.chars().count() < 3) && last.capital;
    // "97. 5%" may be one number: the grammar of the part refuses it.
    let between_digits = last.digits().is_some() && next.digits().is_some();
    next.spaced && next.capital && !abbreviated && !between_digits
}

/// The terms without the signs that end a part.
fn trimmed(mut terms: Terms<'_>) -> Terms<'_> {
    while let Some((last, rest)) = terms.split_last() {
        let ends = [
            Sign::Break,
            Sign::Semicolon,
            Sign::Comma,
            Sign::Stop,
            Sign::Dash,
            Sign::Quote,
        ];
        if !ends.iter().any(|&sign| last.is(sign)) {
            break;
        }
        terms = rest;
    }
    terms
}
