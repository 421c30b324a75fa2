//! The field's own terms: plans, targets, schedules, agencies, results. Nothing
//! here knows of files, terminals or the clock. A new term is a type in the file of
//! what it belongs to, with its Vietnamese name in its comment.

pub mod agency;
pub mod bound;
pub mod period;
pub mod plan;
pub mod reporting;
pub mod result;
pub mod schedule;
pub mod target;

pub use agency::{Agency, AgencyLevel, Assignment, Locality, StandsFor};
pub use bound::{
    Band, Baseline, Bound, BoundKind, Change, Comparison, Every, Frequency, Level, Rank,
};
pub use period::{PeriodPart, ReportingPeriod};
pub use plan::{
    Appendix, AppendixColumn, AppendixField, Exception, Head, Objective, OwnReporting, Plan,
    PlanState, Section, Signer, Task, TaskKind, When, Wording, Years, printed_number,
};
pub use reporting::{DueDay, OnHoliday, PeriodDue, Reporters, Reporting};
pub use result::{Figure, ResultRecord, RowPlace};
pub use schedule::{DayOfMonth, PeriodSet, RecurringDay, Schedule};
pub use target::{BaselineFigure, Combine, Measure, Target};
