//! Numbers that are no figures: levels of service, laws, days, hours, years.

use winnow::combinator::{alt, opt};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::figure::compares;
use super::meaning::Meaning as M;
use super::quantity::is_figure;
use super::term::{Parsed, Term, Terms, begins_predicate, meaning, sign, span_of, take};
use super::vocabulary::COUNTED;
use crate::words::tokens::Sign;

/// Words that carry a number in their name.
const NAMES: &[(&str, &str)] = &[
    ("covid", "19"),
    ("pm", "2.5"),
    ("pm", "10"),
    ("co", "2"),
    ("iso", "9001"),
    ("iso", "9001:2008"),
    ("iso", "9001:2015"),
    ("iso", "14001"),
    ("iso", "14001:2015"),
    ("iso", "27001"),
    ("tcvn", "9001:2015"),
];

/// Words of names that may as well lead up to things counted: "cấp 3 máy tính".
const VERBAL: &[&str] = &["cấp", "loại", "lớp", "vòng", "bước", "khoản", "mục"];

/// Takes a number that names something, with the words that say so.
pub(super) fn name<'t>(input: &mut Terms<'t>, text: &str) -> Parsed<()> {
    alt((
        law,
        |input: &mut Terms<'t>| named(input, text),
        around_the_clock,
        generation,
        ordinal,
        years,
    ))
    .parse_next(input)
}

/// "59/2019/NĐ-CP", "149/KH-UBND", "10/2022/QH15".
fn law(input: &mut Terms<'_>) -> Parsed<()> {
    number(input)?;
    glued(input, Sign::Slash)?;
    let year = opt(|input: &mut Terms<'_>| {
        let year = take(input, |term| year_of(term.digits()?))?;
        glued(input, Sign::Slash)?;
        Ok(year)
    })
    .parse_next(input)?;
    take(input, |term| {
        (term.word().is_some() && !matches!(term.means, Some(M::Span(_)))).then_some(())
    })?;
    let mut words = 1;
    while opt(|input: &mut Terms<'_>| {
        glued(input, Sign::Dash)?;
        take(input, |term| {
            (term.word().is_some() && !term.spaced).then_some(())
        })
    })
    .parse_next(input)?
    .is_some()
    {
        words += 1;
    }
    opt(|input: &mut Terms<'_>| {
        take(input, |term| {
            (!term.spaced && term.digits().is_some()).then_some(())
        })
    })
    .parse_next(input)?;
    if year.is_none() && words < 2 {
        return Err(EmptyError);
    }
    no_figure_next(input)
}

/// "Covid-19", "PM2.5", "ISO 9001:2015".
fn named(input: &mut Terms<'_>, text: &str) -> Parsed<()> {
    let name = take(input, |term| {
        term.word()
            .filter(|word| has_number(word))
            .map(str::to_owned)
    })?;
    opt(sign(Sign::Dash)).parse_next(input)?;
    for length in [3, 1] {
        let Some(taken) = input.get(..length) else {
            continue;
        };
        let digits = &text[span_of(taken)];
        if NAMES
            .iter()
            .any(|&(named, number)| named == name && number == digits)
        {
            *input = &input[length..];
            return no_figure_next(input);
        }
    }
    Err(EmptyError)
}

/// Whether a word may carry a number in its name.
pub(super) fn has_number(word: &str) -> bool {
    NAMES.iter().any(|&(named, _)| named == word)
}

/// "24/7", and "24/24" of hours.
fn around_the_clock(input: &mut Terms<'_>) -> Parsed<()> {
    let exact = |input: &mut Terms<'_>, digits: &str| {
        take(input, |term| (term.digits() == Some(digits)).then_some(()))
    };
    exact(input, "24")?;
    glued(input, Sign::Slash)?;
    if exact(input, "7").is_err() {
        exact(input, "24")?;
        take(input, |term| term.is_one_of(&["giờ", "h"]).then_some(()))?;
    }
    no_figure_next(input)
}

/// "4G".
fn generation(input: &mut Terms<'_>) -> Parsed<()> {
    take(input, |term| {
        matches!(term.digits()?, "2" | "3" | "4" | "5" | "6").then_some(())
    })?;
    take(input, |term| {
        (!term.spaced && term.word() == Some("g")).then_some(())
    })
}

/// "mức độ 3, 4", "cấp 1 và 2", "mức độ 3 trở lên": small numbers that are not padded.
fn ordinal(input: &mut Terms<'_>) -> Parsed<()> {
    let (most, named) = take(input, |term| match term.means {
        Some(M::Ordinal(most)) => Some((most, term.word()?.to_owned())),
        Some(M::Mark) => Some((5, String::new())),
        _ => None,
    })?;
    let verbal = VERBAL.contains(&named.as_str());
    let numbers = |input: &mut Terms<'_>| {
        take(input, |term| {
            let small = |digits: &str| {
                let number: Option<u32> = digits.parse().ok().filter(|_| digits.len() <= 3);
                number.is_some_and(|number| (1..=most).contains(&number))
                    && (!digits.starts_with('0') || most > 90)
            };
            term.digits()?.split([',', '.']).all(small).then_some(())
        })
    };
    numbers(input)?;
    while opt(|input: &mut Terms<'_>| {
        alt((
            sign(Sign::Comma),
            sign(Sign::Dash),
            meaning(M::And),
            meaning(M::Until),
        ))
        .parse_next(input)?;
        numbers(input)?;
        no_figure_next(input)
    })
    .parse_next(input)?
    .is_some()
    {}
    opt(alt((meaning(M::AndUp), meaning(M::AndDown)))).parse_next(input)?;
    let plain = |term: &Term| term.word().is_some() && term.means.is_none();
    if verbal && input.first().is_some_and(plain) && !begins_predicate(input) {
        return Err(EmptyError);
    }
    no_figure_next(input)
}

/// "giai đoạn 2021 - 2025", "năm học 2021-2022".
fn years(input: &mut Terms<'_>) -> Parsed<()> {
    let year = |input: &mut Terms<'_>| take(input, |term| year_of(term.digits()?));
    meaning(M::Years).parse_next(input)?;
    year(input)?;
    alt((sign(Sign::Dash), meaning(M::Until))).parse_next(input)?;
    year(input)?;
    no_figure_next(input)
}

/// A number of four digits that is a year.
pub(super) fn year_of(digits: &str) -> Option<i32> {
    let plain = digits.len() == 4 && digits.bytes().all(|byte| byte.is_ascii_digit());
    digits
        .parse()
        .ok()
        .filter(|year| plain && (1990..=2100).contains(year))
}

fn number(input: &mut Terms<'_>) -> Parsed<()> {
    take(input, |term| term.digits().map(|_| ()))
}

/// Takes a sign that touches both neighbours.
fn glued(input: &mut Terms<'_>, which: Sign) -> Parsed<()> {
    let touches = input.get(1).is_some_and(|next| !next.spaced);
    take(input, |term| {
        (term.is(which) && !term.spaced && touches).then_some(())
    })
}

/// A name is no name when more of a figure follows: "mức 3 %", "30/6/80".
pub(super) fn no_figure_next(input: &mut Terms<'_>) -> Parsed<()> {
    let open = input.first().is_some_and(|next| {
        is_figure(next)
            && next.digits().is_none()
            && !next.is(Sign::Equal)
            && compares(next).is_none()
            || next.is(Sign::Slash)
            || matches!(
                next.means,
                Some(M::Points | M::PercentPoints | M::Percent | M::Place)
            )
            || next.is_one_of(COUNTED) && next.means.is_none()
    });
    if open { Err(EmptyError) } else { Ok(()) }
}
