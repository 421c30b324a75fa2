//! The examples on the page of a rule, and what papi finds in them.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{env, fs, process};

use papi::catalog::Editions;
use papi::diagnostic::Diagnostic;
use papi::lang::Lang;
use papi::model::ScoreBook;
use papi::read::editions::read_editions;
use papi::read::scores::read_score_bytes;
use papi::write::concise;

/// What stands before a plan that has no `[plan]`.
const HEAD: &str = r#"format = 1

[plan]
id     = "vi-du"
title  = "Cải thiện Chỉ số PAPI năm 2021"
number = "12/KH-UBND"
issued = 2021-01-15
issuer = "UBND tỉnh Lào Cai"
year   = 2021

"#;

/// The registry of localities, where an example has none of its own.
const REGISTRY: &str = include_str!("../../plans/agencies/lao-cai-2021.csv");

/// Where it lies, from the plan.
const REGISTRY_PATH: &str = "agencies/lao-cai-2021.csv";

/// Where the working calendar of an example lies, from the plan.
const CALENDAR_PATH: &str = "lich.csv";

/// An example: a plan, and what belongs to it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Example {
    plan: Vec<u8>,
    above: Option<String>,
    registry: Option<String>,
    calendar: Option<String>,
    before: Option<Vec<u8>>,
    results: Option<Vec<u8>>,
    scores: Option<String>,
    editions: Option<String>,
    as_of: Option<String>,
}

/// A finding: its rule, how grave it is, and the line that tells it.
#[derive(Debug)]
pub(super) struct Found {
    /// The rule.
    pub(super) rule: String,
    /// `error`, `warning` or `note`.
    pub(super) severity: String,
    /// The whole line.
    pub(super) line: String,
}

/// The examples of a page under a head, each beginning with a plan.
pub(super) fn examples(page: &str, head: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut lines = page.lines().skip_while(|line| line.trim() != head).skip(1);
    while let Some(line) = lines.next() {
        if line.starts_with("### ") {
            break;
        }
        let Some(kind) = line.strip_prefix("```") else {
            continue;
        };
        let text = lines.by_ref().take_while(|line| *line != "```");
        let text: String = text.flat_map(|line| [line, "\n"]).collect();
        let (kind, words) = kind.split_once(' ').unwrap_or((kind, ""));
        match (kind, examples.last_mut()) {
            ("toml", Some(example)) if words == "above" => example.above = Some(text),
            ("toml", Some(last)) if last.plan.is_empty() && last.before.is_some() => {
                let before = last.before.take();
                *last = Example {
                    before,
                    ..example(&text, words)
                };
            }
            ("toml", _) if words == "before" => examples.push(Example {
                before: Some(example(&text, "").plan),
                ..Example::default()
            }),
            ("toml", _) => examples.push(example(&text, words)),
            ("csv", _) if words.starts_with("scores") => examples.push(scores(text, words)),
            ("text", _) => examples.push(Example {
                editions: Some(text),
                ..Example::default()
            }),
            ("csv", Some(example)) => example.add(text, words),
            _ => panic!("an example cannot be {kind}"),
        }
    }
    examples
}

/// The example of a plan; `words` say how it is run.
pub(super) fn example(text: &str, words: &str) -> Example {
    let is_whole = text.contains("[plan]") || words.contains("whole");
    let text = format!("{}{text}", if is_whole { "" } else { HEAD });
    let mut example = Example {
        plan: text.clone().into_bytes(),
        ..Example::default()
    };
    for word in words.split_whitespace() {
        match word {
            "whole" => {}
            "utf-16" => example.plan = utf_16(&text),
            word => example.as_of = Some(day(word)),
        }
    }
    example
}

fn scores(mut text: String, words: &str) -> Example {
    let mut example = Example::default();
    for word in words.split_whitespace().skip(1) {
        match word {
            "crowded" => {
                let rows = (0..70).map(|at| format!("2021,Tỉnh {at},40,1,60\n"));
                text.extend(rows);
            }
            word => example.as_of = Some(day(word)),
        }
    }
    example.scores = Some(text);
    example
}

fn day(word: &str) -> String {
    let day = word.strip_prefix("as-of=");
    day.unwrap_or_else(|| panic!("an example cannot be {word}"))
        .to_owned()
}

fn utf_16(text: &str) -> Vec<u8> {
    let units = std::iter::once(0xFEFF).chain(text.encode_utf16());
    units.flat_map(u16::to_le_bytes).collect()
}

impl Example {
    fn add(&mut self, text: String, words: &str) {
        let mut bytes = text.clone().into_bytes();
        for word in words.split_whitespace() {
            match word {
                "registry" => {
                    self.registry = Some(text);
                    return;
                }
                "calendar" => {
                    self.calendar = Some(text);
                    return;
                }
                "utf-16" => bytes = utf_16(&text),
                "wide" => {
                    let end = text.trim_end().len();
                    bytes.splice(end..end, [b','; 1_100]).for_each(drop);
                }
                word => self.as_of = Some(day(word)),
            }
        }
        self.results = Some(bytes);
    }

    /// What papi finds in it: on a day where it has one, else in the files alone.
    pub(super) fn findings(&self) -> Vec<Found> {
        if let Some(scores) = &self.scores {
            return self.in_scores(scores);
        }
        let folder = Folder::new();
        if let Some(editions) = &self.editions {
            let path = folder.file("editions.txt", editions.as_bytes());
            return told(&read_editions(&path, Editions::built_in()).1);
        }
        let plan = folder.file("plan.toml", &self.plan);
        let registry = self.registry.as_deref().unwrap_or(REGISTRY);
        folder.file(REGISTRY_PATH, registry.as_bytes());
        if let Some(calendar) = &self.calendar {
            folder.file(CALENDAR_PATH, calendar.as_bytes());
        }
        let mut papi = Command::new(env!("CARGO_BIN_EXE_papi"));
        match &self.as_of {
            Some(as_of) => papi.args(["check", "--as-of", as_of]),
            None => papi.arg("validate"),
        };
        papi.args(["--lang", "en", "--format", "concise"]).arg(plan);
        if let Some(before) = &self.before {
            papi.arg("--since").arg(folder.file("before.toml", before));
        }
        if let Some(above) = &self.above {
            papi.arg(folder.file("above.toml", above.as_bytes()));
        }
        if let Some(results) = &self.results {
            papi.arg("--results")
                .arg(folder.file("results.csv", results));
        }
        let ran = papi.output().expect("papi was built");
        let told = String::from_utf8(ran.stdout).expect("papi writes UTF-8");
        told.lines().map(found).collect()
    }
}

impl Example {
    fn in_scores(&self, scores: &str) -> Vec<Found> {
        let as_of = self
            .as_of
            .as_ref()
            .map(|day| day.parse().expect("it is a day"));
        let (editions, mut book) = (Editions::built_in(), ScoreBook::default());
        let path = Path::new("scores.csv");
        told(&read_score_bytes(
            path,
            scores.as_bytes(),
            &editions,
            as_of,
            &mut book,
        ))
    }
}

fn told(findings: &[Diagnostic]) -> Vec<Found> {
    let lines = concise::diagnostics(findings, Lang::En);
    lines.lines().map(found).collect()
}

fn found(line: &str) -> Found {
    let words = line.split(": ").nth(1).and_then(|it| it.split_once(' '));
    let (severity, rule) = words.unwrap_or_else(|| panic!("no finding: {line}"));
    Found {
        rule: rule.to_owned(),
        severity: severity.to_owned(),
        line: line.to_owned(),
    }
}

/// A folder of its own, gone when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let count = COUNT.fetch_add(1, Ordering::Relaxed);
        let path = env::temp_dir().join(format!("papi-rules-{}-{count}", process::id()));
        Self(path)
    }

    fn file(&self, name: &str, bytes: &[u8]) -> PathBuf {
        let path = self.0.join(name);
        let folder = path.parent().expect("it lies in a folder");
        fs::create_dir_all(folder).expect("temporary folders can be made");
        fs::write(&path, bytes).expect("temporary files can be written");
        path
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}
