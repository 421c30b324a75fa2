//! Tasks, their parts and the duties of a plan's body.

use chrono::NaiveDate;

use super::agency::Assignment;
use super::plan::Exception;
use super::schedule::{PeriodSet, Schedule};
use super::target::Target;
use crate::source::Located;

/// What a [`Task`] is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum TaskKind {
    /// A task of the appendix (nhiệm vụ).
    Task,
    /// A part of a task.
    Part,
    /// A duty of the plan's body.
    Duty,
}

/// A task of the appendix, a part of one, or a duty of the plan's body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Task {
    /// Which of the three.
    pub kind: TaskKind,
    /// The id.
    pub id: Located<String>,
    /// The number printed, where it is not the id's last part.
    pub no: Option<Located<String>>,
    /// The title.
    pub title: Located<String>,
    /// Its targets (chỉ tiêu); the only one has the task's id.
    pub targets: Vec<Target>,
    /// Who works for it.
    pub who: Assignment,
    /// When it is to be done (thời gian thực hiện).
    pub when: Vec<When>,
    /// What comes of it (kết quả thực hiện), as issued.
    pub output: Vec<Located<String>>,
    /// What the task's own words say of reports: "hàng quý, 6 tháng, năm".
    pub report: Option<OwnReporting>,
    /// The PAPI dimensions or sub-dimensions it concerns: `2`, `2.3`.
    pub dimensions: Vec<Located<String>>,
    /// Where the money comes from.
    pub funding: Option<Located<String>>,
    /// The day it was done.
    pub done: Option<Located<NaiveDate>>,
    /// What shows that it was done (minh chứng).
    pub evidence: Vec<Located<String>>,
    /// A note, printed in the appendix (ghi chú).
    pub note: Option<Located<String>>,
    /// Exceptions that hold for it.
    pub exceptions: Vec<Exception>,
    /// Its parts.
    pub parts: Vec<Task>,
}

/// One entry of `when`: words, a day, or a table of both.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct When {
    /// The words as issued; for a bare day, the day.
    pub words: Located<String>,
    /// What they were read as.
    pub schedules: Vec<Schedule>,
    /// The parts of the words that were not understood.
    pub unread: Vec<Located<String>>,
}

/// What a task's own words say of reports.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OwnReporting {
    /// The words as issued.
    pub words: Located<String>,
    /// The periods they name, where they were understood.
    pub periods: Option<Vec<PeriodSet>>,
}
