mod edges;

use chrono::NaiveDate;

use super::fixtures::{book, named, score};
use super::*;
use crate::catalog::editions::Editions;
use crate::model::{
    Baseline, BaselineFigure, BoundKind, Change, Comparison, Level, Measure, Rank, ScoreBook,
};
use crate::progress::fixtures::{at, day, lao_cai, words};

fn target(kind: BoundKind) -> Target {
    Target {
        id: words("xep-hang"),
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

/// "tăng ít nhất … so với năm …"
fn up(value: i64, unit: &str, baseline: Baseline) -> BoundKind {
    BoundKind::Change(Change {
        comparison: Comparison::AtLeast,
        value: value.into(),
        unit: unit.to_owned(),
        baseline,
        downward: false,
    })
}

const FIVE_PLACES: fn() -> BoundKind = || up(5, "bậc", Baseline::Year(2020));

struct Asking {
    province: &'static str,
    year: i32,
    as_of: NaiveDate,
    dimensions: Vec<crate::source::Located<String>>,
}

fn of(province: &'static str, year: i32, as_of: NaiveDate) -> Asking {
    Asking {
        province,
        year,
        as_of,
        dimensions: Vec::new(),
    }
}

impl Asking {
    fn dimension(mut self, number: &str) -> Self {
        self.dimensions.push(words(number));
        self
    }

    fn judge(&self, target: &Target) -> IndexJudgement {
        self.judge_with(target, &book())
    }

    fn judge_with(&self, target: &Target, book: &ScoreBook) -> IndexJudgement {
        let editions = Editions::built_in();
        let released = Released {
            editions: &editions,
            book,
            province: Some(named(self.province, self.year)),
            as_of: self.as_of,
        };
        let about = About {
            title: "Cải thiện thứ hạng PAPI",
            dimensions: &self.dimensions,
        };
        let years = Years {
            from: self.year,
            to: self.year,
        };
        let mut judged = judge_target(target, &about, years, &released);
        assert_eq!(judged.len(), 1);
        judged.remove(0)
    }
}

fn rank_of(measured: Option<Measured>) -> (u32, Option<u32>, Basis) {
    match measured.unwrap().figure {
        IndexValue::Rank(standing) => (standing.place, standing.of, standing.basis),
        other => panic!("{other:?}"),
    }
}

fn after() -> NaiveDate {
    day(2022, 5, 11)
}

#[test]
fn lao_cai_2021_is_not_yet_published_before_may_2022() {
    for as_of in [day(2021, 6, 1), day(2022, 5, 9)] {
        let judged = of("Lào Cai", 2021, as_of).judge(&target(FIVE_PLACES()));
        assert_eq!(judged.verdict, IndexVerdict::NotYetPublished);
        assert_eq!(judged.figure, None);
    }
    let judged = of("Lào Cai", 2021, day(2022, 5, 10)).judge(&target(FIVE_PLACES()));
    assert_eq!(judged.verdict, IndexVerdict::Missed);
}

#[test]
fn lao_cai_2021_is_missed_by_twenty_six_places() {
    let judged = of("Lào Cai", 2021, after()).judge(&target(FIVE_PLACES()));
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    assert_eq!(rank_of(judged.baseline), (28, Some(63), Basis::Scores));
    assert_eq!(rank_of(judged.figure), (49, Some(60), Basis::Scores));
    assert_eq!(judged.short_by, Some(26.into()));
    let both = judged.among_both.unwrap();
    assert_eq!(
        (both.of, both.from, both.to, both.flips),
        (60, 25, 49, false)
    );
    let told: Vec<_> = judged
        .explanation
        .iter()
        .map(|text| text.vi.as_str())
        .collect();
    assert_eq!(
        told,
        [
            "Kết quả năm 2021 công bố ngày 10/5/2022.",
            "Kết quả năm 2020 công bố ngày 14/4/2021.",
            "Chỉ số PAPI năm 2020: thứ 28 trên 63 tỉnh, thành phố (tính từ điểm công bố).",
            "Chỉ số PAPI năm 2021: thứ 49 trên 60 tỉnh, thành phố (tính từ điểm công bố).",
            "Giảm 21 bậc.",
            "Còn thiếu 26 bậc.",
            "Trong 60 tỉnh, thành phố có kết quả cả năm 2020 và năm 2021: thứ 25, rồi thứ 49.",
        ]
    );
}

#[test]
fn hai_duong_shows_that_the_basis_can_flip_the_verdict() {
    let judged = of("Hải Dương", 2021, after()).judge(&target(FIVE_PLACES()));
    assert_eq!(judged.verdict, IndexVerdict::Met);
    assert_eq!(rank_of(judged.baseline).0, 30);
    assert_eq!(rank_of(judged.figure).0, 25);
    let both = judged.among_both.unwrap();
    assert_eq!((both.from, both.to, both.flips), (27, 25, true));
    assert!(
        judged
            .explanation
            .last()
            .unwrap()
            .vi
            .ends_with("kết luận ngược lại.")
    );
}

#[test]
fn a_province_that_was_not_surveyed_has_no_data_and_has_not_failed() {
    let judged = of("Bắc Giang", 2021, after()).judge(&target(FIVE_PLACES()));
    assert_eq!(
        judged.verdict,
        IndexVerdict::NoData(NoData::NotSurveyed(2021))
    );
    assert_eq!(judged.short_by, None);
}

#[test]
fn a_comparison_across_a_break_is_refused() {
    let from = |year| target(up(1, "điểm", Baseline::Year(year)));
    let judged = of("Đồng Nai", 2018, after()).judge(&from(2017));
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotComparable(NotComparable::Break(2018))
    );
    assert!(
        judged
            .explanation
            .last()
            .unwrap()
            .vi
            .contains("phương pháp thay đổi từ năm 2018")
    );
    let judged = of("Đồng Nai", 2018, after())
        .dimension("2")
        .judge(&from(2017));
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    let judged = of("Đồng Nai", 2018, after())
        .dimension("7")
        .judge(&from(2017));
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotComparable(NotComparable::Part(2017))
    );
    let judged = of("Đồng Nai", 2018, after())
        .dimension("3")
        .judge(&from(2015));
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotComparable(NotComparable::Break(2016))
    );
}

#[test]
fn scores_are_judged_in_points_and_in_per_cent_of_what_they_were() {
    let hung_yen = || of("Hưng Yên", 2021, after());
    let judged = hung_yen().judge(&target(up(3, "điểm", Baseline::Previous)));
    assert_eq!(judged.verdict, IndexVerdict::Met);
    assert!(
        judged
            .explanation
            .iter()
            .any(|told| told.vi == "Tăng 3,1961 điểm (7,58 %).")
    );
    let judged = hung_yen().judge(&target(up(8, "%", Baseline::Year(2020))));
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    let level = |value: &str, out_of: Option<i64>| {
        target(BoundKind::Level(Level {
            comparison: Comparison::AtLeast,
            value: value.parse().unwrap(),
            upper: None,
            unit: "điểm".to_owned(),
            out_of: out_of.map(Decimal::from),
        }))
    };
    let judged = hung_yen().judge(&level("45.37", Some(80)));
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    assert_eq!(judged.short_by.unwrap().to_string(), "0.0041");
    let judged = hung_yen().dimension("2").judge(&level("5.5", None));
    assert_eq!(judged.verdict, IndexVerdict::Met);
    for target in [level("5.5", None), level("45", Some(100))] {
        let judged = hung_yen().judge(&target);
        assert_eq!(
            judged.verdict,
            IndexVerdict::NotMeasurable(NotMeasurable::Scale)
        );
    }
}

#[test]
fn words_that_name_a_dimension_are_about_that_dimension() {
    let mut target = target(BoundKind::Level(Level {
        comparison: Comparison::AtLeast,
        value: "5.5".parse().unwrap(),
        upper: None,
        unit: "điểm".to_owned(),
        out_of: None,
    }));
    target.words = Some(words("Chỉ số nội dung 2 đạt từ 5,5 điểm trở lên"));
    let judged = of("Hưng Yên", 2021, after()).judge(&target);
    assert_eq!(judged.scored, Scored::Part(DimensionNumber::whole(2)));
    assert_eq!(judged.verdict, IndexVerdict::Met);
}

#[test]
fn the_first_ten_are_counted_from_every_province_or_not_at_all() {
    let top = |at_most| {
        target(BoundKind::Rank(Rank {
            at_most,
            scope: None,
        }))
    };
    let judged = of("Hưng Yên", 2021, after()).judge(&top(10));
    assert_eq!(rank_of(judged.figure), (5, Some(60), Basis::Scores));
    assert_eq!(judged.verdict, IndexVerdict::Met);
    let judged = of("Hưng Yên", 2021, after()).judge(&top(3));
    assert_eq!(
        (judged.verdict, judged.short_by),
        (IndexVerdict::Missed, Some(2.into()))
    );
    let judged = of("Hưng Yên", 2023, day(2024, 5, 1)).judge(&top(10));
    let too_few = NoData::Incomplete {
        year: 2023,
        have: 2,
        of: 61,
    };
    assert_eq!(judged.verdict, IndexVerdict::NoData(too_few));
    let region = target(BoundKind::Rank(Rank {
        at_most: 3,
        scope: Some("vùng Tây Bắc".to_owned()),
    }));
    let judged = of("Lào Cai", 2021, after()).judge(&region);
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotMeasurable(NotMeasurable::Region)
    );
}
