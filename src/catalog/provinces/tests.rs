use super::*;

fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

#[test]
fn every_line_is_read_and_63_became_34() {
    assert_eq!(PROVINCES.all.len(), lines().count());
    for on in [day(2011, 1, 1), day(2024, 12, 31), day(2025, 6, 30)] {
        assert_eq!(provinces_on(on).count(), 63);
    }
    assert_eq!(provinces_on(day(2025, 7, 1)).count(), 34);
    for old in provinces_on(day(2025, 6, 30)).filter(|province| province.to.is_some()) {
        assert!(old.successor().is_some(), "{}", old.name);
    }
}

#[test]
fn a_name_is_found_in_each_way_it_is_written() {
    for (name, expected) in [
        ("Lào Cai", "Tỉnh Lào Cai"),
        ("LAO CAI", "Tỉnh Lào Cai"),
        ("tỉnh Lào Cai", "Tỉnh Lào Cai"),
        ("TP.HCM", "Thành phố Hồ Chí Minh"),
        ("TP. Hồ Chí Minh", "Thành phố Hồ Chí Minh"),
        ("Bà Rịa-Vũng Tàu", "Tỉnh Bà Rịa - Vũng Tàu"),
        ("Hoà Bình", "Tỉnh Hòa Bình"),
        ("Thừa Thiên Huế", "Tỉnh Thừa Thiên Huế"),
    ] {
        let NamedProvince::There(found) = province(name, survey_day(2021)) else {
            panic!("{name}");
        };
        assert_eq!(found.name, expected);
    }
}

#[test]
fn a_merged_province_is_told_from_a_slip_of_the_pen() {
    let on = survey_day(2025);
    let NamedProvince::AtAnotherTime(old) = province("Yên Bái", on) else {
        panic!("Yên Bái was merged");
    };
    assert_eq!(old.successor().unwrap().name, "Tỉnh Lào Cai");
    assert_eq!(
        province("Lào Kai", on),
        NamedProvince::Unknown(Some("Lào Cai"))
    );
    assert_eq!(province("Atlantis", on), NamedProvince::Unknown(None));
}

#[test]
fn a_code_means_something_only_with_a_day() {
    let of = |code, on| provinces_on(on).find(|province| province.code == code);
    assert_eq!(of("15", survey_day(2024)).unwrap().short_name(), "Yên Bái");
    let new = of("15", survey_day(2025)).unwrap();
    assert_eq!(new.short_name(), "Lào Cai");
    let before: Vec<_> = new
        .predecessors()
        .iter()
        .map(|old| old.short_name())
        .collect();
    assert_eq!(before, ["Lào Cai", "Yên Bái"]);
}

#[test]
fn a_province_goes_on_or_is_merged_into_another() {
    let of = |name, year| match province(name, survey_day(year)) {
        NamedProvince::There(found) => found,
        other => panic!("{name}: {other:?}"),
    };
    let went = |name, from, to| counterpart(of(name, from), to);
    assert_eq!(
        went("Cao Bằng", 2024, 2025),
        Some(Counterpart::Same(of("Cao Bằng", 2025)))
    );
    assert_eq!(
        went("Huế", 2023, 2025),
        Some(Counterpart::Same(of("Huế", 2025)))
    );
    assert_eq!(
        went("Huế", 2025, 2023),
        Some(Counterpart::Same(of("Huế", 2023)))
    );
    assert_eq!(
        went("Yên Bái", 2024, 2025),
        Some(Counterpart::Merged(of("Lào Cai", 2025)))
    );
    assert_eq!(
        went("Lào Cai", 2025, 2024),
        Some(Counterpart::Merged(of("Lào Cai", 2024)))
    );
    assert_eq!(
        went("Lào Cai", 2020, 2021),
        Some(Counterpart::Same(of("Lào Cai", 2021)))
    );
}

#[test]
fn a_town_is_not_the_province_of_its_name() {
    let named = |words| province_named_at_end(words, survey_day(2021)).map(|found| found.name);
    assert_eq!(named("UBND tỉnh Lào Cai"), Some("Tỉnh Lào Cai"));
    assert_eq!(
        named("Ủy ban nhân dân thành phố Hà Nội"),
        Some("Thành phố Hà Nội")
    );
    assert_eq!(named("UBND thành phố Hưng Yên"), None);
    assert_eq!(named("Sở Nội vụ"), None);
}
