//! Changes against a baseline, and holding it.

use rust_decimal::Decimal;

use super::case::{Case, Finding, Outcome};
use super::exact::Fraction;
use super::explanation::{formula, joined};
use super::verdict::{Reason, TargetFigure};
use crate::model::{Baseline, Change, Comparison, Figure};
use crate::say;
use crate::words::say_number;

impl Case<'_> {
    /// Judges a change.
    pub(super) fn change(&self, change: &Change) -> Finding {
        let (finding, figure, then) = self.against(change.baseline);
        let Some(figure) = figure else {
            return finding;
        };
        let (Some(now), Some(then)) = (figure.fraction(), then) else {
            return without(finding, figure);
        };
        let holds = |difference: Option<Fraction>| {
            let difference = difference?;
            let difference = if change.downward {
                difference.negative()
            } else {
                difference
            };
            let order = difference.compared_with(change.value)?;
            Some(match change.comparison {
                Comparison::AtLeast | Comparison::Between => order.is_ge(),
                Comparison::MoreThan => order.is_gt(),
                Comparison::AtMost => order.is_le(),
                Comparison::LessThan => order.is_lt(),
                Comparison::About => return None,
            })
        };
        let points = now.minus(then);
        let proportion = points.and_then(|points| points.in_percent_of(then));
        let held = if change.unit != "%" {
            holds(points).ok_or(Reason::TooLong)
        } else if figure.is_percentage() {
            match (holds(points), holds(proportion)) {
                (Some(one), Some(other)) if one == other => Ok(one),
                (Some(_), Some(_)) => Err(Reason::PointsOrProportion),
                _ => Err(Reason::TooLong),
            }
        } else {
            holds(proportion).ok_or(Reason::TooLong)
        };
        compared(finding, figure, then, held)
    }

    /// Judges that the figure is not worse than the baseline.
    pub(super) fn hold(&self) -> Finding {
        let given = self.target.baseline.as_ref();
        let of = given.map_or(Baseline::Previous, |given| given.of);
        let (finding, figure, then) = self.against(of);
        let Some(figure) = figure else {
            return finding;
        };
        let (Some(now), Some(then)) = (figure.fraction(), then) else {
            return without(finding, figure);
        };
        let difference = now.minus(then);
        let order = difference.and_then(|difference| difference.compared_with(Decimal::ZERO));
        let held = order.map(|order| {
            if self.target.lower_is_better {
                order.is_le()
            } else {
                order.is_ge()
            }
        });
        compared(finding, figure, then, held.ok_or(Reason::TooLong))
    }

    /// The figure of the last year that was reported on, and its baseline.
    fn against(&self, baseline: Baseline) -> (Finding, Option<TargetFigure>, Option<Fraction>) {
        let (finding, figure) = self.plain_figure();
        let Some(period) = finding.period.filter(|_| figure.is_some()) else {
            return (finding, figure, None);
        };
        let (finding, figure) = self.in_year(period.year).plain_figure();
        let year = match baseline {
            Baseline::Year(year) => year,
            Baseline::Previous => period.year - 1,
        };
        let then = self.baseline(baseline, year);
        (finding, figure, then)
    }

    /// The figure as it was reported, whatever is asked of it.
    fn plain_figure(&self) -> (Finding, Option<TargetFigure>) {
        if let Some(level) = self.share_of() {
            let (share, finding) = self.share_of_level(level);
            let is_reported = !finding.explanation.inputs.is_empty();
            let figure = is_reported.then_some(TargetFigure::Share {
                satisfied: share.satisfied,
                of: share.of,
            });
            return (finding, figure);
        }
        let mut rows = self.book.of_item(self.item);
        let is_percentage = |figure| matches!(figure, Figure::Percent(_) | Figure::Ratio { .. });
        let unit = if rows.any(|(_, _, reported)| is_percentage(reported.figure)) {
            "%"
        } else {
            ""
        };
        // Whether single agencies satisfy it cannot be told: each would need a baseline.
        self.measured(unit, &|_| None)
    }

    /// The baseline: as the target gives it with its source, else the figure that was
    /// reported for that year of the plan.
    fn baseline(&self, of: Baseline, year: i32) -> Option<Fraction> {
        let given = self.target.baseline.as_ref();
        let is_before = year < self.years.0;
        if let Some(given) =
            given.filter(|given| given.of == of && (is_before || of != Baseline::Previous))
            && let (Some(value), Some(_)) = (&given.value, &given.source)
        {
            return Some(Fraction::whole(value.value));
        }
        if is_before || year > self.years.1 {
            return None;
        }
        let (_, figure) = self.in_year(year).plain_figure();
        figure?.fraction()
    }
}

/// The figure without a baseline to hold it against.
fn without(mut finding: Finding, figure: TargetFigure) -> Finding {
    finding.figure = Some(figure);
    finding.explanation.formula = Some(formula(figure, None));
    match figure.fraction() {
        Some(_) => finding.because(Reason::NoBaseline),
        None => finding.because(Reason::NothingCounted),
    }
}

fn compared(
    mut finding: Finding,
    figure: TargetFigure,
    then: Fraction,
    held: Result<bool, Reason>,
) -> Finding {
    finding.figure = Some(figure);
    let baseline = say_number(then.shown(None));
    let against = say! { vi: "; mốc so sánh: ", en: "; baseline: " };
    finding.explanation.formula = Some(joined(&[&formula(figure, None), &against, &baseline]));
    match held {
        Ok(held) => {
            finding.outcome = Outcome::Holds(held);
            finding
        }
        Err(reason) => finding.because(reason),
    }
}
