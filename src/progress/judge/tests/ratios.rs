use super::super::scene::*;
use super::super::*;
use crate::model::*;
use crate::progress::*;

pub(super) fn ninety() -> Target {
    Target {
        measure: Some(Measure::Ratio),
        ..target(level(Comparison::AtLeast, "54.6", "%"))
    }
}

#[test]
fn two_of_two_and_ten_of_twenty_are_twelve_of_22() {
    let scene = Scene::of_districts(ninety())
        .h1("082", ratio(2, 2))
        .h1("083", ratio(10, 20));
    let judgement = scene.on(2021, 7);
    let figure = TargetFigure::Ratio {
        numerator: 12.into(),
        denominator: 22.into(),
    };
    assert_eq!(
        (judgement.verdict, judgement.figure),
        (Verdict::Behind, Some(figure))
    );
    let formula = judgement.explanation.formula.unwrap();
    assert_eq!(formula.vi, "12 ÷ 22 = 54,55 % < 54,6 %");
    assert_eq!(formula.en, "12 ÷ 22 = 54.55 % < 54.6 %");
    assert_eq!((judgement.reported, judgement.expected), (2, 9));
}

#[test]
fn a_hundred_and_thirty_of_100_are_130_per_cent() {
    let judgement = Scene::of_districts(ninety())
        .h1("082", ratio(130, 100))
        .on(2021, 7);
    assert_eq!(judgement.verdict, Verdict::Met);
    let formula = judgement.explanation.formula.unwrap();
    assert_eq!(formula.vi, "130 ÷ 100 = 130 % > 54,6 %");
}

#[test]
fn an_own_row_stands_for_the_members_and_a_disagreement_is_told() {
    let scene = Scene::of_districts(ninety())
        .h1("082", ratio(10, 20))
        .h1("02683", ratio(11, 11));
    let judgement = scene.on(2021, 7);
    let figure = TargetFigure::Ratio {
        numerator: 10.into(),
        denominator: 20.into(),
    };
    assert_eq!(judgement.figure, Some(figure));
    assert_eq!(judgement.explanation.disagreements.len(), 1);
    assert_eq!(
        judgement.explanation.left_out[0].why,
        WhyLeftOut::StandsBelow
    );
    let lead = scene.h1("so-ldtbxh", ratio(90, 100)).on(2021, 7);
    assert_eq!(lead.verdict, Verdict::Met);
    assert_eq!((lead.reported, lead.expected), (9, 9));
}

#[test]
fn who_has_nothing_to_do_with_a_target_does_not_count() {
    let judgement = Scene::of_districts(ninety())
        .h1("so-noi-vu", ratio(1, 1))
        .on(2021, 7);
    assert_eq!(judgement.verdict, Verdict::NoData);
    assert_eq!(
        judgement.explanation.left_out[0].why,
        WhyLeftOut::NotAssigned
    );
}

#[test]
fn percentages_without_parts_are_compared_agency_by_agency_only() {
    let percent = |text| Figure::Percent(number(text));
    let scene = Scene::of_districts(ninety())
        .h1("082", percent("100"))
        .h1("083", percent("50"));
    let judgement = scene.on(2021, 7);
    assert_eq!(
        judgement.verdict,
        Verdict::NotMeasurable(Reason::WithoutParts)
    );
    let figure = TargetFigure::EachAgency {
        satisfied: 1,
        compared: 2,
    };
    assert_eq!(judgement.figure, Some(figure));
    let lead = Scene::of_districts(ninety()).h1("so-ldtbxh", Figure::Number(number("54.6")));
    assert_eq!(lead.july(), Verdict::Met);
}

#[test]
fn monthly_percentages_are_refused_until_the_plan_says_how() {
    let scene = |combine, second| {
        let target = Target {
            combine,
            ..ninety()
        };
        Scene::of_districts(target)
            .row(
                "so-ldtbxh",
                PeriodPart::Month(1),
                Figure::Percent(number("20")),
            )
            .row(
                "so-ldtbxh",
                PeriodPart::Month(2),
                Figure::Percent(number(second)),
            )
            .july()
    };
    let refused = Verdict::NotMeasurable(Reason::WithoutParts);
    assert_eq!(scene(None, "90"), refused);
    assert_eq!(scene(None, "30"), Verdict::Behind);
    assert_eq!(scene(Some(Combine::Sum), "90"), refused);
    assert_eq!(scene(Some(Combine::Latest), "90"), Verdict::Met);
}

#[test]
fn a_state_takes_the_latest_report_and_counts_add_up_over_the_widest_spans() {
    let counted = Target {
        measure: Some(Measure::Count),
        ..target(level(Comparison::AtLeast, "12", "sản phẩm"))
    };
    let rows = |scene: Scene| {
        scene
            .row("082", PeriodPart::Quarter(1), count(3))
            .row("082", PeriodPart::Half(1), count(7))
            .row("082", PeriodPart::Quarter(3), count(4))
            .row("083", PeriodPart::Quarter(1), count(1))
    };
    let judgement = rows(Scene::of_districts(counted.clone())).on(2021, 11);
    assert_eq!(judgement.figure, Some(TargetFigure::Number(12.into())));
    assert_eq!(judgement.verdict, Verdict::Met);
    assert_eq!(judgement.explanation.inputs.len(), 3);
    let latest = Target {
        combine: Some(Combine::Latest),
        ..counted
    };
    let judgement = rows(Scene::of_districts(latest)).on(2021, 11);
    assert_eq!(judgement.figure, Some(TargetFigure::Number(5.into())));
}

#[test]
fn nothing_of_nothing_is_not_measurable() {
    let scene = Scene::of_districts(ninety()).h1("082", ratio(0, 0));
    assert_eq!(scene.july(), Verdict::NotMeasurable(Reason::NothingCounted));
}
