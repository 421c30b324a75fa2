//! Results files (kết quả thực hiện) → the book, with diagnostics: delimited text as
//! people and spreadsheets write it, and workbooks. Every source of rows fills
//! [`cells::Cells`] and hands them to the [`intake`]; a new format is a file beside
//! `rows.rs`. A head that is not known yet is a word in `head.rs`.

mod cells;
mod columns;
mod dates;
mod desks;
mod encoding;
mod figure;
mod findings;
mod head;
mod intake;
mod legacy;
mod meeting;
mod memo;
mod numbers;
mod period;
mod refusal;
mod rows;
mod stray;
#[cfg(test)]
mod tests;
mod who;
mod workbook;

use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use self::cells::Cells;
use self::desks::Desks;
use self::encoding::{Content, Refusal, content};
use self::findings::{Findings, finding};
use self::head::{Head, first_head, sniff};
use self::refusal::refuse;
use self::rows::{Outcome, Rows};
use self::workbook::{Sheet, Trouble};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::{Book, Directory, Items};
use crate::read::files::read_bytes;
use crate::say;

/// What the words of a results file are looked up in.
#[derive(Clone, Copy, Debug)]
pub struct Resolver<'r> {
    /// The items of the plan.
    pub items: &'r Items<'r>,
    /// Its agencies.
    pub directory: &'r Directory,
    /// The day papi is asked about: rows reported later do not count. `None` where no
    /// day matters.
    pub as_of: Option<NaiveDate>,
}

/// A plan whose results a file may hold.
#[derive(Debug)]
pub struct Desk<'r> {
    /// The plan's id.
    pub id: &'r str,
    /// Its official number.
    pub number: Option<&'r str>,
    /// What words mean in it.
    pub resolver: Resolver<'r>,
    /// The book to fill, whose periods are those of the plan.
    pub book: &'r mut Book,
}

/// Reads a results file of at most `largest` bytes into the books of `desks`, of which
/// there is at least one, and tells for each everything that is wrong, in the order of
/// the rows; what concerns the whole file is told with the first. Rows without fault
/// count. A large file is never held whole.
///
/// # Errors
/// The file cannot be read at all.
pub fn read_results_file(
    path: &Path,
    largest: u64,
    desks: &mut [Desk<'_>],
) -> Result<Vec<Vec<Diagnostic>>, Box<Diagnostic>> {
    match encoding::stream(path) {
        Some((head, rest)) => {
            let shared: Arc<Path> = Arc::from(path);
            let mut desks = Desks::new(desks, || Findings::new(Arc::clone(&shared), None));
            read_text(sniff(&head), head.as_slice().chain(rest), &mut desks);
            Ok(desks.finish())
        }
        None => Ok(read_results(path, &read_bytes(path, largest)?, desks)),
    }
}

/// Reads the bytes of a results file as [`read_results_file`] does.
pub fn read_results(path: &Path, bytes: &[u8], desks: &mut [Desk<'_>]) -> Vec<Vec<Diagnostic>> {
    let shared: Arc<Path> = Arc::from(path);
    let findings = || Findings::new(Arc::clone(&shared), None);
    let sheets = match content(bytes) {
        Content::Text(text) => {
            let mut desks = Desks::new(desks, findings);
            read_text(sniff(text), text, &mut desks);
            return desks.finish();
        }
        Content::Decoded(text, encoding) => {
            let mut desks = Desks::new(desks, findings);
            desks
                .findings()
                .tell("other-encoding", Severity::Note, |findings| {
                    let message = say! {
                        vi: "tệp không phải UTF-8 mà là {encoding}; đã chuyển mã khi đọc",
                        en: "the file is not UTF-8 but {encoding}; it was decoded",
                    };
                    finding(findings.file(), message)
                });
            read_text(sniff(&text), text.as_slice(), &mut desks);
            return desks.finish();
        }
        Content::Workbook => workbook::sheets(bytes).map_err(|trouble| match trouble {
            Trouble::TooLarge => Refusal::TooLarge,
            Trouble::Damaged => Refusal::Damaged,
        }),
        Content::Refused(refusal) => Err(refusal),
    };
    match sheets {
        Ok(sheets) => read_sheets(&shared, &sheets, desks),
        Err(refusal) => {
            let mut desks = Desks::new(desks, findings);
            refuse(desks.findings(), refusal);
            desks.finish()
        }
    }
}

fn read_text(sniffed: Option<(u8, u64)>, text: impl Read, desks: &mut Desks<'_>) {
    let Some((delimiter, head_row)) = sniffed else {
        return tell_no_head(desks.findings());
    };
    let (mut rows, mut cells) = (Rows::new(text, delimiter), Cells::default());
    while let Some(mut outcome) = rows.next(&mut cells) {
        if cells.row < head_row {
            continue;
        }
        if cells.row == head_row {
            if !desks.head(&cells) {
                break;
            }
            continue;
        }
        if outcome == Outcome::Row && desks.has_swallowed(&cells, delimiter) {
            outcome = rows.begin_again(&mut cells);
        }
        desks.take(outcome, &cells);
    }
    if let Some(error) = rows.failure() {
        desks
            .findings()
            .tell("unreadable-file", Severity::Error, |findings| {
                let message = say! {
                    vi: "không đọc được hết tệp ({error})",
                    en: "the file cannot be read to its end ({error})",
                };
                finding(findings.file(), message)
            });
    }
}

/// Reads every sheet that has the head of a results table.
fn read_sheets(path: &Arc<Path>, sheets: &[Sheet], desks: &mut [Desk<'_>]) -> Vec<Vec<Diagnostic>> {
    let mut found = vec![Vec::new(); desks.len()];
    let mut has_head = false;
    let mut cells = Cells::default();
    for sheet in sheets {
        let numbers: Vec<u32> = sheet.rows.keys().copied().collect();
        let upper = numbers
            .iter()
            .take_while(|row| u64::from(**row) <= head::HIGHEST);
        let fields = upper.map(|&row| {
            sheet.fill(row, &mut cells, &|_| false);
            (u64::from(row), Head::of(&cells).fields())
        });
        let Some(head_row) = first_head(&fields.collect::<Vec<_>>()) else {
            continue;
        };
        has_head = true;
        let name: Arc<str> = Arc::from(sheet.name.as_str());
        let findings = || Findings::new(Arc::clone(path), Some(Arc::clone(&name)));
        let mut intakes = Desks::new(desks, findings);
        let (above, below) =
            numbers.split_at(numbers.partition_point(|row| u64::from(*row) <= head_row));
        let last = above.last().copied().unwrap_or_default();
        sheet.fill(last, &mut cells, &|_| false);
        if intakes.head(&cells) {
            for &row in below {
                sheet.fill(row, &mut cells, &|column| intakes.is_of_words(column));
                intakes.take(Outcome::Row, &cells);
            }
        }
        for (all, of_sheet) in found.iter_mut().zip(intakes.finish()) {
            all.extend(of_sheet);
        }
    }
    if !has_head {
        let mut intakes = Desks::new(desks, || Findings::new(Arc::clone(path), None));
        tell_no_head(intakes.findings());
        return intakes.finish();
    }
    found
}

fn tell_no_head(findings: &mut Findings) {
    findings.tell("missing-column", Severity::Error, |findings| {
        let message = say! {
            vi: "không tìm thấy dòng tiêu đề của bảng kết quả",
            en: "no head of a results table was found",
        };
        finding(findings.file(), message).advice(say! {
            vi: "dòng tiêu đề cần các cột: Mã, Đơn vị, Kỳ, và Tử số, Mẫu số hoặc Kết quả",
            en: "the head needs the columns item, agency, period, and numerator, denominator or value",
        })
    });
}
