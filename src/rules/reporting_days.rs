//! What `[reporting]` comes to: its periods and days, its own before its regime's.

use crate::catalog::Regime;
use crate::model::{DayOfMonth, DueDay, PeriodDue, PeriodPart, PeriodSet, Reporting};
use crate::source::Place;

/// The parts of the year that are reported on.
pub(super) fn periods_of(reporting: &Reporting) -> impl Iterator<Item = PeriodPart> {
    let own = reporting.periods.iter().map(|period| period.value);
    let regime = if reporting.periods.is_empty() {
        regime_of(reporting).map_or_else(Vec::new, |regime| regime.periods)
    } else {
        Vec::new()
    };
    own.chain(regime).flat_map(PeriodSet::parts)
}

/// The regime that it names.
pub(super) fn regime_of(reporting: &Reporting) -> Option<Regime> {
    Regime::named(reporting.regime.as_ref()?)
}

/// A day of the last month of a period or of a month after it, and where the plan
/// says it, unless its regime does.
#[derive(Clone, Copy, Debug)]
pub(super) struct SaidDay<'p> {
    /// The day.
    pub(super) day: DueDay,
    /// Where the plan says it.
    pub(super) place: Option<&'p Place>,
}

impl SaidDay<'_> {
    /// Whether it comes before another of the same period.
    pub(super) fn is_before(&self, other: &Self) -> bool {
        order(self.day) < order(other.day)
    }
}

/// When a report on that part of the year is due.
pub(super) fn due_of(reporting: &Reporting, part: PeriodPart) -> Option<SaidDay<'_>> {
    said(&reporting.due, part).or_else(|| {
        let day = regime_of(reporting)?.due_day(part)?;
        Some(SaidDay { day, place: None })
    })
}

/// When the collecting agency's own report on it is due.
pub(super) fn collector_due_of(reporting: &Reporting, part: PeriodPart) -> Option<SaidDay<'_>> {
    said(&reporting.collector_due, part)
}

/// The day on which a period closes.
pub(super) fn closing_of(reporting: &Reporting) -> Option<SaidDay<'_>> {
    let in_last_month = |day| DueDay {
        day,
        months_after: 0,
    };
    match &reporting.closes {
        Some(closes) => Some(SaidDay {
            day: in_last_month(closes.value),
            place: Some(&closes.place),
        }),
        None => Some(SaidDay {
            day: in_last_month(regime_of(reporting)?.closes),
            place: None,
        }),
    }
}

fn said(dues: &[PeriodDue], part: PeriodPart) -> Option<SaidDay<'_>> {
    let of = |wanted| dues.iter().find(|due| due.part == wanted);
    let due = &of(Some(part)).or_else(|| of(None))?.due;
    Some(SaidDay {
        day: due.value,
        place: Some(&due.place),
    })
}

fn order(day: DueDay) -> (u32, u32) {
    match day.day {
        DayOfMonth::Day(number) => (day.months_after, number),
        DayOfMonth::Last => (day.months_after, 31),
    }
}
