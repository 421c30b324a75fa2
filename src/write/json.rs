//! Documents as one JSON document, for machines.

use std::fmt::Write;

use rust_decimal::Decimal;
use serde_json::{Map, Number, Value as Json, json};

use super::findings;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;
use crate::table::{Audience, Block, Cell, Column, Document, Fact, Row, Table, Value};

/// `document` and `diagnostics` as one JSON document, ended by a line break.
///
/// Facts, tables and parts stand under their keys, a table as a list of rows by the keys
/// of its columns; a section or a row of totals among them says so by `row_kind`. Days
/// are ISO. Numbers are exact: one that a double cannot hold digit for digit is a string
/// of its digits. A number with a unit is `{value, unit}`, a ratio
/// `{numerator, denominator}`, a state its word, nothing `null`. Words of papi's own are in
/// `lang`. `diagnostics` come last, also when there are none.
#[must_use]
pub fn document(document: &Document, diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut object = fields(document, lang);
    put(
        &mut object,
        "diagnostics",
        findings::list(diagnostics, lang),
    );
    printed(&Json::Object(object), true)
}

/// `json` as text that is harmless on a terminal as well, a line break after it.
pub(super) fn printed(json: &Json, pretty: bool) -> String {
    let text = if pretty {
        format!("{json:#}")
    } else {
        json.to_string()
    };
    let mut out = String::with_capacity(text.len() + 1);
    for letter in text.chars() {
        if letter != '\n' && super::visible::is_harmful(letter) {
            let mut units = [0; 2];
            for unit in letter.encode_utf16(&mut units) {
                let _ = write!(out, "\\u{unit:04x}");
            }
        } else {
            out.push(letter);
        }
    }
    out.push('\n');
    out
}

fn fields(document: &Document, lang: Lang) -> Map<String, Json> {
    let mut object = Map::new();
    if !document.headings.is_empty() {
        let headings = document
            .headings
            .iter()
            .map(|heading| heading.in_lang(lang));
        put(&mut object, "headings", headings.collect());
    }
    for block in &document.blocks {
        match block {
            Block::Line(_) | Block::Letterhead(_) | Block::Signature(_) => {}
            Block::Facts(facts) => {
                for Fact {
                    key, value: fact, ..
                } in facts
                {
                    put(&mut object, key, value(fact, lang));
                }
            }
            Block::Table(table) => put(&mut object, table.key, rows(table, lang)),
            Block::Parts { key, parts } => {
                let parts = parts.iter().map(|part| Json::Object(fields(part, lang)));
                put(&mut object, key, parts.collect());
            }
        }
    }
    object
}

/// A second value of one key goes under the key with a number: nothing is lost.
fn put(object: &mut Map<String, Json>, key: &str, value: Json) {
    let mut name = key.to_owned();
    let mut number = 2;
    while object.contains_key(&name) {
        name = format!("{key}_{number}");
        number += 1;
    }
    object.insert(name, value);
}

fn rows(table: &Table, lang: Lang) -> Json {
    let row = |row: &Row| match row {
        Row::Cells(row) => Json::Object(cells(&table.columns, row, Map::new(), lang)),
        Row::Total(row) => {
            let mut object = Map::new();
            put(&mut object, "row_kind", json!("total"));
            Json::Object(cells(&table.columns, row, object, lang))
        }
        Row::Section { no, title, depth } => json!({
            "row_kind": "section",
            "no": no,
            "title": title.in_lang(lang),
            "depth": depth,
        }),
    };
    table.rows.iter().map(row).collect()
}

fn cells(
    columns: &[Column],
    cells: &[Cell],
    mut object: Map<String, Json>,
    lang: Lang,
) -> Map<String, Json> {
    for (at, column) in columns.iter().enumerate() {
        if matches!(column.audience, Audience::All | Audience::Machines) {
            let cell = cells
                .get(at)
                .map_or(Json::Null, |cell| value(&cell.value, lang));
            put(&mut object, &column.key, cell);
        }
    }
    object
}

fn value(value: &Value, lang: Lang) -> Json {
    match value {
        Value::Empty | Value::Bar(_) => Json::Null,
        Value::Words(words) => json!(words),
        Value::List(items) => json!(items),
        Value::Said(text) => json!(text.in_lang(lang)),
        Value::State(word, _) => json!(word),
        Value::Count(count) => json!(count),
        Value::Number(figure, unit) if unit.is_empty() => number(*figure),
        Value::Number(figure, unit) => json!({ "value": number(*figure), "unit": unit }),
        Value::Ratio(numerator, denominator) => json!({
            "numerator": number(*numerator),
            "denominator": number(*denominator),
        }),
        Value::Day(day) | Value::Due(day) => json!(day.to_string()),
        Value::Claim(claim) => json!(claim),
    }
}

/// Readers take a JSON number for a double, so it is one only if that gives the same
/// digits back.
pub(super) fn number(figure: Decimal) -> Json {
    let digits = figure.normalize().to_string();
    if let Ok(whole) = digits.parse::<i64>() {
        // Beyond 2⁵³ not every whole number is a double.
        return if whole.unsigned_abs() <= 1 << 53 {
            json!(whole)
        } else {
            json!(digits)
        };
    }
    digits
        .parse::<f64>()
        .ok()
        .filter(|double| double.to_string() == digits)
        .and_then(Number::from_f64)
        .map_or(Json::String(digits), Json::Number)
}

#[cfg(test)]
mod tests {
    use super::super::sample::appendix;
    use super::*;

    fn read() -> Json {
        serde_json::from_str(&document(&appendix(), &[], Lang::En)).expect("JSON")
    }

    #[test]
    fn a_document_is_one_object_by_its_keys() {
        let read = read();
        assert_eq!(read["headings"][0], "Phụ lục");
        assert_eq!(read["as_of"], "2021-07-05");
        assert_eq!(read["diagnostics"], json!([]));
        assert_eq!(read["tasks"].as_array().map(Vec::len), Some(4));
    }

    #[test]
    fn rows_have_every_value_as_it_is() {
        let rows = &read()["tasks"];
        assert_eq!(
            rows[0],
            json!({"row_kind": "section", "no": "II", "title": "Chỉ số nội dung 2: Công khai minh bạch", "depth": 0})
        );
        assert_eq!(rows[1]["no"], "05");
        assert_eq!(
            rows[1]["inspected"],
            json!({"numerator": 45, "denominator": 152})
        );
        assert_eq!(
            rows[1]["output"],
            json!(["- Kế hoạch kiểm tra", "- Báo cáo kết quả"])
        );
        assert_eq!(rows[2]["lead"], "missing");
        assert_eq!(rows[2]["target"], Json::Null);
        assert_eq!(rows[2]["output"], json!({"value": 5.5, "unit": "điểm"}));
        assert_eq!(rows[2]["id"], "II.4");
        assert_eq!(rows[3]["row_kind"], "total");
    }

    #[test]
    fn a_number_that_a_double_cannot_hold_is_its_digits() {
        let exact = |text: &str| number(text.parse().expect("a decimal"));
        assert_eq!(exact("29.60").to_string(), "29.6");
        assert_eq!(exact("30").to_string(), "30");
        assert_eq!(exact("0.1234567890123456789"), "0.1234567890123456789");
        assert_eq!(exact("9007199254740993"), "9007199254740993");
    }

    #[test]
    fn no_control_character_reaches_a_terminal() {
        let text = printed(&json!("a\u{9b}b\u{1b}c\u{202e}"), false);
        assert_eq!(text, "\"a\\u009bb\\u001bc\\u202e\"\n");
        assert_eq!(
            serde_json::from_str::<String>(&text).ok().as_deref(),
            Some("a\u{9b}b\u{1b}c\u{202e}")
        );
    }
}
