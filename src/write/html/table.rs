//! Tables of pages, and the bars in them.

use maud::{Markup, html};
use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::Page;
use crate::say;
use crate::table::{Align, Audience, Bar, Cell, Column, Row, Table, Tone, Value};
use crate::write::shown::shown;
use crate::write::visible;

/// Rows from which on a list is worth filtering.
const MANY: usize = 12;

impl Page {
    /// A table; one with a title is a part of the page with a heading of that `level`,
    /// a list one that can be filtered and put in order.
    pub(super) fn table(&mut self, table: &Table, level: usize) -> Markup {
        let seen: Vec<usize> = (0..table.columns.len())
            .filter(|&at| table.columns[at].audience != Audience::Machines)
            .collect();
        if seen.is_empty() {
            return html! {};
        }
        self.tables += 1;
        let id = format!("t{}", self.tables);
        let Some(title) = &table.title else {
            let label = visible::one_line(table.key);
            return html! {
                div data-list[table.is_list()] {
                    @if table.rows.len() >= MANY && table.is_list() { (self.tools()) }
                    div.wide tabindex="0" role="region" aria-label=(label) { (self.grid(table, &seen)) }
                }
            };
        };
        html! {
            section data-list[table.is_list()] {
                (self.heading(title, level, Some(&id)))
                @if table.rows.len() >= MANY && table.is_list() { (self.tools()) }
                div.wide tabindex="0" role="region" aria-labelledby=(id) { (self.grid(table, &seen)) }
            }
        }
    }

    /// What the script of the page brings to life.
    fn tools(&self) -> Markup {
        let filter = say! { vi: "Lọc danh sách", en: "Filter the list" };
        let rows = say! { vi: "Số dòng hiện", en: "Rows shown" };
        html! {
            div.tools hidden {
                label { (filter.in_lang(self.lang)) " " input type="search" autocomplete="off"; }
                span { (rows.in_lang(self.lang)) ": " span role="status" {} }
            }
        }
    }

    fn grid(&self, table: &Table, seen: &[usize]) -> Markup {
        let last = table.rows.len() - totals(&table.rows);
        let (rows, totals) = table.rows.split_at(last);
        html! {
            table {
                thead {
                    tr {
                        @for column in seen.iter().map(|&at| &table.columns[at]) {
                            th scope="col" class=(width_class(column.weight)) data-still[column.audience == Audience::Pages] {
                                (visible::lines(column.head.in_lang(self.lang)))
                            }
                        }
                    }
                }
                @for rows in groups(rows) {
                    tbody { @for row in rows { (self.row(table, row, seen)) } }
                }
                @if !totals.is_empty() {
                    tfoot { @for row in totals { (self.row(table, row, seen)) } }
                }
            }
        }
    }

    fn row(&self, table: &Table, row: &Row, seen: &[usize]) -> Markup {
        // What names a row is its first column of words.
        let named = seen
            .iter()
            .copied()
            .find(|&at| table.columns[at].weight > 0);
        let cells = |cells: &[Cell]| {
            html! {
                @for &at in seen {
                    (self.cell(cells.get(at), &table.columns[at], Some(at) == named))
                }
            }
        };
        match row {
            Row::Cells(row) => html! { tr { (cells(row)) } },
            Row::Total(row) => html! { tr.total { (cells(row)) } },
            Row::Section { no, title, depth } => {
                let gap = if no.is_empty() { "" } else { ". " };
                let depth = (*depth).min(4);
                html! {
                    tr.section {
                        th scope="rowgroup" colspan=(seen.len()) class={ "in" (depth) } {
                            (visible::one_line(no)) (gap) (self.said(title))
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, cell: Option<&Cell>, column: &Column, names_row: bool) -> Markup {
        let value = cell.map_or(&Value::Empty, |cell| &cell.value);
        if let Value::Bar(bar) = value {
            return html! { td { (drawn(bar)) } };
        }
        let align = match column.align {
            Align::Left => "",
            Align::Centre => "centre",
            Align::Right => "right",
        };
        let tone = cell.map_or("", |cell| tone_class(cell.tone));
        let class = [align, tone].join(" ");
        let class = Some(class.trim()).filter(|class| !class.is_empty());
        let words = shown(value, self.lang);
        let words = visible::lines(&words);
        let sort = sort_key(value);
        if names_row {
            html! { th scope="row" class=[class] data-sort=[sort] { (words) } }
        } else {
            html! { td class=[class] data-sort=[sort] { (words) } }
        }
    }
}

/// The rows of totals at the end.
fn totals(rows: &[Row]) -> usize {
    let last = rows.iter().rev();
    last.take_while(|row| matches!(row, Row::Total(_))).count()
}

/// The rows in groups, each beginning with its section.
fn groups(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|_, next| !matches!(next, Row::Section { .. }))
}

/// What a list is ordered by, where the words would not do.
fn sort_key(value: &Value) -> Option<String> {
    match value {
        Value::Count(count) => Some(count.to_string()),
        Value::Number(number, _) => Some(number.to_string()),
        Value::Ratio(part, whole) => Some(part.checked_div(*whole)?.to_string()),
        Value::Day(day) | Value::Due(day) => Some(day.to_string()),
        _ => None,
    }
}

/// A bar of 100 by 10 units. What it shows stands in other cells as figures, so it is
/// nothing for who listens.
fn drawn(bar: &Bar) -> Markup {
    let mut from = 0.0;
    let parts: Vec<(f64, f64, Tone)> = bar
        .parts
        .iter()
        .map(|(share, tone)| {
            let start = from;
            from = f64::min(from + units(*share), 100.0);
            (start, from - start, *tone)
        })
        .collect();
    html! {
        svg.bar viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" focusable="false" {
            rect.track width="100" height="10" {}
            @for (start, width, tone) in parts.into_iter().filter(|(_, width, _)| *width > 0.0) {
                rect class=(fill_class(tone)) x=(format!("{start:.2}")) width=(format!("{width:.2}")) height="10" {}
            }
            @if let Some(mark) = bar.mark {
                rect.mark x=(format!("{:.2}", (units(mark) - 1.0).max(0.0))) width="1" height="10" {}
            }
        }
    }
}

/// A percentage as units of a bar.
fn units(share: Decimal) -> f64 {
    share.to_f64().unwrap_or(0.0).clamp(0.0, 100.0)
}

fn fill_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain | Tone::Strong => "plain",
        other => tone_class(other),
    }
}

pub(super) fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Strong => "strong",
        Tone::Faint => "faint",
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
    }
}

/// Shares of the width as classes: the policy lets no style stand at an element.
fn width_class(weight: u16) -> &'static str {
    match weight {
        0 => "w0",
        1 | 2 => "w1",
        3 | 4 => "w2",
        _ => "w3",
    }
}
