//! A cell cut into tokens for the grammar of schedules: figures apart from the marks
//! between them, bullets and enumerators gone, line breaks only where they part readings.

use std::ops::Range;

use crate::words::tokens::{Sign, Token, TokenKind, tokens};

/// What a line break before a small letter or a figure is taken for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// The line was only too long.
    Wrap,
    /// Another reading begins.
    Part,
}

/// Cuts a cell into tokens.
pub(super) fn cut(text: &str, breaks: Breaks) -> Vec<Token> {
    let raw = figures_apart(text);
    let mut kept: Vec<Token> = Vec::with_capacity(raw.len());
    let mut bulleted = false;
    let mut at = 0;
    while let Some(token) = raw.get(at) {
        let line_starts = at == 0 || raw[at - 1].is(Sign::Break);
        if line_starts && let Some(length) = item_mark(&raw[at..]) {
            if kept.is_empty() {
                bulleted = true;
            } else if !bulleted && token.is(Sign::Dash) {
                kept.push(sign(Sign::Bullet, &token.span));
            }
            at += length;
            continue;
        }
        at += 1;
        if token.is(Sign::Quote) || token.is(Sign::Break) && is_wrap(text, &raw, at, breaks) {
            continue;
        }
        let mark = text[token.span.clone()].chars().next();
        match mark.filter(|&mark| token.is(Sign::Stop) && mark != '.') {
            // "?" and "…" leave something open, a star points to a note.
            Some(open) => kept.push(sign(Sign::Other(open), &token.span)),
            None if token.is(Sign::Bullet) && mark == Some('*') => {
                kept.push(sign(Sign::Other('*'), &token.span));
            }
            None => kept.push(token.clone()),
        }
    }
    kept
}

/// The tokens of a text, with `30.6.2025` and `6,7` as figures and signs.
fn figures_apart(text: &str) -> Vec<Token> {
    let mut apart = Vec::new();
    for token in tokens(text) {
        let Some(digits) = token.digits() else {
            apart.push(token);
            continue;
        };
        let mut start = token.span.start;
        for piece in digits.split_inclusive([',', '.']) {
            let figure = piece.trim_end_matches([',', '.']);
            let end = start + figure.len();
            apart.push(Token {
                kind: TokenKind::Number(figure.to_owned()),
                span: start..end,
            });
            if piece.ends_with(',') {
                apart.push(sign(Sign::Comma, &(end..end + 1)));
            } else if piece.ends_with('.') {
                apart.push(sign(Sign::Stop, &(end..end + 1)));
            }
            start += piece.len();
        }
    }
    apart
}

fn sign(sign: Sign, span: &Range<usize>) -> Token {
    Token {
        kind: TokenKind::Sign(sign),
        span: span.clone(),
    }
}

/// How many tokens the bullet or enumerator is that a line begins with: `-`, `+`, `•`,
/// "1.", "2)", "a)", "(1)".
fn item_mark(line: &[Token]) -> Option<usize> {
    let marks = |sign| matches!(sign, Sign::Dash | Sign::Plus | Sign::Bullet);
    let is_number = |token: &Token| {
        token.digits().is_some_and(|digits| digits.len() <= 2)
            || token.word().is_some_and(|word| word.chars().count() == 1)
    };
    let begins_words = |at: usize| line.get(at).is_some_and(|token| token.word().is_some());
    match line {
        [first, ..] if matches!(first.kind, TokenKind::Sign(sign) if marks(sign)) => Some(1),
        [open, number, close, ..]
            if open.is(Sign::Open) && is_number(number) && close.is(Sign::Close) =>
        {
            Some(3)
        }
        [number, end, ..]
            if is_number(number)
                && (end.is(Sign::Stop) || end.is(Sign::Close))
                && begins_words(2) =>
        {
            Some(2)
        }
        _ => None,
    }
}

/// Whether the break before `raw[next]` only wraps a line.
fn is_wrap(text: &str, raw: &[Token], next: usize, breaks: Breaks) -> bool {
    let after_dash = next > 2 && raw[next - 2].is(Sign::Dash) && !raw[next - 3].is(Sign::Break);
    let Some(token) = raw.get(next) else {
        return true;
    };
    if item_mark(&raw[next..]).is_some() {
        return false;
    }
    let begins_small = text[token.span.clone()].starts_with(char::is_lowercase);
    after_dash || breaks == Breaks::Wrap && (begins_small || token.digits().is_some())
}
