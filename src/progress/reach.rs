//! Whose reports make up the figure of a target, and which of them stand for others.

use super::directory::{Directory, Expansion};
use super::items::{Item, Items};
use super::tree::Tree;
use crate::model::{AgencyLevel, Assignment, Plan, Reporters};

/// Where a figure stands in time; see [`super::spans::order`].
pub(super) type Order = (i32, u32, u32);

/// The agencies of one target.
pub(super) struct Reach<'d> {
    directory: &'d Directory,
    tree: &'d Tree,
    /// From whom a figure is expected.
    expected: Vec<usize>,
    /// Whose row stands for all: a leading agency that does not carry the task out, the
    /// province itself.
    heads: Vec<usize>,
    /// Who may report, by body.
    may_report: Vec<bool>,
}

/// Which figures stand, and for whom.
#[derive(Debug, Default)]
pub(super) struct Choice {
    /// The agencies whose own figures make up the whole.
    pub(super) rows: Vec<usize>,
    /// Agencies that stand for members who reported as well: these, and whether all
    /// members have a figure.
    pub(super) doubled: Vec<(usize, Vec<usize>, bool)>,
    /// Agencies whose figure stands below another's.
    pub(super) below: Vec<usize>,
    /// Agencies whose figure is older than those of all their members.
    pub(super) outdated: Vec<usize>,
    /// Agencies that have nothing to do with the target.
    pub(super) unassigned: Vec<usize>,
    /// Expected agencies without a figure, their own or another that stands for it.
    pub(super) missing: Vec<usize>,
}

impl<'d> Reach<'d> {
    /// The reach of an item's target.
    pub(super) fn of(
        plan: &Plan,
        directory: &'d Directory,
        tree: &'d Tree,
        items: &Items<'_>,
        item: &Item<'_>,
    ) -> Self {
        let who = assignment(items, item);
        let (lead, _) = expand(directory, who.map_or(&[], |who| &who.lead));
        let (by, by_is_open) = expand(directory, who.map_or(&[], |who| &who.by));
        let reporters = plan
            .reporting
            .as_ref()
            .map(|reporting| &reporting.reporters);
        let is_open = who.is_none() || by_is_open;
        let assigned: Vec<usize> = lead.iter().chain(&by).copied().collect();
        let expected = match reporters {
            Some(Reporters::Lead) if !lead.is_empty() => lead.clone(),
            _ if by.is_empty() => lead.clone(),
            _ => by.clone(),
        };
        let mut reach = Self {
            heads: Vec::new(),
            may_report: tree.around(directory, &assigned),
            expected,
            directory,
            tree,
        };
        let roots = tree.roots(directory);
        let provinces = roots
            .iter()
            .copied()
            .filter(|&root| directory.bodies()[root].level == Some(AgencyLevel::Province));
        let stands_alone = |body: usize| !tree.holds(body) || roots.contains(&body);
        for head in lead
            .into_iter()
            .filter(|&body| stands_alone(body))
            .chain(provinces)
        {
            if !by.contains(&head) && !reach.heads.contains(&head) {
                reach.heads.push(head);
                reach.may_report[head] = true;
            }
        }
        if is_open {
            reach.may_report.fill(true);
        }
        reach
    }

    /// The same reach with other agencies expected: all of a level of the registry.
    pub(super) fn over(&self, expected: &[usize]) -> Self {
        let around = self.tree.around(self.directory, expected);
        let mut may_report = around;
        for (body, may) in may_report.iter_mut().enumerate() {
            *may |= self.may_report[body];
        }
        Self {
            directory: self.directory,
            tree: self.tree,
            expected: expected.to_vec(),
            heads: self.heads.clone(),
            may_report,
        }
    }

    /// From whom a figure is expected.
    pub(super) fn expected(&self) -> &[usize] {
        &self.expected
    }

    /// Whether the row of `body` stands for all.
    pub(super) fn is_head(&self, body: usize) -> bool {
        self.heads.contains(&body)
    }

    /// Those of `expected` for whom a row of `body` stands, itself included.
    pub(super) fn stands_for(&self, body: usize) -> Vec<usize> {
        let mine = |&&other: &&usize| {
            self.is_head(body) || other == body || self.tree.is_above(body, other)
        };
        self.expected.iter().filter(mine).copied().collect()
    }

    /// Chooses among the agencies that have a figure, given how late each is: an
    /// agency's own stands for those of its members, unless all of these are later.
    pub(super) fn choose(&self, own: &[Option<Order>]) -> Choice {
        let mut choice = Choice::default();
        let mut own = own.to_vec();
        for (body, figure) in own.iter_mut().enumerate() {
            if figure.is_some() && !self.may_report[body] {
                choice.unassigned.push(body);
                *figure = None;
            }
        }
        let mut heads: Vec<_> = self
            .heads
            .iter()
            .copied()
            .filter(|&head| own[head].is_some())
            .collect();
        heads.sort_by_key(|&head| std::cmp::Reverse(own[head]));
        let orders: Vec<_> = heads.iter().filter_map(|&head| own[head].take()).collect();
        self.choose_below(&own, &mut choice);
        let (Some(&head), Some(&order)) = (heads.first(), orders.first()) else {
            return choice;
        };
        let is_complete = !self.expected.is_empty() && choice.missing.is_empty();
        let are_later = choice.rows.iter().all(|&body| own[body] > Some(order));
        if is_complete && are_later {
            choice.outdated.extend(&heads);
            return choice;
        }
        let members = std::mem::take(&mut choice.rows);
        choice.below.extend(members.iter().chain(&heads[1..]));
        choice.doubled.insert(0, (head, members, is_complete));
        for &other in &heads[1..] {
            choice.doubled.insert(1, (head, vec![other], true));
        }
        choice.rows.push(head);
        choice.missing.clear();
        choice
    }

    /// Chooses where no row stands for all.
    fn choose_below(&self, own: &[Option<Order>], choice: &mut Choice) {
        let cover = self.tree.cover(self.directory, own);
        choice.rows = cover.rows;
        choice.below = cover.below;
        choice.outdated = cover.outdated;
        choice.doubled = cover.doubled;
        let alone = (0..own.len()).filter(|&body| own[body].is_some() && !self.tree.holds(body));
        choice.rows.extend(alone);
        choice.rows.sort_unstable();
        let is_missing = |&&body: &&usize| {
            if self.tree.holds(body) {
                !cover.covered[body]
            } else {
                own[body].is_none()
            }
        };
        choice.missing = self.expected.iter().filter(is_missing).copied().collect();
    }
}

/// Who works for an item: a part without agencies of its own has its task's.
fn assignment<'p>(items: &Items<'p>, item: &Item<'p>) -> Option<&'p Assignment> {
    let mut item = *item;
    // As many steps as there are items, so that no circle holds it.
    for _ in 0..items.all().len() {
        let who = item.task.map(|task| &task.who);
        match (who, item.within) {
            (Some(who), Some(within)) if who.lead.is_empty() && who.by.is_empty() => {
                item = items.all()[within];
            }
            _ => return who,
        }
    }
    None
}

/// The bodies that some agency ids stand for, and whether one is open.
fn expand(
    directory: &Directory,
    agencies: &[crate::source::Located<String>],
) -> (Vec<usize>, bool) {
    let (mut bodies, mut is_open) = (Vec::new(), false);
    let mut known = vec![false; directory.bodies().len()];
    for agency in agencies {
        match directory.bodies_of(agency) {
            Expansion::Bodies(some) => {
                for &body in some.iter() {
                    if !std::mem::replace(&mut known[body], true) {
                        bodies.push(body);
                    }
                }
            }
            Expansion::Open => is_open = true,
            Expansion::Unknown => {}
        }
    }
    (bodies, is_open)
}
