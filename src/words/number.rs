//! Numbers as officers write them: decimal comma, thousands dot, padded counts.

use rust_decimal::Decimal;

use crate::lang::Text;

/// A number read from text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Number {
    /// The one number it can be.
    Exact(Decimal),
    /// Two numbers it can be: "45.366 điểm" is 45,366 or 45366.
    Ambiguous,
    /// No number.
    None,
}

/// What a number is of, which settles what a dot before three digits means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NumberKind {
    /// Things counted: "3.000" is three thousand, "3,000" is ambiguous.
    Count,
    /// A percentage or score: "45.366" is ambiguous, "45,366" is below 46.
    Fraction,
    /// Not known: both are ambiguous.
    Any,
}

/// Digits before the decimal mark and in all: more is no figure of a plan.
const LONGEST_WHOLE: usize = 15;
const LONGEST: usize = 28;

/// Reads a number that is the whole of `text`, with an optional sign. A `%` is for the
/// caller to take off.
pub fn read_number(text: &str, kind: NumberKind) -> Number {
    let text = text.trim();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(digits) => (true, digits),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    match unsigned(digits, kind) {
        Number::Exact(value) if negative => Number::Exact(-value),
        number => number,
    }
}

fn unsigned(text: &str, kind: NumberKind) -> Number {
    let groups: Vec<&str> = text.split([',', '.']).take(LONGEST).collect();
    let all_digits = |group: &&str| !group.is_empty() && group.bytes().all(|b| b.is_ascii_digit());
    if text.len() > 2 * LONGEST || !groups.iter().all(all_digits) {
        return Number::None;
    }
    let marks: String = text.matches([',', '.']).collect();
    let decimal_mark = match marks.as_str() {
        "" => None,
        "," => {
            if kind != NumberKind::Fraction && is_grouped(&groups) || is_padded(&groups) {
                return Number::Ambiguous;
            }
            Some(1)
        }
        "." if is_grouped(&groups) => match kind {
            NumberKind::Count => None,
            NumberKind::Fraction | NumberKind::Any => return Number::Ambiguous,
        },
        "." if is_padded(&groups) => return Number::Ambiguous,
        "." => Some(1),
        // Commas between thousands are not written in Vietnam; one who does it may
        // mean a list as well.
        _ if marks.starts_with(',') => {
            let foreign = marks.trim_end_matches('.').bytes().all(|mark| mark == b',');
            return if foreign
                && is_grouped(&groups[..groups.len() - usize::from(marks.ends_with('.'))])
            {
                Number::Ambiguous
            } else {
                Number::None
            };
        }
        _ => {
            let (whole, decimal_mark) = match marks.strip_suffix(',') {
                Some(_) => (&groups[..groups.len() - 1], Some(groups.len() - 1)),
                None => (&groups[..], None),
            };
            if marks.trim_end_matches(',').contains(',')
                || marks.matches(',').count() > 1
                || !is_grouped(whole)
            {
                return Number::None;
            }
            decimal_mark
        }
    };
    exact(&groups, decimal_mark)
}

/// Whether the groups can be thousands: one to three digits that do not begin with a
/// nought, then three each.
fn is_grouped(groups: &[&str]) -> bool {
    groups.len() > 1
        && groups[0].len() <= 3
        && !groups[0].starts_with('0')
        && groups[1..].iter().all(|group| group.len() == 3)
}

/// "05.366": padded like a count, grouped like thousands.
fn is_padded(groups: &[&str]) -> bool {
    groups.len() == 2 && groups[0].len() > 1 && groups[0].starts_with('0') && groups[1].len() == 3
}

fn exact(groups: &[&str], decimal_mark: Option<usize>) -> Number {
    let at = decimal_mark.unwrap_or(groups.len());
    let whole = groups[..at].concat();
    let part = groups[at..].concat();
    if whole.len() > LONGEST_WHOLE || whole.len() + part.len() > LONGEST {
        return Number::None;
    }
    Decimal::from_str_exact(&format!("{whole}.{part}0"))
        .map_or(Number::None, |value| Number::Exact(value.normalize()))
}

/// Says a number so that it reads back: "46.200" and "97,5" in Vietnamese, dots from
/// 10.000 on; in English 46200 and 97.5. Three decimals get a fourth, for a mark before
/// three digits could be taken for thousands.
pub fn say_number(value: Decimal) -> Text {
    let plain = say_plainly(value);
    let (whole, part) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut vi = dotted(whole);
    if !part.is_empty() {
        vi.push(',');
        vi.push_str(part);
    }
    Text { vi, en: plain }
}

/// Says a percentage or score: as [`say_number`], but without dots between thousands,
/// which would be ambiguous in it.
pub(super) fn say_fraction(value: Decimal) -> Text {
    let en = say_plainly(value);
    Text {
        vi: en.replace('.', ","),
        en,
    }
}

fn say_plainly(value: Decimal) -> String {
    let mut plain = value.normalize().to_string();
    if plain
        .split_once('.')
        .is_some_and(|(_, part)| part.len() == 3)
    {
        plain.push('0');
    }
    plain
}

fn dotted(whole: &str) -> String {
    let digits = whole.trim_start_matches('-');
    if digits.len() < 5 {
        return whole.to_owned();
    }
    let mut said = whole[..whole.len() - digits.len()].to_owned();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            said.push('.');
        }
        said.push(digit);
    }
    said
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn number(text: &str, kind: NumberKind) -> Option<String> {
        match read_number(text, kind) {
            Number::Exact(value) => Some(value.to_string()),
            Number::Ambiguous => Some("?".to_owned()),
            Number::None => None,
        }
    }

    #[test]
    fn a_comma_parts_decimals_and_dots_part_thousands() {
        for (text, value) in [
            ("97,5", "97.5"),
            ("05", "5"),
            ("3.000", "3000"),
            ("46.200", "46200"),
            ("1.234.567", "1234567"),
            ("1.234,5", "1234.5"),
            ("-2", "-2"),
            ("+2,50", "2.5"),
            ("97.5", "97.5"),
            ("0.125", "0.125"),
            ("0,125", "0.125"),
            (" 7\u{a0}", "7"),
        ] {
            assert_eq!(
                number(text, NumberKind::Count).as_deref(),
                Some(value),
                "{text}"
            );
        }
    }

    #[test]
    fn a_number_with_two_readings_is_ambiguous() {
        for (text, kind) in [
            ("45.366", NumberKind::Fraction),
            ("46.200", NumberKind::Any),
            ("46,200", NumberKind::Any),
            ("3,000", NumberKind::Count),
            ("12,345,678", NumberKind::Count),
            ("1,234.5", NumberKind::Fraction),
        ] {
            assert_eq!(read_number(text, kind), Number::Ambiguous, "{text}");
        }
        assert_eq!(
            number("45,366", NumberKind::Fraction).as_deref(),
            Some("45.366")
        );
    }

    #[test]
    fn what_is_no_plain_number_is_none() {
        let endless = "9".repeat(400);
        for text in [
            "",
            "-",
            "1e9",
            "NaN",
            "inf",
            "1/2",
            "1.2.3",
            "1.",
            ".5",
            ",5",
            "1,2,3",
            "--5",
            "5 6",
            "1.234.56",
            "1,234,5",
            "1.23,456.7",
            "٣",
            "5%",
            &endless,
        ] {
            for kind in [NumberKind::Count, NumberKind::Fraction, NumberKind::Any] {
                assert_eq!(read_number(text, kind), Number::None, "{text}");
            }
        }
    }

    proptest! {
        #[test]
        fn a_number_that_was_said_reads_back(digits in -999_999_999_i64..999_999_999, scale in 0_u32..7) {
            let value = Decimal::new(digits, scale);
            let said = say_number(value);
            let kind = if value.fract().is_zero() { NumberKind::Count } else { NumberKind::Any };
            prop_assert_eq!(read_number(&said.vi, kind), Number::Exact(value));
            prop_assert_eq!(read_number(&said.en, NumberKind::Any), Number::Exact(value));
            let said = say_fraction(value);
            prop_assert_eq!(read_number(&said.vi, NumberKind::Fraction), Number::Exact(value));
            prop_assert_eq!(read_number(&said.en, NumberKind::Fraction), Number::Exact(value));
        }

        #[test]
        fn any_text_is_a_number_or_is_not(text in ".{0,40}") {
            read_number(&text, NumberKind::Any);
        }
    }
}
