//! A table of what is owed: who, what, by when, in which state.

use super::folding::{Line, said_line};
use super::states::line_cell;
use crate::lang::Text;
use crate::model::ReportingPeriod;
use crate::progress::{Deadline, Owed, Progress, ReportState, What};
use crate::say;
use crate::table::{Cell, Column, Row, Table, Value};
use crate::words::say_period;

/// Where a table says whose the debts are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Whose {
    /// In a column.
    Column,
    /// In the headings of its groups; machines have the column all the same.
    Headings,
}

/// The table of `lines`, in their order.
pub(super) fn table(
    progress: &Progress,
    key: &'static str,
    title: Option<Text>,
    lines: &[Line],
) -> Table {
    let rows = lines.iter().map(|line| row(progress, line, Whose::Column));
    Table {
        key,
        title,
        columns: columns(Whose::Column),
        rows: rows.collect(),
        ruled: false,
    }
}

/// The columns.
pub(super) fn columns(whose: Whose) -> Vec<Column> {
    let agency = Column::wide("agency", say! { vi: "Đơn vị", en: "Agency" }, 4);
    vec![
        Column::narrow("agency_id", say! { vi: "Mã đơn vị", en: "Agency id" }).for_machines(),
        match whose {
            Whose::Column => agency,
            Whose::Headings => agency.for_machines(),
        },
        Column::narrow("kind", say! { vi: "Loại", en: "Kind" }).for_machines(),
        Column::narrow("period", say! { vi: "Kỳ", en: "Period" }).for_machines(),
        Column::narrow("item", say! { vi: "Mã", en: "Item" }).for_machines(),
        Column::wide(
            "what",
            say! { vi: "Báo cáo, nhiệm vụ", en: "Report or task" },
            4,
        ),
        Column::narrow("due", say! { vi: "Hạn", en: "Due" }).right(),
        Column::narrow("moved_from", say! { vi: "Dời từ", en: "Moved from" }).for_machines(),
        Column::narrow("state", say! { vi: "Tình trạng", en: "State" }),
        Column::narrow("days", say! { vi: "Số ngày", en: "Days" }).for_machines(),
        Column::narrow("band", say! { vi: "Nhóm quá hạn", en: "Band" }).for_machines(),
        Column::narrow("sent", say! { vi: "Ngày gửi", en: "Sent" }).for_machines(),
        Column::narrow("items", say! { vi: "Số mục", en: "Items" }).for_machines(),
        Column::narrow("uncovered", say! { vi: "Mục còn thiếu", en: "Not covered" }).for_machines(),
    ]
}

/// The row of a line. What is not the same for all of it is that of the first: machines
/// are given lines of one.
pub(super) fn row(progress: &Progress, line: &Line, whose: Whose) -> Row {
    let first = line.owed[0];
    let body = &progress.directory.bodies()[first.body];
    let items = progress.items.all();
    let (kind, item) = match first.what {
        What::Report(_) => ("report", None),
        What::Delivery { item, .. } => ("delivery", Some(items[item].id)),
    };
    let moved = deadline(progress, first).filter(|due| due.nominal != due.day);
    let uncovered = first.uncovered.iter().map(|at| items[*at].id.to_owned());
    Row::Cells(vec![
        Value::from(body.id.as_str()).into(),
        Value::Said(said_line(progress, line)).into(),
        Value::from(kind).into(),
        Value::from(
            period(first.what)
                .map(|period| period.to_string())
                .as_deref(),
        )
        .into(),
        Value::from(item).into(),
        Value::Said(what(progress, first)).into(),
        first.due.map_or(Value::Empty, Value::Due).into(),
        Value::from(moved.map(|due| due.nominal)).into(),
        state(line, whose),
        days(first.state).into(),
        Value::from(band(first.state)).into(),
        sent(first.state).into(),
        Value::Count(i64::try_from(first.items).unwrap_or(i64::MAX)).into(),
        Value::List(uncovered.collect()).into(),
    ])
}

/// The state of a line; how many are in it, where no column says whose it is.
fn state(line: &Line, whose: Whose) -> Cell {
    let cell = line_cell(&line.owed);
    let count = line.owed.len();
    match cell.value {
        Value::State(word, Text { vi, en }) if whose == Whose::Headings && count > 1 => {
            let text = say! { vi: "{count} đơn vị {vi}", en: "{count} agencies: {en}" };
            Cell::toned(Value::State(word, text), cell.tone)
        }
        _ => cell,
    }
}

/// The period of a report, or which time of a recurring task it is.
pub(super) fn period(what: What) -> Option<ReportingPeriod> {
    match what {
        What::Report(period) => Some(period),
        What::Delivery { instance, .. } => instance,
    }
}

/// How the due day of a report came about.
pub(super) fn deadline(progress: &Progress, owed: &Owed) -> Option<Deadline> {
    match owed.what {
        What::Report(period) => progress.ledger.expected.timetable.find(period)?.due,
        What::Delivery { .. } => None,
    }
}

/// What is owed, in words.
pub(super) fn what(progress: &Progress, owed: &Owed) -> Text {
    match owed.what {
        What::Report(period) => {
            let Text { vi, en } = say_period(period);
            say! { vi: "báo cáo {vi}", en: "report, {en}" }
        }
        What::Delivery { item, instance } => {
            let item = &progress.items.all()[item];
            let (id, title) = (item.id, item.title);
            match instance.map(say_period) {
                Some(Text { vi, en }) => {
                    say! { vi: "{id}. {title} ({vi})", en: "{id}. {title} ({en})" }
                }
                None => Text::same(format!("{id}. {title}")),
            }
        }
    }
}

/// Days for machines: late and overdue above nought, days left below.
fn days(state: ReportState) -> Value {
    match state {
        ReportState::NotYetDue { days_left } => Value::Count(-days_left),
        other => other.days_late().map_or(Value::Empty, Value::Count),
    }
}

/// The bands in which what is overdue is counted.
pub(super) const BANDS: [&str; 3] = ["1-2", "3-7", "over-7"];

/// The band of what is overdue.
pub(super) fn band(state: ReportState) -> Option<&'static str> {
    match state {
        ReportState::Missing { overdue } => Some(match overdue {
            ..=2 => BANDS[0],
            3..=7 => BANDS[1],
            _ => BANDS[2],
        }),
        _ => None,
    }
}

fn sent(state: ReportState) -> Value {
    match state {
        ReportState::OnTime { sent } | ReportState::Late { sent, .. } => Value::Day(sent),
        ReportState::Sent { sent } | ReportState::Empty { sent, .. } => sent.into(),
        _ => Value::Empty,
    }
}
