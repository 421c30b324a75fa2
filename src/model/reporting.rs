//! The reporting duty of a plan (chế độ báo cáo).

use super::period::PeriodPart;
use super::schedule::{DayOfMonth, PeriodSet};
use crate::source::Located;

/// `[reporting]`: who reports, on which periods, to whom, by when.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reporting {
    /// The words as issued.
    pub words: Option<Located<String>>,
    /// The named preset it follows.
    pub regime: Option<Located<String>>,
    /// The periods; the regime's where none are named.
    pub periods: Vec<Located<PeriodSet>>,
    /// Who reports.
    pub reporters: Reporters,
    /// Who of them does not (trừ), by agency id.
    pub without: Vec<Located<String>>,
    /// To whom, as issued.
    pub to: Option<Located<String>>,
    /// The collecting agency it goes through, by id.
    pub through: Option<Located<String>>,
    /// On which day of its last month a period closes, where the plan overrides it.
    pub closes: Option<Located<DayOfMonth>>,
    /// When a report is due, where the plan overrides it.
    pub due: Vec<PeriodDue>,
    /// When the collecting agency's own report is due, where the plan says so.
    pub collector_due: Vec<PeriodDue>,
    /// What becomes of a due day that is a day off, where the plan says so.
    pub on_holiday: Option<Located<OnHoliday>>,
    /// The calendar file, relative to the plan.
    pub calendar: Option<Located<String>>,
    /// A note of whoever entered it.
    pub note: Option<Located<String>>,
}

/// Who reports.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Reporters {
    /// The plan does not say.
    #[default]
    Unsaid,
    /// Whoever leads a task.
    Lead,
    /// Whoever carries one out.
    Executing,
    /// Both.
    Both,
    /// The agencies and groups named, by id.
    Named(Vec<Located<String>>),
}

/// When a report is due, for every period or for one part of the year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PeriodDue {
    /// The part of the year; `None` for every other.
    pub part: Option<PeriodPart>,
    /// The day.
    pub due: Located<DueDay>,
}

/// A due day, counted from the last month of the period.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct DueDay {
    /// The day of the month; the last in-time day.
    pub day: DayOfMonth,
    /// How many months after the last month of the period: 0 is that month itself.
    pub months_after: u32,
}

/// What becomes of a due day that is a day off.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum OnHoliday {
    /// It stays.
    #[default]
    Keep,
    /// It moves to the next working day.
    NextWorkingDay,
    /// It moves to the working day before.
    PreviousWorkingDay,
}
