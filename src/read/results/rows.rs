//! Delimited text → rows of cells, numbered as spreadsheets number them, in bounded
//! memory whatever stands in the file.

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};

/// No real row is longer; a longer one is told and passed over.
const LONGEST_ROW: usize = 1 << 20;

/// No real table is wider; a wider row is told and passed over.
pub(super) const WIDEST_ROW: usize = 1_024;

/// How often reading begins again after a quote that was never closed.
const FRESH_STARTS: usize = 20;

/// The cells of one row. Every source of rows, text or workbook, fills one of these
/// again and again.
#[derive(Default)]
pub(super) struct Cells {
    /// The row as spreadsheets count it, from 1.
    pub(super) row: u64,
    /// Both keep their length from row to row; only the first `count` cells are true.
    text: Vec<u8>,
    ends: Vec<usize>,
    count: usize,
}

impl Cells {
    /// Empties it for `row`.
    pub(super) fn begin(&mut self, row: u64) {
        self.row = row;
        self.count = 0;
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

    /// How many cells there are.
    pub(super) fn len(&self) -> usize {
        self.count
    }

    /// The bytes of a cell without spaces around; empty where the row is shorter.
    pub(super) fn get(&self, column: usize) -> &[u8] {
        if column >= self.count {
            return b"";
        }
        let end = self.ends[column];
        let start = match column.checked_sub(1) {
            Some(before) => self.ends[before],
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

/// What stands in a row.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Its cells, which may all be blank.
    Row,
    /// More text than any real row.
    TooLong,
    /// More cells than any real row.
    TooWide,
    /// A quote that is never closed; reading goes on with the next line.
    OpenQuote,
    /// Another one, after too many; the rest is not read.
    GivenUp,
}

/// The rows of a delimited text.
pub(super) struct Rows<'b> {
    bytes: &'b [u8],
    at: usize,
    row: u64,
    reader: Reader,
    fresh_starts: usize,
    /// Where the last row began.
    began: usize,
}

impl<'b> Rows<'b> {
    /// Reads `bytes` from the start.
    pub(super) fn new(bytes: &'b [u8], delimiter: u8) -> Self {
        Self {
            bytes,
            at: 0,
            row: 0,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            fresh_starts: 0,
            began: 0,
        }
    }

    /// Reads the next row into `cells`; `None` at the end.
    pub(super) fn next(&mut self, cells: &mut Cells) -> Option<Outcome> {
        self.pass_blank_lines();
        if self.at == self.bytes.len() {
            return None;
        }
        self.began = self.at;
        self.row += 1;
        cells.begin(self.row);
        let (mut text, mut count) = (0, 0);
        let (mut too_long, mut too_wide) = (false, false);
        if cells.text.len() < 4_096 || cells.ends.len() < 32 {
            cells.text.resize(4_096, 0);
            cells.ends.resize(32, 0);
        }
        loop {
            let (result, read, written, ended) = self.reader.read_record(
                &self.bytes[self.at..],
                &mut cells.text[text..],
                &mut cells.ends[count..],
            );
            self.at += read;
            text += written;
            count += ended;
            match result {
                ReadRecordResult::OutputFull if text < LONGEST_ROW => {
                    cells.text.resize(text * 2, 0);
                }
                ReadRecordResult::OutputEndsFull if count < WIDEST_ROW => {
                    cells.ends.resize(count * 2, 0);
                }
                ReadRecordResult::OutputFull => {
                    too_long = true;
                    text = 0;
                }
                ReadRecordResult::OutputEndsFull => {
                    too_wide = true;
                    count = 0;
                }
                ReadRecordResult::InputEmpty => {}
                ReadRecordResult::Record | ReadRecordResult::End => break,
            }
        }
        cells.count = count;
        if self.at == self.bytes.len() && self.is_open() {
            return Some(self.begin_again(cells));
        }
        if too_long || too_wide {
            cells.begin(self.row);
        }
        Some(match (too_long, too_wide) {
            (true, _) => Outcome::TooLong,
            (_, true) => Outcome::TooWide,
            (false, false) => Outcome::Row,
        })
    }

    /// Takes the last row for one whose quote was never closed: it swallowed the lines
    /// below it, which are read again.
    pub(super) fn begin_again(&mut self, cells: &mut Cells) -> Outcome {
        cells.begin(self.row);
        if self.fresh_starts == FRESH_STARTS {
            self.at = self.bytes.len();
            return Outcome::GivenUp;
        }
        self.fresh_starts += 1;
        let rest = &self.bytes[self.began..];
        let line = rest.iter().position(|&byte| byte == b'\n');
        self.at = line.map_or(self.bytes.len(), |end| self.began + end + 1);
        self.reader.reset();
        Outcome::OpenQuote
    }

    /// Spreadsheets count blank lines, which the reader would pass over unseen.
    fn pass_blank_lines(&mut self) {
        while let Some(&byte) = self.bytes.get(self.at) {
            let ends_pair = byte == b'\n' && self.at > 0 && self.bytes[self.at - 1] == b'\r';
            match byte {
                b'\n' if ends_pair => {}
                b'\n' | b'\r' => self.row += 1,
                _ => break,
            }
            self.at += 1;
        }
    }

    /// Whether the row that began last has more lines than one and an odd quote.
    fn is_open(&self) -> bool {
        let raw = &self.bytes[self.began..self.at];
        let has_lines = raw.trim_ascii_end().contains(&b'\n');
        has_lines && raw.split(|&byte| byte == b'"').count() % 2 == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<(u64, Outcome, Vec<String>)> {
        let (mut rows, mut cells) = (Rows::new(text.as_bytes(), b','), Cells::default());
        let mut all = Vec::new();
        while let Some(outcome) = rows.next(&mut cells) {
            let texts = cells
                .iter()
                .map(|cell| String::from_utf8_lossy(cell).into_owned());
            all.push((cells.row, outcome, texts.collect()));
        }
        all
    }

    #[test]
    fn rows_are_counted_as_spreadsheets_count_them() {
        let numbers = |text| rows(text).into_iter().map(|row| row.0).collect::<Vec<_>>();
        assert_eq!(numbers("a\n\nb\n\"c\nd\"\ne"), [1, 3, 4, 5]);
        assert_eq!(numbers("a\r\n\r\nb\r\n\"c\r\nd\"\r\ne\r\n"), [1, 3, 4, 5]);
        assert_eq!(numbers("\n\na"), [3]);
    }

    #[test]
    fn quoted_cells_keep_their_delimiters_and_lines() {
        let all = rows("a,\"b, c\nd \"\"e\"\"\", \u{A0}f\u{A0} \n");
        assert_eq!(all[0].2, ["a", "b, c\nd \"e\"", "f"]);
    }

    #[test]
    fn a_quote_that_is_never_closed_costs_its_row_only() {
        let all = rows("a,b\nc,\"d\ne,f\ng,h\n");
        let seen: Vec<_> = all.iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(
            seen,
            [
                (1, Outcome::Row),
                (2, Outcome::OpenQuote),
                (3, Outcome::Row),
                (4, Outcome::Row)
            ]
        );
    }

    #[test]
    fn rows_beyond_measure_are_passed_over() {
        let long = format!("a,b\nc,\"{}\"\nd,e\n", "x\n".repeat(LONGEST_ROW));
        let seen: Vec<_> = rows(&long).iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(
            seen,
            [(1, Outcome::Row), (2, Outcome::TooLong), (3, Outcome::Row)]
        );
        let wide = format!("a,b\n{}\nd,e\n", ",".repeat(10_000));
        let seen: Vec<_> = rows(&wide).iter().map(|row| (row.0, row.1)).collect();
        assert_eq!(
            seen,
            [(1, Outcome::Row), (2, Outcome::TooWide), (3, Outcome::Row)]
        );
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_come_to_an_end(bytes: Vec<u8>) {
            let (mut rows, mut cells) = (Rows::new(&bytes, b';'), Cells::default());
            let mut turns = 0;
            while rows.next(&mut cells).is_some() {
                turns += 1;
                assert!(turns <= 2 * bytes.len() + 2);
            }
        }
    }
}
