//! How an appendix is laid out.

use crate::model::AppendixField;
use crate::read::shape::{
    Kind::{Claim, Columns, Text, Texts, Word},
    Shape, optional, required,
};

/// `[appendix]`.
pub static APPENDIX: Shape = Shape {
    name: "[appendix]",
    keys: &[
        optional(
            "id",
            Text,
            "mã, khi có nhiều phụ lục",
            "the id, where there are several",
        ),
        optional("title", Text, "tên phụ lục", "the title"),
        optional(
            "sections",
            Texts,
            "các mục được in (mã)",
            "the sections it prints (ids)",
        ),
        optional(
            "columns",
            Columns(&COLUMN),
            "các cột, theo thứ tự",
            "the columns, in order",
        ),
    ],
};

/// A column of an appendix as a table.
pub static COLUMN: Shape = Shape {
    name: "columns",
    keys: &[
        required(
            "field",
            Word(&APPENDIX_FIELDS),
            "nội dung của cột",
            "what it shows",
        ),
        optional("head", Text, "tên cột", "the head"),
        optional(
            "internal",
            Claim,
            "true: chỉ dùng nội bộ",
            "true: left out unless asked for",
        )
        .by_default("false"),
    ],
};

/// The words of [`AppendixField`].
pub const APPENDIX_FIELDS: [&str; AppendixField::ALL.len()] = [
    "no",
    "title",
    "target",
    "lead",
    "by",
    "with",
    "when",
    "output",
    "funding",
    "dimension",
    "note",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_of_an_appendix_are_the_fields_of_the_model() {
        assert_eq!(APPENDIX_FIELDS, AppendixField::ALL.map(AppendixField::word));
    }
}
