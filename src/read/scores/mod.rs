//! The scores of PAPI: a CSV of `year, province, D1…D8, sub-dimensions, total, rank,
//! ranked, band, source, published`, heads in English or Vietnamese in any order.

mod cells;
mod checks;
mod heads;
mod rows;
#[cfg(test)]
mod tests;
mod whose;

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};

use self::cells::DecimalMarks;
use self::heads::Heads;
use self::rows::Row;
use super::files::read_bytes;
use crate::catalog::editions::Editions;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Score, ScoreBook, Scored};
use crate::say;
use crate::source::Place;

/// The largest scores file that is read, in bytes: a thousand times every province in
/// every year.
const LARGEST: u64 = 16 << 20;

/// More findings are counted, not told.
const MOST_FINDINGS: usize = 100;

/// Reads a scores file into `book`; what is in the book already is completed by it.
/// Scores of a year are in the future when the results are neither known nor said to
/// be published by `as_of`; without a day none is.
pub fn read_scores(
    path: &Path,
    editions: &Editions,
    as_of: Option<NaiveDate>,
    book: &mut ScoreBook,
) -> Vec<Diagnostic> {
    match read_bytes(path, LARGEST) {
        Ok(bytes) => read_score_bytes(path, &bytes, editions, as_of, book),
        Err(finding) => vec![*finding],
    }
}

/// As [`read_scores`], from the bytes of the file.
pub fn read_score_bytes(
    path: &Path,
    bytes: &[u8],
    editions: &Editions,
    as_of: Option<NaiveDate>,
    book: &mut ScoreBook,
) -> Vec<Diagnostic> {
    let mut reading = Reading {
        path: Arc::from(path),
        editions,
        as_of,
        book,
        found: Vec::new(),
        untold: 0,
        provinces: BTreeMap::new(),
    };
    reading.read(bytes);
    reading.finish()
}

/// A file that is being read.
struct Reading<'a> {
    path: Arc<Path>,
    editions: &'a Editions,
    as_of: Option<NaiveDate>,
    book: &'a mut ScoreBook,
    found: Vec<Diagnostic>,
    untold: usize,
    /// The names of the provinces of each year, known or not.
    provinces: BTreeMap<i32, Vec<String>>,
}

impl Reading<'_> {
    fn read(&mut self, bytes: &[u8]) {
        let text = match rows::text(bytes) {
            Ok(text) => text,
            Err(message) => {
                let file = Place::file(&self.path);
                self.tell(Diagnostic::error("unread-score", file, message));
                return;
            }
        };
        let mut rows = rows::rows(&text).into_iter();
        let Some(head) = rows.next() else {
            let place = Place::file(&self.path);
            let message = say! { vi: "tệp không có dòng nào", en: "the file has no row" };
            self.tell(Diagnostic::error("unread-score", place, message));
            return;
        };
        let Some(heads) = Heads::read(&head, self) else {
            return;
        };
        let rows: Vec<_> = rows.collect();
        let marks = DecimalMarks::of(&rows, &heads);
        for row in &rows {
            self.read_row(row, &heads, marks);
        }
    }

    fn read_row(&mut self, row: &Row, heads: &Heads, marks: DecimalMarks) {
        if row.cells.len() > heads.count() {
            let surplus = row.cells.len() - heads.count();
            let place = self.cell(row, heads.count());
            self.tell(
                Diagnostic::error(
                    "unread-score",
                    place,
                    say! {
                        vi: "dòng này thừa {surplus} ô so với dòng tiêu đề nên không đọc",
                        en: "the row has {surplus} cells more than there are heads and is not read"
                    },
                )
                .advice(say! {
                    vi: "số có dấu phẩy thập phân phải đặt trong ngoặc kép, hoặc ngăn cột bằng dấu chấm phẩy",
                    en: "numbers with a decimal comma stand in quotes, or semicolons part the columns"
                }),
            );
            return;
        }
        let Some((year, province)) = self.whose(row, heads) else {
            return;
        };
        let mut score = self.read_cells(row, heads, marks, year, province);
        checks::check(self, row, heads, &mut score);
        if score.scores.is_empty() && score.bands.is_empty() && score.rank.is_none() {
            return;
        }
        self.keep(row, heads, score);
    }

    /// Adds the score, or completes the one that another file gave.
    fn keep(&mut self, row: &Row, heads: &Heads, score: Score) {
        let (year, province) = (score.year, score.province.clone());
        let Err(clash) = self.book.add(score) else {
            return;
        };
        let (score, known) = *clash;
        let first = Place::Cell {
            path: Arc::clone(&known.row.path),
            sheet: None,
            row: known.row.row,
            column: None,
            text: None,
        };
        if known.row.path == score.row.path {
            let place = self.cell(row, heads.province);
            let message = say! {
                vi: "{province} năm {year} có hai dòng; chỉ dòng đầu được tính",
                en: "{province} stands twice in {year}; only the first row counts"
            };
            let told = Diagnostic::error("duplicate-score", place, message).other(
                first,
                say! { vi: "dòng đầu ở đây", en: "the first is here" },
            );
            self.tell(told);
            return;
        }
        for scored in self.book.complete(score) {
            let place = self.cell(row, heads.of(scored).unwrap_or(heads.province));
            let message = say! {
                vi: "{province} năm {year}: điểm khác với tệp đọc trước; số của tệp đọc trước được tính",
                en: "{province} in {year}: the score differs from that of a file read before, which counts"
            };
            let told = Diagnostic::error("duplicate-score", place, message).other(
                first.clone(),
                say! { vi: "dòng kia ở đây", en: "the other is here" },
            );
            self.tell(told);
        }
    }

    /// Whether a year's results cannot be out on the day.
    fn is_future(&self, year: i32, published: Option<NaiveDate>) -> bool {
        let Some(as_of) = self.as_of else {
            return false;
        };
        if self.editions.published(year).is_some() {
            return false;
        }
        year >= as_of.year() || published.is_some_and(|published| published > as_of)
    }

    /// The place of a cell.
    fn cell(&self, row: &Row, column: usize) -> Place {
        let text = row.get(column);
        Place::Cell {
            path: Arc::clone(&self.path),
            sheet: None,
            row: row.number,
            column: Some(column),
            text: (!text.is_empty()).then(|| Arc::from(shortened(text))),
        }
    }

    fn tell(&mut self, finding: Diagnostic) {
        if self.found.len() < MOST_FINDINGS {
            self.found.push(finding);
        } else {
            self.untold += 1;
        }
    }

    fn error(&mut self, rule: &'static str, place: Place, message: Text) {
        self.tell(Diagnostic::error(rule, place, message));
    }

    fn finish(mut self) -> Vec<Diagnostic> {
        if self.untold > 0 {
            let more = self.untold;
            let place = Place::file(&self.path);
            let message = say! {
                vi: "còn {more} lỗi khác trong tệp này không liệt kê",
                en: "{more} more findings in this file are not listed"
            };
            self.found.push(Diagnostic::new(
                "unread-score",
                Severity::Error,
                place,
                message,
            ));
        }
        self.found
    }
}

/// How a score is called in sentences.
fn called(scored: Scored) -> Text {
    match scored {
        Scored::Total => say! { vi: "tổng điểm", en: "the total" },
        Scored::Part(number) if number.sub.is_some() => {
            say! { vi: "nội dung thành phần {number}", en: "sub-dimension {number}" }
        }
        Scored::Part(number) => say! { vi: "chỉ số nội dung {number}", en: "dimension {number}" },
    }
}

/// A cell's text as places keep it.
fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    if text.chars().count() <= LONGEST {
        return text.to_owned();
    }
    let start: String = text.chars().take(LONGEST - 1).collect();
    format!("{start}…")
}
