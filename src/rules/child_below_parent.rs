//! A target that asks less than the same target of the plan above.

use super::{Check, Rule};
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Text;
use crate::model::{Bound, BoundKind, Comparison, Level, Target, Task};
use crate::progress::family::Family;
use crate::say;
use crate::spelling::bare;
use crate::words::say_number;

pub(super) static RULE: Rule = Rule {
    name: "child-below-parent",
    severity: Severity::Warning,
    summary: (
        "chỉ tiêu thấp hơn chỉ tiêu của kế hoạch cấp trên",
        "a target that asks less than in the plan above",
    ),
    page: include_str!("child_below_parent.md"),
    check: Check::Family(check),
};

fn check(family: &Family, at: usize, found: &mut Vec<Diagnostic>) {
    let Some(answer) = family.answer(at) else {
        return;
    };
    for (theirs, own) in &answer.pairs {
        let (Some(above), Some(asked)) = (Asked::of(theirs), Asked::of(own)) else {
            continue;
        };
        if !asked.is_below(&above) {
            continue;
        }
        let id = &own.id;
        let (low, high) = (say_number(asked.level.value), say_number(above.level.value));
        let unit = &asked.level.unit;
        let message = Text {
            vi: format!(
                "chỉ tiêu của `{id}` là {} {unit}, kế hoạch cấp trên yêu cầu {} {unit}",
                low.vi, high.vi
            ),
            en: format!(
                "the target of `{id}` is {} {unit}, while the plan above asks for {} {unit}",
                low.en, high.en
            ),
        };
        let finding = RULE.finds(&asked.words.place, message).about(id.as_str());
        let there = above.words.place.clone();
        found.push(finding.other(there, say! { vi: "cấp trên yêu cầu", en: "asked there" }));
    }
}

/// The one level that a task's one target asks for.
struct Asked<'p> {
    words: &'p crate::source::Located<String>,
    target: &'p Target,
    bound: &'p Bound,
    level: &'p Level,
}

impl<'p> Asked<'p> {
    fn of(task: &'p Task) -> Option<Self> {
        let [target] = &task.targets[..] else {
            return None;
        };
        let [bound] = &target.bounds[..] else {
            return None;
        };
        let BoundKind::Level(level) = &bound.kind else {
            return None;
        };
        let words = target.words.as_ref()?;
        target.unread.is_empty().then_some(Self {
            words,
            target,
            bound,
            level,
        })
    }

    /// Whether it asks less of the same thing, for certain.
    fn is_below(&self, above: &Self) -> bool {
        let upward = |level: &Level| {
            matches!(level.comparison, Comparison::AtLeast | Comparison::MoreThan)
        };
        let downward = |level: &Level| {
            matches!(level.comparison, Comparison::AtMost | Comparison::LessThan)
        };
        let is_same = self.target.measure == above.target.measure
            && self.bound.by == above.bound.by
            && self.level.unit == above.level.unit
            && self.level.out_of == above.level.out_of
            && measured(self.words) == measured(above.words);
        let less = self.level.value < above.level.value;
        let more = self.level.value > above.level.value;
        is_same
            && (upward(self.level) && upward(above.level) && less
                || downward(self.level) && downward(above.level) && more)
    }
}

/// What is measured: the words without their figures and what compares them.
fn measured(words: &str) -> String {
    let words = bare(words);
    let is_said = |word: &&str| {
        !word.bytes().any(|byte| byte.is_ascii_digit()) && !COMPARING.contains(word)
    };
    words.split(' ').filter(is_said).collect::<Vec<_>>().join(" ")
}

/// The syllables of "tối thiểu", "ít nhất", "trên", "từ … trở lên", "đạt".
const COMPARING: [&str; 9] = [
    "toi", "thieu", "it", "nhat", "tren", "tu", "tro", "len", "dat",
];
