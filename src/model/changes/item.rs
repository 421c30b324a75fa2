//! What is found again by its id: objectives, sections and work.

use super::{ChangeKind, Content, PlanChange};
use crate::model::{Objective, Plan, Section, Target, Task};
use crate::source::Located;

/// Something with an id.
#[derive(Clone, Copy)]
pub(super) enum Item<'p> {
    Objective(&'p Objective),
    Section(&'p Section),
    Task(&'p Task),
}

/// Everything of a plan that has an id, in its order.
pub(super) fn items(plan: &Plan) -> impl Iterator<Item = Item<'_>> {
    let objectives = plan.objectives.iter().map(Item::Objective);
    let sections = plan.sections.iter().map(Item::Section);
    let work = plan.all_work().map(Item::Task);
    objectives.chain(sections).chain(work)
}

impl<'p> Item<'p> {
    pub(super) fn located(self) -> (&'p Located<String>, &'p Located<String>) {
        match self {
            Self::Objective(one) => (&one.id, &one.title),
            Self::Section(one) => (&one.id, &one.title),
            Self::Task(one) => (&one.id, &one.title),
        }
    }

    pub(super) fn id(self) -> &'p str {
        self.located().0
    }

    pub(super) fn table(self) -> &'static str {
        match self {
            Self::Objective(_) => "objective",
            Self::Section(_) => "section",
            Self::Task(_) => "task",
        }
    }

    pub(super) fn targets(self) -> &'p [Target] {
        match self {
            Self::Objective(one) => &one.targets,
            Self::Section(_) => &[],
            Self::Task(one) => &one.targets,
        }
    }

    pub(super) fn note(self) -> Option<&'p str> {
        let note = match self {
            Self::Objective(one) => &one.note,
            Self::Section(one) => &one.note,
            Self::Task(one) => &one.note,
        };
        note.as_ref().map(|note| note.value.as_str())
    }

    pub(super) fn whole(self, kind: ChangeKind) -> PlanChange<'p> {
        let (id, title) = self.located();
        let words = Some(Content::Words(vec![title.as_str()]));
        let (old, new) = match kind {
            ChangeKind::Dropped => (words, None),
            _ => (None, words),
        };
        PlanChange {
            id,
            title,
            kind,
            key: self.table(),
            old,
            new,
            place: &id.place,
            note: None,
        }
    }
}
