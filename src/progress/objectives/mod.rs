//! Objectives on the index itself: what a target on a score, a rank or a band of PAPI
//! comes to on a day, from published results only.

mod asked;
mod baseline;
mod compare;
mod compared;
#[cfg(test)]
pub(crate) mod fixtures;
mod released;
mod said;
mod shortfall;
mod standing;
#[cfg(test)]
mod tests;

use rust_decimal::Decimal;

pub use self::asked::{IndexFigure, is_on_index};
use self::asked::{parts_named, years_asked};
pub use self::compared::compared;
pub use self::released::{Release, Released, province_of};
pub use self::standing::{Basis, Standing};
use crate::lang::Text;
use crate::model::{Band, Bound, DimensionNumber, Objective, Plan, Scored, Target, Task, Years};

/// What one bound of a target on the index comes to on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IndexJudgement {
    /// The bound, as an index into the target's.
    pub bound: usize,
    /// What of the index it is about.
    pub scored: Scored,
    /// The survey year that decides.
    pub year: i32,
    /// The verdict.
    pub verdict: IndexVerdict,
    /// What was compared, and of which year.
    pub figure: Option<Measured>,
    /// What it was compared with, where it is a change.
    pub baseline: Option<Measured>,
    /// The places among the provinces that have results in both years, where they
    /// differ from the places among all.
    pub among_both: Option<AmongBoth>,
    /// By how much it is short: places or points.
    pub short_by: Option<Decimal>,
    /// Whether it is only striven for (phấn đấu).
    pub stretch: bool,
    /// How the verdict came about, sentence by sentence.
    pub explanation: Vec<Text>,
}

/// A figure of the index and the survey year it is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Measured {
    /// The survey year.
    pub year: i32,
    /// The figure.
    pub figure: IndexValue,
}

/// A figure of the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum IndexValue {
    /// A score.
    Score(Decimal),
    /// A place.
    Rank(Standing),
    /// A band.
    Band(Band),
}

/// Places among the provinces that have results in both years of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AmongBoth {
    /// How many provinces there are.
    pub of: usize,
    /// The place in the earlier year.
    pub from: u32,
    /// The place in the later year.
    pub to: u32,
    /// Whether the verdict among them is another than among all.
    pub flips: bool,
}

/// What is found of a target on the index.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndexVerdict {
    /// Đạt.
    Met,
    /// Không đạt.
    Missed,
    /// The results are not out on that day: neither met nor missed.
    NotYetPublished,
    /// There are no results to judge by; no failure.
    NoData(NoData),
    /// The years may not be compared.
    NotComparable(NotComparable),
    /// What is asked allows no verdict.
    NotMeasurable(NotMeasurable),
}

/// Why there are no results to judge by.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NoData {
    /// It is not known of which province the plan is.
    Province,
    /// The province has no published results in that year.
    NotSurveyed(i32),
    /// The scores that were given do not have the province in that year.
    Scores(i32),
    /// They have no band for it.
    Band(i32),
    /// They have too few provinces for a place among all.
    Incomplete {
        /// The survey year.
        year: i32,
        /// How many provinces have a score.
        have: usize,
        /// How many were ranked.
        of: usize,
    },
    /// It is not known how many provinces were ranked.
    Ranked(i32),
}

/// Why two years may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotComparable {
    /// The method changed in that year.
    Break(i32),
    /// The part is not there in that year, or is another one.
    Part(i32),
    /// The province was merged between the two.
    Merged,
    /// Provinces were merged between the two, so that places mean something else.
    Reorganised,
}

/// Why what is asked allows no verdict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum NotMeasurable {
    /// It says "about".
    About,
    /// It is about a region, and papi does not know its provinces.
    Region,
    /// It lies outside the scale of what it is about.
    Scale,
    /// It does not say whether a score, a rank or a band is to hold.
    WhatIsHeld,
}

impl IndexVerdict {
    /// The word of machine formats: `met`, `missed`, `not-yet-published`, `no-data`,
    /// `not-comparable`, `not-measurable`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Met => "met",
            Self::Missed => "missed",
            Self::NotYetPublished => "not-yet-published",
            Self::NoData(_) => "no-data",
            Self::NotComparable(_) => "not-comparable",
            Self::NotMeasurable(_) => "not-measurable",
        }
    }
}

/// What every objective of a plan on the index comes to: the objective and the target,
/// by index, with each judgement. Objectives that are not on the index are left out.
#[must_use]
pub fn judge_objectives(plan: &Plan, released: &Released) -> Vec<(usize, usize, IndexJudgement)> {
    let mut judged = Vec::new();
    for (at, objective) in plan.objectives.iter().enumerate() {
        for (target_at, target) in objective.targets.iter().enumerate() {
            for judgement in judge_target(
                target,
                &About::objective(objective),
                plan.head.years,
                released,
            ) {
                judged.push((at, target_at, judgement));
            }
        }
    }
    judged
}

/// What a target is about besides its own words.
#[derive(Clone, Copy, Debug)]
pub struct About<'p> {
    /// The title of its objective or task.
    pub title: &'p str,
    /// The dimensions that its objective or task concerns.
    pub dimensions: &'p [crate::source::Located<String>],
}

impl<'p> About<'p> {
    /// What an objective's target is about.
    #[must_use]
    pub fn objective(objective: &'p Objective) -> Self {
        Self {
            title: &objective.title,
            dimensions: &objective.dimensions,
        }
    }

    /// What a task's target is about.
    #[must_use]
    pub fn task(task: &'p Task) -> Self {
        Self {
            title: &task.title,
            dimensions: &task.dimensions,
        }
    }
}

/// What a target on the index comes to: each of its bounds, for each part of the index
/// it is about and each survey year that decides. Empty for one that is not on the
/// index.
#[must_use]
pub fn judge_target(
    target: &Target,
    about: &About,
    years: Years,
    released: &Released,
) -> Vec<IndexJudgement> {
    let bounds = target.bounds.iter().enumerate();
    let judged = bounds.flat_map(|(at, bound)| {
        let judged = judge_bound(target, bound, about, years, released);
        judged.into_iter().map(move |judged| IndexJudgement {
            bound: at,
            ..judged
        })
    });
    judged.collect()
}

/// What one bound of a target comes to, for each part of the index it is about and each
/// survey year that decides. Empty where it is not on the index.
#[must_use]
pub fn judge_bound(
    target: &Target,
    bound: &Bound,
    about: &About,
    years: Years,
    released: &Released,
) -> Vec<IndexJudgement> {
    let Some(figure) = asked::figure_asked(target, bound, about.title) else {
        return Vec::new();
    };
    let mut judged = Vec::new();
    for scored in parts_named(target, about) {
        for year in years_asked(bound, years) {
            let case = compare::Case {
                bound,
                target,
                figure,
                scored,
                year,
                first_year: years.from,
                released,
            };
            judged.push(IndexJudgement {
                stretch: bound.stretch,
                ..case.judge()
            });
        }
    }
    judged
}

/// The number of a part of the index, where it is one.
fn part(scored: Scored) -> Option<DimensionNumber> {
    match scored {
        Scored::Part(number) => Some(number),
        Scored::Total => None,
    }
}

impl IndexJudgement {
    /// A judgement that says only why there is none.
    fn without_figures(scored: Scored, year: i32, verdict: IndexVerdict) -> Self {
        Self {
            bound: 0,
            scored,
            year,
            verdict,
            figure: None,
            baseline: None,
            among_both: None,
            short_by: None,
            stretch: false,
            explanation: Vec::new(),
        }
    }
}

/// Whether a bound of a target asks for something of the index.
#[must_use]
pub fn asks_for_index(target: &Target, bound: &Bound, about: &About) -> bool {
    asked::figure_asked(target, bound, about.title).is_some()
}
