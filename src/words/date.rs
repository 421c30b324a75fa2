//! Days as officers write them.

use chrono::{Datelike, NaiveDate};

use super::spelling::same_spelling;
use crate::lang::Text;

/// Reads a day that is the whole of `text`: `2021-06-18`, `18/06/2021`, `18-6-2021`,
/// `18.6.2021`, "ngày 18 tháng 6 năm 2021". The year has four digits.
pub fn read_date(text: &str) -> Option<NaiveDate> {
    let text = same_spelling(text);
    let text = text.strip_suffix('.').unwrap_or(&text);
    let text = text.strip_prefix("ngày ").unwrap_or(text);
    if let Some((day, rest)) = text.split_once(" tháng ") {
        let (month, year) = rest.split_once(" năm ")?;
        return day_of(year, month, day);
    }
    let mark = ['/', '-', '.']
        .into_iter()
        .find(|&mark| text.contains(mark))?;
    let mut parts = text.split(mark);
    let (first, second, third) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    if first.len() == 4 && mark == '-' {
        return day_of(first, second, third);
    }
    day_of(third, second, first)
}

fn day_of(year: &str, month: &str, day: &str) -> Option<NaiveDate> {
    let digits = |text: &str, longest: usize| -> Option<u32> {
        let text = text.trim();
        let plain = text.len() <= longest && text.bytes().all(|byte| byte.is_ascii_digit());
        plain.then(|| text.parse().ok()).flatten()
    };
    let year = digits(year, 4).filter(|year| (1900..=2200).contains(year))?;
    NaiveDate::from_ymd_opt(
        i32::try_from(year).ok()?,
        digits(month, 2)?,
        digits(day, 2)?,
    )
}

/// Says a day: 05/7/2021 in Vietnamese (Nghị định 30/2020/NĐ-CP: a leading nought only
/// for days below 10 and months 1 and 2), 2021-07-05 in English.
pub fn say_date(day: NaiveDate) -> Text {
    let month = match day.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    Text {
        vi: format!("{:02}/{month}/{}", day.day(), day.year()),
        en: day.format("%Y-%m-%d").to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_day_is_read_in_each_way_it_is_written() {
        let day = NaiveDate::from_ymd_opt(2021, 6, 18);
        for text in [
            "2021-06-18",
            "18/06/2021",
            "18/6/2021",
            "18-6-2021",
            "18.6.2021",
            " ngày 18 tháng 6 năm 2021. ",
            "NGÀY 18 THÁNG 06 NĂM 2021",
            "ngày 18/6/2021",
            "nga\u{300}y 18/6/2021",
        ] {
            assert_eq!(read_date(text), day, "{text}");
        }
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "31/6/2021",
            "29/02/2021",
            "18/6/21",
            "18/6",
            "6/2021",
            "2021",
            "18/6-2021",
            "18/6/2021/1",
            "2021/06/18",
            "018/6/2021",
            "+8/6/2021",
            "ngày",
            "ngày tháng năm",
            "32/1/2021",
            "1/13/2021",
        ] {
            assert_eq!(read_date(text), None, "{text}");
        }
    }

    proptest! {
        #[test]
        fn a_day_that_was_said_reads_back(days in 0_i64..100_000) {
            let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
            let day = first + chrono::Duration::days(days);
            prop_assert_eq!(read_date(&say_date(day).vi), Some(day));
            prop_assert_eq!(read_date(&say_date(day).en), Some(day));
        }

        #[test]
        fn any_text_is_a_day_or_is_not(text in ".{0,40}") {
            read_date(&text);
        }
    }
}
