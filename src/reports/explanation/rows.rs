//! The rows behind a verdict, as tables.

use super::Shown;
use super::why::{disagreement_words, why_word, why_words};
use crate::lang::Text;
use crate::model::Figure;
use crate::progress::{Disagreement, Input, Judgement, Progress};
use crate::say;
use crate::table::{Block, Cell, Column, Row, Table, Tone, Value};
use crate::words::say_period;

/// The rows that went in.
pub(super) fn inputs(progress: &Progress, judgement: &Judgement, shown: &Shown) -> Vec<Block> {
    let all = judgement.explanation.inputs.iter();
    let taken: Vec<_> = all
        .filter(|input| shown.takes(input.body, input.period))
        .collect();
    let rows = taken.iter().map(|input| cells(progress, input));
    table(
        "inputs",
        say! { vi: "Số liệu được tính", en: "Rows that went in" },
        columns(),
        rows.collect(),
        shown,
    )
}

/// The rows that did not, and why.
pub(super) fn left_out(progress: &Progress, judgement: &Judgement, shown: &Shown) -> Vec<Block> {
    let all = judgement.explanation.left_out.iter();
    let taken: Vec<_> = all
        .filter(|left| shown.takes(left.input.body, left.input.period))
        .collect();
    let rows = taken.iter().map(|left| {
        let mut row = cells(progress, &left.input);
        row.push(Value::State(why_word(left.why), why_words(left.why)).into());
        row
    });
    let mut columns = columns();
    columns.push(Column::wide("why", say! { vi: "Vì sao", en: "Why" }, 4));
    table(
        "left_out",
        say! { vi: "Số liệu không được tính", en: "Rows left out" },
        columns,
        rows.collect(),
        shown,
    )
}

/// What contradicts itself.
pub(super) fn disagreements(
    progress: &Progress,
    judgement: &Judgement,
    shown: &Shown,
) -> Vec<Block> {
    let all = judgement.explanation.disagreements.iter();
    let rows = all.filter_map(|disagreement| {
        let (Disagreement::OwnAgainstMembers { body, .. }
        | Disagreement::AgainstRegistry { body, .. }) = disagreement;
        if !shown.takes_body(*body) {
            return None;
        }
        let mut row = agency(progress, *body);
        row.push(Value::Said(disagreement_words(disagreement)).into());
        Some(row)
    });
    let mut columns = agency_columns();
    columns.push(Column::wide(
        "says",
        say! { vi: "Mâu thuẫn", en: "Disagreement" },
        5,
    ));
    table(
        "disagreements",
        say! { vi: "Số liệu mâu thuẫn", en: "Disagreements" },
        columns,
        rows.collect(),
        shown,
    )
}

/// The agencies that are expected to report and have no figure that counts.
pub(super) fn missing(progress: &Progress, judgement: &Judgement, shown: &Shown) -> Vec<Block> {
    let all = judgement.missing.iter();
    let rows = all
        .filter(|&&body| shown.takes_body(body))
        .map(|&body| agency(progress, body));
    table(
        "missing",
        say! { vi: "Đơn vị chưa có số liệu", en: "Agencies without a figure" },
        agency_columns(),
        rows.collect(),
        shown,
    )
}

/// A count as a value.
pub(super) fn count(number: usize) -> Value {
    Value::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The table with its count, bounded; people see nothing where it has no row.
fn table(
    key: &'static str,
    title: Text,
    columns: Vec<Column>,
    mut rows: Vec<Vec<Cell>>,
    shown: &Shown,
) -> Vec<Block> {
    let all = rows.len();
    let most = shown.most.unwrap_or(usize::MAX);
    if all == 0 && shown.most.is_some() {
        return Vec::new();
    }
    rows.truncate(most);
    let Text { vi, en } = title;
    let mut blocks = vec![Block::Table(Table {
        key,
        title: Some(say! { vi: "{vi}: {all}", en: "{en}: {all}" }),
        columns,
        rows: rows.into_iter().map(Row::Cells).collect(),
        ruled: false,
    })];
    if all > most {
        let more = all - most;
        blocks.push(Block::toned(
            say! {
                vi: "và {more} dòng nữa; thu hẹp bằng --agency, --period, hoặc --format json để có tất cả",
                en: "and {more} more; narrow with --agency and --period, or take --format json for all"
            },
            Tone::Faint,
        ));
    }
    blocks
}

fn agency_columns() -> Vec<Column> {
    vec![
        Column::narrow("agency", say! { vi: "Mã đơn vị", en: "Agency id" }).for_machines(),
        Column::wide("name", say! { vi: "Đơn vị", en: "Agency" }, 4),
    ]
}

fn agency(progress: &Progress, body: usize) -> Vec<Cell> {
    let body = &progress.directory.bodies()[body];
    vec![
        Value::from(body.id.as_str()).into(),
        Value::from(body.name.as_str()).into(),
    ]
}

fn columns() -> Vec<Column> {
    let mut columns = agency_columns();
    columns.extend([
        Column::narrow("period", say! { vi: "Kỳ", en: "Period" }).for_machines(),
        Column::narrow("on", say! { vi: "Kỳ", en: "Period" }).for_people(),
        Column::narrow("figure", say! { vi: "Số liệu", en: "Figure" })
            .right()
            .for_people(),
        Column::narrow("numerator", say! { vi: "Tử số", en: "Numerator" }).for_machines(),
        Column::narrow("denominator", say! { vi: "Mẫu số", en: "Denominator" }).for_machines(),
        Column::narrow("value", say! { vi: "Giá trị", en: "Value" }).for_machines(),
        Column::narrow("unit", say! { vi: "Đơn vị tính", en: "Unit" }).for_machines(),
        Column::wide("file", say! { vi: "Tệp", en: "File" }, 3),
        Column::narrow("row", say! { vi: "Dòng", en: "Row" }).right(),
    ]);
    columns
}

fn cells(progress: &Progress, input: &Input) -> Vec<Cell> {
    let number = |number| Value::Number(number, String::new());
    let empty = || Value::Empty;
    let (said, [numerator, denominator, value, unit]) = match input.figure {
        Figure::None => (Value::Empty, [empty(), empty(), empty(), empty()]),
        Figure::Ratio {
            numerator,
            denominator,
        } => {
            let (part, whole) = (
                crate::words::say_number(numerator),
                crate::words::say_number(denominator),
            );
            let said = Text {
                vi: format!("{}/{}", part.vi, whole.vi),
                en: format!("{}/{}", part.en, whole.en),
            };
            let parts = [number(numerator), number(denominator), empty(), empty()];
            (Value::Said(said), parts)
        }
        Figure::Percent(value) => (
            Value::Number(value, "%".to_owned()),
            [empty(), empty(), number(value), "%".into()],
        ),
        Figure::Number(value) => (number(value), [empty(), empty(), number(value), empty()]),
        Figure::Attested(yes) => {
            let said = if yes {
                say! { vi: "đạt", en: "yes" }
            } else {
                say! { vi: "không đạt", en: "no" }
            };
            let claim = [empty(), empty(), Value::Claim(yes), empty()];
            (Value::Said(said), claim)
        }
    };
    let mut row = agency(progress, input.body);
    let file = input.row.path.display().to_string();
    let rest = [
        Value::from(input.period.to_string().as_str()),
        Value::Said(say_period(input.period)),
        said,
        numerator,
        denominator,
        value,
        unit,
        Value::from(file.as_str()),
        Value::Count(i64::try_from(input.row.row).unwrap_or(i64::MAX)),
    ];
    row.extend(rest.map(Cell::from));
    row
}
