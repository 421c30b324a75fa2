//! The field's own terms: plans, targets, schedules, agencies, results. Nothing
//! here knows of files, terminals or the clock.

pub mod bound;
pub mod period;
pub mod schedule;
