//! What an edit changes in a plan: items found again by their ids, never by their lines.

mod gathering;
mod item;
mod strictness;

use std::collections::HashMap;

use self::gathering::compare;
use self::item::{Item, items};
use super::{Plan, Target, When};
use crate::source::Place;

/// One change of a plan.
#[derive(Clone, Debug)]
pub struct PlanChange<'p> {
    /// The id of the item.
    pub id: &'p str,
    /// Its title, as it is now; as it was where it is gone.
    pub title: &'p str,
    /// What became of it.
    pub kind: ChangeKind,
    /// The key of the plan file that changed; of a whole item, its table.
    pub key: &'static str,
    /// What stood there.
    pub old: Option<Content<'p>>,
    /// What stands there.
    pub new: Option<Content<'p>>,
    /// Where it stands now, or the item where nothing does; where it stood, of one that
    /// is gone.
    pub place: &'p Place,
    /// What the item's note says now, where the edit wrote it.
    pub note: Option<&'p str>,
}

/// What became of an item.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ChangeKind {
    /// It is new.
    Added,
    /// It is gone.
    Dropped,
    /// Its target asks for less, or is gone.
    Lowered,
    /// Its target asks for more, or is new.
    Raised,
    /// Its target asks for something else.
    Retargeted,
    /// Its last day moved back, or is gone.
    Postponed,
    /// Its last day moved forward, or is new.
    Advanced,
    /// Its times changed otherwise.
    Rescheduled,
    /// Other agencies stand there.
    Reassigned,
    /// Its words changed, what they are read as did not.
    Reworded,
    /// Something else of it changed.
    Edited,
}

impl ChangeKind {
    /// The word of machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Dropped => "dropped",
            Self::Lowered => "lowered",
            Self::Raised => "raised",
            Self::Retargeted => "retargeted",
            Self::Postponed => "postponed",
            Self::Advanced => "advanced",
            Self::Rescheduled => "rescheduled",
            Self::Reassigned => "reassigned",
            Self::Reworded => "reworded",
            Self::Edited => "edited",
        }
    }
}

/// What stands at a key.
#[derive(Clone, Debug)]
pub enum Content<'p> {
    /// Words, one or several.
    Words(Vec<&'p str>),
    /// A target.
    Target(&'p Target),
    /// The entries of `when`.
    Times(&'p [When]),
    /// Agencies, by id.
    Agencies(Vec<&'p str>),
}

/// What changed from `old` to `new`, in the order of `new`, what is gone at the end.
#[must_use]
pub fn changes<'p>(old: &'p Plan, new: &'p Plan) -> Vec<PlanChange<'p>> {
    let before: HashMap<&str, Item> = items(old).map(|item| (item.id(), item)).collect();
    let mut found = Vec::new();
    let mut known = Vec::new();
    for item in items(new) {
        known.push(item.id());
        match before.get(item.id()) {
            Some(old) => compare(old, &item, &mut found),
            None => found.push(item.whole(ChangeKind::Added)),
        }
    }
    let known: std::collections::HashSet<_> = known.into_iter().collect();
    let gone = items(old).filter(|item| !known.contains(item.id()));
    found.extend(gone.map(|item| item.whole(ChangeKind::Dropped)));
    found
}
