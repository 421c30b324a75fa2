//! Model and progress → documents: what each command has to say, not yet drawn. A new
//! report is a file here that makes a [`Document`](crate::table::Document).

pub mod appendix;
pub mod check;
pub mod coverage;
pub mod folding;
pub mod grouping;
pub mod matrix;
pub mod objectives;
pub mod overdue;
mod owed;
pub mod reading;
mod reasons;
pub mod report;
pub mod results;
pub mod rules;
pub mod scores;
mod states;
pub mod targets;
pub mod title;
