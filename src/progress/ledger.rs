//! What a plan expects and what was reported of it.

use super::{
    Book, Directory, ExpectedDeliveries, ExpectedReports, Items, expected_deliveries,
    expected_reports,
};
use crate::catalog::Calendar;
use crate::model::{Plan, ReportingPeriod};

/// What a plan expects and what came in of it.
#[derive(Debug)]
pub struct Ledger<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The bodies that its agencies stand for.
    pub directory: Directory,
    /// Its items.
    pub items: Items<'p>,
    /// The reports it expects.
    pub expected: ExpectedReports,
    /// The deliveries it expects.
    pub deliveries: ExpectedDeliveries<'p>,
    /// What was reported.
    pub book: Book,
}

impl<'p> Ledger<'p> {
    /// An empty ledger of a plan.
    pub fn of(plan: &'p Plan, calendar: &Calendar) -> Self {
        let directory = Directory::of(plan);
        let items = Items::of(plan);
        let expected = expected_reports(plan, &directory, &items, calendar);
        let deliveries = expected_deliveries(plan, &directory, &items);
        let periods = periods(plan, &expected);
        Self {
            book: Book::new(items.all().len(), directory.bodies().len(), periods),
            plan,
            directory,
            items,
            expected,
            deliveries,
        }
    }
}

/// The periods that a row may be on: those of the plan's reports, and the year.
fn periods(plan: &Plan, expected: &ExpectedReports) -> Vec<ReportingPeriod> {
    let mut periods: Vec<_> = expected
        .timetable
        .periods
        .iter()
        .map(|timed| timed.period)
        .collect();
    for year in plan.head.years.all() {
        let whole = ReportingPeriod {
            year,
            part: crate::model::PeriodPart::Year,
        };
        if !periods.contains(&whole) {
            periods.push(whole);
        }
    }
    periods
}
