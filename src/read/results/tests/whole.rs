//! Rows and columns.

use super::*;

#[test]
fn rows_for_the_same_are_a_correction_a_repetition_or_a_contradiction() {
    let both = |first: &str, second: &str| {
        let seen = rows(&format!(
            "II.3;082;2021-H1;{first};;\nII.3;UBND huyện Bát Xát;2021-H1;{second};;\n"
        ));
        let told = &seen.told[0];
        assert_eq!(seen.told.len(), 1);
        let other = told.others[0].0.line_column().map(|(row, _)| row);
        assert_eq!(
            (told.place.line_column().map(|at| at.0), other),
            (Some(3), Some(2))
        );
        (told.rule, told.severity, seen.counted[0].2)
    };
    let (one, two) = (ratio(1, 21), ratio(2, 21));
    let corrected = both("1;21;;18/06/2021", "2;21;;20/06/2021");
    assert_eq!(corrected, ("corrected-result", Severity::Note, two));
    let earlier = both("1;21;;18/06/2021", "2;21;;17/06/2021");
    assert_eq!(earlier, ("corrected-result", Severity::Note, one));
    let conflict = both("1;21;;18/06/2021", "2;21;;18/06/2021");
    assert_eq!(conflict, ("duplicate-result", Severity::Error, one));
    assert_eq!(both("1;21;;", "2;21;;").0, "duplicate-result");
    assert_eq!(both("1;21;;", "1;21,0;;").0, "repeated-result");
}

#[test]
fn a_figure_on_a_task_of_several_targets_counts_for_none() {
    let seen = rows("V.6;082;2021-H1;1;2;;;;");
    assert_eq!(seen.rules(), [("unknown-item", 2, "A".to_owned())]);
}

#[test]
fn titles_totals_and_repeated_heads_are_passed_over() {
    let seen = rows(
        "II. Công khai, minh bạch;;;;;;;;\n\
         II.3;082;2021-H1;5;21;;;;\n\
         Mã;Đơn vị;Kỳ;Mẫu số;Tử số;Kết quả;Ngày báo cáo;Minh chứng;Ghi chú\n\
         II.3;083;2021-H1;16;4;;;;\n\
         Tổng cộng;;;9;37;;;;\n",
    );
    let rules: Vec<_> = seen
        .told
        .iter()
        .map(|told| (told.rule, told.severity))
        .collect();
    let stray = ("stray-row", Severity::Note);
    assert_eq!(rules, [stray, stray]);
    assert_eq!(seen.counted[1].2, ratio(4, 16));
}

#[test]
fn columns_that_are_missing_unknown_or_there_twice_are_told() {
    let told = |head: &str| read(format!("{head}\n").as_bytes()).rules();
    assert_eq!(
        told("Mã,Kỳ,Kết quả"),
        [("missing-column", 1, String::new())]
    );
    assert_eq!(told("a,b\n1,2"), [("missing-column", 0, String::new())]);
    let slip = told("Mã,Đơn vị,Kỳ,Tử sốo,Mẫu số");
    assert_eq!(slip[0], ("unknown-column", 1, "D".to_owned()));
    let twice = told("Mã,Đơn vị,Kỳ,Kết quả,Giá trị");
    assert_eq!(twice, [("unknown-column", 1, "E".to_owned())]);
    assert_eq!(told("STT,Mã,Mã đơn vị,Tên đơn vị,Kỳ,Kết quả,,"), []);
}

#[test]
fn a_decimal_that_a_comma_has_cut_is_told() {
    let seen = read(b"item,agency,period,value,evidence\nIII.4,082,2021-H1,97,5,\n");
    assert_eq!(seen.rules(), [("bad-cell", 2, "D".to_owned())]);
}

#[test]
fn a_thousand_bad_rows_are_told_within_bounds_and_the_good_ones_count() {
    let bad = "IX.9;082;2021-H1;1;2;;;;\n".repeat(1_000);
    let seen = rows(&format!("{bad}II.3;082;2021-H1;5;21;;;;\n"));
    assert_eq!(seen.told.len(), 21);
    assert!(
        seen.told[20].message.vi.contains("980"),
        "{:?}",
        seen.told[20]
    );
    assert_eq!(seen.counted.len(), 1);
}

#[test]
fn a_quote_that_is_never_closed_costs_its_row_only() {
    let seen = rows(
        "II.3;082;2021-H1;5;21;;;\"BC 12;\nII.3;083;2021-H1;4;16;;;;\nII.3;084;2021-H1;4;16;;;\"x\";\n",
    );
    assert_eq!(seen.rules(), [("bad-cell", 2, String::new())]);
    assert_eq!(seen.counted.len(), 2);
}
