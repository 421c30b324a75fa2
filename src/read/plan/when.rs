//! `when`.

use toml::Spanned;
use toml::de::DeValue;

use super::super::fields::{Fields, open_table};
use super::super::findings::Findings;
use super::super::values::{calendar_day, text};
use super::{Reading, shapes};
use crate::diagnostic::Diagnostic;
use crate::model::{Every, Schedule, When};
use crate::say;
use crate::source::Located;
use crate::words::{self, ScheduleContext};

/// The entries of `when`: one, or a list.
pub(super) fn read_when(fields: &Fields, reading: &Reading, findings: &mut Findings) -> Vec<When> {
    let Some(value) = fields.get("when", findings) else {
        return Vec::new();
    };
    match value.get_ref() {
        DeValue::Array(items) => items
            .iter()
            .filter_map(|item| read_entry(item, reading, findings))
            .collect(),
        _ => read_entry(value, reading, findings).into_iter().collect(),
    }
}

fn read_entry(
    value: &Spanned<DeValue>,
    reading: &Reading,
    findings: &mut Findings,
) -> Option<When> {
    match value.get_ref() {
        DeValue::String(_) => Some(when_from_words(text("when", value, findings)?, reading)),
        DeValue::Table(_) => {
            let fields = open_table("when", value, &shapes::WHEN_TABLE, findings)?;
            read_table(&fields, reading, findings)
        }
        DeValue::Datetime(written) => {
            let Some(day) = calendar_day(written) else {
                findings.wrong_type("when", value, expected());
                return None;
            };
            let place = findings.place(value.span());
            Some(When {
                words: Located::new(day.to_string(), place),
                schedules: vec![Schedule::By { last_day: day }],
                unread: Vec::new(),
            })
        }
        _ => {
            findings.wrong_type("when", value, expected());
            None
        }
    }
}

fn expected() -> crate::lang::Text {
    say! {
        vi: "nguyên văn trong dấu nháy, ngày (2021-09-30), hoặc bảng {{ words, due, every }}",
        en: "the words in quotes, a day (2021-09-30), or a table {{ words, due, every }}"
    }
}

/// An entry that its words alone describe.
#[must_use]
pub fn when_from_words(words: Located<String>, reading: &Reading) -> When {
    let context = ScheduleContext {
        from: reading.years.from,
        to: reading.years.to,
        issued: reading.issued,
    };
    let mut schedules = Vec::new();
    let mut unread = Vec::new();
    for part in words::read_schedule(&words, &context) {
        match part.reading {
            Ok(schedule) => schedules.push(schedule),
            Err(rest) => unread.push(Located::new(rest.rest, words.place.clone())),
        }
    }
    When {
        words,
        schedules,
        unread,
    }
}

/// The table form: what it says stands, and must not contradict its words.
fn read_table(fields: &Fields, reading: &Reading, findings: &mut Findings) -> Option<When> {
    let place = findings.place(fields.span());
    let words = fields.text("words", findings);
    let due = fields.day("due", findings);
    let from = fields.day("from", findings);
    let every = fields.word("every", &EVERY, findings);
    let said = match (&due, &from, &every) {
        (_, _, Some(every)) => Some(Schedule::Recurring {
            every: every.value,
            last_day: None,
        }),
        (Some(due), Some(from), None) => Some(Schedule::Window {
            start: from.value,
            last_day: due.value,
        }),
        (Some(due), None, None) => Some(Schedule::By {
            last_day: due.value,
        }),
        (None, Some(from), None) => Some(Schedule::From { start: from.value }),
        (None, None, None) => None,
    };
    let Some(said) = said else {
        let words = words?;
        return Some(when_from_words(words, reading));
    };
    let Some(words) = words else {
        return Some(When {
            words: Located::new(crate::words::say_schedule(&said).vi, place),
            schedules: vec![said],
            unread: Vec::new(),
        });
    };
    let read = when_from_words(words, reading);
    if read.unread.is_empty()
        && last_days(&read.schedules) != last_days(std::slice::from_ref(&said))
    {
        tell_disagreement(&read, due.as_ref().map(|due| &due.place), findings);
    }
    Some(When {
        words: read.words,
        schedules: vec![said],
        unread: Vec::new(),
    })
}

const EVERY: [(&str, Every); 7] = [
    ("day", Every::Day),
    ("week", Every::Week),
    ("two-weeks", Every::TwoWeeks),
    ("month", Every::Month),
    ("quarter", Every::Quarter),
    ("half-year", Every::HalfYear),
    ("year", Every::Year),
];

/// The days that schedules name; those that name none contradict nothing.
fn last_days(schedules: &[Schedule]) -> Vec<chrono::NaiveDate> {
    let mut days: Vec<_> = schedules
        .iter()
        .filter_map(|schedule| match schedule {
            Schedule::By { last_day } | Schedule::Window { last_day, .. } => Some(*last_day),
            Schedule::Continuous { last_day } => *last_day,
            Schedule::From { .. }
            | Schedule::Recurring { .. }
            | Schedule::Reporting { .. }
            | Schedule::Undated => None,
        })
        .collect();
    days.sort_unstable();
    days
}

fn tell_disagreement(read: &When, due: Option<&crate::source::Place>, findings: &mut Findings) {
    if last_days(&read.schedules).is_empty() {
        return;
    }
    let said: Vec<_> = read.schedules.iter().map(words::say_schedule).collect();
    let vi: Vec<_> = said.iter().map(|text| text.vi.as_str()).collect();
    let en: Vec<_> = said.iter().map(|text| text.en.as_str()).collect();
    let (vi, en) = (vi.join("; "), en.join("; "));
    let mut finding = Diagnostic::error(
        "contradictory-words",
        read.words.place.clone(),
        say! {
            vi: "nguyên văn đọc là \"{vi}\", trái với thời hạn ghi trong bảng",
            en: "the words read as \"{en}\", which the table contradicts"
        },
    );
    if let Some(due) = due {
        finding = finding.other(
            due.clone(),
            say! { vi: "thời hạn trong bảng", en: "the table's due day" },
        );
    }
    findings.add(finding);
}
