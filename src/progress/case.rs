//! One target before the judge: everything a finding on one of its bounds needs.

use chrono::NaiveDate;

use super::book::Book;
use super::directory::Directory;
use super::explanation::{Explanation, LeftOut, WhyLeftOut};
use super::figures::{self, BodyFigure, Selection, Wanted};
use super::reach::{Choice, Order, Reach};
use super::verdict::{Reason, TargetFigure, Verdict};
use crate::model::{AgencyLevel, Combine, Measure, ReportingPeriod, Target};

/// One target with all that was reported.
#[derive(Clone, Copy)]
pub(super) struct Case<'c> {
    pub(super) directory: &'c Directory,
    pub(super) book: &'c Book,
    /// The target's item, by index.
    pub(super) item: usize,
    pub(super) target: &'c Target,
    pub(super) reach: &'c Reach<'c>,
    /// The years that count, both included.
    pub(super) years: (i32, i32),
    /// The day on which it is judged.
    pub(super) as_of: NaiveDate,
}

/// What a bound comes to before it is asked whether its time is over.
#[derive(Debug)]
pub(super) enum Outcome {
    /// The bound is satisfied or short.
    Holds(bool),
    /// Something else.
    Verdict(Verdict),
}

/// The outcome with all that led to it.
#[derive(Debug)]
pub(super) struct Finding {
    pub(super) outcome: Outcome,
    pub(super) figure: Option<TargetFigure>,
    pub(super) period: Option<ReportingPeriod>,
    pub(super) expected: usize,
    pub(super) missing: Vec<usize>,
    pub(super) explanation: Explanation,
}

impl Finding {
    /// A finding that rests on nothing reported.
    pub(super) fn bare(verdict: Verdict) -> Self {
        Self {
            outcome: Outcome::Verdict(verdict),
            figure: None,
            period: None,
            expected: 0,
            missing: Vec::new(),
            explanation: Explanation::default(),
        }
    }

    /// The same finding without a verdict, for that reason.
    pub(super) fn because(mut self, reason: Reason) -> Self {
        self.outcome = Outcome::Verdict(Verdict::NotMeasurable(reason));
        self
    }
}

/// The figures that stand, chosen from those of all agencies.
pub(super) struct Gathered {
    pub(super) figures: Vec<Option<BodyFigure>>,
    pub(super) choice: Choice,
    pub(super) left_out: Vec<LeftOut>,
}

impl Case<'_> {
    /// How rows of this target are selected.
    pub(super) fn selection(&self, wanted: Wanted, usual: Combine) -> Selection {
        Selection {
            item: self.item,
            wanted,
            combine: self.target.combine.unwrap_or(usual),
            combine_is_said: self.target.combine.is_some(),
            years: self.years,
        }
    }

    /// The same target in one year alone.
    pub(super) fn in_year(&self, year: i32) -> Self {
        Self {
            years: (year, year),
            ..*self
        }
    }

    /// The level whose agencies are counted, where the target is a share of them.
    pub(super) fn share_of(&self) -> Option<AgencyLevel> {
        match self.target.measure {
            Some(Measure::Share(level)) => Some(level),
            _ => None,
        }
    }

    /// The figures of this target that stand.
    pub(super) fn gather(&self, selection: &Selection) -> Gathered {
        let bodies = self.directory.bodies().len();
        let (figures, left_out) = figures::by_body(self.book, bodies, selection);
        choose(self.reach, figures, left_out)
    }
}

/// Those of `figures` that stand within `reach`.
pub(super) fn choose(
    reach: &Reach<'_>,
    figures: Vec<Option<BodyFigure>>,
    left_out: Vec<LeftOut>,
) -> Gathered {
    let orders: Vec<Option<Order>> = figures
        .iter()
        .map(|figure| figure.as_ref().map(|figure| figure.order))
        .collect();
    Gathered {
        choice: reach.choose(&orders),
        figures,
        left_out,
    }
}

impl Gathered {
    /// The figure of a body that has one.
    pub(super) fn of(&self, body: usize) -> &BodyFigure {
        self.figures[body]
            .as_ref()
            .expect("only bodies with a figure are chosen")
    }

    /// The finding as far as it does not depend on what is asked: rows that went in and
    /// rows that did not, period, missing agencies. Its outcome is what is said where
    /// no figure stands.
    pub(super) fn finding(&self, expected: usize) -> Finding {
        let choice = &self.choice;
        let mut explanation = Explanation {
            left_out: self.left_out.clone(),
            ..Explanation::default()
        };
        for &body in &choice.rows {
            explanation.inputs.extend_from_slice(&self.of(body).inputs);
        }
        for (bodies, why) in [
            (&choice.below, WhyLeftOut::StandsBelow),
            (&choice.outdated, WhyLeftOut::OtherPeriod),
            (&choice.unassigned, WhyLeftOut::NotAssigned),
        ] {
            for &body in bodies {
                let inputs = self.of(body).inputs.iter().cloned();
                let left_out = inputs.map(|input| LeftOut { input, why });
                explanation.left_out.extend(left_out);
            }
        }
        explanation
            .left_out
            .sort_by_key(|left_out| (left_out.input.body, left_out.input.period));
        let latest = choice.rows.iter().map(|&body| self.of(body));
        let latest = latest.max_by_key(|figure| figure.order);
        Finding {
            outcome: Outcome::Verdict(verdict_on_nothing(&explanation)),
            figure: None,
            period: latest.map(|figure| figure.period),
            expected,
            missing: choice.missing.clone(),
            explanation,
        }
    }

    /// The first reason why a figure that stands has no value.
    pub(super) fn problem(&self) -> Option<Reason> {
        let mut rows = self.choice.rows.iter();
        rows.find_map(|&body| self.of(body).value.err())
    }
}

/// What is said where no figure stands: nothing was reported, or nothing that counts.
pub(super) fn verdict_on_nothing(explanation: &Explanation) -> Verdict {
    let has = |why| {
        explanation
            .left_out
            .iter()
            .any(|left_out| left_out.why == why)
    };
    if has(WhyLeftOut::Disputed) {
        Verdict::NotMeasurable(Reason::Disputed)
    } else if has(WhyLeftOut::WithoutParts) {
        Verdict::NotMeasurable(Reason::WithoutParts)
    } else if has(WhyLeftOut::PeriodTooWide) {
        Verdict::NotMeasurable(Reason::PeriodsTooWide)
    } else if has(WhyLeftOut::WrongKind) || has(WhyLeftOut::MoreThanRegistry) {
        Verdict::NotMeasurable(Reason::WrongKind)
    } else {
        Verdict::NoData
    }
}
