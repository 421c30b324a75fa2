//! Pasted text: a line without tabs is a paragraph, lines with tabs are the rows of a
//! table. A blank line between rows is where a page ended.

use std::ops::Range;
use std::sync::Arc;

use super::manuscript::{
    Grid, GridCell, GridRow, MOST_CELLS, MOST_COLUMNS, Manuscript, Paragraph, Piece,
};
use crate::source::{Place, Source};

/// The manuscript of a text, and whether all of it was read.
pub(super) fn read(source: &Arc<Source>) -> (Manuscript, bool) {
    let mut paste = Paste {
        source,
        pieces: Vec::new(),
        grid: Grid::default(),
        width: 0,
        is_after_break: false,
        cells: 0,
        is_whole: true,
    };
    let lines: Vec<_> = lines(source.text()).collect();
    let mut at = 0;
    while at < lines.len() {
        at = paste.take(&lines, at);
    }
    paste.end_grid();
    let manuscript = Manuscript {
        path: Arc::from(source.path()),
        pieces: paste.pieces,
    };
    (manuscript, paste.is_whole)
}

/// The bytes of each line, without its end.
fn lines(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let mut start = 0;
    text.split_inclusive('\n').map(move |line| {
        let begin = start;
        start += line.len();
        begin..begin + line.trim_end_matches(['\r', '\n']).len()
    })
}

struct Paste<'s> {
    source: &'s Arc<Source>,
    pieces: Vec<Piece>,
    grid: Grid,
    /// How many tabs the rows of the grid have.
    width: usize,
    is_after_break: bool,
    cells: usize,
    is_whole: bool,
}

impl Paste<'_> {
    /// Takes the line at `at`, with those that belong to it, and says where to go on.
    fn take(&mut self, lines: &[Range<usize>], at: usize) -> usize {
        let text = self.source.text();
        let line = &text[lines[at].clone()];
        if line.trim().is_empty() && !line.contains('\t') {
            self.is_after_break = true;
            return at + 1;
        }
        if !line.contains('\t') {
            self.end_grid();
            let start = lines[at].end - line.trim_start().len();
            self.pieces.push(Piece::Paragraph(Paragraph {
                text: line.trim().to_owned(),
                place: Place::span(self.source, start..start + line.trim().len()),
            }));
            return at + 1;
        }
        // A line break inside a cell breaks the row; its halves have the tabs of one.
        let mut end = at;
        let mut tabs = line.matches('\t').count();
        while tabs < self.width && end + 1 < lines.len() {
            let next = &text[lines[end + 1].clone()];
            let more = next.matches('\t').count();
            if next.trim().is_empty() || tabs + more > self.width {
                break;
            }
            tabs += more;
            end += 1;
        }
        self.width = self.width.max(tabs);
        self.row(lines[at].start..lines[end].end);
        end + 1
    }

    fn row(&mut self, span: Range<usize>) {
        let text = &self.source.text()[span.clone()];
        let mut row = GridRow {
            is_after_break: std::mem::take(&mut self.is_after_break) && !self.grid.rows.is_empty(),
            cells: Vec::new(),
        };
        let mut start = span.start;
        for (column, cell) in text.split('\t').enumerate() {
            let begin = start;
            start += cell.len() + 1;
            if cell.trim().is_empty() {
                continue;
            }
            if column >= MOST_COLUMNS || self.cells >= MOST_CELLS {
                self.is_whole = false;
                break;
            }
            self.cells += 1;
            let lead = cell.len() - cell.trim_start().len();
            let inner = begin + lead..begin + lead + cell.trim().len();
            row.cells.push(GridCell {
                text: cell.trim().trim_matches('"').to_owned(),
                column,
                width: 1,
                height: 1,
                is_number: false,
                place: Place::span(self.source, inner),
            });
        }
        self.grid.rows.push(row);
    }

    fn end_grid(&mut self) {
        self.is_after_break = false;
        self.width = 0;
        if !self.grid.rows.is_empty() {
            self.pieces
                .push(Piece::Grid(std::mem::take(&mut self.grid)));
        }
    }
}
