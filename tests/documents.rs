//! Every block of the pages people read: plans are read, commands are run, and what is
//! printed below a command is what it prints.

#![allow(clippy::unwrap_used)]

use std::path::{Path, PathBuf};
use std::process::Command;

/// The pages.
const PAGES: [&str; 3] = ["README.md", "plans/README.md", "examples/README.md"];

/// What a fragment of a plan stands in.
const HEAD: &str = "format = 1\n[plan]\nid = \"vi-du\"\ntitle = \"Ví dụ\"\nnumber = \"1/KH-UBND\"\n\
    issued = 2021-01-15\nissuer = \"UBND tỉnh\"\nyear = 2021\n";

/// What a key of a task stands in.
const TASK: &str =
    "[[section]]\nid = \"I\"\ntitle = \"Mục\"\n[[section.task]]\nid = \"I.1\"\ntitle = \"Việc\"\n";

struct Fence {
    page: &'static str,
    line: usize,
    language: String,
    text: String,
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn fences() -> Vec<Fence> {
    let mut fences = Vec::new();
    for page in PAGES {
        let text = std::fs::read_to_string(root().join(page)).unwrap();
        let mut open: Option<Fence> = None;
        for (at, line) in text.lines().enumerate() {
            match (&mut open, line.strip_prefix("```")) {
                (None, Some(language)) => {
                    open = Some(Fence {
                        page,
                        line: at + 1,
                        language: language.trim().to_owned(),
                        text: String::new(),
                    });
                }
                (Some(_), Some(_)) => fences.extend(open.take()),
                (Some(fence), None) => {
                    fence.text.push_str(line);
                    fence.text.push('\n');
                }
                (None, None) => {}
            }
        }
        assert!(open.is_none(), "{page}: a block is not closed");
    }
    fences
}

/// Runs a command line of a page; its standard output and exit code.
fn run(line: &str) -> (String, i32) {
    let line = line
        .strip_prefix("cargo run --release --locked -- ")
        .or_else(|| line.strip_prefix("papi "))
        .unwrap_or_else(|| panic!("not a papi command: {line}"));
    let out = Command::new("sh")
        .arg("-c")
        .arg(format!("\"$PAPI\" {line}"))
        .env("PAPI", env!("CARGO_BIN_EXE_papi"))
        .env("NO_COLOR", "1")
        .env("COLUMNS", "100")
        .env_remove("PAPI_LANG")
        .current_dir(root())
        .output()
        .unwrap();
    let text = String::from_utf8(out.stdout).unwrap();
    (text, out.status.code().unwrap_or(-1))
}

#[test]
fn every_plan_on_a_page_is_sound() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("documents");
    std::fs::create_dir_all(&folder).unwrap();
    let mut seen = 0;
    for fence in fences().iter().filter(|fence| fence.language == "toml") {
        seen += 1;
        let first = fence.text.trim_start();
        let text = if fence.text.contains("[plan]") {
            fence.text.clone()
        } else if first.starts_with('[') {
            format!("{HEAD}{}", fence.text)
        } else {
            format!("{HEAD}{TASK}{}", fence.text)
        };
        let path = folder.join(format!(
            "{}-{}.toml",
            fence.page.replace('/', "-"),
            fence.line
        ));
        std::fs::write(&path, text).unwrap();
        std::fs::create_dir_all(folder.join("agencies")).unwrap();
        let registry = "agencies/lao-cai-2021.csv";
        std::fs::copy(root().join("plans").join(registry), folder.join(registry)).unwrap();
        let (said, code) = run(&format!("papi validate {}", path.display()));
        assert_eq!(code, 0, "{}:{}: {said}", fence.page, fence.line);
    }
    assert!(seen > 5, "only {seen} plans on the pages");
}

#[test]
fn every_command_on_a_page_runs_and_prints_what_the_page_says() {
    let mut seen = 0;
    for fence in fences() {
        let place = format!("{}:{}", fence.page, fence.line);
        match fence.language.as_str() {
            "sh" => {
                for line in fence.text.lines().filter(|line| !line.is_empty()) {
                    let line = line.split("  #").next().unwrap_or(line).trim_end();
                    if line.starts_with("cargo test") || line.starts_with("cargo install") {
                        continue;
                    }
                    seen += 1;
                    let (_, code) = run(line);
                    assert!(code == 0 || code == 1, "{place}: `{line}` ends with {code}");
                }
            }
            "console" => {
                let mut blocks = fence.text.split("$ ").skip(1);
                for block in &mut blocks {
                    seen += 1;
                    let (line, expected) = block.split_once('\n').unwrap_or((block, ""));
                    let (said, _) = run(line);
                    let said: Vec<_> = said.lines().map(str::trim_end).collect();
                    let expected: Vec<_> = expected.lines().map(str::trim_end).collect();
                    let (said, expected) = (said.join("\n"), expected.join("\n"));
                    assert!(
                        said.trim() == expected.trim(),
                        "{place}: `{line}` prints\n{said}\nand the page says\n{expected}"
                    );
                }
            }
            "toml" | "yaml" | "csv" | "text" => {}
            other => panic!("{place}: nobody tests a block of `{other}`"),
        }
    }
    assert!(seen > 5, "only {seen} commands on the pages");
}
