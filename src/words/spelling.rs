//! One spelling for what is one word: NFC and NFD, old and new tone marks, i and y.

use unicode_normalization::char::is_combining_mark;
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

pub use crate::spelling::fold;
pub(super) use crate::spelling::is_invisible;
use crate::spelling::single_spaced;

/// The text in one spelling that keeps its tones: NFC, lower case, single spaces, and
/// each syllable in its one spelling: `hoà` and `hòa`, `Uỷ` and `Ủy`, `quí` and
/// `quý`, `tỉ` and `tỷ`, `hàng` and `hằng` are the same.
pub fn same_spelling(text: &str) -> String {
    let mut spelt = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars().filter(|&letter| !is_invisible(letter)) {
        if is_letter(letter) {
            word.push(letter);
        } else {
            spelt.push_str(&syllable(&word));
            word.clear();
            spelt.push(letter);
        }
    }
    spelt.push_str(&syllable(&word));
    single_spaced(&spelt)
}

/// Letters and the marks that stand on them: what words are made of.
pub(super) fn is_letter(letter: char) -> bool {
    letter.is_alphabetic() || is_combining_mark(letter)
}

/// One word in its one spelling: the tone of an open `oa`, `oe`, `uy` on the first
/// vowel (hòa, ủy), `y` for a lone `i` after h, k, l, m, s, t and qu (tỷ, quý), and
/// `hằng` for `hàng`.
pub(super) fn syllable(word: &str) -> String {
    if word.is_ascii() {
        let mut spelt = word.to_ascii_lowercase();
        if matches!(
            spelt.as_str(),
            "hi" | "ki" | "li" | "mi" | "si" | "ti" | "qui"
        ) {
            spelt.pop();
            spelt.push('y');
        }
        return spelt;
    }
    let lower = composed(word.chars().collect())
        .into_iter()
        .flat_map(char::to_lowercase)
        .map(|letter| if letter == 'ð' { 'đ' } else { letter });
    let letters = composed(lower.collect());
    let spelt: String = respell(letters).into_iter().collect();
    if spelt == "hàng" {
        return "hằng".to_owned();
    }
    spelt
}

/// The letters in NFC, which nearly all are already.
fn composed(letters: Vec<char>) -> Vec<char> {
    match is_nfc_quick(letters.iter().copied()) {
        IsNormalized::Yes => letters,
        IsNormalized::No | IsNormalized::Maybe => letters.into_iter().nfc().collect(),
    }
}

/// Moves the tone of the last two vowels to its place and writes y for a lone i.
fn respell(mut letters: Vec<char>) -> Vec<char> {
    let Some((&last, before)) = letters.split_last() else {
        return letters;
    };
    let Some((&previous, head)) = before.split_last() else {
        return letters;
    };
    let (plain, tone) = toneless(last);
    if !matches!(plain, 'a' | 'e' | 'i' | 'y') {
        return letters;
    }
    let (plain_previous, tone_previous) = toneless(previous);
    let at = letters.len() - 1;
    let after_q = head.last() == Some(&'q');
    match (plain_previous, plain) {
        ('u', 'i' | 'y') if after_q => {
            letters[at - 1] = 'u';
            letters[at] = toned('y', tone.or(tone_previous));
        }
        ('o', 'a' | 'e') | ('u', 'y') if tone.is_some() && tone_previous.is_none() => {
            letters[at - 1] = toned(plain_previous, tone);
            letters[at] = plain;
        }
        ('h' | 'k' | 'l' | 'm' | 's' | 't', 'i') if head.is_empty() => {
            letters[at] = toned('y', tone);
        }
        _ => {}
    }
    letters
}

/// The five tone marks: grave, acute, tilde, hook above, dot below.
const TONES: [char; 5] = ['\u{300}', '\u{301}', '\u{303}', '\u{309}', '\u{323}'];

/// A vowel without its tone, and the tone.
fn toneless(letter: char) -> (char, Option<char>) {
    if letter.is_ascii() {
        return (letter, None);
    }
    let mut plain = None;
    let mut tone = None;
    for part in letter.nfd() {
        if TONES.contains(&part) {
            tone = Some(part);
        } else if plain.is_none() {
            plain = Some(part);
        } else {
            return (letter, None);
        }
    }
    (plain.unwrap_or(letter), tone)
}

/// A vowel with a tone, as one character.
fn toned(letter: char, tone: Option<char>) -> char {
    tone.and_then(|tone| unicode_normalization::char::compose(letter, tone))
        .unwrap_or(letter)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn old_and_new_tone_marks_are_one_spelling() {
        for (one, other) in [
            ("hoà", "hòa"),
            ("Uỷ ban", "Ủy ban"),
            ("thoả", "thỏa"),
            ("Quí IV", "quý iv"),
            ("qúy", "quý"),
            ("tỉ lệ", "tỷ lệ"),
            ("hàng năm", "Hằng  Năm"),
            ("kĩ thuật", "kỹ thuật"),
            ("khoẻ", "khỏe"),
            ("qui định", "quy định"),
        ] {
            assert_eq!(same_spelling(one), same_spelling(other));
            let apart: String = one.nfd().collect();
            assert_eq!(same_spelling(&apart), same_spelling(other));
        }
    }

    #[test]
    fn tones_inside_a_syllable_stay_where_they_are() {
        for word in [
            "hoàn", "huỳnh", "quả", "quá", "chỉ", "thì", "khuỷu", "hóa", "ủy", "toàn",
        ] {
            assert_eq!(same_spelling(word), word);
        }
        assert_ne!(same_spelling("hòan"), same_spelling("hoa"));
        assert_ne!(same_spelling("năm"), same_spelling("nam"));
    }
}
