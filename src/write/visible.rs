//! Text from files made harmless: what a terminal would obey or hide becomes a mark
//! that a person can see.

use std::borrow::Cow;
use std::fmt::Write;

/// `text` on one line: control characters and escapes as marks (␛, ␊), characters that
/// turn or hide text by their number (‹U+202E›), a tab as a space.
#[must_use]
pub fn one_line(text: &str) -> Cow<'_, str> {
    marked(text, false)
}

/// `text` as a cell may have it: as [`one_line`], with its line breaks kept.
#[must_use]
pub fn lines(text: &str) -> Cow<'_, str> {
    marked(text, true)
}

/// Whether a terminal, or a reader's eye, would be misled by `letter`.
#[must_use]
pub fn is_harmful(letter: char) -> bool {
    // Vietnamese letters, which most are, lie where nothing is unseen.
    let is_letter = letter < '\u{61c}' || matches!(letter, '\u{1e00}'..='\u{1fff}');
    letter.is_control() || !is_letter && is_unseen(letter)
}

fn marked(text: &str, keeps_lines: bool) -> Cow<'_, str> {
    let stays = |letter: char| !is_harmful(letter) || (keeps_lines && letter == '\n');
    let Some(first) = text.find(|letter| !stays(letter)) else {
        return Cow::Borrowed(text);
    };
    let mut out = String::with_capacity(text.len() + 8);
    out.push_str(&text[..first]);
    let mut letters = text[first..].chars().peekable();
    while let Some(letter) = letters.next() {
        if stays(letter) {
            out.push(letter);
        } else if letter != '\r' || letters.peek() != Some(&'\n') {
            push_mark(&mut out, letter);
        }
    }
    Cow::Owned(out)
}

/// Unicode has a picture of each ASCII control character, 0x2400 places on.
fn push_mark(out: &mut String, letter: char) {
    match letter {
        '\t' => out.push(' '),
        '\0'..='\u{1f}' => out.extend(char::from_u32(0x2400 + u32::from(letter))),
        '\u{7f}' => out.push('␡'),
        _ => {
            let _ = write!(out, "‹U+{:04X}›", u32::from(letter));
        }
    }
}

/// Characters without a shape that change the direction of what follows, break lines
/// or make two words look like one.
fn is_unseen(letter: char) -> bool {
    matches!(letter,
        '\u{61c}' | '\u{180e}' | '\u{200b}' | '\u{200e}' | '\u{200f}'
        | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}'
        | '\u{fff9}'..='\u{fffb}' | '\u{e0000}'..='\u{e007f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_escape_is_shown_and_not_obeyed() {
        assert_eq!(
            one_line("\u{1b}[31mđỏ\u{7}\0\u{9b}2J"),
            "␛[31mđỏ␇␀‹U+009B›2J"
        );
    }

    #[test]
    fn a_turn_of_direction_is_shown_by_its_number() {
        assert_eq!(one_line("a\u{202e}b\u{2066}c"), "a‹U+202E›b‹U+2066›c");
    }

    #[test]
    fn line_breaks_stay_only_in_cells() {
        assert_eq!(lines("một\r\nhai\rba\tbốn"), "một\nhai␍ba bốn");
        assert_eq!(one_line("một\r\nhai"), "một␊hai");
    }

    #[test]
    fn vietnamese_passes_untouched_in_both_forms() {
        for text in ["Sở Nội vụ – 30%", "Sơ\u{309} Nô\u{323}i vu\u{323}"] {
            assert!(matches!(lines(text), Cow::Borrowed(_)));
        }
    }
}
