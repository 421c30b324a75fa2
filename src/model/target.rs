//! Targets (chỉ tiêu) of a plan.

use rust_decimal::Decimal;

use super::agency::AgencyLevel;
use super::bound::{Band, Baseline, Bound};
use super::plan::Exception;
use crate::source::Located;

/// A target of a task, a duty or an objective.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// The id: its own, or its task's where it is the only one.
    pub id: Located<String>,
    /// The words as issued.
    pub words: Option<Located<String>>,
    /// What is asked, as read from the words or said by the table.
    pub bounds: Vec<Bound>,
    /// The parts of the words that were not understood.
    pub unread: Vec<Located<String>>,
    /// What its figure is, where words or table make it plain.
    pub measure: Option<Measure>,
    /// How figures of several periods become one, where the table says it.
    pub combine: Option<Combine>,
    /// Whether a smaller figure is the better one.
    pub lower_is_better: bool,
    /// The figure of the baseline, with its source, where the table gives it.
    pub baseline: Option<BaselineFigure>,
    /// Exceptions that hold for it.
    pub exceptions: Vec<Exception>,
}

/// What the figure of a target is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Measure {
    /// A part of a whole: Σ numerator ÷ Σ denominator.
    Ratio,
    /// The share of the agencies of a level that satisfy it.
    Share(AgencyLevel),
    /// Things counted.
    Count,
    /// A score.
    Score,
    /// A place in a ranking.
    Rank,
}

/// How figures of several periods become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Combine {
    /// They add up.
    Sum,
    /// The latest stands.
    Latest,
}

/// A figure that a change is measured against.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BaselineFigure {
    /// Of which year.
    pub of: Baseline,
    /// The figure.
    pub value: Option<Located<Decimal>>,
    /// The band, for targets on bands.
    pub band: Option<Located<Band>>,
    /// Where it was published.
    pub source: Option<Located<String>>,
}
