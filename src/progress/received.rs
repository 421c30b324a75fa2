//! What was received by a day: results rows, gathered by reporter and period.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::ExpectedReports;
use crate::model::{ReportingPeriod, ResultRecord};

/// What one body reported for one period, by the day.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Received {
    /// The first day on which a row with a value or evidence came.
    pub first_reported: Option<NaiveDate>,
    /// The last day on which such a row came.
    pub latest_reported: Option<NaiveDate>,
    /// The first day on which any row came, an empty one too.
    pub first_row: Option<NaiveDate>,
    /// How many rows there are.
    pub rows: usize,
    /// How many of them have neither a value nor evidence.
    pub empty_rows: usize,
    /// How many of the others do not say on which day they came.
    pub undated_rows: usize,
    /// The items with a row that has a value or evidence, rising.
    pub covered: Vec<usize>,
}

impl Received {
    /// Whether no row has a value or evidence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.rows == self.empty_rows
    }

    fn add(&mut self, record: &ResultRecord) {
        self.rows += 1;
        self.first_row = earlier(self.first_row, record.reported);
        if record.is_empty() {
            self.empty_rows += 1;
            return;
        }
        if let Err(at) = self.covered.binary_search(&record.item) {
            self.covered.insert(at, record.item);
        }
        if record.reported.is_none() {
            self.undated_rows += 1;
        }
        self.first_reported = earlier(self.first_reported, record.reported);
        self.latest_reported = self.latest_reported.max(record.reported);
    }
}

/// What was received, by body and period.
#[derive(Clone, Debug, Default)]
pub struct Receipts {
    periods: HashMap<ReportingPeriod, Vec<Received>>,
    /// The rows that are dated after the day and do not count, as indices into the
    /// records.
    pub future: Vec<usize>,
}

impl Receipts {
    /// What was received of the expected reports when `as_of` is the day. Rows about
    /// duties that are a delivery of their own make no report. Rows without a day count
    /// on any.
    #[must_use]
    pub fn of(records: &[ResultRecord], expected: &ExpectedReports, as_of: NaiveDate) -> Self {
        let mut receipts = Self::default();
        for (at, record) in records.iter().enumerate() {
            if is_future(record, as_of) {
                receipts.future.push(at);
            } else {
                receipts.add(record, expected);
            }
        }
        receipts
    }

    /// Takes one more row in.
    pub fn add(&mut self, record: &ResultRecord, expected: &ExpectedReports) {
        if expected.is_reported_on.get(record.item) != Some(&true) {
            return;
        }
        let bodies = self.periods.entry(record.period).or_default();
        if bodies.len() <= record.body {
            bodies.resize_with(record.body + 1, Received::default);
        }
        bodies[record.body].add(record);
    }

    /// What the body reported for the period; `None` where no row came.
    #[must_use]
    pub fn of_report(&self, body: usize, period: ReportingPeriod) -> Option<&Received> {
        let received = self.periods.get(&period)?.get(body)?;
        (received.rows > 0).then_some(received)
    }
}

/// Whether a row is dated after the day, so that it does not count.
pub(super) fn is_future(record: &ResultRecord, as_of: NaiveDate) -> bool {
    record.reported.is_some_and(|reported| reported > as_of)
}

/// The earlier of two days, of those that are known.
pub(super) fn earlier(one: Option<NaiveDate>, other: Option<NaiveDate>) -> Option<NaiveDate> {
    one.into_iter().chain(other).min()
}
