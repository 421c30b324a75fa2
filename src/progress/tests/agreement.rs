//! On random plans and results the fast way agrees with the obvious one, and counts
//! of states add up.

use std::collections::BTreeSet;

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::{select, subsequence};
use rust_decimal::Decimal;

use super::obvious::{self, Row};
use crate::catalog::Calendar;
use crate::model::{
    AgencyLevel, Every, Figure, PeriodPart, PeriodSet, Plan, Reporters, ReportingPeriod,
    ResultRecord, Schedule, StandsFor, Task, TaskKind, Years,
};
use crate::progress::fixtures::{
    agency, at, day, due, lao_cai, named, own_report, reporting, row, section, target, task, when,
    words,
};
use crate::progress::{
    Directory, Items, Receipts, ReportState, StateCounts, expected_deliveries, expected_reports,
};

const AGENCIES: [&str; 9] = [
    "so-noi-vu",
    "so-tnmt",
    "cac-so-nganh",
    "ubnd-cap-huyen",
    "ubnd-cap-xa",
    "toa-an-huyen",
    "co-quan-lq",
    "tat-ca",
    "khong-co",
];

fn agencies() -> impl Strategy<Value = Vec<&'static str>> {
    subsequence(AGENCIES.to_vec(), 0..3)
}

fn sets() -> impl Strategy<Value = Vec<PeriodSet>> {
    let part = PeriodSet::Part;
    let all = vec![
        part(PeriodPart::Quarter(1)),
        part(PeriodPart::Half(1)),
        part(PeriodPart::NineMonths),
        part(PeriodPart::Year),
        PeriodSet::EveryMonth,
        PeriodSet::EveryQuarter,
    ];
    subsequence(all, 1..4)
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..900u64).prop_map(|after| day(2020, 11, 1) + Days::new(after))
}

prop_compose! {
    fn works()(
        lead in agencies(),
        by in agencies(),
        own in proptest::option::weighted(0.3, sets()),
        targets in 0..4usize,
        schedule in 0..4usize,
        last_day in days(),
    ) -> Task {
        let mut task = task(TaskKind::Task, "x", super::super::fixtures::who(&lead, &by));
        task.report = own.map(own_report);
        // None, the task's own, or two of their own.
        task.targets = [&[][..], &["x"], &["x.a", "x.b"], &[]][targets].iter().map(|id| target(id)).collect();
        let schedules = match schedule {
            0 => vec![Schedule::By { last_day }],
            1 => vec![Schedule::Recurring { every: Every::Month, last_day: None }],
            2 => vec![Schedule::Continuous { last_day: None }],
            _ => Vec::new(),
        };
        task.when = vec![when(schedules)];
        task
    }
}

fn renamed(mut task: Task, id: &str, kind: TaskKind) -> Task {
    task.kind = kind;
    for target in &mut task.targets {
        target.id = words(&target.id.replace('x', id));
    }
    task.id = words(id);
    task
}

prop_compose! {
    fn plans()(
        works in proptest::collection::vec((works(), proptest::option::weighted(0.3, works()), any::<bool>()), 0..6),
        periods in sets(),
        is_cchc in any::<bool>(),
        has_due in any::<bool>(),
        who in 0..5usize,
        names in agencies(),
        without in proptest::option::weighted(0.3, agencies()),
        issued in days(),
        to in 2021..2023,
    ) -> Plan {
        let mut plan = lao_cai();
        plan.localities.retain(|locality| locality.level != AgencyLevel::Commune || locality.code.ends_with("15"));
        plan.localities.truncate(7);
        let members = vec![words("tat-ca"), words("cac-so-nganh"), words("toa-an-huyen"), words("co-quan-lq"), words("khong-co")];
        plan.agencies.push(agency("tat-ca", "Tất cả", StandsFor::Members(members)));
        plan.head.years = Years { from: 2021, to };
        plan.head.issued = Some(at(issued));
        let mut duty = reporting(match who {
            0 => Reporters::Lead,
            1 => Reporters::Executing,
            2 => Reporters::Both,
            _ => named(&names),
        });
        duty.periods = periods.into_iter().map(at).collect();
        duty.regime = is_cchc.then(|| words("cchc"));
        duty.due = has_due.then(|| due(None, 10, 1)).into_iter().collect();
        duty.without = without.into_iter().flatten().map(words).collect();
        plan.reporting = Some(duty);
        let mut tasks = Vec::new();
        for (number, (task, part, is_duty)) in works.into_iter().enumerate() {
            let id = format!("I.{number}");
            let kind = if is_duty { TaskKind::Duty } else { TaskKind::Task };
            let mut task = renamed(task, &id, kind);
            task.parts = part.into_iter().map(|part| renamed(part, &format!("{id}.1"), TaskKind::Part)).collect();
            if is_duty { plan.duties.push(task) } else { tasks.push(task) }
        }
        plan.sections = vec![section("I", tasks)];
        plan
    }
}

prop_compose! {
    fn rows()(
        item in 0..12usize,
        body in 0..16usize,
        part in select(vec![PeriodPart::Quarter(1), PeriodPart::Half(1), PeriodPart::Year, PeriodPart::Month(6)]),
        year in 2021..2023,
        figure in select(vec![Figure::None, Figure::Attested(false), Figure::Number(Decimal::ONE)]),
        reported in proptest::option::weighted(0.8, days()),
        has_evidence in any::<bool>(),
    ) -> ResultRecord {
        let mut row = row(item, body, ReportingPeriod { year, part }, figure, reported);
        row.evidence = has_evidence.then(|| "Báo cáo".into());
        row
    }
}

fn said(state: ReportState) -> String {
    match state.days_late() {
        Some(days) => format!("{} {days}", state.word()),
        None => state.word().to_owned(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn reports_and_deliveries_are_those_of_the_obvious_way(
        plan in plans(),
        mut records in proptest::collection::vec(rows(), 0..60),
        as_of in days(),
    ) {
        let (directory, items) = (Directory::of(&plan), Items::of(&plan));
        let body = |at: usize| directory.bodies()[at].id.clone();
        let item = |at: usize| items.all()[at].id.to_owned();
        records.retain(|row| row.item < items.all().len() && row.body < directory.bodies().len());
        let rows: Vec<Row> = records.iter().map(|record| Row { item: item(record.item), body: body(record.body), record }).collect();

        let expected = expected_reports(&plan, &directory, &items, &Calendar::built_in());
        let receipts = Receipts::of(&records, &expected, as_of);
        let states = expected.states(&receipts, as_of);
        let mut fast: Vec<_> = expected.reports.iter().zip(&states).map(|(report, state)| {
            let covered: BTreeSet<String> = report.items.iter().map(|at| item(*at)).collect();
            (body(report.body), report.period.to_string(), said(*state), covered)
        }).collect();
        fast.sort();
        prop_assert_eq!(&fast, &obvious::reports(&plan, &rows, as_of));

        let counts: StateCounts = states.iter().copied().collect();
        prop_assert_eq!(counts.total(), fast.len());
        let missing = fast.iter().filter(|(_, _, state, _)| state.starts_with("missing")).count();
        prop_assert_eq!(counts.missing, missing);

        let expected = expected_deliveries(&plan, &directory, &items);
        let handed = expected.handed(&records, &items, as_of);
        let mut fast: Vec<_> = expected.states(&handed, as_of).map(|(delivery, at, state)| {
            (body(at), item(delivery.item), said(state))
        }).collect();
        fast.sort();
        prop_assert_eq!(fast, obvious::deliveries(&plan, &rows, as_of));
    }
}
