//! What is wrong with the columns of a table.

use super::cells::Cells;
use super::findings::{Findings, finding, shown};
use super::head::{Field, Head};
use crate::diagnostic::Severity;
use crate::say;

/// Tells what is wrong with the columns; `false` where one is missing without which no
/// row can be read.
pub(super) fn tell(head: &Head, cells: &Cells, findings: &mut Findings) -> bool {
    tell_unknown(head, cells, findings);
    tell_repeated(head, cells, findings);
    let mut is_whole = true;
    for field in [Field::Item, Field::Agency, Field::Period] {
        if head.column(field).is_none() {
            is_whole = false;
            missing(field, cells, findings);
        }
    }
    let has = |field| head.column(field).is_some();
    match [Field::Numerator, Field::Denominator].map(has) {
        [true, false] => missing(Field::Denominator, cells, findings),
        [false, true] => missing(Field::Numerator, cells, findings),
        [false, false] if !has(Field::Value) && !has(Field::Evidence) => {
            missing(Field::Value, cells, findings);
        }
        _ => {}
    }
    is_whole
}

fn missing(field: Field, cells: &Cells, findings: &mut Findings) {
    findings.tell("missing-column", Severity::Error, |findings| {
        let (vi, en) = (field.head(), field.word());
        let message = say! {
            vi: "thiếu cột “{vi}”",
            en: "the column “{en}” is missing",
        };
        finding(findings.row(cells.row), message).advice(say! {
            vi: "thêm cột có tiêu đề “{vi}” (hoặc “{en}”)",
            en: "add a column with the head “{en}” (or “{vi}”)",
        })
    });
}

fn tell_unknown(head: &Head, cells: &Cells, findings: &mut Findings) {
    for &(column, near) in &head.unknown {
        // A slip of the pen loses a column; a column of one's own loses nothing.
        let near = near.filter(|near| head.column(*near).is_none());
        let severity = match near {
            Some(_) => Severity::Error,
            None => Severity::Warning,
        };
        findings.tell("unknown-column", severity, |findings| {
            let text = shown(cells.get(column));
            let message = say! {
                vi: "không có cột nào tên là “{text}”; cột này không được đọc",
                en: "there is no column “{text}”; it is not read",
            };
            let told = finding(findings.cell(cells, column), message);
            match near {
                Some(near) => {
                    let (vi, en) = (near.head(), near.word());
                    told.advice(say! {
                        vi: "có phải là “{vi}”?",
                        en: "is it “{en}” (“{vi}”)?",
                    })
                }
                None => told,
            }
        });
    }
}

fn tell_repeated(head: &Head, cells: &Cells, findings: &mut Findings) {
    for &(column, first) in &head.repeated {
        findings.tell("unknown-column", Severity::Error, |findings| {
            let text = shown(cells.get(column));
            let message = say! {
                vi: "cột “{text}” cùng nghĩa với một cột đứng trước; cột này không được đọc",
                en: "the column “{text}” means the same as one before it; it is not read",
            };
            finding(findings.cell(cells, column), message).other(
                findings.cell(cells, first),
                say! { vi: "cột đứng trước", en: "the one before it" },
            )
        });
    }
}
