//! XLSX: the cells of each sheet that hold something, as they are shown.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::path::Path;
use std::sync::Arc;

use calamine::{DataRef, Dimensions, Reader, Xlsx};

use super::assembly::shortened;
use super::manuscript::{Grid, GridCell, GridRow, MOST_CELLS, MOST_COLUMNS, Manuscript, Piece};
use crate::source::Place;
use crate::words::say_date;

/// The manuscript of a workbook, and whether all of it was read; `None` where it is
/// broken.
pub(super) fn read(path: &Path, bytes: &[u8]) -> Option<(Manuscript, bool)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).ok()?;
    let path: Arc<Path> = Arc::from(path);
    let mut pieces = Vec::new();
    let mut is_whole = true;
    for name in book.sheet_names() {
        let merged = book.merge_cells_by_sheet_name(&name).unwrap_or_default();
        let mut sheet = Sheet {
            path: Arc::clone(&path),
            name: Arc::from(name.as_str()),
            rows: BTreeMap::new(),
            cells: 0,
        };
        is_whole &= sheet.fill(&mut book, &name);
        sheet.merge(&merged);
        pieces.push(Piece::Grid(sheet.grid()));
    }
    Some((Manuscript { path, pieces }, is_whole))
}

struct Sheet {
    path: Arc<Path>,
    name: Arc<str>,
    rows: BTreeMap<u32, BTreeMap<u32, GridCell>>,
    cells: usize,
}

impl Sheet {
    /// Reads the cells one by one; false where some were left.
    fn fill(&mut self, book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> bool {
        let Ok(mut cells) = book.worksheet_cells_reader(name) else {
            return true;
        };
        let forms: Vec<Form> = cells
            .styles()
            .iter()
            .map(|style| {
                let format = style.number_format.as_ref();
                format.map_or(Form::Plain, |format| Form::of(&format.format_code))
            })
            .collect();
        loop {
            match cells.next_cell_with_style_id() {
                Ok(None) => return true,
                Ok(Some((cell, style))) => {
                    let form = forms.get(style).copied().unwrap_or(Form::Plain);
                    let (text, is_number) = shown(cell.get_value(), form);
                    if text.trim().is_empty() {
                        continue;
                    }
                    if self.cells >= MOST_CELLS || cell.get_position().1 as usize >= MOST_COLUMNS {
                        return false;
                    }
                    self.cells += 1;
                    self.put(cell.get_position(), text, is_number);
                }
                Err(_) => return false,
            }
        }
    }

    fn put(&mut self, (row, column): (u32, u32), text: String, is_number: bool) {
        let place = Place::Cell {
            path: Arc::clone(&self.path),
            sheet: Some(Arc::clone(&self.name)),
            row: u64::from(row) + 1,
            column: Some(column as usize),
            text: Some(shortened(&text)),
        };
        let cell = GridCell {
            text,
            column: column as usize,
            width: 1,
            height: 1,
            is_number,
            place,
        };
        self.rows.entry(row).or_default().insert(column, cell);
    }

    /// Cells that are merged are as large as their region.
    fn merge(&mut self, regions: &[Dimensions]) {
        for region in regions {
            let (row, column) = region.start;
            let Some(cell) = self.rows.get_mut(&row).and_then(|row| row.get_mut(&column)) else {
                continue;
            };
            let last = region
                .end
                .1
                .min(u32::try_from(MOST_COLUMNS).unwrap_or(u32::MAX));
            cell.width = (last.saturating_sub(column) as usize) + 1;
            cell.height = (region.end.0.saturating_sub(row) as usize).min(MOST_CELLS) + 1;
        }
    }

    /// The rows from the first that holds something; blank rows between stay, as breaks.
    fn grid(self) -> Grid {
        let mut rows: Vec<GridRow> = Vec::new();
        let mut heights: Vec<(usize, usize)> = Vec::new();
        let mut expected = None;
        let mut numbers: Vec<u32> = Vec::new();
        for (number, cells) in self.rows {
            let is_after_break = expected.is_some_and(|expected| expected != number);
            expected = Some(number + 1);
            for (at, cell) in cells.values().enumerate() {
                if cell.height > 1 {
                    heights.push((rows.len(), at));
                }
            }
            numbers.push(number);
            rows.push(GridRow {
                is_after_break,
                cells: cells.into_values().collect(),
            });
        }
        // Rows that hold nothing were left out, and merged cells cover fewer rows.
        for (row, at) in heights {
            let cell = &mut rows[row].cells[at];
            let end = u64::from(numbers[row]) + cell.height as u64;
            let covered = numbers[row..]
                .iter()
                .take_while(|number| u64::from(**number) < end)
                .count();
            cell.height = covered.max(1);
        }
        Grid { rows }
    }
}

/// How a number is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Form {
    /// As it is.
    Plain,
    /// A hundred times as large, with the sign of a percentage.
    Percent,
    /// With words of the format's own.
    Worded,
}

impl Form {
    /// The form that a format gives; what stands in quotes is only shown.
    fn of(format: &str) -> Self {
        let outside: String = format.split('"').step_by(2).collect();
        if outside.contains('%') && !outside.contains("\\%") {
            Self::Percent
        } else if format.contains(['"', '\\']) {
            Self::Worded
        } else {
            Self::Plain
        }
    }
}

/// What a cell shows, and whether it is a number that may be shown otherwise.
fn shown(value: &DataRef, form: Form) -> (String, bool) {
    let is_percent = form == Form::Percent;
    let is_worded = form == Form::Worded;
    match value {
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            (text.clone(), false)
        }
        DataRef::SharedString(text) => ((*text).to_owned(), false),
        DataRef::Int(number) if !is_percent => (number.to_string(), is_worded),
        DataRef::Int(number) => (format!("{}%", number.saturating_mul(100)), false),
        DataRef::Float(number) if is_percent => (format!("{}%", decimal(number * 100.0)), false),
        DataRef::Float(number) => (decimal(*number), is_worded),
        DataRef::Bool(true) => ("TRUE".to_owned(), false),
        DataRef::Bool(false) => ("FALSE".to_owned(), false),
        DataRef::DateTime(moment) => {
            let (year, month, day, ..) = moment.to_ymd_hms_milli();
            let day = chrono::NaiveDate::from_ymd_opt(year.into(), month.into(), day.into());
            match day {
                Some(day) if !moment.is_duration() => (say_date(day).vi, false),
                _ => (decimal(moment.as_f64()), true),
            }
        }
        DataRef::Error(error) => (error.to_string(), false),
        DataRef::Empty => (String::new(), false),
    }
}

/// A number as a spreadsheet shows it: at most fifteen digits, a comma for the point.
fn decimal(number: f64) -> String {
    let rounded: f64 = format!("{number:.12}").parse().unwrap_or(number);
    rounded.to_string().replace('.', ",")
}
