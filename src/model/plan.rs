//! A plan (kế hoạch) and what stands in it.

use chrono::NaiveDate;

use super::agency::{Agency, Assignment, Locality};
use super::reporting::Reporting;
use super::schedule::{PeriodSet, Schedule};
use super::target::Target;
use crate::source::{Located, Place};

/// A plan, as its file says it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    /// The `[plan]` table.
    pub head: Head,
    /// The reporting duty (chế độ báo cáo), where the plan sets one.
    pub reporting: Option<Reporting>,
    /// The agencies it names, in the order of the file.
    pub agencies: Vec<Agency>,
    /// The file that holds the registry, relative to the plan.
    pub registry: Option<Located<String>>,
    /// The localities of the registry, in its order.
    pub localities: Vec<Locality>,
    /// What the plan as a whole is to reach (mục tiêu).
    pub objectives: Vec<Objective>,
    /// The duties of the plan's body, outside the appendix.
    pub duties: Vec<Task>,
    /// The sections of the appendix.
    pub sections: Vec<Section>,
    /// How the appendix is laid out, where the plan says so.
    pub appendices: Vec<Appendix>,
    /// Exceptions that hold for the whole plan.
    pub exceptions: Vec<Exception>,
}

impl Plan {
    /// Every task, part and duty, a task before its parts, duties first.
    pub fn all_work(&self) -> impl Iterator<Item = &Task> {
        self.duties
            .iter()
            .chain(self.sections.iter().flat_map(|section| &section.tasks))
            .flat_map(|task| std::iter::once(task).chain(&task.parts))
    }

    /// The declared agency with that id.
    #[must_use]
    pub fn agency(&self, id: &str) -> Option<&Agency> {
        self.agencies.iter().find(|agency| *agency.id == id)
    }
}

/// The `[plan]` table: the head of the document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// Where the table begins.
    pub place: Located<()>,
    /// The plan's own id.
    pub id: Located<String>,
    /// The title.
    pub title: Located<String>,
    /// The official number (số, ký hiệu): "149/KH-UBND".
    pub number: Option<Located<String>>,
    /// The day of issue.
    pub issued: Option<Located<NaiveDate>>,
    /// The day from which it is in force.
    pub effective: Option<Located<NaiveDate>>,
    /// Who issued it.
    pub issuer: Option<Located<String>>,
    /// Who signed it.
    pub signer: Option<Signer>,
    /// The years it is for.
    pub years: Years,
    /// The collecting agency (cơ quan đầu mối), by id.
    pub focal: Option<Located<String>>,
    /// Whether number and date are still to come.
    pub state: PlanState,
    /// Whether titles were shortened by whoever entered them.
    pub wording: Wording,
    /// The legal grounds (căn cứ).
    pub basis: Vec<Located<String>>,
    /// The document this one carries out.
    pub implements: Option<Located<String>>,
    /// The document this one replaces.
    pub replaces: Option<Located<String>>,
    /// Who receives it (nơi nhận).
    pub recipients: Vec<Located<String>>,
    /// Where the money comes from (kinh phí).
    pub funding: Option<Located<String>>,
    /// Patterns of results files that belong to it, relative to the plan.
    pub results: Vec<Located<String>>,
    /// A note of whoever entered it.
    pub note: Option<Located<String>>,
    /// Exceptions that hold for the head.
    pub exceptions: Vec<Exception>,
}

/// The years a plan is for, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Years {
    /// The first year.
    pub from: i32,
    /// The last year.
    pub to: i32,
}

impl Years {
    /// The last day of the plan's time.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        NaiveDate::from_ymd_opt(self.to, 12, 31).unwrap_or(NaiveDate::MAX)
    }

    /// Every year, in order.
    #[must_use]
    pub fn all(self) -> std::ops::RangeInclusive<i32> {
        self.from..=self.to
    }
}

/// The signer of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signer {
    /// The name.
    pub name: Located<String>,
    /// The title: "Chủ tịch".
    pub title: Option<Located<String>>,
}

/// The state of a plan.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum PlanState {
    /// Number and date are still blank.
    Draft,
    /// Issued.
    #[default]
    Issued,
}

/// Whose words the titles are.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Wording {
    /// As issued.
    #[default]
    AsIssued,
    /// Shortened by whoever entered the plan.
    Abridged,
}

/// What the plan as a whole is to reach (mục tiêu).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Objective {
    /// The id.
    pub id: Located<String>,
    /// The title.
    pub title: Located<String>,
    /// The targets; the only one has the objective's id.
    pub targets: Vec<Target>,
    /// The PAPI dimensions it concerns; none means the whole index.
    pub dimensions: Vec<Located<String>>,
    /// A note of whoever entered it.
    pub note: Option<Located<String>>,
    /// Exceptions that hold for it.
    pub exceptions: Vec<Exception>,
}

/// A section of the appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section {
    /// The id.
    pub id: Located<String>,
    /// The number printed, where it is not the id's last part.
    pub no: Option<Located<String>>,
    /// The title.
    pub title: Located<String>,
    /// The section it stands in, by id.
    pub within: Option<Located<String>>,
    /// The PAPI dimensions it concerns.
    pub dimensions: Vec<Located<String>>,
    /// Its tasks.
    pub tasks: Vec<Task>,
    /// A note of whoever entered it.
    pub note: Option<Located<String>>,
    /// Exceptions that hold in it.
    pub exceptions: Vec<Exception>,
}

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

/// An exception from a rule (ngoại lệ).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exception {
    /// The rule's name.
    pub rule: Located<String>,
    /// Why.
    pub reason: Option<Located<String>>,
    /// The last day on which it holds.
    pub until: Option<Located<NaiveDate>>,
}

/// How an appendix is laid out (`[appendix]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appendix {
    /// Its id, where there are several.
    pub id: Option<Located<String>>,
    /// The title under the word "Phụ lục".
    pub title: Option<Located<String>>,
    /// The sections it prints, by id; all where none is named.
    pub sections: Vec<Located<String>>,
    /// The columns, in order; empty for the default.
    pub columns: Vec<AppendixColumn>,
}

/// A column of an appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppendixColumn {
    /// What it shows.
    pub field: Located<AppendixField>,
    /// The head, where it is not the default.
    pub head: Option<Located<String>>,
    /// Whether it is left out unless asked for.
    pub internal: bool,
}

/// What a column of an appendix shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppendixField {
    /// Stt.
    No,
    /// The task's title.
    Title,
    /// Its targets.
    Target,
    /// Who leads.
    Lead,
    /// Who carries it out.
    By,
    /// Who takes part.
    With,
    /// When.
    When,
    /// The output; results where they are filled in.
    Output,
    /// The money.
    Funding,
    /// The PAPI dimension.
    Dimension,
    /// The note.
    Note,
}

impl AppendixField {
    /// Every field.
    pub const ALL: [Self; 11] = [
        Self::No,
        Self::Title,
        Self::Target,
        Self::Lead,
        Self::By,
        Self::With,
        Self::When,
        Self::Output,
        Self::Funding,
        Self::Dimension,
        Self::Note,
    ];

    /// The eight columns of the Lào Cai appendix, the default.
    pub const DEFAULT: [Self; 8] = [
        Self::No,
        Self::Title,
        Self::Target,
        Self::Lead,
        Self::By,
        Self::When,
        Self::Output,
        Self::Note,
    ];

    /// The word of plan files and machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Title => "title",
            Self::Target => "target",
            Self::Lead => "lead",
            Self::By => "by",
            Self::With => "with",
            Self::When => "when",
            Self::Output => "output",
            Self::Funding => "funding",
            Self::Dimension => "dimension",
            Self::Note => "note",
        }
    }
}

/// The number printed for an id: `no` where given, else the id's last part.
#[must_use]
pub fn printed_number<'a>(id: &'a str, no: Option<&'a Located<String>>) -> &'a str {
    no.map_or_else(|| id.rsplit('.').next().unwrap_or(id), |no| &no.value)
}

impl Head {
    /// Where the `[plan]` table begins.
    #[must_use]
    pub fn begins(&self) -> &Place {
        &self.place.place
    }
}
