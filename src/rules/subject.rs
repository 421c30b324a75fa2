//! A plan that is looked at.

use std::collections::HashSet;
use std::ops::Range;
use std::sync::{Arc, OnceLock};

use crate::catalog::Calendar;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Plan;
use crate::progress::{Directory, Items, Timetable};
use crate::source::{Place, Source};

/// A plan that is looked at, with what is computed from it once.
#[derive(Debug)]
pub struct Subject<'p> {
    /// The plan.
    pub plan: &'p Plan,
    /// The bodies that its agencies stand for.
    pub directory: &'p Directory,
    /// Its items.
    pub items: &'p Items<'p>,
    /// Where reading the file failed, in order.
    torn: Vec<usize>,
    keys: OnceLock<HashSet<&'p str>>,
    calendar: Option<&'p Calendar>,
    timetable: OnceLock<Timetable>,
}

impl<'p> Subject<'p> {
    /// A plan and what reading its file found: of what could not be read, no rule says
    /// that it is missing.
    pub fn new(
        plan: &'p Plan,
        directory: &'p Directory,
        items: &'p Items<'p>,
        reading: &[Diagnostic],
    ) -> Self {
        let file = plan.head.begins();
        let mut torn: Vec<_> = reading
            .iter()
            .filter(|finding| finding.severity == Severity::Error)
            .filter_map(|finding| match (&finding.place, file) {
                (Place::Span { source, span }, Place::Span { source: own, .. })
                    if Arc::ptr_eq(source, own) =>
                {
                    Some(span.start)
                }
                _ => None,
            })
            .collect();
        torn.sort_unstable();
        Self {
            plan,
            directory,
            items,
            torn,
            keys: OnceLock::new(),
            calendar: None,
            timetable: OnceLock::new(),
        }
    }

    /// The same under a calendar of the plan's own; else it is the one built in.
    #[must_use]
    pub fn under(self, calendar: &'p Calendar) -> Self {
        Self {
            calendar: Some(calendar),
            ..self
        }
    }

    /// The periods that are reported on, with their times.
    pub fn timetable(&self) -> &Timetable {
        self.timetable.get_or_init(|| match self.calendar {
            Some(calendar) => Timetable::of(self.plan, calendar),
            None => Timetable::of(self.plan, &Calendar::built_in()),
        })
    }

    /// Whether something could not be read in the table in which `place` stands, so
    /// that what seems to be missing there may have been written.
    pub fn is_torn_at(&self, place: &Place) -> bool {
        let Place::Span { source, span } = place else {
            return false;
        };
        if self.torn.is_empty() {
            return false;
        }
        let table = table_around(source, span);
        let next = self.torn.partition_point(|start| *start < table.start);
        self.torn.get(next).is_some_and(|start| *start < table.end)
    }

    /// Whether anything in the file could not be read.
    pub fn is_torn(&self) -> bool {
        !self.torn.is_empty()
    }

    /// Whether the file has the key, be it in a place that could not be read.
    pub fn has_key(&self, key: &str) -> bool {
        let Place::Span { source, .. } = self.plan.head.begins() else {
            return false;
        };
        self.is_torn() && self.keys.get_or_init(|| keys_of(source)).contains(key)
    }
}

/// From the header above to the next header.
fn table_around(source: &Source, span: &Range<usize>) -> Range<usize> {
    let text = source.text();
    let start = text[..span.start].rfind("\n[").map_or(0, |at| at + 1);
    let end = text[span.end..]
        .find("\n[")
        .map_or(text.len(), |at| span.end + at);
    start..end
}

/// What stands before the first `=` of a line, and the last part of each header.
fn keys_of(source: &Source) -> HashSet<&str> {
    source
        .text()
        .lines()
        .filter_map(|line| match line.trim_start().strip_prefix('[') {
            Some(header) => header.trim_end().trim_end_matches(']').rsplit('.').next(),
            None => line.split_once('=').map(|(key, _)| key),
        })
        .map(|key| key.trim().trim_matches(['"', '\'']))
        .collect()
}
