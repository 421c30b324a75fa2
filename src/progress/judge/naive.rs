//! The roll-up against a naive one: whole numbers, recursion, and one period.

use proptest::prelude::*;

use super::scene::{Scene, level, target};
use super::*;
use crate::model::{AgencyLevel, Figure, Measure, PeriodPart};
use crate::progress::verdict::TargetFigure;

/// A body's numerator and denominator: its own, else the sum of its members'.
fn naive(directory: &Directory, own: &[Option<(i64, i64)>], body: usize) -> Option<(i64, i64)> {
    if own[body].is_some() {
        return own[body];
    }
    let members = directory.children(body).iter();
    let figures = members.filter_map(|&member| naive(directory, own, member));
    figures.reduce(|one, other| (one.0 + other.0, one.1 + other.1))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn the_roll_up_is_the_naive_one(
        reports in prop::collection::vec((0..162_usize, 0..50_i64, 1..50_i64), 0..120),
        asked in 1..99_i64,
    ) {
        let ratio = Target {
            measure: Some(Measure::Ratio),
            ..target(level(Comparison::AtLeast, &asked.to_string(), "%"))
        };
        let mut scene = Scene::new(&[], &["ubnd-cap-huyen", "ubnd-cap-xa"], ratio);
        let directory = Directory::of(&scene.plan);
        let mut own = vec![None; directory.bodies().len()];
        for (body, numerator, denominator) in reports {
            if own[body].is_none() {
                own[body] = Some((numerator, denominator));
                scene = scene.row(
                    &directory.bodies()[body].id,
                    PeriodPart::Half(1),
                    Figure::Ratio { numerator: numerator.into(), denominator: denominator.into() },
                );
            }
        }
        let root = directory.of_level(AgencyLevel::Province)[0];
        let judgement = scene.on(2021, 7);
        prop_assert_eq!(judgement.reported + judgement.missing.len(), judgement.expected);
        prop_assert_eq!(judgement.expected, 161);
        match naive(&directory, &own, root) {
            None => prop_assert_eq!(judgement.verdict, Verdict::NoData),
            Some((numerator, denominator)) => {
                let figure = TargetFigure::Ratio {
                    numerator: numerator.into(),
                    denominator: denominator.into(),
                };
                prop_assert_eq!(judgement.figure, Some(figure));
                let met = numerator * 100 >= asked * denominator;
                let verdict = if met { Verdict::Met } else { Verdict::Behind };
                prop_assert_eq!(judgement.verdict, verdict);
            }
        }
    }

    #[test]
    fn a_share_counts_each_commune_once(
        reports in prop::collection::vec((0..162_usize, any::<bool>()), 0..200),
    ) {
        let share = Target {
            measure: Some(Measure::Share(AgencyLevel::Commune)),
            ..target(level(Comparison::AtLeast, "30", "%"))
        };
        let mut scene = Scene::new(&[], &["ubnd-cap-xa"], share);
        let directory = Directory::of(&scene.plan);
        let mut done = vec![None; directory.bodies().len()];
        for (body, yes) in reports {
            let is_commune = directory.bodies()[body].level == Some(AgencyLevel::Commune);
            if is_commune && done[body].is_none() {
                done[body] = Some(yes);
                let id = &directory.bodies()[body].id;
                scene = scene.row(id, PeriodPart::Half(1), Figure::Attested(yes));
            }
        }
        let judgement = scene.on(2022, 1);
        let satisfied = done.iter().filter(|done| **done == Some(true)).count();
        let reported = done.iter().flatten().count();
        prop_assert_eq!(judgement.reported, reported);
        if reported == 0 {
            prop_assert_eq!(judgement.verdict, Verdict::NoData);
        } else {
            let figure = TargetFigure::Share { satisfied, of: 152 };
            prop_assert_eq!(judgement.figure, Some(figure));
            let verdict = if satisfied >= 46 { Verdict::Met } else { Verdict::Missed };
            prop_assert_eq!(judgement.verdict, verdict);
        }
    }
}
