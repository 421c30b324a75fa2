//! `[reporting]`.

use toml::Spanned;
use toml::de::DeValue;

use super::super::fields::{Fields, open_table};
use super::super::findings::Findings;
use super::super::values::{text, whole};
use super::shapes;
use crate::diagnostic::Diagnostic;
use crate::model::{
    DayOfMonth, DueDay, OnHoliday, PeriodDue, PeriodPart, PeriodSet, Reporters, Reporting,
};
use crate::say;
use crate::source::Located;

/// The reporting duty.
pub(super) fn read_reporting(fields: &Fields, findings: &mut Findings) -> Reporting {
    Reporting {
        words: fields.text("words", findings),
        regime: fields.text("regime", findings),
        periods: fields
            .texts("periods", findings)
            .into_iter()
            .filter_map(|code| read_period_code(code, findings))
            .collect(),
        reporters: read_reporters(fields, findings),
        without: fields.texts("without", findings),
        to: fields.text("to", findings),
        through: fields.text("through", findings),
        closes: fields
            .get("closes", findings)
            .and_then(|value| day_of_month("closes", value, findings)),
        due: read_due("due", fields, findings),
        collector_due: read_due("collector_due", fields, findings),
        on_holiday: fields.word("on_holiday", &ON_HOLIDAY, findings),
        calendar: fields.text("calendar", findings),
        note: fields.text("note", findings),
    }
}

const ON_HOLIDAY: [(&str, OnHoliday); 3] = [
    ("keep", OnHoliday::Keep),
    ("next-working-day", OnHoliday::NextWorkingDay),
    ("previous-working-day", OnHoliday::PreviousWorkingDay),
];

/// The period that a code of a plan file stands for: `Q1`, `H`, `9M`, `M05`, `Y`.
#[must_use]
fn period_set(code: &str) -> Option<PeriodSet> {
    let numbered = |prefix: char, last: u32, part: fn(u32) -> PeriodPart| {
        let number: u32 = code.strip_prefix(prefix)?.parse().ok()?;
        (1..=last)
            .contains(&number)
            .then(|| PeriodSet::Part(part(number)))
    };
    match code {
        "M" => Some(PeriodSet::EveryMonth),
        "Q" => Some(PeriodSet::EveryQuarter),
        "H" => Some(PeriodSet::EveryHalf),
        "Y" => Some(PeriodSet::Part(PeriodPart::Year)),
        "9M" => Some(PeriodSet::Part(PeriodPart::NineMonths)),
        _ => numbered('M', 12, PeriodPart::Month)
            .or_else(|| numbered('Q', 4, PeriodPart::Quarter))
            .or_else(|| numbered('H', 2, PeriodPart::Half)),
    }
}

fn read_period_code(code: Located<String>, findings: &mut Findings) -> Option<Located<PeriodSet>> {
    let period = period_set(&code);
    if period.is_none() {
        let written = &code.value;
        findings.add(
            Diagnostic::error(
                "unknown-period",
                code.place.clone(),
                say! { vi: "không có kỳ báo cáo \"{written}\"", en: "there is no reporting period \"{written}\"" },
            )
            .advice(say! {
                vi: "dùng Q1–Q4, H1, H2, 9M, Y, M01–M12; Q, H, M là tất cả",
                en: "use Q1–Q4, H1, H2, 9M, Y, M01–M12; Q, H, M stand for all of them"
            }),
        );
    }
    period.map(|period| code.map(|_| period))
}

fn read_reporters(fields: &Fields, findings: &mut Findings) -> Reporters {
    let Some(value) = fields.get("reporters", findings) else {
        return Reporters::Unsaid;
    };
    match value.get_ref() {
        DeValue::Array(_) => Reporters::Named(fields.texts("reporters", findings)),
        _ => fields
            .word("reporters", &REPORTERS, findings)
            .map_or(Reporters::Unsaid, |word| match word.value {
                "lead" => Reporters::Lead,
                "executing" => Reporters::Executing,
                _ => Reporters::Both,
            }),
    }
}

const REPORTERS: [(&str, &str); 3] = [
    ("lead", "lead"),
    ("executing", "executing"),
    ("both", "both"),
];

fn read_due(key: &str, fields: &Fields, findings: &mut Findings) -> Vec<PeriodDue> {
    let Some(value) = fields.get(key, findings) else {
        return Vec::new();
    };
    let table = match value.get_ref() {
        DeValue::Table(table) if !table.contains_key("day") => table,
        _ => {
            return due_day(key, value, findings)
                .map(|due| PeriodDue { part: None, due })
                .into_iter()
                .collect();
        }
    };
    let mut dues = Vec::new();
    for (period, value) in table {
        let place = findings.place(period.span());
        let code = Located::new(period.get_ref().to_string(), place);
        let Some(set) = read_period_code(code, findings) else {
            continue;
        };
        if let Some(due) = due_day(key, value, findings) {
            dues.extend(set.parts().into_iter().map(|part| PeriodDue {
                part: Some(part),
                due: due.clone(),
            }));
        }
    }
    dues
}

fn due_day(
    key: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<DueDay>> {
    if let DeValue::Table(_) = value.get_ref() {
        let fields = open_table(key, value, &shapes::DUE, findings)?;
        let day = day_of_month("day", fields.get("day", findings)?, findings)?;
        let months = fields.integer("months_after", findings);
        let months_after = months.map_or(0, |months| u32::try_from(months.value).unwrap_or(0));
        return Some(day.map(|day| DueDay { day, months_after }));
    }
    let day = day_of_month(key, value, findings)?;
    Some(day.map(|day| DueDay {
        day,
        months_after: 0,
    }))
}

fn day_of_month(
    key: &str,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Located<DayOfMonth>> {
    let day = match value.get_ref() {
        DeValue::String(_) => match text(key, value, findings)?.as_str() {
            "last" => Some(DayOfMonth::Last),
            _ => None,
        },
        number => whole(number)
            .and_then(|day| u32::try_from(day).ok())
            .filter(|day| (1..=31).contains(day))
            .map(DayOfMonth::Day),
    };
    if day.is_none() {
        findings.wrong_type(
            key,
            value,
            say! { vi: "ngày từ 1 đến 31, hoặc \"last\"", en: "a day from 1 to 31, or \"last\"" },
        );
    }
    Some(Located::new(day?, findings.place(value.span())))
}
