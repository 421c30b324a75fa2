//! The smallest parsers: a word, a sign, a figure, a line of the vocabulary.

use std::ops::Range;
use std::sync::LazyLock;

use winnow::Parser;
use winnow::error::{EmptyError, ParserError};

use crate::words::tokens::{Sign, Token};
use crate::words::vocabulary::Vocabulary;

/// What is still to be read.
pub(super) type Input<'t> = &'t [Token];

/// What a parser gives.
pub(super) type Parsed<T> = Result<T, EmptyError>;

/// Digits, and how many there are.
#[derive(Clone, Copy, Debug)]
pub(super) struct Figure {
    pub(super) value: u32,
    pub(super) digits: usize,
}

/// Fails: this is something else.
pub(super) fn no<T>(input: &Input<'_>) -> Parsed<T> {
    Err(EmptyError::from_input(input))
}

/// The next token.
fn next(input: Input<'_>) -> Option<(&Token, Input<'_>)> {
    #[cfg(test)]
    steps::add();
    input.split_first()
}

/// The word.
pub(super) fn word<'t>(expected: &'static str) -> impl Parser<Input<'t>, (), EmptyError> {
    move |input: &mut Input<'t>| match next(input) {
        Some((first, rest)) if first.word() == Some(expected) => {
            *input = rest;
            Ok(())
        }
        _ => no(input),
    }
}

/// The sign.
pub(super) fn sign<'t>(expected: Sign) -> impl Parser<Input<'t>, (), EmptyError> {
    move |input: &mut Input<'t>| match next(input) {
        Some((first, rest)) if first.is(expected) => {
            *input = rest;
            Ok(())
        }
        _ => no(input),
    }
}

/// The longest line of the vocabulary.
pub(super) fn meaning<'t, T: Copy>(
    vocabulary: &'static LazyLock<Vocabulary<T>>,
) -> impl Parser<Input<'t>, T, EmptyError> {
    move |input: &mut Input<'t>| match next(input).and_then(|_| vocabulary.at_start(input)) {
        Some((length, meaning)) => {
            *input = &input[length..];
            Ok(meaning)
        }
        None => no(input),
    }
}

/// Digits.
pub(super) fn figure(input: &mut Input<'_>) -> Parsed<Figure> {
    let Some((digits, value)) = next(input)
        .and_then(|(first, _)| first.digits())
        .and_then(|digits| Some((digits.len(), digits.parse().ok()?)))
    else {
        return no(input);
    };
    *input = &input[1..];
    Ok(Figure { value, digits })
}

/// A figure of one or two digits: a day, a month, a count.
pub(super) fn small(input: &mut Input<'_>) -> Parsed<u32> {
    figure
        .verify(|figure: &Figure| figure.digits <= 2)
        .map(|figure| figure.value)
        .parse_next(input)
}

/// A year of four digits.
pub(super) fn four_digits(input: &mut Input<'_>) -> Parsed<i32> {
    figure
        .verify(|figure: &Figure| figure.digits == 4 && (1900..=2200).contains(&figure.value))
        .verify_map(|figure| i32::try_from(figure.value).ok())
        .parse_next(input)
}

/// Whether no space stands before the next token.
pub(super) fn stands_close(before: &Token, after: &Token) -> bool {
    before.span.end == after.span.start
}

/// The bytes of what `read` took from `all`, without line breaks at its end.
pub(super) fn span_of(all: Input<'_>, left: Input<'_>) -> Range<usize> {
    let read = &all[..all.len() - left.len()];
    match (read.first(), read.last()) {
        (Some(first), Some(last)) => first.span.start..last.span.end,
        _ => all
            .first()
            .map_or(0..0, |next| next.span.start..next.span.start),
    }
}

/// Counts what the parsers look at, so that a test can tell how the work grows.
#[cfg(test)]
pub(super) mod steps {
    use std::cell::Cell;

    thread_local! {
        static COUNT: Cell<usize> = const { Cell::new(0) };
    }

    pub(in crate::words::schedule) fn add() {
        COUNT.set(COUNT.get() + 1);
    }

    /// The steps that `work` takes.
    pub(in crate::words::schedule) fn of(work: impl FnOnce()) -> usize {
        let before = COUNT.get();
        work();
        COUNT.get() - before
    }
}
