//! Readings said again in standard words, so that they read back as they were.

use std::ops::Range;

use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization;

use super::number::{say_fraction, say_number};
use crate::lang::Text;
use crate::model::{
    Band, Baseline, Bound, BoundKind, Change, Comparison, Every, Frequency, Level, Rank,
};
use crate::say;

/// Says a reading in standard Vietnamese and English: "đến năm 2030 ít nhất 60 %",
/// "by 2030 at least 60%". [`read_target`](super::read_target) reads it back.
pub fn say_target(bound: &Bound) -> Text {
    let said = match &bound.kind {
        BoundKind::Level(level) => say_level(level),
        BoundKind::Frequency(frequency) => say_frequency(frequency),
        BoundKind::Change(change) => say_change(change),
        BoundKind::Rank(rank) => say_rank(rank),
        BoundKind::Band(band) => {
            let vi = band.name();
            let en = english_band(*band);
            say! { vi: "thuộc nhóm {vi} trở lên", en: "in the band {en} or better" }
        }
        BoundKind::Hold => say! { vi: "duy trì kết quả", en: "hold the result" },
        BoundKind::Zero => say! { vi: "không để xảy ra", en: "none at all" },
        BoundKind::Qualitative => {
            say! { vi: "theo xác nhận của đơn vị", en: "as the agency attests" }
        }
    };
    let said = match bound.by {
        Some(year) => with_year(&said, year),
        None => said,
    };
    if bound.stretch {
        say_after("phấn đấu", "strive for", &said)
    } else {
        said
    }
}

fn with_year(said: &Text, year: i32) -> Text {
    say_after(&format!("đến năm {year}"), &format!("by {year}"), said)
}

fn say_after(vi: &str, en: &str, said: &Text) -> Text {
    Text {
        vi: format!("{vi} {}", said.vi),
        en: format!("{en} {}", said.en),
    }
}

fn say_level(level: &Level) -> Text {
    let Some(upper) = level.upper else {
        let value = say_amount(level.value, &level.unit, level.out_of);
        return compared(level.comparison, &value);
    };
    let value = say_number_before(level.value, &level.unit);
    let upper = say_amount(upper, &level.unit, level.out_of);
    match level.comparison {
        Comparison::Between => between(&value, &upper, "", ""),
        Comparison::About => {
            let range = between(&value, &upper, "", "");
            say_after("khoảng", "about", &range)
        }
        _ => between(&value, &upper, " trở lên", " or more"),
    }
}

fn between(value: &Text, upper: &Text, vi: &str, en: &str) -> Text {
    Text {
        vi: format!("từ {} đến {}{vi}", value.vi, upper.vi),
        en: format!("from {} to {}{en}", value.en, upper.en),
    }
}

fn say_frequency(frequency: &Frequency) -> Text {
    let value = say_amount(
        frequency.value,
        frequency.unit.as_deref().unwrap_or("lần"),
        None,
    );
    let per = span_of_time(frequency.per);
    let value = match &frequency.unit {
        Some(_) => value,
        None => Text {
            en: say_number(frequency.value).en,
            ..value
        },
    };
    let said = compared(frequency.comparison, &value);
    Text {
        vi: format!("{}/{}", said.vi, per.vi),
        en: format!("{} per {}", said.en, per.en),
    }
}

fn say_change(change: &Change) -> Text {
    let (vi, en) = if change.downward {
        ("giảm", "down")
    } else {
        ("tăng", "up")
    };
    let against = match change.baseline {
        Baseline::Year(year) => say! { vi: "so với năm {year}", en: "against {year}" },
        Baseline::Previous => say! { vi: "so với năm trước", en: "against the year before" },
    };
    let unsized_rise = change.value.is_zero() && change.unit.is_empty();
    let said = match change.comparison {
        Comparison::MoreThan if unsized_rise => return say_after(vi, en, &against),
        comparison => compared(comparison, &say_amount(change.value, &change.unit, None)),
    };
    let said = Text {
        vi: format!("{} {}", said.vi, against.vi),
        en: format!("{} {}", said.en, against.en),
    };
    say_after(vi, en, &said)
}

fn say_rank(rank: &Rank) -> Text {
    let place = rank.at_most;
    match &rank.scope {
        Some(scope) => {
            say! { vi: "thuộc nhóm {place} tỉnh đứng đầu {scope}", en: "among the top {place} in {scope}" }
        }
        None => say! { vi: "thuộc nhóm {place} tỉnh đứng đầu", en: "among the top {place}" },
    }
}

/// A figure behind the words that compare it.
fn compared(comparison: Comparison, value: &Text) -> Text {
    let (vi, en) = match comparison {
        Comparison::AtLeast => ("ít nhất", "at least"),
        Comparison::MoreThan => ("trên", "more than"),
        Comparison::AtMost => ("không quá", "at most"),
        Comparison::LessThan => ("dưới", "less than"),
        Comparison::About => ("khoảng", "about"),
        Comparison::Between => ("từ", "from"),
    };
    say_after(vi, en, value)
}

/// A number with its unit: "30 %" and "30%", "45,37/80 điểm", "46.200 tấn".
fn say_amount(value: Decimal, unit: &str, out_of: Option<Decimal>) -> Text {
    let mut said = say_number_before(value, unit);
    if let Some(whole) = out_of {
        said.vi.push('/');
        said.vi.push_str(&whole.normalize().to_string());
        said.en.push('/');
        said.en.push_str(&whole.normalize().to_string());
    }
    if unit.is_empty() {
        return said;
    }
    let space = if unit.starts_with('%') { "" } else { " " };
    Text {
        vi: format!("{} {unit}", said.vi),
        en: format!("{}{space}{unit}", said.en),
    }
}

/// A number as its unit has it read: dots between thousands only where things are counted.
fn say_number_before(value: Decimal, unit: &str) -> Text {
    if unit.starts_with('%') || matches!(unit, "" | "điểm" | "điểm phần trăm" | "điểm %")
    {
        say_fraction(value)
    } else {
        say_number(value)
    }
}

/// A span of time: "6 tháng", "half-year" as "6 months".
pub(super) fn span_of_time(every: Every) -> Text {
    match every {
        Every::Day => say! { vi: "ngày", en: "day" },
        Every::Week => say! { vi: "tuần", en: "week" },
        Every::TwoWeeks => say! { vi: "2 tuần", en: "2 weeks" },
        Every::Month => say! { vi: "tháng", en: "month" },
        Every::Quarter => say! { vi: "quý", en: "quarter" },
        Every::HalfYear => say! { vi: "6 tháng", en: "6 months" },
        Every::Year => say! { vi: "năm", en: "year" },
    }
}

fn english_band(band: Band) -> &'static str {
    match band {
        Band::Highest => "highest",
        Band::UpperMiddle => "upper middle",
        Band::LowerMiddle => "lower middle",
        Band::Lowest => "lowest",
    }
}

/// Words of a text, in NFC and with single spaces.
pub(super) fn as_written(text: &str, span: Range<usize>) -> String {
    let words: Vec<&str> = text[span].split_whitespace().collect();
    words.join(" ").nfc().collect()
}
