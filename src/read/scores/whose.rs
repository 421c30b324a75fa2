//! The year and the province of a row.

use super::Reading;
use super::heads::{Head, Heads};
use super::rows::Row;
use crate::catalog::provinces::{NamedProvince, province, survey_day};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::say;
use crate::words::{read_date, say_date};

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
            let Text { vi, en } = self.as_of.map_or_else(|| Text::same(""), say_date);
            let message = say! {
                vi: "kết quả năm {year} chưa thể có tính đến ngày {vi}",
                en: "the results of {year} cannot be out by {en}"
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
                        let (into, last) = (successor.name, say_date(last));
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
}
