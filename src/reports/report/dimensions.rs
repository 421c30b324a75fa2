//! Targets by the dimensions of the index.

use std::collections::BTreeSet;

use super::verdicts::{Verdicts, number};
use crate::catalog::Editions;
use crate::lang::Text;
use crate::model::DimensionNumber;
use crate::progress::coverage::links;
use crate::progress::{Judgement, Progress};
use crate::say;
use crate::table::{Cell, Column, Row, Table, Value};

/// A row for each dimension of the plan's edition that the plan has targets for, then
/// one for targets of none, then all targets. One that is for several dimensions counts
/// in each of them, and once in the last row.
pub(super) fn table(progress: &Progress, judgements: &[Judgement]) -> Table {
    let year = progress.plan.head.years.from;
    let verdicts_of = |wanted: Option<u8>| -> Verdicts {
        let of = judgements.iter().filter(|judgement| {
            let numbers = numbers(progress, judgement);
            match wanted {
                Some(wanted) => numbers.contains(&wanted),
                None => numbers.is_empty(),
            }
        });
        of.map(|judgement| judgement.verdict).collect()
    };
    let all: Verdicts = judgements
        .iter()
        .map(|judgement| judgement.verdict)
        .collect();
    let mut rows = Vec::new();
    for dimension in Editions::built_in().dimensions_in(year) {
        let number = dimension.number.dimension;
        let verdicts = verdicts_of(Some(number));
        rows.push(Row::Cells(row(
            &number.to_string(),
            dimension.name.clone(),
            verdicts,
        )));
    }
    let of_none = verdicts_of(None);
    if of_none.total() > 0 {
        let name =
            say! { vi: "Chung, không gắn chỉ số nội dung nào", en: "Of the whole, no dimension" };
        rows.push(Row::Cells(row("", name, of_none)));
    }
    let name = say! { vi: "Tất cả chỉ tiêu", en: "All targets" };
    rows.push(Row::Total(row("", name, all)));
    let mut columns = vec![
        Column::narrow("dimension", say! { vi: "Số", en: "No." }).centred(),
        Column::wide("name", say! { vi: "Chỉ số nội dung", en: "Dimension" }, 3),
        Column::wide("bar", say! { vi: "Biểu đồ", en: "Chart" }, 2).for_pages(),
        Column::narrow("total", say! { vi: "Chỉ tiêu", en: "Targets" }).right(),
    ];
    columns.extend(Verdicts::columns(all));
    Table {
        key: "dimensions",
        title: Some(say! {
            vi: "Tiến độ theo chỉ số nội dung PAPI",
            en: "Progress by PAPI dimension"
        }),
        columns,
        rows,
        ruled: false,
    }
}

fn row(no: &str, name: Text, verdicts: Verdicts) -> Vec<Cell> {
    let mut cells = vec![
        Value::from(no).into(),
        Value::Said(name).into(),
        verdicts.bar().into(),
        number(verdicts.total()).into(),
    ];
    cells.extend(verdicts.cells());
    cells
}

/// The dimensions of a target: its task's, else its objective's.
fn numbers(progress: &Progress, judgement: &Judgement) -> BTreeSet<u8> {
    let item = &progress.items.all()[judgement.target_item];
    let section = item.section.map(|at| &progress.plan.sections[at]);
    let of_task = item.task.map(|task| links(progress.plan, section, task));
    let of_objective = item
        .objective
        .iter()
        .flat_map(|objective| &objective.dimensions);
    let of_objective = of_objective.filter_map(|number| DimensionNumber::parse(&number.value));
    let numbers = of_task.unwrap_or_default().into_iter().chain(of_objective);
    numbers.map(|number| number.dimension).collect()
}
