//! Whatever the files hold, papi ends and says something: reading, rules, progress,
//! reports and drawing in both languages, on anything and on real files that were spoilt.

#[path = "properties/spoil.rs"]
mod spoil;

use std::fs;
use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use papi::catalog::Calendar;
use papi::diagnostic::Diagnostic;
use papi::lang::Lang;
use papi::progress::{Ledger, Progress};
use papi::read::plan::{ReadPlan, read_plan};
use papi::read::registry::read_registry;
use papi::read::results::{Desk, Resolver, read_results};
use papi::reports::check::{self, Extent, FileCounts};
use papi::reports::folding::Folding;
use papi::reports::grouping::Grouping;
use papi::reports::overdue::{self, Layout};
use papi::reports::targets;
use papi::rules::{Subject, apply_exceptions, check_plan, check_progress};
use papi::source::{Place, Source};
use papi::write::terminal::Look;
use papi::write::{human, terminal};
use proptest::prelude::*;

use spoil::{Spoiling, spoil, spoilings};

/// Real plans that are short enough to be read many times.
const SHORT: [&str; 3] = ["so-ngoai-vu-2018", "cong-van-5749-2021", "hung-yen-2023"];

proptest! {
    #![proptest_config(few(64))]

    #[test]
    fn arbitrary_bytes_are_told_and_not_stumbled_over(
        bytes in proptest::collection::vec(any::<u8>(), 0..512)
    ) {
        validated(&String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn arbitrary_text_is_told_and_not_stumbled_over(text in "\\PC{0,400}") {
        validated(&text);
    }

    #[test]
    fn text_made_of_toml_is_told_and_not_stumbled_over(text in toml_like()) {
        validated(&text);
    }
}

proptest! {
    #![proptest_config(few(24))]

    #[test]
    fn a_spoilt_real_plan_is_told_and_not_stumbled_over(
        plan in 0..SHORT.len(),
        spoilings in spoilings(1..12),
    ) {
        validated(&spoil(&plan_text(SHORT[plan]), &spoilings));
    }

    #[test]
    fn spoilt_results_never_stop_a_report(
        plan_spoilings in spoilings(0..3),
        result_spoilings in spoilings(0..30),
        day in days(),
    ) {
        judged(&plan_spoilings, &result_spoilings, day);
    }
}

proptest! {
    #![proptest_config(few(6))]

    #[test]
    fn the_longest_plan_is_told_however_it_is_spoilt(spoilings in spoilings(1..20)) {
        validated(&spoil(&plan_text("lao-cai-2021"), &spoilings));
    }
}

fn few(cases: u32) -> ProptestConfig {
    ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::with_cases(cases)
    }
}

/// Pieces of TOML and of plans in any order.
fn toml_like() -> impl Strategy<Value = String> {
    let pieces = [
        "format = 1\n",
        "[plan]\n",
        "id = ",
        "title = ",
        "\"x\"\n",
        "year = 2021\n",
        "from = 1990\n",
        "to = 2199\n",
        "[agencies]\n",
        "a = { name = \"A\", members = [\"a\"] }\n",
        "every = \"commune\"\n",
        "[[section]]\n",
        "[[section.task]]\n",
        "[[section.task.part]]\n",
        "in = \"x\"\n",
        "when = ",
        "\"hàng quý\"\n",
        "\"trước ngày 31/2\"\n",
        "target = ",
        "\"Tối thiểu 30% xã\"\n",
        "[[target]]\n",
        "{ at_least = 99999999999999999999999999999 }\n",
        "9223372036854775807\n",
        "9999-12-31\n",
        "1e400\n",
        "nan\n",
        "[[",
        "]]",
        "{",
        "}",
        "=",
        ",",
        "\"\"\"",
        "'",
        "\n",
        "#",
        "\u{0}",
        "\u{feff}",
        "lead = [\"a\", \"b\"]\n",
        "[reporting]\n",
        "periods = [\"Q\", \"H1\"]\n",
        "[[except]]\n",
        "rule = \"unread-target\"\n",
        "[[objective]]\n",
        "[[duty]]\n",
        "by = [\"a\"]\n",
        "id.x = 1\n",
    ];
    proptest::collection::vec(proptest::sample::select(pieces.to_vec()), 0..60)
        .prop_map(|pieces| pieces.concat())
}

/// Days within and far outside the plans' time.
fn days() -> impl Strategy<Value = NaiveDate> {
    prop_oneof![
        (0i64..1200).prop_map(|after| day(2020, 12, 1) + chrono::Days::new(after.unsigned_abs())),
        Just(day(1, 1, 1)),
        Just(day(9999, 12, 31)),
    ]
}

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("it is a day")
}

fn plan_text(name: &str) -> String {
    fs::read_to_string(format!("plans/{name}.toml")).expect("the plan is there")
}

fn read(text: &str) -> ReadPlan {
    let source = Source::new("plans/ke-hoach.toml", text);
    read_plan(&source, |registry| {
        // A spoilt path may lead anywhere; only the two real registries are opened.
        let path = Path::new("plans").join(&registry.value);
        let known = ["agencies/lao-cai-2021.csv", "agencies/hung-yen-2023.csv"];
        if known.contains(&registry.value.as_str()) {
            read_registry(&path)
        } else {
            (Vec::new(), Vec::new())
        }
    })
}

/// What `papi validate` does with a plan, sound or not.
fn validated(text: &str) {
    let read = read(text);
    let mut findings = read.findings;
    if let Some(plan) = &read.plan {
        let ledger = Ledger::of(plan, &Calendar::built_in());
        let subject = Subject::new(plan, &ledger.directory, &ledger.items, &findings);
        let of_rules = check_plan(&subject);
        findings.extend(of_rules);
        findings = apply_exceptions(plan, findings, None, |_| true).standing;
    }
    drawn(&findings);
}

/// Draws findings in both languages; every place must lie in its file.
fn drawn(findings: &[Diagnostic]) {
    for finding in findings {
        if let Place::Span { source, span } = &finding.place {
            assert!(source.text().get(span.clone()).is_some(), "{finding:?}");
        }
    }
    let shown = &findings[..findings.len().min(40)];
    for lang in [Lang::Vi, Lang::En] {
        let text = human::diagnostics(shown, look(lang));
        assert_eq!(text.is_empty(), shown.is_empty());
    }
}

fn look(lang: Lang) -> Look {
    Look {
        lang,
        width: 80,
        colour: false,
    }
}

/// A short plan with a registry and results for it.
const PLAN: &str = include_str!("properties/ke-hoach.toml");
const RESULTS: &str = include_str!("properties/so-lieu.csv");

/// What `papi check`, `overdue` and `targets` do with a plan and its results on a day.
fn judged(plan: &[Spoiling], results: &[Spoiling], day: NaiveDate) {
    let read = read(&spoil(PLAN, plan));
    let Some(plan) = &read.plan else { return };
    let mut ledger = Ledger::of(plan, &Calendar::built_in());
    let results = spoil(RESULTS, results);
    let resolver = Resolver {
        items: &ledger.items,
        directory: &ledger.directory,
        as_of: Some(day),
    };
    let path: Arc<Path> = Arc::from(Path::new("so-lieu.csv"));
    let desk = Desk {
        id: "vi-du",
        number: None,
        resolver,
        book: &mut ledger.book,
    };
    let told = read_results(&path, results.as_bytes(), &mut [desk]);
    let mut findings: Vec<_> = told.into_iter().flatten().collect();
    let progress = Progress::on(&ledger, day);
    findings.extend(check_progress(&progress));
    drawn(&findings);
    let filter = overdue::Filter {
        within: 30,
        all: true,
        bodies: None,
        sections: None,
        period: None,
    };
    let layout = Layout {
        grouping: Grouping::Agency,
        folding: Folding::ByDistrict,
        is_flat: false,
    };
    let of_targets = targets::Filter {
        verdict: None,
        dimension: None,
        bodies: None,
        sections: None,
        period: None,
    };
    let documents = [
        check::check(
            &progress,
            ("ke-hoach.toml", "ke-hoach.toml"),
            FileCounts::default(),
            Extent::Screen,
        ),
        overdue::document(&progress, &filter, layout),
        targets::document(&progress, &of_targets),
    ];
    for document in &documents {
        for lang in [Lang::Vi, Lang::En] {
            assert!(!terminal::document(document, look(lang)).is_empty());
        }
    }
}
