//! What was reported: one row of a results file.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::period::ReportingPeriod;

/// One reported row, with its words resolved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResultRecord {
    /// The item: an index into the plan's items.
    pub item: usize,
    /// The reporting body: an index into the plan's directory.
    pub body: usize,
    /// The period.
    pub period: ReportingPeriod,
    /// What was reported.
    pub figure: Figure,
    /// On which day.
    pub reported: Option<NaiveDate>,
    /// What shows it (minh chứng).
    pub evidence: Option<Arc<str>>,
    /// A remark.
    pub note: Option<Arc<str>>,
    /// Where it stands.
    pub row: RowPlace,
}

impl ResultRecord {
    /// Whether it says nothing: neither a figure nor evidence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figure == Figure::None && self.evidence.is_none()
    }
}

/// The file and row of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RowPlace {
    /// The file.
    pub path: Arc<Path>,
    /// The row as spreadsheets count it, from 1.
    pub row: u64,
}

/// What a row reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Figure {
    /// Nothing.
    None,
    /// A part of a whole.
    Ratio {
        /// The part (tử số).
        numerator: Decimal,
        /// The whole (mẫu số).
        denominator: Decimal,
    },
    /// A percentage without its parts, in per cent.
    Percent(Decimal),
    /// A number.
    Number(Decimal),
    /// Có or đạt; không or không đạt.
    Attested(bool),
}
