//! Rows that are no data, and cells that stand where no column is.

use super::cells::Cells;
use super::findings::{Findings, finding, shown};
use super::head::{Field, Head};
use crate::diagnostic::Severity;
use crate::say;
use crate::words::fold;

/// Tells a row that is not to be read: a title, a section or a total among the data, or
/// a row whose cells have slipped.
pub(super) fn is_told(cells: &Cells, head: &Head, findings: &mut Findings) -> bool {
    is_passed_over(cells, head, findings) || has_slipped(cells, head, findings)
}

/// Titles and sections fill one cell; totals say so and have no item.
fn is_passed_over(cells: &Cells, head: &Head, findings: &mut Findings) -> bool {
    let filled = |column: usize| !cells.get(column).is_empty();
    let has = |field| head.column(field).is_some_and(filled);
    if has(Field::Item) && has(Field::Agency) && has(Field::Period) {
        return false;
    }
    let is_total = |cell: &[u8]| {
        cell.len() < 64
            && ["tong", "tong cong", "tong so", "cong", "total"]
                .contains(&fold(&String::from_utf8_lossy(cell)).as_str())
    };
    let all_filled = cells.iter().filter(|cell| !cell.is_empty()).count();
    if all_filled != 1 && !cells.iter().any(is_total) {
        return false;
    }
    let column = (0..cells.len())
        .find(|&column| filled(column))
        .unwrap_or_default();
    findings.tell("stray-row", Severity::Note, |findings| {
        let text = shown(cells.get(column));
        let message = say! {
            vi: "dòng tiêu đề hoặc dòng tổng “{text}” được bỏ qua",
            en: "the title or total “{text}” is passed over",
        };
        finding(findings.cell(cells, column), message)
    });
    true
}

/// A text beyond the last column, or behind a number that a comma has cut in two.
fn has_slipped(cells: &Cells, head: &Head, findings: &mut Findings) -> bool {
    let width = head
        .is_named
        .iter()
        .rposition(|named| *named)
        .map_or(0, |last| last + 1);
    let beyond = (width..cells.len()).find(|&column| !cells.get(column).is_empty());
    let cut = || {
        let numbers = [Field::Numerator, Field::Denominator, Field::Value];
        let mut columns = numbers.into_iter().filter_map(|field| head.column(field));
        columns.find(|&column| cells.len() > head.is_named.len() && is_cut(cells, head, column))
    };
    let Some(column) = beyond.or_else(cut) else {
        return false;
    };
    findings.tell("bad-cell", Severity::Error, |findings| {
        let message = say! {
            vi: "dòng có nhiều ô hơn dòng tiêu đề, nên các ô có thể đã lệch cột; dòng này không được tính",
            en: "the row has more cells than the head, so they may have slipped; the row does not count",
        };
        finding(findings.cell(cells, column), message).advice(say! {
            vi: "đặt trong ngoặc kép ô có dấu phân cách bên trong, ví dụ \"97,5\"",
            en: "put a cell that holds the delimiter in quotes, such as \"97,5\"",
        })
    });
    true
}

/// Whether a number and the cell behind it, which belongs to words or a day, are the
/// two halves of a decimal.
fn is_cut(cells: &Cells, head: &Head, column: usize) -> bool {
    let is_whole = |cell: &[u8]| {
        let digits = cell.strip_suffix(b"%").unwrap_or(cell);
        !digits.is_empty() && digits.len() <= 6 && digits.iter().all(u8::is_ascii_digit)
    };
    let next = [Field::Reported, Field::Evidence, Field::Note]
        .into_iter()
        .any(|field| head.column(field) == Some(column + 1));
    next && is_whole(cells.get(column)) && is_whole(cells.get(column + 1))
}
