//! The reports of Lào Cai 2021, by hand from its plan and Nghị định 09/2019/NĐ-CP.

use crate::catalog::{Calendar, weekday_name};
use crate::model::{
    AgencyLevel, Figure, PeriodPart, PeriodSet, Plan, Reporters, ReportingPeriod, ResultRecord,
    TaskKind, Years,
};
use crate::progress::fixtures::{
    agency, at, day, due, lao_cai, named, own_report, reporting, row, section, target, task, who,
    words,
};
use crate::progress::{
    Directory, ExpectedReports, Items, Receipts, ReportState, StateCounts, expected_reports,
};

const WHO_REPORTS: [&str; 3] = ["cac-so-nganh", "ubnd-cap-huyen", "ubnd-cap-xa"];

const H1: ReportingPeriod = ReportingPeriod {
    year: 2021,
    part: PeriodPart::Half(1),
};

fn plan(reporters: Reporters) -> Plan {
    let mut plan = lao_cai();
    let mut checks = task(
        TaskKind::Task,
        "II.3",
        who(&["so-noi-vu"], &["ubnd-cap-huyen", "ubnd-cap-xa"]),
    );
    checks.targets = vec![target("II.3")];
    let waste = task(
        TaskKind::Task,
        "VII.1",
        who(&["so-tnmt"], &["ubnd-cap-huyen"]),
    );
    plan.sections = vec![section("II", vec![checks]), section("VII", vec![waste])];
    plan.reporting = Some(reporting(reporters));
    plan
}

fn expected(plan: &Plan) -> (Directory, ExpectedReports) {
    let directory = Directory::of(plan);
    let items = Items::of(plan);
    let expected = expected_reports(plan, &directory, &items, &Calendar::built_in());
    (directory, expected)
}

fn half(
    expected: &ExpectedReports,
    body: usize,
    records: &[ResultRecord],
    as_of: u32,
) -> ReportState {
    let as_of = day(2021, 6, as_of);
    let receipts = Receipts::of(records, expected, as_of);
    let found = expected
        .reports
        .iter()
        .find(|report| report.body == body && report.period == H1);
    found.unwrap().state(receipts.of_report(body, H1), as_of)
}

#[test]
fn the_four_reports_of_2021_have_the_windows_and_days_of_their_regime() {
    let (_, expected) = expected(&plan(named(&WHO_REPORTS)));
    let periods = expected.timetable.periods.iter().map(|timed| {
        let due = timed.due.unwrap();
        format!(
            "{} {}..{} {} {} {}",
            timed.period,
            timed.window.start,
            timed.window.last_day,
            due.day,
            weekday_name(due.day).vi,
            if timed.is_owed {
                "phải gửi"
            } else {
                "trước ngày ban hành"
            },
        )
    });
    assert_eq!(
        periods.collect::<Vec<_>>(),
        [
            "2021-Q1 2020-12-15..2021-03-14 2021-03-20 Thứ Bảy trước ngày ban hành",
            "2021-H1 2020-12-15..2021-06-14 2021-06-20 Chủ nhật phải gửi",
            "2021-Q3 2021-06-15..2021-09-14 2021-09-20 Thứ Hai phải gửi",
            "2021 2020-12-15..2021-12-14 2021-12-20 Thứ Hai phải gửi",
        ]
    );
}

#[test]
fn each_department_district_and_commune_owes_one_report_a_period() {
    let plan = plan(named(&WHO_REPORTS));
    let (directory, expected) = expected(&plan);
    assert_eq!(expected.reports.len(), (2 + 9 + 152) * 4);
    let receipts = Receipts::of(&[], &expected, day(2021, 7, 5));
    let counts: StateCounts = expected
        .states(&receipts, day(2021, 7, 5))
        .into_iter()
        .collect();
    assert_eq!(
        (counts.not_owed, counts.missing, counts.not_yet_due),
        (163, 163, 326)
    );
    assert_eq!(counts.total(), 652);
    let districts = directory.of_level(AgencyLevel::District);
    let items = |body: usize| {
        let report = expected.reports.iter().find(|report| report.body == body);
        report.unwrap().items.to_vec()
    };
    assert_eq!(items(districts[0]), [0, 1]);
    assert_eq!(items(directory.find("02635").unwrap()), [0]);
    assert_eq!(items(directory.find("Sở TNMT").unwrap()), [1]);
}

#[test]
fn a_report_is_late_by_the_days_after_its_due_day_and_missing_by_the_days_since() {
    let (directory, expected) = expected(&plan(named(&WHO_REPORTS)));
    let body = directory.find("082").unwrap();
    let on = |day_of_june| Some(day(2021, 6, day_of_june));
    let empty = |reported| row(0, body, H1, Figure::None, reported);
    let full = |item, reported| row(item, body, H1, Figure::Attested(true), reported);
    let state = |records: &[ResultRecord], as_of| half(&expected, body, records, as_of);

    assert_eq!(state(&[], 20), ReportState::NotYetDue { days_left: 0 });
    assert_eq!(state(&[], 23), ReportState::Missing { overdue: 3 });
    let late = ReportState::Late {
        sent: day(2021, 6, 23),
        days: 3,
    };
    assert_eq!(state(&[full(0, on(23))], 30), late);
    // What came after, and empty rows before, change neither.
    let rows = [empty(on(18)), full(0, on(23)), full(1, on(28))];
    assert_eq!(state(&rows, 30), late);
    assert_eq!(
        state(&[full(0, on(20))], 30),
        ReportState::OnTime {
            sent: day(2021, 6, 20)
        }
    );
    let sent = Some(day(2021, 6, 18));
    assert_eq!(
        state(&[empty(sent)], 25),
        ReportState::Empty { sent, overdue: 5 }
    );
    assert_eq!(state(&[full(0, None)], 30), ReportState::SentUndated);
    assert_eq!(state(&[full(0, on(23)), full(1, None)], 30), late);
    assert_eq!(
        state(&[full(0, on(23))], 22),
        ReportState::Missing { overdue: 2 }
    );
}

#[test]
fn a_row_after_the_day_does_not_count_and_is_told() {
    let (_, expected) = expected(&plan(named(&WHO_REPORTS)));
    let row = row(0, 1, H1, Figure::Attested(true), Some(day(2021, 6, 23)));
    let receipts = Receipts::of(&[row], &expected, day(2021, 6, 22));
    assert_eq!(receipts.of_report(1, H1), None);
    assert_eq!(receipts.future, [0]);
}

#[test]
fn a_report_tells_which_items_it_lacks() {
    let (directory, expected) = expected(&plan(named(&WHO_REPORTS)));
    let body = directory.find("082").unwrap();
    let row = row(1, body, H1, Figure::Attested(true), None);
    let receipts = Receipts::of(&[row], &expected, day(2021, 7, 5));
    let report = expected
        .reports
        .iter()
        .find(|report| report.body == body)
        .unwrap();
    assert_eq!(report.uncovered(receipts.of_report(body, H1)), [0]);
    assert_eq!(report.uncovered(None), [0, 1]);
}

#[test]
fn leads_and_executing_agencies_report_where_the_plan_says_so() {
    let count = |reporters| expected(&plan(reporters)).1.reports.len() / 4;
    assert_eq!(count(Reporters::Lead), 2);
    assert_eq!(count(Reporters::Executing), 9 + 152);
    assert_eq!(count(Reporters::Both), 2 + 9 + 152);
    assert_eq!(count(Reporters::Unsaid), 0);
    assert!(expected(&plan(Reporters::Unsaid)).1.is_nobody_named);
}

#[test]
fn who_is_excepted_and_who_is_open_or_only_asked_owes_nothing() {
    let mut plan = plan(named(&["cac-so-nganh", "co-quan-lq", "ubnd-cap-xa"]));
    plan.reporting.as_mut().unwrap().without = vec![words("ubnd-cap-xa"), words("so-tnmt")];
    plan.sections[0].tasks[0].who.requested = vec![words("toa-an-huyen")];
    let (_, expected) = expected(&plan);
    assert_eq!(expected.reports.len(), 4);
    assert_eq!(expected.open, ["co-quan-lq"]);
    assert_eq!(expected.requested, ["toa-an-huyen"]);
}

#[test]
fn a_level_without_localities_owes_nothing() {
    let mut plan = plan(named(&["ubnd-cap-xa"]));
    plan.localities
        .retain(|locality| locality.level != AgencyLevel::Commune);
    assert!(expected(&plan).1.reports.is_empty());
}

#[test]
fn a_task_reported_yearly_is_covered_by_the_report_on_the_year_alone() {
    let mut plan = plan(named(&["so-tnmt"]));
    let year = PeriodSet::Part(PeriodPart::Year);
    plan.sections[1].tasks[0].report = Some(own_report(vec![year]));
    let covered = |plan: &Plan| {
        let reports = expected(plan).1.reports;
        reports
            .iter()
            .map(|report| report.items.len())
            .collect::<Vec<_>>()
    };
    assert_eq!(covered(&plan), [0, 0, 0, 1]);
    let month = PeriodSet::EveryMonth;
    plan.sections[1].tasks[0].report = Some(own_report(vec![month]));
    assert_eq!(covered(&plan), [1, 1, 1, 1]);
    let lacks = expected(&plan)
        .1
        .timetable
        .lacks(&[PeriodSet::EveryQuarter, year]);
    assert_eq!(lacks, [PeriodPart::Quarter(2), PeriodPart::Quarter(4)]);
}

#[test]
fn without_a_reporting_duty_the_lead_reports_when_the_task_says_and_no_day_is_due() {
    let mut plan = plan(Reporters::Unsaid);
    plan.reporting = None;
    assert!(expected(&plan).1.reports.is_empty());
    let year = PeriodSet::Part(PeriodPart::Year);
    plan.sections[1].tasks[0].report = Some(own_report(vec![PeriodSet::EveryHalf, year]));
    let (directory, expected) = expected(&plan);
    let lead = directory.find("so-tnmt").unwrap();
    assert!(expected.timetable.is_of_tasks && !expected.is_nobody_named);
    assert_eq!(expected.reports.len(), 3);
    for report in &expected.reports {
        assert_eq!((report.body, report.due), (lead, None));
        assert_eq!(report.state(None, day(2022, 12, 1)), ReportState::NoDueDay);
    }
}

#[test]
fn the_plan_overrides_each_figure_of_its_regime() {
    let mut plan = plan(named(&["so-noi-vu"]));
    let reporting = plan.reporting.as_mut().unwrap();
    reporting.closes = Some(at(crate::model::DayOfMonth::Last));
    reporting.due = vec![due(Some(PeriodPart::Year), 15, 1), due(None, 10, 1)];
    reporting.collector_due = vec![due(None, 8, 1), due(Some(PeriodPart::Year), 18, 1)];
    plan.head.years = Years {
        from: 2021,
        to: 2022,
    };
    let (_, expected) = expected(&plan);
    let periods = &expected.timetable.periods;
    assert_eq!(periods.len(), 8);
    assert_eq!(periods[0].due.unwrap().day, day(2021, 4, 10));
    assert!(periods[0].is_owed && periods[0].collector_is_due_first());
    assert_eq!(periods[3].due.unwrap().day, day(2022, 1, 15));
    assert!(!periods[3].collector_is_due_first() && !periods[3].closes_after_due());
    plan.reporting.as_mut().unwrap().due = vec![due(None, 20, 0)];
    assert!(super::reports::expected(&plan).1.timetable.periods[0].closes_after_due());
}

#[test]
fn a_row_about_a_duty_is_no_periodic_report() {
    let mut plan = plan(named(&["so-noi-vu"]));
    plan.agencies
        .push(agency("x", "X", crate::model::StandsFor::Itself));
    plan.duties = vec![task(TaskKind::Duty, "ke-hoach", who(&[], &["so-noi-vu"]))];
    let (directory, expected) = expected(&plan);
    let body = directory.find("so-noi-vu").unwrap();
    let on = |item| {
        [row(
            item,
            body,
            H1,
            Figure::Attested(true),
            Some(day(2021, 4, 8)),
        )]
    };
    assert_eq!(
        half(&expected, body, &on(0), 19),
        ReportState::NotYetDue { days_left: 1 }
    );
    let sent = day(2021, 4, 8);
    assert_eq!(
        half(&expected, body, &on(1), 19),
        ReportState::OnTime { sent }
    );
}
