//! The times at which a schedule asks for something; of recurring work each instance.

use std::sync::Arc;

use chrono::NaiveDate;

use super::ExpectedDelivery;
use super::deadline::{Window, day_in, month};
use crate::model::{DayOfMonth, Every, PeriodPart, Plan, RecurringDay, ReportingPeriod, Schedule};

/// One time at which a schedule asks for something.
pub(super) struct Time<'p> {
    schedule: &'p Schedule,
    start: Option<NaiveDate>,
    due: Option<NaiveDate>,
    instance: Option<ReportingPeriod>,
    is_owed: bool,
}

impl<'p> Time<'p> {
    /// The delivery of `item` that `bodies` owe then.
    pub(super) fn of(self, item: usize, bodies: &Arc<[usize]>) -> ExpectedDelivery<'p> {
        ExpectedDelivery {
            item,
            bodies: Arc::clone(bodies),
            schedule: self.schedule,
            start: self.start,
            due: self.due,
            instance: self.instance,
            is_owed: self.is_owed,
        }
    }
}

/// The times at which a schedule asks for something within the plan's years.
pub(super) fn times<'p>(schedule: &'p Schedule, plan: &Plan) -> Vec<Time<'p>> {
    let issued = plan.head.issued.as_ref().map(|issued| issued.value);
    let once = |start, due: Option<NaiveDate>| {
        vec![Time {
            schedule,
            start,
            due,
            instance: None,
            is_owed: due.is_none_or(|due| issued.is_none_or(|issued| due >= issued)),
        }]
    };
    match schedule {
        Schedule::By { last_day } => once(None, Some(*last_day)),
        Schedule::Window { start, last_day } => once(Some(*start), Some(*last_day)),
        Schedule::From { start } => once(Some(*start), None),
        Schedule::Continuous { .. } | Schedule::Undated => once(None, None),
        Schedule::Reporting { .. } => Vec::new(),
        Schedule::Recurring { every, last_day } => {
            let parts = recurring_parts(*every, *last_day);
            if parts.is_empty() {
                return once(None, None);
            }
            let years = plan.head.years.all();
            let instances = years.flat_map(|year| {
                let of_year = |part: &PeriodPart| ReportingPeriod { year, part: *part };
                parts.iter().map(of_year).collect::<Vec<_>>()
            });
            let timed = instances.filter_map(|instance| {
                let due = instance_due(instance, *last_day)?;
                Some(Time {
                    schedule,
                    start: Some(span(instance)?.start),
                    due: Some(due),
                    instance: Some(instance),
                    is_owed: true,
                })
            });
            timed.filter(|time| time.due >= issued).collect()
        }
    }
}

/// The parts of a year in which recurring work has an instance; none where it comes too
/// often for results to tell one time from the next.
fn recurring_parts(every: Every, last_day: Option<RecurringDay>) -> Vec<PeriodPart> {
    match (every, last_day) {
        (_, Some(RecurringDay::OfYear { .. })) | (Every::Year, _) => vec![PeriodPart::Year],
        (Every::Month, _) => (1..=12).map(PeriodPart::Month).collect(),
        (Every::Quarter, _) => (1..=4).map(PeriodPart::Quarter).collect(),
        (Every::HalfYear, _) => (1..=2).map(PeriodPart::Half).collect(),
        (Every::Day | Every::Week | Every::TwoWeeks, _) => Vec::new(),
    }
}

fn instance_due(instance: ReportingPeriod, last_day: Option<RecurringDay>) -> Option<NaiveDate> {
    let last = month(instance.year, instance.part.last_month())?;
    match last_day {
        None => Some(day_in(last, DayOfMonth::Last)),
        Some(RecurringDay::OfYear { month: of, day }) => {
            Some(day_in(month(instance.year, of)?, day))
        }
        Some(RecurringDay::OfMonth(day) | RecurringDay::OfLastMonth(day)) => {
            Some(day_in(last, day))
        }
    }
}

/// The days of the calendar that a period covers.
pub(super) fn span(period: ReportingPeriod) -> Option<Window> {
    let last = month(period.year, period.part.last_month())?;
    Some(Window {
        start: month(period.year, period.part.first_month())?,
        last_day: day_in(last, DayOfMonth::Last),
    })
}
