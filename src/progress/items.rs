//! The items of a plan: whatever a results row may be about.

use std::collections::HashMap;

use crate::model::{Objective, Plan, Target, Task, TaskKind};

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ItemKind {
    /// A task of the appendix (nhiệm vụ).
    Task,
    /// A part of a task or duty.
    Part,
    /// A duty of the plan's body.
    Duty,
    /// A target with an id of its own (chỉ tiêu).
    Target,
    /// An objective of the plan (mục tiêu).
    Objective,
}

/// One item.
#[derive(Clone, Copy, Debug)]
pub struct Item<'p> {
    /// The id.
    pub id: &'p str,
    /// What it is.
    pub kind: ItemKind,
    /// The task, part or duty it is, or to which its target belongs.
    pub task: Option<&'p Task>,
    /// Its target; of a task with several targets, each is an item of its own.
    pub target: Option<&'p Target>,
    /// The objective it is, or to which its target belongs.
    pub objective: Option<&'p Objective>,
    /// The section, as an index into the plan's sections.
    pub section: Option<usize>,
    /// The item it belongs to: a part's task, a target's task or objective.
    pub within: Option<usize>,
    /// The title; of a target its words.
    pub title: &'p str,
}

/// Every item of a plan, in the order duties, tasks, objectives; each before its
/// targets, and these before its parts.
#[derive(Clone, Debug, Default)]
pub struct Items<'p> {
    all: Vec<Item<'p>>,
    by_id: HashMap<&'p str, usize>,
}

impl<'p> Items<'p> {
    /// The items of `plan`.
    #[must_use]
    pub fn of(plan: &'p Plan) -> Self {
        let mut items = Self::default();
        for duty in &plan.duties {
            items.add_task(duty, None, None);
        }
        for (at, section) in plan.sections.iter().enumerate() {
            for task in &section.tasks {
                items.add_task(task, Some(at), None);
            }
        }
        for objective in &plan.objectives {
            items.add_objective(objective);
        }
        items
    }

    /// All of them.
    #[must_use]
    pub fn all(&self) -> &[Item<'p>] {
        &self.all
    }

    /// The item with that id, as an index into [`Items::all`]; of several the first.
    #[must_use]
    pub fn find(&self, id: &str) -> Option<usize> {
        self.by_id.get(id).copied()
    }

    fn add_task(&mut self, task: &'p Task, section: Option<usize>, within: Option<usize>) {
        let own = task.targets.iter().find(|target| target.id == task.id);
        let item = Item {
            id: &task.id,
            kind: match task.kind {
                TaskKind::Task => ItemKind::Task,
                TaskKind::Part => ItemKind::Part,
                TaskKind::Duty => ItemKind::Duty,
            },
            task: Some(task),
            target: own,
            objective: None,
            section,
            within,
            title: &task.title,
        };
        let at = self.add(item);
        self.add_targets(item, at, &task.targets);
        for part in &task.parts {
            self.add_task(part, section, Some(at));
        }
    }

    fn add_objective(&mut self, objective: &'p Objective) {
        let own = objective
            .targets
            .iter()
            .find(|target| target.id == objective.id);
        let item = Item {
            id: &objective.id,
            kind: ItemKind::Objective,
            task: None,
            target: own,
            objective: Some(objective),
            section: None,
            within: None,
            title: &objective.title,
        };
        let at = self.add(item);
        self.add_targets(item, at, &objective.targets);
    }

    fn add_targets(&mut self, of: Item<'p>, at: usize, targets: &'p [Target]) {
        for target in targets.iter().filter(|target| *target.id != of.id) {
            self.add(Item {
                id: &target.id,
                kind: ItemKind::Target,
                target: Some(target),
                within: Some(at),
                title: target.words.as_ref().map_or(of.title, |words| words),
                ..of
            });
        }
    }

    fn add(&mut self, item: Item<'p>) -> usize {
        let at = self.all.len();
        self.all.push(item);
        self.by_id.entry(item.id).or_insert(at);
        at
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TaskKind;
    use crate::progress::fixtures::{lao_cai, section, target, task, who};

    #[test]
    fn the_only_target_is_its_task_and_several_are_items_of_their_own() {
        let mut plan = lao_cai();
        let mut one = task(TaskKind::Task, "II.1", who(&["so-noi-vu"], &[]));
        one.targets = vec![target("II.1")];
        let mut two = task(TaskKind::Task, "II.2", who(&["so-noi-vu"], &[]));
        two.targets = vec![target("II.2.a"), target("II.2.b")];
        two.parts = vec![task(TaskKind::Part, "II.2.1", who(&[], &[]))];
        plan.sections = vec![section("II", vec![one, two])];
        let items = Items::of(&plan);
        let ids: Vec<_> = items.all().iter().map(|item| item.id).collect();
        assert_eq!(ids, ["II.1", "II.2", "II.2.a", "II.2.b", "II.2.1"]);
        let found = items.find("II.2.b").unwrap();
        let item = &items.all()[found];
        assert_eq!((item.kind, item.within), (ItemKind::Target, Some(1)));
        assert_eq!(item.task.unwrap().id.value, "II.2");
        assert!(items.all()[0].target.is_some());
        assert!(items.all()[1].target.is_none());
    }
}
