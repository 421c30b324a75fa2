//! Delimited text → rows of cells, numbered as spreadsheets number them, in bounded
//! memory whatever stands in the file.

use std::io::{self, Read};

use csv_core::{ReadRecordResult, Reader, ReaderBuilder};
use memchr::memchr2;

use super::cells::Cells;

/// No real row is longer; a longer one is told and passed over.
pub(super) const LONGEST_ROW: usize = 1 << 20;

/// No more of a row is kept to begin again after it.
const LONGEST_HELD: usize = 8 << 20;

/// No real table is wider; a wider row is told and passed over.
pub(super) const WIDEST_ROW: usize = 1_024;

/// How often reading begins again after a quote that was never closed.
const FRESH_STARTS: usize = 20;

/// How much is read at once.
const CHUNK: usize = 256 << 10;

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
    source: Box<dyn Read + 'b>,
    /// What was read and is still needed.
    held: Vec<u8>,
    /// Where reading stands in it.
    at: usize,
    /// Where the last row began in it.
    began: usize,
    is_end: bool,
    failure: Option<io::Error>,
    row: u64,
    delimiter: u8,
    reader: Reader,
    fresh_starts: usize,
}

impl<'b> Rows<'b> {
    /// Reads `source` from the start.
    pub(super) fn new(source: impl Read + 'b, delimiter: u8) -> Self {
        Self {
            source: Box::new(source),
            held: Vec::new(),
            at: 0,
            began: 0,
            is_end: false,
            failure: None,
            row: 0,
            delimiter,
            reader: ReaderBuilder::new().delimiter(delimiter).build(),
            fresh_starts: 0,
        }
    }

    /// Why reading broke off, where it did.
    pub(super) fn failure(&self) -> Option<&io::Error> {
        self.failure.as_ref()
    }

    /// Reads the next row into `cells`; `None` at the end.
    pub(super) fn next(&mut self, cells: &mut Cells) -> Option<Outcome> {
        self.pass_blank_lines();
        if self.at == self.held.len() {
            return None;
        }
        self.began = self.at;
        self.row += 1;
        cells.begin(self.row);
        if self.take_line(cells) {
            return Some(Outcome::Row);
        }
        Some(self.record(cells))
    }

    /// Takes a line without quotes, as almost all are; `false` where it is another.
    fn take_line(&mut self, cells: &mut Cells) -> bool {
        loop {
            let rest = &self.held[self.at..];
            match memchr2(b'\n', b'"', rest) {
                Some(end) if rest[end] == b'\n' && end < LONGEST_ROW => {
                    let is_taken = cells.take_line(&rest[..end], self.delimiter, WIDEST_ROW);
                    if is_taken {
                        self.at += end + 1;
                    }
                    return is_taken;
                }
                None if rest.len() < LONGEST_ROW && self.fill() => {}
                _ => return false,
            }
        }
    }

    /// Reads a row that is more than a line without quotes.
    fn record(&mut self, cells: &mut Cells) -> Outcome {
        let (mut text, mut count) = (0, 0);
        let (mut too_long, mut too_wide) = (false, false);
        let mut is_held = true;
        cells.begin(self.row);
        if cells.text.len() < 4_096 || cells.ends.len() < 32 {
            cells.text.resize(4_096, 0);
            cells.ends.resize(32, 0);
        }
        loop {
            if self.at == self.held.len() {
                if self.at - self.began > LONGEST_HELD {
                    if is_held && has_open_quote(&self.held[self.began..self.at]) {
                        return self.begin_again(cells);
                    }
                    is_held = false;
                    too_long = true;
                    self.began = self.at;
                }
                self.fill();
            }
            let (result, read, written, ended) = self.reader.read_record(
                &self.held[self.at..],
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
        if is_held && self.at == self.held.len() && !self.fill() && self.is_open() {
            return self.begin_again(cells);
        }
        if too_long || too_wide {
            cells.begin(self.row);
        }
        match (too_long, too_wide) {
            (true, _) => Outcome::TooLong,
            (_, true) => Outcome::TooWide,
            (false, false) => Outcome::Row,
        }
    }

    /// Takes the last row for one whose quote was never closed: it swallowed the lines
    /// below it, which are read again.
    pub(super) fn begin_again(&mut self, cells: &mut Cells) -> Outcome {
        cells.begin(self.row);
        self.reader.reset();
        if self.fresh_starts == FRESH_STARTS {
            self.at = self.held.len();
            self.is_end = true;
            return Outcome::GivenUp;
        }
        self.fresh_starts += 1;
        self.at = self.began;
        loop {
            if let Some(end) = memchr::memchr(b'\n', &self.held[self.at..]) {
                self.at += end + 1;
                return Outcome::OpenQuote;
            }
            self.at = self.held.len();
            self.began = self.at;
            if !self.fill() {
                return Outcome::OpenQuote;
            }
        }
    }

    /// Reads more, and lets go of what stands before the row; `false` at the end.
    fn fill(&mut self) -> bool {
        if self.is_end {
            return false;
        }
        // The byte before tells whether a line break is half of one.
        let let_go = self.began.min(self.at).saturating_sub(1);
        self.held.drain(..let_go);
        self.at -= let_go;
        self.began -= let_go;
        let kept = self.held.len();
        self.held.resize(kept + CHUNK, 0);
        let read = loop {
            match self.source.read(&mut self.held[kept..]) {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
                Err(error) => {
                    self.failure = Some(error);
                    break 0;
                }
                Ok(read) => break read,
            }
        };
        self.held.truncate(kept + read);
        self.is_end = read == 0;
        read > 0
    }

    /// Spreadsheets count blank lines, which the reader would pass over unseen.
    fn pass_blank_lines(&mut self) {
        loop {
            while let Some(&byte) = self.held.get(self.at) {
                let ends_pair = byte == b'\n' && self.at > 0 && self.held[self.at - 1] == b'\r';
                match byte {
                    b'\n' if ends_pair => {}
                    b'\n' | b'\r' => self.row += 1,
                    _ => return,
                }
                self.at += 1;
            }
            self.began = self.at;
            if !self.fill() {
                return;
            }
        }
    }

    /// Whether the row that began last has more lines than one and an odd quote.
    fn is_open(&self) -> bool {
        let raw = &self.held[self.began..self.at];
        raw.trim_ascii_end().contains(&b'\n') && has_open_quote(raw)
    }
}

/// Whether there is an odd number of quotes.
fn has_open_quote(raw: &[u8]) -> bool {
    memchr::memchr_iter(b'"', raw).count() % 2 == 1
}
