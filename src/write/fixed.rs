//! A text with corrections made, and what changed between two texts.

use std::ops::Range;

use similar::TextDiff;

/// A correction: what should stand at these bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correction {
    /// The bytes to replace.
    pub span: Range<usize>,
    /// By what.
    pub replacement: String,
}

/// The text with the corrections made, and how many were: of those that overlap the
/// first in the text is made, for the others read the text again. Every other byte stays.
#[must_use]
pub fn corrected(text: &str, corrections: &[Correction]) -> (String, usize) {
    let mut corrections: Vec<_> = corrections
        .iter()
        .filter(|one| {
            one.span.start <= one.span.end
                && text
                    .get(one.span.clone())
                    .is_some_and(|old| old != one.replacement)
        })
        .collect();
    corrections.sort_by_key(|one| (one.span.start, one.span.end));
    let mut written = String::with_capacity(text.len());
    let mut done = 0;
    let mut made = 0;
    for one in corrections {
        // Two that begin at one place are as good as overlapping, be they insertions.
        if made > 0 && one.span.start <= done {
            continue;
        }
        written.push_str(&text[done..one.span.start]);
        written.push_str(&one.replacement);
        done = one.span.end;
        made += 1;
    }
    written.push_str(&text[done..]);
    (written, made)
}

/// What changed, as a unified diff; nothing where nothing did.
#[must_use]
pub fn difference(path: &str, old: &str, new: &str) -> String {
    TextDiff::from_lines(old, new)
        .unified_diff()
        .header(&format!("a/{path}"), &format!("b/{path}"))
        .to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(span: Range<usize>, replacement: &str) -> Correction {
        Correction {
            span,
            replacement: replacement.to_owned(),
        }
    }

    #[test]
    fn corrections_change_their_bytes_and_no_others() {
        let (text, made) = corrected("tilte = \"Sở\" # Sở\n", &[at(0..5, "title")]);
        assert_eq!((text.as_str(), made), ("title = \"Sở\" # Sở\n", 1));
    }

    #[test]
    fn of_overlapping_corrections_the_first_in_the_text_is_made() {
        let (text, made) = corrected("abcdef", &[at(2..5, "X"), at(0..3, "Y"), at(5..6, "Z")]);
        assert_eq!((text.as_str(), made), ("YdeZ", 2));
    }

    #[test]
    fn a_correction_that_changes_nothing_or_cuts_a_letter_is_none() {
        assert_eq!(corrected("ở", &[at(0..1, "x")]), ("ở".to_owned(), 0));
        assert_eq!(corrected("ab", &[at(0..1, "a")]), ("ab".to_owned(), 0));
    }
}
