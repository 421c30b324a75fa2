//! Exceptions: findings that a plan sets aside with a reason, and what is wrong with
//! the exceptions themselves.

use std::collections::HashMap;

use chrono::NaiveDate;

use super::{
    Check, Rule, exception_without_reason, expired_exception, rule, unknown_rule, unused_exception,
};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Exception, Plan, Target, Task};

/// Findings parted by the exceptions of the plan.
#[derive(Debug, Default)]
pub struct Excepted {
    /// What stands.
    pub standing: Vec<Diagnostic>,
    /// What was set aside, each with its reason.
    pub set_aside: Vec<(Diagnostic, String)>,
}

/// Parts `findings` by the exceptions of `plan`, and adds what is wrong with those.
/// `day` is the day on which exceptions may have ended; without one none has. Only
/// rules in `scope` can leave an exception unused.
pub fn apply_exceptions(
    plan: &Plan,
    findings: Vec<Diagnostic>,
    day: Option<NaiveDate>,
    scope: impl Fn(&str) -> bool,
) -> Excepted {
    let scopes = Scopes::of(plan);
    // Of what could not be read nothing is found, and exceptions wait for it.
    let is_torn = findings.iter().any(|finding| is_of_reading(finding, plan));
    let mut used = vec![false; scopes.all.len()];
    let mut parted = Excepted::default();
    for finding in findings {
        let holding = scopes
            .of_finding(&finding)
            .into_iter()
            .find(|at| scopes.all[*at].1 && !is_over(scopes.all[*at].0, day));
        match holding {
            Some(at) => {
                used[at] = true;
                let reason = scopes.all[at].0.reason.as_ref();
                let reason = reason.map_or_else(String::new, |reason| reason.value.clone());
                parted.set_aside.push((finding, reason));
            }
            None => parted.standing.push(finding),
        }
    }
    let names = unknown_rule::names();
    for ((exception, has_reason), used) in scopes.all.into_iter().zip(used) {
        let found = match rule(&exception.rule) {
            None => Some(unknown_rule::finding(&exception.rule, &names)),
            Some(_) if !has_reason => Some(exception_without_reason::finding(exception)),
            Some(_) if is_over(exception, day) => Some(expired_exception::finding(exception)),
            Some(known)
                if !used && !is_torn && scope(known.name) && !may_still_come(known, plan, day) =>
            {
                Some(unused_exception::finding(exception))
            }
            Some(_) => None,
        };
        parted.standing.extend(found);
    }
    parted
}

/// Whether what a rule tells comes of other plans, or of results while the plan's time
/// still runs.
fn may_still_come(rule: &Rule, plan: &Plan, day: Option<NaiveDate>) -> bool {
    // The other plans may not be in the call.
    matches!(rule.check, Check::Family(_))
        || matches!(rule.check, Check::Results | Check::Progress(_))
            && day.is_none_or(|day| day <= plan.head.years.last_day())
}

/// Whether it is an error that reading the plan's file found.
fn is_of_reading(finding: &Diagnostic, plan: &Plan) -> bool {
    finding.severity == Severity::Error
        && finding.place.path() == plan.head.begins().path()
        && rule(finding.rule).is_some_and(|rule| matches!(rule.check, Check::Reading))
}

fn is_over(exception: &Exception, day: Option<NaiveDate>) -> bool {
    matches!((&exception.until, day), (Some(until), Some(day)) if until.value < day)
}

/// The exceptions of a plan, each with whether it has a reason, and where they hold.
#[derive(Default)]
struct Scopes<'p> {
    all: Vec<(&'p Exception, bool)>,
    /// By rule and item, the narrowest first.
    by_item: HashMap<(&'p str, &'p str), Vec<usize>>,
    /// By rule, for the whole plan.
    by_rule: HashMap<&'p str, Vec<usize>>,
}

impl<'p> Scopes<'p> {
    fn of(plan: &'p Plan) -> Self {
        let mut scopes = Self::default();
        for objective in &plan.objectives {
            scopes.add_targets(&objective.targets);
            let ids = with_targets(&objective.id, &objective.targets);
            scopes.add(&objective.exceptions, &ids);
        }
        for task in plan.all_work() {
            scopes.add_targets(&task.targets);
            scopes.add(&task.exceptions, &ids_of(task));
        }
        for section in &plan.sections {
            let mut ids = vec![section.id.as_str()];
            ids.extend(section.tasks.iter().flat_map(ids_of));
            scopes.add(&section.exceptions, &ids);
        }
        for exception in plan.head.exceptions.iter().chain(&plan.exceptions) {
            let at = scopes.keep(exception);
            scopes.by_rule.entry(&exception.rule).or_default().push(at);
        }
        scopes
    }

    fn add_targets(&mut self, targets: &'p [Target]) {
        for target in targets {
            self.add(&target.exceptions, &[&target.id]);
        }
    }

    fn add(&mut self, exceptions: &'p [Exception], items: &[&'p str]) {
        for exception in exceptions {
            let at = self.keep(exception);
            for item in items {
                let key = (exception.rule.value.as_str(), *item);
                self.by_item.entry(key).or_default().push(at);
            }
        }
    }

    fn keep(&mut self, exception: &'p Exception) -> usize {
        let reason = exception.reason.as_ref();
        let has_reason = reason.is_some_and(|reason| !reason.trim().is_empty());
        self.all.push((exception, has_reason));
        self.all.len() - 1
    }

    /// Those that may hold for a finding, the narrowest first.
    fn of_finding(&self, finding: &Diagnostic) -> Vec<usize> {
        let of_item = finding
            .subject
            .as_deref()
            .and_then(|subject| self.by_item.get(&(finding.rule, subject)));
        let of_plan = self.by_rule.get(finding.rule);
        of_item
            .into_iter()
            .chain(of_plan)
            .flatten()
            .copied()
            .collect()
    }
}

fn with_targets<'p>(id: &'p str, targets: &'p [Target]) -> Vec<&'p str> {
    let targets = targets.iter().map(|target| target.id.value.as_str());
    std::iter::once(id).chain(targets).collect()
}

fn ids_of(task: &Task) -> Vec<&str> {
    let mut ids = with_targets(&task.id, &task.targets);
    ids.extend(task.parts.iter().flat_map(ids_of));
    ids
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::TaskKind;
    use crate::progress::fixtures::{at, day, lao_cai, section, task, who, words};
    use crate::say;
    use crate::source::Place;

    fn exception(rule: &str, until: Option<NaiveDate>) -> Exception {
        Exception {
            rule: words(rule),
            reason: Some(words("Ô chỉ tiêu để trống")),
            until: until.map(at),
        }
    }

    fn plan(of_task: Vec<Exception>, of_section: Vec<Exception>) -> Plan {
        let mut plan = lao_cai();
        let mut one = task(TaskKind::Task, "II.1", who(&["so-noi-vu"], &[]));
        one.exceptions = of_task;
        let two = task(TaskKind::Task, "II.2", who(&["so-noi-vu"], &[]));
        plan.sections = vec![section("II", vec![one, two])];
        plan.sections[0].exceptions = of_section;
        plan
    }

    fn finding(id: &str) -> Diagnostic {
        let message = say! { vi: "nhiệm vụ không có chỉ tiêu", en: "this task has no target" };
        Diagnostic::warning("missing-target", Place::file("plan.toml"), message).about(id)
    }

    fn standing(plan: &Plan, day: Option<NaiveDate>) -> Vec<(&'static str, Option<String>)> {
        let found = vec![finding("II.1"), finding("II.2")];
        let parted = apply_exceptions(plan, found, day, |_| true);
        let standing = parted.standing.into_iter();
        standing
            .map(|finding| (finding.rule, finding.subject))
            .collect()
    }

    #[test]
    fn an_exception_holds_for_its_task_and_one_of_a_section_for_all_of_them() {
        let of_task = plan(vec![exception("missing-target", None)], Vec::new());
        assert_eq!(
            standing(&of_task, None),
            [("missing-target", Some("II.2".to_owned()))]
        );
        let of_section = plan(Vec::new(), vec![exception("missing-target", None)]);
        assert_eq!(standing(&of_section, None), []);
    }

    #[test]
    fn an_exception_from_what_results_may_bring_is_not_unused_before_the_end_of_the_plan() {
        let plan = plan(Vec::new(), vec![exception("target-missed", None)]);
        let on = |day| {
            apply_exceptions(&plan, Vec::new(), Some(day), |_| true)
                .standing
                .len()
        };
        assert_eq!(on(day(2021, 12, 31)), 0);
        assert_eq!(on(day(2022, 1, 1)), 1);
    }

    #[test]
    fn an_exception_of_the_task_is_used_before_that_of_the_section() {
        let both = plan(
            vec![exception("missing-target", None)],
            vec![exception("missing-target", None)],
        );
        assert_eq!(standing(&both, None), []);
    }

    #[test]
    fn an_exception_holds_on_its_last_day_and_not_after_it() {
        let plan = plan(
            Vec::new(),
            vec![exception("missing-target", Some(day(2021, 6, 30)))],
        );
        assert_eq!(standing(&plan, None), []);
        assert_eq!(standing(&plan, Some(day(2021, 6, 30))), []);
        let after: Vec<_> = standing(&plan, Some(day(2021, 7, 1)))
            .into_iter()
            .map(|(rule, _)| rule)
            .collect();
        assert_eq!(
            after,
            ["missing-target", "missing-target", "expired-exception"]
        );
    }
}
