//! What the scores of a row must agree with: the scale, each other, the edition.

use rust_decimal::Decimal;

use super::heads::{Head, Heads};
use super::rows::Row;
use super::{Reading, called};
use crate::catalog::provinces::{NamedProvince, province, provinces_on, survey_day};
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::model::{DimensionNumber, Score, Scored};
use crate::say;
use crate::spelling::bare;

/// Tells what of a row cannot be, and takes it out.
pub(super) fn check(reading: &mut Reading, row: &Row, heads: &Heads, score: &mut Score) {
    let year = score.year;
    score
        .scores
        .retain(|&scored, &mut value| can_be(reading, row, heads, year, scored, value));
    check_sums(reading, row, heads, score);
    check_survey(reading, row, heads, score);
    if let (Some(rank), Some(ranked)) = (score.rank, score.ranked)
        && rank > ranked
    {
        let column = heads.find(Head::Rank).unwrap_or(heads.province);
        let place = reading.cell(row, column);
        let message = say! {
            vi: "thứ hạng {rank} lớn hơn số tỉnh được xếp hạng ({ranked})",
            en: "rank {rank} is beyond the number of provinces ranked ({ranked})"
        };
        reading.error("rank-above-ranked", place, message);
        (score.rank, score.ranked) = (None, None);
    }
}

/// A province that had no results in that year, as far as is known.
fn check_survey(reading: &mut Reading, row: &Row, heads: &Heads, score: &Score) {
    if score.scores.is_empty() && score.rank.is_none() {
        return;
    }
    let year = score.year;
    let day = survey_day(year);
    let is_missing = reading.editions.year(year).is_some_and(|known| {
        known.missing.iter().any(|name| {
            let missing = province(name, day);
            matches!(missing, NamedProvince::There(found) if found.name == score.province)
        })
    });
    if is_missing {
        let place = reading.cell(row, heads.province);
        let name = &score.province;
        let message = say! {
            vi: "PAPI năm {year} không công bố kết quả của {name}",
            en: "PAPI published no results of {name} in {year}"
        };
        let told = Diagnostic::warning("unsurveyed-province", place, message);
        reading.tell(told.advice(say! {
            vi: "kiểm tra nguồn của dòng này",
            en: "look at the source of this row"
        }));
    }
}

/// Whether a score can be in that year; told where it cannot.
fn can_be(
    reading: &mut Reading,
    row: &Row,
    heads: &Heads,
    year: i32,
    scored: Scored,
    value: Decimal,
) -> bool {
    let column = heads.of(scored).unwrap_or(heads.province);
    if let Scored::Part(number) = scored
        && reading.editions.dimension(year, number).is_none()
    {
        let place = reading.cell(row, column);
        let count = reading.editions.dimensions_in(year).count();
        let what = called(scored);
        let message = Text {
            vi: format!(
                "PAPI năm {year} có {count} chỉ số nội dung, không có {}",
                what.vi
            ),
            en: format!("PAPI had {count} dimensions in {year} and no {}", what.en),
        };
        reading.error("dimension-not-in-edition", place, message);
        return false;
    }
    // The scales of sub-dimensions differ; none is above that of a dimension.
    let (low, high) = match reading.editions.scale(year, scored) {
        Some((low, high)) => (Decimal::from(low), Decimal::from(high)),
        None => (Decimal::ZERO, Decimal::TEN),
    };
    let fits = low <= value && value <= high;
    if !fits {
        let place = reading.cell(row, column);
        let what = called(scored);
        let message = Text {
            vi: format!("{} năm {year} phải từ {low} đến {high}", what.vi),
            en: format!("{} of {year} runs from {low} to {high}", what.en),
        };
        reading.error("score-out-of-range", place, message);
    }
    fits
}

/// The total against the dimensions, each dimension against its sub-dimensions, where
/// all of them are there.
fn check_sums(reading: &mut Reading, row: &Row, heads: &Heads, score: &Score) {
    let year = score.year;
    let dimensions: Vec<_> = reading
        .editions
        .dimensions_in(year)
        .map(|known| known.number)
        .collect();
    check_sum(reading, row, heads, score, Scored::Total, &dimensions);
    for dimension in dimensions {
        let parts: Vec<_> = reading
            .editions
            .sub_dimensions_in(year, dimension.dimension)
            .map(|known| known.number)
            .collect();
        check_sum(reading, row, heads, score, Scored::Part(dimension), &parts);
    }
}

fn check_sum(
    reading: &mut Reading,
    row: &Row,
    heads: &Heads,
    score: &Score,
    whole: Scored,
    parts: &[DimensionNumber],
) {
    let Some(stated) = score.of(whole) else {
        return;
    };
    let values: Option<Vec<_>> = parts
        .iter()
        .map(|&part| score.of(Scored::Part(part)))
        .collect();
    let Some(values) = values.filter(|values| !values.is_empty()) else {
        return;
    };
    let sum: Decimal = values.iter().sum();
    if (sum - stated).abs() <= tolerance(&values, stated) {
        return;
    }
    let column = heads.of(whole).unwrap_or(heads.province);
    let place = reading.cell(row, column);
    let what = called(whole);
    let (sum, stated) = (said(sum), said(stated));
    let message = Text {
        vi: format!(
            "{} là {}, nhưng các phần cộng lại là {}",
            what.vi, stated.vi, sum.vi
        ),
        en: format!(
            "{} is {}, but its parts add up to {}",
            what.en, stated.en, sum.en
        ),
    };
    reading.tell(
        Diagnostic::error("score-sum-differs", place, message).advice(say! {
            vi: "kiểm tra lại các ô của dòng này với nguồn",
            en: "compare the cells of this row with their source"
        }),
    );
}

/// How far a sum may be off because published scores are rounded: half a unit of the
/// last decimal for each, at most that of two decimals.
fn tolerance(parts: &[Decimal], whole: Decimal) -> Decimal {
    let half = |decimals: u32| Decimal::new(5, decimals.clamp(2, 20) + 1);
    let decimals = parts.iter().map(Decimal::scale).max().unwrap_or(2);
    Decimal::from(parts.len()) * half(decimals) + half(whole.scale())
}

fn said(value: Decimal) -> Text {
    let en = value.normalize().to_string();
    Text {
        vi: en.replace('.', ","),
        en,
    }
}

impl Reading<'_> {
    /// Counts the province of a row and tells when there are more than there can be, or
    /// when one has results in a year for which it has none.
    pub(super) fn count_province(&mut self, row: &Row, heads: &Heads, year: i32) {
        let text = row.get(heads.province);
        let key = match province(text, survey_day(year)) {
            NamedProvince::There(found) => bare(found.name),
            _ => bare(text),
        };
        let named = self.provinces.entry(year).or_default();
        if named.contains(&key) {
            return;
        }
        named.push(key);
        let (count, there) = (named.len(), provinces_on(survey_day(year)).count());
        if count == there + 1 {
            let place = self.cell(row, heads.province);
            let message = say! {
                vi: "năm {year} chỉ có {there} tỉnh, thành phố; đây là dòng thứ {count}",
                en: "there were {there} provinces in {year}; this is the {count}th"
            };
            self.error("too-many-provinces", place, message);
        }
    }
}
