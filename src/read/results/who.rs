//! Whose row it is: item, agency and period of a row, found by what stands in the cells.

use std::collections::HashMap;
use std::sync::Arc;

use chrono::NaiveDate;
use unicode_normalization::UnicodeNormalization;

use super::cells::Cells;
use super::findings::{Findings, finding, shown};
use super::head::{Field, Head};
use super::memo::Memo;
use super::{Resolver, period};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::ReportingPeriod;
use crate::say;
use crate::words::{fold, read_date};

/// What texts of a column were found to mean, so that each is looked up once.
#[derive(Default)]
pub(super) struct Memory {
    items: Memo<Option<usize>>,
    bodies: Memo<Option<usize>>,
    periods: Memo<Option<ReportingPeriod>>,
    days: Memo<Option<NaiveDate>>,
    words: Memo<Option<Arc<str>>>,
    /// Item ids, folded, where only one item has that id.
    folded_ids: HashMap<String, Option<usize>>,
}

impl Memory {
    /// A memory for the items of a plan.
    pub(super) fn new(resolver: &Resolver<'_>) -> Self {
        let mut memory = Self::default();
        for (at, item) in resolver.items.all().iter().enumerate() {
            let entry = memory.folded_ids.entry(fold(item.id));
            entry.and_modify(|known| *known = None).or_insert(Some(at));
        }
        memory
    }

    /// The item a row means.
    pub(super) fn find_item(
        &mut self,
        cells: &Cells,
        head: &Head,
        resolver: &Resolver<'_>,
    ) -> Option<usize> {
        let cell = cells.get(head.column(Field::Item)?);
        self.items.look_up(cell, |text| {
            let text = text.trim_end_matches('.');
            let folded = || self.folded_ids.get(&fold(text)).copied().flatten();
            resolver.items.find(text).or_else(folded)
        })
    }

    /// Tells that a row means no item.
    pub(super) fn tell_unknown_item(
        &self,
        cells: &Cells,
        head: &Head,
        resolver: &Resolver<'_>,
        findings: &mut Findings,
    ) {
        let Some(column) = head.column(Field::Item) else {
            return;
        };
        findings.tell("unknown-item", Severity::Error, |findings| {
            let text = shown(cells.get(column));
            let place = findings.cell(cells, column);
            if text.is_empty() {
                return empty(findings, cells, column, Field::Item);
            }
            if is_swapped(cells, head, resolver) {
                let message = say! {
                    vi: "mã và đơn vị đổi chỗ cho nhau: “{text}” là đơn vị, không phải mã",
                    en: "item and agency have changed places: “{text}” is an agency, no item",
                };
                return finding(place, message).advice(say! {
                    vi: "đổi lại hai ô của dòng này, hoặc tiêu đề của hai cột",
                    en: "change the two cells of this row back, or the heads of the two columns",
                });
            }
            let message = say! {
                vi: "kế hoạch không có chỉ tiêu, nhiệm vụ nào mang mã “{text}”",
                en: "the plan has no target, task or duty “{text}”",
            };
            let told = finding(place, message);
            match self.nearest_id(&text) {
                Some(at) => {
                    let id = resolver.items.all()[at].id;
                    told.advice(say! { vi: "có phải là “{id}”?", en: "is it “{id}”?" })
                }
                None => told.advice(say! {
                    vi: "ghi mã đúng như trong kế hoạch; dòng này không được tính",
                    en: "write the id as the plan has it; this row does not count",
                }),
            }
        });
    }

    /// The day that a cell means.
    pub(super) fn day(&mut self, cell: &[u8]) -> Option<NaiveDate> {
        self.days.look_up(cell, |text| {
            // A spreadsheet may write the time of day as well.
            let day = text
                .split_once([' ', 'T'])
                .filter(|(_, time)| time.contains(':'));
            read_date(day.map_or(text, |(day, _)| day))
        })
    }

    /// The words of a cell, where there are any.
    pub(super) fn words(&mut self, cell: &[u8]) -> Option<Arc<str>> {
        self.words.look_up(cell, |text| Some(text.into()))
    }

    fn nearest_id(&self, text: &str) -> Option<usize> {
        let wanted = fold(text);
        let near = self.folded_ids.iter().filter_map(|(id, at)| {
            let distance = strsim::damerau_levenshtein(id, &wanted);
            (distance <= 1 && wanted.len() > 1).then_some((*at)?)
        });
        near.min()
    }

    /// The agency a cell means, told where it is none.
    pub(super) fn body(
        &mut self,
        cells: &Cells,
        head: &Head,
        resolver: &Resolver<'_>,
        findings: &mut Findings,
    ) -> Option<usize> {
        let column = head.column(Field::Agency)?;
        let cell = cells.get(column);
        let find = |text: &str| resolver.directory.find(text);
        let found = self.bodies.look_up(cell, find);
        if found.is_none() {
            findings.tell("unknown-agency", Severity::Error, |findings| {
                unknown_body(cells, column, resolver, findings)
            });
        }
        found
    }

    /// The period a cell means, told where the plan has none such.
    pub(super) fn period(
        &mut self,
        cells: &Cells,
        head: &Head,
        periods: &[ReportingPeriod],
        findings: &mut Findings,
    ) -> Option<ReportingPeriod> {
        let column = head.column(Field::Period)?;
        let cell = cells.get(column);
        let find = |text: &str| period::read(text, periods);
        let read = self.periods.look_up(cell, find);
        let found = read.filter(|period| periods.contains(period));
        if found.is_none() {
            findings.tell("unknown-period", Severity::Error, |findings| {
                if cell.is_empty() {
                    return empty(findings, cells, column, Field::Period);
                }
                let text = shown(cell);
                let codes: Vec<String> = periods.iter().take(8).map(ToString::to_string).collect();
                let more = if periods.len() > codes.len() {
                    ", …"
                } else {
                    ""
                };
                let codes = codes.join(", ");
                let message = match read {
                    Some(period) => say! {
                        vi: "{period} không phải là kỳ báo cáo của kế hoạch",
                        en: "{period} is no reporting period of the plan",
                    },
                    None => say! {
                        vi: "“{text}” không đọc được là kỳ báo cáo",
                        en: "“{text}” cannot be read as a reporting period",
                    },
                };
                finding(findings.cell(cells, column), message).advice(say! {
                    vi: "các kỳ của kế hoạch: {codes}{more}",
                    en: "the plan's periods: {codes}{more}",
                })
            });
        }
        found
    }
}

/// Whether the item stands where the agency belongs, and the agency where the item.
pub(super) fn is_swapped(cells: &Cells, head: &Head, resolver: &Resolver<'_>) -> bool {
    let text = |field| head.column(field).map(|column| text_of(cells.get(column)));
    let (Some(item), Some(agency)) = (text(Field::Item), text(Field::Agency)) else {
        return false;
    };
    resolver.items.find(&agency).is_some() && resolver.directory.find(&item).is_some()
}

/// The text of a cell, its letters put together.
pub(super) fn text_of(cell: &[u8]) -> String {
    let text = String::from_utf8_lossy(cell);
    // The bytes with which combining marks begin in UTF-8.
    if cell.iter().any(|byte| matches!(byte, 0xCC | 0xCD)) {
        text.nfc().collect()
    } else {
        text.into_owned()
    }
}

fn unknown_body(
    cells: &Cells,
    column: usize,
    resolver: &Resolver<'_>,
    findings: &Findings,
) -> Diagnostic {
    let directory = resolver.directory;
    let cell = cells.get(column);
    if cell.is_empty() {
        return empty(findings, cells, column, Field::Agency);
    }
    let text = shown(cell);
    let place = findings.cell(cells, column);
    let candidates = directory.candidates(&text_of(cell));
    if candidates.len() > 1 {
        let some = candidates.iter().take(3);
        let ids: Vec<&str> = some.map(|&at| directory.bodies()[at].id.as_str()).collect();
        let ids = ids.join(", ");
        let message = say! {
            vi: "“{text}” có thể là nhiều đơn vị khác nhau",
            en: "“{text}” may be several agencies",
        };
        return finding(place, message).advice(say! {
            vi: "ghi thêm tên đơn vị cấp trên, hoặc ghi mã: {ids}",
            en: "add the name of the agency above it, or write the code: {ids}",
        });
    }
    let message = say! {
        vi: "kế hoạch và danh mục không có đơn vị “{text}”",
        en: "neither plan nor registry has an agency “{text}”",
    };
    let told = finding(place, message);
    match directory.nearest(&text_of(cell)) {
        Some(near) => {
            let body = &directory.bodies()[near];
            let (name, id) = (&body.name, &body.id);
            told.advice(say! {
                vi: "có phải là “{name}” ({id})?",
                en: "is it “{name}” ({id})?",
            })
        }
        None => told.advice(say! {
            vi: "ghi mã hoặc tên như trong kế hoạch; nhóm đơn vị (UBND cấp xã, các sở, ban, ngành) không báo cáo thay cho từng đơn vị",
            en: "write the code or the name as the plan has it; a group of agencies cannot report for each of them",
        }),
    }
}

/// A cell that must not be empty.
fn empty(findings: &Findings, cells: &Cells, column: usize, field: Field) -> Diagnostic {
    let (vi, en) = (field.head(), field.word());
    let message = say! {
        vi: "ô “{vi}” để trống",
        en: "the cell “{en}” is empty",
    };
    finding(findings.cell(cells, column), message).advice(say! {
        vi: "điền vào từng dòng; nếu là ô gộp thì bỏ gộp trước khi lưu",
        en: "fill it in on every row; split merged cells before saving",
    })
}
