//! Single cells.

use super::*;

#[test]
fn values_are_read_in_every_form() {
    for (value, figure) in [
        ("97,5%", Figure::Percent(number("97.5"))),
        ("97,5 %", Figure::Percent(number("97.5"))),
        ("97,5", Figure::Number(number("97.5"))),
        ("130", Figure::Number(130.into())),
        ("-0", Figure::Number(0.into())),
        ("Có", Figure::Attested(true)),
        ("x", Figure::Attested(true)),
        ("Đạt", Figure::Attested(true)),
        ("không đạt", Figure::Attested(false)),
        ("", Figure::None),
    ] {
        let seen = rows(&format!("III.4;082;2021-H1;;;{value};;;\n"));
        assert_eq!(seen.told, [], "{value}");
        assert_eq!(seen.counted[0].2, figure, "{value}");
    }
}

#[test]
fn periods_are_read_as_codes_and_as_words() {
    for period in ["2021-H1", "6 tháng đầu năm 2021", "6 tháng", "6 THÁNG/2021"] {
        let seen = rows(&format!("III.4;082;{period};1;2;;;;\n"));
        assert_eq!((seen.told.len(), seen.counted.len()), (0, 1), "{period}");
    }
}

#[test]
fn each_bad_cell_is_told_at_its_place() {
    for (row, rule, column) in [
        ("IX.9;082;2021-H1;1;2;;;;", "unknown-item", "A"),
        (
            "II.3;UBND huyện Bắc Hà Nội;2021-H1;1;2;;;;",
            "unknown-agency",
            "B",
        ),
        ("II.3;;2021-H1;1;2;;;;", "unknown-agency", "B"),
        ("II.3;082;2021-Q5;1;2;;;;", "unknown-period", "C"),
        ("II.3;082;20x;1;2;;;;", "unknown-period", "C"),
        ("II.3;082;2021-H1;1;;;;;", "half-ratio", "E"),
        ("II.3;082;2021-H1;;2;;;;", "half-ratio", "D"),
        ("II.3;082;2021-H1;1/2;2;;;;", "bad-cell", "D"),
        ("II.3;082;2021-H1;1;NaN;;;;", "bad-cell", "E"),
        ("II.3;082;2021-H1;-1;2;;;;", "bad-cell", "D"),
        ("II.3;082;2021-H1;;;1e9;;;", "bad-cell", "F"),
        ("III.4;082;2021-H1;;;45.366;;;", "bad-cell", "F"),
        ("III.4;082;2021-H1;;;0,975;;;", "bad-cell", "F"),
        (
            "II.3;082;2021-H1;22;21;;;;",
            "numerator-above-denominator",
            "D",
        ),
        (
            "III.4;082;2021-H1;1;0;;;;",
            "numerator-above-denominator",
            "D",
        ),
        (
            "II.3;082;2021-H1;1;2;;06/07/2021;;",
            "result-in-future",
            "G",
        ),
        ("082;II.3;2021-H1;1;2;;;;", "unknown-item", "A"),
        ("II.3;082;2021-H1;1;2;;;;;;thừa", "bad-cell", "K"),
    ] {
        assert_eq!(told_as(row), [(rule, 2, column.to_owned())], "{row}");
    }
    assert_eq!(
        told_as(&format!("II.3;082;2021-H1;1;{};;;;", "9".repeat(400))).len(),
        1
    );
    let several = told_as("IX.9;nobody;2022;x;1;;31/6/2021;;");
    let columns: String = several.iter().map(|told| told.2.as_str()).collect();
    assert_eq!(columns, "ABCDG");
}

#[test]
fn more_than_planned_counts_and_is_told() {
    let seen = rows("III.4;082;2021-H1;130;100;;;;");
    assert_eq!(seen.told[0].severity, Severity::Warning);
    assert_eq!(seen.counted[0].2, ratio(130, 100));
}

#[test]
fn a_bad_day_costs_the_day_only() {
    let seen = rows("III.4;082;2021-H1;1;2;;31/06/2021;;");
    assert_eq!(seen.rules(), [("bad-cell", 2, "G".to_owned())]);
    assert_eq!(seen.counted.len(), 1);
}
