//! The roll-up: figures of agencies become the figure of a target.

use rust_decimal::Decimal;

use super::case::{Case, Finding, Gathered, Outcome};
use super::exact::Fraction;
use super::explanation::{Disagreement, formula};
use super::figures::{Wanted, total};
use super::verdict::{Reason, TargetFigure};
use crate::model::{Combine, Comparison, Figure, Level, Measure};

/// Whether a value satisfies what is asked; `None` where that cannot be told exactly.
pub(super) type Holds<'h> = &'h dyn Fn(Fraction) -> Option<bool>;

impl Case<'_> {
    /// Judges a figure compared with a value.
    pub(super) fn level(&self, level: &Level) -> Finding {
        let holds = |value: Fraction| satisfies(level, self.target.lower_is_better, value);
        let (finding, figure) = self.measured(&level.unit, &holds);
        let Some(figure) = figure else {
            return finding;
        };
        let asked = (
            level.comparison,
            asked_value(level, self.target.lower_is_better),
        );
        if figure.is_percentage() && !level.unit.starts_with('%') {
            // "0,7" may be a part of one or of a hundred.
            let figure = Some(figure);
            return Finding { figure, ..finding }.because(Reason::WrongKind);
        }
        let mut finding = decided(finding, figure, &holds);
        finding.explanation.formula = Some(formula(figure, Some((asked.1, &level.unit))));
        let counts_silence = matches!(self.target.measure, Some(Measure::Count))
            && matches!(asked.0, Comparison::AtMost | Comparison::LessThan);
        if counts_silence
            && !finding.missing.is_empty()
            && matches!(finding.outcome, Outcome::Holds(true))
        {
            return finding.because(Reason::Silence);
        }
        finding
    }

    /// Judges that the figure is nought and was reported.
    pub(super) fn zero(&self) -> Finding {
        let selection = self.selection(Wanted::Nought, Combine::Sum);
        let gathered = self.gather(&selection);
        let finding = gathered.finding(self.reach.expected().len());
        let figure = match summed(&gathered, Wanted::Nought) {
            Ok(Some(figure)) => figure,
            Ok(None) => return finding,
            Err(reason) => return finding.because(reason),
        };
        let holds = |value: Fraction| Some(value.compared_with(Decimal::ZERO)?.is_eq());
        let mut finding = decided(finding, figure, &holds);
        finding.explanation.formula = Some(formula(figure, Some((Decimal::ZERO, ""))));
        if !finding.missing.is_empty() && matches!(finding.outcome, Outcome::Holds(true)) {
            return finding.because(Reason::Silence);
        }
        finding
    }

    /// The figure of the target by its measure, or the finding that there is none.
    pub(super) fn measured(&self, unit: &str, holds: Holds<'_>) -> (Finding, Option<TargetFigure>) {
        let is_percentage = unit.starts_with('%');
        let (wanted, usual) = match self.target.measure {
            Some(Measure::Ratio) => (Wanted::Percentage, Combine::Latest),
            Some(Measure::Count) => (Wanted::Number, Combine::Sum),
            _ if is_percentage => (Wanted::Percentage, Combine::Latest),
            _ => (Wanted::Number, Combine::Latest),
        };
        let gathered = self.gather(&self.selection(wanted, usual));
        let mut finding = gathered.finding(self.reach.expected().len());
        if gathered.choice.rows.is_empty() {
            return (finding, None);
        }
        if let Some(reason) = gathered.problem() {
            return (finding.because(reason), None);
        }
        finding.explanation.disagreements = disagreements(&gathered, wanted);
        if can_be_summed(&gathered, self.target.measure, &finding) {
            return match summed(&gathered, wanted) {
                Ok(figure) if agrees_with_earlier(&gathered, figure, holds) => (finding, figure),
                Ok(figure) => {
                    finding.figure = figure;
                    (finding.because(Reason::WithoutParts), None)
                }
                Err(reason) => (finding.because(reason), None),
            };
        }
        let each = each_agency(&gathered, holds);
        finding.figure = Some(each);
        finding.explanation.formula = Some(formula(each, None));
        let reason = match wanted {
            Wanted::Percentage => Reason::WithoutParts,
            _ => Reason::HowToCombine,
        };
        (finding.because(reason), None)
    }
}

/// Compares the figure.
fn decided(mut finding: Finding, figure: TargetFigure, holds: Holds<'_>) -> Finding {
    finding.figure = Some(figure);
    let Some(value) = figure.fraction() else {
        return finding.because(Reason::NothingCounted);
    };
    match holds(value) {
        Some(held) => finding.outcome = Outcome::Holds(held),
        None => return finding.because(Reason::TooLong),
    }
    finding
}

/// Whether the figures that stand can become one: parts of a whole and counts can; a
/// percentage or a score only when it stands alone for everybody.
fn can_be_summed(gathered: &Gathered, measure: Option<Measure>, finding: &Finding) -> bool {
    let rows = &gathered.choice.rows;
    let all_ratios = rows
        .iter()
        .all(|&body| matches!(gathered.of(body).value, Ok(Figure::Ratio { .. })));
    all_ratios || measure == Some(Measure::Count) || (rows.len() == 1 && finding.missing.is_empty())
}

/// Percentages without parts of several spans cannot become one. Yet where all fall on
/// one side of what is asked, so does whatever stands for the whole time.
fn agrees_with_earlier(
    gathered: &Gathered,
    figure: Option<TargetFigure>,
    holds: Holds<'_>,
) -> bool {
    let last = figure.and_then(TargetFigure::fraction).and_then(holds);
    let rows = gathered.choice.rows.iter();
    let mut earlier = rows.flat_map(|&body| &gathered.of(body).earlier);
    earlier.all(|&percent| holds(Fraction::whole(percent)) == last)
}

/// The sum of the figures that stand.
fn summed(gathered: &Gathered, wanted: Wanted) -> Result<Option<TargetFigure>, Reason> {
    sum_of(gathered, &gathered.choice.rows, wanted)
}

fn sum_of(
    gathered: &Gathered,
    bodies: &[usize],
    wanted: Wanted,
) -> Result<Option<TargetFigure>, Reason> {
    let mut figures = Vec::with_capacity(bodies.len());
    for &body in bodies {
        figures.push(gathered.of(body).value?);
    }
    Ok(target_figure(total(figures.into_iter(), wanted)?))
}

fn target_figure(figure: Figure) -> Option<TargetFigure> {
    match figure {
        Figure::Ratio {
            numerator,
            denominator,
        } => Some(TargetFigure::Ratio {
            numerator,
            denominator,
        }),
        Figure::Percent(percent) => Some(TargetFigure::Percent(percent)),
        Figure::Number(number) => Some(TargetFigure::Number(number)),
        Figure::None | Figure::Attested(_) => None,
    }
}

/// Figures that cannot be summed, compared one by one.
fn each_agency(gathered: &Gathered, holds: Holds<'_>) -> TargetFigure {
    let (mut satisfied, mut compared) = (0, 0);
    for &body in &gathered.choice.rows {
        let figure = gathered.of(body).value.ok().and_then(target_figure);
        if let Some(held) = figure.and_then(TargetFigure::fraction).and_then(holds) {
            compared += 1;
            satisfied += usize::from(held);
        }
    }
    TargetFigure::EachAgency {
        satisfied,
        compared,
    }
}

/// Where an agency's own figure and those of its members for the same time contradict
/// each other: they differ though all members reported, or the members have more.
fn disagreements(gathered: &Gathered, wanted: Wanted) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for (body, members, is_complete) in &gathered.choice.doubled {
        let own = gathered.of(*body);
        if members
            .iter()
            .any(|&member| gathered.of(member).order != own.order)
        {
            continue;
        }
        let own = own.value.ok().and_then(target_figure);
        let members = sum_of(gathered, members, wanted).ok().flatten();
        let (Some(own), Some(members)) = (own, members) else {
            continue;
        };
        if (*is_complete && own != members) || is_more(members, own) {
            found.push(Disagreement::OwnAgainstMembers {
                body: *body,
                own,
                members,
            });
        }
    }
    found
}

/// Whether a part has more than its whole.
fn is_more(part: TargetFigure, whole: TargetFigure) -> bool {
    match (part, whole) {
        (
            TargetFigure::Ratio {
                numerator: part,
                denominator: of,
            },
            TargetFigure::Ratio {
                numerator,
                denominator,
            },
        ) => part > numerator || of > denominator,
        (TargetFigure::Number(part), TargetFigure::Number(whole)) => part > whole,
        _ => false,
    }
}

/// The value a level is judged by: of a range its lower end, or its upper where lower
/// is better.
pub(super) fn asked_value(level: &Level, lower_is_better: bool) -> Decimal {
    match level.comparison {
        Comparison::Between if lower_is_better => level.upper.unwrap_or(level.value),
        _ => level.value,
    }
}

/// Whether a value satisfies a level.
pub(super) fn satisfies(level: &Level, lower_is_better: bool, value: Fraction) -> Option<bool> {
    let order = value.compared_with(asked_value(level, lower_is_better))?;
    Some(match level.comparison {
        Comparison::Between if lower_is_better => order.is_le(),
        Comparison::AtLeast | Comparison::Between => order.is_ge(),
        Comparison::MoreThan => order.is_gt(),
        Comparison::AtMost => order.is_le(),
        Comparison::LessThan => order.is_lt(),
        Comparison::About => return None,
    })
}
