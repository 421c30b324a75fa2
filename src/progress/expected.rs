//! The reports a plan expects (báo cáo phải gửi): one of each reporter and period.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::deadline::{Deadline, Window};
use super::lines::Lines;
use super::received::Received;
use super::state::{Arrival, ReportState, state};
use super::timetable::{TimedPeriod, Timetable};
use super::{Directory, Expansion, Items};
use crate::catalog::Calendar;
use crate::model::{Plan, Reporters, ReportingPeriod};
use crate::source::Located;

/// A report that one body owes for one period.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedReport {
    /// The body, as an index into the directory.
    pub body: usize,
    /// The period.
    pub period: ReportingPeriod,
    /// The days it covers.
    pub window: Window,
    /// When it is due; `None` where no day is given.
    pub due: Option<Deadline>,
    /// Whether it is owed: not due before the plan was issued.
    pub is_owed: bool,
    /// The items it must cover, in the order of the plan; bodies with the same items
    /// share them. May be empty: who answers for no item still reports.
    pub items: Arc<[usize]>,
}

impl ExpectedReport {
    /// The state when `as_of` is the day and `received` came by then. It was sent on
    /// the first day on which a row with a value or evidence came: rows that came
    /// after, corrections among them, make it no later, and rows without a day tell a
    /// day only where no other row does.
    #[must_use]
    pub fn state(&self, received: Option<&Received>, as_of: NaiveDate) -> ReportState {
        let arrival = match received {
            None => Arrival::Nothing,
            Some(received) if received.is_empty() => Arrival::Empty(received.first_row),
            Some(received) => Arrival::Sent(received.first_reported),
        };
        if self.is_owed {
            state(self.due.map(|due| due.day), arrival, as_of)
        } else {
            ReportState::NotOwed {
                is_sent: arrival != Arrival::Nothing,
            }
        }
    }

    /// The items that the report must cover and does not.
    #[must_use]
    pub fn uncovered(&self, received: Option<&Received>) -> Vec<usize> {
        let covered = received.map_or(&[][..], |received| &received.covered);
        let lacks = |item: &&usize| covered.binary_search(item).is_err();
        self.items.iter().filter(lacks).copied().collect()
    }
}

/// Every report a plan expects, and what must be said beside it.
#[derive(Clone, Debug, Default)]
pub struct ExpectedReports {
    /// The periods and their times.
    pub timetable: Timetable,
    /// The reports, by period as in the timetable, then by body: as `reporters` names
    /// them, else as in the directory.
    pub reports: Vec<ExpectedReport>,
    /// Whether `[reporting]` does not say who reports, so that nobody is expected to.
    pub is_nobody_named: bool,
    /// The agencies that stand for nobody who could be counted, and so owe nothing, by
    /// id, in the order of the plan.
    pub open: Vec<String>,
    /// The agencies that are only asked, and so owe nothing by that, by id, in the
    /// order of the plan.
    pub requested: Vec<String>,
    /// Whether a row about that item is a part of a periodic report; a duty's alone is
    /// a delivery of its own.
    pub(super) is_reported_on: Vec<bool>,
}

/// The reports that `plan` expects.
///
/// - Who reports is what `reporters` says. Bodies it names report on every period,
///   whoever leads or carries out tasks on every period for which they have an item.
///   Where it says nothing nobody is expected; where the tasks alone name periods,
///   their leads are.
/// - A report covers the targets of the tasks for which its body answers, or the task
///   itself where it has none of its own id; a task with parts and no target through
///   its parts. A duty of the body is covered only where it has a target.
/// - A task whose own words (`report`) name periods of the timetable is covered in
///   these alone. Where they name none of its periods, the plan's hold.
#[must_use]
pub fn expected_reports(
    plan: &Plan,
    directory: &Directory,
    items: &Items<'_>,
    calendar: &Calendar,
) -> ExpectedReports {
    let timetable = Timetable::of(plan, calendar);
    let reporters = reporters(plan, &timetable);
    let mut lines = Lines::of(items, directory, &timetable, reporters);
    let (bodies, is_named) = match reporters {
        Reporters::Named(named) => (expand_all(named, directory), true),
        Reporters::Unsaid => (Vec::new(), false),
        _ => (lines.bodies(), false),
    };
    let excluded = excluded(plan, directory);
    let bodies: Vec<usize> = bodies
        .into_iter()
        .filter(|body| !excluded.contains(body))
        .collect();
    let mut reports = Vec::with_capacity(bodies.len() * timetable.periods.len());
    for timed in &timetable.periods {
        for &body in &bodies {
            let covered = lines.covered_by(body, timed.period.part);
            if is_named || !covered.is_empty() {
                reports.push(report(body, timed, covered));
            }
        }
    }
    ExpectedReports {
        reports,
        is_nobody_named: *reporters == Reporters::Unsaid && !timetable.periods.is_empty(),
        open: open(plan, directory, reporters),
        requested: once(plan.all_work().flat_map(|task| &task.who.requested)),
        is_reported_on: lines.is_reported_on,
        timetable,
    }
}

impl ExpectedReports {
    /// The state of every report, in their order.
    #[must_use]
    pub fn states(&self, receipts: &super::Receipts, as_of: NaiveDate) -> Vec<ReportState> {
        let of = |report: &ExpectedReport| receipts.of_report(report.body, report.period);
        let reports = self.reports.iter();
        reports
            .map(|report| report.state(of(report), as_of))
            .collect()
    }
}

fn report(body: usize, timed: &TimedPeriod, items: Arc<[usize]>) -> ExpectedReport {
    ExpectedReport {
        body,
        period: timed.period,
        window: timed.window,
        due: timed.due,
        is_owed: timed.is_owed,
        items,
    }
}

fn reporters<'p>(plan: &'p Plan, timetable: &Timetable) -> &'p Reporters {
    match plan
        .reporting
        .as_ref()
        .map(|reporting| &reporting.reporters)
    {
        None | Some(Reporters::Unsaid) if timetable.is_of_tasks => &Reporters::Lead,
        None => &Reporters::Unsaid,
        Some(said) => said,
    }
}

fn excluded(plan: &Plan, directory: &Directory) -> HashSet<usize> {
    let without = plan
        .reporting
        .as_ref()
        .map_or(&[][..], |reporting| &reporting.without);
    expand_all(without, directory).into_iter().collect()
}

/// The bodies the agencies stand for, each once.
pub(super) fn expand_all(agencies: &[Located<String>], directory: &Directory) -> Vec<usize> {
    let (mut bodies, mut seen) = (Vec::new(), HashSet::new());
    for agency in agencies {
        if let Expansion::Bodies(own) = directory.bodies_of(agency) {
            bodies.extend(own.iter().filter(|body| seen.insert(**body)));
        }
    }
    bodies
}

fn open(plan: &Plan, directory: &Directory, reporters: &Reporters) -> Vec<String> {
    let named = match reporters {
        Reporters::Named(named) => named.as_slice(),
        _ => &[],
    };
    let works = plan
        .all_work()
        .flat_map(|task| task.who.lead.iter().chain(&task.who.by));
    let mut known = HashMap::new();
    once(named.iter().chain(works).filter(|agency| {
        *known
            .entry(agency.as_str())
            .or_insert_with(|| directory.has_open(agency))
    }))
}

/// The ids, each once, in the order in which they first come.
fn once<'p>(agencies: impl Iterator<Item = &'p Located<String>>) -> Vec<String> {
    let mut seen = HashSet::new();
    agencies
        .filter(|agency| seen.insert(agency.as_str()))
        .map(|agency| agency.value.clone())
        .collect()
}
