//! A part of a cell as a row of items: figures, ranks, years, and the words between.

use std::ops::Range;

use winnow::combinator::{alt, opt};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::change::{against, change_without_figure};
use super::figure::{Figure, compares, every, figure, times};
use super::meaning::Meaning as M;
use super::name::{has_number, name, year_of};
use super::rank::rank_or_band;
use super::term::{Parsed, Term, Terms, meaning, sign, span_of, take};
use super::time::time;
use super::word::word;
use crate::model::{Baseline, BoundKind, Comparison, Every, Frequency};
use crate::words::tokens::Sign;

/// An item and its bytes in the text.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Item {
    pub(super) kind: ItemKind,
    pub(super) span: Range<usize>,
}

/// The kinds of item.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum ItemKind {
    /// A figure, not yet told apart as level, frequency or change.
    Figure(Figure),
    /// A bound that needs nothing from around it.
    Whole(BoundKind),
    By(i32),
    Baseline(Baseline),
    Verb(M),
    Each(Every),
    Stretch,
    Hold,
    Held,
    /// "thứ hạng", "xếp hạng".
    Ranking,
    Or,
    /// "trở lên" apart from its figure: "từ 90% hồ sơ trở lên".
    AndUp,
    AndDown,
    /// "năm trước" that nothing is set against.
    Previous,
    /// "so với" something that is no baseline.
    Against,
    /// "cùng kỳ".
    SamePeriod,
    /// A day, month, quarter or half of a year, not of a document.
    Timed,
    /// "trừ".
    Except,
    /// "vượt", "cao hơn" that lead up to no figure: "vượt kế hoạch 5%".
    Exceeds,
    Higher,
    Close,
    /// "mỗi xã": what is counted is counted in each of something.
    EachOfThem,
    /// Words with which a target may begin, and adverbs.
    Opening,
    Adverb,
    Not,
    /// What may part two targets.
    Separator(Sign),
    /// Words, and numbers that are names.
    Word,
    /// The first word of a subject: "tỷ lệ".
    Subject,
    /// A figure that was not understood.
    Unread,
}

/// How many terms back a law is looked for before a year.
const REACH_OF_DOCUMENT: usize = 6;

/// Reads the terms of a part as items; all of them, in order.
pub(super) fn items(terms: Terms<'_>, text: &str) -> Vec<Item> {
    let mut found: Vec<Item> = Vec::new();
    let mut rest = terms;
    while let Some(first) = rest.first() {
        let start = rest;
        let at = terms.len() - rest.len();
        let before = &terms[..at];
        let counted = matches!(
            found.last(),
            Some(Item {
                kind: ItemKind::Each(_),
                ..
            })
        );
        let kind = if counted {
            times(&mut rest).map(ItemKind::Figure)
        } else {
            Err(EmptyError)
        };
        let kind = kind.or_else(|_| {
            rest = start;
            if is_plain(first) {
                return Err(EmptyError);
            }
            item(&mut rest, before, text)
        });
        let kind = kind.unwrap_or_else(|_| {
            rest = &start[1..];
            word(first, before, rest, found.last())
        });
        let taken = &start[..start.len() - rest.len()];
        found.push(Item {
            kind,
            span: span_of(taken),
        });
    }
    found
}

/// Whether a term is a word that begins nothing.
fn is_plain(term: &Term) -> bool {
    term.word()
        .is_some_and(|word| term.means.is_none() && term.counts.is_none() && !has_number(word))
}

/// Reads an item of more than one term.
fn item<'t>(input: &mut Terms<'t>, before: Terms<'t>, text: &str) -> Parsed<ItemKind> {
    alt((
        |input: &mut Terms<'t>| time(input, before, text),
        |input: &mut Terms<'t>| name(input, text).map(|()| ItemKind::Word),
        change_without_figure,
        against,
        |input: &mut Terms<'t>| rank_or_band(input, text).map(ItemKind::Whole),
        once_in,
        each,
        |input: &mut Terms<'t>| by(input, before),
        |input: &mut Terms<'t>| figure(input).map(ItemKind::Figure),
    ))
    .parse_next(input)
}

/// "01 năm/lần", "6 tháng một lần", "mỗi quý một lần".
fn once_in(input: &mut Terms<'_>) -> Parsed<ItemKind> {
    opt(alt((
        meaning(M::Compare(Comparison::AtLeast)),
        sign(Sign::AtLeast),
    )))
    .parse_next(input)?;
    opt(meaning(M::Each)).parse_next(input)?;
    let per = every(input)?;
    let one = |input: &mut Terms<'_>| {
        take(input, |term| {
            (term.counts == Some(1) || matches!(term.digits(), Some("1" | "01"))).then_some(())
        })
    };
    alt((sign(Sign::Slash), one)).parse_next(input)?;
    opt(one).parse_next(input)?;
    meaning(M::Time).parse_next(input)?;
    Ok(ItemKind::Whole(BoundKind::Frequency(Frequency {
        comparison: Comparison::AtLeast,
        value: 1.into(),
        unit: None,
        per,
    })))
}

/// "mỗi năm", "hằng quý"; "một năm" before "hai lần".
fn each(input: &mut Terms<'_>) -> Parsed<ItemKind> {
    if opt(meaning(M::Each)).parse_next(input)?.is_some() {
        return every(input).map(ItemKind::Each);
    }
    take(input, |term| {
        (term.counts == Some(1) || matches!(term.digits(), Some("1" | "01"))).then_some(())
    })?;
    let per = take(input, |term| match term.means {
        Some(M::Span(per)) => Some(per),
        _ => None,
    })?;
    let counted = |term: &Term| term.digits().is_some() || term.counts.is_some();
    match input {
        [number, time, ..] if counted(number) && time.means(M::Time) => Ok(ItemKind::Each(per)),
        _ => Err(EmptyError),
    }
}

/// "năm 2025", "đến 2030": the year of a milestone.
fn by(input: &mut Terms<'_>, before: Terms<'_>) -> Parsed<ItemKind> {
    let spelt = opt(meaning(M::Span(Every::Year)))
        .parse_next(input)?
        .is_some();
    let heads = matches!(input, [_, colon, ..] if colon.is(Sign::Colon)) && before.is_empty();
    if !spelt && !heads {
        take(input, |term| {
            (term.means(M::Until) || term.is_one_of(&["by"])).then_some(())
        })?;
        opt(meaning(M::Span(Every::Year))).parse_next(input)?;
    }
    let year = take(input, |term| year_of(term.digits()?))?;
    if input
        .first()
        .is_some_and(|next| is_unit(next) || goes_on(input))
    {
        return Err(EmptyError);
    }
    let recent = &before[before.len().saturating_sub(REACH_OF_DOCUMENT)..];
    if recent.iter().any(|term| term.means(M::Document)) {
        return Ok(ItemKind::Word);
    }
    let no_milestone = before.last().is_some_and(|last| {
        matches!(last.means, Some(M::NotBy | M::From | M::Against)) || compares(last).is_some()
    });
    if no_milestone {
        Err(EmptyError)
    } else {
        Ok(ItemKind::By(year))
    }
}

fn goes_on(terms: Terms<'_>) -> bool {
    matches!(terms, [dash, year, ..]
        if (dash.is(Sign::Dash) || dash.is(Sign::Slash) || dash.means(M::Until)) && year.digits().is_some())
}

fn is_unit(term: &Term) -> bool {
    matches!(
        term.means,
        Some(M::Points | M::PercentPoints | M::Percent | M::Place)
    ) || term.is(Sign::Percent)
}
