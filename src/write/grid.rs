//! Tables drawn by `comfy-table`. A section that goes across all columns is a table of its
//! own, of one column; the pieces above and below it draw the rules to it.

use std::borrow::Cow;

use comfy_table::{
    Cell as DrawnCell, CellAlignment, ColumnConstraint, ContentLineStyle, LineStyle,
    Table as Drawn, TableStyle, Width,
};

use super::columns::{Columns, shared};
use super::shown::{seen_columns, shown};
use super::terminal::{Look, painted};
use super::visible;
use super::wrapped::{self, wrapped};
use crate::table::{Align, Cell, Row, Table, Tone};

/// The columns beyond which a long word may be broken.
const LONG_WORD: usize = 16;

/// Draws `table` at the end of `text`: a section as a band across; rules between rows
/// where the table asks for them and a row takes more than one line.
pub(super) fn draw(table: &Table, look: Look, text: &mut String) {
    let seen = seen_columns(table);
    if seen.is_empty() {
        return;
    }
    let heads = seen.iter().map(|&at| {
        let head = table.columns[at].head.in_lang(look.lang);
        (visible::lines(head), Tone::Strong)
    });
    let heads = Band::Cells(heads.collect());
    let bands = table.rows.iter().map(|row| band(row, &seen, look));
    let bands: Vec<Band> = bands.collect();
    let columns = columns(table, &seen, &heads, &bands, look.width);
    let most = |&at: &usize| table.columns[at].most_lines.unwrap_or(usize::MAX);
    let most: Vec<usize> = seen.iter().map(most).collect();
    let heads = wrapped_band(&heads, &columns, &[]);
    let bands = bands.iter().map(|band| wrapped_band(band, &columns, &most));
    let bands: Vec<Wrapped> = bands.collect();
    let aligns = seen.iter().map(|&at| table.columns[at].align);
    let grid = Grid {
        ruled: table.ruled && bands.iter().any(|band| band.height > 1),
        aligns: aligns.collect(),
        columns,
        look,
    };
    grid.draw(&heads, &bands, text);
}

/// A row as it will be drawn.
enum Band<'a> {
    Cells(Vec<(Cow<'a, str>, Tone)>),
    Total(Vec<(Cow<'a, str>, Tone)>),
    Section(String),
}

fn band<'a>(row: &'a Row, seen: &[usize], look: Look) -> Band<'a> {
    let cells = |cells: &'a [Cell], at_least: Option<Tone>| {
        seen.iter()
            .map(|&at| match cells.get(at) {
                Some(cell) => {
                    let tone = at_least.filter(|_| cell.tone == Tone::Plain);
                    let words = match shown(&cell.value, look.lang) {
                        Cow::Borrowed(words) => visible::lines(words),
                        Cow::Owned(words) => Cow::Owned(visible::lines(&words).into_owned()),
                    };
                    (words, tone.unwrap_or(cell.tone))
                }
                None => (Cow::Borrowed(""), Tone::Plain),
            })
            .collect()
    };
    match row {
        Row::Cells(row) => Band::Cells(cells(row, None)),
        Row::Total(row) => Band::Total(cells(row, Some(Tone::Strong))),
        Row::Section { no, title, depth } => {
            let title = visible::lines(title.in_lang(look.lang));
            let no = visible::one_line(no);
            let gap = if no.is_empty() { "" } else { ". " };
            Band::Section(format!("{}{no}{gap}{title}", "  ".repeat(*depth)))
        }
    }
}

fn columns(table: &Table, seen: &[usize], heads: &Band, bands: &[Band], width: usize) -> Columns {
    let weights = seen.iter().map(|&at| table.columns[at].weight);
    let mut measured = shared(weights, &wrapped::width, LONG_WORD);
    if let Band::Cells(heads) = heads {
        for (at, (head, _)) in heads.iter().enumerate() {
            measured.measure_head(at, head, &wrapped::width);
        }
    }
    for band in bands {
        if let Band::Cells(cells) | Band::Total(cells) = band {
            for (at, (words, _)) in cells.iter().enumerate() {
                measured.measure(at, words);
            }
        }
    }
    measured.fitted(width)
}

/// A row whose cells are broken into lines.
struct Wrapped<'a> {
    /// The lines of each cell; one cell of a section.
    cells: Vec<(Vec<Cow<'a, str>>, Tone)>,
    side: Side,
    is_total: bool,
    /// The lines of the tallest cell.
    height: usize,
}

/// What stands above or below a rule.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Side {
    Nothing,
    Columns,
    Across,
}

fn wrapped_band<'a>(band: &'a Band, columns: &Columns, most: &[usize]) -> Wrapped<'a> {
    let lines = |words, room| wrapped(words, room).into_iter().map(Cow::from).collect();
    let cells: Vec<_> = match band {
        Band::Section(title) => vec![(lines(title, columns.across()), Tone::Strong)],
        Band::Cells(cells) | Band::Total(cells) => cells
            .iter()
            .zip(&columns.widths)
            .enumerate()
            .map(|(at, ((words, tone), &room))| {
                let mut lines: Vec<_> = lines(words, room);
                shorten(
                    &mut lines,
                    most.get(at).copied().unwrap_or(usize::MAX),
                    room,
                );
                (lines, *tone)
            })
            .collect(),
    };
    let height = cells.iter().map(|(lines, _)| lines.len()).max();
    Wrapped {
        side: match band {
            Band::Section(_) => Side::Across,
            Band::Cells(_) | Band::Total(_) => Side::Columns,
        },
        is_total: matches!(band, Band::Total(_)),
        height: height.unwrap_or(1),
        cells,
    }
}

/// Keeps the first `most` of `lines`, with an ellipsis for the rest.
fn shorten(lines: &mut Vec<Cow<str>>, most: usize, room: usize) {
    if lines.len() <= most {
        return;
    }
    lines.truncate(most);
    if let Some(last) = lines.last_mut() {
        let mut words: &str = last;
        while wrapped::width(words) >= room {
            let Some((before, _)) = words.rsplit_once(' ') else {
                break;
            };
            words = before;
        }
        let kept = words.trim_end_matches([',', ';', '.', ' ']);
        *last = Cow::Owned(format!("{kept}…"));
    }
}

struct Grid {
    columns: Columns,
    aligns: Vec<Align>,
    ruled: bool,
    look: Look,
}

impl Grid {
    /// Draws one piece for each run of rows of one kind; a total begins its own.
    fn draw(&self, heads: &Wrapped, bands: &[Wrapped], text: &mut String) {
        let mut pieces = vec![std::slice::from_ref(heads)];
        pieces.extend(bands.chunk_by(|row, next| row.side == next.side && !next.is_total));
        let mut above = Side::Nothing;
        for (at, rows) in pieces.iter().enumerate() {
            let below = pieces
                .get(at + 1)
                .map_or(Side::Nothing, |next| next[0].side);
            let side = rows[0].side;
            let piece = Piece {
                rows,
                side,
                // Of two pieces the one with columns draws the rule between them, else
                // the lower one.
                top: (above != Side::Columns || side == Side::Columns).then(|| rule(above, side)),
                bottom: (below == Side::Nothing || side == Side::Columns && below == Side::Across)
                    .then(|| rule(side, below)),
            };
            self.piece(&piece, text);
            above = side;
        }
    }

    fn piece(&self, piece: &Piece, text: &mut String) {
        let line = ContentLineStyle::new('│', '│', '│');
        let none = LineStyle::none();
        let mut style = TableStyle::new()
            .content_lines(line)
            .top_border(piece.top.unwrap_or(none))
            .bottom_border(piece.bottom.unwrap_or(none));
        if self.ruled {
            style = style.row_separator(rule(piece.side, piece.side));
        }
        let mut drawn = Drawn::new();
        drawn.load_style(style);
        for row in piece.rows {
            let cells = row.cells.iter().map(|(lines, _)| lines.join("\n"));
            drawn.add_row(cells.map(DrawnCell::new_owned));
        }
        self.set_columns(&mut drawn, piece.side);
        if self.look.colour {
            self.paint(piece, drawn.lines(), text);
        } else {
            copy(drawn.lines(), text);
        }
    }

    fn set_columns(&self, drawn: &mut Drawn, side: Side) {
        let narrow = |width: usize| u16::try_from(width).unwrap_or(u16::MAX);
        let pad = narrow(self.columns.pad);
        let across = [self.columns.across()];
        let (widths, aligns) = match side {
            Side::Columns => (&*self.columns.widths, &*self.aligns),
            Side::Across | Side::Nothing => (&across[..], &[Align::Left][..]),
        };
        for ((column, &width), &align) in drawn.column_iter_mut().zip(widths).zip(aligns) {
            let width = Width::Fixed(narrow(width + 2 * self.columns.pad));
            column.set_padding((pad, pad));
            column.set_constraint(ColumnConstraint::Absolute(width));
            column.set_cell_alignment(match align {
                Align::Left => CellAlignment::Left,
                Align::Centre => CellAlignment::Center,
                Align::Right => CellAlignment::Right,
            });
        }
    }

    /// Copies the lines of a piece with the words of its cells coloured. `comfy-table`
    /// would do it through a terminal library of its own and colour the spaces as well.
    fn paint(&self, piece: &Piece, mut lines: impl Iterator<Item = String>, text: &mut String) {
        copy(lines.by_ref().take(usize::from(piece.top.is_some())), text);
        for (at, row) in piece.rows.iter().enumerate() {
            let rules = usize::from(self.ruled && at > 0);
            copy(lines.by_ref().take(rules), text);
            for (at, line) in lines.by_ref().take(row.height).enumerate() {
                self.paint_line(&line, row, at, text);
            }
        }
        copy(lines, text);
    }

    /// Line `at` of a row's cells. A letter wider than its column may have been broken
    /// otherwise than here, and is then left plain.
    fn paint_line(&self, line: &str, row: &Wrapped, at: usize, text: &mut String) {
        let mut rest = line;
        for (lines, tone) in &row.cells {
            // Before the words of a cell stand only its border and spaces.
            let border = '│'.len_utf8().min(rest.len());
            let words = lines.get(at).map_or("", |words| words.trim());
            if let Some(found) = rest.get(border..).and_then(|cell| cell.find(words)) {
                let (before, from) = rest.split_at(border + found);
                let after = &from[words.len()..];
                let next = after.trim_start_matches(' ');
                text.push_str(before);
                text.push_str(&painted(words, *tone, self.look));
                text.push_str(&after[..after.len() - next.len()]);
                rest = next;
            }
        }
        text.push_str(rest);
        text.push('\n');
    }
}

/// Rows of one kind, with the rules that they draw above and below themselves.
struct Piece<'a> {
    rows: &'a [Wrapped<'a>],
    side: Side,
    top: Option<LineStyle>,
    bottom: Option<LineStyle>,
}

fn copy(lines: impl Iterator<Item = String>, text: &mut String) {
    for line in lines {
        text.push_str(&line);
        text.push('\n');
    }
}

/// The rule between what stands above and below it.
fn rule(above: Side, below: Side) -> LineStyle {
    let (left, right) = match (above, below) {
        (Side::Nothing, _) => ('┌', '┐'),
        (_, Side::Nothing) => ('└', '┘'),
        _ => ('├', '┤'),
    };
    let cross = match (above == Side::Columns, below == Side::Columns) {
        (true, true) => '┼',
        (true, false) => '┴',
        (false, true) => '┬',
        (false, false) => '─',
    };
    LineStyle::new(left, '─', cross, right)
}
