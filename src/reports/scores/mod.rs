//! A province's published scores over the years, what improved and what fell.

mod changes;

use rust_decimal::Decimal;

use self::changes::{changes_table, summary};
use crate::catalog::editions::Editions;
use crate::catalog::provinces::Province;
use crate::lang::Text;
use crate::model::{DimensionNumber, Scored};
use crate::progress::objectives::{Basis, Released};
use crate::progress::trend::TrendYear;
use crate::say;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};

/// The scores of `province` in `years`, as they are out on the day.
#[must_use]
pub fn scores(released: &Released, province: &'static Province, years: (i32, i32)) -> Document {
    let (there, held_back) = released.trend(province, &(years.0..=years.1));
    let mut blocks = vec![Block::Facts(facts(released, province))];
    for year in &held_back {
        blocks.push(Block::toned(held_back_line(released, *year), Tone::Caution));
    }
    if there.is_empty() {
        let (vi, en) = (called(province), province.short_name());
        blocks.push(Block::toned(
            say! {
                vi: "Không có điểm nào của {vi} đã công bố trong khoảng này.",
                en: "There are no published scores of {en} in this span."
            },
            Tone::Caution,
        ));
    } else {
        blocks.push(Block::Table(by_year(released.editions, &there)));
        blocks.extend(unranked_line(&there));
    }
    let pairs: Vec<_> = there
        .windows(2)
        .map(|pair| (&pair[0], &pair[1], released.changes(&pair[0], &pair[1])))
        .collect();
    if !pairs.is_empty() {
        blocks.push(Block::Table(changes_table(released.editions, &pairs)));
        for (from, to, changes) in &pairs {
            blocks.extend(summary(from, to, changes));
        }
    }
    Document {
        headings: vec![heading(province, &there)],
        blocks,
    }
}

fn heading(province: &Province, there: &[TrendYear]) -> Text {
    let (vi, en) = (called(province), province.short_name());
    match (there.first(), there.last()) {
        (Some(first), Some(last)) if first.year != last.year => {
            let (first, last) = (first.year, last.year);
            say! { vi: "Điểm PAPI của {vi}, {first}–{last}", en: "PAPI scores of {en}, {first}–{last}" }
        }
        (Some(only), _) => {
            let year = only.year;
            say! { vi: "Điểm PAPI của {vi} năm {year}", en: "PAPI scores of {en} in {year}" }
        }
        (None, _) => say! { vi: "Điểm PAPI của {vi}", en: "PAPI scores of {en}" },
    }
}

/// "tỉnh Lào Cai", as it stands inside a sentence.
fn called(province: &Province) -> String {
    let mut letters = province.name.chars();
    let first = letters
        .next()
        .map(|letter| letter.to_lowercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

fn facts(released: &Released, province: &Province) -> Vec<Fact> {
    vec![
        Fact {
            key: "province",
            value: Value::Words(province.name.to_owned()),
            label: None,
        },
        Fact {
            key: "as_of",
            value: released.as_of.into(),
            label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
        },
    ]
}

fn held_back_line(released: &Released, year: i32) -> Text {
    match released.release(year) {
        crate::progress::objectives::Release::NotYet(Some(day)) => {
            let day = crate::words::say_date(day);
            Text {
                vi: format!(
                    "Kết quả năm {year} đến ngày {} mới công bố nên không tính.",
                    day.vi
                ),
                en: format!(
                    "The results of {year} come out on {} and are left out.",
                    day.en
                ),
            }
        }
        _ => say! {
            vi: "Kết quả năm {year} chưa công bố nên không tính.",
            en: "The results of {year} are not published yet and are left out."
        },
    }
}

/// The years without a place, which is told rather than left blank.
fn unranked_line(years: &[TrendYear]) -> Option<Block> {
    let unranked = years.iter().filter(|year| year.standing.is_none());
    let unranked: Vec<_> = unranked.map(|year| year.year.to_string()).collect();
    if unranked.is_empty() {
        return None;
    }
    let list = unranked.join(", ");
    Some(Block::toned(
        say! {
            vi: "Không có thứ hạng năm {list}: tệp điểm không ghi, và không đủ các tỉnh được xếp hạng để tính.",
            en: "No place in {list}: the scores do not give it and lack provinces to count it from."
        },
        Tone::Faint,
    ))
}

/// The keys of dimensions in machine formats.
const DIMENSION_KEYS: [&str; 12] = [
    "d1", "d2", "d3", "d4", "d5", "d6", "d7", "d8", "d9", "d10", "d11", "d12",
];

/// A row a year: the dimensions, the total, the place and what it is by.
fn by_year(editions: &Editions, years: &[TrendYear]) -> Table {
    let has = |number: u8| {
        let part = Scored::Part(DimensionNumber::whole(number));
        years.iter().any(|year| year.score.of(part).is_some())
    };
    let dimensions: Vec<(u8, &'static str)> = (1..=12)
        .zip(DIMENSION_KEYS)
        .filter(|(number, _)| has(*number))
        .collect();
    let mut columns = vec![
        Column::narrow("year", say! { vi: "Năm", en: "Year" }),
        Column::narrow("province", say! { vi: "Tỉnh", en: "Province" }).for_machines(),
    ];
    for (number, key) in &dimensions {
        columns.push(Column::narrow(*key, say! { vi: "CS {number}", en: "D{number}" }).right());
    }
    columns.push(Column::narrow("total", say! { vi: "Tổng", en: "Total" }).right());
    columns.push(Column::narrow("rank", say! { vi: "Hạng", en: "Place" }).right());
    columns.push(Column::narrow("ranked", say! { vi: "Trên", en: "Of" }).right());
    columns.push(Column::narrow(
        "basis",
        say! { vi: "Hạng theo", en: "Place by" },
    ));
    let band = Column::narrow("band", say! { vi: "Nhóm", en: "Band" });
    let has_band = years
        .iter()
        .any(|year| year.score.bands.contains_key(&Scored::Total));
    columns.push(if has_band { band } else { band.for_machines() });
    columns.push(Column::wide("source", say! { vi: "Nguồn", en: "Source" }, 1).for_machines());
    let mut rows = Vec::new();
    for year in years {
        if let Some(found) = break_before(editions, years, year.year) {
            rows.push(found);
        }
        rows.push(Row::Cells(year_cells(year, &dimensions)));
    }
    Table {
        key: "scores",
        title: None,
        columns,
        rows,
        ruled: false,
    }
}

/// A line across the table where totals of the years above and below it may not be
/// compared.
fn break_before(editions: &Editions, years: &[TrendYear], year: i32) -> Option<Row> {
    let before = years.iter().rev().find(|known| known.year < year)?;
    let found = editions.break_between(before.year, year, Scored::Total)?;
    let (at, reason) = (found.year, &found.reason);
    Some(Row::Section {
        no: String::new(),
        title: Text {
            vi: format!(
                "Tổng điểm từ năm {at} không so sánh với các năm trên: {}",
                reason.vi
            ),
            en: format!(
                "Totals from {at} on are not compared with those above: {}",
                reason.en
            ),
        },
        depth: 0,
    })
}

fn year_cells(year: &TrendYear, dimensions: &[(u8, &'static str)]) -> Vec<Cell> {
    let score = year.score;
    let mut cells: Vec<Cell> = vec![
        Value::Count(year.year.into()).into(),
        Value::Words(year.province.name.to_owned()).into(),
    ];
    for (number, _) in dimensions {
        let part = Scored::Part(DimensionNumber::whole(*number));
        cells.push(points(score.of(part)).into());
    }
    cells.push(Cell::toned(points(score.total()), Tone::Strong));
    let standing = year.standing;
    cells.push(Value::from(standing.map(|standing| Value::Count(standing.place.into()))).into());
    let of = standing.and_then(|standing| standing.of);
    cells.push(Value::from(of.map(|of| Value::Count(of.into()))).into());
    cells.push(basis(standing.map(|standing| standing.basis)).into());
    let band = score.bands.get(&Scored::Total);
    cells.push(Value::from(band.map(|band| band.name())).into());
    cells.push(Value::from(score.source.as_deref()).into());
    cells
}

fn basis(basis: Option<Basis>) -> Value {
    match basis {
        None => Value::Empty,
        Some(Basis::Given) => Value::State("given", say! { vi: "tệp", en: "file" }),
        Some(Basis::Scores) => Value::State("scores", say! { vi: "điểm", en: "totals" }),
        Some(Basis::Plan) => Value::State("plan", say! { vi: "kế hoạch", en: "plan" }),
    }
}

fn points(score: Option<Decimal>) -> Value {
    Value::from(score.map(|score| Value::Number(score, String::new())))
}
