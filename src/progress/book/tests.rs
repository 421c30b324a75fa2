use proptest::prelude::*;

use super::*;
use crate::model::PeriodPart;
use crate::progress::fixtures::day;

const H1: ReportingPeriod = ReportingPeriod {
    year: 2021,
    part: PeriodPart::Half(1),
};

fn book() -> Book {
    Book::new(3, 4, vec![H1])
}

/// A record in row `row`, reported on that day of June.
fn record(row: u64, june: Option<u32>, figure: Figure) -> ResultRecord {
    ResultRecord {
        item: 1,
        body: 2,
        period: H1,
        figure,
        reported: june.map(|of_june| day(2021, 6, of_june)),
        evidence: None,
        note: None,
        row: RowPlace {
            path: Arc::from(Path::new("results.csv")),
            row,
        },
    }
}

fn count(number: i64) -> Figure {
    Figure::Number(number.into())
}

fn counted(book: &Book) -> (Figure, bool) {
    let reported = book.get(1, 2, 0).unwrap();
    (reported.figure, reported.is_disputed)
}

#[test]
fn a_later_day_corrects_and_an_earlier_one_does_not() {
    let mut book = book();
    assert_eq!(book.add(record(2, Some(18), count(5))), Added::New);
    let corrected = book.add(record(3, Some(20), count(6)));
    assert!(matches!(corrected, Added::Correction { previous } if previous.row.row == 2));
    let earlier = book.add(record(4, Some(19), count(7)));
    assert!(matches!(earlier, Added::Earlier { current } if current.row.row == 3));
    assert_eq!(counted(&book), (count(6), false));
    let days: Vec<_> = book.arrivals().map(|record| record.reported).collect();
    assert_eq!(days, [Some(day(2021, 6, 18)), Some(day(2021, 6, 20))]);
}

#[test]
fn another_value_of_the_same_day_or_none_is_a_conflict_until_a_later_one() {
    for (one, other) in [
        (Some(18), Some(18)),
        (None, Some(18)),
        (Some(18), None),
        (None, None),
    ] {
        let mut book = book();
        book.add(record(2, one, count(5)));
        let conflict = book.add(record(3, other, count(6)));
        assert!(matches!(conflict, Added::Conflict { other } if other.row.row == 2));
        assert_eq!(counted(&book), (count(5), true));
    }
    let mut book = book();
    book.add(record(2, Some(18), count(5)));
    book.add(record(3, Some(18), count(6)));
    book.add(record(4, Some(20), count(6)));
    assert_eq!(counted(&book), (count(6), false));
}

#[test]
fn the_same_value_again_is_the_same_and_keeps_its_evidence() {
    let mut book = book();
    book.add(record(2, Some(18), Figure::Number("5".parse().unwrap())));
    let mut again = record(3, Some(20), Figure::Number("5.0".parse().unwrap()));
    again.evidence = Some("Báo cáo".into());
    assert!(matches!(book.add(again), Added::Same { .. }));
    assert_eq!(book.get(1, 2, 0).unwrap().evidence, Some("Báo cáo"));
}

#[test]
fn an_empty_row_is_no_arrival() {
    let mut book = book();
    book.add(record(2, Some(18), Figure::None));
    let reported = book.get(1, 2, 0).unwrap();
    assert!(reported.is_empty() && reported.first_reported.is_none());
    book.add(record(3, Some(20), count(0)));
    let reported = book.get(1, 2, 0).unwrap();
    assert!(!reported.is_empty());
    assert_eq!(reported.first_reported, Some(day(2021, 6, 20)));
    assert_eq!(book.covered(2, 0).collect::<Vec<_>>(), [1]);
}

#[test]
fn what_the_book_has_no_place_for_is_outside() {
    let mut book = book();
    for (item, body, year) in [(3, 2, 2021), (1, 4, 2021), (1, 2, 2022)] {
        let mut stray = record(2, None, count(1));
        (stray.item, stray.body, stray.period.year) = (item, body, year);
        assert_eq!(book.add(stray), Added::Outside);
    }
    assert!(book.is_empty());
    assert!(book.get(9, 9, 9).is_none() && book.get(1, 9, 0).is_none());
}

proptest! {
    #[test]
    fn every_figure_comes_back_as_it_was(
        first in any::<i64>(), second in any::<i64>(), scale in 0_u32..9,
    ) {
        let decimal = |number| rust_decimal::Decimal::new(number, scale);
        for figure in [
            Figure::Number(decimal(first)),
            Figure::Percent(decimal(first)),
            Figure::Ratio { numerator: decimal(first), denominator: decimal(second) },
        ] {
            let mut book = book();
            book.add(record(2, Some(1), figure));
            prop_assert_eq!(counted(&book).0, figure);
        }
    }

    #[test]
    fn dated_rows_count_alike_in_any_order(days in Just((1..=9_u32).collect::<Vec<_>>()).prop_shuffle()) {
        let mut book = book();
        for day in days {
            book.add(record(u64::from(day), Some(day), count(day.into())));
        }
        prop_assert_eq!(counted(&book), (count(9), false));
    }
}
