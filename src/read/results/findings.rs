//! What is wrong in a results file, told within bounds: a thousand bad rows of one kind
//! are the first twenty and a number.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;

use super::cells::Cells;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::RowPlace;
use crate::say;
use crate::source::Place;

/// How many findings of one rule are told in full.
const TOLD: u64 = 20;

/// How much of a cell is shown.
const SHOWN: usize = 60;

/// The findings of one file.
pub(super) struct Findings {
    path: Arc<Path>,
    sheet: Option<Arc<str>>,
    told: Vec<Diagnostic>,
    /// How many were found of each rule and gravity.
    counts: BTreeMap<(&'static str, Severity), u64>,
}

impl Findings {
    /// No findings yet of `path`, and of a sheet of it where it is a workbook.
    pub(super) fn new(path: Arc<Path>, sheet: Option<Arc<str>>) -> Self {
        Self {
            path,
            sheet,
            told: Vec::new(),
            counts: BTreeMap::new(),
        }
    }

    /// The file.
    pub(super) fn path(&self) -> &Arc<Path> {
        &self.path
    }

    /// The file as a place.
    pub(super) fn file(&self) -> Place {
        Place::file(&self.path)
    }

    /// A cell as a place, with its text.
    pub(super) fn cell(&self, cells: &Cells, column: usize) -> Place {
        let text = shown(cells.get(column));
        Place::Cell {
            path: Arc::clone(&self.path),
            sheet: self.sheet.clone(),
            row: cells.row,
            column: Some(column),
            text: (!text.is_empty()).then(|| Arc::from(text)),
        }
    }

    /// A row as a place.
    pub(super) fn row(&self, row: u64) -> Place {
        Place::Cell {
            path: Arc::clone(&self.path),
            sheet: self.sheet.clone(),
            row,
            column: None,
            text: None,
        }
    }

    /// The row of another record, maybe of another file.
    pub(super) fn other_row(&self, row: &RowPlace) -> Place {
        Place::Cell {
            path: Arc::clone(&row.path),
            sheet: self.sheet.clone().filter(|_| row.path == self.path),
            row: row.row,
            column: None,
            text: None,
        }
    }

    /// Adds a finding; it is not even made where enough of its rule are told.
    pub(super) fn tell(
        &mut self,
        rule: &'static str,
        severity: Severity,
        finding: impl FnOnce(&Self) -> Diagnostic,
    ) {
        let count = self.counts.entry((rule, severity)).or_default();
        *count += 1;
        if *count <= TOLD {
            let finding = finding(self);
            self.told.push(Diagnostic {
                rule,
                severity,
                ..finding
            });
        }
    }

    /// All findings, and at the end how many more there are of each rule.
    pub(super) fn finish(mut self) -> Vec<Diagnostic> {
        let file = self.file();
        for (&(rule, severity), &count) in &self.counts {
            if let Some(more) = count.checked_sub(TOLD).filter(|more| *more > 0) {
                let message = say! {
                    vi: "còn {more} chỗ nữa cùng loại trong tệp này ({count} tất cả)",
                    en: "{more} more of this kind in this file ({count} in all)",
                };
                let summary = Diagnostic::new(rule, severity, file.clone(), message);
                self.told.push(summary);
            }
        }
        self.told
    }
}

/// A finding at a place; rule and gravity are set when it is told.
pub(super) fn finding(place: Place, message: crate::lang::Text) -> Diagnostic {
    Diagnostic::new("", Severity::Error, place, message)
}

/// The text of a cell as it is shown: on one line, and not too long.
pub(super) fn shown(cell: &[u8]) -> String {
    let cell = &cell[..cell.len().min(8 * SHOWN)];
    let text = String::from_utf8_lossy(cell);
    let mut letters = text.chars().map(|letter| {
        let is_line = letter == '\n' || letter == '\r' || letter == '\t';
        if is_line { ' ' } else { letter }
    });
    let mut shown: String = letters.by_ref().take(SHOWN).collect();
    if letters.next().is_some() {
        shown.push('…');
    }
    shown
}
