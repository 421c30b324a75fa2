//! The shapes of files as JSON Schema, draft 07, which editors read: taplo (Even Better
//! TOML) and tombi complete keys from it, show what they mean and mark what is wrong.

mod kinds;

use serde_json::{Map, Value as Json, json};

use self::kinds::allowed;
use super::json::printed;
use crate::lang::{Lang, Text};
use crate::read::shape::{Key, Shape};

/// The schema of the files that `shape` is the whole of.
#[must_use]
pub fn document(shape: &'static Shape, title: &Text, lang: Lang) -> String {
    let mut definitions = Definitions {
        lang,
        tables: Map::new(),
    };
    let mut schema = Map::new();
    schema.insert("$schema".into(), DRAFT_07.into());
    schema.insert("title".into(), title.in_lang(lang).into());
    schema.extend(definitions.body(shape));
    let mut tables: Vec<_> = std::mem::take(&mut definitions.tables)
        .into_iter()
        .collect();
    tables.sort_by(|(one, _), (other, _)| one.cmp(other));
    schema.insert("definitions".into(), Map::from_iter(tables).into());
    printed(&Json::Object(schema), true)
}

const DRAFT_07: &str = "http://json-schema.org/draft-07/schema#";

/// The tables that were met, each under its name once.
struct Definitions {
    lang: Lang,
    tables: Map<String, Json>,
}

impl Definitions {
    /// A reference to the table of that shape.
    fn reference(&mut self, shape: &'static Shape) -> Json {
        let name = shape.name.trim_matches(['[', ']']).replace('.', "-");
        if !self.tables.contains_key(&name) {
            // Taken before it is described, in case it holds itself.
            self.tables.insert(name.clone(), Json::Null);
            let body = self.body(shape);
            self.tables.insert(name.clone(), Json::Object(body));
        }
        json!({ "$ref": format!("#/definitions/{name}") })
    }

    /// A table with its keys and no others.
    fn body(&mut self, shape: &'static Shape) -> Map<String, Json> {
        let mut properties = Map::new();
        for key in shape.keys {
            properties.insert(key.name.to_owned(), self.described(key));
        }
        let required = shape.keys.iter().filter(|key| key.required);
        let required: Vec<_> = required.map(|key| key.name).collect();
        let mut body = Map::new();
        body.insert("type".into(), "object".into());
        body.insert("properties".into(), properties.into());
        if !required.is_empty() {
            body.insert("required".into(), required.into());
        }
        body.insert("additionalProperties".into(), false.into());
        body
    }

    /// What may stand at a key, and what it means.
    fn described(&mut self, key: &Key) -> Json {
        let mut value = match allowed(&key.kind, self) {
            // Beside a reference nothing counts in draft 07.
            Json::Object(reference) if reference.contains_key("$ref") => {
                Map::from_iter([("allOf".to_owned(), json!([reference]))])
            }
            Json::Object(value) => value,
            _ => Map::new(),
        };
        let meaning = match self.lang {
            Lang::Vi => key.vi,
            Lang::En => key.en,
        };
        let title = meaning.split_once(": ").map_or(meaning, |(title, _)| title);
        value.insert("title".into(), capital(title).into());
        let shown = kinds::shown(key);
        let description = [capital(meaning)]
            .into_iter()
            .chain(
                shown
                    .into_iter()
                    .map(|text| text.in_lang(self.lang).to_owned()),
            )
            .collect::<Vec<_>>();
        value.insert("description".into(), description.join(". ").into());
        if let Some(default) = key.default {
            let default = serde_json::from_str(default);
            value.insert(
                "default".into(),
                default.expect("shapes write their defaults as JSON, which a test reads"),
            );
        }
        Json::Object(value)
    }
}

fn capital(words: &str) -> String {
    let mut letters = words.chars();
    // A word that begins with a key's name keeps it as it is written.
    let first = words.split([':', ' ', ',']).next().unwrap_or_default();
    match letters.next() {
        Some(letter) if !["true", "draft", "abridged"].contains(&first) => {
            letter.to_uppercase().chain(letters).collect()
        }
        _ => words.to_owned(),
    }
}
