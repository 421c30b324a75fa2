use super::super::scene::*;
use super::super::*;
use crate::model::*;
use crate::progress::*;

fn of_communes() -> Target {
    Target {
        measure: Some(Measure::Share(AgencyLevel::Commune)),
        ..target(level(Comparison::AtLeast, "30", "%"))
    }
}

#[test]
fn forty_six_of_152_communes_are_thirty_per_cent_and_forty_five_are_not() {
    let met = Scene::of_districts(of_communes()).districts([6, 5, 5, 5, 5, 5, 5, 5, 5]);
    let judgement = met.on(2021, 7);
    assert_eq!(judgement.verdict, Verdict::Met);
    let figure = TargetFigure::Share {
        satisfied: 46,
        of: 152,
    };
    assert_eq!(judgement.figure, Some(figure));
    let formula = judgement.explanation.formula.unwrap();
    assert_eq!(formula.vi, "46 ÷ 152 cơ quan, đơn vị = 30,26 % > 30 %");
    assert_eq!((judgement.reported, judgement.expected), (152, 152));

    let short = Scene::of_districts(of_communes()).districts([5; 9]);
    assert_eq!(short.july(), Verdict::Behind);
    assert_eq!(short.on(2021, 12).verdict, Verdict::Behind);
    assert_eq!(short.on(2022, 1).verdict, Verdict::Missed);
}

#[test]
fn a_district_that_sent_nothing_leaves_its_communes_uninspected() {
    let mut scene = Scene::of_districts(of_communes()).districts([6, 5, 5, 5, 5, 5, 5, 5, 5]);
    scene.rows.pop();
    let judgement = scene.on(2021, 7);
    let figure = TargetFigure::Share {
        satisfied: 41,
        of: 152,
    };
    assert_eq!(
        (judgement.verdict, judgement.figure),
        (Verdict::Behind, Some(figure))
    );
    assert_eq!(judgement.reported + judgement.missing.len(), 152);
    assert!(judgement.reported < 152);
}

#[test]
fn communes_count_by_their_own_rows_where_the_district_is_silent() {
    let scene = Scene::of_districts(of_communes())
        .h1("082", ratio(3, 21))
        .h1("02635", Figure::Attested(true))
        .h1("02641", count(0));
    let judgement = scene.on(2021, 7);
    let figure = TargetFigure::Share {
        satisfied: 4,
        of: 152,
    };
    assert_eq!(judgement.figure, Some(figure));
}

#[test]
fn a_denominator_that_is_not_the_registrys_is_told() {
    let judgement = Scene::of_districts(of_communes())
        .h1("082", ratio(3, 20))
        .on(2021, 7);
    let told = matches!(
        judgement.explanation.disagreements[..],
        [Disagreement::AgainstRegistry { registry: 21, .. }]
    );
    assert!(told, "{:?}", judgement.explanation);
}

#[test]
fn more_communes_than_a_district_has_count_for_nothing() {
    let judgement = Scene::of_districts(of_communes())
        .h1("082", ratio(60, 60))
        .on(2021, 7);
    assert_eq!(judgement.verdict, Verdict::NotMeasurable(Reason::WrongKind));
    let why = judgement.explanation.left_out[0].why;
    assert_eq!(why, WhyLeftOut::MoreThanRegistry);
}

#[test]
fn silence_is_no_success_where_few_are_allowed() {
    let few = Target {
        measure: Some(Measure::Share(AgencyLevel::District)),
        ..target(level(Comparison::AtMost, "50", "%"))
    };
    let some = Scene::of_districts(few.clone()).h1("082", Figure::Attested(false));
    assert_eq!(some.july(), Verdict::NotMeasurable(Reason::Silence));
    let province = Scene::of_districts(few).h1("10", ratio(4, 9));
    assert_eq!(province.july(), Verdict::Met);
}

#[test]
fn a_number_of_communes_is_no_percentage_of_them() {
    let hundred = Target {
        measure: Some(Measure::Share(AgencyLevel::Commune)),
        ..target(level(Comparison::AtLeast, "45", "xã"))
    };
    let scene = Scene::of_districts(hundred).districts([5; 9]);
    let judgement = scene.on(2021, 7);
    let figure = TargetFigure::Number(45.into());
    assert_eq!(
        (judgement.verdict, judgement.figure),
        (Verdict::Met, Some(figure))
    );
}
