//! A file with the results of several plans: each row goes to the plan that it names.

use super::cells::Cells;
use super::findings::{Findings, finding, shown};
use super::head::{Field, Head};
use super::intake::Intake;
use super::memo::Memo;
use super::rows::Outcome;
use super::{Desk, stray};
use crate::diagnostic::Severity;
use crate::say;
use crate::spelling::nearest;
use crate::words::fold;

/// The desks of the plans, and to which of them a row goes.
pub(super) struct Desks<'i> {
    /// One for each plan; never none.
    intakes: Vec<Intake<'i>>,
    /// The id and number of each plan, folded.
    names: Vec<Vec<String>>,
    column: Option<usize>,
    known: Memo<Option<usize>>,
    /// Of names that are none of these, whether they are a repeated head.
    passed_over: Memo<bool>,
    is_taken: bool,
    is_passed_over: bool,
}

impl<'i> Desks<'i> {
    /// The intakes of `desks`, each with findings of its own.
    pub(super) fn new<'r: 'i>(desks: &'i mut [Desk<'r>], findings: impl Fn() -> Findings) -> Self {
        let name = |desk: &Desk<'_>| {
            let names = [Some(desk.id), desk.number];
            names.into_iter().flatten().map(fold).collect()
        };
        Self {
            names: desks.iter().map(name).collect(),
            intakes: desks
                .iter_mut()
                .map(|desk| Intake::new(&desk.resolver, desk.book, findings()))
                .collect(),
            column: None,
            known: Memo::default(),
            passed_over: Memo::default(),
            is_taken: false,
            is_passed_over: false,
        }
    }

    /// What was found of each plan.
    pub(super) fn finish(mut self) -> Vec<Vec<crate::diagnostic::Diagnostic>> {
        if self.is_passed_over && !self.is_taken {
            self.findings().tell("unknown-plan", Severity::Error, |findings| {
                let message = say! {
                    vi: "không dòng nào của tệp thuộc kế hoạch được hỏi",
                    en: "no row of the file belongs to a plan that was asked about",
                };
                finding(findings.file(), message).advice(say! {
                    vi: "ghi mã hoặc số của kế hoạch vào cột “Kế hoạch”; cột có nghĩa khác thì đổi tiêu đề",
                    en: "write the plan's id or number under “plan”; if the column means something else, give it another head",
                })
            });
        }
        self.intakes.into_iter().map(Intake::finish).collect()
    }

    /// Where what concerns the whole file is told.
    pub(super) fn findings(&mut self) -> &mut Findings {
        self.intakes[0].findings()
    }

    /// Takes the head; `false` where a column is missing without which nothing is read.
    pub(super) fn head(&mut self, cells: &Cells) -> bool {
        let is_whole = self.intakes[0].head(cells);
        let head = Head::of(cells);
        self.column = head.column(Field::Plan);
        for intake in &mut self.intakes[1..] {
            intake.set_head(&head);
        }
        if self.intakes.len() > 1 && self.column.is_none() {
            let row = cells.row;
            self.findings().tell("missing-column", Severity::Error, |findings| {
                let message = say! {
                    vi: "có nhiều kế hoạch mà tệp không có cột “Kế hoạch”",
                    en: "there are several plans, and the file has no column “plan”",
                };
                finding(findings.row(row), message).advice(say! {
                    vi: "thêm cột “Kế hoạch” với mã hoặc số của kế hoạch, hoặc ghi --results MÃ=ĐƯỜNG_DẪN",
                    en: "add a column “plan” with the id or number of the plan, or give --results ID=PATH",
                })
            });
            return false;
        }
        is_whole
    }

    /// Whether a column holds words that may be said once for several rows.
    pub(super) fn is_of_words(&self, column: usize) -> bool {
        self.intakes[0].is_of_words(column)
    }

    /// Whether a row swallowed others.
    pub(super) fn has_swallowed(&self, cells: &Cells, delimiter: u8) -> bool {
        self.intakes[0].has_swallowed(cells, delimiter)
    }

    /// Takes what was read of a row.
    pub(super) fn take(&mut self, outcome: Outcome, cells: &Cells) {
        let Some(column) = self.column.filter(|_| outcome == Outcome::Row) else {
            return self.intakes[0].take(outcome, cells);
        };
        let cell = cells.get(column);
        if cell.is_empty() {
            return self.take_unnamed(cells, column);
        }
        let names = &self.names;
        let found = self.known.look_up(cell, |text| {
            let wanted = fold(text);
            names.iter().position(|names| names.contains(&wanted))
        });
        match found {
            Some(desk) => {
                self.is_taken = true;
                self.intakes[desk].take(outcome, cells);
            }
            None => self.pass_over(cells, column),
        }
    }

    /// A row that names no plan is of the only one, where there is one.
    fn take_unnamed(&mut self, cells: &Cells, column: usize) {
        if self.intakes.len() == 1 {
            return self.intakes[0].take(Outcome::Row, cells);
        }
        let head = self.intakes[0].own_head().clone();
        if cells.is_blank() || stray::is_told(cells, &head, self.findings()) {
            return;
        }
        self.findings().tell("unknown-plan", Severity::Error, |findings| {
            let message = say! {
                vi: "ô “Kế hoạch” để trống mà có nhiều kế hoạch; dòng này không được tính",
                en: "the cell “plan” is empty and there are several plans; the row does not count",
            };
            finding(findings.cell(cells, column), message).advice(say! {
                vi: "ghi mã hoặc số của kế hoạch vào từng dòng",
                en: "write the plan's id or number on every row",
            })
        });
    }

    /// Rows of another plan are told once. Looking for a head repeated among the rows
    /// takes long, so it is done once for each name.
    fn pass_over(&mut self, cells: &Cells, column: usize) {
        let (head, mut is_first) = (self.intakes[0].own_head(), false);
        let is_head = self.passed_over.look_up(cells.get(column), |_| {
            is_first = true;
            head.is_repeated_by(cells)
        });
        if is_head {
            self.head(cells);
            return;
        }
        self.is_passed_over = true;
        if !is_first {
            return;
        }
        let text = shown(cells.get(column));
        let folded = fold(&text);
        let names = self.names.iter().flatten().map(String::as_str);
        let near = nearest(&folded, names).map(str::to_owned);
        // Ids that only count, like "tinh-01", are near one another and all meant.
        let near = near.filter(|_| !folded.bytes().any(|byte| byte.is_ascii_digit()));
        let severity = match near {
            Some(_) => Severity::Error,
            None => Severity::Warning,
        };
        self.findings().tell("unknown-plan", severity, |findings| {
            let message = say! {
                vi: "“{text}” không phải kế hoạch nào được hỏi; các dòng của kế hoạch này bị bỏ qua, đây là dòng đầu",
                en: "“{text}” is none of the plans asked about; its rows are passed over, and this is the first",
            };
            let told = finding(findings.cell(cells, column), message);
            match near {
                Some(near) => told.advice(say! { vi: "có phải là “{near}”?", en: "is it “{near}”?" }),
                None => told.advice(say! {
                    vi: "ghi mã hoặc số của kế hoạch; nếu là kế hoạch khác thì không phải sửa gì",
                    en: "write the plan's id or number; if it is another plan, nothing need be mended",
                }),
            }
        });
    }
}
