//! The changes of one item, key by key.

use std::cmp::Ordering;

use super::item::Item;
use super::strictness::{compare_targets, last_day, same_bounds, same_times};
use super::{ChangeKind, Content, PlanChange};
use crate::model::{Target, Task, When};
use crate::source::{Located, Place};

/// Adds what became of an item.
pub(super) fn compare<'p>(old: &Item<'p>, new: &Item<'p>, found: &mut Vec<PlanChange<'p>>) {
    let note = new.note().filter(|note| old.note() != Some(note));
    let mut gathering = Gathering {
        item: *new,
        note,
        found,
    };
    let (_, old_title) = old.located();
    let (_, new_title) = new.located();
    if old_title != new_title {
        let contents = (
            Some(Content::Words(vec![old_title.as_str()])),
            Some(Content::Words(vec![new_title.as_str()])),
        );
        let place = Some(&new_title.place);
        gathering.add(ChangeKind::Reworded, "title", contents, place);
    }
    gathering.targets(old.targets(), new.targets());
    if let (Item::Task(old), Item::Task(new)) = (old, new) {
        gathering.agencies("lead", &old.who.lead, &new.who.lead);
        gathering.agencies("by", &old.who.by, &new.who.by);
        gathering.agencies("with", &old.who.with, &new.who.with);
        gathering.agencies("requested", &old.who.requested, &new.who.requested);
        gathering.times(old, new);
        gathering.words("output", &old.output, &new.output);
        gathering.words("funding", old.funding.as_slice(), new.funding.as_slice());
    }
}

/// Gathers the changes of one item.
struct Gathering<'f, 'p> {
    item: Item<'p>,
    note: Option<&'p str>,
    found: &'f mut Vec<PlanChange<'p>>,
}

impl<'p> Gathering<'_, 'p> {
    fn add(
        &mut self,
        kind: ChangeKind,
        key: &'static str,
        contents: (Option<Content<'p>>, Option<Content<'p>>),
        place: Option<&'p Place>,
    ) {
        let (id, title) = self.item.located();
        self.found.push(PlanChange {
            id,
            title,
            kind,
            key,
            old: contents.0,
            new: contents.1,
            place: place.unwrap_or(&id.place),
            note: self.note,
        });
    }

    /// Words that nothing is read from.
    fn words(&mut self, key: &'static str, old: &'p [Located<String>], new: &'p [Located<String>]) {
        if old == new {
            return;
        }
        let words = |of: &'p [Located<String>]| {
            let words: Vec<_> = of.iter().map(|one| one.value.as_str()).collect();
            (!words.is_empty()).then_some(Content::Words(words))
        };
        let place = new.first().map(|one| &one.place);
        self.add(ChangeKind::Edited, key, (words(old), words(new)), place);
    }

    fn agencies(
        &mut self,
        key: &'static str,
        old: &'p [Located<String>],
        new: &'p [Located<String>],
    ) {
        let ids = |of: &'p [Located<String>]| -> Vec<&'p str> {
            of.iter().map(|one| one.value.as_str()).collect()
        };
        let (old, now) = (ids(old), ids(new));
        let sorted = |ids: &[&'p str]| {
            let mut ids = ids.to_vec();
            ids.sort_unstable();
            ids
        };
        if sorted(&old) == sorted(&now) {
            return;
        }
        let content = |ids: Vec<&'p str>| (!ids.is_empty()).then_some(Content::Agencies(ids));
        let place = new.first().map(|one| &one.place);
        let contents = (content(old), content(now));
        self.add(ChangeKind::Reassigned, key, contents, place);
    }

    fn targets(&mut self, old: &'p [Target], new: &'p [Target]) {
        // The only target of an item is the same one, whatever its id has become.
        let is_only = old.len() == 1 && new.len() == 1;
        for target in new {
            let before = old.iter().find(|one| is_only || one.id == target.id);
            let place = target
                .words
                .as_ref()
                .map_or(&target.id.place, |words| &words.place);
            let Some(before) = before else {
                let contents = (None, Some(Content::Target(target)));
                self.add(ChangeKind::Raised, "target", contents, Some(place));
                continue;
            };
            if let Some(kind) = became(before, target) {
                let contents = (Some(Content::Target(before)), Some(Content::Target(target)));
                self.add(kind, "target", contents, Some(place));
            }
        }
        for target in old {
            if !is_only && !new.iter().any(|one| one.id == target.id) {
                let contents = (Some(Content::Target(target)), None);
                self.add(ChangeKind::Lowered, "target", contents, None);
            }
        }
    }

    fn times(&mut self, old: &'p Task, new: &'p Task) {
        let words = |task: &Task| -> Vec<String> {
            let entries = task.when.iter();
            entries.map(|entry| entry.words.value.clone()).collect()
        };
        let kind = if same_times(old, new) {
            if words(old) == words(new) {
                return;
            }
            ChangeKind::Reworded
        } else {
            match (last_day(&old.when), last_day(&new.when)) {
                (Some(before), Some(now)) if now > before => ChangeKind::Postponed,
                (Some(before), Some(now)) if now < before => ChangeKind::Advanced,
                (Some(_), None) => ChangeKind::Postponed,
                (None, Some(_)) => ChangeKind::Advanced,
                _ if words(old) == words(new) => return,
                _ => ChangeKind::Rescheduled,
            }
        };
        let content = |when: &'p [When]| (!when.is_empty()).then_some(Content::Times(when));
        let place = new.when.first().map(|entry| &entry.words.place);
        self.add(
            kind,
            "when",
            (content(&old.when), content(&new.when)),
            place,
        );
    }
}

/// What became of a target, where anything did.
fn became(old: &Target, new: &Target) -> Option<ChangeKind> {
    let words = |target: &Target| target.words.as_ref().map(|words| words.value.clone());
    let is_read = old.unread.is_empty() && new.unread.is_empty();
    if is_read && same_bounds(old, new) {
        return (words(old) != words(new)).then_some(ChangeKind::Reworded);
    }
    if words(old) == words(new) && old.bounds == new.bounds && old.measure == new.measure {
        return None;
    }
    Some(match compare_targets(old, new).filter(|_| is_read) {
        Some(Ordering::Less) => ChangeKind::Lowered,
        Some(Ordering::Greater) => ChangeKind::Raised,
        Some(Ordering::Equal) | None => ChangeKind::Retargeted,
    })
}
