//! Reported records, kept small: a nation's year has two million of them.

use std::path::Path;
use std::sync::Arc;

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use crate::model::{Figure, ResultRecord, RowPlace};

/// A record that counts, as the book gives it.
#[derive(Clone, Copy, Debug)]
pub struct Reported<'b> {
    /// What was reported.
    pub figure: Figure,
    /// On which day.
    pub reported: Option<NaiveDate>,
    /// The first day that a row named for the same agency, item and period and that
    /// says something.
    pub first_reported: Option<NaiveDate>,
    /// What shows it (minh chứng).
    pub evidence: Option<&'b str>,
    /// A remark.
    pub note: Option<&'b str>,
    /// The file.
    pub path: &'b Arc<Path>,
    /// The row as spreadsheets count it, from 1.
    pub row: u64,
    /// Whether another row says something else and none is later: then its figure
    /// counts for nothing.
    pub is_disputed: bool,
}

impl Reported<'_> {
    /// Where it stands.
    #[must_use]
    pub fn place(&self) -> RowPlace {
        RowPlace {
            path: Arc::clone(self.path),
            row: self.row,
        }
    }

    /// Whether it says nothing: neither a figure nor evidence.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.figure == Figure::None && self.evidence.is_none()
    }
}

/// The records of a book.
#[derive(Clone, Debug, Default)]
pub(super) struct Entries {
    all: Vec<Entry>,
    files: Vec<Arc<Path>>,
    /// Figures that do not fit an entry.
    wide: Vec<Figure>,
    /// Where entries stand and what they say beside their figure. The rows of a report
    /// mostly share both.
    origins: Vec<Origin>,
}

/// A record without its words. Ratios and numbers of whole parts, which almost all
/// are, stand in it; others stand beside.
#[derive(Clone, Copy, Debug)]
struct Entry {
    first: u32,
    second: u32,
    row: u32,
    /// Its file and words, as an index.
    origin: u32,
    /// The day, counted from the common era; [`NO_DAY`] for none.
    day: i32,
    /// The first day named by a row that says something.
    first_day: i32,
    shape: Shape,
    is_disputed: bool,
}

const NO_DAY: i32 = i32::MIN;

#[derive(Clone, Copy, Debug)]
enum Shape {
    None,
    Ratio,
    Number,
    Yes,
    No,
    Wide,
}

#[derive(Clone, Debug)]
struct Origin {
    file: u32,
    evidence: Option<Arc<str>>,
    note: Option<Arc<str>>,
}

impl Entries {
    /// Adds a record and gives its index.
    pub(super) fn push(&mut self, record: ResultRecord) -> u32 {
        let index = u32::try_from(self.all.len())
            .expect("memory ends before four thousand million records");
        let entry = self.entry(record);
        self.all.push(entry);
        index
    }

    /// Puts a record in the place of another.
    pub(super) fn replace(&mut self, index: u32, record: ResultRecord) {
        let first_day = self.all[index as usize].first_day;
        self.all[index as usize] = Entry {
            first_day,
            ..self.entry(record)
        };
    }

    /// Notes on which day another row for the same came in.
    pub(super) fn came_in(&mut self, index: u32, record: &ResultRecord) {
        let first_day = &mut self.all[index as usize].first_day;
        *first_day = match (*first_day, first_day_of(record)) {
            (NO_DAY, day) | (day, NO_DAY) => day,
            (one, other) => one.min(other),
        };
    }

    /// Takes what a repeated record says beside its figure, where that was not said.
    pub(super) fn keep_words(&mut self, index: u32, record: ResultRecord) {
        if record.evidence.is_none() && record.note.is_none() {
            return;
        }
        let held = &self.origins[self.all[index as usize].origin as usize];
        let (file, evidence, note) = (held.file, held.evidence.clone(), held.note.clone());
        self.all[index as usize].origin = self.origin(Origin {
            file,
            evidence: evidence.or(record.evidence),
            note: note.or(record.note),
        });
    }

    /// Marks a record as contradicted.
    pub(super) fn dispute(&mut self, index: u32) {
        self.all[index as usize].is_disputed = true;
    }

    /// The record of that index.
    pub(super) fn get(&self, index: u32) -> Reported<'_> {
        let entry = &self.all[index as usize];
        let origin = &self.origins[entry.origin as usize];
        Reported {
            figure: self.figure(entry),
            reported: date(entry.day),
            first_reported: date(entry.first_day),
            evidence: origin.evidence.as_deref(),
            note: origin.note.as_deref(),
            path: &self.files[origin.file as usize],
            row: u64::from(entry.row),
            is_disputed: entry.is_disputed,
        }
    }

    /// Gives back the room taken beyond need.
    pub(super) fn settle(&mut self) {
        self.all.shrink_to_fit();
        self.origins.shrink_to_fit();
    }

    /// The files that records came from.
    pub(super) fn files(&self) -> &[Arc<Path>] {
        &self.files
    }

    fn entry(&mut self, record: ResultRecord) -> Entry {
        let (shape, first, second) = self.shape(record.figure);
        let first_day = first_day_of(&record);
        let file = self.file(&record.row.path);
        let origin = self.origin(Origin {
            file,
            evidence: record.evidence,
            note: record.note,
        });
        Entry {
            first,
            second,
            row: u32::try_from(record.row.row).unwrap_or(u32::MAX),
            origin,
            day: number_of(record.reported),
            first_day,
            shape,
            is_disputed: false,
        }
    }

    /// The index of an origin: almost always that of the record before.
    fn origin(&mut self, origin: Origin) -> u32 {
        let is_same = |one: &Option<Arc<str>>, other: &Option<Arc<str>>| match (one, other) {
            (Some(one), Some(other)) => Arc::ptr_eq(one, other),
            (None, None) => true,
            _ => false,
        };
        let is_last = self.origins.last().is_some_and(|last| {
            last.file == origin.file
                && is_same(&last.evidence, &origin.evidence)
                && is_same(&last.note, &origin.note)
        });
        if !is_last {
            self.origins.push(origin);
        }
        u32::try_from(self.origins.len() - 1).expect("no more origins than records")
    }

    fn shape(&mut self, figure: Figure) -> (Shape, u32, u32) {
        let beside = |wide: &mut Vec<Figure>| {
            wide.push(figure);
            let index = u32::try_from(wide.len() - 1);
            (Shape::Wide, index.expect("no more figures than records"), 0)
        };
        match figure {
            Figure::None => (Shape::None, 0, 0),
            Figure::Attested(true) => (Shape::Yes, 0, 0),
            Figure::Attested(false) => (Shape::No, 0, 0),
            Figure::Ratio {
                numerator,
                denominator,
            } => match (whole(numerator), whole(denominator)) {
                (Some(numerator), Some(denominator)) => (Shape::Ratio, numerator, denominator),
                _ => beside(&mut self.wide),
            },
            Figure::Number(number) => match whole(number) {
                Some(number) => (Shape::Number, number, 0),
                None => beside(&mut self.wide),
            },
            Figure::Percent(_) => beside(&mut self.wide),
        }
    }

    fn figure(&self, entry: &Entry) -> Figure {
        match entry.shape {
            Shape::None => Figure::None,
            Shape::Ratio => Figure::Ratio {
                numerator: entry.first.into(),
                denominator: entry.second.into(),
            },
            Shape::Number => Figure::Number(entry.first.into()),
            Shape::Yes => Figure::Attested(true),
            Shape::No => Figure::Attested(false),
            Shape::Wide => self.wide[entry.first as usize],
        }
    }

    /// The index of a file: almost always the one of the record before.
    fn file(&mut self, path: &Arc<Path>) -> u32 {
        let is_it = |own: &Arc<Path>| Arc::ptr_eq(own, path) || own == path;
        let known = self.files.iter().rposition(is_it);
        let index = known.unwrap_or_else(|| {
            self.files.push(Arc::clone(path));
            self.files.len() - 1
        });
        u32::try_from(index).expect("no more files than records")
    }
}

fn first_day_of(record: &ResultRecord) -> i32 {
    number_of(record.reported.filter(|_| !record.is_empty()))
}

fn number_of(day: Option<NaiveDate>) -> i32 {
    day.map_or(NO_DAY, |day| day.num_days_from_ce())
}

fn date(number: i32) -> Option<NaiveDate> {
    // The number that stands for no day is no day of the calendar.
    NaiveDate::from_num_days_from_ce_opt(number)
}

/// The number as a whole one that fits, if it is one and was written as one.
fn whole(number: Decimal) -> Option<u32> {
    if number.scale() > 0 {
        return None;
    }
    u32::try_from(number.mantissa()).ok()
}
