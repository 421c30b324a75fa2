//! Judges every target of a plan on a day.

mod index;
#[cfg(test)]
mod naive;
#[cfg(test)]
mod scene;
#[cfg(test)]
mod tests;

use std::cmp::Reverse;

use chrono::{Datelike, NaiveDate};

use self::index::is_of_an_index;
use crate::model::{Bound, BoundKind, Comparison, Plan, Target};
use crate::progress::book::Book;
use crate::progress::case::{Case, Finding, Outcome};
use crate::progress::directory::Directory;
use crate::progress::items::{Item, Items};
use crate::progress::objectives::Released;
use crate::progress::reach::Reach;
use crate::progress::tree::Tree;
use crate::progress::verdict::{BoundJudgement, Judgement, Reason, Verdict};

/// Judges every target of `plan` by what the book holds, in the order of its items, as
/// of the day of `released`. Targets on the index itself, its scores, ranks and bands, are
/// judged by what is released.
#[must_use]
pub fn judge(
    plan: &Plan,
    directory: &Directory,
    items: &Items<'_>,
    book: &Book,
    released: &Released<'_>,
) -> Vec<Judgement> {
    let court = Court {
        plan,
        directory,
        tree: Tree::of(directory),
        items,
        book,
        released,
        as_of: released.as_of,
    };
    let all = items.all().iter().enumerate();
    all.filter_map(|(at, item)| Some(court.judged(at, item, item.target?)))
        .collect()
}

/// What stands the same for every target of a plan.
struct Court<'c> {
    plan: &'c Plan,
    directory: &'c Directory,
    tree: Tree,
    items: &'c Items<'c>,
    book: &'c Book,
    released: &'c Released<'c>,
    as_of: NaiveDate,
}

impl Court<'_> {
    fn judged(&self, at: usize, item: &Item<'_>, target: &Target) -> Judgement {
        let reach = Reach::of(self.plan, self.directory, &self.tree, self.items, item);
        let next_milestone = target
            .bounds
            .iter()
            .filter_map(|bound| bound.by)
            .filter(|&by| by >= self.as_of.year())
            .min();
        let mut bounds = Vec::with_capacity(target.bounds.len() + 1);
        for (index, bound) in target.bounds.iter().enumerate() {
            let until = bound.by.unwrap_or(self.plan.head.years.to);
            let case = Case {
                directory: self.directory,
                book: self.book,
                item: at,
                target,
                reach: &reach,
                years: (self.plan.head.years.from, until),
                as_of: self.as_of,
            };
            let finding = self.finding(&case, item, bound, until);
            let mut judgement = self.bound_judgement(finding, bound, until);
            judgement.bound = Some(index);
            judgement.counts = bound
                .by
                .is_none_or(|by| next_milestone.is_none_or(|next| by <= next));
            bounds.push(judgement);
        }
        if !target.unread.is_empty() || bounds.is_empty() {
            let reason = if target.unread.is_empty() {
                Reason::NothingAsked
            } else {
                Reason::Unread
            };
            let finding = Finding::bare(Verdict::NotMeasurable(reason));
            bounds.push(of_finding(finding, Verdict::NotMeasurable(reason), false));
        }
        decided(at, bounds)
    }

    fn finding(&self, case: &Case<'_>, item: &Item<'_>, bound: &Bound, year: i32) -> Finding {
        if is_of_an_index(&bound.kind, item, case.target) {
            return self.by_scores(case, item, bound, year);
        }
        match &bound.kind {
            BoundKind::Level(level) if level.comparison == Comparison::About => {
                let (finding, figure) = case.measured(&level.unit, &|_| None);
                match figure {
                    None => finding,
                    Some(_) => Finding { figure, ..finding }.because(Reason::About),
                }
            }
            BoundKind::Level(level) => match case.share_of() {
                Some(counted) => case.share(counted, level),
                None => case.level(level),
            },
            BoundKind::Frequency(frequency) if frequency.comparison == Comparison::About => {
                about(case.frequency(frequency))
            }
            BoundKind::Frequency(frequency) => case.frequency(frequency),
            BoundKind::Change(change) if change.comparison == Comparison::About => {
                about(case.change(change))
            }
            BoundKind::Change(change) => case.change(change),
            BoundKind::Hold => case.hold(),
            BoundKind::Zero => case.zero(),
            BoundKind::Qualitative => case.attestation(),
            BoundKind::Rank(_) | BoundKind::Band(_) => self.by_scores(case, item, bound, year),
        }
    }

    fn bound_judgement(&self, finding: Finding, bound: &Bound, until: i32) -> BoundJudgement {
        let verdict = match finding.outcome {
            Outcome::Holds(true) => Verdict::Met,
            Outcome::Holds(false) if self.as_of.year() > until => Verdict::Missed,
            Outcome::Holds(false) => Verdict::Behind,
            Outcome::Verdict(verdict) => verdict,
        };
        of_finding(finding, verdict, bound.stretch)
    }
}

/// A figure that is only about so much has no verdict.
fn about(finding: Finding) -> Finding {
    match finding.outcome {
        Outcome::Verdict(Verdict::NoData) => finding,
        _ => finding.because(Reason::About),
    }
}

fn of_finding(finding: Finding, verdict: Verdict, stretch: bool) -> BoundJudgement {
    BoundJudgement {
        bound: None,
        verdict,
        counts: true,
        figure: finding.figure,
        period: finding.period,
        reported: finding.expected - finding.missing.len(),
        expected: finding.expected,
        missing: finding.missing,
        explanation: finding.explanation,
        stretch,
    }
}

/// The judgement of a target: its gravest bound decides, and of equals one that is not
/// only striven for, and of these the first.
fn decided(target_item: usize, bounds: Vec<BoundJudgement>) -> Judgement {
    let counting = bounds.iter().enumerate().filter(|(_, bound)| bound.counts);
    let gravest =
        counting.max_by_key(|(at, bound)| (bound.verdict.gravity(), !bound.stretch, Reverse(*at)));
    // The next milestone counts, and where there is none every bound does.
    let (_, bound) = gravest.expect("a target has a bound that counts");
    let bound = bound.clone();
    Judgement {
        target_item,
        verdict: bound.verdict,
        bounds,
        figure: bound.figure,
        period: bound.period,
        reported: bound.reported,
        expected: bound.expected,
        missing: bound.missing,
        explanation: bound.explanation,
        stretch: bound.stretch,
    }
}
