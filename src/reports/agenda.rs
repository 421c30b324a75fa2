//! Due days as events of a calendar: one for each deadline.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::folding::{Folded, Folding, said_line};
use super::overdue::Filter;
use super::owed::what;
use super::states::{counted, joined, line_cell};
use super::title::document_name;
use crate::lang::Text;
use crate::progress::{Owed, Progress, ReportState, StateCounts, What};
use crate::say;
use crate::table::Value;

/// The events of some plans, as they stand on a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agenda {
    /// The day.
    pub as_of: NaiveDate,
    /// The events.
    pub events: Vec<Event>,
}

/// An event that lasts a day: something is due.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// What stays the same as long as it is the same deadline: the plan, the thing owed,
    /// and the agency where only one was asked for.
    pub id: String,
    /// The day.
    pub day: NaiveDate,
    /// What is due, in a line.
    pub summary: Text,
    /// How it stands, in several.
    pub description: Text,
    /// Whether somebody still has to send it.
    pub is_open: bool,
}

/// The deadlines that `filter` takes, whatever is left to do for them: a day that passed
/// stays in its place. Where only some agencies are asked for, each has events of its
/// own; else a deadline is one event that says who has still to send.
pub fn events(progress: &Progress, filter: &Filter) -> Vec<Event> {
    let filter = Filter {
        all: true,
        ..filter.clone()
    };
    let mut taken = filter.taken(progress);
    taken.retain(|owed| !matches!(owed.state, ReportState::NotOwed { .. }));
    let by_body = filter.bodies.is_some();
    let mut deadlines: Vec<(NaiveDate, Vec<&Owed>)> = Vec::new();
    let mut known = HashMap::new();
    for owed in taken {
        let Some(due) = owed.due else { continue };
        let key = (owed.what, due, by_body.then_some(owed.body));
        let at = *known.entry(key).or_insert(deadlines.len());
        match deadlines.get_mut(at) {
            Some((_, owed_then)) => owed_then.push(owed),
            None => deadlines.push((due, vec![owed])),
        }
    }
    deadlines.sort_by_key(|(due, _)| *due);
    let mut seen = HashMap::new();
    let events = deadlines.into_iter().map(|(day, owed)| {
        let body = by_body.then(|| owed[0].body);
        let mut event = event(progress, day, &owed, body);
        // A task with two days has two events.
        let times: &mut usize = seen.entry(event.id.clone()).or_default();
        *times += 1;
        if *times > 1 {
            event.id = format!("{}/{times}", event.id);
        }
        event
    });
    events.collect()
}

fn event(progress: &Progress, day: NaiveDate, owed: &[&Owed], body: Option<usize>) -> Event {
    let open: Vec<&Owed> = owed
        .iter()
        .copied()
        .filter(|owed| is_open(owed.state))
        .collect();
    let body = body.map(|body| &progress.directory.bodies()[body]);
    let Text { vi, en } = what(progress, owed[0]);
    let summary = match body.map(|body| body.name.as_str()) {
        Some(name) => say! { vi: "Hạn: {vi} — {name}", en: "Due: {en} — {name}" },
        None => say! { vi: "Hạn: {vi}", en: "Due: {en}" },
    };
    Event {
        id: id(progress, owed[0], body.map(|body| body.id.as_str())),
        day,
        summary,
        description: description(progress, owed, &open),
        is_open: !open.is_empty(),
    }
}

fn id(progress: &Progress, owed: &Owed, body: Option<&str>) -> String {
    let plan = &progress.plan.head.id;
    let mut id = match owed.what {
        What::Report(period) => format!("{plan}/{period}"),
        What::Delivery { item, instance } => {
            let item = progress.items.all()[item].id;
            match instance {
                Some(instance) => format!("{plan}/{item}/{instance}"),
                None => format!("{plan}/{item}"),
            }
        }
    };
    if let Some(body) = body {
        id = format!("{id}/{body}");
    }
    id
}

fn is_open(state: ReportState) -> bool {
    matches!(
        state,
        ReportState::Missing { .. } | ReportState::NotYetDue { .. } | ReportState::Empty { .. }
    )
}

fn description(progress: &Progress, owed: &[&Owed], open: &[&Owed]) -> Text {
    let counts: StateCounts = owed.iter().map(|owed| owed.state).collect();
    let total = counts.owed();
    let Text { vi, en } = joined(&counted(counts), ", ");
    let mut lines = vec![
        document_name(progress.plan),
        say! { vi: "Phải gửi: {total} — {vi}", en: "Owed: {total} — {en}" },
    ];
    let folded = Folded::of(progress, open, Folding::ByKind);
    for line in folded.lines(progress, open) {
        let who = said_line(progress, &line);
        if let Value::State(_, state) = line_cell(&line.owed).value {
            lines.push(Text {
                vi: format!("- {}, {}", who.vi, state.vi),
                en: format!("- {}, {}", who.en, state.en),
            });
        }
    }
    joined(&lines, "\n")
}
