//! What names no day: "theo kế hoạch của tỉnh", "khi có phát sinh", "đột xuất".

use winnow::Parser;
use winnow::combinator::{alt, opt, preceded, repeat};

use super::clause::is_boundary;
use super::parsing::{Input, Parsed, figure, four_digits, meaning, no, sign, word};
use super::time::time;
use super::vocabulary::{
    BEGINS_ANOTHER, FOLLOWED, FOLLOWED_EACH, PERIODIC, REFERENCES, Reference, TIMELY,
};
use crate::words::tokens::{Sign, Token, TokenKind};

/// A reference with the name of what it refers to.
pub(super) fn reference(input: &mut Input<'_>) -> Parsed<()> {
    let kind = begins(input)?;
    let rest = *input;
    name(input);
    match kind {
        Reference::Whole if !is_boundary(rest) => no(input),
        Reference::Whole => {
            *input = rest;
            Ok(())
        }
        Reference::Named if rest.len() == input.len() => no(input),
        Reference::Named | Reference::Maybe => Ok(()),
    }
}

/// Whether a reference begins here.
pub(super) fn begins_reference(mut input: Input<'_>) -> bool {
    begins(&mut input).is_ok()
}

fn begins(input: &mut Input<'_>) -> Parsed<Reference> {
    let followed = (
        opt(meaning(&PERIODIC)),
        word("theo"),
        opt(meaning(&FOLLOWED_EACH)),
        meaning(&FOLLOWED),
        // "theo kế hoạch hằng năm" is the plan's name, not a frequency.
        opt((
            word("hằng"),
            alt((word("năm"), word("quý"), word("tháng"), word("tuần"))),
        )),
    )
        .map(|_| Reference::Maybe);
    alt((followed, meaning(&REFERENCES))).parse_next(input)
}

/// Takes the words of a name: of a document, an agency, an event. It stops before what
/// speaks of time, at the last place where another reading may begin.
fn name(input: &mut Input<'_>) {
    let mut last_mark = None;
    loop {
        if input.is_empty() {
            return;
        }
        if parts_readings(&input[0]) {
            if begins_another(&input[1..]) {
                return;
            }
            last_mark = Some(*input);
            *input = &input[1..];
        } else if opt(word_of_name).parse_next(input).ok().flatten().is_none() {
            break;
        }
    }
    if !is_boundary(input)
        && let Some(mark) = last_mark
    {
        *input = mark;
    }
}

/// Marks after which a name may go on, or another reading begin.
fn parts_readings(token: &Token) -> bool {
    matches!(
        token.kind,
        TokenKind::Sign(Sign::Comma | Sign::Semicolon | Sign::Open | Sign::Break)
    )
}

fn begins_another(input: Input<'_>) -> bool {
    input.first().is_none_or(|next| next.word().is_none())
        || TIMELY.at_start(input).is_some()
        || BEGINS_ANOTHER.at_start(input).is_some()
}

/// A word that does not speak of time, or the number and date of a document.
fn word_of_name(input: &mut Input<'_>) -> Parsed<()> {
    alt((
        document_number,
        (
            word("năm"),
            four_digits,
            opt((sign(Sign::Dash), four_digits)),
        )
            .void(),
        (four_digits, sign(Sign::Dash), four_digits).void(),
        plain_word,
        alt((sign(Sign::Slash), sign(Sign::Dash), sign(Sign::Close))),
    ))
    .parse_next(input)
}

/// "số 19/KH-UBND", "09/2019/NĐ-CP", "số 19/KH-UBND ngày 08/02/2023": the day belongs to it.
fn document_number(input: &mut Input<'_>) -> Parsed<()> {
    (
        opt(word("số")),
        figure,
        opt((sign(Sign::Slash), four_digits)),
        sign(Sign::Slash),
        plain_word,
        repeat::<_, _, (), _, _>(0..=5, (sign(Sign::Dash), plain_word).void()),
    )
        .void()
        .parse_next(input)?;
    opt(preceded(
        word("ngày"),
        time.verify(|time| time.year.is_some()),
    ))
    .void()
    .parse_next(input)
}

fn plain_word(input: &mut Input<'_>) -> Parsed<()> {
    if input.first().is_some_and(|next| next.word().is_some()) && TIMELY.at_start(input).is_none() {
        *input = &input[1..];
        return Ok(());
    }
    no(input)
}
