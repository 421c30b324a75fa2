//! The reports on a period by level of agency.

use super::verdicts::{bar, number};
use crate::lang::Text;
use crate::model::AgencyLevel;
use crate::progress::{Owed, Progress, StateCounts};
use crate::say;
use crate::table::{Cell, Column, Row, Table, Tone, Value};

/// A row for each level that owes a report, and their sum.
pub(super) fn table(progress: &Progress, reports: &[&Owed]) -> Table {
    let level = |owed: &Owed| match progress.directory.bodies()[owed.body].level {
        None | Some(AgencyLevel::Province) => AgencyLevel::Province,
        Some(level) => level,
    };
    let all: StateCounts = reports.iter().map(|owed| owed.state).collect();
    let mut rows = Vec::new();
    for wanted in AgencyLevel::ALL {
        let of_level = reports.iter().filter(|owed| level(owed) == wanted);
        let counts: StateCounts = of_level.map(|owed| owed.state).collect();
        if counts.total() > 0 {
            rows.push(Row::Cells(row(wanted.word(), name(wanted), counts)));
        }
    }
    rows.push(Row::Total(row(
        "",
        say! { vi: "Tổng số", en: "Total" },
        all,
    )));
    let mut columns = vec![
        Column::narrow("level", say! { vi: "Mã cấp", en: "Level id" }).for_machines(),
        Column::wide("name", say! { vi: "Cấp", en: "Level" }, 3),
        Column::wide("bar", say! { vi: "Biểu đồ", en: "Chart" }, 2).for_pages(),
        Column::narrow("owed", say! { vi: "Phải gửi", en: "Owed" }).right(),
    ];
    for (key, head, _, count) in states(all) {
        let column = Column::narrow(key, head).right();
        columns.push(if count > 0 {
            column
        } else {
            column.for_machines()
        });
    }
    Table {
        key: "levels",
        title: Some(say! { vi: "Báo cáo của kỳ theo cấp", en: "Reports on the period by level" }),
        columns,
        rows,
        ruled: false,
    }
}

fn row(id: &str, name: Text, counts: StateCounts) -> Vec<Cell> {
    let states = states(counts);
    let bar = bar(states
        .iter()
        .map(|(_, _, tone, count)| (*count, *tone))
        .take(8));
    let mut cells = vec![
        Value::from(id).into(),
        Value::Said(name).into(),
        bar.into(),
        number(counts.owed()).into(),
    ];
    cells.extend(states.into_iter().map(|(_, _, tone, count)| {
        let tone = if count > 0 { tone } else { Tone::Plain };
        Cell::toned(number(count), tone)
    }));
    cells
}

fn name(level: AgencyLevel) -> Text {
    match level {
        AgencyLevel::Province => say! { vi: "Cấp tỉnh", en: "Province" },
        AgencyLevel::District => say! { vi: "Cấp huyện", en: "Districts" },
        AgencyLevel::Commune => say! { vi: "Cấp xã", en: "Communes" },
    }
}

/// The states, those that are owed first; they add up to `owed`, with the last to all.
fn states(counts: StateCounts) -> [(&'static str, Text, Tone, usize); 9] {
    [
        (
            "on_time",
            say! { vi: "Đúng hạn", en: "On time" },
            Tone::Good,
            counts.on_time,
        ),
        (
            "sent",
            say! { vi: "Đã gửi", en: "Sent" },
            Tone::Good,
            counts.sent,
        ),
        (
            "late",
            say! { vi: "Gửi muộn", en: "Late" },
            Tone::Caution,
            counts.late,
        ),
        (
            "sent_undated",
            say! { vi: "Không rõ ngày gửi", en: "Sent, day unknown" },
            Tone::Caution,
            counts.sent_undated,
        ),
        (
            "empty",
            say! { vi: "Gửi trống", en: "Sent empty" },
            Tone::Caution,
            counts.empty,
        ),
        (
            "missing",
            say! { vi: "Quá hạn", en: "Overdue" },
            Tone::Bad,
            counts.missing,
        ),
        (
            "not_yet_due",
            say! { vi: "Chưa đến hạn", en: "Not yet due" },
            Tone::Faint,
            counts.not_yet_due,
        ),
        (
            "no_due_day",
            say! { vi: "Không định ngày", en: "No due day" },
            Tone::Faint,
            counts.no_due_day,
        ),
        (
            "not_owed",
            say! { vi: "Không phải gửi", en: "Not owed" },
            Tone::Plain,
            counts.not_owed,
        ),
    ]
}
