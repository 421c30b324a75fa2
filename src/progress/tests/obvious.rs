//! A second, slow and obvious way to tell who owes what and in which state it is:
//! every body against every period against every row, without directory or items.

use std::collections::BTreeSet;

use chrono::{Datelike, NaiveDate};

use crate::model::{
    Agency, AgencyLevel, Every, Figure, PeriodPart, Plan, Reporters, ReportingPeriod, ResultRecord,
    Schedule, StandsFor, Task, TaskKind,
};
use crate::progress::fixtures::day;
use crate::source::Located;

/// A report: body, period, state in a word with its days, items to cover.
pub(super) type Report = (String, String, String, BTreeSet<String>);

/// A row with its item and body by id.
pub(super) struct Row<'r> {
    pub(super) item: String,
    pub(super) body: String,
    pub(super) record: &'r ResultRecord,
}

/// Whether an agency of the plan stands for that body.
pub(super) fn stands_for(plan: &Plan, agency: &str, body: &str, depth: usize) -> bool {
    let Some(agency) = plan.agency(agency).filter(|_| depth < 9) else {
        return false;
    };
    let at_level = |agency: &Agency, level: AgencyLevel, own: bool| {
        plan.localities.iter().any(|locality| {
            let code = &*locality.code;
            let id = if own {
                format!("{}/{code}", *agency.id)
            } else {
                code.clone()
            };
            locality.level == level && id == body
        })
    };
    match &agency.stands_for {
        StandsFor::Itself => *agency.id == body,
        StandsFor::Members(members) => members
            .iter()
            .any(|member| stands_for(plan, member, body, depth + 1)),
        StandsFor::Every {
            level,
            is_committee,
        } => at_level(agency, *level, !is_committee),
        StandsFor::Open => false,
    }
}

fn any(plan: &Plan, agencies: &[Located<String>], body: &str) -> bool {
    agencies
        .iter()
        .any(|agency| stands_for(plan, agency, body, 0))
}

fn all_bodies(plan: &Plan) -> Vec<String> {
    let localities = plan.localities.iter();
    let mut bodies: Vec<String> = localities.map(|at| at.code.value.clone()).collect();
    for agency in &plan.agencies {
        bodies.push(agency.id.value.clone());
        for locality in &plan.localities {
            bodies.push(format!("{}/{}", *agency.id, *locality.code));
        }
    }
    bodies
}

/// Every task, part and duty: what stands on top, itself, and whose agencies work for it.
fn work(plan: &Plan) -> Vec<(&Task, &Task, &Task)> {
    let tasks = plan.sections.iter().flat_map(|section| &section.tasks);
    let tops = plan.duties.iter().chain(tasks);
    let all = tops.flat_map(|top| {
        std::iter::once(top)
            .chain(&top.parts)
            .map(move |task| (top, task))
    });
    all.map(|(top, task)| {
        let is_bare = task.who.lead.is_empty() && task.who.by.is_empty();
        (top, task, if is_bare { top } else { task })
    })
    .collect()
}

/// Each line of a report: its id, its task, and whose agencies work for it.
fn lines(plan: &Plan) -> Vec<(String, &Task, &Task)> {
    let mut lines = Vec::new();
    for (top, task, works) in work(plan) {
        let has_own = task.targets.iter().any(|target| target.id == task.id);
        let is_bare = task.targets.is_empty() && task.parts.is_empty();
        if has_own || (is_bare && top.kind != TaskKind::Duty) {
            lines.push((task.id.value.clone(), task, works));
        }
        for target in task.targets.iter().filter(|target| target.id != task.id) {
            lines.push((target.id.value.clone(), task, works));
        }
    }
    lines
}

/// Every report of a plan whose `[reporting]` names periods, under `cchc` or with due
/// days of its own.
pub(super) fn reports(plan: &Plan, rows: &[Row], as_of: NaiveDate) -> Vec<Report> {
    let reporting = plan.reporting.as_ref().unwrap();
    let named: BTreeSet<PeriodPart> = reporting
        .periods
        .iter()
        .flat_map(|set| set.parts())
        .collect();
    let mut reports = Vec::new();
    for body in all_bodies(plan) {
        if any(plan, &reporting.without, &body) {
            continue;
        }
        for year in plan.head.years.all() {
            for part in &named {
                let items: BTreeSet<String> = lines(plan)
                    .into_iter()
                    .filter(|(_, task, works)| {
                        let own = task.report.as_ref().and_then(|own| own.periods.as_ref());
                        let own: Vec<_> = own
                            .into_iter()
                            .flatten()
                            .flat_map(|set| set.parts())
                            .collect();
                        let is_in =
                            own.contains(part) || !own.iter().any(|part| named.contains(part));
                        let leads = any(plan, &works.who.lead, &body);
                        let executes = any(plan, &works.who.by, &body);
                        is_in
                            && match reporting.reporters {
                                Reporters::Unsaid => false,
                                Reporters::Lead => {
                                    leads || (task.kind == TaskKind::Duty && executes)
                                }
                                Reporters::Executing => executes,
                                Reporters::Both | Reporters::Named(_) => leads || executes,
                            }
                    })
                    .map(|(id, ..)| id)
                    .collect();
                let reports_it = match &reporting.reporters {
                    Reporters::Named(named) => any(plan, named, &body),
                    _ => !items.is_empty(),
                };
                if reports_it {
                    let period = ReportingPeriod { year, part: *part };
                    let state = report_state(plan, rows, &body, period, as_of);
                    reports.push((body.clone(), period.to_string(), state, items));
                }
            }
        }
    }
    reports.sort();
    reports
}

fn report_state(
    plan: &Plan,
    rows: &[Row],
    body: &str,
    period: ReportingPeriod,
    as_of: NaiveDate,
) -> String {
    let reporting = plan.reporting.as_ref().unwrap();
    let month = period.part.last_month();
    let due = match (reporting.due.first(), &reporting.regime) {
        (Some(_), _) => Some(day(
            period.year + i32::try_from(month / 12).unwrap(),
            month % 12 + 1,
            10,
        )),
        (None, Some(_)) => Some(day(period.year, month, 20)),
        (None, None) => None,
    };
    let line_ids: Vec<String> = lines(plan).into_iter().map(|(id, ..)| id).collect();
    let duties: Vec<&str> = plan
        .duties
        .iter()
        .flat_map(|duty| std::iter::once(duty).chain(&duty.parts))
        .map(|duty| duty.id.as_str())
        .collect();
    let mine = rows
        .iter()
        .filter(|row| row.body == body && row.record.period == period)
        .filter(|row| line_ids.contains(&row.item) || !duties.contains(&row.item.as_str()));
    verdict(mine.map(|row| row.record), due, plan, as_of)
}

/// A state in a word, with its days.
fn verdict<'r>(
    rows: impl Iterator<Item = &'r ResultRecord>,
    due: Option<NaiveDate>,
    plan: &Plan,
    as_of: NaiveDate,
) -> String {
    let rows: Vec<_> = rows
        .filter(|row| row.reported.is_none_or(|on| on <= as_of))
        .collect();
    let full: Vec<_> = rows
        .iter()
        .filter(|row| row.figure != Figure::None || row.evidence.is_some())
        .collect();
    let first = full.iter().filter_map(|row| row.reported).min();
    let issued = plan.head.issued.as_ref().unwrap().value;
    let after = |day: NaiveDate| (day - due.unwrap()).num_days();
    if due.is_some_and(|due| due < issued) {
        "not-owed".to_owned()
    } else if !full.is_empty() && due.is_none() {
        "sent".to_owned()
    } else if !full.is_empty() && first.is_none() {
        "sent-undated".to_owned()
    } else if let Some(first) = first {
        if after(first) > 0 {
            format!("late {}", after(first))
        } else {
            "on-time".to_owned()
        }
    } else if !rows.is_empty() {
        let overdue = due.map_or(0, |_| after(as_of));
        if overdue > 0 {
            format!("empty {overdue}")
        } else {
            "empty".to_owned()
        }
    } else if due.is_none() {
        "no-due-day".to_owned()
    } else if after(as_of) > 0 {
        format!("missing {}", after(as_of))
    } else {
        "not-yet-due".to_owned()
    }
}

/// Every delivery of tasks that are due by a day, by each month's end, or never: body,
/// item, state.
pub(super) fn deliveries(
    plan: &Plan,
    rows: &[Row],
    as_of: NaiveDate,
) -> Vec<(String, String, String)> {
    let issued = plan.head.issued.as_ref().unwrap().value;
    let mut found = Vec::new();
    for (_, task, works) in work(plan) {
        let (lead, by) = (&works.who.lead, &works.who.by);
        let is_duty = task.kind == TaskKind::Duty && !by.is_empty();
        let owing = if is_duty || lead.is_empty() { by } else { lead };
        for body in all_bodies(plan)
            .iter()
            .filter(|body| any(plan, owing, body))
        {
            let is_of = |row: &&Row| {
                row.item == *task.id || task.targets.iter().any(|target| *target.id == row.item)
            };
            let mine = || {
                let rows = rows.iter().filter(|row| row.body == *body).filter(is_of);
                rows.map(|row| row.record)
                    .filter(|row| row.figure != Figure::Attested(false))
            };
            for schedule in task.when.iter().flat_map(|when| &when.schedules) {
                let mut push = |state| found.push((body.clone(), task.id.value.clone(), state));
                match schedule {
                    Schedule::By { last_day } => {
                        push(verdict(mine(), Some(*last_day), plan, as_of));
                    }
                    Schedule::Recurring {
                        every: Every::Month,
                        ..
                    } => {
                        for due in month_ends(plan).filter(|due| *due >= issued) {
                            let month = PeriodPart::Month(due.month());
                            let period = ReportingPeriod {
                                year: due.year(),
                                part: month,
                            };
                            let of_month = mine().filter(|row| row.period == period);
                            push(verdict(of_month, Some(due), plan, as_of));
                        }
                    }
                    _ => push(verdict(mine(), None, plan, as_of)),
                }
            }
        }
    }
    found.sort();
    found
}

fn month_ends(plan: &Plan) -> impl Iterator<Item = NaiveDate> {
    let first = day(plan.head.years.from, 1, 1);
    let days = first
        .iter_days()
        .take_while(|day| *day <= plan.head.years.last_day());
    days.filter(|day| day.succ_opt().unwrap().day() == 1)
}
