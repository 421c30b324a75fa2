//! `[agencies]`.

use super::table::Table;
use super::values::{inline, optional, text, texts};
use crate::model::{Agency, Plan, StandsFor};
use crate::read::plan::{is_committee, is_plural};

/// The registry and the agencies, in the order of the plan.
pub(super) fn table(plan: &Plan) -> Option<Table> {
    if plan.registry.is_none() && plan.agencies.is_empty() {
        return None;
    }
    let mut table = Table::in_order("[agencies]", super::AGENCIES);
    table.put("registry", optional(plan.registry.as_ref()));
    for agency in &plan.agencies {
        table.put(&agency.id, Some(written(agency)));
    }
    Some(table)
}

/// The name alone where it says all, else a table.
fn written(agency: &Agency) -> String {
    let mut entries = vec![
        ("name", Some(text(&agency.name))),
        ("also", texts(&agency.also)),
    ];
    match &agency.stands_for {
        StandsFor::Itself if is_plural(&agency.name) => {
            entries.push(("open", Some("false".to_owned())));
        }
        StandsFor::Open if !is_plural(&agency.name) => {
            entries.push(("open", Some("true".to_owned())));
        }
        StandsFor::Itself | StandsFor::Open => {}
        StandsFor::Members(members) => {
            let members = texts(members).unwrap_or_else(|| "[]".to_owned());
            entries.push(("members", Some(members)));
        }
        StandsFor::Every {
            level,
            is_committee: committee,
        } => {
            entries.push(("every", Some(text(level.word()))));
            if *committee != is_committee(&agency.name) {
                entries.push(("committee", Some(committee.to_string())));
            }
        }
    }
    entries.push(("note", agency.note.as_deref().map(text)));
    if entries.iter().skip(1).all(|(_, value)| value.is_none()) {
        return text(&agency.name);
    }
    inline(entries)
}
