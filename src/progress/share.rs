//! Shares of agencies: those that satisfy it ÷ all of them in the registry.

use rust_decimal::Decimal;
use rust_decimal::prelude::ToPrimitive;

use super::case::{Case, Finding, Gathered, Outcome, choose, verdict_on_nothing};
use super::explanation::{Disagreement, LeftOut, WhyLeftOut, formula};
use super::figures::{self, BodyFigure, Wanted};
use super::reach::Reach;
use super::rollup::{asked_value, satisfies};
use super::verdict::{Reason, TargetFigure, Verdict};
use crate::model::{AgencyLevel, Combine, Comparison, Figure, Level};

/// How many agencies satisfy a target.
pub(super) struct Share {
    /// Those who do for certain.
    pub(super) satisfied: usize,
    /// Those of whom something was reported that does not tell.
    pub(super) unclear: usize,
    /// All of them.
    pub(super) of: usize,
    /// Whether so many are asked for, and not so great a part: "100 xã".
    pub(super) is_count: bool,
}

impl Share {
    fn figure(&self, satisfied: usize) -> TargetFigure {
        if self.is_count {
            return TargetFigure::Number(satisfied.into());
        }
        TargetFigure::Share {
            satisfied,
            of: self.of,
        }
    }
}

impl Case<'_> {
    /// Judges a share of the agencies of a level.
    pub(super) fn share(&self, counted: AgencyLevel, level: &Level) -> Finding {
        let (mut share, finding) = self.share_of_level(counted);
        share.is_count = !(level.unit.is_empty() || level.unit.starts_with('%'));
        let lower_is_better = self.target.lower_is_better;
        let holds = |part: usize| {
            let value = share.figure(part).fraction()?;
            satisfies(level, lower_is_better, value)
        };
        let asked = asked_value(level, lower_is_better);
        decided(
            finding,
            &share,
            level.comparison,
            lower_is_better,
            Some((asked, &level.unit)),
            &holds,
        )
    }

    /// Counts the agencies of a level that satisfy the target.
    pub(super) fn share_of_level(&self, level: AgencyLevel) -> (Share, Finding) {
        let base = self.directory.of_level(level);
        let reach = self.reach.over(base);
        let selection = self.selection(Wanted::Done, Combine::Latest);
        let bodies = self.directory.bodies().len();
        let (figures, left_out) = figures::by_body(self.book, bodies, &selection);
        let figures = self.at_their_committees(figures);
        counted(&reach, base, figures, left_out, &is_done)
    }

    /// The figures of bodies of their own in localities (a court, a health station) at
    /// the committees there, where these say nothing themselves.
    fn at_their_committees(&self, mut figures: Vec<Option<BodyFigure>>) -> Vec<Option<BodyFigure>> {
        for (at, body) in self.directory.bodies().iter().enumerate() {
            // The committees come first, in the order of the localities.
            if let Some(locality) = body.locality.filter(|_| !body.is_committee)
                && figures[locality].is_none()
            {
                figures[locality] = figures[at].take();
            }
        }
        figures
    }
}

/// Counts the agencies of `base` that satisfy the target, as `done` tells from an
/// agency's own figure; a row of an agency above counts those below it.
pub(super) fn counted(
    reach: &Reach<'_>,
    base: &[usize],
    mut figures: Vec<Option<BodyFigure>>,
    mut left_out: Vec<LeftOut>,
    done: &dyn Fn(&BodyFigure) -> Option<bool>,
) -> (Share, Finding) {
    let mut is_base = vec![false; figures.len()];
    for &body in base {
        is_base[body] = true;
    }
    let mut unclear = vec![false; figures.len()];
    for body in 0..figures.len() {
        let Some(figure) = &figures[body] else {
            continue;
        };
        let members = if is_base[body] {
            vec![body]
        } else {
            reach.stands_for(body)
        };
        let why = if members.is_empty() {
            None
        } else if is_base[body] {
            done(figure).is_none().then_some(match figure.value {
                Err(Reason::PeriodsTooWide) => WhyLeftOut::PeriodTooWide,
                _ => WhyLeftOut::WrongKind,
            })
        } else {
            part_of(figure, members.len()).err()
        };
        if let Some(why) = why {
            let inputs = figure.inputs.iter().cloned();
            left_out.extend(inputs.map(|input| LeftOut { input, why }));
            figures[body] = None;
            for member in members {
                unclear[member] = true;
            }
        }
    }
    let gathered = choose(reach, figures, left_out);
    let mut finding = gathered.finding(base.len());
    let part = |body: usize| {
        let figure = gathered.of(body);
        if is_base[body] {
            usize::from(done(figure) == Some(true))
        } else {
            part_of(figure, usize::MAX).unwrap_or(0)
        }
    };
    finding.explanation.disagreements =
        disagreements(&gathered, reach, &is_base, &part, base.len());
    let missing = &gathered.choice.missing;
    let share = Share {
        satisfied: gathered.choice.rows.iter().map(|&body| part(body)).sum(),
        unclear: missing.iter().filter(|&&body| unclear[body]).count(),
        of: base.len(),
        is_count: false,
    };
    (share, finding)
}

/// Judges a counted share. Who is silent has not done it; but silence is no success, so
/// where few are asked for, the silent might be among them.
pub(super) fn decided(
    mut finding: Finding,
    share: &Share,
    comparison: Comparison,
    lower_is_better: bool,
    asked: Option<(Decimal, &str)>,
    holds: &dyn Fn(usize) -> Option<bool>,
) -> Finding {
    if share.of == 0 {
        return finding.because(Reason::NoRegistry);
    }
    if finding.explanation.inputs.is_empty() {
        finding.outcome = Outcome::Verdict(verdict_on_nothing(&finding.explanation));
        return finding;
    }
    let figure = share.figure(share.satisfied);
    finding.figure = Some(figure);
    finding.explanation.formula = Some(formula(figure, asked));
    let few_are_asked = match comparison {
        Comparison::AtMost | Comparison::LessThan => true,
        Comparison::Between => lower_is_better,
        Comparison::AtLeast | Comparison::MoreThan | Comparison::About => false,
    };
    let silent = finding.missing.len();
    let at_most = share.satisfied + if few_are_asked { silent } else { share.unclear };
    match (holds(share.satisfied), holds(at_most)) {
        (Some(least), Some(most)) if least == most => finding.outcome = Outcome::Holds(least),
        (Some(_), Some(_)) => {
            let reason = match verdict_on_nothing(&finding.explanation) {
                Verdict::NotMeasurable(reason) if share.unclear > 0 => reason,
                _ => Reason::Silence,
            };
            return finding.because(reason);
        }
        _ => return finding.because(Reason::TooLong),
    }
    finding
}

/// Whether an agency's own figure says that it is done: yes, more than nothing, all of
/// it.
fn is_done(figure: &BodyFigure) -> Option<bool> {
    match figure.value.ok()? {
        Figure::None => None,
        Figure::Attested(yes) => Some(yes),
        Figure::Number(number) => Some(number > Decimal::ZERO),
        Figure::Percent(percent) => Some(percent >= Decimal::ONE_HUNDRED),
        Figure::Ratio {
            numerator,
            denominator,
        } => Some(denominator > Decimal::ZERO && numerator >= denominator),
    }
}

/// How many of the agencies below satisfy it, as the agency above them reports: a whole
/// number, and no more than there are.
fn part_of(figure: &BodyFigure, members: usize) -> Result<usize, WhyLeftOut> {
    match figure.value {
        Ok(Figure::Ratio { numerator, .. }) => {
            let whole = numerator
                .fract()
                .is_zero()
                .then(|| numerator.to_usize())
                .flatten();
            match whole {
                Some(part) if part <= members => Ok(part),
                Some(_) => Err(WhyLeftOut::MoreThanRegistry),
                None => Err(WhyLeftOut::WrongKind),
            }
        }
        Ok(Figure::Percent(_)) => Err(WhyLeftOut::WithoutParts),
        _ => Err(WhyLeftOut::WrongKind),
    }
}

/// Denominators that are not the registry's, and agencies whose members say otherwise.
fn disagreements(
    gathered: &Gathered,
    reach: &Reach<'_>,
    is_base: &[bool],
    part: &dyn Fn(usize) -> usize,
    all: usize,
) -> Vec<Disagreement> {
    let mut found = Vec::new();
    for &body in &gathered.choice.rows {
        if let Ok(Figure::Ratio { denominator, .. }) = gathered.of(body).value
            && !is_base[body]
        {
            let registry = if reach.is_head(body) {
                all
            } else {
                reach.stands_for(body).len()
            };
            if denominator != Decimal::from(registry) {
                found.push(Disagreement::AgainstRegistry {
                    body,
                    reported: denominator,
                    registry,
                });
            }
        }
    }
    for (body, members, is_complete) in &gathered.choice.doubled {
        let order = gathered.of(*body).order;
        if is_base[*body]
            || members
                .iter()
                .any(|&member| gathered.of(member).order != order)
        {
            continue;
        }
        let of = reach.stands_for(*body).len();
        let own = part(*body);
        let theirs: usize = members.iter().map(|&member| part(member)).sum();
        if (*is_complete && own != theirs) || theirs > own {
            found.push(Disagreement::OwnAgainstMembers {
                body: *body,
                own: TargetFigure::Share { satisfied: own, of },
                members: TargetFigure::Share {
                    satisfied: theirs,
                    of,
                },
            });
        }
    }
    found
}
