//! Spans of time that come again: "hằng quý", "2 tuần/lần".

use winnow::Parser;
use winnow::combinator::{alt, opt, preceded};

use super::parsing::{Input, Parsed, meaning, sign, word};
use super::time::count;
use super::vocabulary::{EACH, PERIODIC, SPANS};
use crate::model::Every;
use crate::words::tokens::Sign;

/// "hằng quý", "định kỳ 6 tháng", "2 tuần/lần", "01 lần/năm", "mỗi năm một lần".
pub(super) fn frequency(input: &mut Input<'_>) -> Parsed<Every> {
    alt((
        preceded(
            (
                opt(meaning(&PERIODIC)),
                once,
                alt((sign(Sign::Slash), word("mỗi"), word("một"))),
            ),
            span,
        ),
        (opt(meaning(&EACH)), span, alt((per_time, once))).map(|(_, every, ())| every),
        preceded(meaning(&EACH), span),
    ))
    .parse_next(input)
}

/// The span after "hằng" or "mỗi" at the end of a time: "ngày 15 hằng tháng".
pub(super) fn each_span(input: &mut Input<'_>) -> Parsed<Every> {
    preceded(alt((word("hằng"), word("mỗi"))), span).parse_next(input)
}

/// "một lần", "1 lần".
fn once(input: &mut Input<'_>) -> Parsed<()> {
    (count.verify(|&count| count == 1), word("lần"))
        .void()
        .parse_next(input)
}

/// "/lần".
fn per_time(input: &mut Input<'_>) -> Parsed<()> {
    (sign(Sign::Slash), word("lần")).void().parse_next(input)
}

/// "quý", "6 tháng", "hai tuần".
fn span(input: &mut Input<'_>) -> Parsed<Every> {
    alt((
        meaning(&SPANS),
        (count, meaning(&SPANS)).verify_map(|(count, every)| match (count, every) {
            (1, every) => Some(every),
            (2, Every::Week) => Some(Every::TwoWeeks),
            (3, Every::Month) => Some(Every::Quarter),
            (6, Every::Month) => Some(Every::HalfYear),
            (12, Every::Month) => Some(Every::Year),
            _ => None,
        }),
    ))
    .parse_next(input)
}
