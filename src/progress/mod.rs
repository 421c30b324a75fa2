//! What a plan and its results come to on a day: who is who ([`directory`]), what is
//! reported on ([`items`]), which reports and deliveries are expected by when
//! ([`timetable`], [`expected`], [`deliveries`]), what was [`received`] and in which
//! [`state`] each is, what was reported ([`book`]) and what the targets come to
//! ([`judge()`]); what published scores of PAPI say ([`objectives`], [`trend`]) and which
//! parts of it a plan touches ([`coverage`]). A [`Ledger`] takes results in; [`Progress`] is all of it on one day,
//! which is always given.

mod attestation;
pub mod book;
mod case;
mod change;
pub mod coverage;
pub mod deadline;
pub mod deliveries;
pub mod directory;
mod exact;
pub mod expected;
pub mod explanation;
pub mod family;
mod figures;
#[cfg(test)]
pub(crate) mod fixtures;
mod frequency;
mod instances;
pub mod items;
mod judge;
pub mod ledger;
mod lines;
pub mod objectives;
pub mod on_day;
mod reach;
pub mod received;
mod rollup;
mod share;
mod spans;
pub mod state;
pub mod timetable;
mod tree;
pub mod trend;
pub mod verdict;

pub use book::{Added, Book, Previous, Reported};
pub use deadline::{Deadline, Window};
pub use deliveries::{ExpectedDeliveries, ExpectedDelivery, Handed, expected_deliveries};
pub use directory::{Body, Directory, Expansion, spelling_key};
pub use expected::{ExpectedReport, ExpectedReports, expected_reports};
pub use explanation::{Disagreement, Explanation, Input, LeftOut, WhyLeftOut};
pub use items::{Item, ItemKind, Items};
pub use judge::judge;
pub use ledger::Ledger;
pub use on_day::{Owed, Progress, What};
pub use received::{Receipts, Received};
pub use state::{ReportState, StateCounts};
pub use timetable::{TimedPeriod, Timetable};
pub use verdict::{Attestation, BoundJudgement, Judgement, Reason, TargetFigure, Verdict};

#[cfg(test)]
mod tests;
