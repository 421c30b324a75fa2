//! What holds for every schedule and every text.

use chrono::{Duration, NaiveDate};
use proptest::prelude::*;

use super::*;
use crate::model::{DayOfMonth, Every, PeriodPart, PeriodSet, RecurringDay};

fn any_day() -> impl Strategy<Value = NaiveDate> {
    let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
    (0..109_000_i64).prop_map(move |days| first + Duration::days(days))
}

fn any_day_of_month() -> impl Strategy<Value = DayOfMonth> {
    prop_oneof![4 => (1..=31_u32).prop_map(DayOfMonth::Day), 1 => Just(DayOfMonth::Last)]
}

/// Frequencies with the last days that go with them.
fn any_recurrence() -> impl Strategy<Value = Schedule> {
    let every = prop_oneof![
        Just(Every::Day),
        Just(Every::Week),
        Just(Every::TwoWeeks),
        Just(Every::Month),
        Just(Every::Quarter),
        Just(Every::HalfYear),
        Just(Every::Year),
    ];
    let long = prop_oneof![Just(Every::Quarter), Just(Every::HalfYear)];
    let of_year = (any_day(), any::<bool>()).prop_map(|(day, last)| {
        let month = chrono::Datelike::month(&day);
        let day = if last && month == 2 {
            DayOfMonth::Last
        } else {
            DayOfMonth::Day(chrono::Datelike::day(&day))
        };
        (Every::Year, Some(RecurringDay::OfYear { month, day }))
    });
    prop_oneof![
        every.prop_map(|every| (every, None)),
        any_day_of_month().prop_map(|day| (Every::Month, Some(RecurringDay::OfMonth(day)))),
        (long, any_day_of_month())
            .prop_map(|(every, day)| (every, Some(RecurringDay::OfLastMonth(day)))),
        of_year,
    ]
    .prop_map(|(every, last_day)| Schedule::Recurring { every, last_day })
}

fn any_period() -> impl Strategy<Value = PeriodSet> {
    prop_oneof![
        (1..=12_u32).prop_map(|month| PeriodSet::Part(PeriodPart::Month(month))),
        (1..=4_u32).prop_map(|quarter| PeriodSet::Part(PeriodPart::Quarter(quarter))),
        (1..=2_u32).prop_map(|half| PeriodSet::Part(PeriodPart::Half(half))),
        Just(PeriodSet::Part(PeriodPart::NineMonths)),
        Just(PeriodSet::Part(PeriodPart::Year)),
        Just(PeriodSet::EveryMonth),
        Just(PeriodSet::EveryQuarter),
        Just(PeriodSet::EveryHalf),
    ]
}

fn any_schedule() -> impl Strategy<Value = Schedule> {
    prop_oneof![
        any_day().prop_map(|last_day| Schedule::By { last_day }),
        (any_day(), any_day()).prop_map(|(one, other)| Schedule::Window {
            start: one.min(other),
            last_day: one.max(other),
        }),
        (1900..=2200, 1..=12_u32, 1..=12_u32).prop_map(|(year, one, other)| Schedule::Window {
            start: NaiveDate::from_ymd_opt(year, one.min(other), 1).unwrap(),
            last_day: recurrence::last_of_month(year, one.max(other)).unwrap(),
        }),
        any_day().prop_map(|start| Schedule::From { start }),
        proptest::option::of(any_day()).prop_map(|last_day| Schedule::Continuous { last_day }),
        any_recurrence(),
        proptest::collection::vec(any_period(), 1..6)
            .prop_map(|periods| Schedule::Reporting { periods }),
        Just(Schedule::Undated),
    ]
}

/// Texts of the words of schedules in any order.
fn any_phrase() -> impl Strategy<Value = String> {
    let words = [
        "trước",
        "ngày",
        "15/6",
        "2025",
        "quý",
        "III",
        "hằng",
        "năm",
        "tháng",
        "6",
        ",",
        ";",
        "và",
        "-",
        "từ",
        "đến",
        "hết",
        "thường xuyên",
        "theo",
        "kế hoạch",
        "định kỳ",
        "\n",
        "(",
        ")",
        "cuối",
        "của",
        "/",
        "lần",
        "khi",
        "có",
        ".",
        "đầu",
        "I",
        "12/2026",
        "chậm nhất",
        "trong",
    ];
    proptest::collection::vec(proptest::sample::select(words.to_vec()), 0..14)
        .prop_map(|words| words.join(" "))
}

fn context() -> ScheduleContext {
    ScheduleContext {
        from: 2025,
        to: 2025,
        issued: NaiveDate::from_ymd_opt(2025, 1, 10),
    }
}

fn spans_are_whole(text: &str) -> Result<(), TestCaseError> {
    let mut end = 0;
    for part in read_schedule(text, &context()) {
        prop_assert!(part.span.start >= end && part.span.start <= part.span.end);
        prop_assert!(text.get(part.span.clone()).is_some());
        end = part.span.end;
        if let Err(unread) = part.reading {
            prop_assert_eq!(text.get(unread.span.clone()), Some(unread.rest.as_str()));
            prop_assert!(!unread.rest.is_empty());
        }
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn a_schedule_that_was_said_reads_back(schedule in any_schedule()) {
        let said = say_schedule(&schedule);
        for several_years in [false, true] {
            let context = ScheduleContext {
                from: if several_years { 2021 } else { 2025 },
                ..context()
            };
            for words in [&said.vi, &said.en] {
                let readings: Vec<_> = read_schedule(words, &context)
                    .into_iter()
                    .map(|part| part.reading)
                    .collect();
                prop_assert_eq!(readings, vec![Ok(schedule.clone())], "{}", words);
            }
        }
    }

    #[test]
    fn any_text_is_read_or_left_unread(text in "\\PC{0,60}") {
        spans_are_whole(&text)?;
    }

    #[test]
    fn any_row_of_words_is_read_or_left_unread(text in any_phrase()) {
        spans_are_whole(&text)?;
        let empty = text.chars().all(|c| !c.is_alphanumeric());
        prop_assert!(empty || !read_schedule(&text, &context()).is_empty());
    }
}

#[test]
fn reading_takes_linear_time() {
    for piece in [
        "theo kế hoạch, ",
        "theo kế hoạch; báo cáo a, ",
        "quý I, ",
        "6 tháng, ",
        "hằng quý, quý I, ",
        "trước ngày 15/6 và ",
        "tháng 6, 7; ",
        "thường xuyên\n",
        "hoàn thành ",
        "- ",
        "(",
        "1. ",
        "a, b; ",
        "khi có, c ",
        "từ ",
        "định kỳ ",
    ] {
        let steps = |count: usize| {
            let text = piece.repeat(count);
            parsing::steps::of(|| drop(read_schedule(&text, &context())))
        };
        let (short, long) = (steps(200), steps(2_000));
        assert!(long <= short * 11, "{piece:?}: {short} steps, then {long}");
    }
}
