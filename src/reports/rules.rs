//! The list of rules.

use crate::diagnostic::Severity;
use crate::lang::Text;
use crate::say;
use crate::table::{Block, Cell, Column, Document, Row, Table, Tone, Value};

/// A rule as it is listed.
#[derive(Clone, Copy, Debug)]
pub struct Listed<'r> {
    /// The name.
    pub name: &'r str,
    /// How grave its findings are.
    pub severity: Severity,
    /// What it tells: Vietnamese and English.
    pub summary: (&'r str, &'r str),
}

/// Every rule with its severity and one line.
pub fn list<'r>(rules: impl Iterator<Item = Listed<'r>>) -> Document {
    let rows = rules.map(|rule| {
        let (severity, tone) = match rule.severity {
            Severity::Error => (say! { vi: "lỗi", en: "error" }, Tone::Bad),
            Severity::Warning => (say! { vi: "cảnh báo", en: "warning" }, Tone::Caution),
            Severity::Note => (say! { vi: "lưu ý", en: "note" }, Tone::Faint),
        };
        let summary = Text {
            vi: rule.summary.0.to_owned(),
            en: rule.summary.1.to_owned(),
        };
        Row::Cells(vec![
            Value::from(rule.name).into(),
            Cell::toned(Value::State(rule.severity.word(), severity), tone),
            Value::Said(summary).into(),
        ])
    });
    Document::of(vec![Block::Table(Table {
        key: "rules",
        title: None,
        columns: vec![
            Column::narrow("rule", say! { vi: "Quy tắc", en: "Rule" }),
            Column::narrow("severity", say! { vi: "Mức", en: "Severity" }),
            Column::wide("summary", say! { vi: "Nội dung", en: "What it tells" }, 1),
        ],
        rows: rows.collect(),
        ruled: false,
    })])
}
