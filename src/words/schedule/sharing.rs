//! Words that stand for several times of a cell: "trước ngày 01/6 và 15/11 hằng năm".
//! What is said once is shared only where it cannot be meant otherwise.

use std::ops::Range;

use super::ScheduleContext;
use super::clause::Clause;
use super::resolve::{days, year_before};
use super::time::Unit;
use super::timed::{Timed, What};
use super::vocabulary::Head;
use crate::model::Every;

/// A clause and what stands before it; the bytes not understood where it has none.
#[derive(Clone, Debug)]
pub(super) struct Statement {
    pub(super) clause: Result<Clause, Range<usize>>,
    pub(super) span: Range<usize>,
    pub(super) join: Join,
}

/// What stands between a clause and the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Join {
    /// Nothing, a comma, "và".
    Weak,
    /// A semicolon.
    Semicolon,
    /// A full stop, a line break, or the start of the cell.
    New,
}

impl Statement {
    fn timed(&self) -> Option<&Timed> {
        match &self.clause {
            Ok(Clause::Timed(timed) | Clause::Recurring(_, Some(timed))) => Some(timed),
            _ => None,
        }
    }

    fn timed_mut(&mut self) -> Option<&mut Timed> {
        match &mut self.clause {
            Ok(Clause::Timed(timed)) => Some(timed),
            _ => None,
        }
    }

    fn refuse(&mut self) {
        self.clause = Err(self.span.clone());
    }

    /// Whether it leans on the statement before it.
    pub(super) fn leans(&self) -> bool {
        match self.join {
            Join::Weak => true,
            Join::Semicolon => self.timed().is_some_and(|timed| timed.wordless),
            Join::New => false,
        }
    }
}

/// Gives each time the head, year and frequency that the words give it.
pub(super) fn share(statements: &mut [Statement], context: &ScheduleContext) {
    let named: Vec<Option<i32>> = statements.iter().map(year_of).collect();
    for at in 1..statements.len() {
        let (before, after) = statements.split_at_mut(at);
        if let Some(previous) = before.last() {
            share_head(previous, &mut after[0]);
        }
    }
    for at in (1..statements.len()).rev() {
        let (before, after) = statements.split_at_mut(at);
        if let Some(previous) = before.last_mut() {
            share_year_back(previous, &after[0], context);
        }
    }
    for at in 1..statements.len() {
        let (before, after) = statements.split_at_mut(at);
        if let Some(previous) = before.last() {
            refuse_year_of_before(previous, named[at - 1], &mut after[0], context);
        }
    }
}

fn year_of(statement: &Statement) -> Option<i32> {
    statement.timed()?.what.last()?.year
}

fn unit_of(timed: &Timed) -> Option<Unit> {
    timed.what.last().map(|time| time.unit)
}

fn are_like(one: &Timed, other: &Timed) -> bool {
    match (unit_of(one), unit_of(other)) {
        (Some(Unit::DayOfMonth(_)), Some(Unit::Day { .. })) => true,
        (Some(one), Some(other)) => one.is_like(other),
        _ => false,
    }
}

/// "trước ngày 15/6 và 15/12", "hằng năm, trước ngày 15/6 và 15/12".
fn share_head(previous: &Statement, next: &mut Statement) {
    let Some(first) = previous.timed().cloned() else {
        return;
    };
    let again = match &previous.clause {
        Ok(Clause::Recurring(every, Some(_))) => Some(*every),
        _ => None,
    };
    let leans = next.leans();
    let join = next.join;
    let Some(timed) = next.timed_mut() else {
        return;
    };
    if join == Join::New {
        return;
    }
    let like = are_like(&first, timed);
    let single = matches!((&first.what, &timed.what), (What::At(_), What::At(_)));
    let head = first
        .head
        .filter(|head| *head != Head::Within && timed.head.is_none() && !timed.led);
    match head {
        Some(head) if leans && like && single => timed.head = Some(head),
        // "trước ngày 15/6; ngày 15/12": before that day, or on it?
        Some(head) if leans || like && head != Head::By => {
            next.refuse();
            return;
        }
        _ => {}
    }
    let undated = timed.every.is_none() && unit_year(timed).is_none();
    if let Some(every) = again.filter(|_| leans && undated) {
        if like {
            timed.every = Some(every);
            let timed = timed.clone();
            next.clause = Ok(Clause::Recurring(every, Some(timed)));
        } else {
            next.refuse();
        }
    }
}

fn unit_year(timed: &Timed) -> Option<i32> {
    timed.what.last().and_then(|time| time.year)
}

/// "Quý I, Quý III năm 2025", "trước ngày 01/6 và 15/11 hằng năm", "ngày 05 và 20/6/2025".
fn share_year_back(previous: &mut Statement, next: &Statement, context: &ScheduleContext) {
    let Some(later) = next.timed().cloned() else {
        return;
    };
    let leans = next.leans();
    let Some(timed) = previous.timed_mut() else {
        return;
    };
    let undated =
        timed.every.is_none() && timed.what.last().is_some_and(|time| time.year.is_none());
    if !undated {
        return;
    }
    // "Quý III, 2025", and "Năm 2025" on the next line: one time or two?
    let bare_year = unit_of(&later) == Some(Unit::Year)
        && unit_of(timed) != Some(Unit::Year)
        && later.head.is_none()
        && (later.wordless || next.join == Join::New);
    let year = unit_year(&later);
    let other_year = year.is_some() && year != context.only_year();
    let matters = later.every.is_some() || other_year || bare_year;
    name_month(timed, &later);
    let like = are_like(timed, &later) && timed.head == later.head;
    if !like || !leans {
        // "Quý III; Quý IV/2026": of one year or two?
        if bare_year || matches!(next.join, Join::Weak) && matters || like && matters {
            previous.refuse();
        }
        return;
    }
    take_year(previous, &later, later.every, context);
}

/// "ngày 05 và 20/6": the first day is of the month of the second.
fn name_month(timed: &mut Timed, later: &Timed) {
    let Some(Unit::Day { month, .. }) = unit_of(later) else {
        return;
    };
    if let What::At(time) = &mut timed.what
        && let Unit::DayOfMonth(day) = time.unit
    {
        time.unit = Unit::Day { day, month };
    }
}

fn take_year(
    statement: &mut Statement,
    later: &Timed,
    every: Option<Every>,
    context: &ScheduleContext,
) {
    let (Some(timed), Some(last)) = (statement.timed_mut(), later.what.last()) else {
        return;
    };
    timed.every = every;
    let (Some(year), Some(time)) = (last.year, timed.what.last_mut()) else {
        return;
    };
    let shared =
        days(last, Some(year), context).and_then(|days| year_before(time, days, year, context));
    match shared {
        Ok(year) => time.year = Some(year),
        Err(span) => statement.clause = Err(span),
    }
}

/// "Quý I/2026, quý III": of 2026, or of the plan's year?
fn refuse_year_of_before(
    previous: &Statement,
    named: Option<i32>,
    next: &mut Statement,
    context: &ScheduleContext,
) {
    let again = previous.timed().is_some_and(|timed| timed.every.is_some());
    let other_year = named.is_some() && named != context.only_year();
    let leans = next.leans();
    let join = next.join;
    let undated = matches!(&next.clause, Ok(Clause::Timed(timed))
        if timed.every.is_none() && timed.what.last().is_some_and(|time| time.year.is_none()));
    if undated && join != Join::New && (other_year || again && leans) {
        next.refuse();
    }
}
