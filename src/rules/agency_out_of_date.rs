//! An agency, a level or a province that had ended when the plan began.

use chrono::NaiveDate;

use super::{Check, Rule, Subject};
use crate::catalog::provinces::province_named_at_end;
use crate::catalog::successions::{Succession, ended_agency, ended_level};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{AgencyLevel, Plan, StandsFor};
use crate::say;
use crate::source::Located;
use crate::words::say_date;

pub(super) static RULE: Rule = Rule {
    name: "agency-out-of-date",
    severity: Severity::Warning,
    summary: (
        "đơn vị, cấp hành chính hoặc tỉnh không còn khi kế hoạch bắt đầu",
        "an agency, a level or a province that had ended when the plan began",
    ),
    page: include_str!("agency_out_of_date.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let plan = subject.plan;
    let Some(day) = first_day(plan) else {
        return;
    };
    for agency in &plan.agencies {
        let by_level = match agency.stands_for {
            StandsFor::Every { level, .. } => ended_level(level, day),
            StandsFor::Itself | StandsFor::Members(_) | StandsFor::Open => None,
        };
        if let Some(ended) = by_level.or_else(|| ended_agency(&agency.name, day)) {
            found.push(finding(&agency.name, ended));
        }
    }
    if let Some(registry) = &plan.registry
        && let Some(ended) = AgencyLevel::ALL
            .into_iter()
            .filter(|level| plan.localities.iter().any(|place| place.level == *level))
            .find_map(|level| ended_level(level, day))
    {
        found.push(finding(registry, ended));
    }
    if let Some(issuer) = &plan.head.issuer {
        found.extend(merged_province(issuer, day));
    }
}

/// The day on which the plan begins: that of its issue, but not before its first year.
pub(super) fn first_day(plan: &Plan) -> Option<NaiveDate> {
    let year = NaiveDate::from_ymd_opt(plan.head.years.from, 1, 1)?;
    let issued = plan.head.issued.as_ref().map(|issued| issued.value);
    Some(issued.map_or(year, |issued| issued.max(year)))
}

fn finding(place: &Located<String>, ended: &Succession) -> Diagnostic {
    let (name, last) = (&ended.name, say_date(ended.last_day));
    let (vi, en) = (&last.vi, &last.en);
    let told = RULE.finds(
        &place.place,
        say! {
            vi: "{name} chỉ có đến {vi}, trước khi kế hoạch bắt đầu",
            en: "{name} ended on {en}, before the plan began"
        },
    );
    let Text { vi, en } = &ended.successor;
    told.advice(say! { vi: "nay là {vi}", en: "it is now {en}" })
}

fn merged_province(issuer: &Located<String>, day: NaiveDate) -> Option<Diagnostic> {
    const LAST_OF_63: (i32, u32, u32) = (2025, 6, 30);
    let (year, month, last) = LAST_OF_63;
    let last = NaiveDate::from_ymd_opt(year, month, last)?;
    if province_named_at_end(issuer, day).is_some() {
        return None;
    }
    let old = province_named_at_end(issuer, last).filter(|old| !old.is_on(day))?;
    let (name, into) = (old.name, old.successor()?.name);
    let last = say_date(old.to?);
    let (vi, en) = (&last.vi, &last.en);
    let told = RULE.finds(
        &issuer.place,
        say! {
            vi: "{name} chỉ có đến {vi}, trước khi kế hoạch bắt đầu",
            en: "{name} ended on {en}, before the plan began"
        },
    );
    Some(told.advice(say! { vi: "nay thuộc {into}", en: "it is part of {into} now" }))
}
