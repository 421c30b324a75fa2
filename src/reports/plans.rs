//! The plans of a folder, each under the one that it carries out.

use crate::lang::Text;
use crate::model::{Plan, PlanState};
use crate::progress::family::{Above, Family};
use crate::say;
use crate::table::{Block, Cell, Column, Document, Row, Table, Tone, Value};

/// The tree of plans.
#[must_use]
pub fn plans(family: &Family) -> Document {
    let rows = family
        .tree()
        .into_iter()
        .map(|(at, depth)| Row::Cells(cells(family, at, depth)));
    Document::of(vec![Block::Table(Table {
        key: "plans",
        title: None,
        columns: columns(),
        rows: rows.collect(),
        ruled: false,
    })])
}

fn columns() -> Vec<Column> {
    let of = |key, head| Column::narrow(key, head).right();
    vec![
        Column::wide("plan", say! { vi: "Kế hoạch", en: "Plan" }, 9).for_people(),
        Column::narrow("id", say! { vi: "Mã", en: "Id" }).for_machines(),
        Column::narrow("title", say! { vi: "Tên", en: "Title" }).for_machines(),
        Column::narrow("path", say! { vi: "Tệp", en: "File" }).for_machines(),
        Column::narrow("number", say! { vi: "Số", en: "Number" }),
        Column::narrow("issued", say! { vi: "Ngày", en: "Issued" }),
        Column::wide("issuer", say! { vi: "Cơ quan ban hành", en: "Issuer" }, 2),
        of("sections", say! { vi: "Mục", en: "Sections" }),
        of("tasks", say! { vi: "Nhiệm vụ", en: "Tasks" }),
        of("targets", say! { vi: "Chỉ tiêu", en: "Targets" }),
        Column::narrow("state", say! { vi: "Tình trạng", en: "State" }),
        Column::wide(
            "carries_out",
            say! { vi: "Thực hiện", en: "Carries out" },
            2,
        )
        .for_people(),
        Column::narrow("implements", say! { vi: "Thực hiện", en: "Carries out" }).for_machines(),
        Column::narrow("above", say! { vi: "Kế hoạch cấp trên", en: "Plan above" }).for_machines(),
        Column::narrow("link", say! { vi: "Liên kết", en: "Link" }).for_machines(),
        Column::narrow("depth", say! { vi: "Bậc", en: "Depth" }).for_machines(),
    ]
}

fn cells(family: &Family, at: usize, depth: usize) -> Vec<Cell> {
    let member = &family.members()[at];
    let plan = member.plan;
    let head = &plan.head;
    let indent = match depth {
        0 => String::new(),
        depth => format!("{}└ ", "\u{a0}\u{a0}".repeat(depth - 1)),
    };
    let tasks = plan
        .sections
        .iter()
        .map(|section| section.tasks.len())
        .sum();
    let above = match member.above {
        Above::Plan(above) => Value::from(family.members()[above].plan.head.id.as_str()),
        _ => Value::Empty,
    };
    vec![
        Value::Words(format!("{indent}{}", head.title.value)).into(),
        Value::from(head.id.as_str()).into(),
        Value::from(head.title.as_str()).into(),
        Value::Words(member.path.to_string_lossy().into_owned()).into(),
        Value::from(head.number.as_ref().map(|number| number.as_str())).into(),
        Value::from(head.issued.as_ref().map(|day| Value::Day(day.value))).into(),
        Value::from(head.issuer.as_ref().map(|issuer| issuer.as_str())).into(),
        count(plan.sections.len()).into(),
        count(tasks).into(),
        count(targets(plan)).into(),
        state(plan.head.state),
        carries_out(family, at),
        Value::from(head.implements.as_ref().map(|named| named.as_str())).into(),
        above.into(),
        Value::from(link(member.above)).into(),
        count(depth).into(),
    ]
}

fn count(number: usize) -> Value {
    Value::Count(i64::try_from(number).unwrap_or(i64::MAX))
}

/// The targets of all work and of the objectives.
fn targets(plan: &Plan) -> usize {
    let of_work: usize = plan.all_work().map(|task| task.targets.len()).sum();
    let of_plan = plan.objectives.iter().map(|it| it.targets.len());
    of_work + of_plan.sum::<usize>()
}

fn state(state: PlanState) -> Cell {
    match state {
        PlanState::Draft => Cell::toned(
            Value::State("draft", say! { vi: "dự thảo", en: "draft" }),
            Tone::Caution,
        ),
        PlanState::Issued => {
            Value::State("issued", say! { vi: "đã ban hành", en: "issued" }).into()
        }
    }
}

/// The document that a plan carries out, and whether it is one of these.
fn carries_out(family: &Family, at: usize) -> Cell {
    let member = &family.members()[at];
    let Some(named) = &member.plan.head.implements else {
        return Value::Empty.into();
    };
    let (why, tone) = match member.above {
        Above::Nothing => return Value::Empty.into(),
        // It stands above it in the tree.
        Above::Plan(_) => return Value::from(named.as_str()).into(),
        Above::Elsewhere => (
            say! { vi: "không có ở đây", en: "not among these" },
            Tone::Faint,
        ),
        Above::Several => (
            say! { vi: "nhiều kế hoạch cùng số", en: "several plans have this number" },
            Tone::Caution,
        ),
        Above::Circle => (
            say! { vi: "các kế hoạch thực hiện lẫn nhau", en: "the plans carry each other out" },
            Tone::Caution,
        ),
    };
    let text = Text {
        vi: format!("{} ({})", named.value, why.vi),
        en: format!("{} ({})", named.value, why.en),
    };
    Cell::toned(Value::Said(text), tone)
}

/// The word of machine formats.
fn link(above: Above) -> &'static str {
    match above {
        Above::Nothing => "none",
        Above::Elsewhere => "elsewhere",
        Above::Several => "ambiguous",
        Above::Circle => "circle",
        Above::Plan(_) => "here",
    }
}
