use super::*;

#[test]
fn a_place_that_is_given_counts_and_is_compared_with_the_one_counted() {
    let mut book = book();
    let mut given = score("Tỉnh Lào Cai", 2021, 1);
    given.rank = Some(48);
    given.ranked = Some(60);
    book.complete(given);
    let top = target(BoundKind::Rank(Rank {
        at_most: 48,
        scope: None,
    }));
    let judged = of("Lào Cai", 2021, after()).judge_with(&top, &book);
    assert_eq!(judged.verdict, IndexVerdict::Met);
    assert_eq!(rank_of(judged.figure), (48, Some(60), Basis::Given));
    assert!(
        judged.explanation[2]
            .vi
            .contains("thứ 48, nhưng tính từ điểm công bố là thứ 49")
    );
    // Only one year is given, so both are counted.
    let judged = of("Lào Cai", 2021, after()).judge_with(&target(FIVE_PLACES()), &book);
    assert_eq!(rank_of(judged.figure).0, 49);
    let mut known = target(FIVE_PLACES());
    known.baseline = Some(BaselineFigure {
        of: Baseline::Year(2020),
        value: Some(at(27.into())),
        band: None,
        source: Some(words("Báo Lào Cai")),
    });
    let judged = of("Lào Cai", 2021, after()).judge_with(&known, &book);
    assert_eq!(rank_of(judged.baseline), (27, None, Basis::Plan));
    assert_eq!(judged.short_by, Some(26.into()));
}

#[test]
fn a_band_is_taken_as_published_and_never_computed() {
    let highest = target(BoundKind::Band(Band::Highest));
    let judged = of("Hưng Yên", 2021, after()).judge(&highest);
    assert_eq!(judged.verdict, IndexVerdict::NoData(NoData::Band(2021)));
    let mut book = book();
    let mut published = score("Tỉnh Hưng Yên", 2021, 1);
    published.bands.insert(Scored::Total, Band::UpperMiddle);
    book.complete(published);
    let judged = of("Hưng Yên", 2021, after()).judge_with(&highest, &book);
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    let upper = target(BoundKind::Band(Band::UpperMiddle));
    let judged = of("Hưng Yên", 2021, after()).judge_with(&upper, &book);
    assert_eq!(judged.verdict, IndexVerdict::Met);
}

#[test]
fn to_hold_is_not_to_be_worse_than_the_year_before_the_plan() {
    let mut hold = target(BoundKind::Hold);
    let judged = of("Lào Cai", 2021, after()).judge(&hold);
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    assert_eq!(rank_of(judged.baseline).0, 28);
    hold.measure = Some(Measure::Score);
    let judged = of("Hưng Yên", 2021, after()).judge(&hold);
    assert_eq!(judged.verdict, IndexVerdict::Met);
}

#[test]
fn a_merged_province_is_not_compared_with_what_it_was() {
    let rise = |unit| target(up(1, unit, Baseline::Previous));
    let on = day(2026, 6, 1);
    let mut book = book();
    for (name, year) in [
        ("Tỉnh Lào Cai", 2025),
        ("Tỉnh Cao Bằng", 2025),
        ("Tỉnh Cao Bằng", 2024),
    ] {
        let mut published = score(name, year, 1);
        published.scores.insert(Scored::Total, 43.into());
        book.complete(published);
    }
    let judged = of("Lào Cai", 2025, on).judge_with(&rise("điểm"), &book);
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotComparable(NotComparable::Merged)
    );
    let judged = of("Cao Bằng", 2025, on).judge_with(&rise("điểm"), &book);
    assert_eq!(judged.verdict, IndexVerdict::Missed);
    let judged = of("Cao Bằng", 2025, on).judge_with(&rise("bậc"), &book);
    assert_eq!(
        judged.verdict,
        IndexVerdict::NotComparable(NotComparable::Reorganised)
    );
}

#[test]
fn a_year_without_a_known_day_is_out_when_it_is_over_and_has_scores() {
    let editions = Editions::built_in();
    let mut book = ScoreBook::default();
    let released = |book: &ScoreBook, year, as_of| {
        let released = Released {
            editions: &editions,
            book,
            province: None,
            as_of,
        };
        released.release(year)
    };
    assert_eq!(
        released(&book, 2025, day(2025, 12, 31)),
        Release::NotYet(None)
    );
    assert_eq!(
        released(&book, 2025, day(2026, 3, 31)),
        Release::NotYet(None)
    );
    assert_eq!(released(&book, 2025, day(2026, 4, 1)), Release::Unknown);
    let mut published = score("Tỉnh Lào Cai", 2025, 1);
    book.complete(published.clone());
    assert_eq!(released(&book, 2025, day(2026, 1, 1)), Release::Out(None));
    published.published = NaiveDate::from_ymd_opt(2026, 4, 20);
    book.complete(published);
    assert_eq!(
        released(&book, 2025, day(2026, 1, 1)),
        Release::NotYet(NaiveDate::from_ymd_opt(2026, 4, 20))
    );
}

#[test]
fn a_target_on_something_else_is_left_to_others() {
    let editions = Editions::built_in();
    let book = ScoreBook::default();
    let released = Released {
        editions: &editions,
        book: &book,
        province: None,
        as_of: after(),
    };
    let judge = |target: &Target, title: &str| {
        let about = About {
            title,
            dimensions: &[],
        };
        judge_target(
            target,
            &about,
            Years {
                from: 2021,
                to: 2021,
            },
            &released,
        )
    };
    assert!(judge(&target(BoundKind::Zero), "PAPI").is_empty());
    assert!(judge(&target(BoundKind::Qualitative), "PAPI").is_empty());
    let rank = target(BoundKind::Rank(Rank {
        at_most: 10,
        scope: None,
    }));
    assert!(judge(&rank, "Chỉ số cải cách hành chính (PAR Index)").is_empty());
    let judged = judge(&rank, "Chỉ số PAPI");
    assert_eq!(judged[0].verdict, IndexVerdict::NoData(NoData::Province));
}

#[test]
fn the_province_of_a_plan_is_said_and_not_guessed() {
    let mut plan = lao_cai();
    let name = |plan: &Plan, named| province_of(plan, named).map(|found| found.name);
    assert_eq!(name(&plan, None), Some("Tỉnh Lào Cai"));
    assert_eq!(name(&plan, Some("hưng yên")), Some("Tỉnh Hưng Yên"));
    assert_eq!(name(&plan, Some("Atlantis")), None);
    plan.localities.clear();
    assert_eq!(name(&plan, None), None);
    plan.head.issuer = Some(words("UBND tỉnh Lào Cai"));
    assert_eq!(name(&plan, None), Some("Tỉnh Lào Cai"));
    plan.head.issuer = Some(words("UBND thành phố Hưng Yên"));
    assert_eq!(name(&plan, None), None);
}
