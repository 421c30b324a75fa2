//! The rows of a table, with their places in its order → sections and tasks.

use std::collections::HashSet;

use super::items::dimension_named;
use super::outline::{Kind, Node};
use super::rows::Row;
use super::tasks::Making;
use crate::model::{Head, Section, TaskKind};
use crate::say;
use crate::source::Located;

/// The sections of a table, with their tasks.
pub(super) fn make_sections(
    rows: &[Row],
    nodes: &[Node],
    mut making: Making,
    head: &Head,
    ids: &mut HashSet<String>,
) -> Vec<Section> {
    let mut sections: Vec<Section> = Vec::new();
    // For each node, the section it became or stands in.
    let mut section_of: Vec<Option<usize>> = vec![None; nodes.len()];
    let mut without: Option<usize> = None;
    for (at, (row, node)) in rows.iter().zip(nodes).enumerate() {
        match node.kind {
            Kind::Section(above) => {
                making.tell_row(row, node);
                let within = above.and_then(|above| section_of[above]);
                section_of[at] = Some(sections.len());
                let within = within.map(|within| sections[within].id.clone());
                sections.push(section(row, node, within));
            }
            Kind::Task(above) => {
                let mut task = making.task(row, node, TaskKind::Task);
                let section = above
                    .and_then(|above| section_of[above])
                    .unwrap_or_else(|| {
                        *without.get_or_insert_with(|| {
                            sections.push(making.section_of_all(row, head, ids));
                            sections.len() - 1
                        })
                    });
                section_of[at] = Some(section);
                for part in &mut task.parts {
                    ids.insert(part.id.value.clone());
                }
                sections[section].tasks.push(task);
            }
            Kind::Part(above) => {
                let part = making.task(row, node, TaskKind::Part);
                section_of[at] = section_of[above];
                let task = section_of[above].and_then(|section| {
                    let tasks = &mut sections[section].tasks;
                    tasks.iter_mut().find(|task| *task.id == nodes[above].id)
                });
                if let Some(task) = task {
                    task.parts.push(part);
                }
            }
        }
    }
    sections
}

fn section(row: &Row, node: &Node, within: Option<Located<String>>) -> Section {
    let here = |text: &str| Located::new(text.to_owned(), row.place.clone());
    Section {
        id: here(&node.id),
        no: node.no.as_deref().map(here),
        title: here(&row.title),
        within,
        dimensions: dimension_named(&row.title)
            .as_deref()
            .map(here)
            .into_iter()
            .collect(),
        tasks: Vec::new(),
        note: None,
        exceptions: Vec::new(),
    }
}

impl Making<'_> {
    /// The section of an appendix that has none.
    fn section_of_all(&mut self, row: &Row, head: &Head, ids: &mut HashSet<String>) -> Section {
        let free = |id: &String| !ids.contains(id);
        let id = std::iter::once("PL".to_owned())
            .chain((2_u32..1_000_000).map(|number| format!("PL-{number}")))
            .find(free)
            .unwrap_or_default();
        ids.insert(id.clone());
        self.doubts.add(
            &id,
            "title",
            &row.place,
            say! {
                vi: "phụ lục không chia mục; các nhiệm vụ được đặt trong một mục chung",
                en: "the appendix has no sections; its tasks stand in one for all"
            },
        );
        let here = |text: &str| Located::new(text.to_owned(), row.place.clone());
        Section {
            id: here(&id),
            no: Some(here("")),
            title: here(&head.title),
            within: None,
            dimensions: Vec::new(),
            tasks: Vec::new(),
            note: None,
            exceptions: Vec::new(),
        }
    }
}
