//! The cells of a row → a score.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::heads::{Head, Heads};
use super::rows::Row;
use super::{Reading, called};
use crate::catalog::provinces::{NamedProvince, province, survey_day};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Band, RowPlace, Score, Scored};
use crate::say;
use crate::source::Place;
use crate::words::{Number, NumberKind, read_date, read_number};

/// The decimal marks that the scores of a file use where they leave no doubt: a mark
/// before one, two, four or more digits.
#[derive(Clone, Copy, Debug, Default)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each mark was seen or was not"
)]
pub(super) struct DecimalMarks {
    dot: bool,
    comma: bool,
    /// A dot, or a comma, before three digits, which could part thousands.
    dot_before_three: bool,
    comma_before_three: bool,
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
                match mark(row.get(column)) {
                    Some(('.', true)) => marks.dot_before_three = true,
                    Some((',', true)) => marks.comma_before_three = true,
                    Some(('.', _)) => marks.dot = true,
                    Some(_) => marks.comma = true,
                    None => {}
                }
            }
        }
        marks
    }

    /// Whether `mark` before three digits parts decimals for certain: every other
    /// score of the file uses it so.
    fn is_decimal(self, mark: char) -> bool {
        match mark {
            '.' => !self.comma && (self.dot || !self.comma_before_three),
            _ => self.comma || !self.dot && !self.dot_before_three,
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
    /// The year and the province of a row.
    pub(super) fn whose(&mut self, row: &Row, heads: &Heads) -> Option<(i32, String)> {
        let year_place = self.cell(row, heads.year);
        let text = row.get(heads.year);
        let year = text.parse::<i32>().ok().filter(|_| text.len() == 4);
        let Some(year) = year else {
            let message = say! { vi: "năm khảo sát không đúng; viết như 2021", en: "this is no survey year; write it like 2021" };
            self.error("unread-score", year_place, message);
            return None;
        };
        if self.editions.dimensions_in(year).next().is_none() {
            let message = say! { vi: "năm {year} không có khảo sát PAPI", en: "there was no PAPI survey in {year}" };
            self.error("unread-score", year_place, message);
            return None;
        }
        let published = heads.find(Head::Published).map(|column| row.get(column));
        if self.is_future(year, published.and_then(read_date)) {
            let day = self.as_of.map_or_else(String::new, |day| day.to_string());
            let message = say! {
                vi: "kết quả năm {year} chưa thể có tính đến {day}",
                en: "the results of {year} cannot be out by {day}"
            };
            self.error("future-score", year_place, message);
            return None;
        }
        let is_new = !self.provinces.contains_key(&year);
        if is_new && self.editions.last_year().is_some_and(|last| last < year) {
            let last = self.editions.last_year().unwrap_or(year);
            let message = say! {
                vi: "danh mục chưa có năm {year}; đọc theo các chỉ số nội dung của năm {last}",
                en: "the catalogue does not have {year} yet; it is read with the dimensions of {last}"
            };
            let told = Diagnostic::new("unlisted-survey-year", Severity::Note, year_place, message);
            self.tell(told);
        }
        self.count_province(row, heads, year);
        Some((year, self.province(row, heads, year)?))
    }

    fn province(&mut self, row: &Row, heads: &Heads, year: i32) -> Option<String> {
        let place = self.cell(row, heads.province);
        let text = row.get(heads.province);
        let told = match province(text, survey_day(year)) {
            NamedProvince::There(found) => return Some(found.name.to_owned()),
            _ if text.is_empty() => Diagnostic::error(
                "unknown-province",
                place,
                say! { vi: "dòng thiếu tên tỉnh", en: "the row lacks the province" },
            ),
            NamedProvince::AtAnotherTime(other) => {
                let name = other.name;
                let message = say! {
                    vi: "năm {year} không có {name}",
                    en: "there is no {name} in {year}"
                };
                let told = Diagnostic::error("unknown-province", place, message);
                match (other.successor(), other.to) {
                    (Some(successor), Some(last)) => {
                        let (into, last) = (successor.name, crate::words::say_date(last));
                        told.advice(Text {
                            vi: format!("{name} chỉ có đến {}, sau đó thuộc {into}", last.vi),
                            en: format!("{name} ended on {} and is part of {into} since", last.en),
                        })
                    }
                    _ => told,
                }
            }
            NamedProvince::Unknown(near) => {
                let message =
                    say! { vi: "không có tỉnh, thành phố này", en: "there is no such province" };
                let told = Diagnostic::error("unknown-province", place, message);
                match near {
                    Some(near) => told
                        .advice(say! { vi: "có phải \"{near}\"?", en: "did you mean \"{near}\"?" }),
                    None => told,
                }
            }
        };
        self.tell(told);
        None
    }

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
