//! Lines and columns of places, found without reading a file again for each.

use std::collections::HashMap;
use std::sync::Arc;

use crate::source::{Place, Source};

/// Where a place begins and ends, lines and columns from 1, the end excluded. Columns
/// count letters as [`Source::line_column`] does; of a cell, line and column are its
/// row and column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Position {
    /// The line where it begins.
    pub(super) line: usize,
    /// The column where it begins.
    pub(super) column: usize,
    /// The line where it ends.
    pub(super) end_line: usize,
    /// The column after its last letter.
    pub(super) end_column: usize,
}

/// The line starts of each source met so far.
#[derive(Default)]
pub(super) struct Positions {
    starts: HashMap<*const Source, Vec<usize>>,
}

impl Positions {
    /// The position of `place`; `None` for a whole file.
    pub(super) fn of(&mut self, place: &Place) -> Option<Position> {
        let Place::Span { source, span } = place else {
            let (line, column) = place.line_column()?;
            return Some(Position {
                line,
                column,
                end_line: line,
                end_column: column,
            });
        };
        let (line, column) = self.line_column(source, span.start);
        let (end_line, end_column) = self.line_column(source, span.end.max(span.start));
        Some(Position {
            line,
            column,
            end_line,
            end_column,
        })
    }

    /// The line of the byte at `offset`, from 1, and the bytes of that line, its line
    /// end left out.
    pub(super) fn line_at(&mut self, source: &Arc<Source>, offset: usize) -> (usize, usize, usize) {
        let starts = self
            .starts
            .entry(Arc::as_ptr(source))
            .or_insert_with(|| line_starts(source.text()));
        let line = starts.partition_point(|&start| start <= offset);
        let start = starts[line - 1];
        let end = starts
            .get(line)
            .map_or(source.text().len(), |next| next - 1);
        (line, start, end)
    }

    fn line_column(&mut self, source: &Arc<Source>, offset: usize) -> (usize, usize) {
        let offset = floor(source.text(), offset);
        let (line, start, _) = self.line_at(source, offset);
        let before = &source.text()[start..offset];
        let letters = unicode_segmentation::UnicodeSegmentation::graphemes(before, true).count();
        (line, letters + 1)
    }
}

/// The nearest offset at or before `offset` that lies between two letters of `text`.
pub(super) fn floor(text: &str, offset: usize) -> usize {
    let mut offset = offset.min(text.len());
    while !text.is_char_boundary(offset) {
        offset -= 1;
    }
    offset
}

fn line_starts(text: &str) -> Vec<usize> {
    let ends = text.bytes().enumerate().filter(|&(_, byte)| byte == b'\n');
    std::iter::once(0)
        .chain(ends.map(|(at, _)| at + 1))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_agree_with_the_source() {
        let source = Source::new("a.toml", "tên = 1\r\nSơ\u{309}\tx\n\n");
        let mut positions = Positions::default();
        for offset in 0..source.text().len() + 3 {
            let found = positions.of(&Place::span(&source, offset..offset));
            let found = found.map(|position| (position.line, position.column));
            assert_eq!(found, Some(source.line_column(offset)));
        }
    }
}
