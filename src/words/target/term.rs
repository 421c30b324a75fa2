//! Tokens with what they mean: what the grammar of targets reads.

use std::ops::Range;

use winnow::error::EmptyError;

use super::meaning::{MEANINGS, Meaning, SAID_OF_THEM};
use crate::words::tokens::{Sign, Token, TokenKind, tokens};
use crate::words::vocabulary::NUMBERS_IN_WORDS;

/// A word or words that mean something, or one token that does not.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Term {
    /// What the words mean.
    pub(super) means: Option<Meaning>,
    /// The first word, the number or the sign.
    pub(super) kind: TokenKind,
    /// The number that the words are.
    pub(super) counts: Option<u32>,
    /// The bytes in the text.
    pub(super) span: Range<usize>,
    /// Whether anything stands between it and the term before.
    pub(super) spaced: bool,
    /// Whether it begins with a capital, or with no letter at all.
    pub(super) capital: bool,
}

impl Term {
    pub(super) fn is(&self, sign: Sign) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    pub(super) fn means(&self, meaning: Meaning) -> bool {
        self.means == Some(meaning)
    }

    pub(super) fn digits(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Number(digits) => Some(digits),
            _ => None,
        }
    }

    /// The first word.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    pub(super) fn is_one_of(&self, words: &[&str]) -> bool {
        self.word().is_some_and(|word| words.contains(&word))
    }
}

/// What the grammar reads from.
pub(super) type Terms<'t> = &'t [Term];

/// What a part of the grammar gives: the parsers back off, and what is left over is
/// told in the end, so that the error carries nothing.
pub(super) type Parsed<T> = Result<T, EmptyError>;

/// Cuts a text into terms: the longest spelling of the vocabulary wins.
pub(super) fn terms(text: &str) -> Vec<Term> {
    let tokens = tokens(text);
    let mut found = Vec::with_capacity(tokens.len());
    let mut rest = &tokens[..];
    let mut end = 0;
    while let Some(first) = rest.first() {
        let meaning = MEANINGS.at_start(rest);
        let counts = NUMBERS_IN_WORDS.at_start(rest);
        let length = meaning
            .map_or(1, |(length, _)| length)
            .max(counts.map_or(1, |(length, _)| length));
        let (taken, after) = rest.split_at(length);
        let span = first.span.start..taken.last().map_or(first.span.end, |last| last.span.end);
        found.push(Term {
            means: meaning.map(|(_, meaning)| meaning),
            kind: first.kind.clone(),
            counts: counts.map(|(_, number)| number),
            spaced: span.start > end,
            capital: is_capital(first, text),
            span: span.clone(),
        });
        end = span.end;
        rest = after;
    }
    found
}

fn is_capital(token: &Token, text: &str) -> bool {
    let first = text[token.span.clone()].chars().next();
    token.digits().is_some()
        || first.is_some_and(|first| !first.is_alphabetic() || first.is_uppercase())
}

/// Whether the terms begin with what is said of things counted: "được", "công khai".
pub(super) fn begins_predicate(terms: &[Term]) -> bool {
    SAID_OF_THEM.first_words(terms, Term::word).is_some()
}

/// The bytes from the first to the last of the terms.
pub(super) fn span_of(terms: &[Term]) -> Range<usize> {
    match (terms.first(), terms.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => 0..0,
    }
}

/// Takes a term of that meaning.
pub(super) fn meaning<'t>(meaning: Meaning) -> impl FnMut(&mut Terms<'t>) -> Parsed<()> {
    move |input| take(input, |term| term.means(meaning).then_some(()))
}

/// Takes a sign.
pub(super) fn sign<'t>(sign: Sign) -> impl FnMut(&mut Terms<'t>) -> Parsed<()> {
    move |input| take(input, |term| term.is(sign).then_some(()))
}

/// Takes a term that `pick` finds something in.
pub(super) fn take<T>(input: &mut Terms<'_>, pick: impl FnOnce(&Term) -> Option<T>) -> Parsed<T> {
    let (first, rest) = input.split_first().ok_or(EmptyError)?;
    let found = pick(first).ok_or(EmptyError)?;
    *input = rest;
    Ok(found)
}
