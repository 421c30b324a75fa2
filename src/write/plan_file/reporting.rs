//! `[reporting]`.

use super::table::Table;
use super::values::{inline, list, optional, text, texts};
use crate::model::{
    DayOfMonth, DueDay, OnHoliday, PeriodDue, PeriodPart, PeriodSet, Reporters, Reporting,
};
use crate::read::plan::shapes;

/// The reporting duty.
pub(super) fn table(reporting: &Reporting) -> Table {
    let mut table = Table::new("[reporting]", super::REPORTING, &shapes::REPORTING);
    table.put("words", optional(reporting.words.as_ref()));
    table.put("regime", optional(reporting.regime.as_ref()));
    let periods: Vec<_> = reporting
        .periods
        .iter()
        .map(|period| text(&code(period.value)))
        .collect();
    table.put("periods", (!periods.is_empty()).then(|| list(&periods)));
    table.put(
        "reporters",
        match &reporting.reporters {
            Reporters::Unsaid => None,
            Reporters::Lead => Some(text("lead")),
            Reporters::Executing => Some(text("executing")),
            Reporters::Both => Some(text("both")),
            Reporters::Named(ids) => Some(texts(ids).unwrap_or_else(|| "[]".to_owned())),
        },
    );
    table.put("without", texts(&reporting.without));
    table.put("to", optional(reporting.to.as_ref()));
    table.put("through", optional(reporting.through.as_ref()));
    table.put(
        "closes",
        reporting.closes.as_ref().map(|day| day_of_month(day.value)),
    );
    table.put("due", due(&reporting.due));
    table.put("collector_due", due(&reporting.collector_due));
    let on_holiday = reporting
        .on_holiday
        .as_ref()
        .map(|moved| match moved.value {
            OnHoliday::Keep => "keep",
            OnHoliday::NextWorkingDay => "next-working-day",
            OnHoliday::PreviousWorkingDay => "previous-working-day",
        });
    table.put("on_holiday", on_holiday.map(text));
    table.put("calendar", optional(reporting.calendar.as_ref()));
    table.put("note", optional(reporting.note.as_ref()));
    table
}

/// The code of a period: `Q1`, `H`, `Y`.
fn code(set: PeriodSet) -> String {
    match set {
        PeriodSet::Part(part) => part.to_string(),
        PeriodSet::EveryMonth => "M".to_owned(),
        PeriodSet::EveryQuarter => "Q".to_owned(),
        PeriodSet::EveryHalf => "H".to_owned(),
    }
}

fn day_of_month(day: DayOfMonth) -> String {
    match day {
        DayOfMonth::Day(day) => day.to_string(),
        DayOfMonth::Last => text("last"),
    }
}

fn due_day(due: DueDay) -> String {
    if due.months_after == 0 {
        return day_of_month(due.day);
    }
    inline(vec![
        ("day", Some(day_of_month(due.day))),
        ("months_after", Some(due.months_after.to_string())),
    ])
}

/// One day for every period, or a table of periods; all of a kind under one code.
fn due(dues: &[PeriodDue]) -> Option<String> {
    if let [PeriodDue { part: None, due }] = dues {
        return Some(due_day(due.value));
    }
    let mut entries: Vec<(String, String)> = Vec::new();
    let mut rest = dues;
    while let Some(first) = rest.first() {
        let all = first.part.and_then(all_of_its_kind);
        let run = all.filter(|set| {
            let parts = set.parts();
            parts.len() <= rest.len()
                && parts
                    .iter()
                    .zip(rest)
                    .all(|(part, due)| due.part == Some(*part) && due.due == first.due)
        });
        let (code, length) = match run {
            Some(set) => (code(set), set.parts().len()),
            None => (
                first.part.map_or_else(String::new, |part| part.to_string()),
                1,
            ),
        };
        if entries.iter().all(|(known, _)| *known != code) {
            entries.push((code, due_day(first.due.value)));
        }
        rest = &rest[length..];
    }
    let entries: Vec<_> = entries
        .iter()
        .map(|(code, due)| (code.as_str(), Some(due.clone())))
        .collect();
    (!entries.is_empty()).then(|| inline(entries))
}

/// The code that stands for all periods of the kind of which this is the first.
fn all_of_its_kind(part: PeriodPart) -> Option<PeriodSet> {
    match part {
        PeriodPart::Month(1) => Some(PeriodSet::EveryMonth),
        PeriodPart::Quarter(1) => Some(PeriodSet::EveryQuarter),
        PeriodPart::Half(1) => Some(PeriodSet::EveryHalf),
        _ => None,
    }
}
