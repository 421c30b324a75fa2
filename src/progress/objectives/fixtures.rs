//! The published scores of the examples, for tests.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use crate::catalog::provinces::{NamedProvince, Province, province, survey_day};
use crate::model::{DimensionNumber, RowPlace, Score, ScoreBook, Scored};

const TOTALS: &str = include_str!("../../../examples/papi-scores/tong-diem-2020-2021.csv");
const SELECTED: &str = include_str!("../../../examples/papi-scores/diem-mot-so-tinh-2017-2024.csv");

pub(crate) fn named(name: &str, year: i32) -> &'static Province {
    match province(name, survey_day(year)) {
        NamedProvince::There(found) => found,
        other => panic!("{name}: {other:?}"),
    }
}

/// The published scores of the examples, by head.
pub(crate) fn book() -> ScoreBook {
    let mut book = ScoreBook::default();
    for text in [TOTALS, SELECTED] {
        let heads: Vec<_> = text.lines().next().unwrap().split(',').collect();
        for (row, line) in text.lines().enumerate().skip(1) {
            let cells: Vec<_> = line.split(',').collect();
            let year = cells[0].parse().unwrap();
            let mut score = score(named(cells[1], year).name, year, row);
            for (head, cell) in heads.iter().zip(&cells).skip(2) {
                let scored = match head.strip_prefix('D') {
                    Some(number) => Scored::Part(DimensionNumber::parse(number).unwrap()),
                    None if *head == "total" => Scored::Total,
                    None => break,
                };
                if let Ok(value) = cell.parse() {
                    score.scores.insert(scored, value);
                }
            }
            book.complete(score);
        }
    }
    book
}

pub(crate) fn score(province: &str, year: i32, row: usize) -> Score {
    Score {
        year,
        province: province.to_owned(),
        scores: BTreeMap::new(),
        bands: BTreeMap::new(),
        rank: None,
        ranked: None,
        source: None,
        published: None,
        row: RowPlace {
            path: Arc::from(Path::new("diem.csv")),
            row: row as u64 + 1,
        },
    }
}
