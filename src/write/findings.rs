//! Diagnostics as JSON: what every machine format tells of one.

use std::path::{Component, Path};

use serde_json::{Map, Value as Json, json};

use super::json::printed;
use super::positions::Positions;
use crate::diagnostic::Diagnostic;
use crate::lang::{Lang, Text};
use crate::source::Place;

/// `diagnostics`, one JSON object a line.
#[must_use]
pub fn json_lines(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut positions = Positions::default();
    let line = |found| printed(&finding(found, &mut positions, lang), false);
    diagnostics.iter().map(line).collect()
}

/// `diagnostics` as a JSON document of their own, under that name.
#[must_use]
pub fn json(diagnostics: &[Diagnostic], lang: Lang) -> String {
    printed(&json!({ "diagnostics": list(diagnostics, lang) }), true)
}

/// `diagnostics` as a JSON list.
pub(super) fn list(diagnostics: &[Diagnostic], lang: Lang) -> Json {
    let mut positions = Positions::default();
    diagnostics
        .iter()
        .map(|found| finding(found, &mut positions, lang))
        .collect()
}

/// A path with forward slashes, whatever the machine.
pub(super) fn slashed(path: &Path) -> String {
    let mut out = String::new();
    for part in path.components() {
        match part {
            Component::CurDir => continue,
            Component::RootDir => {
                out.push('/');
                continue;
            }
            _ => {}
        }
        if !out.is_empty() && !out.ends_with('/') {
            out.push('/');
        }
        out.push_str(&part.as_os_str().to_string_lossy());
    }
    out
}

fn finding(found: &Diagnostic, positions: &mut Positions, lang: Lang) -> Json {
    let said = |text: &Option<Text>| text.as_ref().map(|text| text.in_lang(lang).to_owned());
    let mut object = Map::new();
    object.insert("rule".into(), json!(found.rule));
    object.insert("severity".into(), json!(found.severity.word()));
    object.insert("message".into(), json!(found.message.in_lang(lang)));
    place(&found.place, positions, &mut object);
    object.insert("label".into(), json!(said(&found.label)));
    let others = found.others.iter().map(|(at, what)| {
        let mut other = Map::new();
        other.insert("message".into(), json!(what.in_lang(lang)));
        place(at, positions, &mut other);
        Json::Object(other)
    });
    let others: Json = others.collect();
    object.insert("others".into(), others);
    object.insert("advice".into(), json!(said(&found.advice)));
    object.insert("subject".into(), json!(found.subject));
    Json::Object(object)
}

/// Path, line and column; of a cell its row and column, with its sheet and text.
fn place(place: &Place, positions: &mut Positions, object: &mut Map<String, Json>) {
    let position = positions.of(place);
    let has_column = !matches!(place, Place::Cell { column: None, .. });
    let in_text = matches!(place, Place::Span { .. });
    let column = position.filter(|_| has_column);
    let end = position.filter(|_| in_text);
    let (sheet, text) = match place {
        Place::Cell { sheet, text, .. } => (sheet.as_deref(), text.as_deref()),
        _ => (None, None),
    };
    object.insert("path".into(), json!(slashed(place.path())));
    object.insert("line".into(), json!(position.map(|position| position.line)));
    object.insert(
        "column".into(),
        json!(column.map(|position| position.column)),
    );
    object.insert(
        "end_line".into(),
        json!(end.map(|position| position.end_line)),
    );
    object.insert(
        "end_column".into(),
        json!(end.map(|position| position.end_column)),
    );
    object.insert("sheet".into(), json!(sheet));
    object.insert("cell".into(), json!(text));
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    #[test]
    fn a_finding_has_its_place_and_all_that_is_said() {
        let list = list(&findings(), Lang::En);
        assert_eq!(
            list[0],
            json!({
                "rule": "unknown-agency", "severity": "error", "message": "no agency `so-nv`",
                "path": "plans/ke-hoach.toml", "line": 2, "column": 20, "end_line": 2, "end_column": 27,
                "sheet": null, "cell": null, "label": "not in [agencies]",
                "others": [{
                    "message": "agencies begin here", "path": "plans/ke-hoach.toml", "line": 1, "column": 1,
                    "end_line": 1, "end_column": 2, "sheet": null, "cell": null,
                }],
                "advice": "nearest is `so-noi-vu`", "subject": "II.3",
            })
        );
        assert_eq!(list[1]["line"], 12);
        assert_eq!(list[1]["column"], 4);
        assert_eq!(list[1]["cell"], "abc");
        assert_eq!(list[2]["line"], Json::Null);
    }

    #[test]
    fn json_lines_are_one_object_a_line() {
        let text = json_lines(&findings(), Lang::Vi);
        assert_eq!(text.lines().count(), findings().len());
        for line in text.lines() {
            assert!(serde_json::from_str::<Json>(line).is_ok());
        }
    }

    #[test]
    fn paths_have_forward_slashes_and_no_dot() {
        assert_eq!(slashed(Path::new("./plans/a.toml")), "plans/a.toml");
        assert_eq!(slashed(Path::new("/tmp/a b.toml")), "/tmp/a b.toml");
        assert_eq!(slashed(Path::new("../a.toml")), "../a.toml");
    }
}
