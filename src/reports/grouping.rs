//! What is owed, in groups: by agency, section, period or task.

use super::folding::{Folded, Who, said};
use super::owed::period;
use super::states::{begun_large, counted, joined};
use crate::lang::Text;
use crate::model::{AgencyLevel, ReportingPeriod, printed_number};
use crate::progress::{Owed, Progress, StateCounts, What};
use crate::say;
use crate::table::Row;
use crate::words::say_period;

/// By what a list is grouped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Grouping {
    /// By who owes it.
    #[default]
    Agency,
    /// By the section of the appendix.
    Section,
    /// By the period.
    Period,
    /// By the task.
    Task,
}

/// Some of what is owed, and what it has in common.
#[derive(Debug)]
pub(super) struct Group<'o> {
    common: Common,
    /// What is owed, the latest first.
    pub(super) owed: Vec<&'o Owed>,
}

/// What a group has in common.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Common {
    Who(Who),
    Reports,
    Duties,
    Section(usize),
    Period(ReportingPeriod),
    NoPeriod,
    Task(usize),
}

/// The groups of what is owed: agencies by their worst debt, from the province down;
/// periods by the day they end; sections and tasks as in the plan, reports first.
pub(super) fn groups<'o>(
    progress: &Progress,
    owed: &[&'o Owed],
    grouping: Grouping,
    folded: &Folded,
) -> Vec<Group<'o>> {
    let mut groups: Vec<Group> = Vec::new();
    let mut known = std::collections::HashMap::new();
    for &owed in owed {
        let common = match grouping {
            Grouping::Agency => Common::Who(folded.who(progress, owed.body)),
            _ => common(progress, owed, grouping),
        };
        let key = format!("{common:?}");
        let at = *known.entry(key).or_insert(groups.len());
        match groups.get_mut(at) {
            Some(group) => group.owed.push(owed),
            None => groups.push(Group {
                common,
                owed: vec![owed],
            }),
        }
    }
    groups.sort_by_key(|group| group.order(progress));
    groups
}

fn common(progress: &Progress, owed: &Owed, grouping: Grouping) -> Common {
    let item = match (owed.what, grouping) {
        (what, Grouping::Period) => {
            return period(what).map_or(Common::NoPeriod, Common::Period);
        }
        (What::Report(_), _) => return Common::Reports,
        (What::Delivery { item, .. }, _) => item,
    };
    match (grouping, progress.items.all()[item].section) {
        (Grouping::Task, _) => Common::Task(item),
        (_, Some(section)) => Common::Section(section),
        (_, None) => Common::Duties,
    }
}

impl Group<'_> {
    fn order(&self, progress: &Progress) -> (u8, i64, i64, u32, usize) {
        let index = |at: usize| (0, 0, 0, 0, at);
        match &self.common {
            Common::Who(who) => {
                let worst = self.worst().unwrap_or(i64::MIN / 2);
                let first = self.owed[0].body;
                let level = match progress.directory.bodies()[first].level {
                    None | Some(AgencyLevel::Province) => 0,
                    Some(AgencyLevel::District) => 1,
                    Some(AgencyLevel::Commune) => 2,
                };
                let at = match who {
                    Who::Body(body) => *body,
                    Who::Kind { district, .. } => district.unwrap_or(usize::MAX),
                };
                (0, -worst, level, 0, at)
            }
            Common::Reports => index(0),
            Common::Duties => index(1),
            Common::Section(at) | Common::Task(at) => (1, 0, 0, 0, *at),
            Common::Period(period) => {
                let (part, year) = (period.part, i64::from(period.year));
                (0, year, i64::from(part.last_month()), part.first_month(), 0)
            }
            Common::NoPeriod => (1, 0, 0, 0, 0),
        }
    }

    /// The most days by which anything in it is late or overdue.
    fn worst(&self) -> Option<i64> {
        self.owed
            .iter()
            .filter_map(|owed| owed.state.days_late())
            .max()
    }

    /// The heading of the group in a table.
    pub(super) fn heading(&self, progress: &Progress) -> Row {
        let plan = progress.plan;
        let (no, title) = match &self.common {
            Common::Who(who) => (String::new(), said(progress, who, &self.bodies())),
            Common::Reports => (
                String::new(),
                say! { vi: "Báo cáo định kỳ", en: "Periodic reports" },
            ),
            Common::Duties => (
                String::new(),
                say! { vi: "Nhiệm vụ ngoài phụ lục", en: "Duties outside the appendix" },
            ),
            Common::Section(at) => {
                let section = &plan.sections[*at];
                let no = printed_number(&section.id, section.no.as_ref());
                (no.to_owned(), Text::same(section.title.as_str()))
            }
            Common::Period(period) => (String::new(), begun_large(&say_period(*period))),
            Common::NoPeriod => (
                String::new(),
                say! { vi: "Nhiệm vụ có hạn riêng", en: "Tasks with a day of their own" },
            ),
            Common::Task(at) => {
                let item = &progress.items.all()[*at];
                (item.id.to_owned(), Text::same(item.title))
            }
        };
        let title = match self.summary() {
            Some(summary) => Text {
                vi: format!("{} — {}", title.vi, summary.vi),
                en: format!("{} — {}", title.en, summary.en),
            },
            None => title,
        };
        Row::Section {
            no,
            title,
            depth: 0,
        }
    }

    /// How many are in which state and the worst of them, where there are several.
    fn summary(&self) -> Option<Text> {
        if self.owed.len() == 1 {
            return None;
        }
        let counts: StateCounts = self.owed.iter().map(|owed| owed.state).collect();
        let Text { vi, en } = joined(&counted(counts), ", ");
        Some(match self.worst() {
            Some(worst) => say! {
                vi: "{vi}; nhiều nhất {worst} ngày",
                en: "{en}; {worst} days at most"
            },
            None => Text { vi, en },
        })
    }

    /// The bodies in it, each once.
    fn bodies(&self) -> Vec<usize> {
        let mut bodies: Vec<usize> = self.owed.iter().map(|owed| owed.body).collect();
        bodies.sort_unstable();
        bodies.dedup();
        bodies
    }
}
