use super::super::scene::*;
use super::super::*;
use super::ratios::ninety;
use crate::model::*;
use crate::progress::fixtures::{at, words};
use crate::progress::*;

fn yearly(value: i64) -> BoundKind {
    BoundKind::Frequency(Frequency {
        comparison: Comparison::AtLeast,
        value: value.into(),
        unit: Some("đợt".to_owned()),
        per: Every::Year,
    })
}
#[test]
fn nothing_is_zero_unless_it_was_reported() {
    let none = || Scene::of_districts(target(BoundKind::Zero));
    assert_eq!(none().july(), Verdict::NoData);
    assert_eq!(
        none().h1("082", count(0)).july(),
        Verdict::NotMeasurable(Reason::Silence)
    );
    assert_eq!(none().h1("082", count(1)).july(), Verdict::Behind);
    let judgement = none().h1("so-ldtbxh", count(0)).on(2022, 2);
    assert_eq!(judgement.verdict, Verdict::Met);
}

#[test]
fn a_target_of_nought_and_lower_is_better_without_a_figure_is_no_data() {
    let lower = Target {
        lower_is_better: true,
        ..target(level(Comparison::AtMost, "0", "%"))
    };
    assert_eq!(Scene::of_districts(lower.clone()).july(), Verdict::NoData);
    let met = Scene::of_districts(lower.clone()).h1("so-ldtbxh", ratio(0, 7));
    assert_eq!(met.july(), Verdict::Met);
    let short = Scene::of_districts(lower).h1("so-ldtbxh", ratio(1, 100_000));
    assert_eq!(short.july(), Verdict::Behind);
}

#[test]
fn a_frequency_counts_over_the_year() {
    let scene = || Scene::new(&["so-ldtbxh"], &["co-quan-lq"], target(yearly(2)));
    assert_eq!(scene().july(), Verdict::NoData);
    let once = scene().h1("so-ldtbxh", count(1));
    assert_eq!(once.july(), Verdict::Behind);
    assert_eq!(once.on(2022, 1).verdict, Verdict::Missed);
    let twice = once.row("so-ldtbxh", PeriodPart::Quarter(3), count(1));
    assert_eq!(twice.july(), Verdict::Met);
}

#[test]
fn each_of_several_agencies_must_reach_a_frequency() {
    let scene = Scene::new(&["ubnd-cap-huyen"], &["ubnd-cap-huyen"], target(yearly(1)));
    let ids: Vec<String> = {
        let directory = Directory::of(&scene.plan);
        let districts = directory.of_level(AgencyLevel::District).iter();
        districts
            .map(|&at| directory.bodies()[at].id.clone())
            .collect()
    };
    let eight = ids[1..]
        .iter()
        .fold(scene, |scene, id| scene.h1(id, count(1)));
    let judgement = eight.on(2021, 7);
    assert_eq!(judgement.verdict, Verdict::Behind);
    assert_eq!(
        judgement.figure,
        Some(TargetFigure::Share {
            satisfied: 8,
            of: 9
        })
    );
    assert_eq!(eight.h1(&ids[0], count(3)).july(), Verdict::Met);
}

#[test]
fn a_quarter_is_what_six_months_have_beyond_the_first() {
    let quarterly = BoundKind::Frequency(Frequency {
        comparison: Comparison::AtLeast,
        value: 1.into(),
        unit: None,
        per: Every::Quarter,
    });
    let scene = Scene::new(&["so-ldtbxh"], &[], target(quarterly));
    let h1 = scene.h1("so-ldtbxh", count(2));
    assert_eq!(h1.july(), Verdict::NotMeasurable(Reason::PeriodsTooWide));
    let both = |first| {
        let mut scene = Scene::new(
            &["so-ldtbxh"],
            &[],
            h1.plan.sections[0].tasks[0].targets[0].clone(),
        );
        scene.rows.clone_from(&h1.rows);
        scene
            .row("so-ldtbxh", PeriodPart::Quarter(1), count(first))
            .july()
    };
    assert_eq!(both(1), Verdict::Met);
    assert_eq!(both(2), Verdict::Behind);
}

#[test]
fn what_is_attested_has_no_verdict_of_its_own_and_needs_evidence() {
    let scene = || Scene::new(&["so-ldtbxh"], &[], target(BoundKind::Qualitative));
    let attested = Verdict::Attested;
    assert_eq!(scene().july(), Verdict::NoData);
    let yes = scene().h1("so-ldtbxh", Figure::Attested(true));
    assert_eq!(yes.july(), attested(Attestation::WithoutEvidence));
    assert_eq!(yes.with_evidence().july(), attested(Attestation::Yes));
    let no = scene().h1("so-ldtbxh", Figure::Attested(false));
    assert_eq!(no.july(), attested(Attestation::No));
    let figure = scene().h1("so-ldtbxh", count(7));
    assert_eq!(figure.july(), Verdict::NotMeasurable(Reason::NotAttested));
    let districts = Scene::of_districts(target(BoundKind::Qualitative))
        .h1("082", Figure::Attested(true))
        .with_evidence();
    assert_eq!(districts.july(), attested(Attestation::Partly));
}

#[test]
fn a_change_needs_a_baseline_with_a_source() {
    let change = |baseline| Target {
        baseline,
        ..target(BoundKind::Change(Change {
            comparison: Comparison::AtLeast,
            value: 20.into(),
            unit: "%".to_owned(),
            baseline: Baseline::Year(2020),
            downward: false,
        }))
    };
    let given = |source: Option<&str>| {
        Some(BaselineFigure {
            of: Baseline::Year(2020),
            value: Some(at(number("50"))),
            band: None,
            source: source.map(words),
        })
    };
    let reported = |baseline, figure| {
        Scene::of_districts(change(baseline))
            .h1("so-ldtbxh", figure)
            .july()
    };
    let none = Verdict::NotMeasurable(Reason::NoBaseline);
    assert_eq!(reported(None, count(60)), none);
    assert_eq!(reported(given(None), count(60)), none);
    assert_eq!(
        reported(given(Some("Báo cáo 2020")), count(60)),
        Verdict::Met
    );
    assert_eq!(
        reported(given(Some("Báo cáo 2020")), count(59)),
        Verdict::Behind
    );
    let percent = |text| Figure::Percent(number(text));
    let either = Verdict::NotMeasurable(Reason::PointsOrProportion);
    assert_eq!(reported(given(Some("Báo cáo 2020")), percent("60")), either);
    assert_eq!(
        reported(given(Some("Báo cáo 2020")), percent("70")),
        Verdict::Met
    );
}

#[test]
fn a_year_is_held_against_the_one_before() {
    let higher = target(BoundKind::Change(Change {
        comparison: Comparison::MoreThan,
        value: 0.into(),
        unit: String::new(),
        baseline: Baseline::Previous,
        downward: false,
    }));
    let mut scene = Scene::of_districts(higher);
    scene.plan.head.years.to = 2023;
    let scene = scene.in_year(2021, "so-ldtbxh", count(4));
    assert_eq!(scene.july(), Verdict::NotMeasurable(Reason::NoBaseline));
    let scene = scene.in_year(2022, "so-ldtbxh", count(5));
    assert_eq!(scene.on(2023, 1).verdict, Verdict::Met);
    let scene = scene.in_year(2023, "so-ldtbxh", count(5));
    assert_eq!(scene.on(2024, 1).verdict, Verdict::Missed);
}

#[test]
fn the_index_waits_for_its_results() {
    let rank = BoundKind::Rank(Rank {
        at_most: 10,
        scope: None,
    });
    let scene = Scene::of_districts(target(rank)).h1("so-ldtbxh", count(3));
    assert_eq!(scene.on(2022, 3).verdict, Verdict::NotYetPublished);
    assert_eq!(scene.on(2022, 6).verdict, Verdict::NoData);
    let band = Scene::of_districts(target(BoundKind::Band(Band::Highest)));
    assert_eq!(band.july(), Verdict::NotYetPublished);
}

#[test]
fn a_range_is_judged_by_its_lower_end_and_about_not_at_all() {
    let range = |lower_is_better| Target {
        lower_is_better,
        ..target(BoundKind::Level(Level {
            comparison: Comparison::Between,
            value: 40.into(),
            upper: Some(50.into()),
            unit: "tổ chức".to_owned(),
            out_of: None,
        }))
    };
    let reported = |target, number| {
        Scene::of_districts(target)
            .h1("so-ldtbxh", count(number))
            .july()
    };
    assert_eq!(reported(range(false), 40), Verdict::Met);
    assert_eq!(reported(range(false), 39), Verdict::Behind);
    assert_eq!(reported(range(false), 60), Verdict::Met);
    assert_eq!(reported(range(true), 50), Verdict::Met);
    assert_eq!(reported(range(true), 51), Verdict::Behind);
    let about = target(level(Comparison::About, "91", "triệu đồng"));
    assert_eq!(reported(about, 91), Verdict::NotMeasurable(Reason::About));
}

#[test]
fn milestones_are_judged_each_in_its_year() {
    let mut milestones = target(level(Comparison::AtLeast, "30", "%"));
    milestones.bounds[0].by = Some(2022);
    let mut second = Bound::new(level(Comparison::AtLeast, "60", "%"));
    second.by = Some(2025);
    second.stretch = true;
    milestones.bounds.push(second);
    let mut scene = Scene::of_districts(milestones);
    scene.plan.head.years.to = 2025;
    let scene = scene.in_year(2021, "so-ldtbxh", ratio(31, 100));
    let first = scene.on(2022, 2);
    assert_eq!(first.verdict, Verdict::Met);
    assert_eq!(
        (first.bounds[1].verdict, first.bounds[1].counts),
        (Verdict::Behind, false)
    );
    let second = scene.on(2023, 1);
    assert_eq!((second.verdict, second.stretch), (Verdict::Behind, true));
    assert_eq!(scene.on(2026, 1).verdict, Verdict::Missed);
}

#[test]
fn words_that_were_not_understood_keep_a_target_from_being_met() {
    let mut half = ninety();
    half.unread.push(words("cơ bản"));
    let scene = Scene::of_districts(half).h1("so-ldtbxh", ratio(9, 10));
    assert_eq!(scene.july(), Verdict::NotMeasurable(Reason::Unread));
}
