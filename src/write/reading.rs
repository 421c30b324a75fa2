//! Readings of phrases as JSON objects, one a line.

use serde_json::{Map, Value as Json, json};

use super::json::{number, printed};
use crate::model::{Baseline, Bound, BoundKind, DayOfMonth, PeriodSet, RecurringDay, Schedule};
use crate::words::{SchedulePart, TargetPart, Unread};

/// `{"text", "read": […]}` for a target phrase, ended by a line break.
pub fn target(text: &str, read: &[TargetPart]) -> String {
    line(
        text,
        read.iter().map(|part| object(&part.reading, bound_object)),
    )
}

/// `{"text", "read": […]}` for a schedule phrase, ended by a line break.
pub fn schedule(text: &str, read: &[SchedulePart]) -> String {
    line(
        text,
        read.iter()
            .map(|part| object(&part.reading, schedule_object)),
    )
}

/// A schedule phrase that comes as a JSON object.
#[derive(Debug)]
pub struct ScheduleRequest {
    /// The words.
    pub text: String,
    /// The plan's year, where it is given.
    pub year: Option<i32>,
    /// The plan's day of issue, where it is given.
    pub issued: Option<chrono::NaiveDate>,
}

/// The years that a plan may have.
const YEARS: std::ops::RangeInclusive<i32> = 1990..=2199;

/// `{"text", "year", "issued"}`; `None` for a line that is no such object.
pub fn schedule_request(line: &str) -> Option<ScheduleRequest> {
    let object: Map<String, Json> = serde_json::from_str(line).ok()?;
    Some(ScheduleRequest {
        text: object.get("text")?.as_str()?.to_owned(),
        year: match object.get("year") {
            None | Some(Json::Null) => None,
            Some(year) => Some(
                i32::try_from(year.as_i64()?)
                    .ok()
                    .filter(|year| YEARS.contains(year))?,
            ),
        },
        issued: object
            .get("issued")
            .and_then(Json::as_str)
            .and_then(|day| day.parse().ok()),
    })
}

fn line(text: &str, read: impl Iterator<Item = Json>) -> String {
    let read: Vec<_> = read.collect();
    printed(&json!({ "text": text, "read": read }), false)
}

fn object<T>(reading: &Result<T, Unread>, of: fn(&T) -> Json) -> Json {
    match reading {
        Ok(reading) => of(reading),
        Err(unread) => json!({ "kind": "unread", "rest": unread.rest }),
    }
}

fn bound_object(bound: &Bound) -> Json {
    let mut object = Map::new();
    let mut put = |key: &str, value: Json| {
        object.insert(key.to_owned(), value);
    };
    match &bound.kind {
        BoundKind::Level(level) => {
            put("kind", json!("level"));
            put("op", json!(level.comparison.sign()));
            put("value", number(level.value));
            put("unit", json!(level.unit));
            level
                .upper
                .into_iter()
                .for_each(|upper| put("upper", number(upper)));
            level
                .out_of
                .into_iter()
                .for_each(|whole| put("out_of", number(whole)));
        }
        BoundKind::Frequency(frequency) => {
            put("kind", json!("frequency"));
            put("op", json!(frequency.comparison.sign()));
            put("value", number(frequency.value));
            frequency
                .unit
                .iter()
                .for_each(|unit| put("unit", json!(unit)));
            put("per", json!(frequency.per.word()));
        }
        BoundKind::Change(change) => {
            put("kind", json!("change"));
            put("op", json!(change.comparison.sign()));
            put("value", number(change.value));
            put("unit", json!(change.unit));
            put(
                "baseline",
                match change.baseline {
                    Baseline::Year(year) => json!(year),
                    Baseline::Previous => json!("previous"),
                },
            );
            if change.downward {
                put("direction", json!("down"));
            }
        }
        BoundKind::Rank(rank) => {
            put("kind", json!("rank"));
            put("op", json!("<="));
            put("value", json!(rank.at_most));
            rank.scope
                .iter()
                .for_each(|scope| put("scope", json!(scope)));
        }
        BoundKind::Band(band) => {
            put("kind", json!("band"));
            put("op", json!(">="));
            put("band", json!(band.name()));
        }
        BoundKind::Hold => put("kind", json!("hold")),
        BoundKind::Zero => put("kind", json!("zero")),
        BoundKind::Qualitative => put("kind", json!("qualitative")),
    }
    if let Some(by) = bound.by {
        put("by", json!(by));
    }
    if bound.stretch {
        put("stretch", json!(true));
    }
    Json::Object(object)
}

fn schedule_object(schedule: &Schedule) -> Json {
    let day = |day: &chrono::NaiveDate| json!(day.to_string());
    match schedule {
        Schedule::By { last_day } => json!({ "kind": "by", "last_day": day(last_day) }),
        Schedule::Window { start, last_day } => {
            json!({ "kind": "window", "start": day(start), "last_day": day(last_day) })
        }
        Schedule::From { start } => json!({ "kind": "from", "start": day(start) }),
        Schedule::Continuous { last_day: None } => json!({ "kind": "continuous" }),
        Schedule::Continuous {
            last_day: Some(last_day),
        } => {
            json!({ "kind": "continuous", "last_day": day(last_day) })
        }
        Schedule::Recurring {
            every,
            last_day: None,
        } => {
            json!({ "kind": "recurring", "every": every.word() })
        }
        Schedule::Recurring {
            every,
            last_day: Some(last_day),
        } => {
            let last_day = recurring_day(*last_day);
            json!({ "kind": "recurring", "every": every.word(), "last_day": last_day })
        }
        Schedule::Reporting { periods } => {
            let periods: Vec<_> = periods.iter().map(|period| period_code(*period)).collect();
            json!({ "kind": "reporting", "periods": periods })
        }
        Schedule::Undated => json!({ "kind": "undated" }),
    }
}

fn recurring_day(day: RecurringDay) -> String {
    let of_month = |day| match day {
        DayOfMonth::Day(day) => format!("{day:02}"),
        DayOfMonth::Last => "last".to_owned(),
    };
    match day {
        RecurringDay::OfYear { month, day } => format!("{month:02}-{}", of_month(day)),
        RecurringDay::OfMonth(day) => of_month(day),
        RecurringDay::OfLastMonth(day) => format!("{} of last month", of_month(day)),
    }
}

fn period_code(period: PeriodSet) -> String {
    match period {
        PeriodSet::Part(part) => part.to_string(),
        PeriodSet::EveryMonth => "M".to_owned(),
        PeriodSet::EveryQuarter => "Q".to_owned(),
        PeriodSet::EveryHalf => "H".to_owned(),
    }
}
