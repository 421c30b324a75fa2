//! The sentences by which a judgement on the index is explained.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::{
    AmongBoth, Basis, IndexFigure, IndexValue, IndexVerdict, Measured, NoData, NotComparable,
    NotMeasurable, Standing,
};
use crate::lang::Text;
use crate::model::{Band, Scored};
use crate::say;
use crate::words::{say_date, say_number};

/// Sentences in their order, each once.
#[derive(Default)]
pub(super) struct Sentences {
    pub(super) all: Vec<Text>,
}

impl Sentences {
    pub(super) fn add(&mut self, sentence: Text) {
        if !self.all.contains(&sentence) {
            self.all.push(sentence);
        }
    }

    pub(super) fn add_some(&mut self, sentence: Option<Text>) {
        if let Some(sentence) = sentence {
            self.add(sentence);
        }
    }
}

/// "Kết quả năm 2021 công bố ngày 10/5/2022."
pub(super) fn published(year: i32, day: NaiveDate) -> Text {
    let day = say_date(day);
    Text {
        vi: format!("Kết quả năm {year} công bố ngày {}.", day.vi),
        en: format!("The results of {year} were published on {}.", day.en),
    }
}

/// "Kết quả năm 2021 đến ngày 10/5/2022 mới công bố."
pub(super) fn comes_out(year: i32, day: NaiveDate) -> Text {
    let day = say_date(day);
    Text {
        vi: format!("Kết quả năm {year} đến ngày {} mới công bố.", day.vi),
        en: format!("The results of {year} come out on {}.", day.en),
    }
}

/// A figure with its year and basis.
pub(super) fn figure(measured: Measured, scored: Scored) -> Text {
    let year = measured.year;
    let (of, value) = (called(scored), value(measured.figure));
    Text {
        vi: format!("{} năm {year}: {}.", of.vi, value.vi),
        en: format!("{} in {year}: {}.", of.en, value.en),
    }
}

/// How a part of the index is called at the head of a sentence.
fn called(scored: Scored) -> Text {
    match scored {
        Scored::Total => say! { vi: "Chỉ số PAPI", en: "PAPI" },
        Scored::Part(number) if number.sub.is_some() => {
            say! { vi: "Nội dung thành phần {number}", en: "Sub-dimension {number}" }
        }
        Scored::Part(number) => say! { vi: "Chỉ số nội dung {number}", en: "Dimension {number}" },
    }
}

pub(super) fn value(figure: IndexValue) -> Text {
    match figure {
        IndexValue::Score(score) => {
            let score = say_number(score);
            Text {
                vi: format!("{} điểm", score.vi),
                en: format!("{} points", score.en),
            }
        }
        IndexValue::Band(band) => {
            let (vi, en) = (band.name(), band_in_english(band));
            say! { vi: "nhóm {vi}", en: "the {en} band" }
        }
        IndexValue::Rank(standing) => {
            let (basis, place) = (basis(standing.basis), place(standing));
            Text {
                vi: format!("{} ({})", place.vi, basis.vi),
                en: format!("{} ({})", place.en, basis.en),
            }
        }
    }
}

/// The English name of a band.
fn band_in_english(band: Band) -> &'static str {
    match band {
        Band::Highest => "highest",
        Band::UpperMiddle => "upper middle",
        Band::LowerMiddle => "lower middle",
        Band::Lowest => "lowest",
    }
}

fn place(standing: Standing) -> Text {
    let place = standing.place;
    match standing.of {
        Some(of) => {
            say! { vi: "thứ {place} trên {of} tỉnh, thành phố", en: "place {place} of {of} provinces" }
        }
        None => say! { vi: "thứ {place}", en: "place {place}" },
    }
}

fn basis(basis: Basis) -> Text {
    match basis {
        Basis::Given => {
            say! { vi: "thứ hạng ghi trong tệp điểm", en: "as the scores file gives it" }
        }
        Basis::Scores => say! { vi: "tính từ điểm công bố", en: "counted from published scores" },
        Basis::Plan => say! { vi: "thứ hạng ghi trong kế hoạch", en: "as the plan gives it" },
    }
}

/// "Giảm 21 bậc." or "Tăng 0,5 điểm (1,2 %)."
pub(super) fn change(gain: Decimal, base: Measured, figure: IndexFigure) -> Text {
    let amount = say_number(gain.abs());
    let (unit_vi, unit_en) = unit(figure);
    if gain.is_zero() {
        return say! { vi: "Không thay đổi.", en: "No change." };
    }
    let (up_vi, up_en) = if gain > Decimal::ZERO {
        ("Tăng", "Up")
    } else {
        ("Giảm", "Down")
    };
    let share = match base.figure {
        IndexValue::Score(score) if !score.is_zero() => {
            let share = say_number((gain.abs() * Decimal::ONE_HUNDRED / score).round_dp(2));
            Text {
                vi: format!(" ({} %)", share.vi),
                en: format!(" ({} %)", share.en),
            }
        }
        _ => Text::same(""),
    };
    Text {
        vi: format!("{up_vi} {} {unit_vi}{}.", amount.vi, share.vi),
        en: format!("{up_en} {} {unit_en}{}.", amount.en, share.en),
    }
}

fn unit(figure: IndexFigure) -> (&'static str, &'static str) {
    match figure {
        IndexFigure::Rank => ("bậc", "places"),
        _ => ("điểm", "points"),
    }
}

/// "Còn thiếu 26 bậc."
pub(super) fn short(by: Decimal, figure: IndexFigure) -> Text {
    let (vi, en) = amount(by, figure);
    say! { vi: "Còn thiếu {vi}.", en: "Short by {en}." }
}

/// So many places or points, in both languages.
pub(super) fn amount(of: Decimal, figure: IndexFigure) -> (String, String) {
    let (of, (vi, en)) = (say_number(of), unit(figure));
    (format!("{} {vi}", of.vi), format!("{} {en}", of.en))
}

/// The places among the provinces that have results in both years.
pub(super) fn among_both(both: AmongBoth, from: i32, to: i32) -> Text {
    let AmongBoth {
        of,
        from: first,
        to: second,
        flips,
    } = both;
    let told = say! {
        vi: "Trong {of} tỉnh, thành phố có kết quả cả năm {from} và năm {to}: thứ {first}, rồi thứ {second}",
        en: "Among the {of} provinces with results in both {from} and {to}: place {first}, then place {second}"
    };
    let end = if flips {
        say! { vi: "; xét như vậy thì kết luận ngược lại.", en: "; by these the verdict is the opposite." }
    } else {
        say! { vi: ".", en: "." }
    };
    Text {
        vi: told.vi + &end.vi,
        en: told.en + &end.en,
    }
}

/// A place that is given and another that scores make.
pub(super) fn disagreement(given: Standing, counted: Standing, year: i32) -> Text {
    let (given, counted) = (given.place, counted.place);
    say! {
        vi: "Năm {year}: tệp điểm ghi thứ {given}, nhưng tính từ điểm công bố là thứ {counted}.",
        en: "In {year} the scores file gives place {given}, but published scores make it place {counted}."
    }
}

/// Why there is no verdict.
pub(super) fn verdict(verdict: IndexVerdict, scored: Scored, year: i32) -> Text {
    match verdict {
        IndexVerdict::NotYetPublished => say! {
            vi: "Kết quả năm {year} chưa công bố nên chưa đánh giá.",
            en: "The results of {year} are not published yet, so there is no verdict."
        },
        IndexVerdict::NoData(why) => no_data(why),
        IndexVerdict::NotComparable(why) => not_comparable(why, scored),
        IndexVerdict::NotMeasurable(why) => not_measurable(why, year),
        IndexVerdict::Met => say! { vi: "Đạt.", en: "Met." },
        IndexVerdict::Missed => say! { vi: "Không đạt.", en: "Missed." },
    }
}

fn no_data(why: NoData) -> Text {
    match why {
        NoData::Province => say! {
            vi: "Chưa biết kế hoạch của tỉnh nào; ghi rõ bằng --province.",
            en: "It is not known of which province the plan is; name it with --province."
        },
        NoData::NotSurveyed(year) => say! {
            vi: "Tỉnh không có kết quả PAPI năm {year}, nên không đánh giá.",
            en: "The province has no PAPI results in {year}, so there is no verdict."
        },
        NoData::Scores(year) => say! {
            vi: "Tệp điểm không có số liệu của tỉnh năm {year}.",
            en: "The scores that were given do not have the province in {year}."
        },
        NoData::Band(year) => say! {
            vi: "Tệp điểm không có nhóm điểm năm {year}; nhóm chỉ lấy theo công bố, không tự tính.",
            en: "The scores that were given have no band in {year}; a band is taken as published and never computed."
        },
        NoData::Incomplete { year, have, of } => say! {
            vi: "Tệp điểm chỉ có {have} trên {of} tỉnh, thành phố của năm {year}, nên không tính được thứ hạng.",
            en: "The scores that were given have {have} of the {of} provinces of {year}, so no place can be counted."
        },
        NoData::Ranked(year) => say! {
            vi: "Chưa biết năm {year} có bao nhiêu tỉnh được xếp hạng; ghi ở cột `ranked` của tệp điểm.",
            en: "It is not known how many provinces were ranked in {year}; say it in the column `ranked`."
        },
    }
}

fn not_comparable(why: NotComparable, scored: Scored) -> Text {
    let what = called(scored);
    match why {
        NotComparable::Break(year) => Text {
            vi: format!(
                "{}: phương pháp thay đổi từ năm {year}, nên không so sánh với các năm trước đó.",
                what.vi
            ),
            en: format!(
                "{}: the method changed in {year}, so it is not compared with earlier years.",
                what.en
            ),
        },
        NotComparable::Part(year) => Text {
            vi: format!("{}: năm {year} không có, hoặc là nội dung khác.", what.vi),
            en: format!(
                "{}: it is not there in {year}, or has other contents.",
                what.en
            ),
        },
        NotComparable::Merged => say! {
            vi: "Tỉnh đã sáp nhập từ ngày 01/7/2025, nên không so sánh với các năm trước đó.",
            en: "The province was merged on 2025-07-01, so it is not compared with earlier years."
        },
        NotComparable::Reorganised => say! {
            vi: "Từ ngày 01/7/2025 cả nước còn 34 tỉnh, thành phố, nên thứ hạng không so sánh với các năm trước đó.",
            en: "Since 2025-07-01 there are 34 provinces, so places are not compared with those of earlier years."
        },
    }
}

fn not_measurable(why: NotMeasurable, year: i32) -> Text {
    match why {
        NotMeasurable::About => say! {
            vi: "Chỉ tiêu ghi mức ước chừng nên không kết luận.",
            en: "The target says \"about\", so there is no verdict."
        },
        NotMeasurable::Region => say! {
            vi: "Chỉ tiêu tính trong vùng; papi không biết vùng gồm những tỉnh nào.",
            en: "The target is about a region, whose provinces papi does not know."
        },
        NotMeasurable::Scale => say! {
            vi: "Mức yêu cầu nằm ngoài thang điểm năm {year}; ghi rõ chỉ số nội dung bằng `dimension`.",
            en: "What is asked lies outside the scale of {year}; name the dimension with `dimension`."
        },
        NotMeasurable::WhatIsHeld => say! {
            vi: "Chỉ tiêu không nói rõ duy trì điểm, thứ hạng hay nhóm điểm; ghi bằng `measure`.",
            en: "The target does not say whether the score, the rank or the band is to hold; say it with `measure`."
        },
    }
}
