//! Numbers with their units, and what stands behind them.

use std::ops::Range;

use rust_decimal::Decimal;
use winnow::combinator::{alt, opt, preceded};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::figure::{compares, every};
use super::meaning::Meaning as M;
use super::term::{Parsed, Term, Terms, meaning, sign, span_of, take};
use super::vocabulary::{COUNTED, END_OF_UNIT};
use crate::model::Every;
use crate::words::number::{Number, NumberKind, read_number};
use crate::words::tokens::{Sign, TokenKind};

/// A number and its unit.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Amount {
    pub(super) negative: bool,
    /// The digits as written; none where the number is in words.
    pub(super) digits: Option<String>,
    pub(super) counted: Option<u32>,
    pub(super) out_of: Option<Decimal>,
    pub(super) unit: Unit,
}

/// The unit of a number.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Unit {
    None,
    /// `%`, with what it is a rate of ("/năm"), if anything.
    Percent(Option<Every>),
    Points,
    /// "điểm phần trăm" or "điểm %".
    PercentPoints(&'static str),
    /// "bậc".
    Place,
    /// Words of the text.
    Words(Range<usize>),
}

/// Words by which a number in words goes on past what the vocabulary holds.
const GO_ON_COUNTING: &[&str] = &[
    "mươi", "lăm", "mốt", "tư", "trăm", "rưỡi", "chục", "số", "phần", "cửa", "cách", "trong",
    "hai", "ba",
];

/// Reads a number and its unit.
pub(super) fn amount(input: &mut Terms<'_>) -> Parsed<Amount> {
    let negative = opt(minus).parse_next(input)?.is_some();
    let glued = input
        .get(1)
        .is_some_and(|next| !next.spaced && next.word().is_some());
    let (digits, counted) = take(input, |term| match term.digits() {
        Some(digits) => Some((Some(digits.to_owned()), None)),
        None => term.counts.map(|number| (None, Some(number))),
    })?;
    in_words_too(input, digits.as_deref());
    let out_of = match &digits {
        Some(_) => opt(out_of).parse_next(input)?,
        None => None,
    };
    let after_number = *input;
    let unit = unit(input)?;
    let fits = match out_of {
        None => true,
        Some(whole) if is_score(whole) => unit == Unit::Points,
        Some(_) => matches!(unit, Unit::None | Unit::Words(_)),
    };
    // "5g", "5x" are names; "30kg" is a figure.
    let known_when_glued = match &unit {
        Unit::Words(_) => after_number
            .first()
            .is_some_and(|term| term.is_one_of(COUNTED)),
        _ => true,
    };
    if !fits
        || after_number
            .first()
            .is_some_and(|next| goes_on_counting(next, counted.is_some()))
        || glued && !known_when_glued
        || input
            .first()
            .is_some_and(|next| next.digits().is_some() || is_figure(next))
    {
        return Err(EmptyError);
    }
    Ok(Amount {
        negative,
        digits,
        counted,
        out_of,
        unit,
    })
}

/// "(ba)" behind "03".
fn in_words_too(input: &mut Terms<'_>, digits: Option<&str>) {
    if let (Some(digits), [open, words, close, rest @ ..]) = (digits, *input)
        && open.is(Sign::Open)
        && close.is(Sign::Close)
        && words.counts.is_some()
        && words.counts == digits.parse().ok()
    {
        *input = rest;
    }
}

/// Whether a word after a number counts on: "hai mươi lăm", "3 ba".
fn goes_on_counting(next: &Term, in_words: bool) -> bool {
    if in_words {
        next.is_one_of(GO_ON_COUNTING)
    } else {
        next.counts.is_some_and(|number| number > 1)
    }
}

/// A minus is glued to its number.
fn minus(input: &mut Terms<'_>) -> Parsed<()> {
    match input {
        [dash, number, ..] if dash.is(Sign::Dash) && !number.spaced && dash.spaced => {
            *input = &input[1..];
            Ok(())
        }
        _ => Err(EmptyError),
    }
}

/// "/80" of a score, "/100.000" of a rate.
fn out_of(input: &mut Terms<'_>) -> Parsed<Decimal> {
    let digits = preceded(sign(Sign::Slash), |input: &mut Terms<'_>| {
        take(input, |term| term.digits().map(str::to_owned))
    })
    .parse_next(input)?;
    match read_number(&digits, NumberKind::Count) {
        Number::Exact(whole) if is_score(whole) || is_rate(whole) => Ok(whole),
        _ => Err(EmptyError),
    }
}

/// The wholes of scores: a dimension is 10, the total 60 or 80, other indices 100.
fn is_score(whole: Decimal) -> bool {
    whole > Decimal::ZERO && whole <= Decimal::from(100) && whole.fract().is_zero()
}

fn is_rate(whole: Decimal) -> bool {
    [1_000, 10_000, 100_000, 1_000_000]
        .map(Decimal::from)
        .contains(&whole)
}

/// Reads a unit; there may be none.
fn unit(input: &mut Terms<'_>) -> Parsed<Unit> {
    let percent = alt((sign(Sign::Percent), meaning(M::Percent)));
    let percent_points = |input: &mut Terms<'_>| {
        meaning(M::Points).parse_next(input)?;
        sign(Sign::Percent).parse_next(input)?;
        Ok(Unit::PercentPoints("điểm %"))
    };
    alt((
        (percent, opt(preceded(sign(Sign::Slash), every))).map(|((), per)| Unit::Percent(per)),
        percent_points,
        meaning(M::Points).map(|()| Unit::Points),
        meaning(M::PercentPoints).map(|()| Unit::PercentPoints("điểm phần trăm")),
        meaning(M::Place).map(|()| Unit::Place),
        |input: &mut Terms<'_>| Ok(unit_in_words(input)),
    ))
    .parse_next(input)
}

fn unit_in_words(input: &mut Terms<'_>) -> Unit {
    let mut end = 0;
    while let Some(term) = input.get(end) {
        if !is_word_of_unit(term, &input[end + 1..]) {
            break;
        }
        end += 1;
    }
    // "tin, bài/tháng": what is counted has two names.
    if let [comma, name, slash, ..] = &input[end..]
        && end > 0
        && comma.is(Sign::Comma)
        && name.word().is_some()
        && (slash.is(Sign::Slash) || slash.means(M::Each))
    {
        end += 2;
    }
    // "bác sĩ/vạn dân", "giường bệnh/10.000 dân".
    if let [slash, many, people, ..] = &input[end..]
        && end > 0
        && slash.is(Sign::Slash)
        && (many.is_one_of(&["vạn"])
            || matches!(many.digits(), Some("1.000" | "10.000" | "100.000")))
        && people.is_one_of(&["dân", "người"])
    {
        end += 3;
    }
    // "triệu đồng/người/năm" is a unit; "đợt/năm" is a count in each year.
    let money = input[..end]
        .iter()
        .any(|term| term.is_one_of(&["đồng", "usd"]));
    while money && end > 0 {
        match &input[end..] {
            [slash, of, ..] if slash.is(Sign::Slash) && of.word().is_some() => end += 2,
            _ => break,
        }
    }
    let (words, rest) = input.split_at(end);
    *input = rest;
    if words.is_empty() {
        Unit::None
    } else {
        Unit::Words(span_of(words))
    }
}

/// Whether a term goes on naming what is counted.
fn is_word_of_unit(term: &Term, after: Terms<'_>) -> bool {
    let next_is_number = after.first().is_some_and(|next| next.digits().is_some());
    let next_is_span = after
        .first()
        .is_some_and(|next| matches!(next.means, Some(M::Span(_))));
    let TokenKind::Word(_) = &term.kind else {
        return false;
    };
    if term.is_one_of(END_OF_UNIT) || term.counts == Some(1) && next_is_span {
        return false;
    }
    match term.means {
        None
        | Some(
            M::Time
            | M::Ordinal(_)
            | M::Plain
            | M::Document
            | M::Ranked
            | M::Held
            | M::Ranking
            | M::Points
            | M::WholeCountry,
        ) => true,
        Some(M::Span(_)) => !next_is_number,
        Some(_) => false,
    }
}

/// A figure in no digits of ours, or a sign that only stands with figures.
pub(super) fn is_figure(term: &Term) -> bool {
    match term.kind {
        TokenKind::Number(_) => true,
        TokenKind::Sign(sign) => {
            matches!(
                sign,
                Sign::Figure(_) | Sign::Percent | Sign::PerMille | Sign::Equal
            ) || compares(term).is_some()
        }
        TokenKind::Word(_) => false,
    }
}

/// What stands behind a figure.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct FollowUp {
    pub(super) up: bool,
    pub(super) down: bool,
    pub(super) per: Option<Every>,
}

/// Reads "trở lên", "/năm", "mỗi năm" behind a figure; there may be none.
pub(super) fn follow_up(input: &mut Terms<'_>) -> Parsed<FollowUp> {
    let mut found = FollowUp::default();
    loop {
        if found.per.is_none()
            && let Some(per) = opt(per).parse_next(input)?
        {
            found.per = Some(per);
        } else if opt(meaning(M::AndUp)).parse_next(input)?.is_some() {
            found.up = true;
        } else if opt(meaning(M::AndDown)).parse_next(input)?.is_some() {
            found.down = true;
        } else {
            return Ok(found);
        }
    }
}

/// "/năm", "mỗi năm", "một năm", "per year" behind what is counted.
fn per(input: &mut Terms<'_>) -> Parsed<Every> {
    let one = |input: &mut Terms<'_>| take(input, |term| (term.counts == Some(1)).then_some(()));
    alt((
        preceded(alt((sign(Sign::Slash), meaning(M::Per))), every),
        preceded(alt((meaning(M::Each), one)), every),
    ))
    .parse_next(input)
}
