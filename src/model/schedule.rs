//! When something is to be done: the readings of a schedule phrase.

use chrono::NaiveDate;

use super::bound::Every;
use super::period::PeriodPart;

/// One reading of a schedule phrase (thời gian thực hiện). All days are included.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Schedule {
    /// Done by a day: "trước ngày 10/04/2021" has the last day 9/4/2021.
    By {
        /// The last day that is in time.
        last_day: NaiveDate,
    },
    /// Done within a span.
    Window {
        /// The first day.
        start: NaiveDate,
        /// The last day.
        last_day: NaiveDate,
    },
    /// From a day on, without end.
    From {
        /// The first day.
        start: NaiveDate,
    },
    /// All the time (thường xuyên): nothing falls due.
    Continuous {
        /// The last day, where the phrase names one.
        last_day: Option<NaiveDate>,
    },
    /// Again and again.
    Recurring {
        /// How often.
        every: Every,
        /// The last day of each time that is in time.
        last_day: Option<RecurringDay>,
    },
    /// Goes with the reports of these periods.
    Reporting {
        /// The periods, as the phrase lists them.
        periods: Vec<PeriodSet>,
    },
    /// By event, by reference, on demand: no day can be told.
    Undated,
}

/// The last day of each recurrence that is in time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum RecurringDay {
    /// A day of each year.
    OfYear {
        /// 1 to 12.
        month: u32,
        /// The day of the month.
        day: DayOfMonth,
    },
    /// A day of each month.
    OfMonth(DayOfMonth),
    /// A day of the last month of each quarter, half-year or year.
    OfLastMonth(DayOfMonth),
}

/// A day of a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayOfMonth {
    /// 1 to 31; in a shorter month its last day.
    Day(u32),
    /// The last day, whichever it is.
    Last,
}

/// A reporting period as a phrase or a plan lists it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PeriodSet {
    /// One part of the year: `Q1`, `H1`, `9M`, `Y`, `M05`.
    Part(PeriodPart),
    /// Every month: `M`.
    EveryMonth,
    /// Every quarter: `Q`.
    EveryQuarter,
    /// Every half-year: `H`.
    EveryHalf,
}

impl PeriodSet {
    /// The parts of the year it stands for, in order.
    #[must_use]
    pub fn parts(self) -> Vec<PeriodPart> {
        match self {
            Self::Part(part) => vec![part],
            Self::EveryMonth => (1..=12).map(PeriodPart::Month).collect(),
            Self::EveryQuarter => (1..=4).map(PeriodPart::Quarter).collect(),
            Self::EveryHalf => (1..=2).map(PeriodPart::Half).collect(),
        }
    }
}
