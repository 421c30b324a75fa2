//! The days of one period: its window and its due day.

use chrono::{Datelike, Days, Months, NaiveDate};

use crate::catalog::Calendar;
use crate::model::{DayOfMonth, DueDay, OnHoliday, ReportingPeriod};

/// A span of days, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Window {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub last_day: NaiveDate,
}

/// The last in-time day of a report (hạn gửi).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Deadline {
    /// The day that counts.
    pub day: NaiveDate,
    /// The day before it was moved away from a day off.
    pub nominal: NaiveDate,
    /// Whether the month is shorter than the day asked for, so that its last day counts.
    pub is_shortened: bool,
    /// Whether the day that counts is a day off; `None` where the calendar does not
    /// cover its year.
    pub is_day_off: Option<bool>,
    /// Whether it could not be told where the day moves to, because the calendar does
    /// not cover the year; it then stays.
    pub is_unsettled: bool,
}

/// The days of a period that closes on that day of its last month; it opens on the day
/// after that day in the month before its first.
#[must_use]
pub fn window(period: ReportingPeriod, closes: DayOfMonth) -> Option<Window> {
    let first = month(period.year, period.part.first_month())?;
    let last = month(period.year, period.part.last_month())?;
    let before = first.checked_sub_months(Months::new(1))?;
    Some(Window {
        start: day_in(before, closes).succ_opt()?,
        last_day: day_in(last, closes),
    })
}

/// The first day of a month.
pub(super) fn month(year: i32, month: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, 1)
}

/// That day of the month that begins on `first`; in a shorter month its last day.
pub(super) fn day_in(first: NaiveDate, day: DayOfMonth) -> NaiveDate {
    let last = last_of(first);
    match day {
        DayOfMonth::Last => last,
        DayOfMonth::Day(day) => first.with_day(day.max(1)).unwrap_or(last),
    }
}

fn last_of(first: NaiveDate) -> NaiveDate {
    first
        .checked_add_months(Months::new(1))
        .and_then(|next| next.checked_sub_days(Days::new(1)))
        .unwrap_or(NaiveDate::MAX)
}

/// When the report on `period` is due.
pub(super) fn deadline(
    period: ReportingPeriod,
    due: DueDay,
    on_holiday: OnHoliday,
    calendar: &Calendar,
) -> Option<Deadline> {
    let first = month(period.year, period.part.last_month())?
        .checked_add_months(Months::new(due.months_after))?;
    let nominal = day_in(first, due.day);
    let moved = match on_holiday {
        OnHoliday::Keep => Some(nominal),
        OnHoliday::NextWorkingDay => calendar.next_working_day(nominal),
        OnHoliday::PreviousWorkingDay => calendar.previous_working_day(nominal),
    };
    let day = moved.unwrap_or(nominal);
    Some(Deadline {
        day,
        nominal,
        is_shortened: matches!(due.day, DayOfMonth::Day(day) if day > nominal.day()),
        is_day_off: calendar.is_working_day(day).map(|is_worked| !is_worked),
        is_unsettled: moved.is_none(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::PeriodPart;
    use crate::progress::fixtures::day;

    fn of(year: i32, part: PeriodPart) -> ReportingPeriod {
        ReportingPeriod { year, part }
    }

    fn due(part: PeriodPart, day: u32, months_after: u32, on_holiday: OnHoliday) -> Deadline {
        let day = DayOfMonth::Day(day);
        let due = DueDay { day, months_after };
        deadline(of(2021, part), due, on_holiday, &Calendar::built_in()).unwrap()
    }

    #[test]
    fn a_quarter_closes_on_day_fourteen() {
        let days = |part| {
            let window = window(of(2021, part), DayOfMonth::Day(14)).unwrap();
            (window.start, window.last_day)
        };
        let (q1, h1) = (days(PeriodPart::Quarter(1)), days(PeriodPart::Half(1)));
        assert_eq!(q1, (day(2020, 12, 15), day(2021, 3, 14)));
        assert_eq!(h1, (day(2020, 12, 15), day(2021, 6, 14)));
        let (q3, year) = (days(PeriodPart::Quarter(3)), days(PeriodPart::Year));
        assert_eq!(q3, (day(2021, 6, 15), day(2021, 9, 14)));
        assert_eq!(year, (day(2020, 12, 15), day(2021, 12, 14)));
        assert_eq!(
            days(PeriodPart::Month(3)),
            (day(2021, 2, 15), day(2021, 3, 14))
        );
    }

    #[test]
    fn a_period_that_closes_with_the_month_opens_with_one() {
        let nine = window(of(2024, PeriodPart::NineMonths), DayOfMonth::Last).unwrap();
        assert_eq!(
            (nine.start, nine.last_day),
            (day(2024, 1, 1), day(2024, 9, 30))
        );
        let march = window(of(2024, PeriodPart::Month(3)), DayOfMonth::Day(30)).unwrap();
        assert_eq!(
            (march.start, march.last_day),
            (day(2024, 3, 1), day(2024, 3, 30))
        );
    }

    #[test]
    fn a_sunday_stays_unless_the_plan_moves_it() {
        let half = PeriodPart::Half(1);
        let kept = due(half, 20, 0, OnHoliday::Keep);
        assert_eq!((kept.day, kept.is_day_off), (day(2021, 6, 20), Some(true)));
        let next = due(half, 20, 0, OnHoliday::NextWorkingDay);
        assert_eq!(
            (next.day, next.nominal),
            (day(2021, 6, 21), day(2021, 6, 20))
        );
        let before = due(half, 20, 0, OnHoliday::PreviousWorkingDay);
        assert_eq!(before.day, day(2021, 6, 18));
    }

    #[test]
    fn day_31_of_a_shorter_month_is_its_last() {
        let june = due(PeriodPart::Half(1), 31, 0, OnHoliday::Keep);
        assert_eq!((june.day, june.is_shortened), (day(2021, 6, 30), true));
        let december = due(PeriodPart::Year, 31, 0, OnHoliday::Keep);
        assert_eq!(
            (december.day, december.is_shortened),
            (day(2021, 12, 31), false)
        );
    }

    #[test]
    fn a_year_may_be_due_in_the_next() {
        let year = due(PeriodPart::Year, 15, 1, OnHoliday::Keep);
        assert_eq!(year.day, day(2022, 1, 15));
    }

    #[test]
    fn a_year_the_calendar_lacks_leaves_the_day_and_says_so() {
        let due_day = DueDay {
            day: DayOfMonth::Day(20),
            months_after: 0,
        };
        let of = of(2032, PeriodPart::Half(1));
        let next = OnHoliday::NextWorkingDay;
        let june = deadline(of, due_day, next, &Calendar::built_in()).unwrap();
        assert_eq!((june.day, june.is_day_off), (day(2032, 6, 20), None));
        assert!(june.is_unsettled);
    }
}
