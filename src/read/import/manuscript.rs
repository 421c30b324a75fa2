//! What a document is made of, whatever kind of file it came in: paragraphs, and grids
//! of cells that may be merged.

use std::path::Path;
use std::sync::Arc;

use crate::source::Place;

/// A document before anything in it is recognised.
#[derive(Clone, Debug)]
pub(super) struct Manuscript {
    /// The file.
    pub(super) path: Arc<Path>,
    /// Its paragraphs and grids, in order.
    pub(super) pieces: Vec<Piece>,
}

/// A paragraph or a grid.
#[derive(Clone, Debug)]
pub(super) enum Piece {
    /// A paragraph.
    Paragraph(Paragraph),
    /// A grid.
    Grid(Grid),
}

/// A paragraph; its lines are kept.
#[derive(Clone, Debug)]
pub(super) struct Paragraph {
    /// The text.
    pub(super) text: String,
    /// Where it stands.
    pub(super) place: Place,
}

/// A grid of cells, as a table of the document shows it.
#[derive(Clone, Debug, Default)]
pub(super) struct Grid {
    /// Its rows.
    pub(super) rows: Vec<GridRow>,
}

/// A row of a grid.
#[derive(Clone, Debug, Default)]
pub(super) struct GridRow {
    /// Whether a page break or a blank line stands before it.
    pub(super) is_after_break: bool,
    /// The cells that begin in it, in order; what is merged from above is not repeated.
    pub(super) cells: Vec<GridCell>,
}

/// A cell of a grid.
#[derive(Clone, Debug)]
pub(super) struct GridCell {
    /// The text; its lines are kept.
    pub(super) text: String,
    /// The first column it covers, from 0.
    pub(super) column: usize,
    /// How many columns it covers.
    pub(super) width: usize,
    /// How many rows it covers.
    pub(super) height: usize,
    /// Whether the file holds a number here that it may show in another form.
    pub(super) is_number: bool,
    /// Where it stands.
    pub(super) place: Place,
}

/// More columns than this are no table of a plan.
pub(super) const MOST_COLUMNS: usize = 512;
/// More cells than this are not read.
pub(super) const MOST_CELLS: usize = 1_000_000;

impl Grid {
    /// How many columns it has.
    #[must_use]
    pub(super) fn width(&self) -> usize {
        self.rows
            .iter()
            .flat_map(|row| &row.cells)
            .map(|cell| cell.column + cell.width)
            .max()
            .unwrap_or(0)
    }

    /// For each row, the cells that cover it: those that begin in it and those merged
    /// down into it, in the order of columns, each with the row in which it begins.
    #[must_use]
    pub(super) fn covered(&self) -> Vec<Vec<(usize, &GridCell)>> {
        let mut rows: Vec<Vec<(usize, &GridCell)>> = vec![Vec::new(); self.rows.len()];
        let mut left = 4 * MOST_CELLS;
        for (at, row) in self.rows.iter().enumerate() {
            for cell in &row.cells {
                // Whoever merges more than this has no plan in mind.
                let height = if cell.height <= left {
                    cell.height.max(1)
                } else {
                    1
                };
                let last = at.saturating_add(height).min(rows.len());
                left = left.saturating_sub(last - at);
                for covered in &mut rows[at..last] {
                    covered.push((at, cell));
                }
            }
        }
        for row in &mut rows {
            row.sort_by_key(|(_, cell)| cell.column);
        }
        rows
    }
}

impl GridCell {
    /// Whether nothing but space stands in it.
    #[must_use]
    pub(super) fn is_blank(&self) -> bool {
        self.text.trim().is_empty()
    }
}
