//! Every report that the plan of Lào Cai 2021 expects, by hand: windows from Nghị định
//! 09/2019/NĐ-CP, Điều 12, due days from 581/BNV-CCHC, weekdays from the calendar of 2021.

use std::path::Path;

use chrono::{Datelike, NaiveDate};
use papi::catalog::Calendar;
use papi::model::Plan;
use papi::progress::Ledger;
use papi::read::files::read_text;
use papi::read::plan::read_plan;
use papi::read::registry::read_registry;

fn lao_cai() -> Plan {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("plans/lao-cai-2021.toml");
    let source = read_text(&path).expect("the plan can be read");
    let read = read_plan(&source, |registry| {
        read_registry(&path.with_file_name(&registry.value))
    });
    read.plan.expect("the plan is sound")
}

fn said(day: NaiveDate) -> String {
    format!("{day} {}", day.weekday())
}

#[test]
fn every_period_of_lao_cai_has_the_window_and_day_that_the_regime_gives() {
    let plan = lao_cai();
    let ledger = Ledger::of(&plan, &Calendar::built_in());
    let expected = &ledger.expected;
    let lines: Vec<String> = expected
        .timetable
        .periods
        .iter()
        .map(|timed| {
            let reports = expected
                .reports
                .iter()
                .filter(|report| report.period == timed.period);
            let (start, last) = (timed.window.start, timed.window.last_day);
            let due = timed.due.expect("the regime gives a day");
            let off = if due.is_day_off == Some(true) {
                "off"
            } else {
                "worked"
            };
            let owed = if timed.is_owed {
                "owed"
            } else {
                "before the issue"
            };
            let (period, count) = (timed.period, reports.count());
            format!(
                "{period}: {start} to {last}, due {} {off}, {count} {owed}",
                said(due.day)
            )
        })
        .collect();
    assert_eq!(
        lines,
        [
            "2021-Q1: 2020-12-15 to 2021-03-14, due 2021-03-20 Sat off, 172 before the issue",
            "2021-H1: 2020-12-15 to 2021-06-14, due 2021-06-20 Sun off, 172 owed",
            "2021-Q3: 2021-06-15 to 2021-09-14, due 2021-09-20 Mon worked, 172 owed",
            "2021: 2020-12-15 to 2021-12-14, due 2021-12-20 Mon worked, 172 owed",
        ]
    );
}

#[test]
fn each_of_eleven_departments_nine_districts_and_152_communes_reports_four_times() {
    let plan = lao_cai();
    let ledger = Ledger::of(&plan, &Calendar::built_in());
    let bodies = ledger.directory.bodies();
    let level = |body: usize| bodies[body].level.map_or("province", |level| level.word());
    for timed in &ledger.expected.timetable.periods {
        let reports = ledger.expected.reports.iter();
        let of_period: Vec<_> = reports
            .filter(|report| report.period == timed.period)
            .collect();
        for (wanted, count) in [("province", 11), ("district", 9), ("commune", 152)] {
            let of_level = of_period
                .iter()
                .filter(|report| level(report.body) == wanted);
            assert_eq!(of_level.count(), count, "{wanted}, {}", timed.period);
        }
        assert!(of_period.iter().all(|report| report.window == timed.window));
        assert!(of_period.iter().all(|report| report.due == timed.due));
    }
    let mut without_items: Vec<_> = ledger
        .expected
        .reports
        .iter()
        .filter(|report| report.items.is_empty())
        .map(|report| bodies[report.body].name.as_str())
        .collect();
    without_items.dedup();
    assert_eq!(without_items, [""; 0]);
}

#[test]
fn dated_work_of_lao_cai_is_owed_on_the_day_its_words_give() {
    let plan = lao_cai();
    let ledger = Ledger::of(&plan, &Calendar::built_in());
    let mut lines: Vec<String> = ledger
        .deliveries
        .deliveries
        .iter()
        .filter_map(|delivery| {
            let item = ledger.items.all()[delivery.item].id;
            let (due, bodies) = (delivery.due?, delivery.bodies.len());
            Some(format!("{item}: {} by {bodies}", said(due)))
        })
        .collect();
    lines.sort();
    assert_eq!(lines, WORK);
}

/// "trước ngày 10/04/2021" is by the 9th; "Theo định kỳ 6 tháng" falls on the last days of
/// both halves, "Tháng 12 hàng năm" on that of December, "Quý III" on that of September.
const WORK: [&str; 5] = [
    "III.5: 2021-06-30 Wed by 1",
    "III.5: 2021-12-31 Fri by 1",
    "IV.4: 2021-12-31 Fri by 1",
    "V.4: 2021-09-30 Thu by 1",
    "ke-hoach-don-vi: 2021-04-09 Fri by 172",
];
