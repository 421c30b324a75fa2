//! Agencies × periods: the state of each report as a short mark, with totals.

use super::folding::{Folded, Folding, Who, said};
use super::marks::{legend, mark, rank, with_days};
use super::overdue::{Filter, notes};
use super::states::{count_facts, counted, joined};
use super::title::document_name;
use crate::lang::Text;
use crate::model::{PeriodPart, ReportingPeriod};
use crate::progress::{Owed, Progress, ReportState, StateCounts, What};
use crate::say;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};
use crate::words::say_period;

/// The reports that `filter` takes, whatever their state: a row for each agency, or for
/// the communes of a district, a column for each period, a table for each year.
pub fn document(progress: &Progress, filter: &Filter, folding: Folding) -> Document {
    let filter = Filter {
        all: true,
        ..filter.clone()
    };
    let mut reports = filter.taken(progress);
    reports.retain(|owed| matches!(owed.what, What::Report(_)));
    let counts: StateCounts = reports.iter().map(|owed| owed.state).collect();
    let total = counts.total();
    let Text { vi, en } = joined(&counted(counts), ", ");
    let line = if total == 0 {
        say! { vi: "Không có báo cáo định kỳ nào như yêu cầu.", en: "No periodic report answers to that." }
    } else {
        say! { vi: "{total} báo cáo: {vi}", en: "{total} reports: {en}" }
    };
    let mut facts = vec![
        hidden("id", Value::from(progress.plan.head.id.as_str())),
        hidden("listed", count(total)),
    ];
    facts.extend(count_facts(counts));
    let mut blocks = vec![Block::Facts(facts), Block::line(line)];
    let folded = Folded::of(progress, &reports, folding);
    let mut years: Vec<i32> = reports.iter().filter_map(|owed| year(owed)).collect();
    years.sort_unstable();
    years.dedup();
    for &of in &years {
        let of_year = reports.iter().filter(|owed| year(owed) == Some(of));
        let of_year: Vec<&Owed> = of_year.copied().collect();
        let title = (years.len() > 1).then(|| say! { vi: "Năm {of}", en: "{of}" });
        blocks.push(Block::Table(table(progress, &of_year, title, &folded)));
    }
    if total > 0 {
        blocks.push(Block::toned(legend(counts), Tone::Faint));
    }
    blocks.extend(notes(progress, &reports));
    blocks.extend(deliveries(progress));
    Document {
        headings: vec![document_name(progress.plan)],
        blocks,
    }
}

/// The reports of every period, as a part of another document: a table for each year.
pub(super) fn blocks(progress: &Progress, folding: Folding) -> Vec<Block> {
    let reports = progress.owed.iter();
    let reports = reports.filter(|owed| matches!(owed.what, What::Report(_)));
    let reports: Vec<&Owed> = reports.collect();
    let counts: StateCounts = reports.iter().map(|owed| owed.state).collect();
    let folded = Folded::of(progress, &reports, folding);
    let mut years: Vec<i32> = reports.iter().filter_map(|owed| year(owed)).collect();
    years.sort_unstable();
    years.dedup();
    let mut blocks = Vec::new();
    for of in years {
        let of_year = reports.iter().filter(|owed| year(owed) == Some(of));
        let of_year: Vec<&Owed> = of_year.copied().collect();
        let title =
            say! { vi: "Đơn vị và kỳ báo cáo năm {of}", en: "Agencies and periods of {of}" };
        blocks.push(Block::Table(table(
            progress,
            &of_year,
            Some(title),
            &folded,
        )));
    }
    if !blocks.is_empty() {
        blocks.push(Block::toned(legend(counts), Tone::Faint));
    }
    blocks
}

fn table(progress: &Progress, reports: &[&Owed], title: Option<Text>, folded: &Folded) -> Table {
    let mut periods: Vec<ReportingPeriod> =
        reports.iter().filter_map(|owed| period(owed)).collect();
    let timetable = &progress.ledger.expected.timetable.periods;
    let order =
        |period: &ReportingPeriod| timetable.iter().position(|timed| timed.period == *period);
    periods.sort_by_key(order);
    periods.dedup();
    let mut rows = rows(progress, reports, folded)
        .into_iter()
        .map(|(who, reports)| {
            let mut bodies: Vec<usize> = reports.iter().map(|owed| owed.body).collect();
            bodies.sort_unstable();
            bodies.dedup();
            let [id, name] = match &who {
                Who::Body(body) => {
                    let body = &progress.directory.bodies()[*body];
                    [
                        Value::from(body.id.as_str()),
                        Value::from(body.name.as_str()),
                    ]
                }
                Who::Kind { .. } => [Value::Empty, Value::Said(said(progress, &who, &bodies))],
            };
            let is_one = matches!(who, Who::Body(_));
            let rest = if is_one { Extent::One } else { Extent::Several };
            Row::Cells(cells([id, name], &reports, &periods, rest))
        })
        .collect::<Vec<_>>();
    let sum = Value::Said(say! { vi: "Tổng số", en: "Total" });
    rows.push(Row::Total(cells(
        [Value::Empty, sum],
        reports,
        &periods,
        Extent::All,
    )));
    Table {
        key: "matrix",
        ruled: false,
        title,
        columns: columns(&periods),
        rows,
    }
}

/// The reports by row, in the order in which agencies first come.
fn rows<'o>(
    progress: &Progress,
    reports: &[&'o Owed],
    folded: &Folded,
) -> Vec<(Who, Vec<&'o Owed>)> {
    let mut rows: Vec<(Who, Vec<&Owed>)> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for &owed in reports {
        let who = folded.who(progress, owed.body);
        let at = *known.entry(who.clone()).or_insert(rows.len());
        match rows.get_mut(at) {
            Some((_, reports)) => reports.push(owed),
            None => rows.push((who, vec![owed])),
        }
    }
    rows
}

fn columns(periods: &[ReportingPeriod]) -> Vec<Column> {
    let mut columns = vec![
        Column::narrow("agency_id", say! { vi: "Mã đơn vị", en: "Agency id" }).for_machines(),
        Column::wide("agency", say! { vi: "Đơn vị", en: "Agency" }, 1),
    ];
    columns.extend(
        periods
            .iter()
            .map(|period| Column::narrow(key(period.part), head(*period)).centred()),
    );
    columns.push(Column::narrow("owed", say! { vi: "Phải gửi", en: "Owed" }).right());
    columns.push(Column::narrow("overdue", say! { vi: "Quá hạn", en: "Overdue" }).right());
    columns
}

fn cells(
    begin: [Value; 2],
    reports: &[&Owed],
    periods: &[ReportingPeriod],
    extent: Extent,
) -> Vec<Cell> {
    let mut cells: Vec<Cell> = begin.into_iter().map(Cell::from).collect();
    for wanted in periods {
        let states: Vec<ReportState> = reports
            .iter()
            .filter(|owed| period(owed) == Some(*wanted))
            .map(|owed| owed.state)
            .collect();
        cells.push(match states[..] {
            [] => Value::Empty.into(),
            [state] if extent == Extent::One => {
                let (mark, tone) = mark(state);
                let mark = with_days(&mark, state.days_late());
                Cell::toned(Value::State(state.word(), mark), tone)
            }
            _ => several(&states, extent),
        });
    }
    let counts: StateCounts = reports.iter().map(|owed| owed.state).collect();
    cells.push(count(counts.owed()).into());
    let tone = if counts.missing > 0 {
        Tone::Bad
    } else {
        Tone::Plain
    };
    cells.push(Cell::toned(count(counts.missing), tone));
    cells
}

/// Of how many a row tells.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Extent {
    One,
    Several,
    /// The sum of the table, which leaves days out.
    All,
}

/// The states of several: how many of each, the worst first.
fn several(states: &[ReportState], extent: Extent) -> Cell {
    let mut kinds: Vec<(Text, Tone, usize, Option<i64>)> = Vec::new();
    for state in states {
        let (mark, tone) = mark(*state);
        let days = state.days_late().filter(|_| extent != Extent::All);
        match kinds.iter_mut().find(|(known, ..)| *known == mark) {
            Some((_, _, number, worst)) => {
                *number += 1;
                *worst = days.max(*worst);
            }
            None => kinds.push((mark, tone, 1, days)),
        }
    }
    kinds.sort_by_key(|(_, tone, ..)| rank(*tone));
    let tone = kinds.first().map_or(Tone::Plain, |(_, tone, ..)| *tone);
    let said: Vec<Text> = kinds
        .iter()
        .map(|(mark, _, number, days)| {
            let Text { vi, en } = with_days(mark, *days);
            say! { vi: "{number}{vi}", en: "{number}{en}" }
        })
        .collect();
    Cell::toned(Value::Said(joined(&said, " ")), tone)
}

/// How many deliveries are beside the periodic reports: they are no part of the table.
fn deliveries(progress: &Progress) -> Option<Block> {
    let number = progress.delivery_counts().owed();
    (number > 0).then(|| {
        let text = say! {
            vi: "Ngoài bảng này còn {number} nhiệm vụ phải giao: papi overdue --by task",
            en: "Beside this table there are {number} deliveries: papi overdue --by task"
        };
        Block::toned(text, Tone::Faint)
    })
}

fn period(owed: &Owed) -> Option<ReportingPeriod> {
    match owed.what {
        What::Report(period) => Some(period),
        What::Delivery { .. } => None,
    }
}

fn year(owed: &Owed) -> Option<i32> {
    period(owed).map(|period| period.year)
}

/// The head of a period's column, short: "Quý I", "6 tháng đầu".
fn head(period: ReportingPeriod) -> Text {
    match period.part {
        PeriodPart::Month(month) => say! { vi: "T{month}", en: "M{month}" },
        PeriodPart::Half(1) => say! { vi: "6 tháng", en: "H1" },
        PeriodPart::Half(_) => say! { vi: "6 tháng cuối", en: "H2" },
        PeriodPart::NineMonths => say! { vi: "9 tháng", en: "9 months" },
        PeriodPart::Year => say! { vi: "Năm", en: "Year" },
        PeriodPart::Quarter(quarter) => {
            let Text { vi, .. } = say_period(period);
            let vi = vi.split('/').next().unwrap_or_default().replace('q', "Q");
            say! { vi: "{vi}", en: "Q{quarter}" }
        }
    }
}

/// The key of a period's column.
fn key(part: PeriodPart) -> &'static str {
    const MONTHS: [&str; 12] = [
        "m01", "m02", "m03", "m04", "m05", "m06", "m07", "m08", "m09", "m10", "m11", "m12",
    ];
    const QUARTERS: [&str; 4] = ["q1", "q2", "q3", "q4"];
    let of = |keys: &'static [&'static str], number: u32| {
        let at = usize::try_from(number)
            .unwrap_or_default()
            .saturating_sub(1);
        keys.get(at).copied().unwrap_or("period")
    };
    match part {
        PeriodPart::Month(month) => of(&MONTHS, month),
        PeriodPart::Quarter(quarter) => of(&QUARTERS, quarter),
        PeriodPart::Half(half) => of(&["h1", "h2"], half),
        PeriodPart::NineMonths => "9m",
        PeriodPart::Year => "year",
    }
}

fn hidden(key: &'static str, value: Value) -> Fact {
    Fact {
        key,
        value,
        label: None,
    }
}

fn count(number: usize) -> Value {
    Value::Count(i64::try_from(number).unwrap_or(i64::MAX))
}
