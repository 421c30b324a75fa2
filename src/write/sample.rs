//! An appendix and some findings, for tests.

use std::path::Path;
use std::sync::Arc;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::say;
use crate::source::{Place, Source};
use crate::table::{Block, Cell, Column, Document, Fact, Line, Row, Table, Tone, Value};

/// The eight columns of the Lào Cai appendix, two of its rows and a row of totals.
pub(super) fn appendix() -> Document {
    let head = Text::same;
    let columns = vec![
        Column::narrow("no", head("Stt")).centred(),
        Column::wide("task", head("Nội dung/Nhiệm vụ"), 6),
        Column::wide("target", head("Chỉ tiêu"), 3),
        Column::wide("lead", head("Cơ quan chủ trì"), 3),
        Column::wide("by", head("Cơ quan thực hiện"), 3),
        Column::wide("when", head("Thời gian"), 2),
        Column::wide("output", head("Kết quả thực hiện"), 3),
        Column::narrow(
            "inspected",
            Text {
                vi: "Đã kiểm tra".into(),
                en: "Inspected".into(),
            },
        )
        .right(),
        Column::narrow("id", head("id")).for_machines(),
    ];
    Document {
        headings: vec![
            Text::same("Phụ lục"),
            Text::same("Cải thiện, nâng cao Chỉ số PAPI của tỉnh Lào Cai năm 2021"),
            Text::same("(Kèm theo Kế hoạch số 149/KH-UBND ngày 30 tháng 3 năm 2021)"),
        ],
        blocks: vec![
            Block::line(Text {
                vi: "Đến ngày 05/7/2021.".into(),
                en: "As of 2021-07-05.".into(),
            }),
            Block::Line(Line {
                words: Text::same("Sở Nội vụ chưa gửi báo cáo 6 tháng đầu năm 2021."),
                tone: Tone::Bad,
                depth: 1,
            }),
            Block::Facts(vec![Fact {
                key: "as_of",
                value: Value::Day(NaiveDate::from_ymd_opt(2021, 7, 5).expect("a day")),
                label: Some(Text {
                    vi: "Ngày".into(),
                    en: "Day".into(),
                }),
            }]),
            Block::Table(Table {
                key: "tasks",
                title: None,
                columns,
                rows: rows(),
                ruled: true,
            }),
        ],
    }
}

fn rows() -> Vec<Row> {
    let words = |text: &str| Cell::from(Value::from(text));
    vec![
        Row::Section {
            no: "II".into(),
            title: Text::same("Chỉ số nội dung 2: Công khai minh bạch"),
            depth: 0,
        },
        Row::Cells(vec![
            words("05"),
            words("Kiểm tra, xử lý vi phạm trong thực hiện chính sách hộ nghèo"),
            words("Tối thiểu 30% xã, phường, thị trấn được kiểm tra"),
            words("Sở Lao động – Thương binh và Xã hội"),
            words("UBND cấp huyện, UBND cấp xã"),
            words("Thường xuyên"),
            Value::List(vec![
                "- Kế hoạch kiểm tra".into(),
                "- Báo cáo kết quả".into(),
            ])
            .into(),
            Cell::toned(
                Value::Ratio(Decimal::from(45), Decimal::from(152)),
                Tone::Bad,
            ),
            words("II.3"),
        ]),
        Row::Cells(vec![
            words("1/2"),
            words("=CMD(\"x\") | \u{1b}[31m<b>"),
            Value::Empty.into(),
            Value::State(
                "missing",
                Text {
                    vi: "chưa gửi".into(),
                    en: "missing".into(),
                },
            )
            .into(),
            Value::Claim(true).into(),
            Value::Day(NaiveDate::from_ymd_opt(2021, 9, 30).expect("a day")).into(),
            Value::Number(Decimal::new(55, 1), "điểm".into()).into(),
            Value::Count(-7).into(),
            words("II.4"),
        ]),
        Row::Total(vec![
            Value::Empty.into(),
            words("Tổng số"),
            Value::Empty.into(),
            Value::Empty.into(),
            Value::Empty.into(),
            Value::Empty.into(),
            Value::Empty.into(),
            Value::Count(2).into(),
            Value::Empty.into(),
        ]),
    ]
}

/// A table of `count` rows with the columns of the appendix.
pub(super) fn long_table(count: usize) -> Document {
    let mut document = appendix();
    if let Some(Block::Table(table)) = document.blocks.last_mut() {
        let row = table.rows[1].clone();
        table.rows = vec![row; count];
    }
    document
}

/// An error at a span, a warning at a cell and a note on a folder.
pub(super) fn findings() -> Vec<Diagnostic> {
    let source = Source::new(
        "plans/ke-hoach.toml",
        "a = 1\ntên = \"Sở\", lead = \"so-nv\"\n",
    );
    let start = source.text().find("\"so-nv\"").expect("the text holds it");
    let message = say! { vi: "không có cơ quan `so-nv`", en: "no agency `so-nv`" };
    let cell = Place::Cell {
        path: Arc::from(Path::new("results/so-lieu.csv")),
        sheet: None,
        row: 12,
        column: Some(3),
        text: Some("abc".into()),
    };
    vec![
        Diagnostic::error(
            "unknown-agency",
            Place::span(&source, start..start + 7),
            message,
        )
        .label(say! { vi: "không có trong [agencies]", en: "not in [agencies]" })
        .other(
            Place::span(&source, 0..1),
            say! { vi: "các cơ quan bắt đầu ở đây", en: "agencies begin here" },
        )
        .advice(say! { vi: "gần nhất là `so-noi-vu`", en: "nearest is `so-noi-vu`" })
        .about("II.3"),
        Diagnostic::warning(
            "unread-number",
            cell,
            say! { vi: "không phải là số: 50%, <b>\nhàng hai", en: "not a number: 50%, <b>\nline two" },
        ),
        Diagnostic::new(
            "no-plans",
            Severity::Note,
            Place::file("plans"),
            say! { vi: "không có kế hoạch nào", en: "no plans" },
        ),
    ]
}
