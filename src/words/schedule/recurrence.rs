//! Days that come again, and the days a time in the calendar runs from and to.

use chrono::{Datelike, NaiveDate};

use super::time::{Time, Unit};
use super::vocabulary::Head;
use crate::model::{DayOfMonth, Every, RecurringDay};

/// The last day that is in time when `time` comes again each `every`; `None` where the
/// two do not go together.
pub(super) fn recurring_day(every: Every, time: &Time, head: Option<Head>) -> Option<RecurringDay> {
    let before = head == Some(Head::Before);
    if head == Some(Head::After) || before && (time.closing || time.unit == Unit::Year) {
        return None;
    }
    match (every, time.unit) {
        (Every::Month, Unit::DayOfMonth(day)) => of_month(day, before).map(RecurringDay::OfMonth),
        (Every::Year, Unit::DayOfLastMonth(day, None | Some(Every::Year))) => {
            of_year(12, day, before)
        }
        (Every::Quarter | Every::HalfYear, Unit::DayOfLastMonth(day, of))
            if of.is_none_or(|of| of == every) =>
        {
            // The day before the first falls in the month before, which has no name here.
            of_month(day, before)
                .filter(|_| !(before && day == DayOfMonth::Day(1)))
                .map(RecurringDay::OfLastMonth)
        }
        (Every::Year, Unit::Day { day, month }) => of_year(month, day, before),
        (Every::Year, unit) => {
            let (first, last) = months_of(unit)?;
            Some(if before {
                month_end(if first == 1 { 12 } else { first - 1 })
            } else {
                month_end(last)
            })
        }
        _ => None,
    }
}

fn of_month(day: DayOfMonth, before: bool) -> Option<DayOfMonth> {
    match day {
        DayOfMonth::Day(1) if before => Some(DayOfMonth::Last),
        DayOfMonth::Day(day @ 1..=31) => Some(DayOfMonth::Day(if before { day - 1 } else { day })),
        DayOfMonth::Last if !before => Some(DayOfMonth::Last),
        DayOfMonth::Day(_) | DayOfMonth::Last => None,
    }
}

fn of_year(month: u32, day: DayOfMonth, before: bool) -> Option<RecurringDay> {
    let longest = longest_month(month)?;
    match day {
        DayOfMonth::Day(1) if before => Some(month_end(if month == 1 { 12 } else { month - 1 })),
        DayOfMonth::Day(day) if (1..=longest).contains(&day) => Some(RecurringDay::OfYear {
            month,
            day: DayOfMonth::Day(if before { day - 1 } else { day }),
        }),
        DayOfMonth::Last if !before => Some(month_end(month)),
        DayOfMonth::Day(_) | DayOfMonth::Last => None,
    }
}

/// The last day of a month of each year: a number, but for February.
fn month_end(month: u32) -> RecurringDay {
    let day = match longest_month(month) {
        Some(days) if month != 2 => DayOfMonth::Day(days),
        _ => DayOfMonth::Last,
    };
    RecurringDay::OfYear { month, day }
}

/// The days of a month, 29 for February; `None` for what is no month.
fn longest_month(month: u32) -> Option<u32> {
    match month {
        2 => Some(29),
        4 | 6 | 9 | 11 => Some(30),
        1..=12 => Some(31),
        _ => None,
    }
}

/// The first and last month of what spans months; `None` for days and for what the
/// calendar does not have.
fn months_of(unit: Unit) -> Option<(u32, u32)> {
    match unit {
        Unit::Month(month @ 1..=12) => Some((month, month)),
        Unit::Months(first, last) => Some((first, last)),
        Unit::Quarter(quarter @ 1..=4) => Some((quarter * 3 - 2, quarter * 3)),
        Unit::Year => Some((1, 12)),
        _ => None,
    }
}

/// The first and last day of a time in a year; `None` where the calendar has no such
/// time or the words name no month.
pub(super) fn days_of(unit: Unit, year: i32) -> Option<(NaiveDate, NaiveDate)> {
    if let Unit::Day { day, month } = unit {
        let day = match day {
            DayOfMonth::Day(day) => NaiveDate::from_ymd_opt(year, month, day)?,
            DayOfMonth::Last => last_of_month(year, month)?,
        };
        return Some((day, day));
    }
    let (first, last) = months_of(unit)?;
    Some((
        NaiveDate::from_ymd_opt(year, first, 1)?,
        last_of_month(year, last)?,
    ))
}

/// The last day of a month.
pub(super) fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    NaiveDate::from_ymd_opt(year, month, u32::from(first.num_days_in_month()))
}
