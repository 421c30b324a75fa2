//! A plan with one target, and what was reported on it.

use std::path::Path;
use std::sync::Arc;

use rust_decimal::Decimal;

use super::*;
use crate::model::{
    AgencyLevel, Figure, Level, PeriodPart, ReportingPeriod, ResultRecord, RowPlace, StandsFor,
    TaskKind,
};
use crate::progress::Added;
use crate::progress::fixtures::{agency, day, lao_cai, section, task, who, words};

pub(super) const PARTS: [PeriodPart; 6] = [
    PeriodPart::Quarter(1),
    PeriodPart::Half(1),
    PeriodPart::Quarter(3),
    PeriodPart::Year,
    PeriodPart::Month(1),
    PeriodPart::Month(2),
];

pub(super) fn number(text: &str) -> Decimal {
    text.parse().unwrap()
}

pub(super) fn target(kind: BoundKind) -> Target {
    Target {
        id: words("II.3"),
        words: None,
        bounds: vec![Bound::new(kind)],
        unread: Vec::new(),
        measure: None,
        combine: None,
        lower_is_better: false,
        baseline: None,
        exceptions: Vec::new(),
    }
}

pub(super) fn level(comparison: Comparison, value: &str, unit: &str) -> BoundKind {
    BoundKind::Level(Level {
        comparison,
        value: number(value),
        upper: None,
        unit: unit.to_owned(),
        out_of: None,
    })
}

pub(super) fn ratio(numerator: i64, denominator: i64) -> Figure {
    Figure::Ratio {
        numerator: numerator.into(),
        denominator: denominator.into(),
    }
}

pub(super) fn count(number: i64) -> Figure {
    Figure::Number(number.into())
}

/// A plan of Lào Cai with the one task II.3 and what was reported on it.
pub(super) struct Scene {
    pub(super) plan: Plan,
    pub(super) rows: Vec<(String, i32, PeriodPart, Figure, Option<&'static str>)>,
}

impl Scene {
    pub(super) fn new(lead: &[&str], by: &[&str], target: Target) -> Self {
        let mut plan = lao_cai();
        plan.agencies
            .push(agency("so-ldtbxh", "Sở Lao động", StandsFor::Itself));
        let mut own = task(TaskKind::Task, "II.3", who(lead, by));
        own.targets = vec![target];
        plan.sections = vec![section("II", vec![own])];
        Self {
            plan,
            rows: Vec::new(),
        }
    }

    pub(super) fn of_districts(target: Target) -> Self {
        Self::new(&["so-ldtbxh"], &["ubnd-cap-huyen"], target)
    }

    pub(super) fn row(mut self, body: &str, part: PeriodPart, figure: Figure) -> Self {
        self.rows.push((body.to_owned(), 2021, part, figure, None));
        self
    }

    pub(super) fn in_year(mut self, year: i32, body: &str, figure: Figure) -> Self {
        let row = (body.to_owned(), year, PeriodPart::Year, figure, None);
        self.rows.push(row);
        self
    }

    pub(super) fn h1(self, body: &str, figure: Figure) -> Self {
        self.row(body, PeriodPart::Half(1), figure)
    }

    pub(super) fn with_evidence(mut self) -> Self {
        self.rows.last_mut().unwrap().4 = Some("Báo cáo số 12/BC-UBND");
        self
    }

    /// The nine districts with `parts` communes inspected of those they have.
    pub(super) fn districts(mut self, parts: [i64; 9]) -> Self {
        let directory = Directory::of(&self.plan);
        for (&district, part) in directory.of_level(AgencyLevel::District).iter().zip(parts) {
            let communes = directory.children(district).len();
            let body = directory.bodies()[district].id.clone();
            self = self.h1(&body, ratio(part, i64::try_from(communes).unwrap()));
        }
        self
    }

    pub(super) fn on(&self, year: i32, month: u32) -> Judgement {
        let directory = Directory::of(&self.plan);
        let items = Items::of(&self.plan);
        let years = self.plan.head.years.all();
        let periods = years
            .flat_map(|year| PARTS.map(|part| ReportingPeriod { year, part }))
            .collect();
        let mut book = Book::new(items.all().len(), directory.bodies().len(), periods);
        for (index, (body, year, part, figure, evidence)) in self.rows.iter().enumerate() {
            let added = book.add(ResultRecord {
                item: items.find("II.3").unwrap(),
                body: directory.find(body).unwrap(),
                period: ReportingPeriod {
                    year: *year,
                    part: *part,
                },
                figure: *figure,
                reported: None,
                evidence: evidence.map(Into::into),
                note: None,
                row: RowPlace {
                    path: Arc::from(Path::new("results.csv")),
                    row: index as u64 + 2,
                },
            });
            assert!(!matches!(added, Added::Outside), "{body}");
        }
        let as_of = day(year, month, 5);
        let mut all = judge(
            &self.plan,
            &directory,
            &items,
            &book,
            &Released::without_scores(as_of),
        );
        assert_eq!(all.len(), 1);
        all.remove(0)
    }

    pub(super) fn july(&self) -> Verdict {
        self.on(2021, 7).verdict
    }
}
