//! A record meets what the book holds: the first, a correction, or a contradiction.

use super::findings::{Findings, finding};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Figure, ResultRecord};
use crate::progress::{Added, Book, Previous};
use crate::say;
use crate::words::say_number;

/// Adds a record and tells what it met.
pub(super) fn add(record: ResultRecord, book: &mut Book, findings: &mut Findings) {
    let (row, figure) = (record.row.row, record.figure);
    match book.add(record) {
        Added::New | Added::Outside => {}
        Added::Correction { previous } => {
            findings.tell("corrected-result", Severity::Note, |findings| {
                let message = say! {
                    vi: "báo cáo lại vào ngày sau; dòng này được tính",
                    en: "reported again on a later day; this row counts",
                };
                both(findings, row, message, figure, &previous)
            });
        }
        Added::Earlier { current } => {
            findings.tell("corrected-result", Severity::Note, |findings| {
                let message = say! {
                    vi: "đã có báo cáo của ngày sau; dòng này không được tính",
                    en: "there is a report of a later day; this row does not count",
                };
                both(findings, row, message, figure, &current)
            });
        }
        Added::Same { other } => {
            findings.tell("repeated-result", Severity::Note, |findings| {
                let message = say! {
                    vi: "lặp lại một dòng đã có, cùng số liệu; tính một lần",
                    en: "repeats another row with the same figure; it counts once",
                };
                both(findings, row, message, figure, &other)
            });
        }
        Added::Conflict { other } => {
            findings.tell("duplicate-result", Severity::Error, |findings| {
                let message = say! {
                    vi: "cùng đơn vị, cùng mã, cùng kỳ mà khác số liệu; không dòng nào được tính",
                    en: "same agency, item and period, another figure; neither row counts",
                };
                both(findings, row, message, figure, &other).advice(say! {
                    vi: "xóa dòng sai; nếu là đính chính thì ghi ngày báo cáo muộn hơn",
                    en: "remove the wrong row; if it is a correction, give it a later day",
                })
            });
        }
    }
}

fn both(
    findings: &Findings,
    row: u64,
    message: Text,
    figure: Figure,
    other: &Previous,
) -> Diagnostic {
    finding(findings.row(row), message)
        .label(said(figure))
        .other(findings.other_row(&other.row), said(other.figure))
}

/// A figure in words.
fn said(figure: Figure) -> Text {
    match figure {
        Figure::None => say! { vi: "để trống", en: "empty" },
        Figure::Ratio {
            numerator,
            denominator,
        } => {
            let (part, whole) = (say_number(numerator), say_number(denominator));
            Text {
                vi: format!("{} ÷ {}", part.vi, whole.vi),
                en: format!("{} ÷ {}", part.en, whole.en),
            }
        }
        Figure::Percent(percent) => {
            let percent = say_number(percent);
            Text {
                vi: format!("{} %", percent.vi),
                en: format!("{} %", percent.en),
            }
        }
        Figure::Number(number) => say_number(number),
        Figure::Attested(true) => say! { vi: "đạt", en: "yes" },
        Figure::Attested(false) => say! { vi: "không đạt", en: "no" },
    }
}
