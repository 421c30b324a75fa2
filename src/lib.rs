//! papi keeps a plan to improve PAPI, the index of provincial governance and public
//! administration of Vietnam, as a file: it checks the plan, tells who owes which
//! report, judges targets against results and prints the appendix.
//!
//! The rooms, from the ground up; each uses only rooms above it in this list, and
//! rooms that stand on one line never use each other.

pub mod lang;
pub mod source;
pub mod spelling;

pub mod model;

pub mod catalog;
pub mod words;

pub mod progress;

pub mod diagnostic;
pub mod table;

pub mod policy;

pub mod read;
pub mod reports;
pub mod rules;

pub mod write;

pub mod cli;
