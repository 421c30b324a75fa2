//! One value of a TOML file → text, a day, a number; or a finding at its place.

use chrono::NaiveDate;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::DeValue;

use super::findings::Findings;
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::Located;
use crate::spelling::nearest;
use crate::words;

/// The text of a value, or a finding.
pub(super) fn text(
    key: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<String>> {
    if let DeValue::String(words) = value.get_ref() {
        return Some(Located::new(
            words.clone().into_owned(),
            findings.place(value.span()),
        ));
    }
    findings.wrong_type(
        key,
        value,
        say! { vi: "chữ trong dấu nháy", en: "text in quotes" },
    );
    None
}

/// The day of a value, or a finding.
pub(super) fn day(
    key: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<NaiveDate>> {
    let place = findings.place(value.span());
    match value.get_ref() {
        DeValue::Datetime(written) => {
            if let Some(day) = calendar_day(written) {
                return Some(Located::new(day, place));
            }
        }
        DeValue::String(written) => {
            if let Some(day) = words::read_date(written) {
                findings.add(
                    Diagnostic::error(
                        "wrong-type",
                        place.clone(),
                        say! {
                            vi: "`{key}` là ngày, không đặt trong dấu nháy",
                            en: "`{key}` is a day and stands without quotes"
                        },
                    )
                    .advice(say! { vi: "viết {key} = {day}", en: "write {key} = {day}" })
                    .fix(place, day.to_string()),
                );
                return None;
            }
        }
        _ => {}
    }
    findings.wrong_type(
        key,
        value,
        say! { vi: "ngày, như 2021-03-30", en: "a day, like 2021-03-30" },
    );
    None
}

/// The day of a TOML date that has no time of day.
#[must_use]
pub(super) fn calendar_day(written: &toml::value::Datetime) -> Option<NaiveDate> {
    let date = written.date.filter(|_| written.time.is_none())?;
    NaiveDate::from_ymd_opt(date.year.into(), date.month.into(), date.day.into())
}

/// The exact number of a value, or a finding.
pub(super) fn number(
    key: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<Decimal>> {
    let exact = match value.get_ref() {
        DeValue::Integer(number) if number.radix() == 10 => number.as_str().parse().ok(),
        DeValue::Float(number) => Decimal::from_str_exact(number.as_str()).ok(),
        _ => None,
    };
    if exact.is_none() {
        findings.wrong_type_meant(
            key,
            value,
            say! { vi: "một số, như 95 hoặc 95.5", en: "a number, like 95 or 95.5" },
            quoted_number(value.get_ref()),
        );
    }
    Some(Located::new(exact?, findings.place(value.span())))
}

/// The number that stands in quotes, where it can be only one: `"95,5"` is, `"45.366"`
/// is not.
pub(super) fn quoted_number(value: &DeValue) -> Option<String> {
    let DeValue::String(written) = value else {
        return None;
    };
    let (whole, part) = match written.trim().split_once([',', '.']) {
        Some((whole, part)) => (whole, Some(part)),
        None => (written.trim(), None),
    };
    let are_digits =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|digit| digit.is_ascii_digit());
    // TOML has no numbers like 05.
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    match part {
        None => (are_digits(whole) && !written.trim().is_empty()).then(|| whole.to_owned()),
        Some(part) => (are_digits(whole) && are_digits(part) && part.len() != 3)
            .then(|| format!("{whole}.{part}")),
    }
}

/// The whole number of a value.
#[must_use]
pub(super) fn whole(value: &DeValue) -> Option<i64> {
    match value {
        DeValue::Integer(number) => i64::from_str_radix(number.as_str(), number.radix()).ok(),
        _ => None,
    }
}

/// Tells that a word is none of those that may stand there.
pub(super) fn not_a_word<'w>(
    key: &str,
    written: &Located<String>,
    words: impl Iterator<Item = &'w str> + Clone,
    findings: &mut Findings,
) {
    let value = &written.value;
    let list = words
        .clone()
        .map(|word| format!("\"{word}\""))
        .collect::<Vec<_>>();
    let list = list.join(", ");
    let mut finding = Diagnostic::error(
        "wrong-value",
        written.place.clone(),
        say! { vi: "`{key}` không nhận \"{value}\"", en: "`{key}` does not take \"{value}\"" },
    );
    finding = match nearest(value, words) {
        Some(near) => finding
            .advice(say! { vi: "có phải \"{near}\"? Nhận: {list}", en: "did you mean \"{near}\"? It takes: {list}" })
            .fix(written.place.clone(), format!("\"{near}\"")),
        None => finding.advice(say! { vi: "nhận: {list}", en: "it takes: {list}" }),
    };
    findings.add(finding);
}
