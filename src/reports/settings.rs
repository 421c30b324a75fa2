//! What is in force, and who said so.

use crate::lang::Text;
use crate::say;
use crate::table::{Block, Column, Document, Row, Table, Value};

/// A setting.
#[derive(Clone, Debug)]
pub struct Setting {
    /// Its key, as papi.toml writes it.
    pub key: String,
    /// What holds.
    pub value: Value,
    /// Who said so: an option, a variable, a line of a file, or nobody.
    pub origin: Text,
}

/// The settings in a table.
#[must_use]
pub fn document(file: Option<&str>, settings: Vec<Setting>) -> Document {
    let read = match file {
        Some(path) => say! { vi: "Đọc {path}", en: "Read from {path}" },
        None => say! {
            vi: "Không có papi.toml: mọi giá trị là mặc định, trừ khi lệnh ghi khác",
            en: "There is no papi.toml: everything is as by default, unless the call says otherwise"
        },
    };
    let rows = settings.into_iter().map(|setting| {
        Row::Cells(vec![
            Value::Words(setting.key).into(),
            setting.value.into(),
            Value::Said(setting.origin).into(),
        ])
    });
    Document::of(vec![
        Block::line(read),
        Block::Table(Table {
            key: "settings",
            title: None,
            columns: vec![
                Column::narrow("key", say! { vi: "Khóa", en: "Key" }),
                Column::wide("value", say! { vi: "Giá trị", en: "Value" }, 1),
                Column::narrow("from", say! { vi: "Từ đâu", en: "From" }),
            ],
            rows: rows.collect(),
            ruled: false,
        }),
    ])
}
