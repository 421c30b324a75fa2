//! The floors of the house: every path in `src/` is read, and one that points up or
//! sideways, or to a package outside its room, fails.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

#[path = "floors/paths.rs"]
mod paths;

use paths::{PathAt, paths};

/// The rooms from the ground up; those of one line stand on one floor and never use each
/// other.
const FLOORS: &[&[&str]] = &[
    &["lang", "source", "spelling"],
    &["model"],
    &["words", "catalog"],
    &["progress"],
    &["diagnostic", "table"],
    &["policy"],
    &["read", "rules", "reports"],
    &["write"],
    &["cli"],
];

/// Macros and types that `lib.rs` shows at the top, by the room they come from.
const AT_THE_TOP: &[(&str, &str)] = &[("say", "lang")];

/// Packages by the rooms that may use them; `*` is every room but `model`, which has only
/// what is marked `model`.
const PACKAGES: &[(&str, &[&str])] = &[
    ("chrono", &["*", "model"]),
    ("rust_decimal", &["*", "model"]),
    ("strsim", &["*"]),
    ("unicode_normalization", &["*"]),
    ("unicode_segmentation", &["*"]),
    ("unicode_width", &["*"]),
    ("winnow", &["words"]),
    ("toml", &["read"]),
    ("similar", &["write"]),
    ("toml_edit", &["write"]),
    ("html5gum", &["read"]),
    ("calamine", &["read"]),
    ("encoding_rs", &["read"]),
    ("simdutf8", &["read"]),
    ("memchr", &["read"]),
    ("foldhash", &["*"]),
    ("csv", &["read", "write"]),
    ("csv_core", &["read"]),
    ("zip", &["read", "write"]),
    ("quick_xml", &["read", "write"]),
    ("serde", &["read", "write", "cli"]),
    ("serde_json", &["write", "cli"]),
    ("annotate_snippets", &["write"]),
    ("anstyle", &["write"]),
    ("comfy_table", &["write"]),
    ("maud", &["write"]),
    ("rust_xlsxwriter", &["write"]),
    ("anstream", &["cli"]),
    ("anyhow", &["cli"]),
    ("glob", &["cli"]),
    ("clap", &["cli"]),
    ("clap_complete", &["cli"]),
    ("clap_mangen", &["cli"]),
    ("terminal_size", &["cli"]),
];

/// What asks the clock; only `cli` may.
const CLOCK: &[&str] = &["Utc::now", "Local::now", "SystemTime"];

const LINES_WISHED: usize = 300;
const LINES_ALLOWED: usize = 500;

#[test]
fn no_path_points_up_or_sideways_and_no_package_leaves_its_room() {
    let mut faults = Vec::new();
    for (path, text) in sources() {
        faults.extend(faults_of(&path, &text));
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}

#[test]
fn no_file_is_longer_than_a_person_reads() {
    let mut long = String::new();
    let mut too_long = false;
    for (path, text) in sources() {
        let lines = text.lines().count();
        if lines > LINES_WISHED {
            let _ = writeln!(long, "{}: {lines} lines, asking to be two", path.display());
        }
        too_long |= lines > LINES_ALLOWED;
    }
    eprint!("{long}");
    assert!(!too_long, "over {LINES_ALLOWED} lines:\n{long}");
}

#[test]
fn every_dependency_has_a_room() {
    let manifest = fs::read_to_string(root().join("Cargo.toml")).expect("the manifest is there");
    let start = manifest
        .find("[dependencies]\n")
        .expect("there are dependencies");
    let lines = manifest[start..]
        .lines()
        .skip(1)
        .take_while(|line| !line.starts_with('['));
    for line in lines.filter(|line| !line.trim().is_empty() && !line.starts_with('#')) {
        let name = line
            .split([' ', '=', '.'])
            .next()
            .unwrap_or_default()
            .replace('-', "_");
        assert!(
            PACKAGES.iter().any(|(known, _)| *known == name),
            "`{name}` has no room"
        );
    }
}

#[test]
fn a_path_that_points_up_is_found() {
    assert_eq!(
        told("src/model/plan.rs", "use crate::write::Format;"),
        ["model uses write"]
    );
    assert_eq!(
        told("src/model/plan.rs", "fn a() { crate::cli::run() }"),
        ["model uses cli"]
    );
    assert_eq!(
        told("src/model/mod.rs", "use super::read::plan;"),
        ["model uses read"]
    );
    assert_eq!(
        told(
            "src/model/plan.rs",
            "mod t { use super::super::super::read::a; }"
        ),
        ["model uses read"]
    );
    assert_eq!(
        told(
            "src/model/plan.rs",
            "use crate::{\n lang::{Text, Lang},\n cli\n};"
        ),
        ["model uses cli"]
    );
    assert_eq!(told("src/words/a.rs", "use crate::*;"), ["words uses *"]);
}

#[test]
fn a_path_that_points_sideways_is_found() {
    assert_eq!(
        told("src/rules/x.rs", "use crate::reports::overdue;"),
        ["rules uses reports"]
    );
    assert_eq!(
        told("src/lang.rs", "use crate::source::Place;"),
        ["lang uses source"]
    );
}

#[test]
fn a_package_outside_its_room_is_found() {
    assert_eq!(
        told("src/rules/x.rs", "use toml::Value;"),
        ["rules uses toml"]
    );
    assert_eq!(
        told("src/model/plan.rs", "#[derive(serde::Serialize)] struct A;"),
        ["model uses serde"]
    );
    assert_eq!(
        told("src/reports/a.rs", "fn a() -> ::clap::Command { b() }"),
        ["reports uses clap"]
    );
    assert_eq!(
        told("src/words/a.rs", "use {anyhow as any};"),
        ["words uses anyhow"]
    );
    assert_eq!(
        told("src/model/plan.rs", "use strsim::jaro;"),
        ["model uses strsim"]
    );
    assert_eq!(
        told("src/progress/a.rs", "let now = chrono::Local::now();"),
        ["progress uses Local::now"]
    );
}

#[test]
fn a_name_that_was_imported_is_followed() {
    assert_eq!(
        told(
            "src/model/a.rs",
            "use chrono::Local; fn a() { Local::now() }"
        ),
        ["model uses Local::now"]
    );
    assert_eq!(
        told(
            "src/model/a.rs",
            "use chrono::{Utc as U}; fn a() { U::now() }"
        ),
        ["model uses Utc::now"]
    );
    assert_eq!(
        told(
            "src/model/a.rs",
            "use std::time; fn a() { time::SystemTime::now() }"
        ),
        ["model uses SystemTime"]
    );
}

#[test]
fn what_is_allowed_is_not_told() {
    assert!(
        told(
            "src/write/json.rs",
            "use crate::lang::Lang; use serde_json::json;"
        )
        .is_empty()
    );
    assert!(
        told(
            "src/write/a/b.rs",
            "use super::super::json::c; use crate::write::csv;"
        )
        .is_empty()
    );
    assert!(told("src/write/mod.rs", "use crate::{say, table};").is_empty());
    assert!(told("src/rules/mod.rs", "mod toml; fn a() { toml::rule() }").is_empty());
    let quoted =
        "// use crate::cli;\n/* crate::cli */ const A: &str = r#\"crate::cli \" toml::x\"#;";
    assert!(told("src/lang.rs", quoted).is_empty());
    assert!(
        told(
            "src/lang.rs",
            "fn a<'a>(b: &'a str) -> char { '\"' } // \"\n"
        )
        .is_empty()
    );
    assert!(told("src/cli/mod.rs", "let now = Utc::now();").is_empty());
    assert!(told("src/main.rs", "fn main() { papi::cli::run() }").is_empty());
}

fn told(path: &str, text: &str) -> Vec<String> {
    let faults = faults_of(Path::new(path), text);
    let what = faults.iter().filter_map(|fault| fault.split_once(": "));
    what.map(|(_, what)| what.to_owned()).collect()
}

/// What is wrong in a file of `src/`: `path:line: room uses what`.
fn faults_of(path: &Path, text: &str) -> Vec<String> {
    let inside = path.strip_prefix("src").unwrap_or(path).with_extension("");
    let mut module: Vec<String> = inside
        .iter()
        .map(|part| part.to_string_lossy().into_owned())
        .collect();
    if module.last().is_some_and(|last| last == "mod") {
        module.pop();
    }
    let room = module.first().cloned().unwrap_or_default();
    if matches!(room.as_str(), "main" | "lib") {
        return Vec::new();
    }
    let mut faults = Vec::new();
    for PathAt { line, parts } in paths(text, module.len()) {
        if let Some(what) = forbidden(&room, &parts) {
            faults.push(format!("{}:{line}: {room} uses {what}", path.display()));
        }
    }
    faults.dedup();
    faults
}

/// What `room` may not use of what the path names.
fn forbidden(room: &str, path: &[String]) -> Option<String> {
    let first = path.first()?;
    if first == "crate" {
        let name = path.get(1).map_or("*", String::as_str);
        let shown = AT_THE_TOP.iter().find(|(top, _)| *top == name);
        let used = shown.map_or(name, |(_, from)| from);
        return (!may_use(room, used)).then(|| name.to_owned());
    }
    let whole = format!("{}::", path.join("::"));
    let asked = CLOCK
        .iter()
        .find(|name| whole.contains(&format!("{name}::")));
    if let Some(name) = asked.filter(|_| room != "cli") {
        return Some((*name).to_owned());
    }
    let (_, rooms) = PACKAGES.iter().find(|(name, _)| first == name)?;
    let allowed = rooms.contains(&room) || (rooms.contains(&"*") && room != "model");
    (!allowed).then(|| first.clone())
}

fn may_use(room: &str, used: &str) -> bool {
    let floor = |name: &str| FLOORS.iter().position(|rooms| rooms.contains(&name));
    match (floor(room), floor(used)) {
        (Some(here), Some(there)) => there < here || room == used,
        _ => room == used,
    }
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// Every Rust file of `src/`, by its path from the root.
fn sources() -> Vec<(PathBuf, String)> {
    let mut folders = vec![root().join("src")];
    let mut files = Vec::new();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("the folder can be read") {
            let path = entry.expect("the entry can be read").path();
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|ending| ending == "rs") {
                let text = fs::read_to_string(&path).expect("the file is text");
                let path = path.strip_prefix(root()).expect("it is inside").to_owned();
                files.push((path, text));
            }
        }
    }
    files.sort();
    files
}
