//! Every phrase of `tests/phrases/*.jsonl` gives the reading listed beside it, however it
//! is encoded or spaced.

#![allow(clippy::unwrap_used)]

use std::fs;

use papi::model::{Baseline, Bound, BoundKind};
use papi::words::{TargetPart, read_target, say_target};
use rust_decimal::Decimal;
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

const FILES: [&str; 2] = ["targets.jsonl", "more-targets.jsonl"];

struct Sample {
    text: String,
    read: Vec<Value>,
}

fn samples() -> Vec<Sample> {
    let mut samples = Vec::new();
    for file in FILES {
        let path = format!("{}/tests/phrases/{file}", env!("CARGO_MANIFEST_DIR"));
        for line in fs::read_to_string(path)
            .expect("the file is part of the tests")
            .lines()
        {
            let line: Value = serde_json::from_str(line).expect(line);
            samples.push(Sample {
                text: line["text"].as_str().expect("a text").to_owned(),
                read: line["read"].as_array().expect("readings").clone(),
            });
        }
    }
    samples
}

fn number(value: Decimal) -> Value {
    value
        .normalize()
        .to_string()
        .parse()
        .map(Value::Number)
        .expect("a number")
}

fn shown(part: &TargetPart) -> Value {
    match &part.reading {
        Ok(bound) => shown_bound(bound),
        Err(unread) => json!({"kind": "unread", "rest": unread.rest}),
    }
}

fn shown_bound(bound: &Bound) -> Value {
    let mut shown = match &bound.kind {
        BoundKind::Level(level) => {
            let mut shown = json!({"kind": "level", "op": level.comparison.sign(),
                "value": number(level.value), "unit": level.unit});
            if let Some(upper) = level.upper {
                shown["upper"] = number(upper);
            }
            if let Some(whole) = level.out_of {
                shown["out_of"] = number(whole);
            }
            shown
        }
        BoundKind::Frequency(frequency) => json!({"kind": "frequency",
            "op": frequency.comparison.sign(), "value": number(frequency.value),
            "per": frequency.per.word()}),
        BoundKind::Change(change) => {
            let baseline = match change.baseline {
                Baseline::Year(year) => json!(year),
                Baseline::Previous => json!("previous"),
            };
            let mut shown = json!({"kind": "change", "op": change.comparison.sign(),
                "value": number(change.value), "unit": change.unit, "baseline": baseline});
            if change.downward {
                shown["direction"] = json!("down");
            }
            shown
        }
        BoundKind::Rank(rank) => {
            let mut shown = json!({"kind": "rank", "op": "<=", "value": rank.at_most});
            if let Some(scope) = &rank.scope {
                shown["scope"] = json!(scope);
            }
            shown
        }
        BoundKind::Band(band) => json!({"kind": "band", "op": ">=", "band": band.name()}),
        BoundKind::Hold => json!({"kind": "hold"}),
        BoundKind::Zero => json!({"kind": "zero"}),
        BoundKind::Qualitative => json!({"kind": "qualitative"}),
    };
    if let Some(year) = bound.by {
        shown["by"] = json!(year);
    }
    if bound.stretch {
        shown["stretch"] = json!(true);
    }
    shown
}

fn read(text: &str) -> Vec<Value> {
    read_target(text).iter().map(shown).collect()
}

/// As [`read`], without the words of what is unread and the letters' case.
fn compared(readings: &[Value]) -> String {
    let plain = |reading: &Value| {
        let mut reading = reading.clone();
        if let Some(fields) = reading.as_object_mut() {
            fields.remove("rest");
            fields.sort_keys();
        }
        reading.to_string().to_lowercase()
    };
    readings.iter().map(plain).collect::<Vec<_>>().join("\n")
}

fn assert_all(way: &str, change: impl Fn(&str) -> String) {
    let mut wrong = Vec::new();
    let samples = samples();
    for sample in &samples {
        let text = change(&sample.text);
        let found = compared(&read(&text));
        if found != compared(&sample.read) {
            wrong.push(format!(
                "{text}\n  listed {}\n  read   {found}",
                compared(&sample.read)
            ));
        }
    }
    let number = wrong.len();
    assert!(
        wrong.is_empty(),
        "{way}: {number} of {}\n{}",
        samples.len(),
        wrong.join("\n")
    );
}

#[test]
fn every_target_reads_as_listed() {
    assert_all("as written", str::to_owned);
}

#[test]
fn a_target_reads_the_same_in_nfd() {
    assert_all("NFD", |text| text.nfd().collect());
}

#[test]
fn a_target_reads_the_same_in_capitals() {
    assert_all("capitals", str::to_uppercase);
}

#[test]
fn a_target_reads_the_same_with_stray_spaces() {
    assert_all("spaces", |text| {
        format!("  {}\u{a0}", text.replace(' ', " \u{a0} "))
    });
}

#[test]
fn a_target_reads_the_same_with_a_stop_behind_it() {
    assert_all("stop", |text| {
        if text.is_empty() {
            String::new()
        } else {
            format!("{text}.")
        }
    });
}

#[test]
fn what_was_read_and_said_reads_the_same_in_both_languages() {
    for sample in samples() {
        for part in read_target(&sample.text) {
            let Ok(bound) = part.reading else { continue };
            let said = say_target(&bound);
            for words in [&said.vi, &said.en] {
                let again: Vec<_> = read_target(words)
                    .into_iter()
                    .map(|part| part.reading)
                    .collect();
                assert_eq!(again, [Ok(bound.clone())], "{} → {words}", sample.text);
            }
        }
    }
}

#[test]
fn places_of_parts_are_in_the_text() {
    for sample in samples() {
        for part in read_target(&sample.text) {
            assert!(
                sample.text.get(part.span.clone()).is_some(),
                "{}",
                sample.text
            );
            if let Err(unread) = part.reading {
                assert_eq!(sample.text.get(unread.span), Some(unread.rest.as_str()));
            }
        }
    }
}
