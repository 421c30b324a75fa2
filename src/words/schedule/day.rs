//! Days as schedules name them, with or without their month and year.

use winnow::Parser;
use winnow::combinator::{alt, opt, preceded};

use super::parsing::{Input, Parsed, four_digits, meaning, no, sign, small, stands_close, word};
use super::time::{Named, Unit, month_number, year_in_words};
use super::vocabulary::MONTHS;
use crate::model::{DayOfMonth, Every};
use crate::words::tokens::Sign;

/// "15/6/2025", "15-6-2025", "15.6.2025", "2025-06-15", "ngày 15 tháng 6 năm 2025", "15 June 2025",
/// "ngày 15", "ngày 15 của tháng cuối quý".
pub(super) fn day(input: &mut Input<'_>) -> Parsed<Named> {
    alt((
        iso_day,
        preceded(opt(word("ngày")), day_in_figures),
        preceded(opt(word("ngày")), day_in_words),
        preceded(word("ngày"), day_of_some_month),
        english_day,
    ))
    .parse_next(input)
}

fn iso_day(input: &mut Input<'_>) -> Parsed<Named> {
    let all = *input;
    let year = four_digits.parse_next(input)?;
    let month = preceded(sign(Sign::Dash), small).parse_next(input)?;
    let day = preceded(sign(Sign::Dash), small).parse_next(input)?;
    if all
        .windows(2)
        .take(4)
        .all(|pair| stands_close(&pair[0], &pair[1]))
    {
        return Ok(of_day(day, month, Some(year)));
    }
    no(input)
}

fn day_in_figures(input: &mut Input<'_>) -> Parsed<Named> {
    let all = *input;
    let mark = |input: &mut Input<'_>| {
        alt((
            sign(Sign::Slash).map(|()| Sign::Slash),
            sign(Sign::Dash).map(|()| Sign::Dash),
            sign(Sign::Stop).map(|()| Sign::Stop),
        ))
        .parse_next(input)
    };
    let (day, mark, month) = (small, mark, small).parse_next(input)?;
    let close = |count: usize| {
        all.windows(2)
            .take(count)
            .all(|pair| stands_close(&pair[0], &pair[1]))
    };
    if let Some(year) = opt(preceded(sign(mark), four_digits)).parse_next(input)? {
        if mark == Sign::Slash || close(4) {
            return Ok(of_day(day, month, Some(year)));
        }
        return no(input);
    }
    // "5-6" may be two days or one; nothing between a slash and a day can.
    if mark != Sign::Slash || input.first().is_some_and(|next| next.is(Sign::Slash)) {
        return no(input);
    }
    let year = opt(year_in_words).parse_next(input)?;
    Ok(of_day(day, month, year))
}

fn day_in_words(input: &mut Input<'_>) -> Parsed<Named> {
    let day = small.parse_next(input)?;
    let month = preceded(word("tháng"), month_number).parse_next(input)?;
    let year = opt(alt((
        preceded(sign(Sign::Slash), four_digits),
        year_in_words,
    )))
    .parse_next(input)?;
    Ok(of_day(day, month, year))
}

fn day_of_some_month(input: &mut Input<'_>) -> Parsed<Named> {
    let day = small.map(DayOfMonth::Day).parse_next(input)?;
    let last = opt(preceded(opt(word("của")), last_month)).parse_next(input)?;
    if last.is_none() && input.first().is_some_and(|next| next.is(Sign::Slash)) {
        return no(input);
    }
    Ok(Named::new(match last {
        Some(every) => Unit::DayOfLastMonth(day, every),
        None => Unit::DayOfMonth(day),
    }))
}

fn of_day(day: u32, month: u32, year: Option<i32>) -> Named {
    let day = DayOfMonth::Day(day);
    Named::of(Unit::Day { day, month }, year)
}

/// "15 June 2025", "day 15", "day 15 of its last month", "the last day of February", "its last day".
fn english_day(input: &mut Input<'_>) -> Parsed<Named> {
    let numbered = |input: &mut Input<'_>| {
        preceded(word("day"), small)
            .map(DayOfMonth::Day)
            .parse_next(input)
    };
    let last = |input: &mut Input<'_>| {
        (alt((word("its"), word("the"))), word("last"), word("day"))
            .map(|_| DayOfMonth::Last)
            .parse_next(input)
    };
    if let Some((day, month, year)) =
        opt((small, meaning(&MONTHS), opt(four_digits))).parse_next(input)?
    {
        return Ok(of_day(day, month, year));
    }
    let day = alt((numbered, last)).parse_next(input)?;
    if let Some(month) = opt(preceded(word("of"), meaning(&MONTHS))).parse_next(input)? {
        return Ok(Named::new(Unit::Day { day, month }));
    }
    let of_last = opt((word("of"), word("its"), word("last"), word("month"))).parse_next(input)?;
    Ok(Named::new(match of_last {
        Some(_) => Unit::DayOfLastMonth(day, None),
        None => Unit::DayOfMonth(day),
    }))
}

/// "tháng cuối quý", "tháng cuối cùng của mỗi quý", "tháng cuối kỳ".
pub(super) fn last_month(input: &mut Input<'_>) -> Parsed<Option<Every>> {
    (
        word("tháng"),
        word("cuối"),
        opt(word("cùng")),
        opt(word("của")),
        opt(alt((word("hằng"), word("mỗi")))),
    )
        .parse_next(input)?;
    alt((
        word("quý").map(|()| Some(Every::Quarter)),
        word("năm").map(|()| Some(Every::Year)),
        word("kỳ").map(|()| None),
    ))
    .parse_next(input)
}
