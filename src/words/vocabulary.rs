//! What words mean, one spelling a line. Spellings are written as
//! [`same_spelling`](super::same_spelling) gives them: lower case, NFC, `hòa`, `quý`, `tỷ`, `hằng`.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::Token;

/// Words and what they mean; looked up by their first word.
pub(super) struct Vocabulary<T: 'static> {
    by_first: HashMap<&'static str, Vec<(Vec<&'static str>, T)>>,
}

impl<T: Copy> Vocabulary<T> {
    /// The vocabulary of those lines.
    pub(super) fn new(lines: &[(&'static str, T)]) -> Self {
        let mut by_first: HashMap<_, Vec<_>> = HashMap::new();
        for &(spelling, meaning) in lines {
            let mut words = spelling.split(' ');
            let first = words.next().unwrap_or_default();
            by_first
                .entry(first)
                .or_default()
                .push((words.collect::<Vec<_>>(), meaning));
        }
        for spellings in by_first.values_mut() {
            spellings.sort_by_key(|(rest, _)| std::cmp::Reverse(rest.len()));
        }
        Self { by_first }
    }

    /// The longest words of the vocabulary that the tokens begin with: how many tokens
    /// they are, and what they mean.
    pub(super) fn at_start(&self, tokens: &[Token]) -> Option<(usize, T)> {
        self.first_words(tokens, Token::word)
    }

    /// As [`at_start`](Self::at_start), of anything that has a word.
    pub(super) fn first_words<W>(
        &self,
        words: &[W],
        word: impl Fn(&W) -> Option<&str>,
    ) -> Option<(usize, T)> {
        let (first, after) = words.split_first()?;
        self.by_first
            .get(word(first)?)?
            .iter()
            .find_map(|(rest, meaning)| {
                let matches = rest.len() <= after.len()
                    && rest
                        .iter()
                        .zip(after)
                        .all(|(&expected, found)| word(found) == Some(expected));
                matches.then_some((rest.len() + 1, *meaning))
            })
    }
}

/// Numbers in words; "năm" is left out, for it is the year far more often than five.
pub(super) const WORDED_NUMBERS: &[(&str, u32)] = &[
    ("một", 1),
    ("hai", 2),
    ("ba", 3),
    ("bốn", 4),
    ("sáu", 6),
    ("bảy", 7),
    ("tám", 8),
    ("chín", 9),
    ("mười", 10),
    ("mười một", 11),
    ("mười hai", 12),
    ("mười lăm", 15),
    ("hai mươi", 20),
    ("ba mươi", 30),
];

/// [`WORDED_NUMBERS`], to look up in.
pub(super) static NUMBERS_IN_WORDS: LazyLock<Vocabulary<u32>> =
    LazyLock::new(|| Vocabulary::new(WORDED_NUMBERS));

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::same_spelling;

    #[test]
    fn every_spelling_is_the_one_spelling_of_its_words() {
        for (spelling, _) in WORDED_NUMBERS {
            assert_eq!(same_spelling(spelling), *spelling);
        }
    }
}
