//! The book of what was reported for a plan: one cell for each item, agency and
//! period, and in it the one record that counts.

mod entry;
#[cfg(test)]
mod tests;

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;

use self::entry::Entries;
pub use self::entry::Reported;
use crate::model::{Figure, ReportingPeriod, ResultRecord, RowPlace};

/// Marks a cell in which nothing was reported.
const VACANT: u32 = u32::MAX;

/// What was reported for a plan.
///
/// Cells are reached by index; an item takes room from its first record on, so memory
/// grows with items × agencies × periods that are reported on, not with rows.
#[derive(Clone, Debug)]
pub struct Book {
    bodies: usize,
    periods: Vec<ReportingPeriod>,
    /// For each item, the entries of its cells, agency by agency.
    pages: Vec<Option<Box<[u32]>>>,
    entries: Entries,
}

/// What came of adding a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Added {
    /// It is the first of its cell.
    New,
    /// It was reported later and counts instead of the one before.
    Correction {
        /// The one that no longer counts.
        previous: Previous,
    },
    /// A later one counts.
    Earlier {
        /// The one that counts.
        current: Previous,
    },
    /// It says what was said already.
    Same {
        /// Where it was said first.
        other: Previous,
    },
    /// It says something else without being later. Neither counts until a later one
    /// settles it.
    Conflict {
        /// The one that says otherwise.
        other: Previous,
    },
    /// The book has no such item, agency or period; nothing was added.
    Outside,
}

/// A record that another one met in its cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Previous {
    /// What it reported.
    pub figure: Figure,
    /// On which day.
    pub reported: Option<NaiveDate>,
    /// Where it stands.
    pub row: RowPlace,
}

impl Book {
    /// An empty book for a plan with that many items and agencies and these periods.
    #[must_use]
    pub fn new(items: usize, bodies: usize, periods: Vec<ReportingPeriod>) -> Self {
        Self {
            pages: vec![None; items],
            entries: Entries::default(),
            bodies,
            periods,
        }
    }

    /// The periods, in the order of their indexes.
    #[must_use]
    pub fn periods(&self) -> &[ReportingPeriod] {
        &self.periods
    }

    /// The index of a period.
    #[must_use]
    pub fn period_index(&self, period: ReportingPeriod) -> Option<usize> {
        self.periods.iter().position(|&own| own == period)
    }

    /// Gives back the room that was taken beyond need, once nothing more comes in.
    pub fn settle(&mut self) {
        self.entries.settle();
    }

    /// Adds a record. Which record of a cell counts does not depend on the order in
    /// which they are added, as long as their days tell them apart.
    pub fn add(&mut self, record: ResultRecord) -> Added {
        let Some(period) = self.period_index(record.period) else {
            return Added::Outside;
        };
        if record.item >= self.pages.len() || record.body >= self.bodies {
            return Added::Outside;
        }
        let cells = self.bodies * self.periods.len();
        let cell = record.body * self.periods.len() + period;
        let page =
            self.pages[record.item].get_or_insert_with(|| vec![VACANT; cells].into_boxed_slice());
        if page[cell] == VACANT {
            page[cell] = self.entries.push(record);
            return Added::New;
        }
        let held = page[cell];
        self.entries.came_in(held, &record);
        let known = self.entries.get(held);
        let other = Previous {
            figure: known.figure,
            reported: known.reported,
            row: known.place(),
        };
        let says_the_same = known.figure == record.figure && !known.is_disputed;
        match (known.reported, record.reported) {
            (Some(known), Some(new)) if new < known => Added::Earlier { current: other },
            _ if says_the_same => {
                self.entries.keep_words(held, record);
                Added::Same { other }
            }
            (Some(known), Some(new)) if new > known => {
                self.entries.replace(held, record);
                Added::Correction { previous: other }
            }
            _ => {
                self.entries.dispute(held);
                Added::Conflict { other }
            }
        }
    }

    /// What counts for an item, an agency and a period, all by index.
    #[must_use]
    pub fn get(&self, item: usize, body: usize, period: usize) -> Option<Reported<'_>> {
        let page = self.pages.get(item)?.as_ref()?;
        if period >= self.periods.len() {
            return None;
        }
        let entry = *page.get(body * self.periods.len() + period)?;
        (entry != VACANT).then(|| self.entries.get(entry))
    }

    /// What counts for an item: agency, period and record, in the order of the first
    /// two.
    pub fn of_item(&self, item: usize) -> impl Iterator<Item = (usize, usize, Reported<'_>)> {
        let page = self.pages.get(item).and_then(Option::as_deref);
        let cells = page.unwrap_or_default().iter().enumerate();
        cells
            .filter(|&(_, &entry)| entry != VACANT)
            .map(|(cell, &entry)| {
                let (body, period) = (cell / self.periods.len(), cell % self.periods.len());
                (body, period, self.entries.get(entry))
            })
    }

    /// What counts for an item and an agency: period and record, in the order of
    /// periods.
    pub fn of_body(&self, item: usize, body: usize) -> impl Iterator<Item = (usize, Reported<'_>)> {
        (0..self.periods.len())
            .filter_map(move |period| Some((period, self.get(item, body, period)?)))
    }

    /// Everything that counts: item, agency, period and record, in that order.
    pub fn all(&self) -> impl Iterator<Item = (usize, usize, usize, Reported<'_>)> {
        (0..self.pages.len()).flat_map(|item| {
            self.of_item(item)
                .map(move |(body, period, reported)| (item, body, period, reported))
        })
    }

    /// The book with nothing but what was reported on the periods that `keeps` takes.
    #[must_use]
    pub fn of_periods(&self, keeps: impl Fn(ReportingPeriod) -> bool) -> Self {
        let mut book = self.clone();
        for page in &mut book.pages {
            let cells = page.as_deref_mut().unwrap_or_default();
            for (cell, entry) in cells.iter_mut().enumerate() {
                if !keeps(self.periods[cell % self.periods.len()]) {
                    *entry = VACANT;
                }
            }
            if cells.iter().all(|&entry| entry == VACANT) {
                *page = None;
            }
        }
        book
    }

    /// When each thing was first reported, for telling what came in time: a record for
    /// every cell, on the first day that a row of it named, and another on the day of
    /// the row that counts where that is later.
    pub fn arrivals(&self) -> impl Iterator<Item = ResultRecord> {
        self.all().flat_map(move |(item, body, period, reported)| {
            let arrival = move |day: Option<NaiveDate>| ResultRecord {
                item,
                body,
                period: self.periods[period],
                figure: reported.figure,
                reported: day,
                evidence: reported.evidence.map(Into::into),
                note: reported.note.map(Into::into),
                row: reported.place(),
            };
            let days = reported.first_reported.zip(reported.reported);
            let corrected = days.filter(|(first, last)| first < last);
            let corrected = corrected.map(|_| arrival(reported.reported));
            let first = arrival(reported.first_reported.or(reported.reported));
            std::iter::once(first).chain(corrected)
        })
    }

    /// The items for which an agency reported on a period, by index.
    pub fn covered(&self, body: usize, period: usize) -> impl Iterator<Item = usize> {
        (0..self.pages.len()).filter(move |&item| self.get(item, body, period).is_some())
    }

    /// Whether nothing was reported at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pages.iter().all(Option::is_none)
    }

    /// The files that records came from, in the order in which they were added.
    #[must_use]
    pub fn files(&self) -> &[Arc<Path>] {
        self.entries.files()
    }
}
