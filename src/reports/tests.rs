//! However what is owed is grouped, folded or laid out, its states add up to the same.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;
use proptest::sample::select;

use super::folding::{Folded, Folding};
use super::grouping::{Grouping, groups};
use super::overdue::{self, Filter, Layout};
use super::{agenda, matrix, reminder};
use crate::catalog::Calendar;
use crate::lang::Lang;
use crate::model::{Figure, PeriodPart, PeriodSet, Plan, ReportingPeriod, ResultRecord, Schedule};
use crate::model::{TaskKind, Years};
use crate::progress::fixtures::{
    at, day, due, lao_cai, named, reporting, row, section, task, when, who,
};
use crate::progress::{Ledger, Owed, Progress, ReportState, StateCounts, What};
use crate::table::{Block, Document, Row, Value};

const EVERYBODY: [&str; 3] = ["cac-so-nganh", "ubnd-cap-huyen", "ubnd-cap-xa"];

/// Two sections, reports of four periods by everybody, and a duty with a day.
fn plan(years: Years, has_due: bool) -> Plan {
    let mut plan = lao_cai();
    plan.head.years = years;
    let mut reports = reporting(named(&EVERYBODY));
    let parts = [
        PeriodPart::Quarter(1),
        PeriodPart::Half(1),
        PeriodPart::Quarter(3),
        PeriodPart::Year,
    ];
    reports.periods = parts.map(|part| at(PeriodSet::Part(part))).to_vec();
    reports.regime = None;
    reports.due = has_due.then(|| due(None, 20, 0)).into_iter().collect();
    plan.reporting = Some(reports);
    let mut duty = task(TaskKind::Duty, "ke-hoach", who(&[], &EVERYBODY));
    let last_day = day(2021, 4, 9);
    duty.when = vec![when(vec![Schedule::By { last_day }])];
    plan.duties = vec![duty];
    let one = task(TaskKind::Task, "I.1", who(&["so-noi-vu"], &["ubnd-cap-xa"]));
    let two = task(
        TaskKind::Task,
        "II.1",
        who(&["so-tnmt"], &["ubnd-cap-huyen"]),
    );
    plan.sections = vec![section("I", vec![one]), section("II", vec![two])];
    plan
}

fn days() -> impl Strategy<Value = NaiveDate> {
    (0..500u64).prop_map(|after| day(2021, 1, 1) + Days::new(after))
}

prop_compose! {
    fn rows()(
        item in 0..3usize,
        body in 0..164usize,
        part in select(vec![PeriodPart::Quarter(1), PeriodPart::Half(1), PeriodPart::Year]),
        figure in select(vec![Figure::None, Figure::Attested(true)]),
        reported in proptest::option::weighted(0.8, days()),
    ) -> ResultRecord {
        row(item, body, ReportingPeriod { year: 2021, part }, figure, reported)
    }
}

fn counts<'o>(owed: impl IntoIterator<Item = &'o &'o Owed>) -> StateCounts {
    owed.into_iter().map(|owed| owed.state).collect()
}

fn fact(document: &Document, key: &str) -> Option<i64> {
    let facts = document.blocks.iter().flat_map(|block| match block {
        Block::Facts(facts) => facts.as_slice(),
        _ => &[],
    });
    facts
        .filter(|fact| fact.key == key)
        .find_map(|fact| match fact.value {
            Value::Count(count) => Some(count),
            _ => None,
        })
}

/// The sums of the last two columns: of the rows, and of the rows of totals.
fn sums(document: &Document) -> [[i64; 2]; 2] {
    let mut sums = [[0; 2]; 2];
    let tables = document.blocks.iter().filter_map(|block| match block {
        Block::Table(table) => Some(table),
        _ => None,
    });
    for row in tables.flat_map(|table| &table.rows) {
        let (of, cells) = match row {
            Row::Cells(cells) => (0, cells),
            Row::Total(cells) => (1, cells),
            Row::Section { .. } => continue,
        };
        for (sum, cell) in sums[of].iter_mut().zip(&cells[cells.len() - 2..]) {
            if let Value::Count(count) = cell.value {
                *sum += count;
            }
        }
    }
    sums
}

fn as_count(number: usize) -> Option<i64> {
    i64::try_from(number).ok()
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn every_view_counts_the_same(
        rows in proptest::collection::vec(rows(), 0..200),
        as_of in days(),
        to in 2021..2023,
        has_due in any::<bool>(),
        all in any::<bool>(),
        within in 0..40i64,
    ) {
        let plan = plan(Years { from: 2021, to }, has_due);
        let mut ledger = Ledger::of(&plan, &Calendar::built_in());
        for row in rows {
            ledger.book.add(row);
        }
        let progress = Progress::on(&ledger, as_of);
        let filter = Filter { within, all, ..Filter::default() };
        let taken = filter.taken(&progress);
        let whole = counts(&taken);

        for grouping in [Grouping::Agency, Grouping::Section, Grouping::Period, Grouping::Task] {
            for folding in [Folding::Each, Folding::ByDistrict, Folding::ByKind] {
                let folded = Folded::of(&progress, &taken, folding);
                let mut summed = StateCounts::default();
                for group in groups(&progress, &taken, grouping, &folded) {
                    let lines = folded.lines(&progress, &group.owed);
                    for line in &lines {
                        let first = line.owed[0];
                        prop_assert!(line.owed.iter().all(|owed| owed.state.word() == first.state.word()
                            && (owed.what, owed.due) == (first.what, first.due)));
                        summed += counts(&line.owed);
                    }
                }
                prop_assert_eq!(summed, whole);
                let layout = Layout { grouping, folding, is_flat: folding == Folding::Each };
                let document = overdue::document(&progress, &filter, layout);
                prop_assert_eq!(fact(&document, "listed"), as_count(taken.len()));
                prop_assert_eq!(fact(&document, "missing"), as_count(whole.missing));
                let bands = ["overdue_1_2", "overdue_3_7", "overdue_over_7"];
                let bands: i64 = bands.iter().filter_map(|key| fact(&document, key)).sum();
                prop_assert_eq!(Some(bands), as_count(whole.missing));
            }
        }

        let reports = progress.report_counts();
        for folding in [Folding::Each, Folding::ByDistrict] {
            let document = matrix::document(&progress, &filter, folding);
            let wanted = [reports.owed(), reports.missing].map(|number| as_count(number).unwrap());
            prop_assert_eq!(sums(&document), [wanted, wanted]);
            prop_assert_eq!(fact(&document, "listed"), as_count(reports.total()));
        }

        let open = taken.iter().filter(|owed| matches!(
            owed.state,
            ReportState::Missing { .. } | ReportState::Empty { .. } | ReportState::NotYetDue { .. }
        ));
        let reminded = reminder::reminders(&progress, &filter);
        let listed: i64 = reminded.iter().filter_map(|letter| fact(letter, "listed")).sum();
        prop_assert_eq!(Some(listed), as_count(open.count()));

        let events = agenda::events(&progress, &filter);
        let mut ids: Vec<_> = events.iter().map(|event| &event.id).collect();
        ids.sort();
        ids.dedup();
        prop_assert_eq!(ids.len(), events.len());
    }
}

#[test]
fn communes_take_one_line_a_district_and_agencies_of_a_kind_one_line() {
    let years = Years {
        from: 2021,
        to: 2021,
    };
    let plan = plan(years, true);
    let ledger = Ledger::of(&plan, &Calendar::built_in());
    let progress = Progress::on(&ledger, day(2021, 7, 5));
    let is_h1 = |owed: &&Owed| matches!(owed.what, What::Report(period) if period.part == PeriodPart::Half(1));
    let owed: Vec<&Owed> = progress.owed.iter().filter(is_h1).collect();
    let said = |folding| {
        let lines = Folded::of(&progress, &owed, folding).lines(&progress, &owed);
        let said = lines.iter().map(|line| {
            super::folding::said_line(&progress, line)
                .in_lang(Lang::Vi)
                .to_owned()
        });
        said.collect::<Vec<_>>()
    };
    assert_eq!(said(Folding::Each).len(), 163);
    assert_eq!(
        said(Folding::ByKind),
        [
            "Các sở, ban, ngành: 2 đơn vị",
            "UBND cấp huyện: 9 đơn vị",
            "UBND cấp xã: 152 đơn vị"
        ]
    );
    let by_district = said(Folding::ByDistrict);
    assert_eq!(by_district.len(), 2 + 9 + 9);
    assert!(by_district.contains(&"UBND cấp xã thuộc huyện Bát Xát: 21 đơn vị".to_owned()));
}
