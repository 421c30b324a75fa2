//! Puts a manuscript together from what markup says in order: tables, rows, cells,
//! text. A table inside a cell becomes a grid of its own.

use std::path::Path;
use std::sync::Arc;

use super::manuscript::{
    Grid, GridCell, GridRow, MOST_CELLS, MOST_COLUMNS, Manuscript, Paragraph, Piece,
};
use crate::source::Place;

/// A manuscript that is being put together.
pub(super) struct Assembly {
    path: Arc<Path>,
    pieces: Vec<Piece>,
    open: Vec<OpenTable>,
    paragraph: String,
    paragraphs: u64,
    tables: usize,
    cells: usize,
    /// Whether there was more than is read.
    pub(super) is_cut: bool,
}

struct OpenTable {
    name: Arc<str>,
    grid: Grid,
    /// For each column, how many rows below are covered from above.
    covered: Vec<usize>,
    /// The number of the row, as the document counts it, and of the row after it.
    number: u64,
    next: u64,
    column: usize,
    cell: Option<OpenCell>,
}

struct OpenCell {
    text: String,
    width: usize,
    down: Down,
}

/// How a cell goes on below.
#[derive(Clone, Copy, Debug)]
pub(super) enum Down {
    /// It covers that many rows.
    Rows(usize),
    /// It begins a merged cell whose length is not told.
    Begins,
    /// It belongs to the cell above.
    Continues,
}

/// Rows that are the same are repeated no more than this.
const MOST_REPEATED: usize = 1_000;
/// Tables inside tables deeper than this are read as text.
const DEEPEST: usize = 32;

impl Assembly {
    pub(super) fn new(path: &Path) -> Self {
        Self {
            path: Arc::from(path),
            pieces: Vec::new(),
            open: Vec::new(),
            paragraph: String::new(),
            paragraphs: 0,
            tables: 0,
            cells: 0,
            is_cut: false,
        }
    }

    /// Adds text to the open cell, or to the paragraph.
    pub(super) fn text(&mut self, text: &str) {
        match self
            .open
            .iter_mut()
            .rev()
            .find_map(|table| table.cell.as_mut())
        {
            Some(cell) => cell.text.push_str(text),
            None => self.paragraph.push_str(text),
        }
    }

    /// Whether text goes into a cell.
    pub(super) fn is_in_cell(&self) -> bool {
        self.open.iter().any(|table| table.cell.is_some())
    }

    /// Ends a line.
    pub(super) fn line(&mut self) {
        self.text("\n");
    }

    /// Ends a paragraph.
    pub(super) fn end_paragraph(&mut self) {
        if self.is_in_cell() {
            self.line();
            return;
        }
        let text = std::mem::take(&mut self.paragraph);
        self.paragraphs += 1;
        if !text.trim().is_empty() {
            let place = Place::Cell {
                path: Arc::clone(&self.path),
                sheet: None,
                row: self.paragraphs,
                column: None,
                text: Some(shortened(&text)),
            };
            self.pieces
                .push(Piece::Paragraph(Paragraph { text, place }));
        }
    }

    /// Begins a table; `name` is its own, where it has one.
    pub(super) fn start_table(&mut self, name: Option<&str>) {
        if self.open.len() >= DEEPEST {
            self.is_cut = true;
            return;
        }
        if self.open.is_empty() {
            self.end_paragraph();
        }
        self.tables += 1;
        let name = name.map_or_else(|| format!("bảng {}", self.tables), str::to_owned);
        self.open.push(OpenTable {
            name: Arc::from(name),
            grid: Grid::default(),
            covered: Vec::new(),
            number: 1,
            next: 1,
            column: 0,
            cell: None,
        });
    }

    /// Ends a table.
    pub(super) fn end_table(&mut self) {
        self.end_cell();
        if let Some(table) = self.open.pop()
            && table.grid.rows.iter().any(|row| !row.cells.is_empty())
        {
            self.pieces.push(Piece::Grid(table.grid));
        }
    }

    /// Begins a row, `before` columns in, that stands for `times` of the same.
    pub(super) fn start_row(&mut self, before: usize, times: usize) {
        self.end_cell();
        if let Some(table) = self.open.last_mut() {
            table.number = table.next;
            table.next += times.max(1) as u64;
            for covered in &mut table.covered {
                *covered = covered.saturating_sub(1);
            }
            table.grid.rows.push(GridRow::default());
            table.column = before.min(MOST_COLUMNS);
        }
    }

    /// Ends a row that stands for `times` of the same: what it says is said as often.
    pub(super) fn end_row(&mut self, times: usize) {
        self.end_cell();
        if let Some(table) = self.open.last_mut()
            && let Some(row) = table.grid.rows.last().cloned()
            && !row.cells.is_empty()
        {
            self.is_cut |= times > MOST_REPEATED;
            for _ in 1..times.min(MOST_REPEATED) {
                if self.cells + row.cells.len() > MOST_CELLS {
                    self.is_cut = true;
                    return;
                }
                self.cells += row.cells.len();
                table.grid.rows.push(row.clone());
            }
        }
    }

    /// Begins a cell.
    pub(super) fn start_cell(&mut self, width: usize, down: Down) {
        self.end_cell();
        let Some(table) = self.open.last_mut() else {
            return;
        };
        if table.grid.rows.is_empty() {
            table.grid.rows.push(GridRow::default());
        }
        if matches!(down, Down::Rows(_)) {
            while table
                .covered
                .get(table.column)
                .is_some_and(|rows| *rows > 0)
            {
                table.column += 1;
            }
        }
        table.cell = Some(OpenCell {
            text: String::new(),
            width: width.clamp(1, MOST_COLUMNS),
            down,
        });
    }

    /// Ends a cell.
    pub(super) fn end_cell(&mut self) {
        let Some(table) = self.open.last_mut() else {
            return;
        };
        let Some(cell) = table.cell.take() else {
            return;
        };
        let column = table.column;
        table.column += cell.width;
        let is_blank = cell.text.trim().is_empty();
        if table.column > MOST_COLUMNS || self.cells >= MOST_CELLS {
            self.is_cut |= !is_blank;
            return;
        }
        if is_blank && matches!(cell.down, Down::Rows(0 | 1)) {
            return;
        }
        self.cells += 1;
        let height = match cell.down {
            Down::Rows(rows) => rows.clamp(1, MOST_CELLS),
            Down::Begins => 1,
            Down::Continues => {
                if table.grid.lengthen(column, &cell.text) {
                    return;
                }
                1
            }
        };
        if height > 1 {
            let end = column + cell.width;
            table.covered.resize(table.covered.len().max(end), 0);
            table.covered[column..end].fill(height);
        }
        let place = Place::Cell {
            path: Arc::clone(&self.path),
            sheet: Some(Arc::clone(&table.name)),
            row: table.number,
            column: Some(column),
            text: Some(shortened(&cell.text)),
        };
        if let Some(row) = table.grid.rows.last_mut() {
            row.cells.push(GridCell {
                text: cell.text,
                column,
                width: cell.width,
                height,
                is_number: false,
                place,
            });
        }
    }

    /// Ends a cell that stands for several of the same.
    pub(super) fn end_cell_repeated(&mut self, times: usize) {
        let text = self
            .open
            .last()
            .and_then(|table| table.cell.as_ref())
            .map(|cell| cell.text.clone());
        self.end_cell();
        let is_blank = text.as_deref().is_none_or(|text| text.trim().is_empty());
        self.is_cut |= times > MOST_COLUMNS && !is_blank;
        for _ in 1..times.min(MOST_COLUMNS) {
            self.start_cell(1, Down::Rows(1));
            // A blank cell that is repeated to the edge of the sheet is only skipped.
            match &text {
                Some(text) if !text.trim().is_empty() => self.text(text),
                _ => {}
            }
            self.end_cell();
        }
    }

    /// The manuscript, with what is still open closed.
    pub(super) fn finish(mut self) -> (Manuscript, bool) {
        while !self.open.is_empty() {
            self.end_table();
        }
        self.end_paragraph();
        let manuscript = Manuscript {
            path: self.path,
            pieces: self.pieces,
        };
        (manuscript, self.is_cut)
    }
}

impl Grid {
    /// Lets the cell above, at that column, cover the last row too, with what text the
    /// lower part holds. False where there is none.
    fn lengthen(&mut self, column: usize, text: &str) -> bool {
        let last = self.rows.len().saturating_sub(1);
        let above = self.rows[..last]
            .iter_mut()
            .enumerate()
            .rev()
            .find_map(|(at, row)| {
                let cell = row.cells.iter_mut().find(|cell| cell.column == column)?;
                Some((at, cell))
            });
        match above {
            Some((at, cell)) if at + cell.height >= last => {
                cell.height = last - at + 1;
                if !text.trim().is_empty() {
                    cell.text.push('\n');
                    cell.text.push_str(text);
                }
                true
            }
            _ => false,
        }
    }
}

/// The beginning of a text, to show in a finding.
pub(super) fn shortened(text: &str) -> Arc<str> {
    const LONGEST: usize = 60;
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return Arc::from(line);
    }
    let mut short: String = line.chars().take(LONGEST - 1).collect();
    short.push('…');
    Arc::from(short)
}
