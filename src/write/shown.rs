//! How values are shown to people in a language.

use std::borrow::Cow;

use chrono::{Datelike, NaiveDate, Weekday};
use rust_decimal::{Decimal, RoundingStrategy};

use crate::lang::Lang;
use crate::table::{Audience, Table, Value};

/// `value` as a person reads it in `lang`. Numbers are not grouped by thousands, so
/// that no point is ever taken for a decimal mark.
#[must_use]
pub fn shown(value: &Value, lang: Lang) -> Cow<'_, str> {
    match value {
        Value::Empty | Value::Bar(_) => Cow::Borrowed(""),
        Value::Words(words) => Cow::Borrowed(words),
        Value::List(items) => Cow::Owned(items.join("\n")),
        Value::Said(text) | Value::State(_, text) => Cow::Borrowed(text.in_lang(lang)),
        Value::Count(count) => Cow::Owned(count.to_string()),
        Value::Number(number, unit) => Cow::Owned(measured(*number, unit, lang)),
        Value::Ratio(numerator, denominator) => {
            Cow::Owned(percentage(*numerator, *denominator, lang))
        }
        Value::Day(day) => Cow::Owned(date(*day, lang)),
        Value::Due(day) => Cow::Owned(format!("{} {}", weekday(*day, lang), date(*day, lang))),
        Value::Claim(true) => Cow::Borrowed(if lang == Lang::Vi { "có" } else { "yes" }),
        Value::Claim(false) => Cow::Borrowed(if lang == Lang::Vi { "không" } else { "no" }),
    }
}

/// The columns that people see, by their place in the table.
pub(super) fn seen_columns(table: &Table) -> Vec<usize> {
    let seen = |at: &usize| {
        matches!(
            table.columns[*at].audience,
            Audience::All | Audience::People
        )
    };
    (0..table.columns.len()).filter(seen).collect()
}

/// A day: `05/7/2021` in Vietnamese, with a leading zero only for days below 10 and
/// months 1 and 2 (Nghị định 30/2020/NĐ-CP), ISO in English.
#[must_use]
pub fn date(day: NaiveDate, lang: Lang) -> String {
    match lang {
        Lang::Vi if day.month() < 3 => {
            format!("{:02}/{:02}/{}", day.day(), day.month(), day.year())
        }
        Lang::Vi => format!("{:02}/{}/{}", day.day(), day.month(), day.year()),
        Lang::En => day.to_string(),
    }
}

/// The day of the week, as short as tables need it.
fn weekday(day: NaiveDate, lang: Lang) -> &'static str {
    let (vi, en) = match day.weekday() {
        Weekday::Mon => ("T2", "Mon"),
        Weekday::Tue => ("T3", "Tue"),
        Weekday::Wed => ("T4", "Wed"),
        Weekday::Thu => ("T5", "Thu"),
        Weekday::Fri => ("T6", "Fri"),
        Weekday::Sat => ("T7", "Sat"),
        Weekday::Sun => ("CN", "Sun"),
    };
    if lang == Lang::Vi { vi } else { en }
}

/// An exact number, with a decimal comma in Vietnamese.
#[must_use]
pub fn number(number: Decimal, lang: Lang) -> String {
    let plain = number.to_string();
    match lang {
        Lang::Vi => plain.replace('.', ","),
        Lang::En => plain,
    }
}

/// A ratio as a percentage to two decimals, half rounded up: 45 of 152 is 29,61%.
///
/// A figure that is not exact never looks like a rounder one: where rounding would end
/// on a percentage of one decimal or none, digits are added until it does not, so that
/// 29.996 % is never read as 30 %, nor 5.004 % as 5 %, on whichever side of a threshold.
/// Where there is no percentage (nothing in the denominator), it is the parts: `3/0`.
#[must_use]
pub fn percentage(numerator: Decimal, denominator: Decimal, lang: Lang) -> String {
    let parts = || format!("{}/{}", number(numerator, lang), number(denominator, lang));
    let Some(hundredfold) = numerator.checked_mul(Decimal::ONE_HUNDRED) else {
        return parts();
    };
    let Some(exact) = hundredfold.checked_div(denominator) else {
        return parts();
    };
    let is_exact = |figure: Decimal| figure.checked_mul(denominator) == Some(hundredfold);
    let figure = (2..=20)
        .map(|digits| exact.round_dp_with_strategy(digits, RoundingStrategy::MidpointAwayFromZero))
        .find(|&figure| is_exact(figure) || figure.round_dp(0) != figure)
        .unwrap_or(exact);
    format!("{}%", number(figure.normalize(), lang))
}

/// The sign of per cent stands close, other units apart.
fn measured(figure: Decimal, unit: &str, lang: Lang) -> String {
    let figure = number(figure, lang);
    match unit {
        "" => figure,
        "%" => format!("{figure}%"),
        _ => format!("{figure} {unit}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn per_cent(numerator: &str, denominator: &str) -> String {
        let decimal = |text: &str| text.parse().expect("a decimal");
        percentage(decimal(numerator), decimal(denominator), Lang::Vi)
    }

    #[test]
    fn a_ratio_is_shown_to_two_decimals() {
        assert_eq!(per_cent("45", "152"), "29,61%");
        assert_eq!(per_cent("46", "152"), "30,26%");
        assert_eq!(per_cent("12", "22"), "54,55%");
        assert_eq!(per_cent("130", "100"), "130%");
        assert_eq!(per_cent("1", "8"), "12,5%");
    }

    #[test]
    fn a_ratio_near_a_threshold_never_looks_like_it() {
        assert_eq!(per_cent("29.996", "100"), "29,996%");
        assert_eq!(per_cent("29.9999999", "100"), "29,9999999%");
        assert_eq!(per_cent("5.004", "100"), "5,004%");
        assert_eq!(per_cent("99999", "100000"), "99,999%");
        assert_eq!(per_cent("1", "1000000"), "0,0001%");
        assert_eq!(per_cent("30", "100"), "30%");
    }

    #[test]
    fn a_ratio_of_nothing_is_shown_by_its_parts() {
        assert_eq!(per_cent("3", "0"), "3/0");
        assert_eq!(per_cent("0", "152"), "0%");
    }

    #[test]
    fn only_small_days_and_the_first_two_months_have_a_leading_zero() {
        let day = |y, m, d| date(NaiveDate::from_ymd_opt(y, m, d).expect("a day"), Lang::Vi);
        assert_eq!(day(2021, 7, 5), "05/7/2021");
        assert_eq!(day(2021, 2, 14), "14/02/2021");
        assert_eq!(day(2021, 12, 31), "31/12/2021");
    }

    #[test]
    fn numbers_follow_the_language() {
        let score = Value::Number(Decimal::new(55, 1), "điểm".to_owned());
        assert_eq!(shown(&score, Lang::Vi), "5,5 điểm");
        assert_eq!(shown(&score, Lang::En), "5.5 điểm");
        let share = Value::Number(Decimal::new(90, 0), "%".to_owned());
        assert_eq!(shown(&share, Lang::Vi), "90%");
    }
}
