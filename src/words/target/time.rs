//! Days, months, quarters and halves of a year: no figures, but a figure beside one holds
//! for that time only, unless it is the day of a document.

use winnow::combinator::{alt, opt};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::figure::compares;
use super::item::ItemKind;
use super::meaning::Meaning as M;
use super::name::{no_figure_next, year_of};
use super::term::{Parsed, Terms, begins_predicate, meaning, sign, span_of, take};
use crate::model::Every;
use crate::words::date::read_date;
use crate::words::tokens::Sign;

/// Documents whose day stands behind them: "Kế hoạch số 149/KH-UBND ngày 30/3/2021".
const DATED: &[&str] = &[
    "kế", "văn", "chỉ", "công", "thông", "kết", "hướng", "tờ", "báo",
];

/// How many terms back a document is looked for before a day.
const REACH_OF_DATED: usize = 16;

/// Takes a time: words where it is of a document, else a time of the figure beside it.
pub(super) fn time<'t>(input: &mut Terms<'t>, before: Terms<'t>, text: &str) -> Parsed<ItemKind> {
    alt((|input: &mut Terms<'t>| day(input, text), part_of_year)).parse_next(input)?;
    Ok(if is_dated(before) {
        ItemKind::Word
    } else {
        ItemKind::Timed
    })
}

/// "18/6/2021", "ngày 18/6", "ngày 18 tháng 6 năm 2021".
fn day(input: &mut Terms<'_>, text: &str) -> Parsed<()> {
    let led = opt(meaning(M::Span(Every::Day)))
        .parse_next(input)?
        .is_some();
    for length in [5, 6, 1] {
        let Some(taken) = input.get(..length) else {
            continue;
        };
        if read_date(&text[span_of(taken)]).is_some() {
            *input = &input[length..];
            return no_figure_next(input);
        }
    }
    if !led {
        return Err(EmptyError);
    }
    let upto = |input: &mut Terms<'_>, most: u32| {
        take(input, |term| {
            let digits = term.digits().filter(|digits| digits.len() <= 2)?;
            (1..=most).contains(&digits.parse().ok()?).then_some(())
        })
    };
    upto(input, 31)?;
    alt((
        sign(Sign::Slash),
        sign(Sign::Dash),
        meaning(M::Span(Every::Month)),
    ))
    .parse_next(input)?;
    upto(input, 12)?;
    no_figure_next(input)
}

/// "quý 3", "tháng 12/2025", "quý III/2025", "6 tháng đầu năm 2021".
fn part_of_year(input: &mut Terms<'_>) -> Parsed<()> {
    let year = |input: &mut Terms<'_>| take(input, |term| year_of(term.digits()?));
    let before = input.first().and_then(|term| term.means);
    if let Some(M::Span(Every::Month | Every::Quarter)) = before {
        *input = &input[1..];
        take(input, |term| {
            let roman = term.is_one_of(&["i", "ii", "iii", "iv"]);
            let number = term
                .digits()
                .filter(|digits| digits.len() <= 2)?
                .parse()
                .ok();
            (roman || number.is_some_and(|number: u32| (1..=12).contains(&number))).then_some(())
        })
        .or_else(|error| {
            take(input, |term| {
                term.is_one_of(&["i", "ii", "iii", "iv"]).then_some(())
            })
            .map_err(|_| error)
        })?;
    } else {
        take(input, |term| {
            matches!(term.digits()?, "6" | "06" | "9" | "09").then_some(())
        })?;
        meaning(M::Span(Every::Month)).parse_next(input)?;
        take(input, |term| term.is_one_of(&["đầu", "cuối"]).then_some(()))?;
    }
    opt((
        opt(alt((
            sign(Sign::Slash),
            sign(Sign::Dash),
            meaning(M::Span(Every::Year)),
        ))),
        year,
    ))
    .parse_next(input)?;
    opt(meaning(M::Span(Every::Year))).parse_next(input)?;
    no_figure_next(input)
}

/// Whether a day behind those terms is of a document, and not of a target.
fn is_dated(before: Terms<'_>) -> bool {
    let recent = &before[before.len().saturating_sub(REACH_OF_DATED)..];
    let numbered = |at: usize| {
        recent.get(at + 2..).is_some_and(|after| {
            after
                .iter()
                .take(3)
                .any(|term| term.is_one_of(&["số"]) || term.digits().is_some())
        })
    };
    let document = |&at: &usize| {
        recent[at].means(M::Document)
            || recent[at].means.is_none() && recent[at].is_one_of(DATED) && numbered(at)
    };
    let Some(document) = (0..recent.len()).rev().find(document) else {
        return false;
    };
    let between = &recent[document + 1..];
    !(0..between.len()).any(|at| {
        let term = &between[at];
        begins_predicate(&between[at..])
            || term.is(Sign::Percent)
            || term.is(Sign::Comma)
            || term.is(Sign::Semicolon)
            || term.is(Sign::Colon)
            || term.is(Sign::Open)
            || term.is(Sign::Close)
            || matches!(
                term.means,
                Some(M::NotBy | M::Until | M::From | M::Opening | M::Band(_) | M::Refused)
            )
            || compares(term).is_some()
    })
}
