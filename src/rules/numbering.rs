//! Printed numbers of siblings: 1, 2, 3; I, II, III; a, b, c.

use std::collections::HashMap;

use crate::model::{Plan, Task, printed_number};
use crate::source::{Located, Place};

/// A sibling: its id, its printed number and where that is written.
#[derive(Clone, Copy, Debug)]
pub(super) struct Sibling<'p> {
    /// The id.
    pub(super) id: &'p str,
    /// The number printed for it.
    pub(super) printed: &'p str,
    /// Where it is written.
    pub(super) place: &'p Place,
}

/// Two siblings that follow each other, with what their numbers count.
pub(super) struct Step<'p> {
    /// The one before.
    pub(super) before: Sibling<'p>,
    /// The one after.
    pub(super) after: Sibling<'p>,
    /// How far the number goes on: 1 where none is skipped.
    pub(super) by: i64,
}

/// Every step from one sibling to the next: sections in one place, tasks of a section,
/// parts of a task.
pub(super) fn steps(plan: &Plan) -> Vec<Step<'_>> {
    let mut steps = Vec::new();
    let mut families: Vec<Vec<Sibling>> = Vec::new();
    let mut of: HashMap<&str, usize> = HashMap::new();
    for section in &plan.sections {
        let within = section.within.as_ref().map_or("", |within| within.as_str());
        let at = *of.entry(within).or_insert_with(|| {
            families.push(Vec::new());
            families.len() - 1
        });
        families[at].push(sibling(&section.id, section.no.as_ref()));
    }
    for family in families {
        add_steps(&family, &mut steps);
    }
    for section in &plan.sections {
        add_steps(&siblings(&section.tasks), &mut steps);
        for task in &section.tasks {
            add_steps(&siblings(&task.parts), &mut steps);
        }
    }
    steps
}

fn siblings(tasks: &[Task]) -> Vec<Sibling<'_>> {
    tasks
        .iter()
        .map(|task| sibling(&task.id, task.no.as_ref()))
        .collect()
}

fn sibling<'p>(id: &'p Located<String>, no: Option<&'p Located<String>>) -> Sibling<'p> {
    Sibling {
        id,
        printed: printed_number(id, no),
        place: no.map_or(&id.place, |no| &no.place),
    }
}

fn add_steps<'p>(family: &[Sibling<'p>], steps: &mut Vec<Step<'p>>) {
    let Some(first) = family.first() else {
        return;
    };
    let count = counting_of(first.printed);
    for pair in family.windows(2) {
        let (before, after) = (pair[0], pair[1]);
        if let Some(by) = step(count, before.printed, after.printed) {
            steps.push(Step { before, after, by });
        }
    }
}

type Counting = fn(&str) -> Option<i64>;

/// How siblings are counted, by the first: "I" is a Roman one, "a" a letter.
fn counting_of(first: &str) -> &'static [Counting] {
    let first = bare(first);
    if first.bytes().all(|byte| byte.is_ascii_digit()) {
        &[arabic]
    } else if matches!(first, "a" | "A") {
        &[vietnamese_letter, latin_letter]
    } else {
        &[roman]
    }
}

fn step(count: &[Counting], before: &str, after: &str) -> Option<i64> {
    let steps = count
        .iter()
        .filter_map(|count| Some(count(bare(after))? - count(bare(before))?));
    // The alphabet that fits counts: some lists go from d to đ, some from d to e.
    steps.min_by_key(|by| (by - 1).abs())
}

/// "1." and "a)" are 1 and a; of "1.2" the last part counts.
fn bare(printed: &str) -> &str {
    let bare = printed.trim().trim_end_matches(['.', ')', '/', ' ']);
    bare.rsplit('.').next().unwrap_or(bare)
}

fn arabic(number: &str) -> Option<i64> {
    number.parse().ok()
}

fn roman(number: &str) -> Option<i64> {
    let values = number.chars().map(|letter| match letter {
        'I' | 'i' => Some(1),
        'V' | 'v' => Some(5),
        'X' | 'x' => Some(10),
        'L' | 'l' => Some(50),
        'C' | 'c' => Some(100),
        _ => None,
    });
    let values = values
        .collect::<Option<Vec<i64>>>()
        .filter(|values| !values.is_empty())?;
    let sum = values
        .iter()
        .enumerate()
        .map(|(at, value)| match values.get(at + 1) {
            Some(next) if next > value => -value,
            _ => *value,
        });
    Some(sum.sum())
}

/// The letters of Vietnamese lists.
const VIETNAMESE: &str = "abcdđeghiklmnopqrstuvxy";
const LATIN: &str = "abcdefghijklmnopqrstuvwxyz";

fn vietnamese_letter(number: &str) -> Option<i64> {
    place_in(VIETNAMESE, number)
}

fn latin_letter(number: &str) -> Option<i64> {
    place_in(LATIN, number)
}

fn place_in(alphabet: &str, number: &str) -> Option<i64> {
    let number = number.to_lowercase();
    let mut letters = number.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return None;
    };
    let at = alphabet.chars().position(|known| known == letter)?;
    i64::try_from(at).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn by(before: &str, after: &str, first: &str) -> Option<i64> {
        step(counting_of(first), before, after)
    }

    #[test]
    fn numbers_go_on_in_the_way_of_the_first() {
        assert_eq!(by("3", "4", "1"), Some(1));
        assert_eq!(by("9", "11", "1"), Some(2));
        assert_eq!(by("II", "IV", "I"), Some(2));
        assert_eq!(by("IV", "V", "I"), Some(1));
        assert_eq!(by("d", "đ", "a"), Some(1));
        assert_eq!(by("d", "e", "a"), Some(1));
        assert_eq!(by("C", "D", "A"), Some(1));
        assert_eq!(by("b)", "e)", "a)"), Some(3));
        assert_eq!(by("1.1", "1.3", "1.1"), Some(2));
        assert_eq!(by("ke-hoach", "bao-cao", "ke-hoach"), None);
    }
}
