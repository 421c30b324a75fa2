//! `[appendix]`.

use toml::Spanned;
use toml::de::DeValue;

use super::super::fields::{Fields, open_table};
use super::super::findings::Findings;
use super::super::values::{not_a_word, text};
use super::shapes;
use crate::model::{Appendix, AppendixColumn, AppendixField};
use crate::say;
use crate::source::Located;

/// `[appendix]`, or several `[[appendix]]`.
pub(super) fn read_appendices(file: &Fields, findings: &mut Findings) -> Vec<Appendix> {
    let Some(value) = file.get("appendix", findings) else {
        return Vec::new();
    };
    match value.get_ref() {
        DeValue::Array(_) => file
            .tables("appendix", &shapes::APPENDIX, findings)
            .iter()
            .map(|fields| read_appendix(fields, findings))
            .collect(),
        _ => file
            .table("appendix", &shapes::APPENDIX, findings)
            .map(|fields| read_appendix(&fields, findings))
            .into_iter()
            .collect(),
    }
}

fn read_appendix(fields: &Fields, findings: &mut Findings) -> Appendix {
    let columns = match fields.get("columns", findings) {
        None => Vec::new(),
        Some(value) => match value.get_ref() {
            DeValue::Array(items) => items
                .iter()
                .filter_map(|item| read_column(item, findings))
                .collect(),
            _ => {
                findings.wrong_type("columns", value, say! { vi: "danh sách", en: "a list" });
                Vec::new()
            }
        },
    };
    Appendix {
        id: fields.text("id", findings),
        title: fields.text("title", findings),
        sections: fields.texts("sections", findings),
        columns,
    }
}

fn read_column(value: &Spanned<DeValue>, findings: &mut Findings) -> Option<AppendixColumn> {
    if let DeValue::Table(_) = value.get_ref() {
        let fields = open_table("columns", value, &shapes::COLUMN, findings)?;
        let field = fields.text("field", findings)?;
        return Some(AppendixColumn {
            field: field_of(field, findings)?,
            head: fields.text("head", findings),
            internal: fields.claim("internal", findings).unwrap_or(false),
        });
    }
    let field = text("columns", value, findings)?;
    Some(AppendixColumn {
        field: field_of(field, findings)?,
        head: None,
        internal: false,
    })
}

fn field_of(written: Located<String>, findings: &mut Findings) -> Option<Located<AppendixField>> {
    let field = AppendixField::ALL
        .into_iter()
        .find(|field| field.word() == *written);
    if field.is_none() {
        let words = AppendixField::ALL.iter().map(|field| field.word());
        not_a_word("columns", &written, words, findings);
    }
    field.map(|field| written.map(|_| field))
}
