//! Clauses → schedules: words that stand for several times, years taken from the plan.

use std::ops::Range;

use chrono::NaiveDate;

use super::ScheduleContext;
use super::clause::Clause;
use super::recurrence::{days_of, recurring_day};
use super::time::{Time, Unit};
use super::timed::{Start, Timed, What};
use super::vocabulary::Head;
use crate::model::{Every, Schedule};

/// What a clause comes to, or the bytes that were not understood.
pub(super) type Resolved<T> = Result<T, Range<usize>>;

impl ScheduleContext {
    /// The plan's year, where it has but one.
    pub(super) fn only_year(&self) -> Option<i32> {
        (self.from == self.to).then_some(self.from)
    }
}

/// The schedule of a clause whose bytes are `span`.
pub(super) fn schedule(
    clause: &Clause,
    span: &Range<usize>,
    context: &ScheduleContext,
) -> Resolved<Schedule> {
    match clause {
        Clause::Undated => Ok(Schedule::Undated),
        Clause::Reporting(periods) => {
            let of_the_plan = |year: i32| context.only_year() == Some(year);
            if periods
                .iter()
                .all(|period| period.year.is_none_or(of_the_plan))
            {
                let periods = periods.iter().map(|period| period.set).collect();
                Ok(Schedule::Reporting { periods })
            } else {
                Err(span.clone())
            }
        }
        Clause::Recurring(every, None) => Ok(Schedule::Recurring {
            every: *every,
            last_day: None,
        }),
        Clause::Recurring(every, Some(timed)) => recurring(*every, timed, span),
        Clause::Continuous(None) => Ok(Schedule::Continuous { last_day: None }),
        Clause::Continuous(Some(timed)) => continuous(timed, span, context),
        Clause::Timed(timed) => match timed.every.or_else(|| last_month_of(timed)) {
            Some(every) => recurring(every, timed, span),
            None => in_calendar(timed, span, context),
        },
    }
}

/// "ngày 15 của tháng cuối quý" comes each quarter, whether that is said or not.
fn last_month_of(timed: &Timed) -> Option<Every> {
    match &timed.what {
        What::At(time) if !time.closing => match time.unit {
            Unit::DayOfLastMonth(_, every) => every,
            _ => None,
        },
        _ => None,
    }
}

fn recurring(every: Every, timed: &Timed, span: &Range<usize>) -> Resolved<Schedule> {
    let day = |time: &Time, head| recurring_day(every, time, head).ok_or(time.span.clone());
    let last_day = match &timed.what {
        What::At(time) => day(time, timed.head)?,
        What::Range(first, last) | What::FromTo(Start::At(first), Head::By, last)
            if matches!(timed.head, None | Some(Head::Within)) && !first.closing =>
        {
            day(first, None)?;
            day(last, None)?
        }
        _ => return Err(span.clone()),
    };
    Ok(Schedule::Recurring {
        every,
        last_day: Some(last_day),
    })
}

/// Nothing falls due, so only the last day is kept: a start within the plan's time would
/// be lost.
fn continuous(timed: &Timed, span: &Range<usize>, context: &ScheduleContext) -> Resolved<Schedule> {
    let whole_years = timed
        .what
        .last()
        .is_some_and(|time| time.unit == Unit::Year);
    let last_day = match in_calendar(timed, span, context)? {
        Schedule::By { last_day } => last_day,
        Schedule::Window { start, last_day }
            if whole_years || NaiveDate::from_ymd_opt(context.from, 1, 1) >= Some(start) =>
        {
            last_day
        }
        _ => return Err(span.clone()),
    };
    Ok(Schedule::Continuous {
        last_day: Some(last_day),
    })
}

fn in_calendar(
    timed: &Timed,
    span: &Range<usize>,
    context: &ScheduleContext,
) -> Resolved<Schedule> {
    match (&timed.what, timed.head) {
        (What::At(time), head) => at(time, head, context),
        (What::Range(first, last), None | Some(Head::Within)) => {
            from_to(first, Head::By, last, context)
        }
        (What::FromTo(Start::At(first), head, last), None) => from_to(first, *head, last, context),
        (What::FromTo(Start::Issue, head, last), None) => {
            let start = context.issued.ok_or(span.clone())?;
            let last_day = end(last, *head, days(last, last.year, context)?)?;
            window(start, last_day, span)
        }
        (What::From(Start::Issue), None) => {
            let start = context.issued.ok_or(span.clone())?;
            Ok(Schedule::From { start })
        }
        (What::From(Start::At(time)), None) if !time.closing => {
            let (start, _) = days(time, time.year, context)?;
            Ok(Schedule::From { start })
        }
        _ => Err(span.clone()),
    }
}

fn at(time: &Time, head: Option<Head>, context: &ScheduleContext) -> Resolved<Schedule> {
    let (start, last_day) = days(time, time.year, context)?;
    let unread = || time.span.clone();
    match head {
        None | Some(Head::Within) if start < last_day && !time.closing => {
            Ok(Schedule::Window { start, last_day })
        }
        None | Some(Head::Within | Head::By) => Ok(Schedule::By { last_day }),
        // "trước cuối năm" names no day.
        Some(Head::Before) if !time.closing => {
            let last_day = start.pred_opt().ok_or_else(unread)?;
            Ok(Schedule::By { last_day })
        }
        Some(Head::After) if !time.closing => {
            let start = last_day.succ_opt().ok_or_else(unread)?;
            Ok(Schedule::From { start })
        }
        Some(Head::Before | Head::After) => Err(unread()),
    }
}

fn from_to(first: &Time, head: Head, last: &Time, context: &ScheduleContext) -> Resolved<Schedule> {
    let span = first.span.start..last.span.end;
    let first = match (first.unit, last.unit) {
        (Unit::DayOfMonth(day), Unit::Day { month, .. }) => &Time {
            unit: Unit::Day { day, month },
            ..first.clone()
        },
        _ => first,
    };
    if first.closing {
        return Err(first.span.clone());
    }
    // "từ tháng 6/2024 đến tháng 9": of 2024 or of the plan's year?
    if last.year.is_none()
        && first
            .year
            .is_some_and(|year| context.only_year() != Some(year))
    {
        return Err(last.span.clone());
    }
    let until = days(last, last.year, context)?;
    let same_year = last.year.or(context.only_year()).ok_or(last.span.clone())?;
    let year = match first.year {
        Some(year) => year,
        None => year_before(first, until, same_year, context)?,
    };
    let (start, _) = days(first, Some(year), context)?;
    window(start, end(last, head, until)?, &span)
}

/// The year of a time that stands before one of `year`: the same, or the plan's when
/// that is the year before and the times would stand in the wrong order.
pub(super) fn year_before(
    time: &Time,
    next: (NaiveDate, NaiveDate),
    year: i32,
    context: &ScheduleContext,
) -> Resolved<i32> {
    let (start, _) = days(time, Some(year), context)?;
    if start <= next.0 {
        Ok(year)
    } else if context.only_year() == Some(year - 1) {
        Ok(year - 1)
    } else {
        Err(time.span.clone())
    }
}

fn end(last: &Time, head: Head, days: (NaiveDate, NaiveDate)) -> Resolved<NaiveDate> {
    match head {
        Head::By | Head::Within => Ok(days.1),
        Head::Before if !last.closing => days.0.pred_opt().ok_or(last.span.clone()),
        Head::Before | Head::After => Err(last.span.clone()),
    }
}

fn window(start: NaiveDate, last_day: NaiveDate, span: &Range<usize>) -> Resolved<Schedule> {
    if start <= last_day {
        Ok(Schedule::Window { start, last_day })
    } else {
        Err(span.clone())
    }
}

/// The days of a time, in the plan's year where it names none.
pub(super) fn days(
    time: &Time,
    year: Option<i32>,
    context: &ScheduleContext,
) -> Resolved<(NaiveDate, NaiveDate)> {
    year.or(context.only_year())
        .and_then(|year| days_of(time.unit, year))
        .ok_or(time.span.clone())
}
