//! The pages of the rules, run: every bad example raises its rule, every good one does
//! not and is free of errors.
//!
//! A page is Vietnamese, a line `---`, English. Under `### Sai`, `### Bad` stands a
//! fenced block of what raises the rule, under `### Đúng`, `### Good` one of what does
//! not. ```` ```toml ```` is a plan; without `[plan]` it is read under a standard head.
//! ```` ```csv ```` after it are results, ```` ```csv registry ```` is its registry of
//! localities, ```` ```csv calendar ```` its working calendar `lich.csv`. Words after
//! the kind say how it is run: `as-of=2021-07-05` gives the day,
//! on which it is checked, `before` is the plan before an edit, ```` ```toml above ````
//! after it is the plan that it carries out, `whole` leaves the head out, `utf-16` writes the file so,
//! `wide` adds 1,100 cells to the last row. ```` ```csv scores ```` are published scores,
//! without a plan; `crowded` adds 70 rows. ```` ```text editions ```` is a file of PAPI
//! editions.

mod page;

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use papi::rules::{Check, RULES};

use page::{Example, example, examples};

#[test]
fn every_rule_has_a_page_in_both_languages() {
    for rule in RULES {
        let name = rule.name;
        let (vi, en) = rule.page.split_once("\n---\n").unwrap_or_else(|| {
            panic!("the page of {name} has no line `---` before its English half")
        });
        for half in [vi, en] {
            let title = format!("# {name}");
            assert_eq!(half.trim().lines().next(), Some(title.as_str()), "{name}");
            assert!(!half.contains('!'), "{name} raises its voice");
        }
        assert!(rule.summary.0 != rule.summary.1, "{name}");
    }
}

#[test]
fn both_halves_show_the_same_bad_and_good_examples() {
    for rule in RULES {
        let (vi, en) = rule.page.split_once("\n---\n").unwrap_or(("", ""));
        let bad = (examples(vi, "### Sai"), examples(en, "### Bad"));
        let good = (examples(vi, "### Đúng"), examples(en, "### Good"));
        for (vi, en) in [bad, good] {
            assert!(!vi.is_empty(), "{} lacks an example", rule.name);
            assert_eq!(vi, en, "{}", rule.name);
        }
    }
}

#[test]
fn every_bad_example_raises_its_rule() {
    let mut silent = Vec::new();
    for (name, example) in all("### Sai") {
        let found = example.findings();
        if !found.iter().any(|finding| finding.rule == name) {
            let found: Vec<_> = found.into_iter().map(|finding| finding.line).collect();
            silent.push(format!("{name}:\n  {}", found.join("\n  ")));
        }
    }
    assert!(silent.is_empty(), "{}", silent.join("\n"));
}

#[test]
fn no_good_example_raises_its_rule_or_any_error() {
    let mut wrong = Vec::new();
    for (name, example) in all("### Đúng") {
        for finding in example.findings() {
            if finding.rule == name || finding.severity == "error" {
                wrong.push(format!("{name}: {}", finding.line));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn all(head: &str) -> Vec<(&'static str, Example)> {
    let of = |rule: &&papi::rules::Rule| {
        let page = rule.page_in(papi::lang::Lang::Vi);
        let name = rule.name;
        let examples = examples(page, head).into_iter();
        examples
            .map(move |example| (name, example))
            .collect::<Vec<_>>()
    };
    RULES.iter().flat_map(of).collect()
}

#[test]
fn what_could_not_be_read_is_not_said_to_be_missing() {
    let torn = example(
        r#"[agencies]
so-noi-vu = { nam = "Sở Nội vụ" }
so-y-te   = "Sở Y tế"

[[section]]
id    = "II"
title = "Công khai, minh bạch"

[[section.task]]
id     = "II.1"
title  = "Công khai danh sách hộ nghèo"
tagret = "100% cấp xã công khai"
lead   = 5
except = [{ rule = "missing-target", reason = "Ô chỉ tiêu để trống" }]

[[section.task]]
id     = "II.2"
title  = "Công khai thu, chi ngân sách cấp xã"
lead   = "so-noi-vu"
target = "100% cấp xã công khai"
"#,
        "",
    );
    let found: Vec<_> = torn
        .findings()
        .into_iter()
        .map(|finding| finding.rule)
        .collect();
    assert_eq!(found, ["unknown-key", "unknown-key", "wrong-type"]);
}

#[test]
fn the_rules_are_in_alphabetical_order_and_named_once() {
    let names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    let sorted: BTreeSet<_> = names.iter().copied().collect();
    assert_eq!(names, sorted.into_iter().collect::<Vec<_>>());
}

#[test]
fn every_rule_that_a_reader_names_is_a_rule() {
    let mut named = BTreeSet::new();
    for room in ["read", "cli"] {
        let room = Path::new(env!("CARGO_MANIFEST_DIR")).join("src").join(room);
        rules_named_in(&room, &mut named);
    }
    let known = |name: &String| {
        RULES.iter().any(|rule| rule.name == name) || OF_IMPORT.contains(&name.as_str())
    };
    let unknown: Vec<_> = named.iter().filter(|name| !known(name)).collect();
    assert!(unknown.is_empty(), "no rule file for {unknown:?}");
    for rule in RULES
        .iter()
        .filter(|rule| matches!(rule.check, Check::Reading | Check::Results))
    {
        assert!(named.contains(rule.name), "no reader finds {}", rule.name);
    }
}

/// What is told of a document that is being imported: no plan has it yet, so nobody can
/// except it or look for it in a plan.
const OF_IMPORT: [&str; 5] = [
    "left-out",
    "missing-year",
    "no-appendix-table",
    "uncertain-import",
    "updated-plan",
];

/// Where a reader names a rule: at the first place of a finding, or in what a variable
/// `rule` is set to.
const NAMING: [(&str, &str); 7] = [
    (".error(", ","),
    ("Diagnostic::error(", ","),
    ("Diagnostic::warning(", ","),
    ("Diagnostic::new(", ","),
    (".tell(", ","),
    ("let rule =", "};"),
    ("let (rule, message) =", "};"),
];

/// The names of rules in the sources of a folder.
fn rules_named_in(folder: &Path, named: &mut BTreeSet<String>) {
    for entry in fs::read_dir(folder).expect("the room is there") {
        let path = entry.expect("it can be listed").path();
        if path.is_dir() {
            rules_named_in(&path, named);
            continue;
        }
        let source = fs::read_to_string(&path).expect("sources are text");
        let source = source
            .split("#[cfg(test)]\nmod tests {")
            .next()
            .unwrap_or("");
        for (start, end) in NAMING {
            for (at, _) in source.match_indices(start) {
                let rest = &source[at + start.len()..];
                let end = rest.find(end).unwrap_or(rest.len());
                named.extend(words_in(&rest[..end]));
            }
        }
    }
}

/// The texts in quotes that look like names of rules.
fn words_in(source: &str) -> impl Iterator<Item = String> {
    let texts = source.split('"').skip(1).step_by(2);
    let is_name = |text: &&str| {
        text.contains('-')
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte == b'-')
    };
    texts.filter(is_name).map(str::to_owned)
}
