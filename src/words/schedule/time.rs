//! One time as a phrase names it: a day, month, quarter, part of a year or year.

use std::ops::Range;

use winnow::Parser;
use winnow::combinator::{alt, delimited, opt, preceded, terminated};

use super::day::{day, last_month};
use super::parsing::{Input, Parsed, figure, four_digits, meaning, no, sign, small, span_of, word};
use super::vocabulary::{MONTHS, NUMBERS, ORDINALS, ROMAN};
use crate::model::{DayOfMonth, Every};
use crate::words::tokens::Sign;

/// A time as it was named; its figures are still unchecked.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Time {
    pub(super) unit: Unit,
    /// Whether only its end is meant: "cuối năm".
    pub(super) closing: bool,
    pub(super) year: Option<i32>,
    /// Its bytes in the cell.
    pub(super) span: Range<usize>,
}

/// What is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Unit {
    /// A day of a month.
    Day {
        /// The day.
        day: DayOfMonth,
        /// 1 to 12.
        month: u32,
    },
    /// A day of a month that is not named: "ngày 15".
    DayOfMonth(DayOfMonth),
    /// "ngày 15 của tháng cuối quý".
    DayOfLastMonth(DayOfMonth, Option<Every>),
    /// A month.
    Month(u32),
    /// From a month to a month: "6 tháng đầu năm".
    Months(u32, u32),
    /// A quarter.
    Quarter(u32),
    /// A year.
    Year,
}

impl Unit {
    /// Whether both are of one kind, so that one word may stand for both.
    pub(super) fn is_like(self, other: Self) -> bool {
        std::mem::discriminant(&self) == std::mem::discriminant(&other)
    }
}

/// A time, as it may stand alone.
pub(super) fn time(input: &mut Input<'_>) -> Parsed<Time> {
    timed(alt((ending, day, months, month, quarter, year))).parse_next(input)
}

/// A time without its word, after one of the unit before it: "tháng 6, 12".
pub(super) fn time_like(unit: Unit) -> impl FnMut(&mut Input<'_>) -> Parsed<Time> {
    move |input| match unit {
        Unit::Month(_) => timed(bare_month).parse_next(input),
        Unit::Quarter(_) => timed(bare_quarter).parse_next(input),
        Unit::DayOfMonth(_) => {
            timed(small.map(|day| Named::new(Unit::DayOfMonth(DayOfMonth::Day(day)))))
                .parse_next(input)
        }
        _ => no(input),
    }
}

/// "năm" alone, where the words before it say that the plan's year is meant.
pub(super) fn this_year(input: &mut Input<'_>) -> Parsed<Time> {
    timed(word("năm").map(|()| Named::new(Unit::Year))).parse_next(input)
}

/// What the parsers below find.
pub(super) struct Named {
    pub(super) unit: Unit,
    closing: bool,
    pub(super) year: Option<i32>,
}

impl Named {
    pub(super) fn new(unit: Unit) -> Self {
        Self {
            unit,
            closing: false,
            year: None,
        }
    }

    pub(super) fn of(unit: Unit, year: Option<i32>) -> Self {
        Self {
            year,
            ..Self::new(unit)
        }
    }
}

fn timed<'t>(
    mut named: impl Parser<Input<'t>, Named, winnow::error::EmptyError>,
) -> impl FnMut(&mut Input<'t>) -> Parsed<Time> {
    move |input| {
        let all = *input;
        let Named {
            unit,
            closing,
            year,
        } = named.parse_next(input)?;
        Ok(Time {
            unit,
            closing,
            year,
            span: span_of(all, input),
        })
    }
}

/// "cuối năm 2025", "cuối quý III", "ngày cuối cùng của tháng 6", "ngày cuối của tháng cuối quý".
fn ending(input: &mut Input<'_>) -> Parsed<Named> {
    let closing = |mut named: Named| {
        named.closing = true;
        named
    };
    (
        opt(word("ngày")),
        word("cuối"),
        opt(word("cùng")),
        opt(word("của")),
    )
        .parse_next(input)?;
    alt((
        last_month.map(|every| Named::new(Unit::DayOfLastMonth(DayOfMonth::Last, every))),
        month.map(closing),
        quarter.map(closing),
        preceded(word("năm"), opt(four_digits))
            .map(move |year| closing(Named::of(Unit::Year, year))),
        word("quý").map(move |()| {
            let last_day = Unit::DayOfLastMonth(DayOfMonth::Last, Some(Every::Quarter));
            closing(Named::new(last_day))
        }),
        word("tháng").map(|()| Named::new(Unit::DayOfMonth(DayOfMonth::Last))),
    ))
    .parse_next(input)
}

/// "6 tháng đầu năm 2025", "3 tháng cuối năm", "nửa đầu năm", "the first half of 2025".
pub(super) fn months(input: &mut Input<'_>) -> Parsed<Named> {
    let first_of = |count| Unit::Months(1, count);
    let last_of = |count| Unit::Months(13 - count, 12);
    if let Some(from_start) = opt(english_months).parse_next(input)? {
        let year = opt(preceded(word("of"), four_digits)).parse_next(input)?;
        return Ok(Named::of(from_start, year));
    }
    let count = alt((
        terminated(alt((small, meaning(&NUMBERS))), word("tháng")),
        word("nửa").map(|()| 6),
    ))
    .verify(|count| (1..=11).contains(count))
    .parse_next(input)?;
    let unit = alt((
        word("đầu").map(|()| first_of(count)),
        word("cuối").map(|()| last_of(count)),
    ))
    .parse_next(input)?;
    let year = alt((
        preceded((opt(word("của")), word("năm")), opt(four_digits)),
        preceded(opt(sign(Sign::Slash)), four_digits).map(Some),
    ))
    .parse_next(input)?;
    Ok(Named::of(unit, year))
}

fn english_months(input: &mut Input<'_>) -> Parsed<Unit> {
    opt(word("the")).parse_next(input)?;
    alt((
        (word("first"), word("half")).map(|_| Unit::Months(1, 6)),
        (word("second"), word("half")).map(|_| Unit::Months(7, 12)),
        (word("first"), word("nine"), word("months")).map(|_| Unit::Months(1, 9)),
    ))
    .parse_next(input)
}

/// "tháng 6", "tháng 6/2025", "6/2025", "June 2025".
fn month(input: &mut Input<'_>) -> Parsed<Named> {
    alt((
        preceded(word("tháng"), (month_number, opt(year_after))),
        (small, year_in_sign).map(|(month, year)| (month, Some(year))),
        (meaning(&MONTHS), opt(four_digits)),
    ))
    .map(|(month, year)| Named::of(Unit::Month(month), year))
    .parse_next(input)
}

fn bare_month(input: &mut Input<'_>) -> Parsed<Named> {
    (small, opt(year_after))
        .map(|(month, year)| Named::of(Unit::Month(month), year))
        .parse_next(input)
}

pub(super) fn month_number(input: &mut Input<'_>) -> Parsed<u32> {
    alt((small, meaning(&ORDINALS))).parse_next(input)
}

/// "quý III/2025", "quý 3 năm 2025", "Q3 2025".
fn quarter(input: &mut Input<'_>) -> Parsed<Named> {
    preceded(alt((word("quý"), word("q"))), bare_quarter).parse_next(input)
}

fn bare_quarter(input: &mut Input<'_>) -> Parsed<Named> {
    (
        alt((small, meaning(&ROMAN), meaning(&ORDINALS))),
        opt(year_after),
    )
        .map(|(quarter, year)| Named::of(Unit::Quarter(quarter), year))
        .parse_next(input)
}

/// "năm 2025", "2025", "cả năm 2025", "cả năm".
fn year(input: &mut Input<'_>) -> Parsed<Named> {
    alt((
        preceded((word("cả"), word("năm")), opt(four_digits)),
        preceded(
            (opt(alt((word("các"), word("những")))), word("năm")),
            four_digits.map(Some),
        ),
        four_digits.map(Some),
    ))
    .map(|year| Named::of(Unit::Year, year))
    .parse_next(input)
}

/// The year after a month or quarter: "/2025", "-2025", "năm 2025", " 2025".
pub(super) fn year_after(input: &mut Input<'_>) -> Parsed<i32> {
    alt((year_in_sign, year_in_words, four_digits)).parse_next(input)
}

fn year_in_sign(input: &mut Input<'_>) -> Parsed<i32> {
    preceded(alt((sign(Sign::Slash), sign(Sign::Dash))), four_digits).parse_next(input)
}

/// "năm 2025", "của năm 2025", ", năm 2025", "(năm 2025)".
pub(super) fn year_in_words(input: &mut Input<'_>) -> Parsed<i32> {
    alt((
        delimited(
            (sign(Sign::Open), word("năm")),
            four_digits,
            sign(Sign::Close),
        ),
        preceded(
            (opt(sign(Sign::Comma)), opt(word("của")), word("năm")),
            four_digits,
        ),
    ))
    .parse_next(input)
}

/// A count of days, weeks, months: figure or word.
pub(super) fn count(input: &mut Input<'_>) -> Parsed<u32> {
    alt((figure.map(|figure| figure.value), meaning(&NUMBERS))).parse_next(input)
}
