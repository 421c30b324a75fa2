//! Two reporting periods overlap and neither lies within the other.

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::progress::Window;
use crate::say;
use crate::words::say_period;

pub(super) static RULE: Rule = Rule {
    name: "overlapping-periods",
    severity: Severity::Warning,
    summary: (
        "hai kỳ báo cáo chồng lên nhau một phần",
        "two reporting periods that overlap in part",
    ),
    page: include_str!("overlapping_periods.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let Some(reporting) = &subject.plan.reporting else {
        return;
    };
    let periods = &subject.timetable().periods;
    let year = subject.plan.head.years.from;
    let of_year = || periods.iter().filter(move |timed| timed.period.year == year);
    for (at, one) in of_year().enumerate() {
        for other in of_year().skip(at + 1) {
            if !overlap_in_part(one.window, other.window) {
                continue;
            }
            let part = other.period.part;
            let mut named = reporting.periods.iter();
            let named = named.find(|set| set.value.parts().contains(&part));
            let regime = reporting.regime.as_ref().map(|regime| &regime.place);
            let Some(place) = named.map(|set| &set.place).or(regime) else {
                continue;
            };
            let (one, other) = (say_period(one.period), say_period(other.period));
            let ([vi, en], [other_vi, other_en]) = ([one.vi, one.en], [other.vi, other.en]);
            found.push(
                RULE.finds(
                    place,
                    say! {
                        vi: "{other_vi} chồng một phần lên {vi}",
                        en: "{other_en} overlaps {en} in part"
                    },
                )
                .advice(say! {
                    vi: "chọn các kỳ tách rời hoặc nằm trọn trong nhau: Q1, H1, 9M, Y hoặc H1, H2",
                    en: "choose periods apart from, or within, each other: Q1, H1, 9M, Y or H1, H2"
                }),
            );
        }
    }
}

/// Whether they share days and each has some that the other has not.
fn overlap_in_part(one: Window, other: Window) -> bool {
    let is_within = |inner: Window, outer: Window| {
        outer.start <= inner.start && inner.last_day <= outer.last_day
    };
    let part = one.last_day < other.start || other.last_day < one.start;
    !part && !is_within(one, other) && !is_within(other, one)
}
