//! The tables of tasks in a manuscript: where each begins, over which grids it runs, and
//! how it is laid out.

use super::Asked;
use super::document;
use super::doubts::Doubts;
use super::heads::{self, Head};
use super::manuscript::{Grid, Manuscript, Paragraph, Piece};
use super::rows::{self, Row};
use crate::model::{Appendix, AppendixColumn, AppendixField, Section};
use crate::source::{Located, Place};

/// The heads of the appendix of Lào Cai.
const DEFAULT_HEADS: [&str; 8] = [
    "Stt",
    "Nhiệm vụ trọng tâm",
    "Chỉ tiêu",
    "Đơn vị chủ trì theo dõi",
    "Đơn vị thực hiện",
    "Thời gian thực hiện",
    "Kết quả thực hiện",
    "Ghi chú",
];

/// A table of tasks: its head, and the grids over which it runs.
pub(super) struct Table {
    pub(super) head: Head,
    /// Each grid with the row at which the document's foot begins.
    pub(super) grids: Vec<(usize, usize)>,
}

impl Table {
    fn grid<'m>(&self, manuscript: &'m Manuscript, at: usize) -> Option<&'m Grid> {
        match manuscript.pieces.get(self.grids.get(at)?.0)? {
            Piece::Grid(grid) => Some(grid),
            Piece::Paragraph(_) => None,
        }
    }

    /// The lines that stand in its grids above its head and below its last row.
    pub(super) fn lines(&self, manuscript: &Manuscript) -> Vec<Paragraph> {
        let mut lines = Vec::new();
        for (at, (_, end)) in self.grids.iter().enumerate() {
            let Some(grid) = self.grid(manuscript, at) else {
                continue;
            };
            let first = if at == 0 { self.head.first } else { 0 };
            for cell in grid.rows[..first]
                .iter()
                .chain(&grid.rows[*end..])
                .flat_map(|row| &row.cells)
            {
                let paragraph = Paragraph {
                    text: cell.text.clone(),
                    place: cell.place.clone(),
                };
                document::push_lines(&paragraph, &mut lines);
            }
        }
        lines
    }

    /// The title of the appendix, in the lines that lead to it.
    fn title(&self, manuscript: &Manuscript) -> Option<Located<String>> {
        let (first, _) = self.grids.first()?;
        let mut lines = Vec::new();
        let above = manuscript.pieces[..*first].iter().rev();
        let above = above
            .take_while(|piece| matches!(piece, Piece::Paragraph(_)))
            .take(8);
        for piece in above.collect::<Vec<_>>().into_iter().rev() {
            if let Piece::Paragraph(paragraph) = piece {
                document::push_lines(paragraph, &mut lines);
            }
        }
        if let Some(grid) = self.grid(manuscript, 0) {
            for cell in grid.rows[..self.head.first]
                .iter()
                .flat_map(|row| &row.cells)
            {
                let paragraph = Paragraph {
                    text: cell.text.clone(),
                    place: cell.place.clone(),
                };
                document::push_lines(&paragraph, &mut lines);
            }
        }
        document::appendix_title(&lines)
    }

    /// How the appendix is laid out, where it is not as the appendix of Lào Cai is.
    pub(super) fn layout(
        &self,
        manuscript: &Manuscript,
        is_only: bool,
        number: usize,
        sections: &[Section],
    ) -> Option<Appendix> {
        let title = self.title(manuscript);
        let known = self.head.columns.iter().flatten();
        let mut columns: Vec<AppendixColumn> = Vec::new();
        for column in known {
            let Some(field) = column.field else {
                continue;
            };
            if columns.iter().any(|known| *known.field == field) {
                continue;
            }
            columns.push(AppendixColumn {
                field: Located::new(field, column.place.clone()),
                head: Some(Located::new(column.head.clone(), column.place.clone())),
                internal: false,
            });
        }
        let is_default = columns
            .iter()
            .map(|column| {
                (
                    *column.field,
                    column.head.as_ref().map_or("", |head| &head.value),
                )
            })
            .eq(AppendixField::DEFAULT.into_iter().zip(DEFAULT_HEADS));
        if is_default {
            columns.clear();
        }
        if is_default && title.is_none() && is_only {
            return None;
        }
        let here = |text: String| Located::new(text, Place::file(&manuscript.path));
        Some(Appendix {
            id: (!is_only).then(|| here(format!("pl-{number}"))),
            title,
            sections: sections
                .iter()
                .filter(|_| !is_only)
                .map(|section| section.id.clone())
                .collect(),
            columns,
        })
    }

    pub(super) fn rows(&self, manuscript: &Manuscript, doubts: &mut Doubts) -> Vec<Row> {
        let mut rows = Vec::new();
        for at in 0..self.grids.len() {
            if let Some(grid) = self.grid(manuscript, at) {
                let from = if at == 0 { self.head.end } else { 0 };
                let span = from..self.grids[at].1;
                rows::read(grid, &self.head, span, &mut rows, doubts);
            }
        }
        rows
    }
}

/// The tables of tasks. A grid without a head, or with the same, goes on from the one
/// before where it is as wide.
pub(super) fn tables(manuscript: &Manuscript, asked: &Asked) -> Vec<Table> {
    let mut tables: Vec<Table> = Vec::new();
    for (at, piece) in manuscript.pieces.iter().enumerate() {
        let Piece::Grid(grid) = piece else {
            continue;
        };
        let head = heads::head(grid, &asked.columns);
        let width = grid.width();
        let at = (
            at,
            rows::foot(grid, head.as_ref().map_or(0, |head| head.end)),
        );
        match (head, tables.last_mut()) {
            (Some(head), Some(last)) if has_same_columns(&head, &last.head) => last.grids.push(at),
            (Some(head), _) => tables.push(Table {
                head,
                grids: vec![at],
            }),
            (None, Some(last))
                if width >= 3
                    && width <= last.head.columns.len()
                    && follows(manuscript, last, at.0) =>
            {
                last.grids.push(at);
            }
            _ => {}
        }
    }
    tables
}

fn has_same_columns(one: &Head, other: &Head) -> bool {
    let heads = |head: &Head| -> Vec<Option<String>> {
        let columns = head.columns.iter();
        columns
            .map(|column| {
                column
                    .as_ref()
                    .map(|column| crate::words::fold(&column.head))
            })
            .collect()
    };
    heads(one) == heads(other)
}

/// Whether nothing stands between a grid and the table it may go on from, but little text.
fn follows(manuscript: &Manuscript, table: &Table, at: usize) -> bool {
    let Some((last, _)) = table.grids.last() else {
        return false;
    };
    manuscript.pieces[last + 1..at]
        .iter()
        .all(|piece| match piece {
            Piece::Grid(_) => false,
            // The number of a page.
            Piece::Paragraph(paragraph) => paragraph.text.trim().chars().count() <= 8,
        })
}
