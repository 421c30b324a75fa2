//! The rows of an appendix: heads that are repeated fall away, halves that a page break
//! parted are joined, cells merged down are given to each row they cover.

use std::ops::Range;
use std::sync::Arc;

use super::doubts::Doubts;
use super::heads::{Head, counts_columns, repeats};
use super::manuscript::{Grid, GridCell};
use super::numbering::{Number, Style, leading, number};
use super::text::{begins_small, is_capital, one_line, tidy};
use crate::model::AppendixField;
use crate::say;
use crate::source::Place;
use crate::words::fold;

/// A row of the appendix.
#[derive(Clone, Debug)]
pub(super) struct Row {
    /// Its number, where it has one.
    pub(super) number: Option<Number>,
    /// What stands in the column of numbers and is none.
    pub(super) odd_number: Option<String>,
    /// The title, on one line.
    pub(super) title: String,
    /// Where the title stands, or the row begins.
    pub(super) place: Place,
    /// The other cells.
    pub(super) cells: Vec<Cell>,
    /// Whether its title runs across the columns.
    pub(super) is_across: bool,
    /// What is not certain about it: the key, the place, and why.
    pub(super) doubts: Vec<(&'static str, Place, crate::lang::Text)>,
}

/// A cell of a row.
#[derive(Clone, Debug)]
pub(super) struct Cell {
    /// The column.
    pub(super) column: usize,
    /// What the column holds.
    pub(super) field: Option<AppendixField>,
    /// The text; its lines are kept.
    pub(super) text: String,
    /// Whether the file holds a number here that it may show in another form.
    pub(super) is_number: bool,
    /// Where it stands.
    pub(super) place: Place,
}

impl Row {
    /// Whether it has nothing but a title.
    pub(super) fn is_bare(&self) -> bool {
        self.cells.is_empty()
    }
}

/// The rows of a grid below its head. `rows` holds those of the tables before it, which
/// the first row may go on from.
pub(super) fn read(
    grid: &Grid,
    head: &Head,
    span: Range<usize>,
    rows: &mut Vec<Row>,
    doubts: &mut Doubts,
) {
    let covered = grid.covered();
    let mut is_after_break = span.start == 0 && !rows.is_empty();
    let mut before: Option<Number> = rows.iter().rev().find_map(|row| row.number.clone());
    for (at, cells) in covered.iter().enumerate().take(span.end).skip(span.start) {
        is_after_break |= grid.rows[at].is_after_break;
        let own: Vec<(usize, &str)> = cells
            .iter()
            .filter(|(row, cell)| *row == at && !cell.is_blank())
            .map(|(_, cell)| (cell.column, cell.text.as_str()))
            .collect();
        if own.is_empty() {
            continue;
        }
        if repeats(head, &own) || counts_columns(&own) {
            doubts.left_out(
                &row_place(cells, at),
                say! { vi: "đầu bảng lặp lại, không nhập", en: "a repeated head, left out" },
            );
            is_after_break = true;
            continue;
        }
        let line = line(cells, at, head, before.as_ref());
        if let Some(number) = &line.row.number {
            before = Some(number.clone());
        }
        let goes_on = line.row.number.is_none() && line.row.odd_number.is_none();
        match rows.last_mut() {
            Some(above) if goes_on && line.is_below => add_below(above, line.row),
            Some(above) if goes_on && is_rest(above, &line.row, is_after_break) => {
                join(above, line.row, is_after_break);
            }
            _ => rows.push(line.row),
        }
        is_after_break = false;
    }
}

/// The place of a whole row.
fn row_place(cells: &[(usize, &GridCell)], at: usize) -> Place {
    let own: Vec<_> = cells.iter().filter(|(row, _)| *row == at).collect();
    let (first, last) = (&own[0].1.place, &own[own.len() - 1].1.place);
    match (first, last) {
        (Place::Span { source, span }, Place::Span { span: end, .. }) => {
            Place::span(source, span.start..end.end)
        }
        (
            Place::Cell {
                path, sheet, row, ..
            },
            _,
        ) => Place::Cell {
            path: Arc::clone(path),
            sheet: sheet.clone(),
            row: *row,
            column: None,
            text: None,
        },
        _ => first.clone(),
    }
}

struct Line {
    row: Row,
    /// Whether its title is merged down from the row above.
    is_below: bool,
}

fn line(cells: &[(usize, &GridCell)], at: usize, head: &Head, before: Option<&Number>) -> Line {
    let title_column = head.columns.iter().position(|column| {
        column
            .as_ref()
            .is_some_and(|column| column.field == Some(AppendixField::Title))
    });
    let mut row = Row {
        number: None,
        odd_number: None,
        title: String::new(),
        place: cells[0].1.place.clone(),
        cells: Vec::new(),
        is_across: false,
        doubts: Vec::new(),
    };
    let mut is_below = false;
    let own = cells
        .iter()
        .filter(|(row, _)| *row == at)
        .map(|(_, cell)| *cell);
    if let Some(first) = own.clone().find(|cell| !cell.is_blank()) {
        row.place = first.place.clone();
    }
    for (begins, cell) in cells.iter().filter(|(_, cell)| !cell.is_blank()) {
        let covers = |column: usize| cell.column <= column && column < cell.column + cell.width;
        let covers_title = title_column.is_some_and(covers);
        let field = if covers_title {
            Some(AppendixField::Title)
        } else {
            head.columns
                .get(cell.column)
                .and_then(Option::as_ref)
                .and_then(|column| column.field)
        };
        let is_left_out = head
            .columns
            .get(cell.column)
            .and_then(Option::as_ref)
            .is_some_and(|column| column.is_left_out);
        if is_left_out && !covers_title {
            continue;
        }
        let is_inherited = *begins < at;
        match field {
            Some(AppendixField::Title) if is_inherited => is_below = true,
            Some(AppendixField::Title) => {
                row.place = cell.place.clone();
                row.is_across |= cell.width > 2;
                let text = one_line(&cell.text);
                row.title = if row.title.is_empty() {
                    text
                } else {
                    format!("{} {text}", row.title)
                };
            }
            Some(AppendixField::No) if is_inherited => {}
            Some(AppendixField::No) => match number(&cell.text, before) {
                Some(number) => row.number = Some(number),
                None => row.odd_number = Some(one_line(&cell.text)),
            },
            field => row.cells.push(Cell {
                column: cell.column,
                field,
                text: tidy(&cell.text),
                is_number: cell.is_number,
                place: cell.place.clone(),
            }),
        }
    }
    if is_below {
        // Of a row that only lengthens the one above, what is merged down was said there.
        let begin: Vec<_> = cells
            .iter()
            .filter(|(row, _)| *row == at)
            .map(|(_, cell)| cell.column)
            .collect();
        row.cells.retain(|cell| begin.contains(&cell.column));
    }
    // A number that stands in the cell of the title, or a title in that of the number.
    if row.title.is_empty()
        && let Some(text) = row.odd_number.take()
    {
        row.title = text;
        row.is_across = true;
    }
    if row.number.is_none()
        && row.odd_number.is_none()
        && let Some((number, title)) = leading(&row.title, before)
    {
        row.number = Some(number);
        row.title = title;
    }
    if row.number.is_none()
        && let Some(title) = row.title.strip_prefix(['-', '–', '+', '•'])
        && !title.trim().is_empty()
    {
        row.title = title.trim().to_owned();
        row.number = Some(Number {
            text: "-".to_owned(),
            style: Style::Bullet,
        });
    }
    Line { row, is_below }
}

/// Whether a row without a number is the rest of the one above: it has no title, or one
/// that begins in small letters, or it stands below a page break, fills fewer columns and
/// heads no section.
fn is_rest(above: &Row, row: &Row, is_after_break: bool) -> bool {
    if row.title.is_empty() {
        return !row.cells.is_empty();
    }
    if begins_small(&row.title) {
        return !(above.is_bare() && is_capital(&above.title));
    }
    is_after_break
        && above.number.is_some()
        && row.cells.len() < above.cells.len()
        && !heads_a_section(row)
}

/// Joins the half of a row to the other: certain where a page ended between them and
/// every cell of it goes on in small letters.
fn join(above: &mut Row, row: Row, is_after_break: bool) {
    let mut is_certain = is_after_break;
    let place = row.place.clone();
    if !row.title.is_empty() {
        is_certain &= begins_small(&row.title);
        above.title.push(' ');
        above.title.push_str(&row.title);
    }
    for cell in row.cells {
        let goes_on = begins_small(&cell.text);
        match above
            .cells
            .iter_mut()
            .find(|known| known.column == cell.column)
        {
            Some(known) => {
                is_certain &= goes_on || !known.text.ends_with('.');
                let is_break = !goes_on && known.text.ends_with(['.', ';']);
                known.text.push(if is_break { '\n' } else { ' ' });
                known.text.push_str(&cell.text);
            }
            None => {
                is_certain &= goes_on;
                above.cells.push(cell);
            }
        }
    }
    above.cells.sort_by_key(|cell| cell.column);
    if !is_certain {
        let why = say! {
            vi: "dòng này không có số thứ tự, đã ghép vào dòng trên",
            en: "this row has no number and was joined to the one above"
        };
        above.doubts.push(("title", place, why));
    }
}

/// Adds the cells of a row that shares its title with the one above.
fn add_below(above: &mut Row, row: Row) {
    let columns = row.cells.len();
    let place = row.place.clone();
    for cell in row.cells {
        match above
            .cells
            .iter_mut()
            .find(|known| known.column == cell.column)
        {
            Some(known) => {
                let bullet = if cell.text.starts_with(['-', '+']) {
                    ""
                } else {
                    "- "
                };
                if !known.text.starts_with(['-', '+']) {
                    known.text.insert_str(0, "- ");
                }
                known.text.push('\n');
                known.text.push_str(bullet);
                known.text.push_str(&cell.text);
            }
            None => above.cells.push(cell),
        }
    }
    above.cells.sort_by_key(|cell| cell.column);
    if columns > 1 {
        let why = say! {
            vi: "nhiều dòng chung một nhiệm vụ: kiểm tra xem ô nào đi với ô nào",
            en: "several rows share one task: check which cell goes with which"
        };
        above.doubts.push(("title", place, why));
    }
}

/// The row with which the foot of a document begins, where a table runs on into it:
/// Word processors join tables between which no paragraph stands.
pub(super) fn foot(grid: &Grid, from: usize) -> usize {
    let is_foot = |cell: &GridCell| fold(&cell.text).starts_with("noi nhan");
    let rows = grid.rows.iter().enumerate().skip(from);
    let mut foots = rows.filter(|(_, row)| row.cells.iter().any(is_foot));
    foots.next().map_or(grid.rows.len(), |(at, _)| at)
}

/// Whether a row without a number heads a section: a title alone, across the table, in
/// capitals or naming a dimension.
pub(super) fn heads_a_section(row: &Row) -> bool {
    row.is_bare()
        && (row.is_across
            || is_capital(&row.title)
            || fold(&row.title).starts_with("chi so noi dung"))
}
