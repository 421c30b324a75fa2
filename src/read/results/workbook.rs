//! Workbooks (XLSX, ODS) → rows of cells, in bounded memory whatever they hold.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use calamine::{DataType, Dimensions, Ods, Reader, SheetVisible, Xlsx, open_workbook_from_rs};
use rust_decimal::Decimal;

use super::{cells::Cells, rows::WIDEST_ROW};

/// What all files in a workbook may come to when unpacked: a bomb holds more.
const LARGEST_UNPACKED: u64 = 256 << 20;

/// More filled cells than any real sheet has.
const MOST_CELLS: usize = 4_000_000;

/// Merged cells beyond these are not looked at.
const MOST_MERGED: usize = 10_000;

/// Why a workbook is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Trouble {
    /// Unpacked it is larger than any real table.
    TooLarge,
    /// It is damaged, locked, or no workbook.
    Damaged,
}

/// A sheet of a workbook.
pub(super) struct Sheet {
    /// Its name.
    pub(super) name: String,
    /// Its rows by number, from 1; each cell by its column, from 0.
    pub(super) rows: BTreeMap<u32, Vec<(u32, String)>>,
    /// The cells that are merged: first and last row, first and last column.
    merged: Vec<Merged>,
    /// How many cells there are.
    cells: usize,
}

/// Cells that are merged into one.
#[derive(Clone, Copy, Debug)]
pub(super) struct Merged {
    rows: (u32, u32),
    columns: (u32, u32),
}

/// Reads the sheets that can be seen.
pub(super) fn sheets(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let is_ods = check_size(bytes, LARGEST_UNPACKED)?;
    if is_ods { ods(bytes) } else { xlsx(bytes) }
}

impl Sheet {
    /// Fills `cells` with a row. A cell that is merged with those below stands in each of
    /// its rows, in the columns that `repeats` allows.
    pub(super) fn fill(&self, row: u32, cells: &mut Cells, repeats: &dyn Fn(usize) -> bool) {
        cells.begin(row.into());
        let own = self.rows.get(&row).map_or(&[][..], Vec::as_slice);
        let merged = self.merged.iter().filter(|merged| merged.holds_row(row));
        let above: Vec<(u32, &str)> = merged
            .filter(|merged| repeats(merged.columns.0 as usize))
            .filter_map(|merged| Some((merged.columns.0, self.text(merged)?)))
            .collect();
        let last = own.iter().map(|(column, _)| *column);
        let last = last.chain(above.iter().map(|(column, _)| *column)).max();
        let Some(last) = last else {
            return;
        };
        let mut own = own.iter().peekable();
        for column in 0..=last {
            let text = own
                .next_if(|(at, _)| *at == column)
                .map(|(_, text)| text.as_str());
            let from_above = || {
                above
                    .iter()
                    .find(|(at, _)| *at == column)
                    .map(|(_, text)| *text)
            };
            cells.push(text.or_else(from_above).unwrap_or_default().as_bytes());
        }
    }

    /// The text of merged cells, which stands in the first of them.
    fn text(&self, merged: &Merged) -> Option<&str> {
        let first = self.rows.get(&merged.rows.0)?;
        let (_, text) = first.iter().find(|(at, _)| *at == merged.columns.0)?;
        Some(text)
    }
}

/// Unpacks everything into nothing, counting. Sizes that the file itself names may lie.
/// Tells whether it is an ODS.
fn check_size(bytes: &[u8], largest: u64) -> Result<bool, Trouble> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    let mut left = largest;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|_| Trouble::Damaged)?;
        let unpacked = io::copy(&mut file.take(left + 1), &mut io::sink());
        left = left
            .checked_sub(unpacked.map_err(|_| Trouble::Damaged)?)
            .ok_or(Trouble::TooLarge)?;
    }
    Ok(archive.index_for_name("content.xml").is_some())
}

fn xlsx(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let mut workbook: Xlsx<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    let mut sheets = Vec::new();
    for name in visible(&workbook) {
        let merged = workbook
            .merge_cells_by_sheet_name(&name)
            .unwrap_or_default();
        let mut sheet = Sheet {
            name: name.clone(),
            rows: BTreeMap::new(),
            merged: merged.iter().take(MOST_MERGED).map(Merged::of).collect(),
            cells: 0,
        };
        // A sheet of charts has no cells.
        let Ok(mut cells) = workbook.worksheet_cells_reader(&name) else {
            continue;
        };
        loop {
            let next = cells.next_cell_with_style_id();
            let Some((cell, style)) = next.map_err(|_| Trouble::Damaged)? else {
                break;
            };
            let format = cells
                .styles()
                .get(style)
                .and_then(|style| style.number_format.as_ref());
            let is_percent = format.is_some_and(|format| format.format_code.contains('%'));
            let (row, column) = cell.get_position();
            sheet.add(row, column, text(cell.get_value(), is_percent));
            if sheet.cells > MOST_CELLS {
                return Err(Trouble::TooLarge);
            }
        }
        sheets.push(sheet.finish());
    }
    Ok(sheets)
}

fn ods(bytes: &[u8]) -> Result<Vec<Sheet>, Trouble> {
    let mut workbook: Ods<_> =
        open_workbook_from_rs(Cursor::new(bytes)).map_err(|_| Trouble::Damaged)?;
    let mut sheets = Vec::new();
    for name in visible(&workbook) {
        let range = workbook
            .worksheet_range(&name)
            .map_err(|_| Trouble::Damaged)?;
        let (first_row, first_column) = range.start().unwrap_or_default();
        let mut sheet = Sheet {
            name,
            rows: BTreeMap::new(),
            merged: Vec::new(),
            cells: 0,
        };
        for (row, column, value) in range.used_cells() {
            let (Ok(row), Ok(column)) = (u32::try_from(row), u32::try_from(column)) else {
                continue;
            };
            let text = text(value, false);
            sheet.add(first_row + row, first_column + column, text);
            if sheet.cells > MOST_CELLS {
                return Err(Trouble::TooLarge);
            }
        }
        sheets.push(sheet.finish());
    }
    Ok(sheets)
}

fn visible<R: Reader<Cursor<B>>, B: AsRef<[u8]>>(workbook: &R) -> Vec<String>
where
    Cursor<B>: Read + io::Seek,
{
    let sheets = workbook.sheets_metadata().iter();
    let seen = sheets.filter(|sheet| sheet.visible == SheetVisible::Visible);
    seen.map(|sheet| sheet.name.clone()).collect()
}

impl Sheet {
    fn add(&mut self, row: u32, column: u32, text: String) {
        if !text.is_empty() && (column as usize) < WIDEST_ROW {
            self.rows.entry(row + 1).or_default().push((column, text));
            self.cells += 1;
        }
    }

    /// Puts the cells of each row in order, of which a damaged file may have two in one
    /// place.
    fn finish(mut self) -> Self {
        for row in self.rows.values_mut() {
            row.sort_by_key(|(column, _)| *column);
            row.dedup_by_key(|(column, _)| *column);
        }
        self
    }
}

impl Merged {
    fn of(cells: &Dimensions) -> Self {
        Self {
            rows: (cells.start.0 + 1, cells.end.0 + 1),
            columns: (cells.start.1, cells.end.1),
        }
    }

    fn holds_row(&self, row: u32) -> bool {
        self.rows.0 < row && row <= self.rows.1
    }
}

/// The text of a cell, so that it reads back as what it is: numbers without thousands,
/// days in ISO form.
fn text(value: &impl DataType, is_percent: bool) -> String {
    if let Some(number) = value.get_int() {
        return number.to_string();
    }
    if let Some(number) = value.get_float() {
        return number_text(number, is_percent);
    }
    if value.is_datetime() || value.is_datetime_iso() {
        return match value.as_datetime() {
            Some(at) if at.time() == chrono::NaiveTime::MIN => at.format("%Y-%m-%d").to_string(),
            Some(at) => at.format("%Y-%m-%d %H:%M").to_string(),
            None => "?".to_owned(),
        };
    }
    if let Some(claim) = value.get_bool() {
        return claim.to_string();
    }
    if let Some(error) = value.get_error() {
        return error.to_string();
    }
    value.get_string().map(str::to_owned).unwrap_or_default()
}

/// Spreadsheets keep 15 digits of a number and show no more.
fn number_text(number: f64, is_percent: bool) -> String {
    let shown: f64 = format!("{number:.14e}").parse().unwrap_or(number);
    let plain = shown.to_string();
    let percent = || {
        Decimal::from_str_exact(&plain)
            .ok()?
            .checked_mul(Decimal::ONE_HUNDRED)
    };
    let (mut plain, sign) = match is_percent.then(percent).flatten() {
        Some(percent) => (percent.normalize().to_string(), "%"),
        None => (plain, ""),
    };
    // Three decimals alone might be thousands.
    if plain
        .split_once('.')
        .is_some_and(|(_, part)| part.len() == 3)
    {
        plain.push('0');
    }
    plain + sign
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_read_back_as_what_they_are() {
        for (number, is_percent, text) in [
            (46.0, false, "46"),
            (45.366, false, "45.3660"),
            (0.1 + 0.2, false, "0.3"),
            (0.975, true, "97.5%"),
            (1.0, true, "100%"),
            (-0.0, false, "-0"),
        ] {
            assert_eq!(number_text(number, is_percent), text);
        }
    }

    #[test]
    fn a_bomb_is_refused_by_what_it_unpacks_to() {
        let mut archive = zip::ZipWriter::new(Cursor::new(Vec::new()));
        let options = zip::write::SimpleFileOptions::default();
        archive.start_file("xl/workbook.xml", options).unwrap();
        io::copy(&mut io::repeat(b'x').take(100_000), &mut archive).unwrap();
        let bomb = archive.finish().unwrap().into_inner();
        assert!(bomb.len() < 1_000);
        assert_eq!(check_size(&bomb, 99_999), Err(Trouble::TooLarge));
        assert_eq!(check_size(&bomb, 100_000), Ok(false));
    }

    #[test]
    fn what_is_no_workbook_is_damaged() {
        assert_eq!(sheets(b"PK\x03\x04").err(), Some(Trouble::Damaged));
    }
}
