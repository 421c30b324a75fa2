//! The text of a file, and places in it.

use std::ops::Range;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// A file that was read: its path and its whole text, so that places stay true.
#[derive(Debug, PartialEq, Eq, Hash)]
pub struct Source {
    path: PathBuf,
    text: String,
}

impl Source {
    /// A source of the text that `path` holds.
    pub fn new(path: impl Into<PathBuf>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self {
            path: path.into(),
            text: text.into(),
        })
    }

    /// The path as the user would write it.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// The whole text.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The line and column, both from 1, of a byte offset; columns count grapheme
    /// clusters, so a letter counts once however it is encoded.
    #[must_use]
    pub fn line_column(&self, offset: usize) -> (usize, usize) {
        let mut offset = offset.min(self.text.len());
        while !self.text.is_char_boundary(offset) {
            offset -= 1;
        }
        let before = &self.text[..offset];
        let start = before.rfind('\n').map_or(0, |at| at + 1);
        let line = before.bytes().filter(|&byte| byte == b'\n').count() + 1;
        (line, graphemes(&before[start..]) + 1)
    }
}

fn graphemes(text: &str) -> usize {
    unicode_segmentation::UnicodeSegmentation::graphemes(text, true).count()
}

/// Where something stands.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Place {
    /// Bytes of a text file that is kept.
    Span {
        /// The file.
        source: Arc<Source>,
        /// The bytes, end excluded.
        span: Range<usize>,
    },
    /// A row, or one cell, of a table that is not kept.
    Cell {
        /// The file.
        path: Arc<Path>,
        /// The sheet, in a workbook.
        sheet: Option<Arc<str>>,
        /// The row as spreadsheets count it, from 1.
        row: u64,
        /// The column, from 0; `None` for the whole row.
        column: Option<usize>,
        /// What the cell holds, shortened where it is long.
        text: Option<Arc<str>>,
    },
    /// A file or folder as a whole.
    File {
        /// The path.
        path: Arc<Path>,
    },
}

impl Place {
    /// The place of `span` in `source`.
    #[must_use]
    pub fn span(source: &Arc<Source>, span: Range<usize>) -> Self {
        Self::Span {
            source: Arc::clone(source),
            span,
        }
    }

    /// A file or folder as a whole.
    pub fn file(path: impl AsRef<Path>) -> Self {
        Self::File {
            path: Arc::from(path.as_ref()),
        }
    }

    /// The path of the file.
    #[must_use]
    pub fn path(&self) -> &Path {
        match self {
            Self::Span { source, .. } => source.path(),
            Self::Cell { path, .. } | Self::File { path } => path,
        }
    }

    /// The text that stands there; nothing for a whole file.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Span { source, span } => {
                let text = source.text();
                let floor = |mut at: usize| {
                    at = at.min(text.len());
                    while !text.is_char_boundary(at) {
                        at -= 1;
                    }
                    at
                };
                let end = floor(span.end);
                &text[floor(span.start).min(end)..end]
            }
            Self::Cell { text, .. } => text.as_deref().unwrap_or(""),
            Self::File { .. } => "",
        }
    }

    /// Line (or row) and column, both from 1, where the place has them.
    #[must_use]
    pub fn line_column(&self) -> Option<(usize, usize)> {
        match self {
            Self::Span { source, span } => Some(source.line_column(span.start)),
            Self::Cell { row, column, .. } => {
                Some((usize::try_from(*row).ok()?, column.map_or(1, |at| at + 1)))
            }
            Self::File { .. } => None,
        }
    }
}

/// The letters by which spreadsheets name a column: 0 is `A`, 26 is `AA`.
#[must_use]
pub fn column_letters(column: usize) -> String {
    const LETTERS: [char; 26] = [
        'A', 'B', 'C', 'D', 'E', 'F', 'G', 'H', 'I', 'J', 'K', 'L', 'M', 'N', 'O', 'P', 'Q', 'R',
        'S', 'T', 'U', 'V', 'W', 'X', 'Y', 'Z',
    ];
    let mut letters = Vec::new();
    let mut rest = column;
    loop {
        letters.push(LETTERS[rest % 26]);
        if rest < 26 {
            break;
        }
        rest = rest / 26 - 1;
    }
    letters.iter().rev().collect()
}

/// A value and the place it was read from. Two are equal when their values are.
#[derive(Clone, Debug)]
pub struct Located<T> {
    /// The value.
    pub value: T,
    /// Where it was read.
    pub place: Place,
}

impl<T> Located<T> {
    /// `value`, read at `place`.
    pub fn new(value: T, place: Place) -> Self {
        Self { value, place }
    }

    /// The same place with another value.
    pub fn map<U>(self, change: impl FnOnce(T) -> U) -> Located<U> {
        Located::new(change(self.value), self.place)
    }
}

impl<T: PartialEq> PartialEq for Located<T> {
    fn eq(&self, other: &Self) -> bool {
        self.value == other.value
    }
}

impl<T: Eq> Eq for Located<T> {}

impl<T: std::fmt::Display> std::fmt::Display for Located<T> {
    fn fmt(&self, to: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        self.value.fmt(to)
    }
}

impl<T> std::ops::Deref for Located<T> {
    type Target = T;

    fn deref(&self) -> &T {
        &self.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_counts_letters_and_not_bytes() {
        let source = Source::new("a.toml", "tên = 1\nSơ\u{309}\tx");
        assert_eq!(source.line_column("tên ".len()), (1, 5));
        let end = source.text().len();
        assert_eq!(source.line_column(end - 1), (2, 4));
    }

    #[test]
    fn columns_go_on_after_z() {
        let letters: Vec<_> = [0, 25, 26, 701, 702].map(column_letters).into();
        assert_eq!(letters, ["A", "Z", "AA", "ZZ", "AAA"]);
    }
}
