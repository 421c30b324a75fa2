//! What changed from year to year in the parts of the index.

use rust_decimal::Decimal;

use super::points as score;
use crate::catalog::editions::Editions;
use crate::lang::Text;
use crate::model::Scored;
use crate::progress::trend::{Barrier, PartChange, TrendYear};
use crate::say;
use crate::table::{Block, Cell, Column, Row, Table, Tone, Value};

/// A row a part and pair of years: before, after, points, per cent.
pub(super) fn changes_table(
    editions: &Editions,
    pairs: &[(&TrendYear, &TrendYear, Vec<PartChange>)],
) -> Table {
    let columns = vec![
        Column::narrow("from", say! { vi: "Từ năm", en: "From" }).for_machines(),
        Column::narrow("to", say! { vi: "Đến năm", en: "To" }).for_machines(),
        Column::narrow("part", say! { vi: "Số", en: "No." }),
        Column::wide("name", say! { vi: "Nội dung", en: "Part" }, 4),
        Column::narrow("before", say! { vi: "Trước", en: "Before" }).right(),
        Column::narrow("after", say! { vi: "Sau", en: "After" }).right(),
        Column::narrow(
            "points",
            say! { vi: "Tăng, giảm (điểm)", en: "Change (points)" },
        )
        .right(),
        Column::narrow("per_cent", say! { vi: "Tăng, giảm (%)", en: "Change (%)" }).right(),
        Column::narrow("state", say! { vi: "Xu hướng", en: "Trend" }),
    ];
    let mut rows = Vec::new();
    for (from, to, changes) in pairs {
        let (before, after) = (from.year, to.year);
        rows.push(Row::Section {
            no: String::new(),
            title: say! { vi: "Năm {after} so với năm {before}", en: "{after} against {before}" },
            depth: 0,
        });
        for change in changes {
            rows.push(Row::Cells(change_cells(editions, before, after, change)));
        }
    }
    Table {
        key: "changes",
        title: Some(say! { vi: "Thay đổi qua các năm", en: "Changes from year to year" }),
        columns,
        rows,
        ruled: false,
    }
}

fn change_cells(editions: &Editions, from: i32, to: i32, change: &PartChange) -> Vec<Cell> {
    let (number, name) = named(editions, to, change.scored)
        .or_else(|| named(editions, from, change.scored))
        .unwrap_or_else(|| (Value::Empty, Text::same("")));
    let points = change.points();
    let (state, tone) = state(change);
    let per_cent = match (points, change.before) {
        (Some(points), Some(before)) if !before.is_zero() => Value::Ratio(points, before),
        _ => Value::Empty,
    };
    vec![
        Value::Count(from.into()).into(),
        Value::Count(to.into()).into(),
        number.into(),
        Value::Said(name).into(),
        score(change.before).into(),
        score(change.after).into(),
        Cell::toned(score(points), tone),
        per_cent.into(),
        Cell::toned(state, tone),
    ]
}

/// The number and the name of a part in a year.
fn named(editions: &Editions, year: i32, scored: Scored) -> Option<(Value, Text)> {
    match scored {
        Scored::Total => Some((Value::Empty, say! { vi: "Tổng điểm", en: "Total" })),
        Scored::Part(number) => {
            let known = editions.dimension(year, number)?;
            Some((Value::Words(number.to_string()), known.name.clone()))
        }
    }
}

fn state(change: &PartChange) -> (Value, Tone) {
    let said = |word, text, tone| (Value::State(word, text), tone);
    match (change.barrier, change.points()) {
        (Some(Barrier::Break(year)), _) => said(
            "not-comparable",
            say! { vi: "không so sánh: phương pháp đổi năm {year}", en: "not comparable: new method in {year}" },
            Tone::Caution,
        ),
        (Some(Barrier::Part), _) if change.before.is_none() => said(
            "not-comparable",
            say! { vi: "năm trước chưa có", en: "not there before" },
            Tone::Caution,
        ),
        (Some(Barrier::Part), _) => said(
            "not-comparable",
            say! { vi: "không so sánh: nội dung khác", en: "not comparable: other contents" },
            Tone::Caution,
        ),
        (Some(Barrier::Merged), _) => said(
            "not-comparable",
            say! { vi: "không so sánh: tỉnh sáp nhập", en: "not comparable: province merged" },
            Tone::Caution,
        ),
        (None, None) => said(
            "missing",
            say! { vi: "thiếu số liệu", en: "missing" },
            Tone::Faint,
        ),
        (None, Some(points)) if points > Decimal::ZERO => {
            said("up", say! { vi: "tăng", en: "up" }, Tone::Good)
        }
        (None, Some(points)) if points < Decimal::ZERO => {
            said("down", say! { vi: "giảm", en: "down" }, Tone::Bad)
        }
        (None, Some(_)) => said("same", say! { vi: "không đổi", en: "same" }, Tone::Plain),
    }
}

/// Which dimensions improved and which fell, and what may not be compared.
pub(super) fn summary(from: &TrendYear, to: &TrendYear, changes: &[PartChange]) -> Vec<Block> {
    let numbers = |is_wanted: &dyn Fn(&PartChange) -> bool| -> Vec<String> {
        let dimensions = changes.iter().filter_map(|change| match change.scored {
            Scored::Part(number) if number.sub.is_none() && is_wanted(change) => {
                Some(number.to_string())
            }
            _ => None,
        });
        dimensions.collect()
    };
    let is = |order: std::cmp::Ordering| {
        move |change: &PartChange| {
            change
                .points()
                .is_some_and(|points| points.cmp(&Decimal::ZERO) == order)
        }
    };
    let up = numbers(&is(std::cmp::Ordering::Greater));
    let down = numbers(&is(std::cmp::Ordering::Less));
    let apart = numbers(&|change| change.barrier.is_some());
    let mut told = Vec::new();
    for (numbers, vi, en) in [
        (up, "tăng", "up"),
        (down, "giảm", "down"),
        (apart, "không so sánh", "not comparable"),
    ] {
        if !numbers.is_empty() {
            let (count, list) = (numbers.len(), numbers.join(", "));
            told.push(say! {
                vi: "{count} chỉ số nội dung {vi} ({list})",
                en: "dimensions {en}: {list}"
            });
        }
    }
    if told.is_empty() {
        return Vec::new();
    }
    let (before, after) = (from.year, to.year);
    let joined = |lang: fn(&Text) -> &str| told.iter().map(lang).collect::<Vec<_>>().join("; ");
    let (vi, en) = (joined(|text| &text.vi), joined(|text| &text.en));
    vec![Block::line(say! {
        vi: "Năm {after} so với năm {before}: {vi}.",
        en: "{after} against {before}: {en}."
    })]
}
