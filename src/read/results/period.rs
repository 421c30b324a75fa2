//! The reporting period that a cell means.

use crate::model::ReportingPeriod;
use crate::words::read_period;

/// Reads a period: its code, or words. A period without a year is of the year of all
/// `periods`, where they are of one.
pub(super) fn read(text: &str, periods: &[ReportingPeriod]) -> Option<ReportingPeriod> {
    let year = periods.first().map(|period| period.year);
    let only = year.filter(|year| periods.iter().all(|period| period.year == *year));
    read_period(text.trim(), only)
}
