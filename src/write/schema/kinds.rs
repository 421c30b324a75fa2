//! What may stand at a key, as JSON Schema and in words.

use serde_json::{Map, Value as Json, json};

use super::{Definitions, capital};
use crate::catalog::Regime;
use crate::lang::{Lang, Text};
use crate::read::config::shapes::SEVERITIES;
use crate::read::shape::{Key, Kind, Shape, YEARS};
use crate::rules::RULES;
use crate::say;

/// The codes of reporting periods.
const PERIOD: &str = "^(M(0?[1-9]|1[0-2])?|Q[1-4]?|H[12]?|9M|Y)$";

/// A dimension or sub-dimension of PAPI, as text.
const DIMENSION: &str = r"^[1-9](\.[1-9][0-9]?)?$";

/// The schema of what may stand at a key of that kind.
pub(super) fn allowed(kind: &Kind, definitions: &mut Definitions) -> Json {
    match kind {
        Kind::Text => text(),
        Kind::Texts => list(&text()),
        Kind::TextOrTexts => one_or_list(&[text()]),
        Kind::Integer(low, high) if low == high => json!({ "type": "integer", "const": low }),
        Kind::Integer(low, high) => {
            json!({ "type": "integer", "minimum": low, "maximum": high })
        }
        Kind::Number => json!({ "type": "number" }),
        Kind::Pair => {
            json!({ "type": "array", "items": { "type": "number" }, "minItems": 2, "maxItems": 2 })
        }
        Kind::YearOr(words) => {
            let year = json!({ "type": "integer", "minimum": YEARS.0, "maximum": YEARS.1 });
            any_of([year, among(words)])
        }
        Kind::Dimensions => one_or_list(&[
            json!({ "type": "integer", "minimum": 1, "maximum": 9 }),
            json!({ "type": "string", "pattern": DIMENSION }),
        ]),
        Kind::Claim => json!({ "type": "boolean" }),
        Kind::Day => day(),
        Kind::Word(words) => among(words),
        Kind::RuleName => rule_name(definitions.lang),
        Kind::Regime => {
            let regimes = Regime::built_in().into_iter().map(|regime| regime.name);
            json!({ "type": "string", "enum": regimes.collect::<Vec<_>>() })
        }
        Kind::Table(shape) => definitions.reference(shape),
        Kind::Tables(shape) => list(&definitions.reference(shape)),
        Kind::TextOrTables(shape) => one_or_list(&[text(), definitions.reference(shape)]),
        Kind::WhenOrTables(shape) => one_or_list(&[text(), day(), definitions.reference(shape)]),
        Kind::TableOrTables(shape) => one_or_list(&[definitions.reference(shape)]),
        Kind::Reporters => any_of([among(&["lead", "executing", "both"]), list(&text())]),
        Kind::Due(shape) => due(shape, definitions),
        Kind::Periods => list(&json!({ "type": "string", "pattern": PERIOD })),
        Kind::DayOfMonth => day_of_month(),
        Kind::Columns(shape) => columns(shape, definitions),
        Kind::ResultsOfPlans => json!({
            "type": "object",
            "additionalProperties": one_or_list(&[text()]),
        }),
        Kind::Rules(shape) => rules(shape, definitions),
        Kind::Agencies(known, agency) => agencies(known, agency, definitions),
    }
}

/// What may stand at the key, and that it must be there, in words.
pub(super) fn shown(key: &Key) -> Vec<Text> {
    let mut shown = Vec::new();
    match &key.kind {
        Kind::Day => shown.push(say! {
            vi: "Ngày, không đặt trong dấu nháy: 2021-03-30",
            en: "A day, without quotes: 2021-03-30"
        }),
        Kind::Word(words) => {
            let list = words.join(", ");
            shown.push(say! { vi: "Nhận: {list}", en: "Takes: {list}" });
        }
        _ => {}
    }
    if let Some(default) = key.default {
        shown.push(say! { vi: "Mặc định: {default}", en: "Default: {default}" });
    }
    if key.required {
        shown.push(say! { vi: "Bắt buộc", en: "Required" });
    }
    shown
}

fn text() -> Json {
    json!({ "type": "string" })
}

fn day() -> Json {
    json!({ "type": "string", "format": "date" })
}

fn among(words: &[&str]) -> Json {
    json!({ "type": "string", "enum": words })
}

fn list(item: &Json) -> Json {
    json!({ "type": "array", "items": item })
}

fn any_of(alternatives: impl IntoIterator<Item = Json>) -> Json {
    json!({ "anyOf": alternatives.into_iter().collect::<Vec<_>>() })
}

/// One of these, or a list of them.
fn one_or_list(items: &[Json]) -> Json {
    let of_list = match items {
        [item] => list(item),
        _ => list(&any_of(items.iter().cloned())),
    };
    any_of(items.iter().cloned().chain([of_list]))
}

/// A severity or a table for every rule.
fn rules(shape: &'static Shape, definitions: &mut Definitions) -> Json {
    let setting = any_of([among(&SEVERITIES), definitions.reference(shape)]);
    let known = RULES.iter().map(|rule| {
        let mut setting = setting.clone();
        setting["description"] = capital(rule.summary_in(definitions.lang)).into();
        (rule.name.to_owned(), setting)
    });
    json!({
        "type": "object",
        "properties": known.collect::<Map<_, _>>(),
        "additionalProperties": false,
    })
}

/// Every rule, with what it tells where taplo shows it while the name is chosen.
fn rule_name(lang: Lang) -> Json {
    let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    let summaries = RULES.iter().map(|rule| capital(rule.summary_in(lang)));
    let summaries: Vec<_> = summaries.collect();
    json!({
        "type": "string",
        "enum": names,
        "x-taplo": { "docs": { "enumValues": summaries } },
    })
}

fn day_of_month() -> Json {
    any_of([
        json!({ "type": "integer", "minimum": 1, "maximum": 31 }),
        among(&["last"]),
    ])
}

/// A day of the month, a table, or one of either for each period.
fn due(shape: &'static Shape, definitions: &mut Definitions) -> Json {
    let table = definitions.reference(shape);
    let one = any_of([day_of_month(), table.clone()]);
    let by_period = json!({
        "type": "object",
        "patternProperties": { PERIOD: one },
        "additionalProperties": false,
        "minProperties": 1,
    });
    any_of([day_of_month(), table, by_period])
}

fn columns(shape: &'static Shape, definitions: &mut Definitions) -> Json {
    let field = shape.keys.iter().find(|key| key.required);
    let field = field.map_or(Json::Null, |key| allowed(&key.kind, definitions));
    list(&any_of([field, definitions.reference(shape)]))
}

/// The one table that takes any key: the ids of agencies.
fn agencies(known: &'static Shape, agency: &'static Shape, definitions: &mut Definitions) -> Json {
    let mut table: Map<String, Json> = definitions.body(known);
    let mut named = any_of([text(), definitions.reference(agency)]);
    let meaning = say! {
        vi: "Một cơ quan, đơn vị: tên như trong văn bản, hoặc bảng {{ name = \"…\" }}",
        en: "An agency: its name as issued, or a table {{ name = \"…\" }}"
    };
    named["description"] = meaning.in_lang(definitions.lang).into();
    table.insert("additionalProperties".into(), named);
    Json::Object(table)
}
