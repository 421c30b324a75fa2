//! A nation of plans on one day: 63 plans, each of 152 communes, 40 tasks and 4 periods,
//! a row for each, 1.5 million in all; every seventh commune sends nothing.
//!
//! `cargo bench --bench deadlines`

use std::fmt::Write as _;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use divan::{Bencher, black_box};
use papi::catalog::Calendar;
use papi::model::{Figure, Plan, ResultRecord, RowPlace};
use papi::progress::{Ledger, Progress};
use papi::read::plan::read_plan;
use papi::read::registry::read_registry;
use papi::reports::folding::Folding;
use papi::reports::overdue::{self, Filter, Layout};
use papi::reports::{agenda, matrix};
use papi::source::Source;

const PLANS: usize = 63;
const TASKS: usize = 40;

fn main() {
    divan::main();
}

fn plan() -> Plan {
    let mut text = String::from(
        "format = 1\n[plan]\nid = \"ke-hoach\"\ntitle = \"Cải thiện PAPI năm 2021\"\n\
         number = \"1/KH-UBND\"\nissued = 2021-01-04\nissuer = \"UBND tỉnh Lào Cai\"\nyear = 2021\n\
         [reporting]\nregime = \"cchc\"\nreporters = [\"ubnd-cap-xa\"]\n\
         [agencies]\nregistry = \"lao-cai-2021.csv\"\n\
         ubnd-cap-xa = { name = \"UBND cấp xã\", every = \"commune\" }\n\
         [[section]]\nid = \"I\"\ntitle = \"Nội dung\"\n",
    );
    for task in 1..=TASKS {
        let _ = write!(
            text,
            "[[section.task]]\nid = \"I.{task}\"\ntitle = \"Nhiệm vụ {task}\"\n\
             target = \"Tối thiểu 90% hồ sơ đúng hạn\"\nlead = \"ubnd-cap-xa\"\n\
             when = \"Thường xuyên\"\n"
        );
    }
    let registry = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/plans/agencies/lao-cai-2021.csv"
    );
    let source = Source::new("ke-hoach.toml", text);
    let read = read_plan(&source, |_| read_registry(Path::new(registry)));
    read.plan.expect("the plan is sound")
}

fn day() -> NaiveDate {
    NaiveDate::from_ymd_opt(2021, 12, 31).expect("a real day")
}

/// A row for each commune, task and period.
fn records(ledger: &Ledger) -> Vec<ResultRecord> {
    let path: Arc<Path> = Arc::from(Path::new("ket-qua.csv"));
    let reports = ledger.expected.reports.iter();
    let sent = reports.filter(|report| report.body % 7 != 0);
    let rows = sent.flat_map(|report| report.items.iter().map(move |item| (report, *item)));
    rows.map(|(report, item)| ResultRecord {
        item,
        body: report.body,
        period: report.period,
        figure: Figure::Ratio {
            numerator: 9.into(),
            denominator: 10.into(),
        },
        reported: report.due.map(|due| due.day),
        evidence: None,
        note: None,
        row: RowPlace {
            path: Arc::clone(&path),
            row: 2,
        },
    })
    .collect()
}

/// What is expected, from the plan alone.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn expected(bencher: Bencher) {
    let (plan, calendar) = (plan(), Calendar::built_in());
    bencher.bench(|| {
        for _ in 0..PLANS {
            black_box(Ledger::of(&plan, &calendar));
        }
    });
}

/// The same, with every row taken in, states and verdicts told.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn told(bencher: Bencher) {
    let (plan, calendar) = (plan(), Calendar::built_in());
    let records = records(&Ledger::of(&plan, &calendar));
    bencher.bench(|| {
        for _ in 0..PLANS {
            let mut ledger = Ledger::of(&plan, &calendar);
            for record in &records {
                ledger.book.add(record.clone());
            }
            black_box(Progress::on(&ledger, day()));
        }
    });
}

/// The list, the matrix and the calendar of what was told.
#[divan::bench(sample_count = 10, sample_size = 1)]
fn listed(bencher: Bencher) {
    let (plan, calendar) = (plan(), Calendar::built_in());
    let mut ledger = Ledger::of(&plan, &calendar);
    for record in records(&ledger) {
        ledger.book.add(record);
    }
    let progress = Progress::on(&ledger, day());
    let (filter, folding) = (Filter::default(), Folding::ByDistrict);
    let layout = Layout {
        folding,
        ..Layout::default()
    };
    bencher.bench(|| {
        for _ in 0..PLANS {
            black_box(overdue::document(&progress, &filter, layout));
            black_box(matrix::document(&progress, &filter, folding));
            black_box(agenda::events(&progress, &filter));
        }
    });
}
