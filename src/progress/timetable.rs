//! The timetable of a plan's reports: each period with its window and due day.

use super::deadline::{Deadline, Window, deadline, window};
use crate::catalog::{Calendar, Regime, regimes};
use crate::model::{DueDay, OnHoliday, PeriodDue, PeriodPart, PeriodSet, Plan, ReportingPeriod};

/// One reporting period of a plan and its times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimedPeriod {
    /// The period.
    pub period: ReportingPeriod,
    /// The days it covers.
    pub window: Window,
    /// When a report is due; `None` where neither plan nor regime gives a day.
    pub due: Option<Deadline>,
    /// When the collecting agency's own report is due, where the plan says so.
    pub collector_due: Option<Deadline>,
    /// Whether it is owed: not due before the plan was issued.
    pub is_owed: bool,
}

impl TimedPeriod {
    /// Whether a report is due before its period has closed.
    #[must_use]
    pub fn closes_after_due(&self) -> bool {
        self.due.is_some_and(|due| due.day < self.window.last_day)
    }

    /// Whether the collecting agency is due before those who report to it.
    #[must_use]
    pub fn collector_is_due_first(&self) -> bool {
        matches!((self.collector_due, self.due), (Some(collector), Some(due)) if collector.day < due.day)
    }
}

/// The periods a plan asks reports on (lịch báo cáo).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Timetable {
    /// The regime it follows: the one the plan names, or the default for its windows.
    pub regime: Option<Regime>,
    /// The parts of each year that are reported on, in order.
    pub parts: Vec<PeriodPart>,
    /// The periods of all years, by the day they close, the shorter first.
    pub periods: Vec<TimedPeriod>,
    /// Whether the periods are named by tasks alone (`report`), the plan's body and
    /// its regime naming none.
    pub is_of_tasks: bool,
}

impl Timetable {
    /// The timetable of `plan`. Its periods are those `[reporting]` names, else its
    /// regime's, else those the tasks' own words name. Windows follow the regime; where
    /// none is named, or an unknown one, those of Nghị định 09/2019/NĐ-CP, which gives
    /// no due day.
    #[must_use]
    pub fn of(plan: &Plan, calendar: &Calendar) -> Self {
        let reporting = plan.reporting.as_ref();
        let regime = reporting
            .and_then(|reporting| Regime::named(reporting.regime.as_ref()?))
            .or_else(|| Regime::named(regimes::DEFAULT));
        let mut sets: Vec<PeriodSet> = reporting.map_or_else(Vec::new, |reporting| {
            reporting.periods.iter().map(|set| set.value).collect()
        });
        if sets.is_empty() && reporting.is_some() {
            sets = regime
                .as_ref()
                .map_or_else(Vec::new, |regime| regime.periods.clone());
        }
        let is_of_tasks = sets.is_empty();
        if is_of_tasks {
            sets = own_periods(plan);
        }
        let mut timetable = Self {
            parts: parts(&sets),
            regime,
            periods: Vec::new(),
            is_of_tasks,
        };
        timetable.time(plan, calendar);
        timetable
    }

    /// The parts of the year that a task's own words name and the timetable lacks.
    #[must_use]
    pub fn lacks(&self, own: &[PeriodSet]) -> Vec<PeriodPart> {
        let mut named = parts(own);
        named.retain(|part| !self.parts.contains(part));
        named
    }

    /// The period with its times.
    #[must_use]
    pub fn find(&self, period: ReportingPeriod) -> Option<&TimedPeriod> {
        self.periods.iter().find(|timed| timed.period == period)
    }

    fn time(&mut self, plan: &Plan, calendar: &Calendar) {
        for year in plan.head.years.all() {
            for part in &self.parts {
                let period = ReportingPeriod { year, part: *part };
                self.periods.extend(self.timed(period, plan, calendar));
            }
        }
        self.periods.sort_by_key(|timed| {
            let Window { start, last_day } = timed.window;
            (last_day, std::cmp::Reverse(start))
        });
    }

    fn timed(
        &self,
        period: ReportingPeriod,
        plan: &Plan,
        calendar: &Calendar,
    ) -> Option<TimedPeriod> {
        let reporting = plan.reporting.as_ref();
        let closes = reporting
            .and_then(|reporting| reporting.closes.as_ref())
            .map(|closes| closes.value)
            .or_else(|| self.regime.as_ref().map(|regime| regime.closes))?;
        let on_holiday = reporting
            .and_then(|reporting| reporting.on_holiday.as_ref())
            .map_or(OnHoliday::Keep, |on_holiday| on_holiday.value);
        let deadline = |due| deadline(period, due, on_holiday, calendar);
        let due = reporting
            .and_then(|reporting| due_day(&reporting.due, period.part))
            .or_else(|| self.regime.as_ref()?.due_day(period.part))
            .and_then(deadline);
        let collector_due = reporting
            .and_then(|reporting| due_day(&reporting.collector_due, period.part))
            .and_then(deadline);
        let issued = plan.head.issued.as_ref().map(|issued| issued.value);
        let is_before_issue =
            matches!((due, issued), (Some(due), Some(issued)) if due.day < issued);
        Some(TimedPeriod {
            period,
            window: window(period, closes)?,
            due,
            collector_due,
            is_owed: !is_before_issue,
        })
    }
}

/// The day for that part of the year, else the one for every other.
fn due_day(due: &[PeriodDue], part: PeriodPart) -> Option<DueDay> {
    let of = |wanted| due.iter().find(|due| due.part == wanted);
    of(Some(part)).or_else(|| of(None)).map(|due| due.due.value)
}

/// The periods that the tasks' own words name.
fn own_periods(plan: &Plan) -> Vec<PeriodSet> {
    let named = plan
        .all_work()
        .filter_map(|task| task.report.as_ref()?.periods.as_ref());
    named.flatten().copied().collect()
}

/// The parts of the year that the sets stand for, each once, by the month they end in,
/// the shorter first.
pub(super) fn parts(sets: &[PeriodSet]) -> Vec<PeriodPart> {
    let mut parts: Vec<PeriodPart> = sets.iter().flat_map(|set| set.parts()).collect();
    parts.sort_by_key(|part| {
        (
            part.last_month(),
            std::cmp::Reverse(part.first_month()),
            *part,
        )
    });
    parts.dedup();
    parts
}
