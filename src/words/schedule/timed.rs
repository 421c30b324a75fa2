//! A time or span in the calendar and how it stands to what is to be done.

use winnow::Parser;
use winnow::combinator::{alt, delimited, opt, peek, repeat, terminated};

use super::frequency::each_span;
use super::parsing::{Input, Parsed, meaning, no, sign, small, span_of, word};
use super::recurrence::recurring_day;
use super::time::{Time, Unit, this_year, time, time_like};
use super::vocabulary::{AFTER_BY, FROM, HEADS, Head, ISSUE, LEADS, ONWARD, PERIODIC, TO};
use crate::model::{DayOfMonth, Every};
use crate::words::tokens::Sign;

/// A time and how it stands to what is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Timed {
    pub(super) head: Option<Head>,
    pub(super) what: What,
    /// "hằng năm" after it.
    pub(super) every: Option<Every>,
    /// Whether "hoàn thành" and the like stand before it, so that it begins anew.
    pub(super) led: bool,
    /// Whether it begins with its figure, so that it leans on the words before it.
    pub(super) wordless: bool,
}

/// A time or a span.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum What {
    At(Time),
    /// "11 - 12/2025": both ends are of one kind.
    Range(Time, Time),
    /// "từ … đến …".
    FromTo(Start, Head, Time),
    /// "từ … trở đi".
    From(Start),
}

/// Where a span starts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Start {
    At(Time),
    /// "từ nay", "từ ngày ban hành".
    Issue,
}

impl What {
    /// The time whose year the times before it may share.
    pub(super) fn last_mut(&mut self) -> Option<&mut Time> {
        match self {
            Self::At(time)
            | Self::Range(_, time)
            | Self::FromTo(_, _, time)
            | Self::From(Start::At(time)) => Some(time),
            Self::From(Start::Issue) => None,
        }
    }

    /// The same.
    pub(super) fn last(&self) -> Option<&Time> {
        match self {
            Self::At(time)
            | Self::Range(_, time)
            | Self::FromTo(_, _, time)
            | Self::From(Start::At(time)) => Some(time),
            Self::From(Start::Issue) => None,
        }
    }
}

/// What says nothing of when: "Thời gian thực hiện:", "hoàn thành".
pub(super) fn leads(input: &mut Input<'_>) -> Parsed<()> {
    let lead = (meaning(&LEADS), opt(sign(Sign::Colon))).void();
    repeat(0..=3, lead).parse_next(input)
}

/// "Hoàn thành trước ngày 15/6/2025", "từ 01/7/2025", "tháng 11 - 12/2025", "tháng 12 hằng năm".
pub(super) fn timed(input: &mut Input<'_>) -> Parsed<Timed> {
    let start = input.len();
    leads.parse_next(input)?;
    opt(meaning(&PERIODIC)).parse_next(input)?;
    let all = *input;
    let led = all.len() < start;
    let head = opt(head).parse_next(input)?;
    let wordless =
        !led && head.is_none() && all.first().is_some_and(|first| first.digits().is_some());
    let what = what(head, input)?;
    let every = tail(&what, input)?;
    Ok(Timed {
        head,
        what,
        every,
        led,
        wordless,
    })
}

/// A time without its word, after one of the unit before it: "III, IV/2025".
pub(super) fn timed_like(unit: Unit, input: &mut Input<'_>) -> Parsed<Timed> {
    let first = time_like(unit).parse_next(input)?;
    let what = range_from(first, input)?;
    let every = tail(&what, input)?;
    Ok(Timed {
        head: None,
        what,
        every,
        led: false,
        wordless: true,
    })
}

/// "hằng năm" after a time: after a comma only where it suits the time.
fn tail(what: &What, input: &mut Input<'_>) -> Parsed<Option<Every>> {
    if what.last().is_none_or(|time| time.year.is_some()) {
        return Ok(None);
    }
    let rest = *input;
    if let Some(every) = opt(each_span).parse_next(input)? {
        return Ok(Some(every));
    }
    let apart = delimited(
        alt((sign(Sign::Comma), sign(Sign::Open))),
        each_span,
        opt(sign(Sign::Close)),
    );
    if let Some(every) = opt(apart).parse_next(input)?
        && what
            .last()
            .is_some_and(|time| recurring_day(every, time, Some(Head::By)).is_some())
    {
        return Ok(Some(every));
    }
    *input = rest;
    Ok(None)
}

/// "trước", "chậm nhất là", "trước 17 giờ 00".
fn head(input: &mut Input<'_>) -> Parsed<Head> {
    let mut head = meaning(&HEADS).parse_next(input)?;
    if head == Head::By {
        let () = repeat(0..=2, meaning(&AFTER_BY)).parse_next(input)?;
        if opt(word("trước")).parse_next(input)?.is_some() {
            head = Head::Before;
        }
    }
    opt(sign(Sign::Colon)).parse_next(input)?;
    // Before an hour of a day is by that day, unless the hour is its first.
    match opt(hour).parse_next(input)? {
        Some(hour) if hour > 0 && head == Head::Before => Ok(Head::By),
        Some(0) if head == Head::By => no(input),
        Some(_) if !matches!(head, Head::Before | Head::By) => no(input),
        _ => Ok(head),
    }
}

/// "17h00", "17 giờ 30 phút", "17:00".
fn hour(input: &mut Input<'_>) -> Parsed<u32> {
    let hour = small.verify(|&hour| hour <= 24).parse_next(input)?;
    alt((sign(Sign::Colon), word("giờ"), word("h"), word("g"))).parse_next(input)?;
    let minutes = opt(small.verify(|&minutes| minutes < 60)).parse_next(input)?;
    if minutes.is_some() {
        opt(word("phút")).parse_next(input)?;
    }
    (opt(sign(Sign::Comma)), peek(word("ngày"))).parse_next(input)?;
    Ok(hour.max(minutes.unwrap_or(0)))
}

fn what(head: Option<Head>, input: &mut Input<'_>) -> Parsed<What> {
    if opt((word("giai"), word("đoạn")))
        .parse_next(input)?
        .is_some()
    {
        let span = alt((from_to, range)).parse_next(input)?;
        return if matches!(span, What::Range(..) | What::FromTo(..)) {
            Ok(span)
        } else {
            no(input)
        };
    }
    if head.is_some_and(|head| matches!(head, Head::Within | Head::By)) {
        return alt((range, this_year.map(What::At))).parse_next(input);
    }
    alt((from_to, range)).parse_next(input)
}

/// "từ quý III đến hết quý IV/2025", "từ 01/7 - 30/9/2025", "từ 01/7/2025 trở đi".
fn from_to(input: &mut Input<'_>) -> Parsed<What> {
    meaning(&FROM).parse_next(input)?;
    let start = alt((
        meaning(&ISSUE).map(|()| Start::Issue),
        time.map(Start::At),
        bare_day.map(Start::At),
    ))
    .parse_next(input)?;
    let to = alt((meaning(&TO), sign(Sign::Dash).map(|()| Head::By)));
    if let Some(head) = opt(to).parse_next(input)? {
        let like = |input: &mut Input<'_>| match &start {
            Start::At(first) => time_like(first.unit).parse_next(input),
            Start::Issue => no(input),
        };
        let end = alt((time, like, this_year)).parse_next(input)?;
        return Ok(What::FromTo(start, head, end));
    }
    opt(meaning(&ONWARD)).parse_next(input)?;
    Ok(What::From(start))
}

/// "tháng 11 - 12/2025", "01-15/7/2025", or one time.
fn range(input: &mut Input<'_>) -> Parsed<What> {
    let named = |input: &mut Input<'_>| {
        let first = time.parse_next(input)?;
        range_from(first, input)
    };
    alt((named, numbers_range)).parse_next(input)
}

fn range_from(first: Time, input: &mut Input<'_>) -> Parsed<What> {
    if opt(meaning(&ONWARD)).parse_next(input)?.is_some() {
        return Ok(What::From(Start::At(first)));
    }
    if let Some(head) = opt(meaning(&TO)).parse_next(input)? {
        let end = alt((time, time_like(first.unit), this_year)).parse_next(input)?;
        return Ok(What::FromTo(Start::At(first), head, end));
    }
    if opt(sign(Sign::Dash)).parse_next(input)?.is_none() {
        return Ok(What::At(first));
    }
    let unit = first.unit;
    let last = match unit {
        Unit::Month(_) | Unit::Quarter(_) => alt((time_like(unit), time)).parse_next(input)?,
        _ => alt((time, time_like(unit))).parse_next(input)?,
    };
    let first = match (first.unit, last.unit) {
        (Unit::DayOfMonth(day), Unit::Day { month, .. }) => Time {
            unit: Unit::Day { day, month },
            ..first
        },
        _ => first,
    };
    if first.unit.is_like(last.unit) {
        return Ok(What::Range(first, last));
    }
    no(input)
}

/// "từ 15 đến 30/6": a day whose month follows.
fn bare_day(input: &mut Input<'_>) -> Parsed<Time> {
    terminated(
        time_like(Unit::DayOfMonth(DayOfMonth::Last)),
        peek(meaning(&TO)),
    )
    .parse_next(input)
}

/// "01-15/7/2025", "6-9/2025": the figure is of the kind of the time after the dash.
fn numbers_range(input: &mut Input<'_>) -> Parsed<What> {
    let all = *input;
    let number = small.parse_next(input)?;
    let span = span_of(all, input);
    sign(Sign::Dash).parse_next(input)?;
    let last = time.parse_next(input)?;
    let unit = match last.unit {
        Unit::Day { month, .. } => Unit::Day {
            day: DayOfMonth::Day(number),
            month,
        },
        Unit::Month(_) => Unit::Month(number),
        _ => return no(input),
    };
    let first = Time {
        unit,
        closing: false,
        year: None,
        span,
    };
    Ok(What::Range(first, last))
}
