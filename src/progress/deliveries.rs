//! Deliveries: dated and recurring work, owed by its lead on its day.

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use chrono::NaiveDate;

use super::expected::expand_all;
use super::instances::{span, times};
use super::lines::who;
use super::received::{earlier, is_future};
use super::state::{Arrival, ReportState, state};
use super::{Directory, Item, ItemKind, Items};
use crate::model::{Figure, Plan, ReportingPeriod, ResultRecord, Schedule, Task};
use crate::source::Located;

/// A delivery that each of some bodies owes: a dated task, one time of a recurring one,
/// or work without a day, which is listed and never overdue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ExpectedDelivery<'p> {
    /// The item: a task, a part or a duty.
    pub item: usize,
    /// Who owes it, as indices into the directory: the leads, of a duty each of `by`.
    pub bodies: Arc<[usize]>,
    /// The reading of the plan's words from which it comes.
    pub schedule: &'p Schedule,
    /// The first day on which it can be done, where the words say it.
    pub start: Option<NaiveDate>,
    /// The last in-time day; `None` where no day can be told.
    pub due: Option<NaiveDate>,
    /// Which time of a recurring one it is: the span of the calendar.
    pub instance: Option<ReportingPeriod>,
    /// Whether it is owed: not due before the plan was issued.
    pub is_owed: bool,
}

/// Every delivery a plan expects, in its order, those of one item by day.
#[derive(Clone, Debug, Default)]
pub struct ExpectedDeliveries<'p> {
    /// The deliveries.
    pub deliveries: Vec<ExpectedDelivery<'p>>,
    work: HashMap<usize, &'p Task>,
}

/// The deliveries that `plan` expects.
///
/// - Recurring work has an instance for each month, quarter, half-year or year of the
///   plan, due on the day the words give, else on the last day of the span; instances
///   due before the plan was issued are left out. Daily, weekly and fortnightly work is
///   listed without a day: no results row could tell one time of it from the next.
/// - Words that go with the periodic reports make no delivery of their own.
/// - `on_holiday` is said of reports and moves no day here.
#[must_use]
pub fn expected_deliveries<'p>(
    plan: &'p Plan,
    directory: &Directory,
    items: &Items<'p>,
) -> ExpectedDeliveries<'p> {
    let mut expected = ExpectedDeliveries::default();
    let mut known: HashMap<Vec<&str>, Arc<[usize]>> = HashMap::new();
    for (at, item) in items
        .all()
        .iter()
        .enumerate()
        .filter(|(_, item)| is_work(item))
    {
        let Some(task) = item.task.filter(|task| !task.when.is_empty()) else {
            continue;
        };
        let owing = owing(items, item);
        let ids: Vec<&str> = owing.iter().map(|agency| agency.as_str()).collect();
        let bodies = known
            .entry(ids)
            .or_insert_with(|| expand_all(owing, directory).into());
        let mut seen = HashSet::new();
        let schedules = task.when.iter().flat_map(|when| &when.schedules);
        let mut of_item: Vec<_> = schedules
            .filter(|schedule| seen.insert(*schedule))
            .flat_map(|schedule| times(schedule, plan))
            .map(|time| time.of(at, bodies))
            .collect();
        of_item.sort_by_key(|delivery| (delivery.due.is_none(), delivery.due));
        if !of_item.is_empty() {
            expected.work.insert(at, task);
        }
        expected.deliveries.extend(of_item);
    }
    expected
}

/// What results say of deliveries by a day.
#[derive(Clone, Debug, Default)]
pub struct Handed {
    by_item: HashMap<(usize, usize), Vec<HandedRow>>,
}

#[derive(Clone, Copy, Debug)]
struct HandedRow {
    reported: Option<NaiveDate>,
    period: ReportingPeriod,
    is_empty: bool,
}

impl ExpectedDeliveries<'_> {
    /// What the results rows say of these deliveries when `as_of` is the day: rows about
    /// the item itself or a target of its own. A row that says "không" or "không đạt"
    /// delivers nothing.
    #[must_use]
    pub fn handed(&self, records: &[ResultRecord], items: &Items<'_>, as_of: NaiveDate) -> Handed {
        let mut handed = Handed::default();
        for record in records.iter().filter(|record| !is_future(record, as_of)) {
            self.hand(&mut handed, record, items);
        }
        handed
    }

    /// Takes one more row in.
    pub fn hand(&self, handed: &mut Handed, record: &ResultRecord, items: &Items<'_>) {
        let Some(item) = items.all().get(record.item) else {
            return;
        };
        if record.figure == Figure::Attested(false) {
            return;
        }
        let work = match item.kind {
            ItemKind::Target => item.within.unwrap_or(record.item),
            _ => record.item,
        };
        if self.work.contains_key(&work) {
            let rows = handed.by_item.entry((work, record.body)).or_default();
            rows.push(HandedRow {
                reported: record.reported,
                period: record.period,
                is_empty: record.is_empty(),
            });
        }
    }

    /// The state of a delivery for one of its bodies when `as_of` is the day. It counts
    /// as delivered on the first of these days: `done`, for everyone who owes it and,
    /// of recurring work, for the instance in whose span the day lies; and the days of
    /// results rows: of recurring work those on a period within the instance, of work
    /// with a first day those on a period that ends after it. `evidence` without `done`
    /// delivers work that does not recur, on a day that is not known.
    #[must_use]
    pub fn state(
        &self,
        delivery: &ExpectedDelivery<'_>,
        body: usize,
        handed: &Handed,
        as_of: NaiveDate,
    ) -> ReportState {
        let task = self.work.get(&delivery.item);
        let done = task
            .and_then(|task| task.done.as_ref())
            .map(|done| done.value)
            .filter(|done| *done <= as_of && delivery.may_be_done_on(*done));
        let is_shown = delivery.instance.is_none()
            && task.is_some_and(|task| task.done.is_none() && !task.evidence.is_empty());
        let rows = handed.by_item.get(&(delivery.item, body));
        let rows = rows
            .into_iter()
            .flatten()
            .filter(|row| delivery.is_met_in(row.period));
        let mut arrival = match done {
            Some(day) => Arrival::Sent(Some(day)),
            None if is_shown => Arrival::Sent(None),
            None => Arrival::Nothing,
        };
        for row in rows {
            arrival = match (arrival, row.is_empty) {
                (Arrival::Nothing, true) => Arrival::Empty(row.reported),
                (Arrival::Empty(day), true) => Arrival::Empty(earlier(day, row.reported)),
                (Arrival::Sent(day), true) => Arrival::Sent(day),
                (Arrival::Sent(day), false) => Arrival::Sent(earlier(day, row.reported)),
                (_, false) => Arrival::Sent(row.reported),
            };
        }
        if delivery.is_owed {
            state(delivery.due, arrival, as_of)
        } else {
            ReportState::NotOwed {
                is_sent: arrival != Arrival::Nothing,
            }
        }
    }

    /// Every delivery, body and state when `as_of` is the day.
    pub fn states<'a>(
        &'a self,
        handed: &'a Handed,
        as_of: NaiveDate,
    ) -> impl Iterator<Item = (&'a ExpectedDelivery<'a>, usize, ReportState)> {
        self.deliveries.iter().flat_map(move |delivery| {
            let bodies = delivery.bodies.iter().copied();
            bodies.map(move |body| (delivery, body, self.state(delivery, body, handed, as_of)))
        })
    }
}

impl ExpectedDelivery<'_> {
    fn may_be_done_on(&self, day: NaiveDate) -> bool {
        self.instance.is_none_or(|instance| {
            span(instance).is_some_and(|span| span.start <= day && day <= span.last_day)
        })
    }

    /// Whether a row on that period may tell of this delivery.
    fn is_met_in(&self, period: ReportingPeriod) -> bool {
        let Some(reported) = span(period) else {
            return false;
        };
        match self.instance.and_then(span) {
            Some(own) => own.start <= reported.start && reported.last_day <= own.last_day,
            None => self.start.is_none_or(|start| start <= reported.last_day),
        }
    }
}

fn is_work(item: &Item<'_>) -> bool {
    matches!(item.kind, ItemKind::Task | ItemKind::Part | ItemKind::Duty)
}

/// Who owes an item: its leads, of a duty each of `by`; the other where one is empty.
fn owing<'p>(items: &Items<'p>, item: &Item<'p>) -> &'p [Located<String>] {
    let Some(who) = who(items, item) else {
        return &[];
    };
    let is_duty = item.kind == ItemKind::Duty;
    match (is_duty, who.lead.is_empty(), who.by.is_empty()) {
        (true, _, false) | (false, true, _) => &who.by,
        _ => &who.lead,
    }
}
