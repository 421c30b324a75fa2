use crate::model::{
    DayOfMonth, Every, Figure, PeriodPart, Plan, RecurringDay, ReportingPeriod, ResultRecord,
    Schedule, TaskKind, Years,
};
use crate::progress::fixtures::{at, day, lao_cai, row, section, task, when, who, words};
use crate::progress::{Directory, Items, ReportState, StateCounts, expected_deliveries};

fn plan(schedule: Schedule) -> Plan {
    let mut plan = lao_cai();
    let mut work = task(TaskKind::Task, "V.4", who(&["so-noi-vu"], &["ubnd-cap-xa"]));
    work.when = vec![when(vec![schedule])];
    plan.sections = vec![section("V", vec![work])];
    plan
}

fn third_quarter() -> Schedule {
    Schedule::Window {
        start: day(2021, 7, 1),
        last_day: day(2021, 9, 30),
    }
}

fn part(part: PeriodPart) -> ReportingPeriod {
    ReportingPeriod { year: 2021, part }
}

/// Due days and states on a day of 2021.
fn states(plan: &Plan, records: &[ResultRecord], as_of: (u32, u32)) -> Vec<(String, ReportState)> {
    let as_of = day(2021, as_of.0, as_of.1);
    let (directory, items) = (Directory::of(plan), Items::of(plan));
    let expected = expected_deliveries(plan, &directory, &items);
    let handed = expected.handed(records, &items, as_of);
    let all = expected.states(&handed, as_of).map(|(delivery, _, state)| {
        let due = delivery.due.map_or("–".to_owned(), |due| due.to_string());
        (due, state)
    });
    all.collect()
}

fn lead(plan: &Plan) -> usize {
    Directory::of(plan).find("so-noi-vu").unwrap()
}

#[test]
fn a_dated_duty_is_owed_by_each_of_those_named() {
    let mut plan = lao_cai();
    let mut duty = task(
        TaskKind::Duty,
        "ke-hoach-don-vi",
        who(&[], &["cac-so-nganh", "ubnd-cap-huyen", "ubnd-cap-xa"]),
    );
    let last_day = day(2021, 4, 9);
    duty.when = vec![when(vec![Schedule::By { last_day }])];
    plan.duties = vec![duty];
    let counts: StateCounts = states(&plan, &[], (4, 12))
        .into_iter()
        .map(|(_, state)| state)
        .collect();
    assert_eq!((counts.missing, counts.total()), (163, 163));
    assert_eq!(
        states(&plan, &[], (4, 12))[0].1,
        ReportState::Missing { overdue: 3 }
    );
}

#[test]
fn a_task_is_delivered_by_its_lead_by_done_evidence_or_a_row() {
    let mut plan = plan(third_quarter());
    let state = |plan: &Plan, rows: &[ResultRecord]| states(plan, rows, (10, 2))[0].1;
    assert_eq!(states(&plan, &[], (9, 30)).len(), 1);
    assert_eq!(state(&plan, &[]), ReportState::Missing { overdue: 2 });
    let on = |period, figure| {
        [row(
            0,
            lead(&plan),
            part(period),
            figure,
            Some(day(2021, 9, 18)),
        )]
    };
    let sent = day(2021, 9, 18);
    let done = Figure::Attested(true);
    assert_eq!(
        state(&plan, &on(PeriodPart::Quarter(3), done)),
        ReportState::OnTime { sent }
    );
    // Said before its time began, or said not to be done, it is not delivered.
    let early = on(PeriodPart::Half(1), done);
    assert_eq!(state(&plan, &early), ReportState::Missing { overdue: 2 });
    let not_done = on(PeriodPart::Quarter(3), Figure::Attested(false));
    assert_eq!(state(&plan, &not_done), ReportState::Missing { overdue: 2 });
    let empty = on(PeriodPart::Quarter(3), Figure::None);
    let sent = Some(sent);
    assert_eq!(
        state(&plan, &empty),
        ReportState::Empty { sent, overdue: 2 }
    );

    plan.sections[0].tasks[0].evidence = vec![words("Kết luận kiểm tra số 12/KL-SNV")];
    assert_eq!(state(&plan, &[]), ReportState::SentUndated);
    plan.sections[0].tasks[0].done = Some(at(day(2021, 10, 1)));
    let late = ReportState::Late {
        sent: day(2021, 10, 1),
        days: 1,
    };
    assert_eq!(state(&plan, &[]), late);
    let not_yet = states(&plan, &[], (9, 29))[0].1;
    assert_eq!(not_yet, ReportState::NotYetDue { days_left: 1 });
}

#[test]
fn a_recurring_task_has_an_instance_each_time_after_the_issue() {
    let quarterly = |last_day| Schedule::Recurring {
        every: Every::Quarter,
        last_day,
    };
    let days = |schedule| -> Vec<String> {
        let all = states(&plan(schedule), &[], (4, 1)).into_iter();
        all.map(|(due, _)| due).collect()
    };
    let ends = ["2021-03-31", "2021-06-30", "2021-09-30", "2021-12-31"];
    assert_eq!(days(quarterly(None)), ends);
    let on_25 = Some(RecurringDay::OfLastMonth(DayOfMonth::Day(25)));
    assert_eq!(
        days(quarterly(on_25)),
        ["2021-06-25", "2021-09-25", "2021-12-25"]
    );
    let december = RecurringDay::OfYear {
        month: 12,
        day: DayOfMonth::Last,
    };
    let yearly = Schedule::Recurring {
        every: Every::Year,
        last_day: Some(december),
    };
    assert_eq!(days(yearly), ["2021-12-31"]);
    let weekly = Schedule::Recurring {
        every: Every::Week,
        last_day: None,
    };
    assert_eq!(days(weekly), ["–"]);
}

#[test]
fn a_row_delivers_the_instance_its_period_lies_in() {
    let mut plan = plan(Schedule::Recurring {
        every: Every::HalfYear,
        last_day: None,
    });
    plan.head.years = Years {
        from: 2021,
        to: 2021,
    };
    let reported = Some(day(2021, 6, 18));
    let on = |period| {
        [row(
            0,
            lead(&plan),
            part(period),
            Figure::Attested(true),
            reported,
        )]
    };
    let state = |rows: &[ResultRecord]| {
        states(&plan, rows, (8, 1))
            .into_iter()
            .map(|(_, state)| state)
            .collect::<Vec<_>>()
    };
    let on_time = ReportState::OnTime {
        sent: day(2021, 6, 18),
    };
    let left = ReportState::NotYetDue { days_left: 152 };
    assert_eq!(state(&on(PeriodPart::Quarter(2))), [on_time, left]);
    assert_eq!(state(&on(PeriodPart::Half(1))), [on_time, left]);
    let missing = ReportState::Missing { overdue: 32 };
    assert_eq!(state(&on(PeriodPart::Year)), [missing, left]);
}

#[test]
fn work_without_a_day_is_listed_and_never_overdue() {
    let plan = plan(Schedule::Continuous { last_day: None });
    assert_eq!(
        states(&plan, &[], (12, 31)),
        [("–".to_owned(), ReportState::NoDueDay)]
    );
}

#[test]
fn what_was_due_before_the_issue_is_not_owed() {
    let plan = plan(Schedule::By {
        last_day: day(2021, 3, 29),
    });
    let state = states(&plan, &[], (12, 31))[0].1;
    assert_eq!(state, ReportState::NotOwed { is_sent: false });
}

#[test]
fn what_goes_with_the_reports_is_no_delivery() {
    let plan = plan(Schedule::Reporting {
        periods: Vec::new(),
    });
    assert!(states(&plan, &[], (12, 31)).is_empty());
}
