mod cells;
mod rows;
mod saved;
mod whole;
mod workbooks;

use std::path::Path;

use super::*;
use crate::model::{
    AgencyLevel, Bound, BoundKind, Comparison, Figure, Level, Measure, PeriodPart, Plan,
    ReportingPeriod, Target, TaskKind,
};
use crate::progress::fixtures::{day, lao_cai, section, task, who, words};
use crate::source::{Place, column_letters};

fn percent(id: &str, measure: Measure) -> Target {
    let kind = BoundKind::Level(Level {
        comparison: Comparison::AtLeast,
        value: 30.into(),
        upper: None,
        unit: "%".to_owned(),
        out_of: None,
    });
    Target {
        id: words(id),
        words: None,
        bounds: vec![Bound::new(kind)],
        unread: Vec::new(),
        measure: Some(measure),
        combine: None,
        lower_is_better: false,
        baseline: None,
        exceptions: Vec::new(),
    }
}

/// Lào Cai with II.3, a share of communes; III.4, a ratio; VI.4 without target; V.6 with
/// two targets.
fn plan() -> Plan {
    let mut plan = lao_cai();
    let own = |id: &str, targets: Vec<Target>| {
        let mut own = task(TaskKind::Task, id, who(&["so-noi-vu"], &["ubnd-cap-huyen"]));
        own.targets = targets;
        own
    };
    plan.sections = vec![section(
        "II",
        vec![
            own(
                "II.3",
                vec![percent("II.3", Measure::Share(AgencyLevel::Commune))],
            ),
            own("III.4", vec![percent("III.4", Measure::Ratio)]),
            own("VI.4", Vec::new()),
            own(
                "V.6",
                vec![
                    percent("V.6.a", Measure::Ratio),
                    percent("V.6.b", Measure::Ratio),
                ],
            ),
        ],
    )];
    plan
}

/// What reading some bytes comes to.
struct Seen {
    told: Vec<Diagnostic>,
    /// Item, agency, figure, row.
    counted: Vec<(String, String, Figure, u64)>,
}

impl Seen {
    /// Each finding as rule, row and column letter.
    fn rules(&self) -> Vec<(&'static str, u64, String)> {
        let rule = |told: &Diagnostic| match &told.place {
            Place::Cell { row, column, .. } => (
                told.rule,
                *row,
                column.map(column_letters).unwrap_or_default(),
            ),
            _ => (told.rule, 0, String::new()),
        };
        self.told.iter().map(rule).collect()
    }
}

fn read(bytes: &[u8]) -> Seen {
    let plan = plan();
    let directory = Directory::of(&plan);
    let items = Items::of(&plan);
    let parts = [
        PeriodPart::Quarter(1),
        PeriodPart::Half(1),
        PeriodPart::Quarter(3),
        PeriodPart::Year,
    ];
    let periods = parts.map(|part| ReportingPeriod { year: 2021, part });
    let mut book = Book::new(items.all().len(), directory.bodies().len(), periods.into());
    let resolver = Resolver {
        items: &items,
        directory: &directory,
        as_of: Some(day(2021, 7, 5)),
    };
    let mut desks = [Desk {
        id: "lao-cai-2021",
        number: Some("149/KH-UBND"),
        resolver,
        book: &mut book,
    }];
    let told = read_results(Path::new("r.csv"), bytes, &mut desks).concat();
    let counted = book.all().map(|(item, body, _, reported)| {
        (
            items.all()[item].id.to_owned(),
            directory.bodies()[body].id.clone(),
            reported.figure,
            reported.row,
        )
    });
    Seen {
        told,
        counted: counted.collect(),
    }
}

/// Reads rows under the usual head.
fn rows(rows: &str) -> Seen {
    const HEAD: &str = "Mã;Đơn vị;Kỳ;Tử số;Mẫu số;Kết quả;Ngày báo cáo;Minh chứng;Ghi chú";
    read(format!("{HEAD}\n{rows}").as_bytes())
}

fn ratio(numerator: i64, denominator: i64) -> Figure {
    Figure::Ratio {
        numerator: numerator.into(),
        denominator: denominator.into(),
    }
}

fn number(text: &str) -> rust_decimal::Decimal {
    text.parse().unwrap()
}

/// What rows are told as, and that none of them counts.
fn told_as(text: &str) -> Vec<(&'static str, u64, String)> {
    let seen = rows(text);
    assert_eq!(seen.counted, []);
    seen.rules()
}

#[test]
fn rows_of_other_plans_are_passed_over_and_told_once() {
    const HEAD: &str = "Kế hoạch,Mã,Đơn vị,Kỳ,Tử số,Mẫu số\n";
    let read = |rows: &str| read(format!("{HEAD}{rows}").as_bytes());
    let body = read(
        "lao-cai-2021,II.3,082,2021-H1,7,21\n149/KH-UBND,II.3,083,2021-H1,6,16\n,II.3,084,2021-H1,5,10\n",
    );
    let all = body.counted.len();
    assert_eq!(body.rules(), []);
    let seen = read(
        "lao-cai-2021,II.3,082,2021-H1,7,21\nyen-bai-2021,II.3,083,2021-H1,6,16\nyen-bai-2021,II.3,084,2021-H1,5,10\n",
    );
    assert_eq!(seen.rules(), [("unknown-plan", 3, "A".to_owned())]);
    assert_eq!((all, seen.counted.len()), (3, 1));
}
