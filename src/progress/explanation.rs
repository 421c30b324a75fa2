//! How a verdict came about: what went in, what was left out and why, the formula.

use rust_decimal::Decimal;

use super::book::Reported;
use super::objectives::IndexJudgement;
use super::verdict::TargetFigure;
use crate::lang::Text;
use crate::model::{Figure, ReportingPeriod, RowPlace};
use crate::say;
use crate::words::say_number as number;

/// How a verdict came about.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Explanation {
    /// The rows that went in, in the order of agencies and periods.
    pub inputs: Vec<Input>,
    /// The rows that did not.
    pub left_out: Vec<LeftOut>,
    /// What contradicts itself.
    pub disagreements: Vec<Disagreement>,
    /// The comparison with its numbers: "45 ÷ 152 = 29,61 % < 30 %".
    pub formula: Option<Text>,
    /// What published scores of the index say, where it is judged by them.
    pub index: Vec<IndexJudgement>,
}

/// A row that went in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Input {
    /// The agency, by index.
    pub body: usize,
    /// The period.
    pub period: ReportingPeriod,
    /// What it reports.
    pub figure: Figure,
    /// Where it stands.
    pub row: RowPlace,
}

/// A row that did not go in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LeftOut {
    /// The row.
    pub input: Input,
    /// Why.
    pub why: WhyLeftOut,
}

/// Why a row did not go in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WhyLeftOut {
    /// Its agency neither leads nor carries out the task, nor stands above or below
    /// one that does.
    NotAssigned,
    /// Another row says something else and none is later.
    Disputed,
    /// It reports something of another kind than the target asks.
    WrongKind,
    /// It is a percentage without its parts, so it cannot be summed.
    WithoutParts,
    /// It counts more agencies than the registry has there.
    MoreThanRegistry,
    /// A row of the agency above stands for it.
    StandsBelow,
    /// A later period, or one that holds this one, stands for it.
    OtherPeriod,
    /// Its period is wider than those in which the target counts.
    PeriodTooWide,
    /// It lies after the year for which the target asks.
    AfterItsYear,
    /// It says yes and names no evidence.
    WithoutEvidence,
    /// The target is judged by published results only.
    PublishedOnly,
}

/// Two statements that contradict each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Disagreement {
    /// An agency's own figure and that of its members, all of whom reported.
    OwnAgainstMembers {
        /// The agency, by index.
        body: usize,
        /// Its own.
        own: TargetFigure,
        /// Theirs.
        members: TargetFigure,
    },
    /// A denominator and the number of agencies in the registry.
    AgainstRegistry {
        /// The agency that reported it, by index.
        body: usize,
        /// What it reported.
        reported: Decimal,
        /// What the registry has.
        registry: usize,
    },
}

impl Input {
    /// The input that `reported` is.
    pub(super) fn new(body: usize, period: ReportingPeriod, reported: &Reported<'_>) -> Self {
        Self {
            body,
            period,
            figure: reported.figure,
            row: reported.place(),
        }
    }
}

/// The comparison of a figure with a value: "45 ÷ 152 = 29,61 % < 30 %".
pub(super) fn formula(figure: TargetFigure, asked: Option<(Decimal, &str)>) -> Text {
    let against = asked.map(|(value, _)| value);
    let value = figure.fraction().map(|fraction| fraction.shown(against));
    let left = match (figure, value) {
        (
            TargetFigure::Ratio {
                numerator,
                denominator,
            },
            Some(value),
        ) => {
            let (n, d, v) = (number(numerator), number(denominator), number(value));
            joined(&[
                &n,
                &Text::same(" ÷ "),
                &d,
                &Text::same(" = "),
                &v,
                &Text::same(" %"),
            ])
        }
        (
            TargetFigure::Ratio {
                numerator,
                denominator,
            },
            None,
        ) => joined(&[&number(numerator), &Text::same(" ÷ "), &number(denominator)]),
        (TargetFigure::Share { satisfied, of }, value) => {
            let head = say! {
                vi: "{satisfied} ÷ {of} cơ quan, đơn vị",
                en: "{satisfied} ÷ {of} agencies",
            };
            match value {
                Some(value) => {
                    joined(&[&head, &Text::same(" = "), &number(value), &Text::same(" %")])
                }
                None => head,
            }
        }
        (TargetFigure::Percent(value), _) => joined(&[&number(value), &Text::same(" %")]),
        (TargetFigure::Number(value), _) => number(value),
        (
            TargetFigure::EachAgency {
                satisfied,
                compared,
            },
            _,
        ) => say! {
            vi: "{satisfied} trên {compared} cơ quan, đơn vị đạt",
            en: "{satisfied} of {compared} agencies meet it",
        },
        (TargetFigure::Attested { yes, no, .. }, _) => say! {
            vi: "{yes} xác nhận đạt, {no} xác nhận không đạt",
            en: "{yes} attest it, {no} deny it",
        },
        // It is compared where it is judged.
        (TargetFigure::Index { .. }, _) => Text::same(""),
    };
    let compared = asked.zip(figure.fraction());
    let Some(((value, unit), fraction)) = compared else {
        return left;
    };
    let sign = match fraction.compared_with(value) {
        Some(std::cmp::Ordering::Less) => " < ",
        Some(std::cmp::Ordering::Equal) => " = ",
        Some(std::cmp::Ordering::Greater) => " > ",
        None => " ? ",
    };
    let unit = if unit.is_empty() {
        String::new()
    } else {
        format!(" {unit}")
    };
    joined(&[&left, &Text::same(sign), &number(value), &Text::same(unit)])
}

/// The texts one after another.
pub(super) fn joined(texts: &[&Text]) -> Text {
    Text {
        vi: texts.iter().map(|text| text.vi.as_str()).collect(),
        en: texts.iter().map(|text| text.en.as_str()).collect(),
    }
}
