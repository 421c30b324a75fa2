//! Dimensions by the loose names that documents give them.

use super::Dimension;
use crate::model::DimensionNumber;
use crate::spelling::bare;

/// The one of `dimensions` that `spelling` means.
pub(super) fn find<'d>(dimensions: &[&'d Dimension], spelling: &str) -> Option<&'d Dimension> {
    let Split {
        number,
        is_marked,
        name,
    } = split(spelling);
    let numbered = match number {
        Some(number) => Some(*dimensions.iter().find(|known| known.number == number)?),
        None => None,
    };
    let named = if name.is_empty() {
        Vec::new()
    } else {
        named(dimensions, &name)
    };
    match (numbered, named.as_slice()) {
        // "5 năm" is no dimension 5; "Chỉ số nội dung 5: …" is.
        (Some(numbered), []) => (is_marked || name.is_empty()).then_some(numbered),
        (Some(numbered), named) => named
            .iter()
            .any(|known| std::ptr::eq(*known, numbered))
            .then_some(numbered),
        (None, [only]) => Some(only),
        (None, _) => None,
    }
}

/// What a dimension may be called before its number or name; the longest first.
const KINDS: [&str; 12] = [
    "chi so noi dung thanh phan",
    "noi dung thanh phan",
    "chi so noi dung",
    "chi so thanh phan",
    "truc noi dung",
    "linh vuc noi dung",
    "sub dimension",
    "dimension",
    "noi dung",
    "linh vuc",
    "chi so",
    "truc",
];

/// The number that is the whole of a spelling: "2", "D2.3", "Chỉ số nội dung 2".
#[must_use]
pub fn numbered(spelling: &str) -> Option<DimensionNumber> {
    let split = split(spelling);
    split.number.filter(|_| split.name.is_empty())
}

/// A spelling in its parts.
struct Split {
    number: Option<DimensionNumber>,
    /// Whether a word says that the number is of a dimension.
    is_marked: bool,
    name: String,
}

/// The parts of a spelling: "Chỉ số nội dung 2: Công khai minh bạch".
fn split(spelling: &str) -> Split {
    let words = bare(spelling);
    let kind = KINDS.into_iter().find(|kind| starts_with(&words, kind));
    let rest = kind.map_or(words.as_str(), |kind| words[kind.len()..].trim_start());
    let mut parts = rest.split(' ');
    let first = parts.next().unwrap_or("");
    // "D2", "D2.3" of tables; a name never begins with a lone letter and a digit.
    let lettered = first
        .strip_prefix('d')
        .filter(|rest| rest.starts_with(|letter: char| letter.is_ascii_digit()));
    let Some(dimension) = DimensionNumber::parse(lettered.unwrap_or(first)) else {
        return Split {
            number: None,
            is_marked: kind.is_some(),
            name: rest.to_owned(),
        };
    };
    let after: Vec<&str> = parts.collect();
    let sub = after.first().and_then(|text| DimensionNumber::parse(text));
    let number = DimensionNumber {
        dimension: dimension.dimension,
        sub: sub.map(|sub| sub.dimension),
    };
    Split {
        number: Some(number),
        is_marked: kind.is_some() || lettered.is_some(),
        name: after[usize::from(sub.is_some())..].join(" "),
    }
}

/// Those that the bare name means: its whole name or another name of it; else those
/// whose name begins with it, where it has two words or more.
fn named<'d>(dimensions: &[&'d Dimension], name: &str) -> Vec<&'d Dimension> {
    let called = |dimension: &&&Dimension, is_it: &dyn Fn(&str) -> bool| {
        let names = [&dimension.name.vi, &dimension.name.en];
        let names = names.into_iter().chain(&dimension.also);
        names.into_iter().any(|known| is_it(&bare(known)))
    };
    let exact: Vec<_> = dimensions
        .iter()
        .filter(|dimension| called(dimension, &|known| known == name))
        .copied()
        .collect();
    if !exact.is_empty() || !name.contains(' ') {
        return exact;
    }
    dimensions
        .iter()
        .filter(|dimension| called(dimension, &|known| starts_with(known, name)))
        .copied()
        .collect()
}

/// Whether the words begin with those words.
fn starts_with(words: &str, start: &str) -> bool {
    words
        .strip_prefix(start)
        .is_some_and(|rest| rest.is_empty() || rest.starts_with(' '))
}
