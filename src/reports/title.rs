//! How a plan is named in headings and sentences.

use chrono::{Datelike, NaiveDate};

use crate::lang::Text;
use crate::model::Plan;
use crate::say;

/// "Kế hoạch số 149/KH-UBND ngày 30/3/2021 của UBND tỉnh Lào Cai", as far as the plan
/// says it.
pub fn document_name(plan: &Plan) -> Text {
    let kind = kind(plan);
    let number = plan.head.number.as_ref().map(|number| &number.value);
    let mut name = match number {
        Some(number) => say! { vi: "{kind} số {number}", en: "{number}" },
        None => say! { vi: "{kind} (chưa có số)", en: "Plan without a number" },
    };
    if let Some(issued) = &plan.head.issued {
        let (day, iso) = (written_day(issued.value), issued.value);
        name = Text {
            vi: format!("{} {day}", name.vi),
            en: format!("{} of {iso}", name.en),
        };
    }
    if let Some(issuer) = &plan.head.issuer {
        name = Text {
            vi: format!("{} của {issuer}", name.vi),
            en: format!("{}, {issuer}", name.en),
        };
    }
    name
}

/// The kind of document that an official number's abbreviation names.
pub fn kind(plan: &Plan) -> &'static str {
    let number = plan.head.number.as_ref().map_or("", |number| &number.value);
    let abbreviation = number.split('/').nth(1).unwrap_or("KH");
    match abbreviation.split('-').next().unwrap_or("") {
        "KH" => "Kế hoạch",
        "QĐ" => "Quyết định",
        "CT" => "Chỉ thị",
        "NQ" => "Nghị quyết",
        _ => "Công văn",
    }
}

/// "ngày 30 tháng 3 năm 2021": a leading zero only for days below 10 and months 1 and
/// 2, as Nghị định 30/2020/NĐ-CP has it.
pub fn written_day(day: NaiveDate) -> String {
    let month = match day.month() {
        month @ 1..=2 => format!("0{month}"),
        month => month.to_string(),
    };
    format!("ngày {:02} tháng {month} năm {}", day.day(), day.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_low_days_and_the_first_two_months_are_padded() {
        let written = |year, month, day| {
            written_day(NaiveDate::from_ymd_opt(year, month, day).expect("a real day"))
        };
        assert_eq!(written(2021, 3, 30), "ngày 30 tháng 3 năm 2021");
        assert_eq!(written(2021, 2, 5), "ngày 05 tháng 02 năm 2021");
        assert_eq!(written(2021, 10, 9), "ngày 09 tháng 10 năm 2021");
    }
}
