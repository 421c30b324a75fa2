//! The schemas that editors read and the readers know the same keys: plans and settings
//! are made from the schemas and read, whole and with one thing wrong at each place.

use papi::diagnostic::Diagnostic;
use papi::lang::Lang;
use papi::read::config::{self, read_config};
use papi::read::plan::{read_plan, shapes};
use papi::read::shape::{Kind, Shape};
use papi::say;
use papi::source::{Place, Source};
use papi::write::schema;
use serde_json::Value as Json;

/// Fits no key of any plan: no key takes a time of day.
const WRONG: &str = "1979-05-27T07:32:00";

/// A kind of file: the shape of the whole of it, and its reader.
struct File {
    shape: &'static Shape,
    read: fn(&str) -> Vec<Diagnostic>,
    /// At least so many keys stand in it.
    keys: usize,
}

const FILES: [File; 2] = [
    File {
        shape: &shapes::FILE,
        read: |text| read_plan(&Source::new("plan.toml", text), |_| (vec![], vec![])).findings,
        keys: 150,
    },
    File {
        shape: &config::shapes::FILE,
        read: |text| read_config(&Source::new("papi.toml", text)).1,
        keys: 80,
    },
];

impl File {
    fn schema(&self) -> Json {
        let text = schema::document(self.shape, &say! { vi: "x", en: "x" }, Lang::Vi);
        serde_json::from_str(&text).expect("the schema is JSON")
    }
}

#[test]
fn the_schema_has_the_keys_of_the_shapes_and_no_others() {
    FILES.iter().for_each(has_the_keys_of_its_shapes);
}

fn has_the_keys_of_its_shapes(file: &File) {
    let schema = file.schema();
    let mut tables = 0;
    let mut compare = |shape: &Shape, table: &Json| {
        let keys: Vec<_> = table["properties"]
            .as_object()
            .expect("a table has keys")
            .keys()
            .collect();
        assert!(
            keys.into_iter().eq(shape.keys.iter().map(|key| key.name)),
            "{}",
            shape.name
        );
        tables += 1;
    };
    compare(file.shape, &schema);
    for shape in tables_of(file.shape) {
        let name = shape.name.trim_matches(['[', ']']).replace('.', "-");
        compare(shape, &schema["definitions"][name]);
    }
    let known = schema["definitions"]
        .as_object()
        .map_or(0, serde_json::Map::len);
    assert_eq!(tables, known + 1);
}

#[test]
fn what_the_schema_takes_the_reader_takes() {
    for (file, alternative) in FILES
        .iter()
        .flat_map(|file| (0..4).map(move |at| (file, at)))
    {
        let schema = file.schema();
        let text = Sample::of(&schema, alternative).whole();
        let unlike: Vec<_> = (file.read)(&text)
            .into_iter()
            .filter(|found| {
                ["unknown-key", "wrong-type", "toml-syntax", "unknown-period"].contains(&found.rule)
            })
            .map(|found| found.message.en)
            .collect();
        assert!(unlike.is_empty(), "{unlike:#?}\n{text}");
    }
}

#[test]
fn every_key_of_the_schema_is_read() {
    FILES.iter().for_each(reads_every_key);
}

fn reads_every_key(file: &File) {
    let schema = file.schema();
    let places = Sample::of(&schema, TABLES).places();
    assert!(places >= file.keys, "{places} keys");
    for place in 0..places {
        let (path, text) = Sample::of(&schema, TABLES).with_wrong_value_at(place);
        let at = text.find(WRONG).expect("it was written");
        let is_told = (file.read)(&text).iter().any(|found| match &found.place {
            Place::Span { span, .. } => span.contains(&at) && found.rule == "wrong-type",
            _ => false,
        });
        assert!(is_told, "nothing is said of {path} = {WRONG}");
    }
}

#[test]
fn no_table_takes_a_key_that_the_schema_does_not_know() {
    FILES.iter().for_each(takes_no_stray_key);
}

fn takes_no_stray_key(file: &File) {
    let schema = file.schema();
    let tables = Sample::of(&schema, TABLES).tables();
    for table in 0..tables {
        let (path, text) = Sample::of(&schema, TABLES).with_stray_key_in(table);
        let is_told = (file.read)(&text)
            .iter()
            .any(|found| found.message.en.contains(STRAY) || found.message.vi.contains(STRAY));
        assert!(is_told, "nothing is said of {STRAY} in {path}");
    }
    each_table(&schema, &mut |table| {
        assert!(
            table["additionalProperties"] == false || table["additionalProperties"].is_object(),
            "{table:#}"
        );
    });
}

#[test]
fn defaults_are_json_of_their_kind() {
    for lang in [Lang::Vi, Lang::En] {
        let text = schema::document(&shapes::FILE, &say! { vi: "x", en: "x" }, lang);
        assert!(text.contains("\"default\": \"issued\""));
        assert!(text.contains("\"default\": false"));
    }
}

/// The tables that stand in a shape, however deep, each once.
fn tables_of(shape: &'static Shape) -> Vec<&'static Shape> {
    let mut tables: Vec<&'static Shape> = Vec::new();
    let mut open = vec![shape];
    while let Some(shape) = open.pop() {
        for key in shape.keys {
            let (Kind::Table(inside)
            | Kind::Tables(inside)
            | Kind::TextOrTables(inside)
            | Kind::WhenOrTables(inside)
            | Kind::TableOrTables(inside)
            | Kind::Due(inside)
            | Kind::Columns(inside)
            | Kind::Rules(inside)
            | Kind::Agencies(_, inside)) = &key.kind
            else {
                continue;
            };
            if !tables.iter().any(|known| known.name == inside.name) {
                tables.push(inside);
                open.push(inside);
            }
        }
    }
    tables
}

fn each_table(schema: &Json, tell: &mut impl FnMut(&Json)) {
    if schema["type"] == "object" {
        tell(schema);
    }
    match schema {
        Json::Object(parts) => parts.values().for_each(|part| each_table(part, tell)),
        Json::Array(parts) => parts.iter().for_each(|part| each_table(part, tell)),
        _ => {}
    }
}

/// Of alternatives, the one that has a table in it.
const TABLES: usize = usize::MAX;

const STRAY: &str = "khong-co-khoa-nay";

/// A plan made from the schema: every key, with something that may stand there.
struct Sample<'s> {
    schema: &'s Json,
    alternative: usize,
    path: Vec<String>,
    keys: usize,
    tables: usize,
    wrong: Option<usize>,
    stray: Option<usize>,
    told: String,
}

impl<'s> Sample<'s> {
    fn of(schema: &'s Json, alternative: usize) -> Self {
        Self {
            schema,
            alternative,
            path: Vec::new(),
            keys: 0,
            tables: 0,
            wrong: None,
            stray: None,
            told: String::new(),
        }
    }

    fn whole(mut self) -> String {
        self.file()
    }

    fn places(mut self) -> usize {
        self.file();
        self.keys
    }

    fn tables(mut self) -> usize {
        self.file();
        self.tables
    }

    fn with_wrong_value_at(mut self, place: usize) -> (String, String) {
        self.wrong = Some(place);
        let text = self.file();
        (self.told, text)
    }

    fn with_stray_key_in(mut self, table: usize) -> (String, String) {
        self.stray = Some(table);
        let text = self.file();
        (self.told, text)
    }

    fn file(&mut self) -> String {
        self.entries(self.schema).join("\n") + "\n"
    }

    fn entries(&mut self, table: &'s Json) -> Vec<String> {
        let mut entries = Vec::new();
        if table["properties"].is_object() && table["additionalProperties"] == false {
            if self.stray == Some(self.tables) {
                entries.push(format!("{STRAY} = 1"));
                self.told = self.path.join(".");
            }
            self.tables += 1;
        }
        for (key, value) in table["properties"].as_object().into_iter().flatten() {
            entries.push(self.entry(key, value));
        }
        for (_, value) in table["patternProperties"].as_object().into_iter().flatten() {
            entries.push(self.entry("Q1", value));
        }
        if table["additionalProperties"].is_object() {
            entries.push(self.entry("so-noi-vu", &table["additionalProperties"]));
        }
        entries
    }

    fn entry(&mut self, key: &str, value: &'s Json) -> String {
        self.path.push(key.to_owned());
        let place = self.keys;
        self.keys += 1;
        let mut written = self.value(value);
        if self.wrong == Some(place) {
            WRONG.clone_into(&mut written);
            self.told = self.path.join(".");
        }
        self.path.pop();
        format!("{key} = {written}")
    }

    fn value(&mut self, schema: &'s Json) -> String {
        if let Some(name) = schema["$ref"].as_str() {
            let name = name.trim_start_matches("#/definitions/");
            return self.value(&self.schema["definitions"][name]);
        }
        if let Some([only]) = schema["allOf"].as_array().map(Vec::as_slice) {
            return self.value(only);
        }
        if let Some(alternatives) = schema["anyOf"].as_array() {
            let chosen = match self.alternative {
                TABLES => alternatives
                    .iter()
                    .position(|one| one["$ref"].is_string())
                    .unwrap_or(0),
                number => number % alternatives.len(),
            };
            return self.value(&alternatives[chosen]);
        }
        if let Some(word) = schema["enum"][0].as_str() {
            return format!("\"{word}\"");
        }
        match schema["type"].as_str() {
            Some("object") => format!("{{ {} }}", self.entries(schema).join(", ")),
            Some("array") => {
                let count = schema["minItems"].as_u64().unwrap_or(1);
                let items: Vec<_> = (0..count).map(|_| self.value(&schema["items"])).collect();
                format!("[{}]", items.join(", "))
            }
            Some("integer") => schema["const"]
                .as_i64()
                .or(schema["minimum"].as_i64())
                .map_or_else(|| "1".to_owned(), |number| number.to_string()),
            Some("number") => "40".to_owned(),
            Some("boolean") => "true".to_owned(),
            _ if schema["format"] == "date" => "2021-03-30".to_owned(),
            _ => match schema["pattern"].as_str() {
                Some(pattern) if pattern.contains('Q') => "\"Q1\"".to_owned(),
                Some(_) => "\"2.3\"".to_owned(),
                None => "\"chữ\"".to_owned(),
            },
        }
    }
}
