//! One reading of a cell as its words put it, before the plan's years are looked at.

use winnow::Parser;
use winnow::combinator::{alt, opt, peek, preceded};

use super::frequency::{each_span, frequency};
use super::listing::{ListedPeriod, listed_periods};
use super::parsing::{Input, Parsed, meaning, no, sign, span_of, stands_close, word};
use super::reference::{begins_reference, reference};
use super::time::{Time, Unit};
use super::timed::{Timed, What, leads, timed, timed_like};
use super::vocabulary::{CONNECTIVES, CONTINUOUS, WITHIN};
use crate::model::{DayOfMonth, Every};
use crate::words::tokens::{Sign, TokenKind};

/// One reading as its words put it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Clause {
    /// A time or span in the calendar, or one that comes again.
    Timed(Timed),
    /// All the time, to the end of a time.
    Continuous(Option<Timed>),
    /// Again and again, each by a time.
    Recurring(Every, Option<Timed>),
    /// With the reports of these periods.
    Reporting(Vec<ListedPeriod>),
    /// No day can be told.
    Undated,
}

/// The clause that the tokens begin with; `before` is the time just before it.
pub(super) fn clause(input: &mut Input<'_>, before: Option<&Timed>, lists: bool) -> Parsed<Clause> {
    let whole = *input;
    let mut tries: Vec<fn(&mut Input<'_>) -> Parsed<Clause>> = Vec::with_capacity(5);
    if lists {
        tries.push(|input| listed_periods.map(Clause::Reporting).parse_next(input));
    }
    tries.extend([continuous, recurring, |input: &mut Input<'_>| {
        timed.map(Clause::Timed).parse_next(input)
    }]);
    if let Some(unit) = before
        .and_then(|timed| timed.what.last())
        .map(|time| time.unit)
    {
        let like = whole_clause(input, |input| timed_like(unit, input).map(Clause::Timed));
        if like.is_ok() {
            return like;
        }
        *input = whole;
    }
    for read in tries {
        *input = whole;
        if let Ok(clause) = whole_clause(input, read) {
            return Ok(clause);
        }
    }
    *input = whole;
    whole_clause(input, |input| {
        (leads, reference)
            .map(|_| Clause::Undated)
            .parse_next(input)
    })
}

/// A clause that ends where another may begin.
fn whole_clause(
    input: &mut Input<'_>,
    read: impl FnOnce(&mut Input<'_>) -> Parsed<Clause>,
) -> Parsed<Clause> {
    let whole = *input;
    let found = read(input)?;
    // "thường xuyên hằng năm" says two things without a comma.
    let goes_on = begins_reference(input)
        || found == Clause::Continuous(None) && peek(frequency).parse_next(input).is_ok();
    if whole.len() > input.len() && (is_boundary(input) || goes_on) {
        return Ok(found);
    }
    *input = whole;
    no(input)
}

/// Whether the tokens are at their end or begin with what parts readings.
pub(super) fn is_boundary(input: Input<'_>) -> bool {
    let Some(next) = input.first() else {
        return true;
    };
    match &next.kind {
        // "6.2025" is one figure.
        TokenKind::Sign(Sign::Stop) => !input
            .get(1)
            .is_some_and(|after| after.digits().is_some() && stands_close(next, after)),
        TokenKind::Sign(sign) => matches!(
            sign,
            Sign::Comma
                | Sign::Semicolon
                | Sign::Break
                | Sign::Open
                | Sign::Close
                | Sign::Bullet
                | Sign::Other('&')
        ),
        _ => CONNECTIVES.at_start(input).is_some(),
    }
}

/// "Thường xuyên", "thường xuyên trong năm 2023", "thường xuyên đến hết năm 2025".
fn continuous(input: &mut Input<'_>) -> Parsed<Clause> {
    (leads, meaning(&CONTINUOUS)).parse_next(input)?;
    let rest = *input;
    let within = (
        opt(alt((sign(Sign::Comma), sign(Sign::Open)))),
        peek(meaning(&WITHIN)),
        timed,
        opt(sign(Sign::Close)),
    );
    if let Some((apart, (), timed, _)) = opt(within).parse_next(input)?
        && timed.every.is_none()
        && (apart.is_none() || matches!(timed.what, What::At(_)))
        && is_boundary(input)
    {
        return Ok(Clause::Continuous(Some(timed)));
    }
    *input = rest;
    Ok(Clause::Continuous(None))
}

/// "Hằng quý", "hằng năm, trước ngày 15/12", "hằng quý, chậm nhất ngày 15 của tháng cuối quý",
/// "cuối mỗi quý".
fn recurring(input: &mut Input<'_>) -> Parsed<Clause> {
    leads.parse_next(input)?;
    if let Some(every) = opt(ending_of_each).parse_next(input)? {
        return Ok(every);
    }
    let every = frequency.parse_next(input)?;
    let rest = *input;
    let deadline = (
        opt(alt((sign(Sign::Comma), sign(Sign::Open)))),
        timed,
        opt(sign(Sign::Close)),
    );
    let Some((_, timed, _)) = opt(deadline).parse_next(input)? else {
        return Ok(Clause::Recurring(every, None));
    };
    let dated = timed.what.last().is_none_or(|time| time.year.is_some());
    if !dated && is_boundary(input) && timed.every.is_none_or(|again| again == every) {
        let deadline = Timed {
            every: Some(every),
            ..timed
        };
        return Ok(Clause::Recurring(every, Some(deadline)));
    }
    // A dated time beside it is a reading of its own.
    *input = rest;
    Ok(Clause::Recurring(every, None))
}

/// "cuối mỗi quý", "cuối hằng năm".
fn ending_of_each(input: &mut Input<'_>) -> Parsed<Clause> {
    let all = *input;
    let every = preceded(
        (
            opt(word("vào")),
            opt(word("ngày")),
            word("cuối"),
            opt(word("cùng")),
            opt(word("của")),
        ),
        each_span,
    )
    .parse_next(input)?;
    let unit = match every {
        Every::Month => Unit::DayOfMonth(DayOfMonth::Last),
        Every::Quarter | Every::HalfYear | Every::Year => {
            Unit::DayOfLastMonth(DayOfMonth::Last, None)
        }
        Every::Day | Every::Week | Every::TwoWeeks => return no(input),
    };
    let what = What::At(Time {
        unit,
        closing: true,
        year: None,
        span: span_of(all, input),
    });
    let timed = Timed {
        head: None,
        what,
        every: Some(every),
        led: false,
        wordless: false,
    };
    Ok(Clause::Recurring(every, Some(timed)))
}
