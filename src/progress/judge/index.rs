//! Bounds on the index itself: judged by its published scores alone.

use super::Court;
use crate::model::{Bound, BoundKind, Measure, Target};
use crate::progress::case::{Case, Finding, Outcome};
use crate::progress::explanation::{Explanation, Input, LeftOut, WhyLeftOut};
use crate::progress::items::Item;
use crate::progress::objectives::{
    About, IndexJudgement, IndexVerdict, NoData, NotMeasurable, Release, compared, judge_bound,
};
use crate::progress::verdict::{Reason, TargetFigure, Verdict};

/// Whether a bound is on an index: ranks and bands always; in an objective also scores,
/// and what is to be held.
pub(super) fn is_of_an_index(kind: &BoundKind, item: &Item<'_>, target: &Target) -> bool {
    let is_score = |unit: &str| unit == "điểm" || unit == "bậc" || unit == "hạng";
    let is_objective = item.objective.is_some();
    match (kind, target.measure) {
        (BoundKind::Rank(_) | BoundKind::Band(_), _) | (_, Some(Measure::Rank)) => true,
        (BoundKind::Change(change), _) if change.unit == "bậc" || change.unit == "hạng" => true,
        (BoundKind::Change(change), _) => {
            is_objective && (is_score(&change.unit) || change.unit.is_empty())
        }
        (BoundKind::Level(level), measure) => {
            is_objective && (is_score(&level.unit) || measure == Some(Measure::Score))
        }
        (BoundKind::Hold, _) => is_objective,
        (BoundKind::Frequency(_) | BoundKind::Zero | BoundKind::Qualitative, _) => false,
    }
}

impl Court<'_> {
    /// What a bound comes to by published scores: of several parts of the index or
    /// survey years the gravest decides. Rows of agencies say nothing of it.
    pub(super) fn by_scores(
        &self,
        case: &Case<'_>,
        item: &Item<'_>,
        bound: &Bound,
        year: i32,
    ) -> Finding {
        let about = match (item.objective, item.task) {
            (Some(objective), _) => About::objective(objective),
            (None, Some(task)) => About::task(task),
            (None, None) => About {
                title: item.title,
                dimensions: &[],
            },
        };
        let years = self.plan.head.years;
        let judged = judge_bound(case.target, bound, &about, years, self.released);
        let gravest = judged.iter().max_by_key(|judged| verdict(judged).gravity());
        let mut finding = match gravest {
            Some(judged) => of_judgement(judged),
            None => Finding::bare(self.of_another_index(year)),
        };
        let rows = self.book.of_item(case.item);
        let left_out = rows.map(|(body, period, reported)| LeftOut {
            input: Input::new(body, self.book.periods()[period], &reported),
            why: WhyLeftOut::PublishedOnly,
        });
        finding.explanation.left_out = left_out.collect();
        finding.explanation.index = judged;
        finding
    }

    /// papi knows no results of other indices; they come out about when PAPI's do.
    fn of_another_index(&self, year: i32) -> Verdict {
        match self.released.release(year) {
            Release::NotYet(_) => Verdict::NotYetPublished,
            Release::Out(_) | Release::Unknown => Verdict::NoData,
        }
    }
}

fn of_judgement(judged: &IndexJudgement) -> Finding {
    Finding {
        outcome: Outcome::Verdict(verdict(judged)),
        figure: judged.figure.map(|to| TargetFigure::Index {
            from: judged.baseline.map(|base| base.figure),
            to: to.figure,
        }),
        explanation: Explanation {
            formula: compared(judged),
            ..Explanation::default()
        },
        ..Finding::bare(Verdict::NoData)
    }
}

/// The verdict on a target that a judgement on the index makes.
fn verdict(judged: &IndexJudgement) -> Verdict {
    let not = Verdict::NotMeasurable;
    match judged.verdict {
        IndexVerdict::Met => Verdict::Met,
        IndexVerdict::Missed => Verdict::Missed,
        IndexVerdict::NotYetPublished => Verdict::NotYetPublished,
        // Nobody fails for a survey that was not held, and nothing more can be had.
        IndexVerdict::NoData(NoData::NotSurveyed(_)) => not(Reason::NotSurveyed),
        IndexVerdict::NoData(_) => Verdict::NoData,
        IndexVerdict::NotComparable(_) => not(Reason::NotComparable),
        IndexVerdict::NotMeasurable(why) => not(match why {
            NotMeasurable::About => Reason::About,
            NotMeasurable::Region => Reason::Region,
            NotMeasurable::Scale => Reason::OutOfScale,
            NotMeasurable::WhatIsHeld => Reason::WhatIsHeld,
        }),
    }
}
