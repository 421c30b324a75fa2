//! Results files (kết quả thực hiện) → the book, with diagnostics: delimited text as
//! people and spreadsheets write it, and workbooks. Every source of rows fills
//! [`rows::Cells`] and hands them to the [`intake`]; a new format is a file beside
//! `rows.rs`. A head that is not known yet is a word in `head.rs`.

mod columns;
mod dates;
mod encoding;
mod figure;
mod findings;
mod head;
mod intake;
mod legacy;
mod meeting;
mod numbers;
mod period;
mod refusal;
mod rows;
mod stray;
#[cfg(test)]
mod tests;
mod who;
mod workbook;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use self::encoding::{Content, Refusal, content};
use self::findings::{Findings, finding};
use self::head::{Head, first_head, sniff};
use self::intake::Intake;
use self::refusal::refuse;
use self::rows::{Cells, Outcome, Rows};
use self::workbook::{Sheet, Trouble};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::{Book, Directory, Items};
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

/// Reads a results file into `book`, whose periods are those of the plan, and tells
/// everything that is wrong in it, in the order of its rows. Rows without fault count.
pub fn read_results(
    path: &Path,
    bytes: &[u8],
    resolver: &Resolver<'_>,
    book: &mut Book,
) -> Vec<Diagnostic> {
    let mut findings = Findings::new(Arc::from(path), None);
    match content(bytes) {
        Content::Text(text) => read_text(text, resolver, book, findings),
        Content::Decoded(text, encoding) => {
            findings.tell("other-encoding", Severity::Note, |findings| {
                let message = say! {
                    vi: "tệp không phải UTF-8 mà là {encoding}; đã chuyển mã khi đọc",
                    en: "the file is not UTF-8 but {encoding}; it was decoded",
                };
                finding(findings.file(), message)
            });
            read_text(&text, resolver, book, findings)
        }
        Content::Workbook => match workbook::sheets(bytes) {
            Ok(sheets) => read_sheets(path, &sheets, resolver, book),
            Err(trouble) => {
                let refusal = match trouble {
                    Trouble::TooLarge => Refusal::TooLarge,
                    Trouble::Damaged => Refusal::Damaged,
                };
                refuse(&mut findings, refusal);
                findings.finish()
            }
        },
        Content::Refused(refusal) => {
            refuse(&mut findings, refusal);
            findings.finish()
        }
    }
}

fn read_text(
    text: &[u8],
    resolver: &Resolver<'_>,
    book: &mut Book,
    mut findings: Findings,
) -> Vec<Diagnostic> {
    let Some((delimiter, head_row)) = sniff(text) else {
        tell_no_head(&mut findings);
        return findings.finish();
    };
    let mut intake = Intake::new(resolver, book, findings);
    let (mut rows, mut cells) = (Rows::new(text, delimiter), Cells::default());
    while let Some(mut outcome) = rows.next(&mut cells) {
        if cells.row < head_row {
            continue;
        }
        if cells.row == head_row {
            if !intake.head(&cells) {
                break;
            }
            continue;
        }
        if outcome == Outcome::Row && intake.has_swallowed(&cells, delimiter) {
            outcome = rows.begin_again(&mut cells);
        }
        intake.take(outcome, &cells);
    }
    intake.finish()
}

/// Reads every sheet that has the head of a results table.
fn read_sheets(
    path: &Path,
    sheets: &[Sheet],
    resolver: &Resolver<'_>,
    book: &mut Book,
) -> Vec<Diagnostic> {
    let path: Arc<Path> = Arc::from(path);
    let (mut found, mut has_head) = (Vec::new(), false);
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
        let findings = Findings::new(Arc::clone(&path), Some(Arc::from(sheet.name.as_str())));
        let mut intake = Intake::new(resolver, book, findings);
        let (above, below) =
            numbers.split_at(numbers.partition_point(|row| u64::from(*row) <= head_row));
        sheet.fill(
            above.last().copied().unwrap_or_default(),
            &mut cells,
            &|_| false,
        );
        if intake.head(&cells) {
            for &row in below {
                sheet.fill(row, &mut cells, &|column| intake.is_of_words(column));
                intake.take(Outcome::Row, &cells);
            }
        }
        found.extend(intake.finish());
    }
    if !has_head {
        let mut findings = Findings::new(path, None);
        tell_no_head(&mut findings);
        found = findings.finish();
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
