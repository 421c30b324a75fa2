//! Which parts of the index a plan touches, beside the scores it starts from.

mod sentences;

use rust_decimal::Decimal;

use self::sentences::{lines, unlinked_table};
use crate::model::{Plan, Scored};
use crate::progress::coverage::{Coverage, CoverageState, PartCoverage};
use crate::progress::objectives::Released;
use crate::progress::trend::PartChange;
use crate::reports::title::document_name;
use crate::say;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};

/// The parts of the index by the tasks and targets of `plan`; the scores are those of
/// the last year before the plan whose results are out on the day.
#[must_use]
pub fn coverage(plan: &Plan, released: &Released) -> Document {
    let coverage = Coverage::of(plan, released.editions);
    let start = Start::of(plan, released);
    let rows = coverage
        .parts
        .iter()
        .map(|part| Row::Cells(cells(part, &start)))
        .collect();
    let mut blocks = Vec::new();
    if !released.book.all().is_empty() {
        blocks.push(Block::Facts(vec![Fact {
            key: "as_of",
            value: released.as_of.into(),
            label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
        }]));
    }
    blocks.push(Block::Table(Table {
        key: "coverage",
        title: None,
        columns: columns(&start),
        rows,
        ruled: false,
    }));
    blocks.extend(lines(&coverage, &start, released));
    blocks.extend(unlinked_table(&coverage));
    Document {
        headings: vec![
            say! { vi: "Mức độ bao quát các nội dung PAPI", en: "Coverage of the parts of PAPI" },
            document_name(plan),
        ],
        blocks,
    }
}

/// The scores from which the plan starts.
struct Start {
    /// The survey year, where there is one.
    year: Option<i32>,
    /// The year before it that the change is counted from.
    before: Option<i32>,
    /// Each part with its score and change.
    changes: Vec<PartChange>,
}

impl Start {
    fn of(plan: &Plan, released: &Released) -> Self {
        let last = plan.head.years.from - 1;
        let years = released
            .province
            .map(|province| released.trend(province, &(i32::MIN..=last)).0)
            .unwrap_or_default();
        match years.as_slice() {
            [.., before, year] => Self {
                year: Some(year.year),
                before: Some(before.year),
                changes: released.changes(before, year),
            },
            [only] => Self {
                year: Some(only.year),
                before: None,
                changes: only
                    .score
                    .scores
                    .iter()
                    .map(|(scored, score)| PartChange {
                        scored: *scored,
                        before: None,
                        after: Some(*score),
                        barrier: None,
                    })
                    .collect(),
            },
            [] => Self {
                year: None,
                before: None,
                changes: Vec::new(),
            },
        }
    }

    fn find(&self, part: &PartCoverage) -> Option<&PartChange> {
        let wanted = Scored::Part(part.dimension.number);
        self.changes.iter().find(|change| change.scored == wanted)
    }
}

fn columns(start: &Start) -> Vec<Column> {
    let mut columns = vec![
        Column::narrow("part", say! { vi: "Số", en: "No." }),
        Column::wide(
            "name",
            say! { vi: "Chỉ số nội dung, nội dung thành phần", en: "Dimension, sub-dimension" },
            5,
        ),
        Column::narrow("tasks", say! { vi: "Nhiệm vụ", en: "Tasks" }).right(),
        Column::narrow("unlinked_tasks", say! { vi: "Chưa gắn", en: "Unlinked" }).for_machines(),
        Column::narrow("targets", say! { vi: "Chỉ tiêu", en: "Targets" }).right(),
        Column::narrow("measurable", say! { vi: "Đo được", en: "Measurable" }).right(),
        Column::wide(
            "unmeasured_tasks",
            say! { vi: "Nhiệm vụ chưa có chỉ tiêu đo được", en: "Tasks without a measurable target" },
            4,
        ),
        Column::narrow("state", say! { vi: "Tình trạng", en: "State" }),
    ];
    let score_of = |year: i32| say! { vi: "Điểm {year}", en: "Score {year}" };
    let change_since = |year: i32| say! { vi: "So với {year}", en: "Against {year}" };
    let unknown = || say! { vi: "Điểm", en: "Score" };
    let score = Column::narrow("score", start.year.map_or_else(unknown, score_of)).right();
    let change = Column::narrow("change", start.before.map_or_else(unknown, change_since)).right();
    columns.push(if start.year.is_some() {
        score
    } else {
        score.for_machines()
    });
    columns.push(if start.before.is_some() {
        change
    } else {
        change.for_machines()
    });
    columns.push(
        Column::narrow(
            "score_year",
            say! { vi: "Năm của điểm", en: "Year of the score" },
        )
        .for_machines(),
    );
    columns
}

fn cells(part: &PartCoverage, start: &Start) -> Vec<Cell> {
    let known = start.find(part);
    let is_whole = part.dimension.number.sub.is_none();
    let tone = if is_whole { Tone::Strong } else { Tone::Plain };
    let ids = part.unmeasured.iter().map(|task| task.id.value.clone());
    let ids = ids.collect::<Vec<_>>().join(", ");
    let change = known.and_then(PartChange::points);
    let change_tone = match change.map(|points| points.cmp(&Decimal::ZERO)) {
        Some(std::cmp::Ordering::Less) => Tone::Bad,
        Some(std::cmp::Ordering::Greater) => Tone::Good,
        _ => Tone::Plain,
    };
    let (state, state_tone) = state(part);
    vec![
        Cell::toned(Value::Words(part.dimension.number.to_string()), tone),
        Cell::toned(Value::Said(part.dimension.name.clone()), tone),
        count(part.tasks.len()),
        count(part.unlinked.len()),
        count(part.targets),
        count(part.measurable),
        Value::from(ids.as_str()).into(),
        Cell::toned(state, state_tone),
        number(known.and_then(|known| known.after)).into(),
        Cell::toned(number(change), change_tone),
        Value::from(start.year.map(|year| Value::Count(year.into()))).into(),
    ]
}

fn count(count: usize) -> Cell {
    Value::Count(i64::try_from(count).unwrap_or(i64::MAX)).into()
}

fn number(number: Option<Decimal>) -> Value {
    Value::from(number.map(|number| Value::Number(number, String::new())))
}

fn state(part: &PartCoverage) -> (Value, Tone) {
    let (text, tone) = match part.state {
        CoverageState::Measured => (
            say! { vi: "có chỉ tiêu đo được", en: "measured" },
            Tone::Good,
        ),
        CoverageState::PartlyMeasured => (
            say! { vi: "đo được một phần", en: "partly measured" },
            Tone::Plain,
        ),
        CoverageState::Unmeasured => (
            say! { vi: "chưa có chỉ tiêu đo được", en: "not measured" },
            Tone::Caution,
        ),
        CoverageState::Unlinked => (
            say! { vi: "chưa gắn nhiệm vụ", en: "no task linked" },
            Tone::Caution,
        ),
        CoverageState::Untouched => (say! { vi: "không có nhiệm vụ", en: "no task" }, Tone::Bad),
    };
    (Value::State(part.state.word(), text), tone)
}
