//! The cells of a row → a score.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::heads::{Head, Heads};
use super::rows::Row;
use super::{Reading, called};
use crate::catalog::provinces::survey_day;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Band, RowPlace, Score, Scored};
use crate::say;
use crate::source::Place;
use crate::words::{Number, NumberKind, read_date, read_number};

/// The decimal marks that the scores of a file use.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct DecimalMarks {
    dot: Seen,
    comma: Seen,
}

/// Where a mark was seen.
#[derive(Clone, Copy, Debug, Default)]
struct Seen {
    /// Before one, two, four or more digits: it parts decimals.
    is_clear: bool,
    /// Before three digits: it may part thousands.
    is_doubtful: bool,
}

impl DecimalMarks {
    /// The marks of these rows.
    pub(super) fn of(rows: &[Row], heads: &Heads) -> Self {
        let mut marks = Self::default();
        for (column, head) in heads.columns() {
            if !matches!(head, Head::Score(_)) {
                continue;
            }
            for row in rows {
                let Some((mark, is_before_three)) = mark(row.get(column)) else {
                    continue;
                };
                let seen = match mark {
                    '.' => &mut marks.dot,
                    _ => &mut marks.comma,
                };
                seen.is_doubtful |= is_before_three;
                seen.is_clear |= !is_before_three;
            }
        }
        marks
    }

    /// Whether `mark` before three digits parts decimals for certain. A comma does so
    /// in Vietnamese unless the file uses dots; a dot only where the file has no comma.
    fn is_decimal(self, mark: char) -> bool {
        match mark {
            '.' => !self.comma.is_clear && (self.dot.is_clear || !self.comma.is_doubtful),
            _ => self.comma.is_clear || !self.dot.is_clear && !self.dot.is_doubtful,
        }
    }
}

/// The only mark of a number, and whether three digits follow it.
fn mark(text: &str) -> Option<(char, bool)> {
    let (whole, part) = text.split_once(['.', ','])?;
    let is_number =
        |digits: &str| !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let mark = text[whole.len()..].chars().next()?;
    (is_number(whole) && is_number(part)).then_some((mark, part.len() == 3))
}

/// What is written for nothing.
const NOTHING: [&str; 7] = ["", "-", "–", "—", "n/a", "N/A", "NA"];

impl Reading<'_> {
    /// Reads the cells of a row whose year and province are known.
    pub(super) fn read_cells(
        &mut self,
        row: &Row,
        heads: &Heads,
        marks: DecimalMarks,
        year: i32,
        province: String,
    ) -> Score {
        let mut score = Score {
            year,
            province,
            scores: BTreeMap::new(),
            bands: BTreeMap::new(),
            rank: None,
            ranked: None,
            source: None,
            published: None,
            row: RowPlace {
                path: Arc::clone(&self.path),
                row: row.number,
            },
        };
        for (column, head) in heads.columns() {
            let text = row.get(column);
            if NOTHING.contains(&text) {
                continue;
            }
            match head {
                Head::Score(scored) => {
                    if let Some(value) = self.score(row, column, scored, marks) {
                        score.scores.insert(scored, value);
                    }
                }
                Head::Band(scored) => match band(text) {
                    Some(band) => {
                        score.bands.insert(scored, band);
                    }
                    None => self.not_a_band(row, column),
                },
                Head::Rank => score.rank = self.count(row, column),
                Head::Ranked => score.ranked = self.count(row, column),
                Head::Source => score.source = Some(text.into()),
                Head::Published => score.published = self.day(row, column, year),
                Head::Year | Head::Province | Head::Note => {}
            }
        }
        score
    }

    fn score(
        &mut self,
        row: &Row,
        column: usize,
        scored: Scored,
        marks: DecimalMarks,
    ) -> Option<Decimal> {
        let (text, place) = (row.get(column), self.cell(row, column));
        let read = match mark(text) {
            Some((mark, true)) if !marks.is_decimal(mark) => {
                self.ambiguous(text, place);
                return None;
            }
            // As written, with the noughts at its end.
            Some(_) => match Decimal::from_str_exact(&text.replace(',', ".")) {
                Ok(value) => Number::Exact(value),
                Err(_) => Number::None,
            },
            None => read_number(text, NumberKind::Fraction),
        };
        match read {
            Number::Exact(value) if value.is_zero() => {
                let what = called(scored);
                let message = Text {
                    vi: format!("0 nghĩa là không có {}, không phải điểm 0", what.vi),
                    en: format!(
                        "0 stands for {} that is missing, not for a score of 0",
                        what.en
                    ),
                };
                let note = Diagnostic::new("missing-score", Severity::Note, place, message);
                self.tell(note);
                None
            }
            Number::Exact(value) => Some(value),
            Number::Ambiguous | Number::None => {
                let message = say! { vi: "ô này không phải một số", en: "this is no number" };
                self.error("unread-score", place, message);
                None
            }
        }
    }

    fn ambiguous(&mut self, text: &str, place: Place) {
        let (comma, dot) = (text.replace('.', ","), text.replace(',', "."));
        let message = say! {
            vi: "\"{text}\" đọc được hai cách: dấu thập phân hay dấu ngăn hàng nghìn",
            en: "\"{text}\" can be read in two ways: a decimal mark, or one between thousands"
        };
        let told = Diagnostic::error("unread-score", place, message).advice(say! {
            vi: "viết đủ bốn chữ số thập phân, như \"{comma}0\", và một dấu thập phân cho cả tệp",
            en: "write four decimals, like {dot}0, and one decimal mark in the whole file"
        });
        self.tell(told);
    }

    fn count(&mut self, row: &Row, column: usize) -> Option<u32> {
        let count = row.get(column).parse::<u32>().ok();
        let count = count.filter(|count| *count > 0);
        if count.is_none() {
            let place = self.cell(row, column);
            let message = say! { vi: "ô này phải là một số nguyên từ 1", en: "this is to be a whole number from 1 on" };
            self.error("unread-score", place, message);
        }
        count
    }

    fn day(&mut self, row: &Row, column: usize, year: i32) -> Option<NaiveDate> {
        let place = self.cell(row, column);
        let Some(day) = read_date(row.get(column)) else {
            let message = say! { vi: "ô này không phải một ngày; viết như 2022-05-10 hoặc 10/5/2022", en: "this is no day; write it like 2022-05-10 or 10/5/2022" };
            self.error("unread-score", place, message);
            return None;
        };
        if day <= survey_day(year) {
            let message = say! {
                vi: "ngày công bố kết quả năm {year} không thể trong hay trước năm {year}",
                en: "the results of {year} cannot be published in or before {year}"
            };
            self.error("unread-score", place, message);
            return None;
        }
        Some(day)
    }

    fn not_a_band(&mut self, row: &Row, column: usize) {
        let place = self.cell(row, column);
        let message = say! { vi: "PAPI không có nhóm điểm này", en: "PAPI has no such band" };
        let told = Diagnostic::error("unread-score", place, message).advice(say! {
            vi: "các nhóm: cao nhất, trung bình cao, trung bình thấp, thấp nhất",
            en: "the bands: highest, upper middle, lower middle, lowest (cao nhất, trung bình cao, trung bình thấp, thấp nhất)"
        });
        self.tell(told);
    }
}

/// The band of that name, in Vietnamese or English.
fn band(text: &str) -> Option<Band> {
    let words = crate::spelling::bare(text);
    let words = words.strip_prefix("nhom ").unwrap_or(&words);
    let words = words.strip_prefix("diem ").unwrap_or(words);
    Some(match words {
        "cao nhat" | "highest" | "high" => Band::Highest,
        "trung binh cao" | "upper middle" | "high average" | "mid high" => Band::UpperMiddle,
        "trung binh thap" | "lower middle" | "low average" | "mid low" => Band::LowerMiddle,
        "thap nhat" | "lowest" | "low" => Band::Lowest,
        _ => return None,
    })
}
