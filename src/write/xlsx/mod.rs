//! Documents as a workbook, each table on a sheet ready to print.

mod cut;
mod figure;
pub mod form;
mod format;
mod names;
mod numbered;

use std::collections::HashSet;

pub use self::cut::{Cut, Lost};
use self::figure::Figure;
use self::format::{bordered, pixels, text_format};
use self::names::{sheet_name, shortened};
use self::numbered::from_page_two;
use super::paper::{self, CELL_SIZE, PADDING, PAGE_WIDTH, Sentence, Sheet, TEXT_SIZE, cell_text};
use super::shown::seen_columns;
use super::visible;
use crate::lang::Lang;
use crate::table::{Align, Cell, Document, Row, Table, Tone, Value};

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, IgnoreError, Workbook, Worksheet, XlsxError,
};

/// The characters a cell holds, in UTF-16 as Excel counts.
const CELL_LIMIT: usize = 32_767;

/// The height of the highest row, in points.
const ROW_LIMIT: usize = 409;

/// `document` as the bytes of an XLSX file, and what it could not take whole.
///
/// The page is a landscape A4, one wide, in Times New Roman; the head of the table is
/// frozen and repeated, pages are numbered from the second. Words are text, never a
/// formula; counts, exact numbers without a unit and days are numbers, ratios text, since a
/// format of Excel would round them up to a threshold. The same document gives the same
/// bytes.
///
/// # Errors
///
/// When the writer of workbooks refuses, which is a mistake of papi's own.
pub fn document(document: &Document, lang: Lang) -> Result<(Vec<u8>, Vec<Cut>), XlsxError> {
    let mut book = Workbook::new();
    // Excel measures columns in digits of this font: 8 pixels each, 72 a column of its own.
    book.set_default_format(&text_format(CELL_SIZE), 21, 72)?;
    let mut cuts = Vec::new();
    let mut names = HashSet::new();
    let sheets = paper::sheets(document, lang);
    let title = sheets[0].headings.join(" – ");
    book.set_properties(
        &DocProperties::new()
            .set_title(shortened(&title, 255))
            .set_creation_datetime(&ExcelDateTime::from_ymd(2000, 1, 1)?),
    );
    for sheet in &sheets {
        let name = sheet_name(sheet, lang, &mut names);
        let mut page = Page {
            sheet: book.add_worksheet().set_name(&name)?,
            name,
            lang,
            row: 0,
            widths: sheet.table.map_or_else(
                || vec![PAGE_WIDTH],
                |table| paper::column_widths(table, lang),
            ),
            cuts: &mut cuts,
        };
        page.sheet(sheet)?;
    }
    let bytes = book.save_to_buffer()?;
    Ok((from_page_two(bytes), cuts))
}

struct Page<'a> {
    sheet: &'a mut Worksheet,
    name: String,
    lang: Lang,
    row: u32,
    widths: Vec<usize>,
    cuts: &'a mut Vec<Cut>,
}

impl Page<'_> {
    fn sheet(&mut self, sheet: &Sheet) -> Result<(), XlsxError> {
        self.paper();
        for (column, &width) in (0..).zip(&self.widths) {
            self.sheet.set_column_width_pixels(column, pixels(width))?;
        }
        for (at, heading) in sheet.headings.iter().enumerate() {
            let centred = text_format(TEXT_SIZE).set_align(FormatAlign::Center);
            match at {
                0 => self.across(heading, 0, &centred.set_bold())?,
                1 => self.across(&heading.to_uppercase(), 0, &centred.set_bold())?,
                2 => self.across(heading, 0, &centred.set_italic())?,
                _ => self.across(heading, 0, &centred)?,
            }
        }
        self.sentences(&sheet.above)?;
        if self.row > 0 {
            self.row += 1;
        }
        if let Some(table) = sheet.table {
            self.table(table)?;
        }
        self.sentences(&sheet.below)?;
        let last = last_column(&self.widths);
        self.sheet
            .set_print_area(0, 0, self.row.saturating_sub(1), last)?;
        let texts = IgnoreError::NumberStoredAsText;
        self.sheet.ignore_error_range(0, 0, self.row, last, texts)?;
        Ok(())
    }

    fn paper(&mut self) {
        let inch = |millimetres: f64| millimetres / 25.4;
        self.sheet.set_paper_size(9).set_landscape();
        self.sheet.set_print_fit_to_pages(1, 0);
        self.sheet.set_margins(
            inch(30.0),
            inch(20.0),
            inch(20.0),
            inch(20.0),
            inch(10.0),
            inch(10.0),
        );
        self.sheet.set_header("&C&\"Times New Roman,Regular\"&13&P");
        self.sheet.set_screen_gridlines(false);
    }

    fn sentences(&mut self, sentences: &[Sentence]) -> Result<(), XlsxError> {
        for sentence in sentences {
            let format = text_format(TEXT_SIZE);
            let format = match sentence.tone {
                Tone::Strong | Tone::Bad => format.set_bold(),
                Tone::Faint => format.set_italic(),
                Tone::Plain | Tone::Good | Tone::Caution => format,
            };
            let indent = u8::try_from(sentence.depth * 2).unwrap_or(15).min(15);
            let format = if indent > 0 {
                format.set_indent(indent)
            } else {
                format
            };
            self.across(&sentence.words, 0, &format)?;
        }
        Ok(())
    }

    fn table(&mut self, table: &Table) -> Result<(), XlsxError> {
        if let Some(title) = &table.title {
            let title = visible::one_line(title.in_lang(self.lang));
            self.across(&title, 0, &text_format(TEXT_SIZE).set_bold())?;
        }
        let seen = seen_columns(table);
        if seen.is_empty() {
            return Ok(());
        }
        let heads = table
            .columns
            .iter()
            .map(|column| Value::Said(column.head.clone()));
        let heads: Vec<Cell> = heads.map(Cell::from).collect();
        let head = bordered().set_bold().set_align(FormatAlign::Center);
        let head = head.set_align(FormatAlign::VerticalCenter);
        self.sheet.set_repeat_rows(self.row, self.row)?;
        self.sheet.set_freeze_panes(self.row + 1, 0)?;
        self.cells(&heads, &seen, &vec![head; seen.len()])?;
        let plain: Vec<Format> = seen
            .iter()
            .map(|&at| match table.columns[at].align {
                Align::Left => bordered().set_align(FormatAlign::Left),
                Align::Centre => bordered().set_align(FormatAlign::Center),
                Align::Right => bordered().set_align(FormatAlign::Right),
            })
            .collect();
        let strong: Vec<Format> = plain.iter().map(|plain| plain.clone().set_bold()).collect();
        for row in &table.rows {
            match row {
                Row::Cells(cells) => self.cells(cells, &seen, &plain)?,
                Row::Total(cells) => self.cells(cells, &seen, &strong)?,
                Row::Section {
                    no,
                    title,
                    depth: _,
                } => {
                    let numbered = table.columns[seen[0]].weight == 0 && seen.len() > 1;
                    self.section(no, title.in_lang(self.lang), numbered)?;
                }
            }
        }
        Ok(())
    }

    fn cells(
        &mut self,
        cells: &[Cell],
        seen: &[usize],
        formats: &[Format],
    ) -> Result<(), XlsxError> {
        let mut height = 0;
        for (place, &at) in seen.iter().enumerate() {
            let column = column_number(place);
            let text = cell_text(cells.get(at), self.lang);
            let room = self.widths[place].saturating_sub(PADDING);
            height = height.max(paper::text_height(&text, room, CELL_SIZE));
            match cells
                .get(at)
                .and_then(|cell| Figure::of(&cell.value, self.lang))
            {
                Some(Figure { number, format }) => {
                    let format = formats[place].clone().set_num_format(format);
                    self.sheet
                        .write_number_with_format(self.row, column, number, &format)?;
                }
                None => self.text(column, &text, &formats[place])?,
            }
        }
        self.end_row(height, 0)
    }

    /// A section: its number in the first column where that is for numbers, the title
    /// across the rest.
    fn section(&mut self, no: &str, title: &str, numbered: bool) -> Result<(), XlsxError> {
        let format = bordered().set_bold();
        let (no, title) = (visible::one_line(no), visible::lines(title));
        if numbered {
            self.text(0, &no, &format.clone().set_align(FormatAlign::Center))?;
            return self.across(&title, 1, &format);
        }
        let gap = if no.is_empty() { "" } else { ". " };
        self.across(&format!("{no}{gap}{title}"), 0, &format)
    }

    /// A row of `text` from column `first` to the last, as one cell.
    fn across(&mut self, text: &str, first: u16, format: &Format) -> Result<(), XlsxError> {
        let last = last_column(&self.widths);
        if first < last {
            self.sheet
                .merge_range(self.row, first, self.row, last, "", format)?;
        }
        self.text(first, text, format)?;
        let room: usize = self.widths[usize::from(first)..].iter().sum();
        let height = paper::text_height(text, room.saturating_sub(PADDING), TEXT_SIZE);
        self.end_row(height, first)
    }

    fn text(&mut self, column: u16, text: &str, format: &Format) -> Result<(), XlsxError> {
        let held = shortened(text, CELL_LIMIT);
        if held.len() < text.len() {
            self.lost(column, Lost::Text);
        }
        self.sheet
            .write_string_with_format(self.row, column, held, format)?;
        Ok(())
    }

    fn end_row(&mut self, height: usize, column: u16) -> Result<(), XlsxError> {
        let mut points = height.div_ceil(10) + 3;
        if points > ROW_LIMIT {
            points = ROW_LIMIT;
            self.lost(column, Lost::Sight);
        }
        self.sheet
            .set_row_height(self.row, u32::try_from(points).unwrap_or(409))?;
        self.row += 1;
        Ok(())
    }

    fn lost(&mut self, column: u16, what: Lost) {
        self.cuts.push(Cut {
            sheet: self.name.clone(),
            row: self.row + 1,
            column,
            what,
        });
    }
}

fn column_number(place: usize) -> u16 {
    u16::try_from(place).unwrap_or(u16::MAX)
}

fn last_column(widths: &[usize]) -> u16 {
    column_number(widths.len().saturating_sub(1))
}

#[cfg(test)]
mod tests;
