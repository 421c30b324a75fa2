//! `[appendix]`.

use super::table::Table;
use super::values::{claim, inline, list, optional, text, texts};
use crate::model::{Appendix, AppendixColumn};
use crate::read::plan::shapes;

/// One appendix, under `[appendix]`, or one of several, under `[[appendix]]`.
pub(super) fn table(appendix: &Appendix, is_only: bool) -> Table {
    let header = if is_only {
        "[appendix]"
    } else {
        "[[appendix]]"
    };
    let mut table = Table::new(header, super::NOWHERE, &shapes::APPENDIX);
    table.put("id", optional(appendix.id.as_ref()));
    table.put("title", optional(appendix.title.as_ref()));
    table.put("sections", texts(&appendix.sections));
    let columns: Vec<_> = appendix.columns.iter().map(column).collect();
    table.put("columns", (!columns.is_empty()).then(|| list(&columns)));
    table
}

fn column(column: &AppendixColumn) -> String {
    let field = text(column.field.word());
    if column.head.is_none() && !column.internal {
        return field;
    }
    inline(vec![
        ("field", Some(field)),
        ("head", optional(column.head.as_ref())),
        ("internal", claim(column.internal)),
    ])
}
