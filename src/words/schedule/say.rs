//! Schedules said again, so that reading what was said gives the same schedule.

use chrono::{Datelike, NaiveDate};

use super::recurrence::last_of_month;
use crate::lang::Text;
use crate::model::{
    DayOfMonth, Every, PeriodPart, PeriodSet, RecurringDay, ReportingPeriod, Schedule,
};
use crate::say;
use crate::words::period::{english_month, roman_quarter};
use crate::words::{say_date, say_period};

/// Says a schedule in standard words: "chậm nhất ngày 09/4/2021", "by 2021-04-09".
pub fn say_schedule(schedule: &Schedule) -> Text {
    match schedule {
        Schedule::By { last_day } => {
            let Text { vi, en } = say_date(*last_day);
            say! { vi: "chậm nhất ngày {vi}", en: "by {en}" }
        }
        Schedule::Window { start, last_day } => window(*start, *last_day),
        Schedule::From { start } => {
            let Text { vi, en } = say_date(*start);
            say! { vi: "từ ngày {vi} trở đi", en: "from {en} on" }
        }
        Schedule::Continuous { last_day: None } => {
            say! { vi: "thường xuyên", en: "all the time" }
        }
        Schedule::Continuous {
            last_day: Some(last_day),
        } => {
            let Text { vi, en } = say_date(*last_day);
            say! { vi: "thường xuyên đến hết ngày {vi}", en: "all the time until {en}" }
        }
        Schedule::Recurring {
            every,
            last_day: None,
        } => each(*every),
        Schedule::Recurring {
            every,
            last_day: Some(last_day),
        } => {
            let each = each(*every);
            let by = recurring_day(*every, *last_day);
            Text {
                vi: format!("{}, chậm nhất {}", each.vi, by.vi),
                en: format!("{}, by {}", each.en, by.en),
            }
        }
        Schedule::Reporting { periods } => {
            let names: Vec<Text> = periods.iter().map(|period| listed(*period)).collect();
            let vi = in_a_row(names.iter().map(|name| name.vi.as_str()), "và");
            let en = in_a_row(names.iter().map(|name| name.en.as_str()), "and");
            say! { vi: "theo kỳ báo cáo {vi}", en: "with the reports for {en}" }
        }
        Schedule::Undated => say! { vi: "không định ngày", en: "no fixed day" },
    }
}

fn window(start: NaiveDate, last_day: NaiveDate) -> Text {
    let whole_months =
        start.day() == 1 && last_of_month(last_day.year(), last_day.month()) == Some(last_day);
    if whole_months && start.year() == last_day.year() {
        let (first, last) = (start.month(), last_day.month());
        if let Some(part) = part_of_months(first, last) {
            let year = start.year();
            let Text { vi, en } = say_period(ReportingPeriod { year, part });
            let the = if en.starts_with(['f', 's']) {
                "the "
            } else {
                ""
            };
            return say! { vi: "trong {vi}", en: "in {the}{en}" };
        }
    }
    if whole_months && start.month() == 1 && last_day.month() == 12 {
        let (first, last) = (start.year(), last_day.year());
        return say! {
            vi: "từ năm {first} đến hết năm {last}",
            en: "from {first} to {last}"
        };
    }
    let (first, last) = (say_date(start), say_date(last_day));
    Text {
        vi: format!("từ ngày {} đến hết ngày {}", first.vi, last.vi),
        en: format!("from {} to {}", first.en, last.en),
    }
}

fn part_of_months(first: u32, last: u32) -> Option<PeriodPart> {
    match (first, last) {
        (1, 12) => Some(PeriodPart::Year),
        (1, 6) => Some(PeriodPart::Half(1)),
        (7, 12) => Some(PeriodPart::Half(2)),
        (1, 9) => Some(PeriodPart::NineMonths),
        _ if first == last => Some(PeriodPart::Month(first)),
        _ if first % 3 == 1 && last == first + 2 => Some(PeriodPart::Quarter(last / 3)),
        _ => None,
    }
}

fn each(every: Every) -> Text {
    match every {
        Every::Day => say! { vi: "hằng ngày", en: "every day" },
        Every::Week => say! { vi: "hằng tuần", en: "every week" },
        Every::TwoWeeks => say! { vi: "2 tuần/lần", en: "every two weeks" },
        Every::Month => say! { vi: "hằng tháng", en: "every month" },
        Every::Quarter => say! { vi: "hằng quý", en: "every quarter" },
        Every::HalfYear => say! { vi: "định kỳ 6 tháng", en: "every six months" },
        Every::Year => say! { vi: "hằng năm", en: "every year" },
    }
}

fn recurring_day(every: Every, last_day: RecurringDay) -> Text {
    match last_day {
        RecurringDay::OfYear {
            month,
            day: DayOfMonth::Day(day),
        } => {
            let name = english_month(month);
            say! { vi: "ngày {day:02}/{month}", en: "{day} {name}" }
        }
        RecurringDay::OfYear {
            month,
            day: DayOfMonth::Last,
        } => {
            let name = english_month(month);
            say! { vi: "ngày cuối tháng {month}", en: "the last day of {name}" }
        }
        RecurringDay::OfMonth(DayOfMonth::Day(day)) => {
            say! { vi: "ngày {day:02}", en: "day {day}" }
        }
        RecurringDay::OfMonth(DayOfMonth::Last) => {
            say! { vi: "ngày cuối tháng", en: "its last day" }
        }
        RecurringDay::OfLastMonth(day) => {
            let span = match every {
                Every::Quarter => "quý",
                _ => "kỳ",
            };
            match day {
                DayOfMonth::Day(day) => say! {
                    vi: "ngày {day:02} của tháng cuối {span}",
                    en: "day {day} of its last month"
                },
                DayOfMonth::Last => say! {
                    vi: "ngày cuối của tháng cuối {span}",
                    en: "the last day of its last month"
                },
            }
        }
    }
}

/// A period as a list of them names it.
fn listed(period: PeriodSet) -> Text {
    match period {
        PeriodSet::EveryMonth => say! { vi: "mỗi tháng", en: "each month" },
        PeriodSet::EveryQuarter => say! { vi: "mỗi quý", en: "each quarter" },
        PeriodSet::EveryHalf => say! { vi: "mỗi 6 tháng", en: "each half-year" },
        PeriodSet::Part(PeriodPart::Month(month)) => {
            let name = english_month(month);
            say! { vi: "tháng {month}", en: "{name}" }
        }
        PeriodSet::Part(PeriodPart::Quarter(quarter)) => {
            let roman = roman_quarter(quarter);
            say! { vi: "quý {roman}", en: "Q{quarter}" }
        }
        PeriodSet::Part(PeriodPart::Half(1)) => {
            say! { vi: "6 tháng đầu năm", en: "the first half" }
        }
        PeriodSet::Part(PeriodPart::Half(_)) => {
            say! { vi: "6 tháng cuối năm", en: "the second half" }
        }
        PeriodSet::Part(PeriodPart::NineMonths) => {
            say! { vi: "9 tháng", en: "the first nine months" }
        }
        PeriodSet::Part(PeriodPart::Year) => say! { vi: "năm", en: "the year" },
    }
}

/// "a", "a và b", "a, b và c".
fn in_a_row<'a>(names: impl Iterator<Item = &'a str>, and: &str) -> String {
    let names: Vec<&str> = names.collect();
    match names.split_last() {
        None => String::new(),
        Some((last, [])) => (*last).to_owned(),
        Some((last, before)) => format!("{} {and} {last}", before.join(", ")),
    }
}
