//! The bytes of a delimited file → its rows.

use crate::lang::Text;
use crate::say;

/// A row that is not blank.
#[derive(Debug)]
pub(super) struct Row {
    /// Its number, as spreadsheets count rows.
    pub number: u64,
    /// Its cells, without spaces around, and without empty ones at the end.
    pub cells: Vec<String>,
}

impl Row {
    /// The text of a cell, empty where the row is shorter.
    pub(super) fn get(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", String::as_str)
    }
}

/// The text of the bytes: UTF-8, or UTF-16 with its mark, as Excel's "Unicode Text".
pub(super) fn text(bytes: &[u8]) -> Result<String, Text> {
    let utf16 = |order: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = bytes[2..]
            .chunks_exact(2)
            .map(|pair| order([pair[0], pair[1]]))
            .collect();
        String::from_utf16(&units).ok()
    };
    let text = if bytes.starts_with(b"\xFF\xFE") {
        utf16(u16::from_le_bytes)
    } else if bytes.starts_with(b"\xFE\xFF") {
        utf16(u16::from_be_bytes)
    } else {
        std::str::from_utf8(bytes).ok().map(str::to_owned)
    };
    text.filter(|text| !text.contains('\0')).ok_or_else(|| {
        say! {
            vi: "tệp không phải văn bản mã UTF-8 hay UTF-16; hãy lưu lại dạng CSV UTF-8",
            en: "the file is not text in UTF-8 or UTF-16; save it as CSV UTF-8"
        }
    })
}

/// The rows of the text that are not blank. The mark between cells is the one of `;`,
/// tab and `,` that the first line has most of.
pub(super) fn rows(text: &str) -> Vec<Row> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text
        .lines()
        .find(|line| !line.trim().is_empty())
        .unwrap_or("");
    let delimiter = [b';', b'\t', b',']
        .into_iter()
        .max_by_key(|mark| first.bytes().filter(|byte| byte == mark).count())
        .unwrap_or(b',');
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(delimiter)
        .has_headers(false)
        .flexible(true)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    let mut record = csv::StringRecord::new();
    let (mut at, mut lines, mut inner) = (0, 1, 0);
    while let Ok(true) = reader.read_record(&mut record) {
        let start = record.position().map_or(0, csv::Position::byte);
        let start = usize::try_from(start).unwrap_or(usize::MAX);
        let start = start.clamp(at, text.len());
        let rest = &text[start..];
        let blank = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
        let start = start + blank;
        lines += breaks(&text[at..start]);
        at = start;
        let mut cells: Vec<_> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        while cells.last().is_some_and(String::is_empty) {
            cells.pop();
        }
        if !cells.is_empty() {
            // A line break inside quotes begins no row.
            let number = lines - inner;
            rows.push(Row { number, cells });
        }
        inner += record.iter().map(breaks).sum::<u64>();
    }
    rows
}

fn breaks(text: &str) -> u64 {
    text.bytes().filter(|&byte| byte == b'\n').count() as u64
}
