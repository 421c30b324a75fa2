//! Two agencies of `[agencies]` whose names are the same but for spelling.

use std::collections::HashMap;

use super::{Check, Rule, Subject};
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{Agency, StandsFor};
use crate::progress::{Directory, spelling_key};
use crate::say;
use crate::source::Located;

pub(super) static RULE: Rule = Rule {
    name: "similar-agency",
    severity: Severity::Warning,
    summary: (
        "hai đơn vị có tên gần như nhau, có thể là hai cách viết của một đơn vị",
        "two agencies with nearly the same name, perhaps two spellings of one",
    ),
    page: include_str!("similar_agency.md"),
    check: Check::Plan(check),
};

fn check(subject: &Subject, found: &mut Vec<Diagnostic>) {
    let agencies = &subject.plan.agencies;
    let mut same: HashMap<String, (usize, &Located<String>)> = HashMap::new();
    let mut near: HashMap<String, (usize, &Located<String>)> = HashMap::new();
    for (at, agency) in agencies.iter().enumerate() {
        let mut other = None;
        for name in std::iter::once(&agency.name).chain(&agency.also) {
            let key = spelling_key(name);
            if key.is_empty() {
                continue;
            }
            let slips = slips_of(&key);
            let met = same.get(&key).or_else(|| {
                let met = slips.iter().filter_map(|slip| near.get(slip));
                met.into_iter()
                    .find(|(_, known)| is_one_slip(&key, &spelling_key(known)))
            });
            if let Some((first, known)) = met.filter(|(first, _)| *first != at) {
                other = other.or(Some((name, *first, *known)));
            }
            same.entry(key).or_insert((at, name));
            for slip in slips {
                near.entry(slip).or_insert((at, name));
            }
        }
        if let Some((name, first, known)) = other
            && !are_one_name_twice(agency, &agencies[first])
            && !are_two_localities(subject.directory, name, known)
        {
            found.push(finding(agency, name, &agencies[first], known));
        }
    }
}

fn finding(
    agency: &Agency,
    name: &Located<String>,
    other: &Agency,
    known: &Located<String>,
) -> Diagnostic {
    let (id, other) = (&agency.id, &other.id);
    RULE.finds(
        &name.place,
        say! {
            vi: "`{id}` và `{other}` có tên gần như nhau: \"{name}\", \"{known}\"",
            en: "`{id}` and `{other}` have nearly the same name: \"{name}\", \"{known}\""
        },
    )
    .other(
        known.place.clone(),
        say! { vi: "tên của `{other}`", en: "the name of `{other}`" },
    )
    .advice(say! {
        vi: "nếu là một đơn vị, giữ một mã và ghi cách viết kia vào `also`",
        en: "if they are one, keep one id and put the other spelling into `also`"
    })
}

/// That is an error of its own: `duplicate-agency`.
fn are_one_name_twice(one: &Agency, other: &Agency) -> bool {
    one.name == other.name
        && [one, other]
            .iter()
            .all(|agency| agency.stands_for == StandsFor::Itself)
}

/// "Xã Tả Phìn" and "Xã Tà Phìn" are two places of one registry.
fn are_two_localities(directory: &Directory, one: &str, other: &str) -> bool {
    let is_locality = |name| {
        directory
            .find(name)
            .is_some_and(|body| directory.bodies()[body].locality.is_some())
    };
    is_locality(one) && is_locality(other)
}

/// Shorter words differ in a letter without being slips: "nội", "ngoại".
const SHORTEST_WORD: usize = 5;

/// No name is longer, and the slips of a long one are many.
const LONGEST_NAME: usize = 200;

/// After these stands the name of a place, and places differ in a letter.
const BEFORE_PLACES: [&str; 9] = [
    "tinh", "huyen", "xa", "phuong", "quan", "pho", "tran", "khu", "thon",
];

/// The key, and the key with a letter of one longer word left out: two keys a slip
/// apart meet here.
fn slips_of(key: &str) -> Vec<String> {
    let mut slips = Vec::new();
    if key.len() > LONGEST_NAME {
        return slips;
    }
    slips.push(key.to_owned());
    let words: Vec<&str> = key.split(' ').collect();
    for (at, word) in words.iter().enumerate() {
        let is_place = words[at.saturating_sub(2)..at]
            .iter()
            .any(|word| BEFORE_PLACES.contains(word));
        if is_place
            || word.len() < SHORTEST_WORD
            || !word.bytes().all(|byte| byte.is_ascii_alphabetic())
        {
            continue;
        }
        for letter in 0..word.len() {
            let mut slip = words.clone();
            let shorter = format!("{}{}", &word[..letter], &word[letter + 1..]);
            slip[at] = &shorter;
            slips.push(slip.join(" "));
        }
    }
    slips
}

fn is_one_slip(one: &str, other: &str) -> bool {
    strsim::damerau_levenshtein(one, other) <= 1
}

#[cfg(test)]
mod tests {
    use super::*;

    fn are_near(one: &str, other: &str) -> bool {
        let (one, other) = (spelling_key(one), spelling_key(other));
        let slips = slips_of(&one);
        slips_of(&other).iter().any(|slip| slips.contains(slip)) && is_one_slip(&one, &other)
    }

    #[test]
    fn a_slip_in_a_long_word_is_near_and_another_department_is_not() {
        assert!(are_near(
            "Sở Thông tin và Truyền thông",
            "Sở Thông tin Truyền thôngg"
        ));
        assert!(are_near("Văn phòng UBND tỉnh", "Văn phògn UBND tỉnh"));
        assert!(!are_near("Sở Nội vụ", "Sở Ngoại vụ"));
        assert!(!are_near("UBND huyện Bảo Thắng", "UBND huyện Bảo Thanh"));
        assert!(!are_near("Trường THPT số 1", "Trường THPT số 2"));
    }
}
