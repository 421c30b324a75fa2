//! A plan (kế hoạch) and what stands in it.

use chrono::NaiveDate;

use super::agency::{Agency, Locality};
use super::appendix::Appendix;
use super::head::Head;
use super::reporting::Reporting;
use super::target::Target;
use super::task::Task;
use crate::source::Located;

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

/// The number printed for an id: `no` where given, else the id's last part.
#[must_use]
pub fn printed_number<'a>(id: &'a str, no: Option<&'a Located<String>>) -> &'a str {
    no.map_or_else(|| id.rsplit('.').next().unwrap_or(id), |no| &no.value)
}
