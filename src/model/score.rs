//! Published scores of PAPI: one row of a scores file, and all of them together.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::fmt;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::bound::Band;
use super::result::RowPlace;

/// The number of a dimension (chỉ số nội dung), `2`, or of a sub-dimension (nội dung
/// thành phần), `2.3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct DimensionNumber {
    /// The dimension, from 1.
    pub dimension: u8,
    /// The sub-dimension within it, from 1.
    pub sub: Option<u8>,
}

impl DimensionNumber {
    /// The number of a dimension.
    #[must_use]
    pub fn whole(dimension: u8) -> Self {
        Self {
            dimension,
            sub: None,
        }
    }

    /// Reads `2` or `2.3`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let number = |text: &str| {
            let is_plain = (1..=2).contains(&text.len())
                && text.bytes().all(|byte| byte.is_ascii_digit())
                && !text.starts_with('0');
            is_plain.then(|| text.parse().ok()).flatten()
        };
        match text.split_once('.') {
            None => number(text).map(Self::whole),
            Some((dimension, sub)) => Some(Self {
                dimension: number(dimension)?,
                sub: Some(number(sub)?),
            }),
        }
    }
}

impl fmt::Display for DimensionNumber {
    fn fmt(&self, to: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.sub {
            None => write!(to, "{}", self.dimension),
            Some(sub) => write!(to, "{}.{sub}", self.dimension),
        }
    }
}

/// What a score is of: the whole index or a part of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Scored {
    /// A dimension or a sub-dimension.
    Part(DimensionNumber),
    /// The whole index (tổng điểm).
    Total,
}

/// The results of one province in one survey year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Score {
    /// The survey year; the results come out in the year after it.
    pub year: i32,
    /// The province, named as the catalog names it: "Tỉnh Lào Cai".
    pub province: String,
    /// The scores; what is missing is not there.
    pub scores: BTreeMap<Scored, Decimal>,
    /// The bands (nhóm điểm) as published.
    pub bands: BTreeMap<Scored, Band>,
    /// The place by the total, as whoever made the file gives it.
    pub rank: Option<u32>,
    /// How many provinces were ranked.
    pub ranked: Option<u32>,
    /// Where the figures are from.
    pub source: Option<Box<str>>,
    /// The day on which they were published.
    pub published: Option<NaiveDate>,
    /// Where it stands.
    pub row: RowPlace,
}

impl Score {
    /// The total, where it is there.
    #[must_use]
    pub fn total(&self) -> Option<Decimal> {
        self.of(Scored::Total)
    }

    /// The score of the whole or of a part, where it is there.
    #[must_use]
    pub fn of(&self, scored: Scored) -> Option<Decimal> {
        self.scores.get(&scored).copied()
    }
}

/// The published results that are known, each province once a year.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ScoreBook {
    scores: Vec<Score>,
    places: HashMap<(i32, String), usize>,
    by_year: BTreeMap<i32, Vec<usize>>,
}

impl ScoreBook {
    /// Adds results. Those of a province and year that are there already stay, and the
    /// new ones come back with them.
    ///
    /// # Errors
    /// The province has results in that year.
    pub fn add(&mut self, score: Score) -> Result<(), Box<(Score, &Score)>> {
        let key = (score.year, score.province.clone());
        if let Some(&at) = self.places.get(&key) {
            return Err(Box::new((score, &self.scores[at])));
        }
        let at = self.scores.len();
        self.by_year.entry(score.year).or_default().push(at);
        self.places.insert(key, at);
        self.scores.push(score);
        Ok(())
    }

    /// Completes the results of the province and year by what `score` has beside them.
    /// Gives the parts in which the two differ; there the first stay.
    pub fn complete(&mut self, score: Score) -> Vec<Scored> {
        let key = (score.year, score.province.clone());
        let Some(&at) = self.places.get(&key) else {
            // Nobody is there to differ from.
            let _ = self.add(score);
            return Vec::new();
        };
        let known = &mut self.scores[at];
        let mut differ = Vec::new();
        for (scored, value) in score.scores {
            if *known.scores.entry(scored).or_insert(value) != value {
                differ.push(scored);
            }
        }
        for (scored, band) in score.bands {
            if *known.bands.entry(scored).or_insert(band) != band {
                differ.push(scored);
            }
        }
        let ranks = [
            (&mut known.rank, score.rank),
            (&mut known.ranked, score.ranked),
        ];
        for (known, new) in ranks {
            if known.is_some() && new.is_some() && *known != new {
                differ.push(Scored::Total);
            }
            *known = known.or(new);
        }
        known.source = known.source.take().or(score.source);
        known.published = known.published.or(score.published);
        differ
    }

    /// All results, in the order in which they were added.
    #[must_use]
    pub fn all(&self) -> &[Score] {
        &self.scores
    }

    /// The results of a province in a year.
    #[must_use]
    pub fn of(&self, province: &str, year: i32) -> Option<&Score> {
        let at = self.places.get(&(year, province.to_owned()))?;
        Some(&self.scores[*at])
    }

    /// The results of a year.
    pub fn in_year(&self, year: i32) -> impl Iterator<Item = &Score> {
        let places = self.by_year.get(&year).map_or(&[][..], Vec::as_slice);
        places.iter().map(|&at| &self.scores[at])
    }

    /// The years that have results, in order.
    pub fn years(&self) -> impl DoubleEndedIterator<Item = i32> {
        self.by_year.keys().copied()
    }

    /// The provinces that have results, in the order of their names.
    #[must_use]
    pub fn provinces(&self) -> BTreeSet<&str> {
        self.scores
            .iter()
            .map(|score| score.province.as_str())
            .collect()
    }

    /// The day on which the results of a year were published, as the file gives it: the
    /// last, where its rows differ.
    #[must_use]
    pub fn published(&self, year: i32) -> Option<NaiveDate> {
        self.in_year(year).filter_map(|score| score.published).max()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_is_of_a_dimension_or_of_a_part_of_it() {
        for text in ["2", "2.3", "8", "11.10"] {
            assert_eq!(DimensionNumber::parse(text).unwrap().to_string(), text);
        }
        for text in ["", "0", "02", "2.", ".3", "2.3.1", "2,3", "x", "-2", "256"] {
            assert_eq!(DimensionNumber::parse(text), None, "{text}");
        }
    }
}
