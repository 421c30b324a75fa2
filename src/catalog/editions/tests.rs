use super::*;

fn number(text: &str) -> DimensionNumber {
    DimensionNumber::parse(text).unwrap()
}

fn found(year: i32, spelling: &str) -> Option<String> {
    let editions = Editions::built_in();
    let dimension = editions.find(year, spelling)?;
    Some(dimension.number.to_string())
}

#[test]
fn every_line_of_the_built_in_editions_is_read() {
    let (editions, errors) = Editions::built_in().with(BUILT_IN);
    assert_eq!(errors, []);
    assert_eq!(editions, Editions::built_in());
}

#[test]
fn six_dimensions_became_eight_in_2018() {
    let editions = Editions::built_in();
    let subs = |year| {
        let dimensions = editions.dimensions_in(year);
        let subs = dimensions.map(|dimension| {
            editions
                .sub_dimensions_in(year, dimension.number.dimension)
                .count()
        });
        subs.sum::<usize>()
    };
    for (year, dimensions, sub_dimensions) in [
        (2011, 6, 22),
        (2016, 6, 22),
        (2017, 6, 22),
        (2018, 8, 28),
        (2021, 8, 29),
        (2022, 8, 29),
    ] {
        assert_eq!(editions.dimensions_in(year).count(), dimensions, "{year}");
        assert_eq!(subs(year), sub_dimensions, "{year}");
    }
    assert_eq!(editions.scale(2017, Scored::Total), Some((6, 60)));
    assert_eq!(editions.scale(2018, Scored::Total), Some((8, 80)));
    assert_eq!(editions.scale(2008, Scored::Total), None);
    assert_eq!(editions.scale(2017, Scored::Part(number("7"))), None);
}

#[test]
fn a_loose_name_finds_its_dimension() {
    for (spelling, expected) in [
        ("2", "2"),
        ("D2", "2"),
        ("d2.3", "2.3"),
        ("2.3", "2.3"),
        ("Chỉ số nội dung 2: Công khai minh bạch", "2"),
        ("Công khai minh bạch", "2"),
        ("công khai, minh bạch", "2"),
        (
            "CONG KHAI, MINH BACH TRONG VIEC RA QUYET DINH O DIA PHUONG",
            "2",
        ),
        ("Trách nhiệm giải trình với nhân dân", "3"),
        (
            "Chỉ số nội dung 3: Trách nhiệm giải trình với nhân dân",
            "3",
        ),
        ("nội dung “Trách nhiệm giải trình với người dân”", "3"),
        ("Thủ tục hành chính công", "5"),
        ("Nội dung thành phần 2.3: Thu, chi ngân sách cấp xã", "2.3"),
        ("Chất lượng không khí", "7.2"),
        ("E-Governance", "8"),
    ] {
        assert_eq!(
            found(2021, spelling).as_deref(),
            Some(expected),
            "{spelling}"
        );
    }
}

#[test]
fn a_name_that_means_several_or_none_finds_nothing() {
    for spelling in [
        "",
        "Chỉ số",
        "9",
        "2.9",
        "Chất lượng",
        "Cải cách hành chính",
        "Chỉ số nội dung 2: Trách nhiệm giải trình",
        "2021",
        "5 năm trước",
    ] {
        assert_eq!(found(2021, spelling), None, "{spelling}");
    }
    assert_eq!(found(2017, "Quản trị điện tử"), None);
}

#[test]
fn a_number_that_means_another_part_since_2018_is_not_the_same() {
    let editions = Editions::built_in();
    assert_eq!(
        editions.dimension(2017, number("2.1")).unwrap().name.vi,
        "Danh sách hộ nghèo"
    );
    assert_eq!(
        editions.dimension(2018, number("2.1")).unwrap().name.vi,
        "Tiếp cận thông tin"
    );
    assert!(!editions.is_same_part(2017, 2018, number("2.1")));
    assert!(editions.is_same_part(2018, 2024, number("2.1")));
    assert!(!editions.is_same_part(2017, 2018, number("7")));
}

#[test]
fn totals_break_in_2018_and_three_dimensions_in_2016() {
    let editions = Editions::built_in();
    let year = |one, other, scored| editions.break_between(one, other, scored).map(|at| at.year);
    assert_eq!(year(2017, 2018, Scored::Total), Some(2018));
    assert_eq!(year(2020, 2015, Scored::Total), Some(2018));
    assert_eq!(year(2018, 2024, Scored::Total), None);
    assert_eq!(year(2015, 2016, Scored::Part(number("3"))), Some(2016));
    assert_eq!(year(2015, 2016, Scored::Part(number("3.1"))), Some(2016));
    assert_eq!(year(2015, 2016, Scored::Part(number("2"))), None);
}

#[test]
fn the_results_of_a_year_come_out_in_the_next() {
    let editions = Editions::built_in();
    for year in &editions.years {
        if let Some(day) = year.published {
            assert_eq!(chrono::Datelike::year(&day), year.year + 1);
        }
        let missing = year.missing.len();
        assert!(
            missing == 0 || year.ranked == Some(63 - missing),
            "{}",
            year.year
        );
    }
    assert_eq!(
        editions.year(2021).unwrap().missing,
        ["Bắc Giang", "Bắc Ninh", "Quảng Ninh"]
    );
}

#[test]
fn a_file_adds_a_later_edition() {
    let text = "[9]\nfrom = 2026\nvi = Chuyển đổi số\nen = Digital Transformation\n\
                [8]\nfrom = 2026\nvi = Quản trị số\nen = Digital Governance\n\
                [break 2026]\ntotal\ndimensions = 8\nvi = thêm chỉ số 9\nen = a ninth dimension\n\
                [year 2026]\npublished = 2027-04-20\nranked = 34\n";
    let (editions, errors) = Editions::built_in().with(text);
    assert_eq!(errors, []);
    assert_eq!(editions.dimensions_in(2025).count(), 8);
    assert_eq!(editions.dimensions_in(2026).count(), 9);
    assert_eq!(
        editions.dimension(2025, number("8")).unwrap().name.vi,
        "Quản trị điện tử"
    );
    assert_eq!(
        editions.dimension(2026, number("8")).unwrap().name.vi,
        "Quản trị số"
    );
    assert_eq!(
        editions
            .break_between(2025, 2026, Scored::Total)
            .unwrap()
            .year,
        2026
    );
    assert_eq!(
        editions.published(2026),
        NaiveDate::from_ymd_opt(2027, 4, 20)
    );
}

#[test]
fn what_is_wrong_in_a_file_is_told_by_line() {
    let text = "x = 1\n[9]\nfrom = 2026\nvi = Chín\n\n[year 20x]\n[year 2026]\npublished = 31/4/2027\nrankd = 34\n";
    let (editions, errors) = Editions::built_in().with(text);
    let lines: Vec<_> = errors.iter().map(|error| error.line).collect();
    assert_eq!(lines, [1, 2, 6, 8, 9]);
    assert_eq!(editions.dimensions_in(2026).count(), 8);
}
