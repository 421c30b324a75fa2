//! Vietnamese phrases → model: numbers, dates, periods, targets, schedules. A phrase is
//! read whole or is left [`Unread`]; nothing is guessed.
//!
//! `tokens` cuts a phrase into words, numbers and signs that know their places;
//! `vocabulary` looks words up; each grammar keeps its own as data, one spelling a line.

mod attestation;
mod counted;
mod date;
mod number;
mod period;
mod said;
mod schedule;
mod spelling;
mod target;
mod tokens;
mod vocabulary;

use std::ops::Range;

use crate::model::Bound;

pub use attestation::read_attestation;
pub use counted::counted_level;
pub use date::{read_date, say_date};
pub use number::{Number, NumberKind, read_number, say_number};
pub use period::{read_period, say_period};
pub use said::say_target;
pub use schedule::{ScheduleContext, SchedulePart, read_schedule, say_schedule};
pub use spelling::{fold, same_spelling};
pub use target::read_target;

/// A part of a phrase that was not understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Its words.
    pub rest: String,
    /// Its bytes in the text that was given.
    pub span: Range<usize>,
}

/// A part of a target phrase and what it asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TargetPart {
    /// The bytes of the part in the text that was given.
    pub span: Range<usize>,
    /// What it asks for, or which of its words were not understood.
    pub reading: Result<Bound, Unread>,
}
