//! The rules: what papi tells of a plan and of what was reported. One rule, one file
//! with what it does and one page (`.md`) with why, a bad and a good example; both
//! are named in the list below and nowhere else.

use std::path::Path;

use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Lang, Text};
use crate::model::changes::PlanChange;
use crate::progress::Progress;
use crate::progress::family::Family;
use crate::source::Place;

mod advice;
mod debts;
mod exceptions;
mod numbering;
mod office;
mod reporting_days;
mod subject;
mod verdicts;

pub use exceptions::{Excepted, apply_exceptions};
pub use office::{apply_policy, check_policy};
pub use subject::Subject;

/// A rule: its name, what it says and how it finds it.
#[derive(Debug)]
pub struct Rule {
    /// The name, by which it is excepted and explained.
    pub name: &'static str,
    /// How grave its findings are unless configured otherwise.
    pub severity: Severity,
    /// What it tells, in a line: Vietnamese and English.
    pub summary: (&'static str, &'static str),
    /// Its page: Vietnamese first, then English.
    pub page: &'static str,
    /// How it finds what it tells.
    pub check: Check,
}

/// How a rule finds what it tells.
#[derive(Debug)]
pub enum Check {
    /// The readers find it while they read the plan and what belongs to it.
    Reading,
    /// The readers find it while they read results or published scores.
    Results,
    /// From the plan alone, without a clock.
    Plan(fn(&Subject, &mut Vec<Diagnostic>)),
    /// From what the plan and its results come to on a day.
    Progress(fn(&Progress, &mut Vec<Diagnostic>)),
    /// From what an edit changes in the plan.
    Changes(fn(&[PlanChange], &mut Vec<Diagnostic>)),
    /// From plans that answer each other, of the one with that index.
    Family(fn(&Family, usize, &mut Vec<Diagnostic>)),
    /// From the exceptions, after every other rule.
    Exceptions,
}

/// Declares the modules of the rules and their list.
macro_rules! rules {
    ($($rule:ident),* $(,)?) => {
        $(mod $rule;)*
        /// Every rule, in alphabetical order.
        pub static RULES: &[&Rule] = &[$(&$rule::RULE),*];
    };
}

rules! {
    agency_out_of_date,
    bad_calendar,
    bad_cell,
    bad_registry,
    calendar_not_covering,
    child_below_parent,
    child_due_later,
    closes_after_due,
    contradictory_reporting,
    contradictory_words,
    corrected_result,
    cyclic_group,
    cyclic_section,
    decomposed_text,
    dimension_not_in_edition,
    disagreeing_figures,
    due_before_issue,
    duplicate_agency,
    duplicate_id,
    duplicate_key,
    duplicate_result,
    duplicate_score,
    empty_file,
    empty_report,
    empty_text,
    exception_without_reason,
    excluded_reporters,
    expired_exception,
    future_score,
    group_in_itself,
    half_ratio,
    late_collector,
    late_report,
    late_task,
    lead_also_executes,
    missing_column,
    missing_key,
    missing_lead,
    missing_number,
    missing_registry,
    missing_reporters,
    missing_score,
    missing_target,
    no_results,
    no_tasks,
    numerator_above_denominator,
    other_encoding,
    overdue_report,
    overdue_task,
    overlapping_periods,
    rank_above_ranked,
    repeated_number,
    repeated_result,
    result_in_future,
    results_outside,
    score_out_of_range,
    score_sum_differs,
    several_targets,
    shortened_day,
    similar_agency,
    skipped_number,
    stray_row,
    target_behind,
    target_missed,
    target_without_data,
    term_out_of_date,
    toml_syntax,
    too_many_provinces,
    unanswered_task,
    undated_report,
    unknown_agency,
    unknown_column,
    unknown_dimension,
    unknown_item,
    unknown_key,
    unknown_period,
    unknown_plan,
    unknown_province,
    unknown_regime,
    unknown_rule,
    unknown_section,
    unlisted_survey_year,
    unread_edition,
    unread_schedule,
    unread_score,
    unread_target,
    unreadable_file,
    unsurveyed_province,
    unused_agency,
    unused_exception,
    weakened_target,
    wrong_type,
    wrong_value,
}

impl Rule {
    /// What it tells, in a line.
    pub fn summary_in(&self, lang: Lang) -> &'static str {
        match lang {
            Lang::Vi => self.summary.0,
            Lang::En => self.summary.1,
        }
    }

    /// The half of its page in `lang`.
    pub fn page_in(&self, lang: Lang) -> &'static str {
        let (vi, en) = self
            .page
            .split_once(ENGLISH_HALF)
            .unwrap_or((self.page, self.page));
        match lang {
            Lang::Vi => vi.trim(),
            Lang::En => en.trim(),
        }
    }

    /// A finding of this rule.
    fn finds(&self, place: &Place, message: Text) -> Diagnostic {
        Diagnostic::new(self.name, self.severity, place.clone(), message)
    }
}

/// The line of a page that parts its Vietnamese from its English.
const ENGLISH_HALF: &str = "\n---\n";

/// Whether a rule can only find something on a day.
pub fn needs_a_day(name: &str) -> bool {
    rule(name).is_some_and(|rule| matches!(rule.check, Check::Progress(_)))
}

/// Whether a rule can only find something in an edit.
pub fn needs_an_edit(name: &str) -> bool {
    rule(name).is_some_and(|rule| matches!(rule.check, Check::Changes(_)))
}

/// The rule of that name.
pub fn rule(name: &str) -> Option<&'static Rule> {
    RULES.iter().copied().find(|rule| rule.name == name)
}

/// What the rules find in the plan alone.
pub fn check_plan(subject: &Subject) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Plan(check) = rule.check {
            check(subject, &mut found);
        }
    }
    found
}

/// What the rules find in what an edit changes.
pub fn check_changes(changes: &[PlanChange]) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Changes(check) = rule.check {
            check(changes, &mut found);
        }
    }
    found
}

/// What the rules find in the plan at `path` beside the others of its family.
pub fn check_family(family: &Family, path: &Path) -> Vec<Diagnostic> {
    let mut members = family.members().iter();
    let Some(at) = members.position(|member| member.path == path) else {
        return Vec::new();
    };
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Family(check) = rule.check {
            check(family, at, &mut found);
        }
    }
    found
}

/// What the rules find in what the plan and its results come to on a day.
pub fn check_progress(progress: &Progress) -> Vec<Diagnostic> {
    let mut found = Vec::new();
    for rule in RULES {
        if let Check::Progress(check) = rule.check {
            check(progress, &mut found);
        }
    }
    found
}
