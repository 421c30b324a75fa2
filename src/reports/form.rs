//! A blank form (mẫu báo cáo): what one agency must report for one period.

use super::title::document_name;
use crate::lang::Text;
use crate::model::{AgencyLevel, BoundKind, Level, Measure, ReportingPeriod};
use crate::progress::{Body, Item, Progress, Window};
use crate::say;
use crate::table::{Block, Cell, Column, Document, Row, Table, Value};
use crate::words::{say_date, say_period};

/// A blank form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// What it is, for whom and when it is due.
    pub headings: Vec<Text>,
    /// The days it covers.
    pub window: Window,
    /// A line for each item.
    pub lines: Vec<FormLine>,
}

/// A line of a form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FormLine {
    /// The id of the item.
    pub item: String,
    /// The title of its task.
    pub task: String,
    /// The target's words as issued, where it has any.
    pub target: String,
    /// The agency, as results name it.
    pub agency: String,
    /// The period, as results name it.
    pub period: Text,
    /// What is to be filled in.
    pub answer: Answer,
    /// How.
    pub guide: Text,
}

/// What a line asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// Numerator and denominator.
    Ratio,
    /// A number.
    Number,
    /// Có or không.
    Done,
    /// Đạt or không đạt.
    Attested,
    /// What shows it.
    Evidence,
    /// A number or a word: the target's words were not understood.
    Any,
}

/// The form of what a body must report for a period; where it has nothing to report,
/// what is said instead.
///
/// # Errors
/// The body owes no report on the period, or none that covers an item.
pub fn form(progress: &Progress, body: usize, period: ReportingPeriod) -> Result<Form, Text> {
    let of = &progress.directory.bodies()[body];
    let name = of.name.as_str();
    let Text { vi, en } = say_period(period);
    let mut reports = progress.ledger.expected.reports.iter();
    let Some(report) = reports.find(|report| report.body == body && report.period == period) else {
        return Err(say! {
            vi: "{name} không phải gửi báo cáo {vi}",
            en: "{name} owes no report on {en}"
        });
    };
    if report.items.is_empty() {
        return Err(say! {
            vi: "{name} phải gửi báo cáo {vi} nhưng không chủ trì hay thực hiện mục nào, nên không có mẫu",
            en: "{name} owes a report on {en} and answers for no item, so there is no form"
        });
    }
    // Results must find the agency again by what stands in the form.
    let agency = match progress.directory.find(name) {
        Some(found) if found == body => name,
        _ => of.id.as_str(),
    };
    let (start, last) = (
        say_date(report.window.start),
        say_date(report.window.last_day),
    );
    let mut headings = vec![
        say! { vi: "Báo cáo {vi} của {name}", en: "Report of {name}, {en}" },
        document_name(progress.plan),
        Text {
            vi: format!("Số liệu từ {} đến {}", start.vi, last.vi),
            en: format!("Figures from {} to {}", start.en, last.en),
        },
    ];
    if let Some(due) = report.due {
        let Text { vi, en } = say_date(due.day);
        headings.push(say! { vi: "Hạn gửi: {vi}", en: "Due: {en}" });
    }
    let lines = report.items.iter().map(|at| {
        let item = &progress.items.all()[*at];
        let (answer, guide) = asked(item, of);
        FormLine {
            item: item.id.to_owned(),
            task: item.task.map_or(item.title, |task| &task.title).to_owned(),
            target: item
                .target
                .and_then(|target| target.words.as_ref())
                .map_or_else(String::new, |words| words.value.clone()),
            agency: agency.to_owned(),
            period: Text {
                en: period.to_string(),
                vi: say_period(period).vi,
            },
            answer,
            guide,
        }
    });
    Ok(Form {
        headings,
        window: report.window,
        lines: lines.collect(),
    })
}

/// What is asked of a body for an item.
fn asked(item: &Item, body: &Body) -> (Answer, Text) {
    let Some(target) = item.target else {
        return (
            Answer::Evidence,
            say! {
                vi: "Ghi minh chứng: số, ngày của văn bản hoặc sản phẩm đã hoàn thành",
                en: "Give evidence: number and date of the document, or the product"
            },
        );
    };
    let kind = target.bounds.first().map(|bound| &bound.kind);
    match (target.measure, kind) {
        (Some(Measure::Share(level)), _) if body.level == Some(level) => (
            Answer::Done,
            say! {
                vi: "Kết quả: có hoặc không, kèm minh chứng",
                en: "Value: có (yes) or không (no), with evidence"
            },
        ),
        (Some(Measure::Share(level)), _) => {
            let Text { vi, en } = said_level(level);
            (
                Answer::Ratio,
                say! {
                    vi: "Tử số: số đơn vị {vi} đã thực hiện; mẫu số: tổng số đơn vị {vi}",
                    en: "Numerator: {en} that have done it; denominator: all {en}"
                },
            )
        }
        (Some(Measure::Ratio), _) => ratio(),
        (_, Some(BoundKind::Level(Level { unit, .. }))) if unit == "%" => ratio(),
        (_, Some(BoundKind::Zero)) => (
            Answer::Number,
            say! {
                vi: "Kết quả: số trường hợp trong kỳ; không có thì ghi 0",
                en: "Value: how many cases there were; 0 where there was none"
            },
        ),
        (_, Some(BoundKind::Frequency(frequency))) => {
            let unit = frequency.unit.as_deref().unwrap_or("lần");
            (
                Answer::Number,
                say! {
                    vi: "Kết quả: số {unit} đã thực hiện trong kỳ",
                    en: "Value: how many ({unit}) there were in the period"
                },
            )
        }
        (_, Some(BoundKind::Level(Level { unit, .. }))) => number(unit),
        (_, Some(BoundKind::Change(change))) => number(&change.unit),
        (Some(Measure::Count | Measure::Score | Measure::Rank), _) => number(""),
        (None, Some(BoundKind::Qualitative)) => (
            Answer::Attested,
            say! {
                vi: "Kết quả: đạt hoặc không đạt, kèm minh chứng",
                en: "Value: đạt (met) or không đạt (not met), with evidence"
            },
        ),
        (None, _) => (
            Answer::Any,
            say! {
                vi: "Kết quả: số liệu theo chỉ tiêu, hoặc đạt, không đạt; kèm minh chứng",
                en: "Value: the figure that the target asks for, or đạt, không đạt; with evidence"
            },
        ),
    }
}

fn ratio() -> (Answer, Text) {
    let guide = say! {
        vi: "Ghi tử số và mẫu số; chỉ ghi phần trăm thì không cộng được",
        en: "Give numerator and denominator: a percentage alone cannot be summed"
    };
    (Answer::Ratio, guide)
}

fn number(unit: &str) -> (Answer, Text) {
    let guide = if unit.is_empty() {
        say! { vi: "Kết quả: một số", en: "Value: a number" }
    } else {
        say! { vi: "Kết quả: một số ({unit})", en: "Value: a number ({unit})" }
    };
    (Answer::Number, guide)
}

fn said_level(level: AgencyLevel) -> Text {
    match level {
        AgencyLevel::Province => say! { vi: "cấp tỉnh", en: "provinces" },
        AgencyLevel::District => say! { vi: "cấp huyện", en: "districts" },
        AgencyLevel::Commune => say! { vi: "cấp xã", en: "communes" },
    }
}

/// The columns of a form: those of results, and those that only tell what is asked.
pub fn columns() -> Vec<Column> {
    vec![
        Column::narrow("item", say! { vi: "Mã", en: "item" }),
        Column::wide("task", say! { vi: "Nhiệm vụ", en: "task" }, 4),
        Column::wide("target", say! { vi: "Chỉ tiêu", en: "target" }, 4),
        Column::wide("agency", say! { vi: "Đơn vị", en: "agency" }, 2),
        Column::wide("period", say! { vi: "Kỳ", en: "period" }, 1),
        Column::narrow("numerator", say! { vi: "Tử số", en: "numerator" }),
        Column::narrow("denominator", say! { vi: "Mẫu số", en: "denominator" }),
        Column::narrow("value", say! { vi: "Kết quả", en: "value" }),
        Column::narrow("reported", say! { vi: "Ngày báo cáo", en: "reported" }),
        Column::wide("evidence", say! { vi: "Minh chứng", en: "evidence" }, 2),
        Column::wide("note", say! { vi: "Ghi chú", en: "note" }, 1),
        Column::wide("guide", say! { vi: "Cách ghi", en: "guide" }, 4),
    ]
}

impl Form {
    /// The form as a document with one table.
    #[must_use]
    pub fn document(&self) -> Document {
        let rows = self.lines.iter().map(|line| Row::Cells(line.cells()));
        Document {
            headings: self.headings.clone(),
            blocks: vec![Block::Table(Table {
                key: "form",
                title: None,
                columns: columns(),
                rows: rows.collect(),
                ruled: true,
            })],
        }
    }
}

impl FormLine {
    /// Its cells, by [`columns`].
    #[must_use]
    pub fn cells(&self) -> Vec<Cell> {
        let blank = || Cell::from(Value::Empty);
        vec![
            Value::from(self.item.as_str()).into(),
            Value::from(self.task.as_str()).into(),
            Value::from(self.target.as_str()).into(),
            Value::from(self.agency.as_str()).into(),
            Value::Said(self.period.clone()).into(),
            blank(),
            blank(),
            blank(),
            blank(),
            blank(),
            blank(),
            Value::Said(self.guide.clone()).into(),
        ]
    }
}
