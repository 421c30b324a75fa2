//! Diagnostics as SARIF 2.1.0, which code scanning reads.

use std::fmt::Write;

use serde_json::{Value as Json, json};

use super::findings::slashed;
use super::fingerprint::fingerprints;
use super::json::printed;
use super::positions::{Positions, floor};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::{Place, column_letters};

/// What a rule's page says, in the language of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RulePage<'a> {
    /// The name of the rule.
    pub name: &'a str,
    /// What it finds, in a sentence.
    pub short: &'a str,
    /// The page in Markdown.
    pub help: &'a str,
    /// How grave it is unless the user says otherwise.
    pub severity: Severity,
}

/// `diagnostics` as one SARIF document. `rules` are the pages of the rules: those that
/// found something are taken in, and one without a page here is listed by name.
#[must_use]
pub fn document(diagnostics: &[Diagnostic], rules: &[RulePage], lang: Lang) -> String {
    let mut positions = Positions::default();
    let mut names: Vec<&str> = Vec::new();
    let mut pages: Vec<Json> = Vec::new();
    let mut results = Vec::with_capacity(diagnostics.len());
    for (found, fingerprint) in diagnostics.iter().zip(fingerprints(diagnostics)) {
        let known = names.iter().position(|&name| name == found.rule);
        let index = known.unwrap_or_else(|| {
            names.push(found.rule);
            let known = rules.iter().find(|rule| rule.name == found.rule);
            pages.push(known.map_or_else(|| json!({ "id": found.rule }), page));
            names.len() - 1
        });
        let mut result = json!({
            "ruleId": found.rule,
            "ruleIndex": index,
            "level": found.severity.word(),
            "message": { "text": message(found, lang) },
            "locations": [location(&found.place, &mut positions)],
            "partialFingerprints": { "papi/v1": fingerprint },
        });
        let others = found.others.iter().map(|(place, what)| {
            let mut other = location(place, &mut positions);
            other["message"] = json!({ "text": what.in_lang(lang) });
            other
        });
        let others: Vec<Json> = others.collect();
        if !others.is_empty() {
            result["relatedLocations"] = Json::Array(others);
        }
        results.push(result);
    }
    printed_run(&[], Some(lang), &pages, &results)
}

/// A document of one run.
pub(super) fn printed_run(
    invocations: &[Json],
    lang: Option<Lang>,
    pages: &[Json],
    results: &[Json],
) -> String {
    let mut driver = json!({
        "name": "papi",
        "semanticVersion": env!("CARGO_PKG_VERSION"),
        "rules": pages,
    });
    if let Some(lang) = lang {
        driver["language"] = lang.code().into();
    }
    let mut run = json!({
        "tool": { "driver": driver },
        "columnKind": "unicodeCodePoints",
        "results": results,
    });
    if !invocations.is_empty() {
        run["invocations"] = invocations.into();
    }
    let sarif = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    });
    printed(&sarif, true)
}

/// A rule as code scanning shows it; the first paragraph of its page says it whole.
fn page(rule: &RulePage) -> Json {
    let mut paragraphs = rule.help.split("\n\n").map(str::trim);
    let full = paragraphs.find(|paragraph| !paragraph.is_empty() && !paragraph.starts_with('#'));
    json!({
        "id": rule.name,
        "shortDescription": { "text": rule.short },
        "fullDescription": { "text": full.unwrap_or(rule.short) },
        "help": { "text": rule.help, "markdown": rule.help },
        "defaultConfiguration": { "level": rule.severity.word() },
    })
}

fn message(found: &Diagnostic, lang: Lang) -> String {
    let message = found.message.in_lang(lang);
    match &found.advice {
        Some(advice) => format!("{message}\n{}", advice.in_lang(lang)),
        None => message.to_owned(),
    }
}

fn location(place: &Place, positions: &mut Positions) -> Json {
    let uri = uri(&slashed(place.path()));
    let mut location = json!({ "physicalLocation": { "artifactLocation": { "uri": uri } } });
    match place {
        Place::Span { source, span } => {
            let text = source.text();
            let start = floor(text, span.start);
            let end = floor(text, span.end).max(start);
            let (line, line_start, _) = positions.line_at(source, start);
            let (end_line, end_start, _) = positions.line_at(source, end);
            location["physicalLocation"]["region"] = json!({
                "startLine": line,
                "startColumn": text[line_start..start].chars().count() + 1,
                "endLine": end_line,
                "endColumn": text[end_start..end].chars().count() + 1,
            });
        }
        Place::Cell {
            sheet, row, column, ..
        } => {
            // A row of a workbook is no line of a text.
            if sheet.is_none() {
                location["physicalLocation"]["region"] = json!({ "startLine": row });
            }
            let cell = column.map(column_letters).unwrap_or_default();
            let sheet = sheet.as_deref().map(|sheet| format!("{sheet}!"));
            let name = format!("{}{cell}{row}", sheet.unwrap_or_default());
            location["logicalLocations"] = json!([{ "fullyQualifiedName": name }]);
        }
        Place::File { .. } => {}
    }
    location
}

/// A path as a relative URI, an absolute one as a file's.
fn uri(path: &str) -> String {
    let mut uri = String::from(if path.starts_with('/') { "file://" } else { "" });
    for byte in path.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'/' | b'.' | b'-' | b'_' | b'~' => {
                uri.push(char::from(byte));
            }
            _ => {
                let _ = write!(uri, "%{byte:02X}");
            }
        }
    }
    uri
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    fn read() -> Json {
        let rules = [RulePage {
            name: "unread-number",
            short: "A number is not understood.",
            help: "# unread-number",
            severity: Severity::Warning,
        }];
        serde_json::from_str(&document(&findings(), &rules, Lang::En)).expect("JSON")
    }

    #[test]
    fn results_point_at_their_rules_and_places() {
        let run = &read()["runs"][0];
        for result in run["results"].as_array().expect("results") {
            let index =
                usize::try_from(result["ruleIndex"].as_u64().expect("an index")).expect("small");
            assert_eq!(
                run["tool"]["driver"]["rules"][index]["id"],
                result["ruleId"]
            );
        }
        let place = &run["results"][0]["locations"][0]["physicalLocation"];
        assert_eq!(place["artifactLocation"]["uri"], "plans/ke-hoach.toml");
        let region = json!({"startLine": 2, "startColumn": 20, "endLine": 2, "endColumn": 27});
        assert_eq!(place["region"], region);
        let cell = &run["results"][1]["locations"][0];
        assert_eq!(cell["logicalLocations"][0]["fullyQualifiedName"], "D12");
    }

    #[test]
    fn paths_are_uris() {
        assert_eq!(uri("kế hoạch/a.toml"), "k%E1%BA%BF%20ho%E1%BA%A1ch/a.toml");
        assert_eq!(uri("/tmp/a.toml"), "file:///tmp/a.toml");
    }
}
