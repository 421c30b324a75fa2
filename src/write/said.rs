//! Severities and places in words.

use std::path::Path;

use super::visible;
use crate::diagnostic::Severity;
use crate::lang::Lang;
use crate::say;
use crate::source::{Place, column_letters};

/// The word for a severity: `lỗi`, `cảnh báo`, `lưu ý`; `error`, `warning`, `note`.
#[must_use]
pub fn severity_word(severity: Severity, lang: Lang) -> &'static str {
    match (severity, lang) {
        (_, Lang::En) => severity.word(),
        (Severity::Error, Lang::Vi) => "lỗi",
        (Severity::Warning, Lang::Vi) => "cảnh báo",
        (Severity::Note, Lang::Vi) => "lưu ý",
    }
}

/// A row or cell in words, after its path: `so-lieu.csv: dòng 12, cột D ("abc")`.
#[must_use]
pub fn cell_words(place: &Place, lang: Lang) -> Option<String> {
    let Place::Cell {
        path,
        sheet,
        row,
        column,
        text,
    } = place
    else {
        return None;
    };
    let mut parts = Vec::new();
    if let Some(name) = sheet.as_deref().map(visible::one_line) {
        parts.push(say! { vi: "trang “{name}”", en: "sheet “{name}”" });
    }
    parts.push(say! { vi: "dòng {row}", en: "row {row}" });
    if let Some(letters) = column.map(column_letters) {
        parts.push(say! { vi: "cột {letters}", en: "column {letters}" });
    }
    let parts: Vec<&str> = parts.iter().map(|part| part.in_lang(lang)).collect();
    let held = text.as_deref().map(visible::one_line);
    let held = held
        .map(|held| format!(" (\"{held}\")"))
        .unwrap_or_default();
    Some(format!("{}: {}{held}", shown_path(path), parts.join(", ")))
}

/// The path as text that a terminal takes without harm.
pub(super) fn shown_path(path: &Path) -> String {
    visible::one_line(&path.to_string_lossy()).into_owned()
}
