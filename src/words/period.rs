//! Reporting periods (kỳ báo cáo) as officers and machines write them.

use super::tokens::{Sign, Token, TokenKind, tokens};
use crate::lang::Text;
use crate::model::{PeriodPart, ReportingPeriod};
use crate::say;

/// Quarters in Roman figures, and the months in English.
const ROMAN: [&str; 4] = ["i", "ii", "iii", "iv"];
const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// No name of a period has more words, figures and signs.
const LONGEST: usize = 10;

/// Reads a period that is the whole of `text`: `2021-Q1`, "Quý I/2021", "6 tháng đầu năm
/// 2021", "9 tháng năm 2021", "tháng 5/2021", "2021". One without a year is of
/// `default_year`, where there is one.
pub fn read_period(text: &str, default_year: Option<i32>) -> Option<ReportingPeriod> {
    let text = text.trim();
    if let Some(period) = coded(text.as_bytes()) {
        return Some(period);
    }
    if text.len() > 16 * LONGEST {
        return None;
    }
    let mut tokens = tokens(text);
    if tokens.last().is_some_and(|last| last.is(Sign::Stop)) {
        tokens.pop();
    }
    if tokens.len() > LONGEST {
        return None;
    }
    let words: Vec<Piece<'_>> = tokens.iter().filter_map(Piece::of).collect();
    if words.len() < tokens.len() {
        return None;
    }
    named(&words, default_year)
}

/// Says a period: "quý I/2021", "6 tháng đầu năm 2021", "năm 2021".
pub fn say_period(period: ReportingPeriod) -> Text {
    let ReportingPeriod { year, part } = period;
    match part {
        PeriodPart::Month(month) => {
            let name = english_month(month);
            say! { vi: "tháng {month}/{year}", en: "{name} {year}" }
        }
        PeriodPart::Quarter(quarter) => {
            let roman = roman_quarter(quarter);
            say! { vi: "quý {roman}/{year}", en: "Q{quarter} {year}" }
        }
        PeriodPart::Half(1) => {
            say! { vi: "6 tháng đầu năm {year}", en: "first half of {year}" }
        }
        PeriodPart::Half(_) => {
            say! { vi: "6 tháng cuối năm {year}", en: "second half of {year}" }
        }
        PeriodPart::NineMonths => {
            say! { vi: "9 tháng đầu năm {year}", en: "first nine months of {year}" }
        }
        PeriodPart::Year => say! { vi: "năm {year}", en: "{year}" },
    }
}

/// A quarter in Roman figures; its number where there is no such quarter.
pub(super) fn roman_quarter(quarter: u32) -> String {
    match nth(&ROMAN, quarter) {
        Some(roman) => roman.to_uppercase(),
        None => quarter.to_string(),
    }
}

/// The English name of a month; its number where there is no such month.
pub(super) fn english_month(month: u32) -> String {
    match nth(&MONTHS, month).and_then(|name| name.split_at_checked(1)) {
        Some((first, rest)) => first.to_uppercase() + rest,
        None => month.to_string(),
    }
}

/// Counted from one.
fn nth<'n>(names: &[&'n str], number: u32) -> Option<&'n str> {
    let at = usize::try_from(number).ok()?.checked_sub(1)?;
    names.get(at).copied()
}

/// The codes of machine formats, a year before all: `2021`, `2021-Q1`, `2021-H1`,
/// `2021-9M`, `2021-Y`, `2021-M05`, `2021-05`.
fn coded(text: &[u8]) -> Option<ReportingPeriod> {
    let (year, code) = text.split_first_chunk::<4>()?;
    let year = i32::try_from(number(year)?)
        .ok()
        .filter(|year| is_year(*year))?;
    let part = match code {
        [] => PeriodPart::Year,
        [b'-', code @ ..] => part_of_code(code)?,
        _ => return None,
    };
    Some(ReportingPeriod { year, part })
}

fn part_of_code(code: &[u8]) -> Option<PeriodPart> {
    match code {
        [b'Q' | b'q', digit @ b'1'..=b'4'] => Some(PeriodPart::Quarter(u32::from(digit - b'0'))),
        [b'H' | b'h', digit @ b'1'..=b'2'] => Some(PeriodPart::Half(u32::from(digit - b'0'))),
        [b'9', b'M' | b'm'] => Some(PeriodPart::NineMonths),
        [b'Y' | b'y'] => Some(PeriodPart::Year),
        [b'M' | b'm', month @ ..] | month if month.len() == 2 => number(month).and_then(month_of),
        _ => None,
    }
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum: u32, digit| {
        digit
            .is_ascii_digit()
            .then(|| sum * 10 + u32::from(digit - b'0'))
    })
}

fn is_year(year: i32) -> bool {
    (1900..=2200).contains(&year)
}

fn month_of(month: u32) -> Option<PeriodPart> {
    (1..=12)
        .contains(&month)
        .then_some(PeriodPart::Month(month))
}

fn quarter_of(quarter: u32) -> Option<PeriodPart> {
    (1..=4)
        .contains(&quarter)
        .then_some(PeriodPart::Quarter(quarter))
}

/// What the names of periods are made of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'t> {
    Word(&'t str),
    /// A figure below 100.
    Figure(u32),
    Year(i32),
    /// A slash or dash.
    Mark,
}

impl<'t> Piece<'t> {
    fn of(token: &'t Token) -> Option<Self> {
        match &token.kind {
            TokenKind::Word(word) => Some(Self::Word(word)),
            TokenKind::Number(digits) if digits.len() <= 2 => {
                number(digits.as_bytes()).map(Self::Figure)
            }
            TokenKind::Number(digits) if digits.len() == 4 => {
                let year = i32::try_from(number(digits.as_bytes())?).ok()?;
                is_year(year).then_some(Self::Year(year))
            }
            TokenKind::Sign(Sign::Slash | Sign::Dash) => Some(Self::Mark),
            _ => None,
        }
    }
}

fn named(words: &[Piece<'_>], default_year: Option<i32>) -> Option<ReportingPeriod> {
    use Piece::{Figure, Mark, Word as W, Year};
    let (part, year) = match words {
        [W("năm"), Year(year)] | [W("cả"), W("năm"), Year(year)] => {
            (PeriodPart::Year, Some(*year))
        }
        [W("cả"), W("năm")] | [W("năm" | "y")] => (PeriodPart::Year, None),
        [Figure(month), Mark, Year(year)] => (month_of(*month)?, Some(*year)),
        [Year(year), Mark, name, figure] if matches!(name, W("q" | "h")) || *figure == W("m") => {
            (part_of_year(&[*name, *figure])?, Some(*year))
        }
        [part @ .., W("năm" | "of") | Mark, Year(year)] | [part @ .., Year(year)] => {
            (part_of_year(part)?, Some(*year))
        }
        [part @ .., W("đầu" | "cuối"), W("năm")] => {
            (part_of_year(&words[..=part.len()])?, None)
        }
        part => (part_of_year(part)?, None),
    };
    let year = year.or(default_year)?;
    Some(ReportingPeriod { year, part })
}

fn part_of_year(words: &[Piece<'_>]) -> Option<PeriodPart> {
    use Piece::{Figure, Word as W};
    let six = PeriodPart::Half(1);
    match words {
        [W("quý" | "q"), Figure(quarter)] => quarter_of(*quarter),
        [W("quý"), W(roman)] => {
            let at = ROMAN.iter().position(|name| name == roman)?;
            u32::try_from(at + 1).ok().and_then(quarter_of)
        }
        [W("h"), Figure(half @ 1..=2)] => Some(PeriodPart::Half(*half)),
        [W("tháng" | "m"), Figure(month)] => month_of(*month),
        [Figure(6) | W("sáu"), W("tháng")]
        | [Figure(6) | W("sáu"), W("tháng"), W("đầu")]
        | [W("nửa"), W("đầu")]
        | [W("first"), W("half")]
        | [W("the"), W("first"), W("half")] => Some(six),
        [Figure(6) | W("sáu"), W("tháng"), W("cuối")]
        | [W("nửa"), W("cuối")]
        | [W("second"), W("half")]
        | [W("the"), W("second"), W("half")] => Some(PeriodPart::Half(2)),
        [Figure(9) | W("chín"), W("tháng")]
        | [Figure(9) | W("chín"), W("tháng"), W("đầu")]
        | [W("first"), W("nine"), W("months")]
        | [W("the"), W("first"), W("nine"), W("months")]
        | [Figure(9), W("m")] => Some(PeriodPart::NineMonths),
        [W(name)] => {
            let at = MONTHS.iter().position(|month| month == name)?;
            u32::try_from(at + 1).ok().and_then(month_of)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    fn read(text: &str) -> Option<String> {
        read_period(text, None).map(|period| period.to_string())
    }

    #[test]
    fn a_period_is_read_in_each_way_it_is_written() {
        for (code, texts) in [
            (
                "2021-Q1",
                &[
                    "2021-Q1",
                    "2021-q1",
                    "Quý I/2021",
                    "Quý 1 năm 2021",
                    "quý 01/2021",
                    "Q1/2021",
                    "Q1 2021",
                    "Q1-2021",
                    "QUÍ I NĂM 2021",
                    "Quý I - 2021",
                    "2021/Q1",
                    "quý I 2021.",
                ][..],
            ),
            ("2021-Q4", &["Quý IV/2021", "quý 4/2021", "2021-Q4"]),
            (
                "2021-H1",
                &[
                    "6 tháng đầu năm 2021",
                    "6 tháng/2021",
                    "6 tháng năm 2021",
                    "2021-H1",
                    "H1/2021",
                    "06 tháng đầu năm 2021",
                    "Sáu tháng đầu năm 2021",
                    "6 tháng đầu 2021",
                    "nửa đầu năm 2021",
                    "first half of 2021",
                    "The first half of 2021",
                ],
            ),
            (
                "2021-H2",
                &["6 tháng cuối năm 2021", "2021-H2", "second half of 2021"],
            ),
            (
                "2021-9M",
                &[
                    "9 tháng năm 2021",
                    "9 tháng đầu năm 2021",
                    "9 tháng/2021",
                    "2021-9M",
                    "2021-9m",
                ],
            ),
            (
                "2021",
                &[
                    "2021",
                    "năm 2021",
                    "Năm  2021",
                    "cả năm 2021",
                    "2021-Y",
                    " 2021 ",
                ],
            ),
            (
                "2021-M05",
                &[
                    "tháng 5/2021",
                    "Tháng 05 năm 2021",
                    "2021-M05",
                    "2021-05",
                    "5/2021",
                    "05/2021",
                    "5-2021",
                    "May 2021",
                ],
            ),
        ] {
            for text in texts {
                let shouted = text.to_uppercase();
                let apart: String = text.nfd().collect();
                let spaced = format!("\u{a0}{} ", text.replace(' ', "\u{a0}"));
                for text in [*text, shouted.as_str(), apart.as_str(), spaced.as_str()] {
                    assert_eq!(read(text).as_deref(), Some(code), "{text}");
                }
            }
        }
    }

    #[test]
    fn a_period_without_a_year_is_of_the_default_year() {
        for (text, code) in [
            ("Quý III", "2023-Q3"),
            ("6 tháng", "2023-H1"),
            ("6 tháng đầu năm", "2023-H1"),
            ("6 tháng cuối năm", "2023-H2"),
            ("9 tháng", "2023-9M"),
            ("năm", "2023"),
            ("Cả năm", "2023"),
            ("tháng 12", "2023-M12"),
            ("Q2", "2023-Q2"),
            ("H1", "2023-H1"),
            ("9M", "2023-9M"),
            ("M05", "2023-M05"),
            ("Quý I/2021", "2021-Q1"),
        ] {
            let period = read_period(text, Some(2023)).map(|period| period.to_string());
            assert_eq!(period.as_deref(), Some(code), "{text}");
            if !text.contains("2021") {
                assert_eq!(read(text), None, "{text}");
            }
        }
    }

    #[test]
    fn anything_else_is_no_period() {
        for text in [
            "",
            "2021-Q5",
            "2021-Q0",
            "2021-H3",
            "2021-13",
            "2021-00",
            "2021-M5",
            "2021-5",
            "20x",
            "202",
            "20211",
            "2021-",
            "2021-Q",
            "2021-Q11",
            "quý V/2021",
            "quý 5/2021",
            "quý/2021",
            "tháng 13/2021",
            "13/2021",
            "0/2021",
            "3 tháng/2021",
            "quý I/21",
            "quý I/3021",
            "5",
            "5/",
            "/2021",
            "6 tháng/lần",
            "hằng quý",
            "quý I, quý II/2021",
            "quý I/2021 và",
            "năm 2021 2022",
            "5/6/2021",
            "2021-05-06",
            "tháng năm 2021",
            "2021 - 6 tháng",
            "2021/5",
            "2021-2022",
            "quý",
            "tháng",
            "tháng 5.2021",
            "-",
            "５/2021",
        ] {
            assert_eq!(read_period(text, Some(2023)), None, "{text}");
        }
    }

    fn any_period() -> impl Strategy<Value = ReportingPeriod> {
        let part = prop_oneof![
            (1..=12_u32).prop_map(PeriodPart::Month),
            (1..=4_u32).prop_map(PeriodPart::Quarter),
            (1..=2_u32).prop_map(PeriodPart::Half),
            Just(PeriodPart::NineMonths),
            Just(PeriodPart::Year),
        ];
        (1900..=2200, part).prop_map(|(year, part)| ReportingPeriod { year, part })
    }

    proptest! {
        #[test]
        fn a_period_that_was_said_reads_back(period in any_period()) {
            let said = say_period(period);
            prop_assert_eq!(read_period(&said.vi, None), Some(period));
            prop_assert_eq!(read_period(&said.en, None), Some(period));
            prop_assert_eq!(read_period(&period.to_string(), None), Some(period));
        }

        #[test]
        fn any_text_is_a_period_or_is_not(text in "\\PC{0,30}", year in proptest::option::of(any::<i32>())) {
            read_period(&text, year);
        }
    }
}
