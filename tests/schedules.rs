//! Schedule phrases are read as the contract says: `tests/phrases/*.jsonl`, one JSON
//! object a line with `text`, `year` (or `from` and `to`), `issued` and `read`.

use std::fmt::Write as _;

use chrono::NaiveDate;
use papi::model::{DayOfMonth, RecurringDay, Schedule};
use papi::words::{ScheduleContext, SchedulePart, read_schedule, say_schedule};
use serde_json::{Value, json};
use unicode_normalization::UnicodeNormalization;

const SETS: [(&str, &str); 2] = [
    ("schedules.jsonl", include_str!("phrases/schedules.jsonl")),
    (
        "more-schedules.jsonl",
        include_str!("phrases/more-schedules.jsonl"),
    ),
];

struct Sample {
    text: String,
    context: ScheduleContext,
    read: Value,
}

fn samples() -> Vec<Sample> {
    SETS.iter()
        .flat_map(|(_, lines)| lines.lines())
        .map(|line| {
            let sample: Value = serde_json::from_str(line).expect(line);
            let year = |key: &str| {
                let year = sample.get(key).or(sample.get("year"));
                let year = year.and_then(Value::as_i64).unwrap_or(2025);
                i32::try_from(year).expect("a year")
            };
            let issued = sample.get("issued").and_then(Value::as_str);
            let context = ScheduleContext {
                from: year("from"),
                to: year("to"),
                issued: issued.map(|day| day.parse().expect("a day")),
            };
            let text = sample["text"].as_str().expect("a text").to_owned();
            let read = sample["read"].clone();
            Sample {
                text,
                context,
                read,
            }
        })
        .collect()
}

/// The reading as the contract writes it, without the rest of what was not read.
fn as_json(parts: &[SchedulePart]) -> Value {
    parts
        .iter()
        .map(|part| match &part.reading {
            Ok(schedule) => schedule_as_json(schedule),
            Err(_) => json!({"kind": "unread"}),
        })
        .collect()
}

fn schedule_as_json(schedule: &Schedule) -> Value {
    let day = |day: &NaiveDate| day.to_string();
    match schedule {
        Schedule::By { last_day } => json!({"kind": "by", "last_day": day(last_day)}),
        Schedule::Window { start, last_day } => {
            json!({"kind": "window", "start": day(start), "last_day": day(last_day)})
        }
        Schedule::From { start } => json!({"kind": "from", "start": day(start)}),
        Schedule::Continuous { last_day: None } => json!({"kind": "continuous"}),
        Schedule::Continuous {
            last_day: Some(last_day),
        } => {
            json!({"kind": "continuous", "last_day": day(last_day)})
        }
        Schedule::Recurring {
            every,
            last_day: None,
        } => {
            json!({"kind": "recurring", "every": every.word()})
        }
        Schedule::Recurring {
            every,
            last_day: Some(last_day),
        } => {
            let last_day = match last_day {
                RecurringDay::OfYear { month, day } => format!("{month:02}-{}", of_month(*day)),
                RecurringDay::OfMonth(day) => of_month(*day),
                RecurringDay::OfLastMonth(day) => format!("{} of last month", of_month(*day)),
            };
            json!({"kind": "recurring", "every": every.word(), "last_day": last_day})
        }
        Schedule::Reporting { periods } => {
            let periods: Vec<String> = periods.iter().map(|period| period_word(*period)).collect();
            json!({"kind": "reporting", "periods": periods})
        }
        Schedule::Undated => json!({"kind": "undated"}),
    }
}

fn of_month(day: DayOfMonth) -> String {
    match day {
        DayOfMonth::Day(day) => format!("{day:02}"),
        DayOfMonth::Last => "last".to_owned(),
    }
}

fn period_word(period: papi::model::PeriodSet) -> String {
    use papi::model::PeriodSet::{EveryHalf, EveryMonth, EveryQuarter, Part};
    match period {
        Part(part) => part.to_string(),
        EveryMonth => "M".to_owned(),
        EveryQuarter => "Q".to_owned(),
        EveryHalf => "H".to_owned(),
    }
}

/// Reads each sample in another spelling and lists those that are read otherwise.
fn misread(spelling: impl Fn(&str) -> String) -> String {
    let mut misread = String::new();
    for sample in samples() {
        let text = spelling(&sample.text);
        let read = as_json(&read_schedule(&text, &sample.context));
        if read != sample.read {
            let want = &sample.read;
            let _ = writeln!(misread, "{text:?}\n  read {read}\n  want {want}");
        }
    }
    misread
}

#[test]
fn every_phrase_of_the_sets_reads_as_listed() {
    let misread = misread(str::to_owned);
    assert!(misread.is_empty(), "{misread}");
    assert!(samples().len() >= 43 + 120);
}

#[test]
fn case_spaces_and_unicode_forms_do_not_matter() {
    let apart = |text: &str| text.nfd().collect::<String>();
    let misread_nfd = misread(apart);
    assert!(misread_nfd.is_empty(), "{misread_nfd}");
    // A line that begins with a capital is a line of its own, so case matters there.
    let upper = |text: &str| {
        if text.contains('\n') {
            text.to_owned()
        } else {
            text.to_uppercase()
        }
    };
    let misread_upper = misread(upper);
    assert!(misread_upper.is_empty(), "{misread_upper}");
    let spaced = misread(|text| format!(" {} ", text.replace(' ', " \u{a0} ")));
    assert!(spaced.is_empty(), "{spaced}");
}

#[test]
fn other_spellings_are_the_same_words() {
    for (one, other) in [
        ("quý", "quí"),
        ("hằng", "hàng"),
        ("hàng", "hằng"),
        ("kỳ", "kì"),
        (" - ", " – "),
        ("-", "—"),
    ] {
        let misread = misread(|text| text.replace(one, other));
        assert!(misread.is_empty(), "{one} → {other}\n{misread}");
    }
}

#[test]
fn a_stop_at_the_end_says_nothing() {
    let ends_so = |text: &str| text.is_empty() || text.ends_with(['.', '?']);
    let with_stop = |end: &str| {
        misread(|text| {
            if ends_so(text) {
                text.to_owned()
            } else {
                format!("{text}{end}")
            }
        })
    };
    for end in [".", ";", " ./."] {
        let misread = with_stop(end);
        assert!(misread.is_empty(), "{misread}");
    }
}

#[test]
fn a_word_or_figure_that_is_not_understood_is_never_passed_over() {
    for sample in samples() {
        for odd in ["xyz", "37", "½", "khoảng", "chưa", "trừ", "%", "?"] {
            for text in [
                format!("{} {odd}", sample.text),
                format!("{odd} {}", sample.text),
            ] {
                let read = read_schedule(&text, &sample.context);
                let named = read
                    .iter()
                    .any(|part| part.reading == Ok(Schedule::Undated))
                    && (text.ends_with("xyz") || text.ends_with("chưa"));
                let unread = read.iter().any(|part| part.reading.is_err());
                assert!(unread || named, "{text:?} reads as {}", as_json(&read));
            }
        }
    }
}

#[test]
fn a_figure_slipped_in_anywhere_is_never_passed_over() {
    for sample in samples() {
        for (at, _) in sample.text.match_indices(' ') {
            for odd in ["37", "khoảng", "‰"] {
                let text = format!("{} {odd}{}", &sample.text[..at], &sample.text[at..]);
                let read = read_schedule(&text, &sample.context);
                let unread = read.iter().any(|part| part.reading.is_err());
                assert!(unread, "{text:?} reads as {}", as_json(&read));
            }
        }
    }
}

#[test]
fn what_was_not_understood_is_named() {
    let context = ScheduleContext {
        from: 2025,
        to: 2025,
        issued: None,
    };
    for (text, rest) in [
        ("Trước ngày 31/6/2025", "ngày 31/6/2025"),
        ("Quý V/2025", "Quý V/2025"),
        ("Thường xuyên, trừ tháng 7", "trừ tháng 7"),
        ("Quý III/2025 và Quý V/2025", "Quý V/2025"),
        (
            "10 ngày làm việc kể từ ngày ban hành",
            "10 ngày làm việc kể từ ngày ban hành",
        ),
        ("Từ quý III đến quý VI/2025", "quý VI/2025"),
    ] {
        let parts = read_schedule(text, &context);
        let unread = parts[0].reading.as_ref().unwrap_err();
        assert_eq!(unread.rest, rest);
        assert_eq!(&text[unread.span.clone()], rest);
        assert_eq!(parts.len(), 1);
    }
}

#[test]
fn a_part_knows_its_bytes() {
    let context = ScheduleContext {
        from: 2025,
        to: 2025,
        issued: None,
    };
    let text = "Thường xuyên; trước ngày 01/6 và 15/11 hằng năm.";
    let parts: Vec<&str> = read_schedule(text, &context)
        .into_iter()
        .map(|part| &text[part.span])
        .collect();
    assert_eq!(parts, ["Thường xuyên", "trước ngày 01/6", "15/11 hằng năm"]);
}

#[test]
fn a_reading_that_is_said_reads_the_same() {
    for sample in samples() {
        for part in read_schedule(&sample.text, &sample.context) {
            let Ok(schedule) = part.reading else { continue };
            let said = say_schedule(&schedule);
            for words in [said.vi, said.en] {
                let again = read_schedule(&words, &sample.context);
                assert_eq!(again.len(), 1, "{words}");
                assert_eq!(again[0].reading.as_ref(), Ok(&schedule), "{words}");
            }
        }
    }
}

#[test]
fn every_time_cell_of_the_real_plans_reads() {
    for (cell, year) in [
        ("Thường xuyên", 2021),
        ("Định kỳ theo quy định", 2021),
        ("Theo định kỳ 6 tháng", 2021),
        ("Tháng 12 hàng năm", 2021),
        ("Quý III năm 2021", 2021),
        (
            "Theo kế hoạch phát triển KT - XH của tỉnh; kế hoạch/Chương trình nông thôn mới",
            2021,
        ),
        ("trước ngày 10/04/2021", 2021),
        ("Định kỳ Quý I, 6 tháng, Quý III và năm", 2021),
        ("hàng quý, 6 tháng, năm.", 2021),
        ("định kỳ 6 tháng, năm theo quy định", 2018),
        ("Thời gian thực hiện: Thường xuyên trong năm 2023.", 2023),
    ] {
        let context = ScheduleContext {
            from: year,
            to: year,
            issued: None,
        };
        for part in read_schedule(cell, &context) {
            assert!(part.reading.is_ok(), "{cell}");
        }
    }
}
