//! The editions of PAPI: which dimensions and sub-dimensions each survey year has, when
//! its results came out, and where scores may not be compared.

mod file;
mod names;
#[cfg(test)]
mod tests;

use chrono::NaiveDate;

pub use self::names::numbered;
use super::CatalogError;
use crate::lang::Text;
use crate::model::{DimensionNumber, Scored};

const BUILT_IN: &str = include_str!("../data/editions.txt");

/// The lowest and the highest score of a dimension.
pub const SCALE: (i64, i64) = (1, 10);

/// A dimension (chỉ số nội dung) or a sub-dimension (nội dung thành phần).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dimension {
    /// Its number.
    pub number: DimensionNumber,
    /// The first survey year that has it.
    pub from: i32,
    /// The last survey year that has it, where there is one.
    pub to: Option<i32>,
    /// Its name.
    pub name: Text,
    /// Other names.
    pub also: Vec<String>,
    /// Where its name was read.
    pub source: Option<String>,
    /// Whether that was an official text.
    pub is_verified: bool,
}

/// What is known of a survey year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SurveyYear {
    /// The year.
    pub year: i32,
    /// The day on which its results were published, where it is known.
    pub published: Option<NaiveDate>,
    /// How many provinces have results, where it is known.
    pub ranked: Option<usize>,
    /// The provinces without results, as far as they are known.
    pub missing: Vec<String>,
    /// Where this was read.
    pub source: Option<String>,
    /// Whether that was an official text.
    pub is_verified: bool,
}

/// A year from which on scores may not be compared with earlier ones.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break {
    /// The first year of the new method.
    pub year: i32,
    /// The dimensions it is about.
    pub dimensions: Vec<u8>,
    /// Whether it is about the total.
    pub total: bool,
    /// What changed.
    pub reason: Text,
}

/// Every edition.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Editions {
    /// By number and first year.
    dimensions: Vec<Dimension>,
    /// By year.
    years: Vec<SurveyYear>,
    breaks: Vec<Break>,
}

impl Editions {
    /// The editions that come with papi.
    #[must_use]
    pub fn built_in() -> Self {
        let nothing = Self {
            dimensions: Vec::new(),
            years: Vec::new(),
            breaks: Vec::new(),
        };
        nothing.with(BUILT_IN).0
    }

    /// These editions with those of a file: what it names again is replaced. Beside
    /// them, what is wrong in the file.
    #[must_use]
    pub fn with(mut self, text: &str) -> (Self, Vec<CatalogError>) {
        let errors = file::add(&mut self, text);
        (self, errors)
    }

    /// The dimensions of a survey year, in order; none for a year before the first.
    pub fn dimensions_in(&self, year: i32) -> impl Iterator<Item = &Dimension> {
        let whole = |dimension: &&Dimension| dimension.number.sub.is_none();
        self.in_force(year).filter(whole)
    }

    /// The sub-dimensions of a dimension in a survey year, in order.
    pub fn sub_dimensions_in(&self, year: i32, dimension: u8) -> impl Iterator<Item = &Dimension> {
        self.in_force(year)
            .filter(move |known| known.number.dimension == dimension && known.number.sub.is_some())
    }

    /// The dimension or sub-dimension with that number in a survey year.
    #[must_use]
    pub fn dimension(&self, year: i32, number: DimensionNumber) -> Option<&Dimension> {
        let mut named = self
            .dimensions
            .iter()
            .filter(|known| known.number == number);
        named
            .rfind(|known| known.from <= year)
            .filter(|known| known.is_in(year))
    }

    /// The dimension or sub-dimension that a loose name means in a survey year: by its
    /// number, else by its name without tone marks, else by another name of it. None
    /// where it may mean several, or where number and name disagree.
    #[must_use]
    pub fn find(&self, year: i32, spelling: &str) -> Option<&Dimension> {
        names::find(&self.in_force(year).collect::<Vec<_>>(), spelling)
    }

    /// The survey years that are known, in order.
    pub fn years(&self) -> impl Iterator<Item = &SurveyYear> {
        self.years.iter()
    }

    /// What is known of a survey year.
    #[must_use]
    pub fn year(&self, year: i32) -> Option<&SurveyYear> {
        self.years.iter().find(|known| known.year == year)
    }

    /// The day on which the results of a survey year were published, where it is known.
    #[must_use]
    pub fn published(&self, year: i32) -> Option<NaiveDate> {
        self.year(year)?.published
    }

    /// The last survey year that is known.
    #[must_use]
    pub fn last_year(&self) -> Option<i32> {
        self.years.last().map(|known| known.year)
    }

    /// The lowest and the highest score of the whole or of a dimension in a survey
    /// year; none for what that year does not have, and for sub-dimensions, whose
    /// scales differ.
    #[must_use]
    pub fn scale(&self, year: i32, scored: Scored) -> Option<(i64, i64)> {
        let dimensions = i64::try_from(self.dimensions_in(year).count()).unwrap_or(0);
        match scored {
            Scored::Total => {
                (dimensions > 0).then_some((SCALE.0 * dimensions, SCALE.1 * dimensions))
            }
            Scored::Part(DimensionNumber { sub: Some(_), .. }) => None,
            Scored::Part(number) => self.dimension(year, number).map(|_| SCALE),
        }
    }

    /// The break that lies between two survey years, so that scores of the earlier may
    /// not be compared with those of the later; the latest of several.
    #[must_use]
    pub fn break_between(&self, one: i32, other: i32, scored: Scored) -> Option<&Break> {
        let (earlier, later) = (one.min(other), one.max(other));
        self.breaks.iter().rev().find(|found| {
            let is_about = match scored {
                Scored::Total => found.total,
                Scored::Part(number) => found.dimensions.contains(&number.dimension),
            };
            is_about && earlier < found.year && found.year <= later
        })
    }

    /// Whether a part has the same contents in both survey years, as far as is known:
    /// since 2018 `2.1` is another sub-dimension than before.
    #[must_use]
    pub fn is_same_part(&self, one: i32, other: i32, number: DimensionNumber) -> bool {
        match (self.dimension(one, number), self.dimension(other, number)) {
            (Some(in_one), Some(in_other)) => in_one.from == in_other.from,
            _ => false,
        }
    }

    /// What a survey year has, in order.
    fn in_force(&self, year: i32) -> impl Iterator<Item = &Dimension> {
        self.dimensions.iter().filter(move |known| {
            self.dimension(year, known.number)
                .is_some_and(|current| std::ptr::eq(current, *known))
        })
    }
}

impl Dimension {
    fn is_in(&self, year: i32) -> bool {
        self.from <= year && self.to.is_none_or(|to| year <= to)
    }
}
