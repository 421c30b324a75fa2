//! Plans that answer each other: which plan carries out which (`implements`), by the
//! official number or by the file.

use std::path::{Component, Path, PathBuf};

use super::objectives::province_of;
use super::{Directory, Expansion};
use crate::model::{Plan, Task};
use crate::spelling::bare;

/// Plans that are looked at together.
#[derive(Debug)]
pub struct Family<'p> {
    members: Vec<Member<'p>>,
}

/// A plan of a family.
#[derive(Clone, Copy, Debug)]
pub struct Member<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// Its file.
    pub path: &'p Path,
    /// What it carries out.
    pub above: Above,
}

/// What a plan carries out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Above {
    /// It names nothing.
    Nothing,
    /// A document that is none of these plans.
    Elsewhere,
    /// A number that several of these plans have.
    Several,
    /// Plans that carry each other out in a circle.
    Circle,
    /// That plan, by index.
    Plan(usize),
}

/// A plan beside the one that it carries out.
#[derive(Debug)]
pub struct Answer<'p> {
    /// The plan that is carried out.
    pub parent: &'p Plan,
    /// The plan that carries it out.
    pub child: &'p Plan,
    /// The parent's tasks that its lead or executing agencies make the child's issuer's.
    pub asked: Vec<&'p Task>,
    /// Tasks of the two under the same title: the parent's, then the child's. A title
    /// that either plan has twice pairs none.
    pub pairs: Vec<(&'p Task, &'p Task)>,
}

impl<'p> Family<'p> {
    /// The family of plans and their files.
    #[must_use]
    pub fn of(plans: &[(&'p Plan, &'p Path)]) -> Self {
        let mut members: Vec<_> = plans
            .iter()
            .map(|&(plan, path)| Member {
                plan,
                path,
                above: above(plan, path, plans),
            })
            .collect();
        let circular: Vec<_> = (0..members.len())
            .filter(|&at| is_in_circle(&members, at))
            .collect();
        for at in circular {
            members[at].above = Above::Circle;
        }
        Self { members }
    }

    /// The plans, in the order in which they were given.
    #[must_use]
    pub fn members(&self) -> &[Member<'p>] {
        &self.members
    }

    /// Every plan by index with its depth, each before those that carry it out.
    #[must_use]
    pub fn tree(&self) -> Vec<(usize, usize)> {
        let mut tree = Vec::with_capacity(self.members.len());
        let mut waiting: Vec<_> = (0..self.members.len())
            .filter(|&at| !matches!(self.members[at].above, Above::Plan(_)))
            .map(|at| (at, 0))
            .collect();
        waiting.reverse();
        while let Some((at, depth)) = waiting.pop() {
            tree.push((at, depth));
            let below = (0..self.members.len()).rev();
            let below = below.filter(|&other| self.members[other].above == Above::Plan(at));
            waiting.extend(below.map(|other| (other, depth + 1)));
        }
        tree
    }

    /// A plan beside the one that it carries out, where that is one of these.
    #[must_use]
    pub fn answer(&self, at: usize) -> Option<Answer<'p>> {
        let Above::Plan(parent) = self.members[at].above else {
            return None;
        };
        let (parent, child) = (self.members[parent].plan, self.members[at].plan);
        Some(Answer {
            parent,
            child,
            asked: asked_of(parent, child),
            pairs: pairs(parent, child),
        })
    }
}

fn above(plan: &Plan, path: &Path, plans: &[(&Plan, &Path)]) -> Above {
    let Some(named) = &plan.head.implements else {
        return Above::Nothing;
    };
    let all = plans.iter().enumerate();
    if Path::new(named.trim())
        .extension()
        .is_some_and(|it| it == "toml")
    {
        let folder = path.parent().unwrap_or(Path::new(""));
        let file = plain(&folder.join(named.trim()));
        let mut found = all.filter(|(_, (_, other))| plain(other) == file);
        return found
            .next()
            .map_or(Above::Elsewhere, |(at, _)| Above::Plan(at));
    }
    let mut found = all.filter(|(_, (other, _))| may_be_meant(other, plan, named));
    match (found.next(), found.next()) {
        (Some((at, _)), None) => Above::Plan(at),
        (Some(_), Some(_)) => Above::Several,
        (None, _) => Above::Elsewhere,
    }
}

/// Whether a plan has the number that another names and may be the one that is meant:
/// offices use the same numbers each year.
fn may_be_meant(other: &Plan, plan: &Plan, number: &str) -> bool {
    let key = |number: &str| number.split_whitespace().collect::<String>().to_uppercase();
    let has_number = other
        .head
        .number
        .as_ref()
        .is_some_and(|own| key(own) == key(number));
    let (theirs, own) = (other.head.years, plan.head.years);
    let meet = theirs.from <= own.to && own.from <= theirs.to;
    let is_later = match (&other.head.issued, &plan.head.issued) {
        (Some(theirs), Some(own)) => theirs.value > own.value,
        _ => false,
    };
    let is_elsewhere = match (province_of(other, None), province_of(plan, None)) {
        (Some(theirs), Some(own)) => theirs.name != own.name,
        _ => false,
    };
    !std::ptr::eq(other, plan) && has_number && meet && !is_later && !is_elsewhere
}

/// A path without `.` and `..`.
fn plain(path: &Path) -> PathBuf {
    let mut plain = PathBuf::new();
    for part in path.components() {
        match part {
            Component::CurDir => {}
            Component::ParentDir if plain.file_name().is_some() => {
                plain.pop();
            }
            other => plain.push(other),
        }
    }
    plain
}

fn is_in_circle(members: &[Member], start: usize) -> bool {
    let mut at = start;
    for _ in 0..members.len() {
        match members[at].above {
            Above::Plan(above) if above == start => return true,
            Above::Plan(above) => at = above,
            _ => return false,
        }
    }
    false
}

fn asked_of<'p>(parent: &'p Plan, child: &Plan) -> Vec<&'p Task> {
    let directory = Directory::of(parent);
    let issuer = child.head.issuer.as_ref();
    let Some(body) = issuer.and_then(|issuer| directory.find(issuer)) else {
        return Vec::new();
    };
    let names = |task: &&Task| {
        let mut named = task.who.lead.iter().chain(&task.who.by);
        named.any(|agency| match directory.bodies_of(agency) {
            Expansion::Bodies(bodies) => bodies.contains(&body),
            Expansion::Open | Expansion::Unknown => false,
        })
    };
    tasks(parent).filter(names).collect()
}

fn pairs<'p>(parent: &'p Plan, child: &'p Plan) -> Vec<(&'p Task, &'p Task)> {
    let titled = |plan: &'p Plan, title: &str| {
        let mut found = tasks(plan).filter(|task| bare(&task.title) == title);
        found.next().filter(|_| found.next().is_none())
    };
    let pair = |task: &'p Task| {
        let title = bare(&task.title);
        Some((titled(parent, &title)?, titled(child, &title)?))
    };
    tasks(parent).filter_map(pair).collect()
}

fn tasks(plan: &Plan) -> impl Iterator<Item = &Task> {
    plan.sections.iter().flat_map(|section| &section.tasks)
}
