//! The cells of one row.

/// The cells of one row. Every source of rows, text or workbook, fills one of these
/// again and again.
#[derive(Default)]
pub(super) struct Cells {
    /// The row as spreadsheets count it, from 1.
    pub(super) row: u64,
    /// Both keep their length from row to row; only the first `count` cells are true.
    pub(super) text: Vec<u8>,
    pub(super) ends: Vec<usize>,
    pub(super) count: usize,
    /// Whether the text still has a delimiter between two cells.
    is_line: bool,
}

impl Cells {
    /// Empties it for `row`.
    pub(super) fn begin(&mut self, row: u64) {
        self.row = row;
        self.count = 0;
        self.is_line = false;
    }

    /// Adds a cell.
    pub(super) fn push(&mut self, cell: &[u8]) {
        let end = self.count.checked_sub(1).map_or(0, |last| self.ends[last]);
        self.text.truncate(end);
        self.ends.truncate(self.count);
        self.text.extend_from_slice(cell);
        self.ends.push(self.text.len());
        self.count += 1;
    }

    /// Takes a whole line without quotes; `false` where it is none, or has more than
    /// `widest` cells, and nothing was taken.
    pub(super) fn take_line(&mut self, line: &[u8], delimiter: u8, widest: usize) -> bool {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        self.ends.clear();
        for (at, &byte) in line.iter().enumerate() {
            if byte == delimiter {
                self.ends.push(at);
            } else if byte == b'\r' {
                return false;
            }
        }
        self.ends.push(line.len());
        if self.ends.len() > widest {
            return false;
        }
        self.count = self.ends.len();
        self.is_line = true;
        self.text.clear();
        self.text.extend_from_slice(line);
        true
    }

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// Whether it was one line without quotes.
    pub(super) fn is_line(&self) -> bool {
        self.is_line
    }

    /// The bytes of a cell without spaces around; empty where the row is shorter.
    pub(super) fn get(&self, column: usize) -> &[u8] {
        if column >= self.count {
            return b"";
        }
        let end = self.ends[column];
        let start = match column.checked_sub(1) {
            Some(before) => self.ends[before] + usize::from(self.is_line),
            None => 0,
        };
        trimmed(&self.text[start..end])
    }

    /// The cells in order.
    pub(super) fn iter(&self) -> impl DoubleEndedIterator<Item = &[u8]> {
        (0..self.len()).map(|column| self.get(column))
    }

    /// Whether nothing stands in any cell.
    pub(super) fn is_blank(&self) -> bool {
        self.iter().all(<[u8]>::is_empty)
    }
}

/// `cell` without the spaces around it, non-breaking and zero-width ones included.
fn trimmed(cell: &[u8]) -> &[u8] {
    const WIDE: [&[u8]; 4] = [
        b"\xC2\xA0",
        b"\xE2\x80\x8B",
        b"\xE2\x80\xAF",
        b"\xEF\xBB\xBF",
    ];
    // Almost every cell begins and ends with a plain letter or digit.
    let is_plain = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_graphic);
    if is_plain(cell.first()) && is_plain(cell.last()) {
        return cell;
    }
    let mut cell = cell.trim_ascii();
    loop {
        let found = WIDE.iter().find_map(|space| {
            cell.strip_prefix(*space)
                .or_else(|| cell.strip_suffix(*space))
        });
        match found {
            Some(rest) => cell = rest.trim_ascii(),
            None => return cell,
        }
    }
}
