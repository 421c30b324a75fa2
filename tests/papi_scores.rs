//! The published scores of the examples and the plan of Lào Cai 2021, by hand.

use std::path::Path;

use chrono::NaiveDate;
use papi::catalog::editions::Editions;
use papi::model::{Plan, ScoreBook};
use papi::progress::coverage::{Coverage, CoverageState};
use papi::read::files::read_text;
use papi::read::plan::read_plan;
use papi::read::scores::read_scores;

const SCORES: [&str; 2] = [
    "examples/papi-scores/diem-mot-so-tinh-2017-2024.csv",
    "examples/papi-scores/tong-diem-2020-2021.csv",
];

#[test]
fn the_published_scores_of_the_examples_are_without_a_mistake() {
    let mut book = ScoreBook::default();
    let day = NaiveDate::from_ymd_opt(2025, 6, 1);
    for path in SCORES {
        let found = read_scores(Path::new(path), &Editions::built_in(), day, &mut book);
        assert_eq!(found, [], "{path}");
    }
    assert_eq!(book.in_year(2020).count(), 63);
    assert_eq!(book.in_year(2021).count(), 60);
    assert_eq!(book.all().len(), 63 + 60 + 12);
}

fn lao_cai() -> Plan {
    let source = read_text(Path::new("plans/lao-cai-2021.toml")).expect("the plan is there");
    let read = read_plan(&source, |_| (Vec::new(), Vec::new()));
    read.plan.expect("the plan is read")
}

#[test]
fn lao_cai_2021_names_eleven_of_twenty_nine_sub_dimensions() {
    let (plan, editions) = (lao_cai(), Editions::built_in());
    let coverage = Coverage::of(&plan, &editions);
    let tasks = |is_whole: bool| -> Vec<_> {
        let parts = coverage.parts.iter();
        parts
            .filter(|part| part.dimension.number.sub.is_none() == is_whole)
            .filter(|part| !part.tasks.is_empty())
            .map(|part| (part.dimension.number.to_string(), part.tasks.len()))
            .collect()
    };
    let named = |list: &[(&str, usize)]| -> Vec<_> {
        list.iter()
            .map(|(number, count)| ((*number).to_owned(), *count))
            .collect()
    };
    assert_eq!(
        tasks(true),
        named(&[
            ("1", 1),
            ("2", 7),
            ("3", 5),
            ("4", 6),
            ("5", 6),
            ("6", 8),
            ("7", 2),
            ("8", 4)
        ])
    );
    assert_eq!(
        tasks(false),
        named(&[
            ("2.2", 3),
            ("2.3", 1),
            ("2.4", 1),
            ("3.2", 1),
            ("3.3", 1),
            ("4.3", 1),
            ("5.2", 1),
            ("6.1", 2),
            ("6.2", 1),
            ("6.3", 3),
            ("6.4", 1),
        ])
    );
    assert!(coverage.elsewhere.is_empty());
    let dimensions = coverage
        .parts
        .iter()
        .filter(|part| part.dimension.number.sub.is_none());
    let measured = dimensions.map(|part| part.tasks.len() - part.unmeasured.len());
    assert_eq!(measured.collect::<Vec<_>>(), [1, 7, 5, 6, 3, 1, 1, 2]);
}

#[test]
fn lao_cai_2021_has_waste_and_clean_water_and_nothing_named_for_air() {
    let (plan, editions) = (lao_cai(), Editions::built_in());
    let coverage = Coverage::of(&plan, &editions);
    let of = |number: &str| {
        let mut parts = coverage.parts.iter();
        parts
            .find(|part| part.dimension.number.to_string() == number)
            .expect("the edition of 2021 has it")
    };
    let unlinked: Vec<_> = of("7")
        .unlinked
        .iter()
        .map(|task| task.id.as_str())
        .collect();
    assert_eq!(unlinked, ["VII.1", "VII.2"]);
    for number in ["7.1", "7.2", "7.3"] {
        assert_eq!(of(number).state, CoverageState::Unlinked);
    }
}
