//! Which parts of the index a plan touches: its tasks and targets by dimension and
//! sub-dimension.

use std::collections::BTreeSet;

use crate::catalog::editions::{Dimension, Editions};
use crate::model::{BoundKind, DimensionNumber, Plan, Section, Target, Task, TaskKind};
use crate::source::Located;

/// What a plan does for a dimension or a sub-dimension.
#[derive(Clone, Debug)]
pub struct PartCoverage<'a> {
    /// The part.
    pub dimension: &'a Dimension,
    /// The tasks and duties linked to it, or to a part of it.
    pub tasks: Vec<&'a Task>,
    /// Those of a dimension that name no sub-dimension of it.
    pub unlinked: Vec<&'a Task>,
    /// How many targets they have.
    pub targets: usize,
    /// How many of these carry a figure.
    pub measurable: usize,
    /// The tasks without any target that carries a figure.
    pub unmeasured: Vec<&'a Task>,
    /// What it comes to.
    pub state: CoverageState,
}

/// What a plan's work for a part comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum CoverageState {
    /// Every task has a target that carries a figure.
    Measured,
    /// Some tasks have one.
    PartlyMeasured,
    /// There are tasks, and none has one.
    Unmeasured,
    /// No task is linked to it, but tasks of its dimension name no sub-dimension, so
    /// one of them may be for it.
    Unlinked,
    /// No task is for it.
    Untouched,
}

impl CoverageState {
    /// The word of machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::PartlyMeasured => "partly-measured",
            Self::Unmeasured => "unmeasured",
            Self::Unlinked => "unlinked",
            Self::Untouched => "untouched",
        }
    }
}

/// What a plan does for every part of the index.
#[derive(Clone, Debug)]
pub struct Coverage<'a> {
    /// Each dimension, followed by its sub-dimensions.
    pub parts: Vec<PartCoverage<'a>>,
    /// The tasks of the appendix that are for no dimension.
    pub elsewhere: Vec<&'a Task>,
}

impl<'a> Coverage<'a> {
    /// The coverage of `plan` by the edition of its last year. A task is for the
    /// dimensions it names, itself or in its parts; one that names none is for those of
    /// its section.
    #[must_use]
    pub fn of(plan: &'a Plan, editions: &'a Editions) -> Self {
        let year = plan.head.years.to;
        let linked: Vec<_> = tasks(plan)
            .map(|(section, task)| (task, links(plan, section, task)))
            .collect();
        let mut parts = Vec::new();
        for dimension in editions.dimensions_in(year) {
            let number = dimension.number.dimension;
            let whole = part(dimension, &linked, None);
            let unlinked = whole.unlinked.len();
            parts.push(whole);
            for sub in editions.sub_dimensions_in(year, number) {
                parts.push(part(sub, &linked, Some(unlinked)));
            }
        }
        let is_known = |number: &DimensionNumber| editions.dimension(year, *number).is_some();
        let elsewhere = linked
            .iter()
            .filter(|(task, links)| task.kind == TaskKind::Task && !links.iter().any(is_known))
            .map(|(task, _)| *task)
            .collect();
        Self { parts, elsewhere }
    }
}

/// Duties and tasks, each with its section.
fn tasks(plan: &Plan) -> impl Iterator<Item = (Option<&Section>, &Task)> {
    let duties = plan.duties.iter().map(|duty| (None, duty));
    let sections = plan.sections.iter();
    duties.chain(
        sections.flat_map(|section| section.tasks.iter().map(move |task| (Some(section), task))),
    )
}

/// The parts of the index that a task is for: its own and those of its parts, else those
/// of the nearest section above it that names any.
pub fn links(plan: &Plan, section: Option<&Section>, task: &Task) -> BTreeSet<DimensionNumber> {
    let own = task
        .dimensions
        .iter()
        .chain(task.parts.iter().flat_map(|part| &part.dimensions));
    let own = numbers(own);
    if !own.is_empty() {
        return own;
    }
    let mut above = section;
    // Sections that stand in each other have no top to reach.
    for _ in 0..=plan.sections.len() {
        let Some(section) = above else {
            break;
        };
        if !section.dimensions.is_empty() {
            return numbers(section.dimensions.iter());
        }
        above = section
            .within
            .as_ref()
            .and_then(|id| plan.sections.iter().find(|section| section.id == *id));
    }
    BTreeSet::new()
}

fn numbers<'n>(texts: impl Iterator<Item = &'n Located<String>>) -> BTreeSet<DimensionNumber> {
    texts
        .filter_map(|text| DimensionNumber::parse(text))
        .collect()
}

/// One part; `unlinked_above` is of a sub-dimension how many tasks of its dimension
/// name no sub-dimension.
fn part<'a>(
    dimension: &'a Dimension,
    linked: &[(&'a Task, BTreeSet<DimensionNumber>)],
    unlinked_above: Option<usize>,
) -> PartCoverage<'a> {
    let number = dimension.number;
    let is_for = |link: &DimensionNumber| match number.sub {
        Some(_) => *link == number,
        None => link.dimension == number.dimension,
    };
    let mut covered = PartCoverage {
        dimension,
        tasks: Vec::new(),
        unlinked: Vec::new(),
        targets: 0,
        measurable: 0,
        unmeasured: Vec::new(),
        state: CoverageState::Untouched,
    };
    for (task, links) in linked {
        if !links.iter().any(is_for) {
            continue;
        }
        covered.tasks.push(task);
        let names_sub = |link: &DimensionNumber| is_for(link) && link.sub.is_some();
        if number.sub.is_none() && !links.iter().any(names_sub) {
            covered.unlinked.push(task);
        }
        let targets: Vec<_> = targets_of(task).collect();
        let measurable = targets
            .iter()
            .filter(|target| is_measurable(target))
            .count();
        covered.targets += targets.len();
        covered.measurable += measurable;
        if measurable == 0 {
            covered.unmeasured.push(task);
        }
    }
    covered.state = state(&covered, unlinked_above.unwrap_or(0));
    covered
}

fn state(covered: &PartCoverage, unlinked_above: usize) -> CoverageState {
    match (covered.tasks.len(), covered.unmeasured.len()) {
        (0, _) if unlinked_above > 0 => CoverageState::Unlinked,
        (0, _) => CoverageState::Untouched,
        (_, 0) => CoverageState::Measured,
        (tasks, unmeasured) if tasks == unmeasured => CoverageState::Unmeasured,
        _ => CoverageState::PartlyMeasured,
    }
}

fn targets_of(task: &Task) -> impl Iterator<Item = &Target> {
    let parts = task.parts.iter().flat_map(|part| &part.targets);
    task.targets.iter().chain(parts)
}

/// Whether a target asks for something that is measured rather than attested.
#[must_use]
pub fn is_measurable(target: &Target) -> bool {
    let mut bounds = target.bounds.iter();
    bounds.any(|bound| bound.kind != BoundKind::Qualitative)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Bound;
    use crate::progress::fixtures::{lao_cai, section, task, who, words};

    fn work(id: &str, dimension: &[&str], bounds: &[BoundKind]) -> Task {
        let mut work = task(TaskKind::Task, id, who(&["so-noi-vu"], &[]));
        work.dimensions = dimension.iter().map(|number| words(number)).collect();
        work.targets = vec![Target {
            id: words(id),
            words: None,
            bounds: bounds.iter().cloned().map(Bound::new).collect(),
            unread: Vec::new(),
            measure: None,
            combine: None,
            lower_is_better: false,
            baseline: None,
            exceptions: Vec::new(),
        }];
        work
    }

    #[test]
    fn what_is_not_touched_is_told_from_what_is_not_linked() {
        let mut plan = lao_cai();
        let mut second = section(
            "II",
            vec![
                work("II.1", &["2.2"], &[BoundKind::Zero]),
                work("II.2", &["2.2", "2.3"], &[BoundKind::Qualitative]),
                work("II.3", &["2.1"], &[]),
                work("II.4", &["2.4"], &[BoundKind::Hold]),
            ],
        );
        second.dimensions = vec![words("2")];
        let mut seventh = section("VII", vec![work("VII.1", &[], &[BoundKind::Zero])]);
        seventh.dimensions = vec![words("7")];
        let other = section(
            "IX",
            vec![work("IX.1", &[], &[]), work("IX.2", &["9"], &[])],
        );
        plan.sections = vec![second, seventh, other];
        let editions = Editions::built_in();
        let coverage = Coverage::of(&plan, &editions);
        let of = |number: &str| {
            let number = DimensionNumber::parse(number).unwrap();
            let mut parts = coverage.parts.iter();
            let part = parts.find(|part| part.dimension.number == number).unwrap();
            (part.tasks.len(), part.targets, part.measurable, part.state)
        };
        assert_eq!(of("2"), (4, 4, 2, CoverageState::PartlyMeasured));
        assert_eq!(of("2.1"), (1, 1, 0, CoverageState::Unmeasured));
        assert_eq!(of("2.2"), (2, 2, 1, CoverageState::PartlyMeasured));
        assert_eq!(of("2.4"), (1, 1, 1, CoverageState::Measured));
        assert_eq!(of("7"), (1, 1, 1, CoverageState::Measured));
        assert_eq!(of("7.2"), (0, 0, 0, CoverageState::Unlinked));
        assert_eq!(of("8.1"), (0, 0, 0, CoverageState::Untouched));
        let elsewhere: Vec<_> = coverage
            .elsewhere
            .iter()
            .map(|task| task.id.as_str())
            .collect();
        assert_eq!(elsewhere, ["IX.1", "IX.2"]);
    }
}
