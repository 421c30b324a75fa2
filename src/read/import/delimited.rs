//! CSV and TSV: one grid.

use std::sync::Arc;

use super::assembly::shortened;
use super::manuscript::{Grid, GridCell, GridRow, MOST_CELLS, MOST_COLUMNS, Manuscript, Piece};
use crate::source::{Place, Source};

/// The manuscript of a table of separated values, and whether all of it was read.
pub(super) fn read(source: &Arc<Source>) -> (Manuscript, bool) {
    let path: Arc<std::path::Path> = Arc::from(source.path());
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(delimiter(source.text()))
        .from_reader(source.text().as_bytes());
    let mut grid = Grid::default();
    let mut cells = 0;
    let mut is_whole = true;
    let mut expected = 1;
    let mut record = csv::StringRecord::new();
    while reader.read_record(&mut record).unwrap_or(false) {
        let line = record.position().map_or(expected, csv::Position::line);
        let mut row = GridRow {
            // Blank lines are not given by the reader, but count.
            is_after_break: line > expected,
            cells: Vec::new(),
        };
        let breaks = record.iter().map(|text| text.matches('\n').count() as u64);
        expected = line + 1 + breaks.sum::<u64>();
        for (column, text) in record.iter().enumerate() {
            if text.trim().is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS || cells >= MOST_CELLS {
                is_whole = false;
                break;
            }
            cells += 1;
            row.cells.push(GridCell {
                text: text.to_owned(),
                column,
                width: 1,
                height: 1,
                is_number: false,
                place: Place::Cell {
                    path: Arc::clone(&path),
                    sheet: None,
                    row: line,
                    column: Some(column),
                    text: Some(shortened(text)),
                },
            });
        }
        grid.rows.push(row);
    }
    let pieces = vec![Piece::Grid(grid)];
    (Manuscript { path, pieces }, is_whole)
}

/// The sign that parts the first line which has any into the most cells.
fn delimiter(text: &str) -> u8 {
    let counts = |line: &str| {
        b"\t;,".map(|sign| {
            let mut quoted = false;
            let outside = line.bytes().filter(|byte| {
                quoted ^= *byte == b'"';
                !quoted && *byte == sign
            });
            (outside.count(), sign)
        })
    };
    text.lines()
        .take(20)
        .map(|line| counts(line).into_iter().max_by_key(|(count, _)| *count))
        .max_by_key(|best| best.map_or(0, |(count, _)| count))
        .flatten()
        .map_or(b',', |(_, sign)| sign)
}
