use chrono::NaiveDate;
use proptest::prelude::*;

use super::*;
use crate::model::{Band, DimensionNumber};

const HEAD: &str = "province,year,D1,D2,D3,D4,D5,D6,D7,D8,total\n";

fn read_on(text: &str, as_of: Option<NaiveDate>) -> (ScoreBook, Vec<Diagnostic>) {
    let mut book = ScoreBook::default();
    let editions = Editions::built_in();
    let path = Path::new("diem.csv");
    let found = read_score_bytes(path, text.as_bytes(), &editions, as_of, &mut book);
    (book, found)
}

fn read(text: &str) -> (ScoreBook, Vec<Diagnostic>) {
    read_on(text, None)
}

/// Rule and cell of each finding.
fn found(text: &str) -> Vec<String> {
    read(text).1.iter().map(named).collect()
}

fn named(finding: &Diagnostic) -> String {
    let cell = match &finding.place {
        Place::Cell { row, column, .. } => {
            let column = column.map_or_else(String::new, crate::source::column_letters);
            format!("{column}{row}")
        }
        _ => "file".to_owned(),
    };
    format!("{} {cell}", finding.rule)
}

fn total(book: &ScoreBook, province: &str, year: i32) -> Option<String> {
    let score = book.of(province, year)?;
    score.total().map(|total| total.to_string())
}

#[test]
fn published_scores_are_read_as_they_are() {
    let (book, found) = read(&format!(
        "{HEAD}Lào Cai,2021,4.3635,5.2128,4.0653,5.9552,7.0880,7.4116,3.2287,2.8263,40.1514\n"
    ));
    assert_eq!(found, []);
    let score = book.of("Tỉnh Lào Cai", 2021).unwrap();
    assert_eq!(score.total().unwrap().to_string(), "40.1514");
    let second = Scored::Part(DimensionNumber::whole(2));
    assert_eq!(score.of(second).unwrap().to_string(), "5.2128");
    assert_eq!(score.row.row, 2);
}

#[test]
fn vietnamese_heads_semicolons_commas_and_a_mark_at_the_front_are_read() {
    let text = "\u{feff}Năm;Tỉnh, thành phố;Chỉ số nội dung 2: Công khai minh bạch;2.3;Tổng điểm;Thứ hạng;Số tỉnh;Nhóm điểm;Nguồn;Ngày công bố;Ghi chú\n\
                \n2021;tỉnh Lào Cai;5,21;1,30;40,15;49;60;Thấp nhất;papi.org.vn;10/5/2022;x\n";
    let (book, found) = read(text);
    assert_eq!(found, []);
    let score = book.of("Tỉnh Lào Cai", 2021).unwrap();
    assert_eq!(score.scores.len(), 3);
    assert_eq!((score.rank, score.ranked), (Some(49), Some(60)));
    assert_eq!(score.bands[&Scored::Total], Band::Lowest);
    assert_eq!(score.published, NaiveDate::from_ymd_opt(2022, 5, 10));
    assert_eq!(score.source.as_deref(), Some("papi.org.vn"));
    assert_eq!(score.row.row, 3);
    let utf16: Vec<u8> = std::iter::once(0xFEFF)
        .chain(
            text.replace(';', "\t")
                .trim_start_matches('\u{feff}')
                .encode_utf16(),
        )
        .flat_map(u16::to_le_bytes)
        .collect();
    let mut other = ScoreBook::default();
    let path = Path::new("diem.csv");
    let editions = Editions::built_in();
    assert_eq!(
        read_score_bytes(path, &utf16, &editions, None, &mut other),
        []
    );
    assert_eq!(other, book);
}

#[test]
fn a_dot_before_three_digits_is_read_only_where_the_file_uses_dots() {
    let (book, found) = read("year,province,total\n2021,Hưng Yên,45.366\n2021,Lào Cai,40.1514\n");
    assert_eq!(found, []);
    assert_eq!(
        total(&book, "Tỉnh Hưng Yên", 2021).as_deref(),
        Some("45.366")
    );
    let mixed = "year;province;total\n2021;Hưng Yên;45.366\n2021;Lào Cai;40,1514\n";
    assert_eq!(self::found(mixed), ["unread-score C2"]);
    let (book, _) = read(mixed);
    assert_eq!(total(&book, "Tỉnh Hưng Yên", 2021), None);
    assert_eq!(
        total(&book, "Tỉnh Lào Cai", 2021).as_deref(),
        Some("40.1514")
    );
    let mixed = "year;province;total\n2021;Hưng Yên;45,366\n2021;Lào Cai;40.1514\n";
    assert_eq!(self::found(mixed), ["unread-score C2"]);
    let both = "year;province;total\n2021;Hưng Yên;45,366\n2021;Lào Cai;40.151\n";
    assert_eq!(self::found(both), ["unread-score C2", "unread-score C3"]);
}

#[test]
fn a_decimal_comma_outside_quotes_is_told_once_for_the_row() {
    assert_eq!(
        found("year,province,total\n2021,Lào Cai,40,15\n"),
        ["unread-score D2"]
    );
}

#[test]
fn nought_is_missing_and_no_score() {
    let (book, found) = read("year,province,D1,total\n2021,Lào Cai,0,40.1514\n2021,Bắc Giang,,0\n");
    let rules: Vec<_> = found.iter().map(named).collect();
    assert_eq!(rules, ["missing-score C2", "missing-score D3"]);
    assert!(
        found
            .iter()
            .all(|finding| finding.severity == Severity::Note)
    );
    assert_eq!(book.all().len(), 1);
    assert_eq!(book.all()[0].scores.len(), 1);
}

#[test]
fn a_score_outside_its_scale_is_told_at_its_cell() {
    assert_eq!(
        found(
            "year,province,D1,D2,2.3,total\n2021,Lào Cai,0.9,10.5,11,81\n2017,Lào Cai,1,10,,5.99\n"
        ),
        [
            "score-out-of-range C2",
            "score-out-of-range D2",
            "score-out-of-range E2",
            "score-out-of-range F2",
            "score-out-of-range F3",
        ]
    );
}

#[test]
fn what_cannot_be_is_told_and_not_kept() {
    let (book, _) = read("year,province,D1,D7,total,rank,ranked\n2017,Lào Cai,11,3,36,70,63\n");
    let score = &book.all()[0];
    assert_eq!(score.scores.keys().collect::<Vec<_>>(), [&Scored::Total]);
    assert_eq!((score.rank, score.ranked), (None, None));
}

#[test]
fn a_sum_may_be_off_by_half_a_hundredth_for_each_part() {
    let sum = |total: &str| {
        found(&format!(
            "{HEAD}Lào Cai,2021,5.01,5.01,5.01,5.01,5.01,5.01,5.01,5.01,{total}\n"
        ))
    };
    assert_eq!(sum("40.12"), [""; 0]);
    assert_eq!(sum("40.0401"), [""; 0]);
    assert_eq!(sum("40.04"), [""; 0]);
    assert_eq!(sum("40.0399"), ["score-sum-differs K2"]);
    assert_eq!(sum("40.13"), ["score-sum-differs K2"]);
    let whole = format!("{HEAD}Lào Cai,2021,5,5,5,5,5,5,5,5,41\n");
    assert_eq!(found(&whole), ["score-sum-differs K2"]);
}

#[test]
fn eight_dimensions_in_a_year_of_six_are_told() {
    let text =
        format!("{HEAD}Lào Cai,2017,5,5,5,5,5,5,3.5,2.5,30\nĐồng Nai,2017,5,5,5,5,5,5,,,30\n");
    assert_eq!(
        found(&text),
        ["dimension-not-in-edition I2", "dimension-not-in-edition J2"]
    );
}

#[test]
fn a_province_twice_in_a_year_counts_once_and_both_rows_are_shown() {
    let (book, found) =
        read("year,province,total\n2021,Lào Cai,40.1514\n2021,tỉnh Lào Cai,41.0000\n");
    assert_eq!(
        found.iter().map(named).collect::<Vec<_>>(),
        ["duplicate-score B3"]
    );
    assert_eq!(found[0].others[0].0.line_column(), Some((2, 1)));
    assert_eq!(
        total(&book, "Tỉnh Lào Cai", 2021).as_deref(),
        Some("40.1514")
    );
}

#[test]
fn a_second_file_completes_the_first_and_may_not_contradict_it() {
    let (mut book, _) = read("year,province,total\n2021,Lào Cai,40.1514\n");
    let editions = Editions::built_in();
    let more = "year,province,D1,total\n2021,Lào Cai,4.3635,40.1514\n2020,Lào Cai,,42.9506\n";
    let path = Path::new("khac.csv");
    assert_eq!(
        read_score_bytes(path, more.as_bytes(), &editions, None, &mut book),
        []
    );
    assert_eq!(book.all().len(), 2);
    assert_eq!(book.of("Tỉnh Lào Cai", 2021).unwrap().scores.len(), 2);
    let other = "year,province,total\n2021,Lào Cai,40.15\n";
    let path = Path::new("nua.csv");
    let found = read_score_bytes(path, other.as_bytes(), &editions, None, &mut book);
    assert_eq!(
        found.iter().map(named).collect::<Vec<_>>(),
        ["duplicate-score C2"]
    );
}

#[test]
fn a_year_that_cannot_be_out_is_in_the_future() {
    let text =
        "year,province,total,published\n2021,Lào Cai,40.1514,\n2030,Lào Cai,40.1514,2031-04-10\n";
    assert_eq!(found(text), ["unlisted-survey-year A3"]);
    let on = |year, month, day| {
        let (_, found) = read_on(text, NaiveDate::from_ymd_opt(year, month, day));
        found.iter().map(named).collect::<Vec<_>>()
    };
    assert_eq!(on(2021, 6, 1), ["future-score A3"]);
    assert_eq!(on(2030, 12, 31), ["future-score A3"]);
    assert_eq!(on(2031, 4, 9), ["future-score A3"]);
    assert_eq!(on(2031, 4, 10), ["unlisted-survey-year A3"]);
}

#[test]
fn merged_and_unknown_provinces_are_told_with_what_would_be_right() {
    let (book, found) =
        read("year,province,total\n2025,Yên Bái,42\n2025,Lào Cai,42\n2021,Lào Kai,40\n2021,,40\n");
    let rules: Vec<_> = found
        .iter()
        .filter(|told| told.severity == Severity::Error)
        .map(named)
        .collect();
    assert_eq!(
        rules,
        [
            "unknown-province B2",
            "unknown-province B4",
            "unknown-province B5"
        ]
    );
    let advice = |at: usize| found[at].advice.as_ref().unwrap().vi.as_str();
    assert_eq!(
        advice(1),
        "Tỉnh Yên Bái chỉ có đến 30/6/2025, sau đó thuộc Tỉnh Lào Cai"
    );
    assert_eq!(advice(2), "có phải \"Lào Cai\"?");
    assert_eq!(book.all().len(), 1);
}

#[test]
fn a_sixty_fourth_province_is_told() {
    let mut text = "year,province,total\n".to_owned();
    let day = crate::catalog::provinces::survey_day(2020);
    for province in crate::catalog::provinces::provinces_on(day) {
        text += "2020,";
        text += province.name;
        text += ",42.5\n";
    }
    assert_eq!(found(&text), [""; 0]);
    text.push_str("2020,Xứ Lạ,42.5\n");
    assert_eq!(
        found(&text),
        ["too-many-provinces B65", "unknown-province B65"]
    );
    assert_eq!(
        found("year,province,total\n2021,Bắc Giang,42.5\n"),
        ["unsurveyed-province B2"]
    );
}

#[test]
fn ranks_bands_days_and_years_that_are_none_are_told() {
    assert_eq!(
        found(
            "year,province,total,rank,ranked,band,published\n2021,Lào Cai,40,61,60,tốt,2022\n21,Lào Cai,40\n2008,Lào Cai,40\n2021,Hưng Yên,x,0,,,10/5/2021\n"
        ),
        [
            "unread-score F2",
            "unread-score G2",
            "rank-above-ranked D2",
            "unread-score A3",
            "unread-score A4",
            "unread-score C5",
            "unread-score D5",
            "unread-score G5",
        ]
    );
}

#[test]
fn heads_that_are_missing_repeated_or_unknown_are_told() {
    assert_eq!(found("province,total\nLào Cai,40\n"), ["unread-score 1"]);
    assert_eq!(found(""), ["unread-score file"]);
    assert_eq!(
        found("year,province,totl,total,tổng điểm,Vùng\n2021,Lào Cai,40,40,40,x\n"),
        ["unknown-column C1", "unread-score E1", "unknown-column F1"]
    );
}

#[test]
fn findings_are_bounded() {
    let mut text = "year,province,total\n".to_owned();
    text.push_str(&"2021,Nơi lạ,x\n".repeat(5000));
    let (_, found) = read(&text);
    assert_eq!(found.len(), MOST_FINDINGS + 1);
}

proptest! {
    #[test]
    fn any_bytes_are_read_or_told(bytes in prop::collection::vec(any::<u8>(), 0..400)) {
        let editions = Editions::built_in();
        let mut book = ScoreBook::default();
        read_score_bytes(Path::new("a.csv"), &bytes, &editions, None, &mut book);
    }

    #[test]
    fn any_row_is_read_or_told(row in "(20[12][0-9]|[0-9]{0,5}),(Lào Cai|Huế|.{0,6}),[0-9.,;\" \n-]{0,40}") {
        let text = format!("{HEAD}{row}\nLào Cai,2020,5,,,,,,,,\n");
        let (_, found) = read(&text);
        prop_assert!(found.len() < 40);
    }
}
