//! Bytes → text, and text in one form.

use unicode_normalization::UnicodeNormalization;

/// The text of bytes in UTF-8 or, with its mark, UTF-16; `None` for anything else.
pub(super) fn decoded(bytes: &[u8]) -> Option<String> {
    let units = |order: fn([u8; 2]) -> u16| {
        let units = bytes[2..]
            .chunks_exact(2)
            .map(move |pair| order([pair[0], pair[1]]));
        char::decode_utf16(units)
            .collect::<Result<String, _>>()
            .ok()
    };
    if bytes.starts_with(b"\xFF\xFE") {
        return units(u16::from_le_bytes);
    }
    if bytes.starts_with(b"\xFE\xFF") {
        return units(u16::from_be_bytes);
    }
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    String::from_utf8(bytes.to_vec()).ok()
}

/// The text with composed letters and single spaces, its lines kept and trimmed, blank
/// ones left out.
pub(super) fn tidy(text: &str) -> String {
    let lines: Vec<_> = text
        .lines()
        .map(one_line)
        .filter(|line| !line.is_empty())
        .collect();
    lines.join("\n")
}

/// The text on one line, with composed letters and single spaces.
pub(super) fn one_line(text: &str) -> String {
    let words: Vec<_> = text
        .split(|letter: char| letter.is_whitespace() || letter.is_control())
        .map(|word| word.trim_matches(is_invisible))
        .filter(|word| !word.is_empty())
        .collect();
    words.join(" ").nfc().collect()
}

fn is_invisible(letter: char) -> bool {
    matches!(
        letter,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}'
    )
}

/// Whether the first letter is a small one: such a text goes on from another.
pub(super) fn begins_small(text: &str) -> bool {
    text.chars()
        .find(|letter| !letter.is_whitespace())
        .is_some_and(char::is_lowercase)
}

/// Whether the text has letters and all of them are capitals.
pub(super) fn is_capital(text: &str) -> bool {
    let mut letters = text
        .chars()
        .filter(|letter| letter.is_alphabetic())
        .peekable();
    letters.peek().is_some() && letters.all(|letter| !letter.is_lowercase())
}
