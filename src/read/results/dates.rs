//! The day on which a row was reported.

use chrono::NaiveDate;

use super::cells::Cells;
use super::findings::{Findings, finding, shown};
use super::head::{Field, Head};
use super::who::Memory;
use crate::diagnostic::Severity;
use crate::say;
use crate::words::say_date;

/// Reads the day; a bad one is told and is none.
pub(super) fn read(
    cells: &Cells,
    head: &Head,
    memory: &mut Memory,
    findings: &mut Findings,
) -> Option<NaiveDate> {
    let column = head.column(Field::Reported)?;
    let cell = cells.get(column);
    if cell.is_empty() {
        return None;
    }
    let day = memory.day(cell);
    if day.is_none() {
        findings.tell("bad-cell", Severity::Error, |findings| {
            let text = shown(cell);
            let message = say! {
                vi: "“{text}” không đọc được là một ngày có thật",
                en: "“{text}” cannot be read as a real day",
            };
            finding(findings.cell(cells, column), message).advice(say! {
                vi: "ghi ngày/tháng/năm, ví dụ 18/06/2021",
                en: "write year-month-day, such as 2021-06-18, or day/month/year",
            })
        });
    }
    day
}

/// Tells a row that was reported after the day papi is asked about: it does not count.
pub(super) fn is_future(
    reported: Option<NaiveDate>,
    as_of: Option<NaiveDate>,
    cells: &Cells,
    head: &Head,
    findings: &mut Findings,
) -> bool {
    let (Some(reported), Some(as_of), Some(column)) =
        (reported, as_of, head.column(Field::Reported))
    else {
        return false;
    };
    if reported <= as_of {
        return false;
    }
    findings.tell("result-in-future", Severity::Warning, |findings| {
        let (as_of, reported) = (say_date(as_of), say_date(reported));
        let (as_of_vi, as_of_en, day_vi, day_en) = (as_of.vi, as_of.en, reported.vi, reported.en);
        let message = say! {
            vi: "ngày báo cáo {day_vi} ở sau ngày {as_of_vi}; dòng này chưa được tính",
            en: "reported on {day_en}, after {as_of_en}; the row does not count yet",
        };
        finding(findings.cell(cells, column), message).advice(say! {
            vi: "kiểm tra ngày, tháng có đổi chỗ cho nhau không",
            en: "see whether day and month have changed places",
        })
    });
    true
}
