//! Spellings compared: names without marks, and the nearest of those that would be
//! right.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The text for comparing names: lower case, no marks, đ as d, single spaces.
pub fn fold(text: &str) -> String {
    let letters: String = text
        .nfd()
        .filter(|&letter| !is_combining_mark(letter) && !is_invisible(letter))
        .flat_map(char::to_lowercase)
        .filter(|&letter| !is_combining_mark(letter))
        .map(|letter| match letter {
            'đ' | 'ð' => 'd',
            other => other,
        })
        .collect();
    single_spaced(&letters)
}

/// The folded text with nothing but letters and digits, each word after one space:
/// "Bà Rịa - Vũng Tàu" and "Bà Rịa-Vũng Tàu" are one.
pub fn bare(text: &str) -> String {
    let folded = fold(text);
    let words = folded.split(|letter: char| !letter.is_alphanumeric());
    words
        .filter(|word| !word.is_empty())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Characters that are not seen: soft hyphens, joiners, byte-order marks.
pub(crate) fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// The words of the text, each after one space.
pub(crate) fn single_spaced(text: &str) -> String {
    let mut spaced = String::with_capacity(text.len());
    for word in text.split_whitespace() {
        if !spaced.is_empty() {
            spaced.push(' ');
        }
        spaced.push_str(word);
    }
    spaced
}

/// The one of `known` that `written` was most likely meant to be, if any is near:
/// at most a third of its letters wrong, left out, added or swapped.
pub fn nearest<'k>(written: &str, known: impl IntoIterator<Item = &'k str>) -> Option<&'k str> {
    let written = written.to_lowercase();
    let letters = written.chars().count();
    if letters > LONGEST {
        return None;
    }
    known
        .into_iter()
        .filter(|known| known.chars().count().abs_diff(letters) <= letters / 3 + 1)
        .map(|known| {
            let distance = strsim::damerau_levenshtein(&written, &known.to_lowercase());
            (distance, known)
        })
        .filter(|(distance, known)| *distance <= (known.chars().count().max(letters) / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, known)| known)
}

/// Nothing longer is a slip of the pen, and comparing it would take long.
const LONGEST: usize = 120;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_compare_without_marks_case_and_stray_spaces() {
        assert_eq!(fold("  Đài\u{a0}Phát  thanh \n"), "dai phat thanh");
        assert_eq!(fold("\u{d0}ài"), "dai");
        assert_eq!(
            fold("Sở Nội vụ"),
            fold(&"SỞ NỘI VỤ".nfd().collect::<String>())
        );
        assert_eq!(bare("Bà Rịa - Vũng Tàu"), bare("BÀ RỊA-VŨNG TÀU"));
    }

    #[test]
    fn a_slip_of_the_pen_finds_its_word() {
        let known = ["target", "title", "lead", "by"];
        assert_eq!(nearest("targt", known), Some("target"));
        assert_eq!(nearest("tilte", known), Some("title"));
        assert_eq!(nearest("colour", known), None);
    }

    #[test]
    fn a_short_word_is_not_near_to_everything() {
        assert_eq!(nearest("x", ["by", "no"]), None);
    }
}
