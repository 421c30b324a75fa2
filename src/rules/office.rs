//! What an office lays down for all its plans, applied to what was found; and what is
//! wrong with that itself.

use chrono::NaiveDate;

use super::{
    Check, Excepted, exception_without_reason, expired_exception, rule, unknown_rule, wrong_value,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::Plan;
use crate::policy::{Policy, RuleSetting};
use crate::say;
use crate::words::say_date;

/// Applies the policy of an office to what stands of a plan's findings after its own
/// exceptions: rules that do not hold for so old a plan and exceptions over many plans
/// set aside, each with its reason; the rest is as grave as the office says. `day` is
/// the day on which exceptions may have ended; without one none has.
#[must_use]
pub fn apply_policy(
    policy: &Policy,
    plan: &Plan,
    parted: Excepted,
    day: Option<NaiveDate>,
) -> Excepted {
    let issued = plan.head.issued.as_ref().map(|day| day.value);
    let Excepted {
        standing,
        mut set_aside,
    } = parted;
    let mut still = Vec::with_capacity(standing.len());
    for mut finding in standing {
        let setting = policy.of_rule(finding.rule);
        let reason = setting
            .and_then(|setting| too_old(setting, issued))
            .or_else(|| excepted(policy, plan, &finding, day));
        if let Some(reason) = reason {
            set_aside.push((finding, reason));
            continue;
        }
        if let Some(severity) = setting.and_then(|setting| setting.severity.as_ref()) {
            finding.severity = severity.value;
        }
        still.push(finding);
    }
    Excepted {
        standing: still,
        set_aside,
    }
}

/// What is wrong with the policy itself. `day` is the day on which exceptions may have
/// ended; without one none has.
#[must_use]
pub fn check_policy(policy: &Policy, day: Option<NaiveDate>) -> Vec<Diagnostic> {
    let names = unknown_rule::names();
    let mut found = Vec::new();
    for setting in &policy.rules {
        match rule(&setting.rule) {
            None => found.push(unknown_rule::finding(&setting.rule, &names)),
            Some(known) if matches!(known.check, Check::Reading | Check::Exceptions) => {
                found.extend(of_reading(setting, known.severity));
            }
            Some(_) => {}
        }
    }
    for shared in &policy.exceptions {
        let exception = &shared.exception;
        let is_blank = |reason: &str| reason.trim().is_empty();
        found.extend(match rule(&exception.rule) {
            None => Some(unknown_rule::finding(&exception.rule, &names)),
            // One that is not there was told when the table was read.
            Some(_) if exception.reason.as_ref().is_some_and(|why| is_blank(why)) => {
                Some(exception_without_reason::finding(exception))
            }
            Some(_) => exception
                .until
                .as_ref()
                .filter(|until| day.is_some_and(|day| until.value < day))
                .map(|_| expired_exception::finding(exception)),
        });
    }
    found
}

/// What cannot be read is not told less loudly: it would be read wrongly in silence.
fn of_reading(setting: &RuleSetting, own: Severity) -> Option<Diagnostic> {
    let rule = &setting.rule;
    let lowered = setting
        .severity
        .as_ref()
        .filter(|severity| severity.value < own);
    let place = match (lowered, &setting.issued_from) {
        (Some(severity), _) => &severity.place,
        (None, Some(day)) => &day.place,
        (None, None) => return None,
    };
    Some(
        wrong_value::RULE
            .finds(
                place,
                say! {
                    vi: "`{rule}` được báo khi đọc tệp, không hạ mức hay bỏ qua được",
                    en: "`{rule}` is told by the reading of a file and cannot be lowered or passed over"
                },
            )
            .advice(say! {
                vi: "sửa tệp kế hoạch, hoặc ghi ngoại lệ kèm lý do",
                en: "mend the plan, or write an exception with its reason"
            }),
    )
}

/// Why a rule does not hold for a plan of that day of issue, where it does not.
fn too_old(setting: &RuleSetting, issued: Option<NaiveDate>) -> Option<String> {
    let from = setting.issued_from.as_ref()?.value;
    (issued? < from).then(|| {
        let Text { vi, .. } = say_date(from);
        format!("áp dụng cho kế hoạch ban hành từ ngày {vi}")
    })
}

fn excepted(
    policy: &Policy,
    plan: &Plan,
    finding: &Diagnostic,
    day: Option<NaiveDate>,
) -> Option<String> {
    policy.exceptions.iter().find_map(|shared| {
        let exception = &shared.exception;
        let reason = exception.reason.as_ref()?;
        let is_over =
            matches!((&exception.until, day), (Some(until), Some(day)) if until.value < day);
        (*exception.rule == finding.rule
            && !is_over
            && !reason.trim().is_empty()
            && shared.holds_in(&plan.head.id)
            && shared.holds_for(finding.subject.as_deref()))
        .then(|| reason.value.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Exception;
    use crate::policy::SharedException;
    use crate::progress::fixtures::{at, day, lao_cai, words};
    use crate::source::Place;

    fn finding() -> Diagnostic {
        let message = say! { vi: "nhiệm vụ không có chỉ tiêu", en: "this task has no target" };
        Diagnostic::warning("missing-target", Place::file("plan.toml"), message).about("II.1")
    }

    fn standing(policy: &Policy, day: Option<NaiveDate>) -> Vec<Severity> {
        let parted = Excepted {
            standing: vec![finding()],
            set_aside: Vec::new(),
        };
        let parted = apply_policy(policy, &lao_cai(), parted, day);
        assert_eq!(parted.standing.len() + parted.set_aside.len(), 1);
        parted.standing.iter().map(|found| found.severity).collect()
    }

    fn setting(severity: Option<Severity>, from: Option<NaiveDate>) -> Policy {
        Policy {
            rules: vec![RuleSetting {
                rule: words("missing-target"),
                severity: severity.map(|severity| words("").map(|_| severity)),
                issued_from: from.map(at),
            }],
            exceptions: Vec::new(),
        }
    }

    fn shared(plans: &[&str], items: &[&str], until: Option<NaiveDate>) -> Policy {
        Policy {
            rules: Vec::new(),
            exceptions: vec![SharedException {
                exception: Exception {
                    rule: words("missing-target"),
                    reason: Some(words("Chờ hướng dẫn")),
                    until: until.map(at),
                },
                plans: plans.iter().map(|id| words(id)).collect(),
                items: items.iter().map(|id| words(id)).collect(),
            }],
        }
    }

    #[test]
    fn a_rule_is_as_grave_as_the_office_says() {
        let policy = setting(Some(Severity::Error), None);
        assert_eq!(standing(&policy, None), [Severity::Error]);
        assert_eq!(standing(&Policy::default(), None), [Severity::Warning]);
    }

    #[test]
    fn a_rule_holds_for_plans_issued_on_its_day_and_after_it() {
        // The plan of Lào Cai was issued on 30/3/2021.
        let on = |from| standing(&setting(None, Some(from)), None).len();
        assert_eq!((on(day(2021, 3, 30)), on(day(2021, 3, 31))), (1, 0));
    }

    #[test]
    fn a_shared_exception_holds_in_its_plans_for_its_items_until_its_day() {
        let of = |plans: &[&str], items: &[&str]| standing(&shared(plans, items, None), None).len();
        assert_eq!(of(&[], &[]), 0);
        assert_eq!(of(&["lao-cai-2021"], &["II.1"]), 0);
        assert_eq!((of(&["khac"], &[]), of(&[], &["II.2"])), (1, 1));
        let policy = shared(&[], &[], Some(day(2021, 6, 30)));
        let on = |day| standing(&policy, Some(day)).len();
        assert_eq!((on(day(2021, 6, 30)), on(day(2021, 7, 1))), (0, 1));
        let told = check_policy(&policy, Some(day(2021, 7, 1)));
        assert_eq!(told[0].rule, "expired-exception");
        assert!(check_policy(&policy, None).is_empty());
    }

    #[test]
    fn what_the_reading_of_a_file_tells_is_not_lowered() {
        let mut policy = setting(Some(Severity::Note), None);
        policy.rules[0].rule = words("unknown-key");
        assert_eq!(check_policy(&policy, None).len(), 1);
        policy.rules[0].rule = words("unknwon-key");
        assert_eq!(check_policy(&policy, None)[0].rule, "unknown-rule");
    }
}
