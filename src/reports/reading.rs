//! How a phrase was read: its parts, each with what it asks in papi's own words.

use std::ops::Range;

use crate::lang::Text;
use crate::say;
use crate::table::{Block, Cell, Column, Document, Row, Table, Tone, Value};
use crate::words::{SchedulePart, TargetPart, Unread, say_schedule, say_target};

/// The parts of a target phrase and what they ask.
pub fn target(text: &str, parts: &[TargetPart]) -> Document {
    let rows = parts
        .iter()
        .map(|part| row(text, &part.span, &part.reading, say_target));
    document(text, rows.collect())
}

/// The parts of a schedule phrase and what they ask.
pub fn schedule(text: &str, parts: &[SchedulePart]) -> Document {
    let rows = parts
        .iter()
        .map(|part| row(text, &part.span, &part.reading, say_schedule));
    document(text, rows.collect())
}

fn row<T>(
    text: &str,
    span: &Range<usize>,
    reading: &Result<T, Unread>,
    said: fn(&T) -> Text,
) -> Row {
    let part = text.get(span.clone()).unwrap_or(text).trim();
    let (read, tone) = match reading {
        Ok(reading) => (said(reading), Tone::Good),
        Err(unread) => {
            let rest = unread.rest.trim();
            let said = say! { vi: "chưa đọc được: \"{rest}\"", en: "not understood: \"{rest}\"" };
            (said, Tone::Bad)
        }
    };
    Row::Cells(vec![
        Cell::from(Value::from(part)),
        Cell::toned(Value::Said(read), tone),
    ])
}

fn document(text: &str, rows: Vec<Row>) -> Document {
    if rows.is_empty() {
        let nothing =
            say! { vi: "Ô trống: không yêu cầu gì.", en: "An empty cell: it asks nothing." };
        return Document::of(vec![Block::toned(nothing, Tone::Faint)]);
    }
    Document {
        headings: vec![Text::same(text.trim())],
        blocks: vec![Block::Table(Table {
            key: "parts",
            title: None,
            columns: vec![
                Column::wide("part", say! { vi: "Phần", en: "Part" }, 1),
                Column::wide("read", say! { vi: "Đọc là", en: "Read as" }, 1),
            ],
            rows,
            ruled: true,
        })],
    }
}
