//! The heads of a scores file.

use super::Reading;
use super::rows::Row;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::Scored;
use crate::say;
use crate::source::Place;
use crate::spelling::{bare, nearest};

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Head {
    Year,
    Province,
    Score(Scored),
    Band(Scored),
    Rank,
    Ranked,
    Source,
    Published,
    /// Remarks, which are not kept.
    Note,
}

/// The heads that are no scores, as [`bare`] gives them.
const SPELLINGS: [(&str, Head); 41] = [
    ("year", Head::Year),
    ("nam", Head::Year),
    ("nam khao sat", Head::Year),
    ("survey year", Head::Year),
    ("province", Head::Province),
    ("tinh", Head::Province),
    ("tinh thanh", Head::Province),
    ("tinh thanh pho", Head::Province),
    ("ten tinh", Head::Province),
    ("dia phuong", Head::Province),
    ("total", Head::Score(Scored::Total)),
    ("tong", Head::Score(Scored::Total)),
    ("tong diem", Head::Score(Scored::Total)),
    ("tong diem papi", Head::Score(Scored::Total)),
    ("diem tong", Head::Score(Scored::Total)),
    ("diem papi", Head::Score(Scored::Total)),
    ("chi so papi", Head::Score(Scored::Total)),
    ("papi", Head::Score(Scored::Total)),
    ("rank", Head::Rank),
    ("hang", Head::Rank),
    ("thu hang", Head::Rank),
    ("xep hang", Head::Rank),
    ("ranked", Head::Ranked),
    ("so tinh", Head::Ranked),
    ("so tinh xep hang", Head::Ranked),
    ("so tinh duoc xep hang", Head::Ranked),
    ("tong so tinh", Head::Ranked),
    ("band", Head::Band(Scored::Total)),
    ("nhom", Head::Band(Scored::Total)),
    ("nhom diem", Head::Band(Scored::Total)),
    ("total band", Head::Band(Scored::Total)),
    ("source", Head::Source),
    ("nguon", Head::Source),
    ("nguon so lieu", Head::Source),
    ("published", Head::Published),
    ("cong bo", Head::Published),
    ("ngay cong bo", Head::Published),
    ("note", Head::Note),
    ("notes", Head::Note),
    ("ghi chu", Head::Note),
    ("remark", Head::Note),
];

/// Which column holds what.
pub(super) struct Heads {
    columns: Vec<Option<Head>>,
    /// The column of the year.
    pub year: usize,
    /// The column of the province.
    pub province: usize,
}

impl Heads {
    /// Reads the row of heads; none where it has no year or no province.
    pub(super) fn read(row: &Row, reading: &mut Reading) -> Option<Self> {
        let mut columns: Vec<Option<Head>> = Vec::new();
        for (at, text) in row.cells.iter().enumerate() {
            let head = meaning(text, reading);
            let place = reading.cell(row, at);
            match head {
                None => unknown(text, place, reading),
                Some(Head::Note) => {}
                Some(head) => {
                    if let Some(first) = columns.iter().position(|known| *known == Some(head)) {
                        let first = reading.cell(row, first);
                        let message = say! {
                            vi: "hai cột cùng là \"{text}\"; chỉ cột đầu được đọc",
                            en: "two columns hold \"{text}\"; only the first is read"
                        };
                        let told = Diagnostic::error("unread-score", place, message)
                            .other(first, say! { vi: "cột đầu ở đây", en: "the first is here" });
                        reading.tell(told);
                        columns.push(None);
                        continue;
                    }
                }
            }
            columns.push(head);
        }
        let of = |wanted| columns.iter().position(|head| *head == Some(wanted));
        if let (Some(year), Some(province)) = (of(Head::Year), of(Head::Province)) {
            return Some(Self {
                columns,
                year,
                province,
            });
        }
        let place = Place::Cell {
            path: reading.path.clone(),
            sheet: None,
            row: row.number,
            column: None,
            text: None,
        };
        let message = say! {
            vi: "dòng tiêu đề phải có cột năm (year) và cột tỉnh (province)",
            en: "the heads must name the year and the province"
        };
        let told = Diagnostic::error("unread-score", place, message).advice(say! {
            vi: "các cột: year, province, D1 … D8, 2.3, total, rank, ranked, band, source, published",
            en: "the columns: year, province, D1 … D8, 2.3, total, rank, ranked, band, source, published"
        });
        reading.tell(told);
        None
    }

    /// How many columns there are.
    pub(super) fn count(&self) -> usize {
        self.columns.len()
    }

    /// The columns that are read, each with what it holds.
    pub(super) fn columns(&self) -> impl Iterator<Item = (usize, Head)> {
        let columns = self.columns.iter().enumerate();
        columns.filter_map(|(at, head)| Some((at, (*head)?)))
    }

    /// The column of a score.
    pub(super) fn of(&self, scored: Scored) -> Option<usize> {
        self.find(Head::Score(scored))
    }

    /// The column that holds `head`.
    pub(super) fn find(&self, head: Head) -> Option<usize> {
        self.columns.iter().position(|known| *known == Some(head))
    }
}

fn meaning(text: &str, reading: &Reading) -> Option<Head> {
    let words = bare(text);
    if let Some((_, head)) = SPELLINGS.iter().find(|(spelling, _)| *spelling == words) {
        return Some(*head);
    }
    let band = words
        .strip_suffix(" band")
        .or_else(|| words.strip_prefix("nhom "));
    if let Some(of) = band {
        return part(of, reading).map(Head::Band);
    }
    let score = words.strip_prefix("diem ").unwrap_or(&words);
    part(score, reading).map(Head::Score)
}

/// The part that a head names: by its number, or by its name in any edition.
fn part(words: &str, reading: &Reading) -> Option<Scored> {
    if let Some(number) = crate::catalog::editions::numbered(words) {
        return Some(Scored::Part(number));
    }
    let last = reading.editions.last_year()?;
    let found = reading.editions.find(last, words)?;
    Some(Scored::Part(found.number))
}

fn unknown(text: &str, place: Place, reading: &mut Reading) {
    let shown = super::shortened(text);
    let near = nearest(&bare(text), SPELLINGS.map(|(spelling, _)| spelling));
    let severity = match near {
        Some(_) => Severity::Error,
        None => Severity::Warning,
    };
    let message = if text.is_empty() {
        say! { vi: "cột này không có tiêu đề nên không đọc", en: "the column has no head and is not read" }
    } else {
        say! { vi: "cột \"{shown}\" không được đọc", en: "the column \"{shown}\" is not read" }
    };
    let mut told = Diagnostic::new("unknown-column", severity, place, message);
    if let Some(near) = near {
        told = told.advice(say! { vi: "có phải `{near}`?", en: "did you mean `{near}`?" });
    }
    reading.tell(told);
}
