//! What a change is measured against, and changes that name no figure.

use winnow::combinator::{opt, preceded};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::item::ItemKind;
use super::meaning::Meaning as M;
use super::name::year_of;
use super::term::{Parsed, Terms, meaning, take};
use crate::model::{Baseline, BoundKind, Change, Comparison, Every};
use crate::words::tokens::Sign;

/// "năm sau cao hơn năm trước", "tăng so với năm 2020".
pub(super) fn change_without_figure(input: &mut Terms<'_>) -> Parsed<ItemKind> {
    let (comparison, downward) = take(input, |term| match term.means {
        Some(M::Comparative(Comparison::MoreThan) | M::Rise) => Some((Comparison::MoreThan, false)),
        Some(M::Comparative(Comparison::LessThan) | M::Fall) => Some((Comparison::MoreThan, true)),
        Some(M::Comparative(Comparison::AtLeast)) => Some((Comparison::AtLeast, false)),
        Some(M::Comparative(Comparison::AtMost)) => Some((Comparison::AtLeast, true)),
        _ => None,
    })?;
    opt(meaning(M::Against)).parse_next(input)?;
    let baseline = baseline(input)?;
    Ok(ItemKind::Whole(BoundKind::Change(Change {
        comparison,
        value: 0.into(),
        unit: String::new(),
        baseline,
        downward,
    })))
}

/// "so với năm 2020".
pub(super) fn against(input: &mut Terms<'_>) -> Parsed<ItemKind> {
    preceded(meaning(M::Against), baseline)
        .map(ItemKind::Baseline)
        .parse_next(input)
}

/// "năm 2020", "kết quả năm 2020", "cùng kỳ năm trước".
fn baseline(input: &mut Terms<'_>) -> Parsed<Baseline> {
    let year = |input: &mut Terms<'_>| take(input, |term| year_of(term.digits()?));
    for _ in 0..3 {
        let subject = take(input, |term| {
            let held = matches!(term.means, Some(M::Held | M::Ranking | M::Points))
                || term.is_one_of(&["papi"]);
            (held || term.is_one_of(&["của", "mức"])).then_some(())
        });
        if subject.is_err() {
            break;
        }
    }
    let previous = opt(meaning(M::Previous)).parse_next(input)?.is_some();
    opt(of_the_year).parse_next(input)?;
    let named = opt(preceded(opt(meaning(M::Span(Every::Year))), year)).parse_next(input)?;
    let goes_on =
        matches!(input, [dash, year, ..] if dash.is(Sign::Dash) && year.digits().is_some());
    match (named, previous) {
        _ if goes_on => Err(EmptyError),
        (Some(year), _) => Ok(Baseline::Year(year)),
        (None, true) => Ok(Baseline::Previous),
        (None, false) => Err(EmptyError),
    }
}

/// "của" between "cùng kỳ" and "năm 2020".
fn of_the_year(input: &mut Terms<'_>) -> Parsed<()> {
    let year_follows = input
        .get(1)
        .is_some_and(|next| next.means(M::Span(Every::Year)));
    take(input, |term| {
        (year_follows && term.is_one_of(&["của"])).then_some(())
    })
}
