//! A piece of a source as a terminal may show it.

use std::ops::Range;

use unicode_normalization::UnicodeNormalization;
use unicode_segmentation::UnicodeSegmentation;

use crate::write::visible::{self, is_harmful};

/// A piece of a source as it is shown, letters composed so that each counts once, and where its bytes went.
pub(super) struct Excerpt {
    pub(super) text: String,
    from: usize,
    /// Letters that were changed: where they begin and end, and how many bytes the piece
    /// has gained before and after them.
    changes: Vec<(Range<usize>, isize, isize)>,
    before: usize,
    /// Whether letters of the piece no longer stand at the columns they had.
    pub(super) is_shifted: bool,
}

impl Excerpt {
    /// The piece `span` of `source`, with an ellipsis where a line is cut.
    pub(super) fn new(source: &str, span: Range<usize>, cut_before: bool, cut_after: bool) -> Self {
        let mut text = String::from(if cut_before { "…" } else { "" });
        let before = text.len();
        let mut changes = Vec::new();
        let mut gained = 0isize;
        let mut is_shifted = cut_before;
        for (at, letter) in source[span.clone()].grapheme_indices(true) {
            if matches!(letter, "\n" | "\t" | "\r\n") || is_shown_as_it_is(letter) {
                text.push_str(letter);
                continue;
            }
            let composed: String = letter.nfc().collect();
            let mark = visible::one_line(&composed);
            is_shifted |= mark.chars().count() != 1;
            text.push_str(&mark);
            let before = gained;
            gained += mark.len().cast_signed() - letter.len().cast_signed();
            changes.push((at..at + letter.len(), before, gained));
        }
        if cut_after {
            text.push('…');
        }
        Self {
            text,
            from: span.start,
            changes,
            before,
            is_shifted,
        }
    }

    /// Where the byte at `offset` of the source stands in the piece; of one inside a
    /// changed letter, where that begins.
    pub(super) fn moved(&self, offset: usize) -> usize {
        let at = offset - self.from;
        let past = self
            .changes
            .partition_point(|(letter, ..)| letter.start < at);
        let (at, gained) = match past.checked_sub(1).map(|last| &self.changes[last]) {
            Some((letter, gained, _)) if at < letter.end => (letter.start, *gained),
            Some((_, _, gained)) => (at, *gained),
            None => (at, 0),
        };
        self.before + at.saturating_add_signed(gained)
    }
}

/// One character, so that who counts characters counts letters, and a harmless one.
fn is_shown_as_it_is(letter: &str) -> bool {
    let mut characters = letter.chars();
    let first = characters.next();
    characters.next().is_none() && !first.is_some_and(is_harmful)
}
