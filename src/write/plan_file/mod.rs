//! A plan as a TOML file in its one canonical layout: keys in the order of their
//! shapes, values as short as they can be said, and reading it back gives the same
//! plan. A new key is a line in the file of its table.

mod agencies;
mod appendix;
mod head;
pub mod next_year;
mod reporting;
mod table;
mod target;
pub mod template;
#[cfg(test)]
mod tests;
pub mod update;
mod values;
mod when;
mod work;

use std::fmt::Write as _;

use self::table::{Table, write_comment};
use crate::model::{Plan, Task};
use crate::read::plan::{FORMAT, Reading};

/// What a [`Comment`] on the head is about.
pub const HEAD: &str = "[plan]";
/// What a [`Comment`] on the reporting duty is about.
pub const REPORTING: &str = "[reporting]";
/// What a [`Comment`] on the agencies is about; its key is the agency's id.
pub const AGENCIES: &str = "[agencies]";
/// Tables that no comment is about.
const NOWHERE: &str = "";

/// A comment that stands in a plan file above what it is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The id of a section, task, part, duty or objective, or one of [`HEAD`],
    /// [`REPORTING`] and [`AGENCIES`]; anything else stands at the head of the file.
    pub item: String,
    /// The key it is about; without one, or where the table has no such key, it stands
    /// above the table.
    pub key: Option<String>,
    /// Its words; several lines become several lines.
    pub words: String,
}

/// The file of a plan.
#[must_use]
pub fn plan_file(plan: &Plan) -> String {
    plan_file_with(plan, &[])
}

/// The file of a plan, with comments at what they are about.
#[must_use]
pub fn plan_file_with(plan: &Plan, comments: &[Comment]) -> String {
    let mut body = String::new();
    let mut comments: Vec<&Comment> = comments.iter().collect();
    for table in tables(plan) {
        table.write(&mut body, &mut comments);
    }
    let mut text = String::new();
    // What is about nothing that was written is not lost.
    for comment in &comments {
        write_comment(&comment.words, &mut text);
    }
    if !comments.is_empty() {
        text.push('\n');
    }
    // Writing to a string cannot fail.
    let _ = writeln!(text, "format = {FORMAT}");
    text.push_str(&body);
    text
}

fn tables(plan: &Plan) -> Vec<Table> {
    let reading = Reading::of(&plan.head);
    let mut tables = vec![head::table(&plan.head)];
    tables.extend(plan.reporting.as_ref().map(reporting::table));
    tables.extend(agencies::table(plan));
    tables.extend(plan.objectives.iter().map(work::objective));
    tables.extend(plan.duties.iter().map(|duty| work::task(duty, &reading)));
    for section in &plan.sections {
        tables.push(work::section(section));
        for task in &section.tasks {
            tables.push(work::task(task, &reading));
            let part = |part: &Task| work::task(part, &reading);
            tables.extend(task.parts.iter().map(part));
        }
    }
    let is_only = plan.appendices.len() == 1;
    tables.extend(
        plan.appendices
            .iter()
            .map(|layout| appendix::table(layout, is_only)),
    );
    tables.extend(plan.exceptions.iter().map(head::exception));
    tables
}
