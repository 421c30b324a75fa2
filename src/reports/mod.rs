//! Model and progress → documents: what each command has to say, not yet drawn. A new
//! report is a file here that makes a [`Document`](crate::table::Document).

pub mod agenda;
pub mod appendix;
pub mod changes;
pub mod check;
mod courtesy;
pub mod coverage;
pub mod explanation;
pub mod folding;
pub mod form;
pub mod grouping;
mod marks;
pub mod matrix;
pub mod objectives;
pub mod overdue;
mod owed;
pub mod plans;
pub mod reading;
mod reasons;
pub mod reminder;
pub mod report;
pub mod results;
pub mod rules;
pub mod scores;
pub mod settings;
mod states;
pub mod targets;
pub mod title;

#[cfg(test)]
mod tests;
