//! Objectives, duties, sections, tasks and their parts.

use super::head::exceptions;
use super::table::Table;
use super::target::targets;
use super::values::{self, list, one_or_more, optional, text, texts};
use super::when::when;
use crate::model::{Objective, Section, Task, TaskKind};
use crate::read::plan::{Reading, shapes};
use crate::source::Located;

/// An objective.
pub(super) fn objective(objective: &Objective) -> Table {
    let mut table = Table::new("[[objective]]", &objective.id, &shapes::OBJECTIVE);
    table.put("id", Some(text(&objective.id)));
    table.put("title", Some(text(&objective.title)));
    table.put("target", targets(&objective.targets, &objective.id));
    table.put("dimension", dimensions(&objective.dimensions));
    table.put("note", optional(objective.note.as_ref()));
    table.put("except", exceptions(&objective.exceptions));
    table
}

/// A section, without its tasks.
pub(super) fn section(section: &Section) -> Table {
    let mut table = Table::new("[[section]]", &section.id, &shapes::SECTION);
    table.put("id", Some(text(&section.id)));
    table.put("no", optional(section.no.as_ref()));
    table.put("title", Some(text(&section.title)));
    table.put("in", optional(section.within.as_ref()));
    table.put("dimension", dimensions(&section.dimensions));
    table.put("note", optional(section.note.as_ref()));
    table.put("except", exceptions(&section.exceptions));
    table
}

/// A task, a part or a duty, without its parts.
pub(super) fn task(task: &Task, reading: &Reading) -> Table {
    let (header, shape) = match task.kind {
        TaskKind::Task => ("[[section.task]]", &shapes::TASK),
        TaskKind::Part => ("[[section.task.part]]", &shapes::PART),
        TaskKind::Duty => ("[[duty]]", &shapes::DUTY),
    };
    let mut table = Table::new(header, &task.id, shape);
    table.put("id", Some(text(&task.id)));
    table.put("no", optional(task.no.as_ref()));
    table.put("title", Some(text(&task.title)));
    table.put("target", targets(&task.targets, &task.id));
    table.put("lead", one_or_more(&task.who.lead));
    table.put("by", texts(&task.who.by));
    table.put("with", texts(&task.who.with));
    table.put("requested", texts(&task.who.requested));
    table.put("when", when(&task.when, reading));
    table.put("output", texts(&task.output));
    table.put(
        "report",
        task.report.as_ref().map(|report| text(&report.words)),
    );
    table.put("dimension", dimensions(&task.dimensions));
    table.put("funding", optional(task.funding.as_ref()));
    table.put("done", values::day(task.done.as_ref()));
    table.put("evidence", texts(&task.evidence));
    table.put("note", optional(task.note.as_ref()));
    table.put("except", exceptions(&task.exceptions));
    table
}

/// One dimension, or a list of them: a whole number as a number, a sub-dimension as text.
fn dimensions(dimensions: &[Located<String>]) -> Option<String> {
    let mut written: Vec<_> = dimensions
        .iter()
        .map(|dimension| {
            let is_whole = dimension.len() <= 9
                && !dimension.starts_with('0')
                && !dimension.is_empty()
                && dimension.bytes().all(|byte| byte.is_ascii_digit());
            if is_whole {
                dimension.value.clone()
            } else {
                text(dimension)
            }
        })
        .collect();
    match written.len() {
        0 => None,
        1 => written.pop(),
        _ => Some(list(&written)),
    }
}
