//! The intake: rows of cells, one after another, into the book.

use std::sync::Arc;

use super::cells::Cells;
use super::figure::{self, Asked};
use super::findings::{Findings, finding};
use super::head::{Field, Head};
use super::rows::{Outcome, WIDEST_ROW};
use super::who::{Memory, is_swapped};
use super::{Resolver, columns, dates, meeting, stray};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Figure, ResultRecord, RowPlace};
use crate::progress::{Book, ItemKind};
use crate::say;

/// The intake of one table.
pub(super) struct Intake<'i> {
    resolver: &'i Resolver<'i>,
    book: &'i mut Book,
    findings: Findings,
    memory: Memory,
    head: Head,
    /// What the target of each item asks for.
    asked: Vec<Asked>,
}

impl<'i> Intake<'i> {
    /// An intake into `book` that tells its findings to `findings`.
    pub(super) fn new(resolver: &'i Resolver<'i>, book: &'i mut Book, findings: Findings) -> Self {
        let items = resolver.items.all().iter();
        Self {
            memory: Memory::new(resolver),
            asked: items.map(|item| Asked::by(item.target)).collect(),
            head: Head::default(),
            resolver,
            book,
            findings,
        }
    }

    /// What was found.
    pub(super) fn finish(self) -> Vec<Diagnostic> {
        self.findings.finish()
    }

    /// Takes the head; `false` where a column is missing without which nothing is read.
    pub(super) fn head(&mut self, cells: &Cells) -> bool {
        self.head = Head::of(cells);
        columns::tell(&self.head, cells, &mut self.findings)
    }

    /// Takes a head whose columns were told already.
    pub(super) fn set_head(&mut self, head: &Head) {
        self.head = head.clone();
    }

    /// The findings of its table.
    pub(super) fn findings(&mut self) -> &mut Findings {
        &mut self.findings
    }

    /// The head of its table.
    pub(super) fn own_head(&self) -> &Head {
        &self.head
    }

    /// Whether a column holds words that may be said once for several rows.
    pub(super) fn is_of_words(&self, column: usize) -> bool {
        let words = [
            Field::Plan,
            Field::Item,
            Field::Agency,
            Field::Period,
            Field::Reported,
        ];
        words
            .into_iter()
            .any(|field| self.head.column(field) == Some(column))
    }

    /// Takes what was read of a row.
    pub(super) fn take(&mut self, outcome: Outcome, cells: &Cells) {
        let row = cells.row;
        let (rule, message) = match outcome {
            Outcome::Row => return self.row(cells),
            Outcome::TooLong => (
                "bad-cell",
                say! {
                    vi: "dòng dài hơn một triệu ký tự; không được đọc",
                    en: "the row has more than a million characters; it is not read",
                },
            ),
            Outcome::TooWide => (
                "bad-cell",
                say! {
                    vi: "dòng có hơn {WIDEST_ROW} ô; không được đọc",
                    en: "the row has more than {WIDEST_ROW} cells; it is not read",
                },
            ),
            Outcome::OpenQuote => (
                "bad-cell",
                say! {
                    vi: "dấu ngoặc kép mở ở dòng này không được đóng; dòng này không được tính",
                    en: "a quote that opens in this row is never closed; the row does not count",
                },
            ),
            Outcome::GivenUp => (
                "bad-cell",
                say! {
                    vi: "quá nhiều dấu ngoặc kép không được đóng; từ dòng này trở đi không được đọc",
                    en: "too many quotes are never closed; from this row on nothing is read",
                },
            ),
        };
        self.findings.tell(rule, Severity::Error, |findings| {
            finding(findings.row(row), message)
        });
    }

    /// Whether a row swallowed others: a cell of it has a line with as many delimiters
    /// as a row has.
    pub(super) fn has_swallowed(&self, cells: &Cells, delimiter: u8) -> bool {
        if cells.is_line() {
            return false;
        }
        let width = self.head.is_named.len();
        let is_row = |line: &[u8]| line.split(|&byte| byte == delimiter).count() >= width;
        let swallowed =
            |cell: &[u8]| cell.contains(&b'\n') && cell.split(|&byte| byte == b'\n').any(is_row);
        width > 2 && cells.iter().any(swallowed)
    }

    fn row(&mut self, cells: &Cells) {
        if cells.is_blank() || stray::is_told(cells, &self.head, &mut self.findings) {
            return;
        }
        let item = self.memory.find_item(cells, &self.head, self.resolver);
        if item.is_none() && self.head.is_repeated_by(cells) {
            // Pages that were put together each have their head; one may differ.
            if Head::of(cells).fields() >= 3 {
                self.head(cells);
            }
            return;
        }
        let (memory, head, findings) = (&mut self.memory, &self.head, &mut self.findings);
        if item.is_none() {
            memory.tell_unknown_item(cells, head, self.resolver, findings);
        }
        let body = if item.is_none() && is_swapped(cells, head, self.resolver) {
            None
        } else {
            memory.body(cells, head, self.resolver, findings)
        };
        let period = memory.period(cells, head, self.book.periods(), findings);
        let asked = item.map_or(Asked::by(None), |item| self.asked[item]);
        let figure = figure::read(cells, head, asked, findings);
        let reported = dates::read(cells, head, memory, findings);
        let (Some(item), Some(body), Some(period), Some(figure)) = (item, body, period, figure)
        else {
            return;
        };
        if dates::is_future(reported, self.resolver.as_of, cells, head, findings) {
            return;
        }
        self.tell_unjudged(cells, item, figure);
        let words = |memory: &mut Memory, field| {
            let column = self.head.column(field)?;
            memory.words(cells.get(column))
        };
        let record = ResultRecord {
            item,
            body,
            period,
            figure,
            reported,
            evidence: words(&mut self.memory, Field::Evidence),
            note: words(&mut self.memory, Field::Note),
            row: RowPlace {
                path: Arc::clone(self.findings.path()),
                row: cells.row,
            },
        };
        meeting::add(record, self.book, &mut self.findings);
    }

    /// A figure on a task whose targets have ids of their own is judged by none of them.
    fn tell_unjudged(&mut self, cells: &Cells, item: usize, figure: Figure) {
        let own = &self.resolver.items.all()[item];
        if own.target.is_some() || matches!(figure, Figure::None | Figure::Attested(_)) {
            return;
        }
        let all = self.resolver.items.all().iter();
        let targets =
            all.filter(|other| other.within == Some(item) && other.kind == ItemKind::Target);
        let ids: Vec<&str> = targets.map(|target| target.id).collect();
        let Some(column) = self.head.column(Field::Item).filter(|_| !ids.is_empty()) else {
            return;
        };
        let (id, ids) = (own.id, ids.join(", "));
        self.findings.tell("unknown-item", Severity::Warning, |findings| {
            let message = say! {
                vi: "“{id}” có nhiều chỉ tiêu, nên số liệu này không được tính cho chỉ tiêu nào",
                en: "“{id}” has several targets, so this figure counts for none of them",
            };
            finding(findings.cell(cells, column), message)
                .advice(say! {
                    vi: "ghi mã của chỉ tiêu: {ids}",
                    en: "write the id of the target: {ids}",
                })
                .about(id)
        });
    }
}
