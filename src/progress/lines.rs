//! The lines of reports: which items each body answers for, in which part of the year.

use std::collections::HashMap;
use std::sync::Arc;

use super::timetable::{Timetable, parts};
use super::{Directory, Expansion, Item, ItemKind, Items};
use crate::model::{Assignment, PeriodPart, Reporters, TaskKind};

/// The lines of a plan's reports. Bodies that answer through the same agencies of the
/// plan, such as all communes, share one list.
pub(super) struct Lines {
    /// Whether a row about an item is a part of a periodic report.
    pub(super) is_reported_on: Vec<bool>,
    parts: Vec<PeriodPart>,
    /// The lines of each agency: an item and the parts it is reported in, as bits.
    of_agency: Vec<Vec<(usize, u32)>>,
    /// The agencies through which a body answers, rising.
    agencies_of: HashMap<usize, Vec<usize>>,
    shared: HashMap<Vec<usize>, Vec<Arc<[usize]>>>,
}

impl Lines {
    /// The lines of the plan whose items these are.
    pub(super) fn of(
        items: &Items<'_>,
        directory: &Directory,
        timetable: &Timetable,
        reporters: &Reporters,
    ) -> Self {
        let is_line = which_are_lines(items);
        let mut lines = Self {
            is_reported_on: which_are_reported_on(items, &is_line),
            parts: timetable.parts.clone(),
            of_agency: Vec::new(),
            agencies_of: HashMap::new(),
            shared: HashMap::new(),
        };
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (at, item) in items
            .all()
            .iter()
            .enumerate()
            .filter(|(at, _)| is_line[*at])
        {
            let mask = mask(item, timetable);
            for agency in answering(who(items, item), reporters, item) {
                let next = known.len();
                let agency = *known.entry(agency).or_insert(next);
                if agency == lines.of_agency.len() {
                    lines.of_agency.push(Vec::new());
                }
                lines.of_agency[agency].push((at, mask));
            }
        }
        let mut agencies: Vec<_> = known.into_iter().map(|(id, agency)| (agency, id)).collect();
        agencies.sort_unstable();
        for (agency, id) in agencies {
            if let Expansion::Bodies(bodies) = directory.bodies_of(id) {
                for &body in &*bodies {
                    lines.agencies_of.entry(body).or_default().push(agency);
                }
            }
        }
        lines
    }

    /// Every body that answers for a line, in the order of the directory.
    pub(super) fn bodies(&self) -> Vec<usize> {
        let mut bodies: Vec<usize> = self.agencies_of.keys().copied().collect();
        bodies.sort_unstable();
        bodies
    }

    /// The items that the body's report on that part of the year must cover.
    pub(super) fn covered_by(&mut self, body: usize, part: PeriodPart) -> Arc<[usize]> {
        let agencies = self.agencies_of.get(&body).map_or(&[][..], Vec::as_slice);
        let Some(at) = self.parts.iter().position(|known| *known == part) else {
            return Arc::from([]);
        };
        if !self.shared.contains_key(agencies) {
            let lists = self.lists(agencies);
            self.shared.insert(agencies.to_vec(), lists);
        }
        Arc::clone(&self.shared[agencies][at])
    }

    /// The items of those agencies, for each part of the year.
    fn lists(&self, agencies: &[usize]) -> Vec<Arc<[usize]>> {
        let of_agencies = agencies.iter().flat_map(|agency| &self.of_agency[*agency]);
        let mut lines: Vec<(usize, u32)> = of_agencies.copied().collect();
        lines.sort_unstable();
        lines.dedup();
        let mut lists: Vec<Arc<[usize]>> = Vec::with_capacity(self.parts.len());
        for bit in 0..self.parts.len() {
            let of_part = lines.iter().filter(|(_, mask)| mask & 1 << bit != 0);
            let items: Arc<[usize]> = of_part.map(|(item, _)| *item).collect();
            match lists.last() {
                Some(last) if *last == items => lists.push(Arc::clone(last)),
                _ => lists.push(items),
            }
        }
        lists
    }
}

/// Who works for an item; a part that names nobody has its task's.
pub(super) fn who<'p>(items: &Items<'p>, item: &Item<'p>) -> Option<&'p Assignment> {
    let mut item = *item;
    loop {
        let who = &item.task?.who;
        if !who.lead.is_empty() || !who.by.is_empty() {
            return Some(who);
        }
        item = items.all()[item.within?];
    }
}

/// The agencies that answer for a line, by id. A duty is answered for by each of `by`.
fn answering<'p>(
    who: Option<&'p Assignment>,
    reporters: &Reporters,
    item: &Item<'_>,
) -> impl Iterator<Item = &'p str> {
    let is_duty = item.task.is_some_and(|task| task.kind == TaskKind::Duty);
    let (lead, by) = match reporters {
        Reporters::Unsaid => (false, false),
        Reporters::Lead => (true, is_duty),
        Reporters::Executing => (false, true),
        Reporters::Both | Reporters::Named(_) => (true, true),
    };
    let lead = who.filter(|_| lead).map_or(&[][..], |who| &who.lead);
    let by = who.filter(|_| by).map_or(&[][..], |who| &who.by);
    lead.iter().chain(by).map(|agency| agency.as_str())
}

/// Which items are lines of a report, as [`super::expected_reports`] says.
fn which_are_lines(items: &Items<'_>) -> Vec<bool> {
    let all = items.all();
    let mut is_line: Vec<bool> = all
        .iter()
        .map(|item| match item.kind {
            ItemKind::Task | ItemKind::Part => true,
            ItemKind::Duty => item.target.is_some(),
            ItemKind::Target => item.task.is_some(),
            ItemKind::Objective => false,
        })
        .collect();
    for (at, item) in all.iter().enumerate() {
        let Some(above) = item.within else { continue };
        if all[above].target.is_none() {
            is_line[above] = false;
        }
        if item.kind == ItemKind::Part && is_of_duty(items, item) {
            is_line[at] &= item.target.is_some();
        }
    }
    is_line
}

/// Which items make a report when a row comes about them: all but duties, and parts of
/// duties, that are no lines.
fn which_are_reported_on(items: &Items<'_>, is_line: &[bool]) -> Vec<bool> {
    let all = items.all().iter().zip(is_line);
    all.map(|(item, is_line)| *is_line || !is_of_duty(items, item))
        .collect()
}

fn is_of_duty(items: &Items<'_>, item: &Item<'_>) -> bool {
    let mut item = *item;
    while let Some(above) = item.within {
        item = items.all()[above];
    }
    item.kind == ItemKind::Duty
}

/// The parts of the year in which the item is reported, as bits over the timetable's.
fn mask(item: &Item<'_>, timetable: &Timetable) -> u32 {
    let bits = |is_named: &dyn Fn(PeriodPart) -> bool| {
        let named = timetable
            .parts
            .iter()
            .enumerate()
            .filter(|(_, part)| is_named(**part));
        named.fold(0, |mask, (bit, _)| mask | 1 << bit)
    };
    let own = item
        .task
        .and_then(|task| task.report.as_ref()?.periods.as_ref());
    let named = own.map_or(0, |own| {
        let own = parts(own);
        bits(&|part| own.contains(&part))
    });
    if named == 0 && !timetable.is_of_tasks {
        bits(&|_| true)
    } else {
        named
    }
}
