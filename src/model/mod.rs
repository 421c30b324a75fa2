//! The field's own terms: plans, targets, schedules, agencies, results. Nothing
//! here knows of files, terminals or the clock. A new term is a type in the file of
//! what it belongs to, with its Vietnamese name in its comment.

pub mod agency;
pub mod appendix;
pub mod bound;
pub mod changes;
pub mod head;
pub mod period;
pub mod plan;
pub mod reporting;
pub mod result;
pub mod schedule;
pub mod score;
pub mod target;
pub mod task;

pub use agency::{Agency, AgencyLevel, Assignment, Locality, StandsFor};
pub use appendix::{Appendix, AppendixColumn, AppendixField};
pub use bound::{
    Band, Baseline, Bound, BoundKind, Change, Comparison, Every, Frequency, Level, Rank,
};
pub use head::{Head, PlanState, Signer, Wording, Years};
pub use period::{PeriodPart, ReportingPeriod};
pub use plan::{Exception, Objective, Plan, Section, printed_number};
pub use reporting::{DueDay, OnHoliday, PeriodDue, Reporters, Reporting};
pub use result::{Figure, ResultRecord, RowPlace};
pub use schedule::{DayOfMonth, PeriodSet, RecurringDay, Schedule};
pub use score::{DimensionNumber, Score, ScoreBook, Scored};
pub use target::{BaselineFigure, Combine, Measure, Target};
pub use task::{OwnReporting, Task, TaskKind, When};
