//! Which of two targets, or of two times, asks for more.

use std::cmp::Ordering;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::model::{
    Bound, BoundKind, Comparison, Every, Frequency, Level, Schedule, Target, Task, When,
};

/// How a target stands to the one before it: greater asks for more, less for less;
/// `None` where the two cannot be compared.
#[must_use]
pub(super) fn compare_targets(old: &Target, new: &Target) -> Option<Ordering> {
    let measurable = |target: &Target| {
        let bounds = target.bounds.iter();
        bounds
            .filter(|bound| bound.kind != BoundKind::Qualitative)
            .count()
    };
    match (measurable(old), measurable(new)) {
        (0, 0) => return Some(Ordering::Equal).filter(|_| same_bounds(old, new)),
        // What can no longer be measured can no longer be missed.
        (_, 0) if new.unread.is_empty() => return Some(Ordering::Less),
        (0, _) if old.unread.is_empty() => return Some(Ordering::Greater),
        (one, other) if one != other => return None,
        _ => {}
    }
    let pairs = old.bounds.iter().zip(&new.bounds);
    let mut whole = Ordering::Equal;
    for (old_bound, new_bound) in pairs {
        let order = compare_bounds(old_bound, new_bound, new.lower_is_better)?;
        whole = together(whole, order)?;
    }
    Some(whole)
}

/// Whether two targets ask for the same.
#[must_use]
pub(super) fn same_bounds(old: &Target, new: &Target) -> bool {
    old.bounds == new.bounds
        && old.measure == new.measure
        && old.lower_is_better == new.lower_is_better
        && old.combine == new.combine
}

/// The last day that the entries of `when` name.
#[must_use]
pub(super) fn last_day(when: &[When]) -> Option<NaiveDate> {
    let schedules = when.iter().flat_map(|entry| &entry.schedules);
    let days = schedules.filter_map(|schedule| match schedule {
        Schedule::By { last_day } | Schedule::Window { last_day, .. } => Some(*last_day),
        Schedule::Continuous { last_day } => *last_day,
        Schedule::From { .. }
        | Schedule::Recurring { .. }
        | Schedule::Reporting { .. }
        | Schedule::Undated => None,
    });
    days.max()
}

/// Whether two tasks are to be done at the same times.
#[must_use]
pub(super) fn same_times(old: &Task, new: &Task) -> bool {
    let read = |task: &Task| -> Vec<Schedule> {
        let entries = task.when.iter();
        entries.flat_map(|entry| entry.schedules.clone()).collect()
    };
    let unread = |task: &Task| task.when.iter().any(|entry| !entry.unread.is_empty());
    // Words that are not understood may say anything.
    read(old) == read(new) && !unread(old) && !unread(new)
}

fn compare_bounds(old: &Bound, new: &Bound, lower_is_better: bool) -> Option<Ordering> {
    let asked = match (&old.kind, &new.kind) {
        (BoundKind::Level(old), BoundKind::Level(new)) => levels(old, new, lower_is_better)?,
        (BoundKind::Frequency(old), BoundKind::Frequency(new)) => frequencies(old, new)?,
        (BoundKind::Change(old), BoundKind::Change(new))
            if (&old.unit, old.baseline, old.downward)
                == (&new.unit, new.baseline, new.downward) =>
        {
            values((old.comparison, old.value), (new.comparison, new.value))?
        }
        (BoundKind::Rank(old), BoundKind::Rank(new)) if old.scope == new.scope => {
            old.at_most.cmp(&new.at_most)
        }
        (BoundKind::Band(old), BoundKind::Band(new)) => new.cmp(old),
        (old, new) if old == new => Ordering::Equal,
        _ => return None,
    };
    let by = match (old.by, new.by) {
        (Some(old), Some(new)) => old.cmp(&new),
        (None, Some(_)) => Ordering::Less,
        (Some(_), None) => Ordering::Greater,
        (None, None) => Ordering::Equal,
    };
    let stretch = old.stretch.cmp(&new.stretch);
    together(together(asked, by)?, stretch)
}

fn levels(old: &Level, new: &Level, lower_is_better: bool) -> Option<Ordering> {
    if old.unit != new.unit || old.out_of != new.out_of {
        return None;
    }
    match (old.comparison, new.comparison) {
        (Comparison::Between, Comparison::Between) if lower_is_better => {
            Some(old.upper.cmp(&new.upper))
        }
        (Comparison::Between, Comparison::Between) => Some(new.value.cmp(&old.value)),
        (Comparison::About, Comparison::About) if old.value == new.value => Some(Ordering::Equal),
        _ => values((old.comparison, old.value), (new.comparison, new.value)),
    }
}

fn frequencies(old: &Frequency, new: &Frequency) -> Option<Ordering> {
    if old.per == new.per {
        return values((old.comparison, old.value), (new.comparison, new.value));
    }
    let in_a_year = |frequency: &Frequency| frequency.value.checked_mul(times(frequency.per));
    values(
        (old.comparison, in_a_year(old)?),
        (new.comparison, in_a_year(new)?),
    )
}

/// How often a span comes in a year.
fn times(every: Every) -> Decimal {
    Decimal::from(match every {
        Every::Day => 365,
        Every::Week => 52,
        Every::TwoWeeks => 26,
        Every::Month => 12,
        Every::Quarter => 4,
        Every::HalfYear => 2,
        Every::Year => 1,
    })
}

/// Values compared the same way; above a value is a little more than at least it.
fn values(old: (Comparison, Decimal), new: (Comparison, Decimal)) -> Option<Ordering> {
    use Comparison::{AtLeast, AtMost, LessThan, MoreThan};
    let is_strict = |comparison| matches!(comparison, MoreThan | LessThan);
    let strictness = is_strict(new.0).cmp(&is_strict(old.0));
    match (old.0, new.0) {
        (AtLeast | MoreThan, AtLeast | MoreThan) => Some(new.1.cmp(&old.1).then(strictness)),
        (AtMost | LessThan, AtMost | LessThan) => Some(old.1.cmp(&new.1).then(strictness)),
        _ => None,
    }
}

/// Two orders in one, where they do not contradict each other.
fn together(one: Ordering, other: Ordering) -> Option<Ordering> {
    match (one, other) {
        (Ordering::Equal, order) | (order, Ordering::Equal) => Some(order),
        (one, other) => (one == other).then_some(one),
    }
}
