//! What of the index is published on a day, and of which province a plan is.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::catalog::editions::Editions;
use crate::catalog::provinces::{
    NamedProvince, Province, province, province_named_at_end, survey_day,
};
use crate::model::{AgencyLevel, Plan, ScoreBook};

/// The published results, as they are known on a day.
#[derive(Clone, Copy, Debug)]
pub struct Released<'a> {
    /// The editions of the index.
    pub editions: &'a Editions,
    /// The results.
    pub book: &'a ScoreBook,
    /// The province that is judged, where it is known.
    pub province: Option<&'static Province>,
    /// The day.
    pub as_of: NaiveDate,
}

/// Whether the results of a survey year are out on the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Release {
    /// They are, since that day where it is known.
    Out(Option<NaiveDate>),
    /// They are not; the day on which they come out, where it is known.
    NotYet(Option<NaiveDate>),
    /// The survey year is over, but neither the day nor any results are known.
    Unknown,
}

/// What is known without any scores.
static WITHOUT_SCORES: LazyLock<(Editions, ScoreBook)> =
    LazyLock::new(|| (Editions::built_in(), ScoreBook::default()));

impl Released<'_> {
    /// What is known on a day where no scores are given: when they come out.
    #[must_use]
    pub fn without_scores(as_of: NaiveDate) -> Self {
        let (editions, book) = &*WITHOUT_SCORES;
        Self {
            editions,
            book,
            province: None,
            as_of,
        }
    }

    /// Whether the results of a survey year are out on the day: by the day that the
    /// catalogue knows, else by that of the scores. Where neither says it, results that
    /// are there are out once the survey year is over.
    #[must_use]
    pub fn release(&self, year: i32) -> Release {
        let day = self
            .editions
            .published(year)
            .or_else(|| self.book.published(year));
        match day {
            Some(day) if day <= self.as_of => Release::Out(Some(day)),
            Some(day) => Release::NotYet(Some(day)),
            None if self.as_of <= survey_day(year) => Release::NotYet(None),
            None if self.book.in_year(year).next().is_some() => Release::Out(None),
            None if self.as_of < first_day_of_april(year + 1) => Release::NotYet(None),
            None => Release::Unknown,
        }
    }
}

/// Results come out in April or May of the year after the survey.
fn first_day_of_april(year: i32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, 4, 1).unwrap_or(NaiveDate::MAX)
}

/// The province that a plan is of: the one `named`, else that of its registry, else the
/// one whose full name ends the issuer's ("UBND tỉnh Lào Cai"). Nothing is guessed from
/// the names of towns, titles or signers.
#[must_use]
pub fn province_of(plan: &Plan, named: Option<&str>) -> Option<&'static Province> {
    let day = survey_day(plan.head.years.to);
    let there = |name: &str| match province(name, day) {
        NamedProvince::There(found) => Some(found),
        NamedProvince::AtAnotherTime(_) | NamedProvince::Unknown(_) => None,
    };
    if let Some(name) = named {
        return there(name);
    }
    let mut localities = plan.localities.iter();
    let in_registry = localities.find(|locality| locality.level == AgencyLevel::Province);
    match (in_registry, &plan.head.issuer) {
        (Some(locality), _) => there(&locality.name),
        (None, Some(issuer)) => province_named_at_end(issuer, day),
        (None, None) => None,
    }
}
