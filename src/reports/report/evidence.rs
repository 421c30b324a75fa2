//! What was named as evidence in the reports on a period.

use std::collections::BTreeMap;

use crate::lang::Text;
use crate::model::ReportingPeriod;
use crate::progress::Progress;
use crate::reports::folding::Folding;
use crate::say;
use crate::table::{Block, Column, Row, Table, Tone, Value};

/// Rows of the list where not each body is told of.
const ROWS: usize = 40;

/// The evidence by agency, each piece with the items it is for.
pub(super) fn blocks(progress: &Progress, period: ReportingPeriod, folding: Folding) -> Vec<Block> {
    let mut pieces: BTreeMap<(usize, &str), Vec<String>> = BTreeMap::new();
    let wanted = progress.book.period_index(period);
    for (item, body, at, row) in progress.book.all() {
        if let Some(evidence) = row.evidence.filter(|_| Some(at) == wanted) {
            let items = pieces.entry((body, evidence)).or_default();
            items.push(progress.items.all()[item].id.to_owned());
        }
    }
    if pieces.is_empty() {
        let none = say! {
            vi: "Chưa báo cáo nào của kỳ nêu minh chứng.",
            en: "No report on the period names evidence."
        };
        return vec![Block::line(none)];
    }
    let shown = match folding {
        Folding::Each => pieces.len(),
        _ => pieces.len().min(ROWS),
    };
    let more = pieces.len() - shown;
    let rows = pieces
        .into_iter()
        .take(shown)
        .map(|((body, evidence), items)| {
            let body = &progress.directory.bodies()[body];
            Row::Cells(vec![
                Value::from(body.id.as_str()).into(),
                Value::from(body.name.as_str()).into(),
                Value::from(evidence).into(),
                Value::Said(Text::same(items.join(", "))).into(),
                Value::List(items).into(),
            ])
        });
    let table = Table {
        key: "evidence",
        title: Some(say! { vi: "Minh chứng đã nêu", en: "Evidence named" }),
        columns: vec![
            Column::narrow("agency_id", say! { vi: "Mã đơn vị", en: "Agency id" }).for_machines(),
            Column::wide("agency", say! { vi: "Đơn vị", en: "Agency" }, 3),
            Column::wide("evidence", say! { vi: "Minh chứng", en: "Evidence" }, 4),
            Column::wide("for", say! { vi: "Cho chỉ tiêu, nhiệm vụ", en: "For" }, 3).for_people(),
            Column::narrow("items", say! { vi: "Mã", en: "Items" }).for_machines(),
        ],
        rows: rows.collect(),
        ruled: false,
    };
    let mut blocks = vec![Block::Table(table)];
    if more > 0 {
        blocks.push(Block::toned(
            say! {
                vi: "… và {more} minh chứng nữa; danh sách đủ ở bản HTML, XLSX hoặc JSON.",
                en: "… and {more} more; the whole list is in the HTML, XLSX or JSON."
            },
            Tone::Faint,
        ));
    }
    blocks
}
