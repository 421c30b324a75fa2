//! The grammar of schedules (thời gian thực hiện), from the words up: a [`cell`] is cut
//! into tokens, a [`time`] is named in it, a [`clause`] says how it stands to what is to
//! be done, [`sharing`] spreads words that stand for several times, [`resolve`] gives the
//! days, and [`say_schedule`] says them again. Words are in [`vocabulary`].

mod cell;
mod clause;
mod day;
mod frequency;
mod listing;
mod marks;
mod parsing;
mod recurrence;
mod reference;
mod resolve;
mod say;
mod sharing;
#[cfg(test)]
mod tests;
mod time;
mod timed;
mod vocabulary;

use std::ops::Range;

use chrono::NaiveDate;

use super::Unread;
use super::tokens::Token;
use crate::model::Schedule;
use cell::Breaks;
use clause::Clause;
use marks::{Mark, skip_marks, skip_to_mark};
use parsing::{Input, span_of};
use sharing::{Join, Statement};
use timed::What;

pub use say::say_schedule;

/// What a schedule takes from its plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ScheduleContext {
    /// The first year of the plan.
    pub from: i32,
    /// The last year of the plan.
    pub to: i32,
    /// The day the plan was issued, for "từ nay đến …" and "từ ngày ban hành".
    pub issued: Option<NaiveDate>,
}

/// A part of a schedule phrase and when it says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SchedulePart {
    /// The bytes of the part in the text that was given.
    pub span: Range<usize>,
    /// When, or which of its words were not understood.
    pub reading: Result<Schedule, Unread>,
}

/// Reads a schedule phrase (thời gian thực hiện): its parts in order, each with when it
/// says or with what of it was not understood. A day without a year is of the plan's
/// year; a plan of several years leaves it unread. An empty text has no parts.
pub fn read_schedule(text: &str, context: &ScheduleContext) -> Vec<SchedulePart> {
    let wrapped = read_cell(text, &cell::cut(text, Breaks::Wrap), context);
    if wrapped.iter().all(|part| part.reading.is_ok()) || !text.contains(['\n', '\r', '\u{2028}']) {
        return wrapped;
    }
    read_cell(text, &cell::cut(text, Breaks::Part), context)
}

fn read_cell(text: &str, tokens: &[Token], context: &ScheduleContext) -> Vec<SchedulePart> {
    let mut statements = statements(tokens);
    sharing::share(&mut statements, context);
    let mut parts: Vec<SchedulePart> = Vec::new();
    let mut group = 0;
    for statement in &statements {
        if !statement.leans() {
            group = parts.len();
        }
        let schedule = match &statement.clause {
            Ok(clause) => resolve::schedule(clause, &statement.span, context),
            Err(rest) => Err(rest.clone()),
        };
        let is_again = schedule.as_ref().is_ok_and(|schedule| {
            matches!(
                schedule,
                Schedule::Continuous { last_day: None } | Schedule::Undated
            ) && parts.len() > group
                && parts
                    .last()
                    .is_some_and(|last| last.reading.as_ref() == Ok(schedule))
        });
        match schedule {
            // "thường xuyên, liên tục" is said twice and meant once.
            Ok(_) if is_again => {
                if let Some(last) = parts.last_mut() {
                    last.span.end = statement.span.end;
                }
            }
            Ok(schedule) => add(&mut parts, group, statement.span.clone(), Ok(schedule)),
            Err(span) => {
                let rest = text[span.clone()].to_owned();
                add(
                    &mut parts,
                    group,
                    statement.span.clone(),
                    Err(Unread { rest, span }),
                );
            }
        }
    }
    parts
}

/// Adds a part. What leans on a part that was not understood, or the other way round, is
/// not understood either: the group is one unread part.
fn add(
    parts: &mut Vec<SchedulePart>,
    group: usize,
    span: Range<usize>,
    reading: Result<Schedule, Unread>,
) {
    let before = parts.get(group).filter(|_| parts.len() == group + 1);
    let unread = before.filter(|part| part.reading.is_err());
    if unread.is_none() && (reading.is_ok() || parts.len() == group) {
        parts.push(SchedulePart { span, reading });
        return;
    }
    let reading = unread.map_or(reading, |part| part.reading.clone());
    let start = parts[group].span.start;
    parts.truncate(group);
    parts.push(SchedulePart {
        span: start..span.end,
        reading,
    });
}

/// The clauses of a cell and what stands between them.
fn statements(tokens: &[Token]) -> Vec<Statement> {
    let mut input: Input<'_> = tokens;
    let mut statements: Vec<Statement> = Vec::new();
    let mut no_list_before = tokens.len();
    loop {
        let all = input;
        let between = skip_marks(&mut input);
        let join = if statements.is_empty() {
            Join::New
        } else {
            between.join
        };
        if input.is_empty() {
            if between.connects || between.odd {
                refuse(&mut statements, span_of(all, input));
            }
            return statements;
        }
        let start = input;
        let before = statements.last().filter(|_| join != Join::New);
        let before = before.and_then(|statement| match &statement.clause {
            Ok(Clause::Timed(timed) | Clause::Recurring(_, Some(timed))) => Some(timed),
            _ => None,
        });
        // A list that was tried and was none is not tried again from its middle.
        let lists = input.len() <= no_list_before;
        let read = clause::clause(&mut input, before, lists);
        if lists && !matches!(read, Ok(Clause::Reporting(_))) {
            no_list_before = start.len() - listing::listed_length(start);
        }
        let (last, this) = (statements.last(), read.as_ref().ok());
        let doubtful = between.odd
            || between.mark == Mark::Bullet && may_be_range(last, this)
            || between.mark == Mark::Bracket && may_narrow(last, this);
        if read.is_err() {
            skip_to_mark(&mut input);
        }
        let span = span_of(start, input);
        let clause = match read {
            Ok(clause) if !doubtful => Ok(clause),
            _ => Err(span.clone()),
        };
        let join = if doubtful { Join::Weak } else { join };
        statements.push(Statement { clause, span, join });
    }
}

/// Leaves marks unread, and with them what they lean on.
fn refuse(statements: &mut Vec<Statement>, span: Range<usize>) {
    statements.push(Statement {
        clause: Err(span.clone()),
        span,
        join: Join::Weak,
    });
}

/// "Quý IV/2025", and on the next line "- Quý II/2026": two times, or one span?
fn may_be_range(before: Option<&Statement>, after: Option<&Clause>) -> bool {
    let is_bare = |clause: &Clause| {
        matches!(clause, Clause::Timed(timed)
            if timed.head.is_none() && matches!(timed.what, What::At(_)))
    };
    before.is_some_and(|statement| statement.clause.as_ref().is_ok_and(is_bare))
        && after.is_some_and(is_bare)
}

/// "Năm 2025 (quý III)": two times, or one within the other?
fn may_narrow(before: Option<&Statement>, after: Option<&Clause>) -> bool {
    let is_timed = |clause: &Clause| matches!(clause, Clause::Timed(_));
    before.is_some_and(|statement| statement.clause.as_ref().is_ok_and(is_timed))
        && after.is_some_and(is_timed)
}
