//! Places in a ranking and bands of the published index.

use winnow::combinator::{alt, opt, preceded};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::meaning::Meaning as M;
use super::term::{Parsed, Terms, meaning, sign, span_of, take};
use crate::model::{Band, BoundKind, Comparison, Rank};
use crate::words::said::as_written;
use crate::words::tokens::Sign;

/// The most words between "có" and "cao nhất" in "có chỉ số PAPI cao nhất".
const MOST_WORDS_OF_MERIT: usize = 8;

/// Reads a rank or a band.
pub(super) fn rank_or_band<'t>(input: &mut Terms<'t>, text: &str) -> Parsed<BoundKind> {
    alt((
        |input: &mut Terms<'t>| group(input, text),
        |input: &mut Terms<'t>| ranked_at(input, text),
        |input: &mut Terms<'t>| leading(input, text),
        band,
    ))
    .parse_next(input)
}

/// "nhóm 10 tỉnh, thành phố đứng đầu cả nước", "top 3 vùng Tây Bắc".
fn group(input: &mut Terms<'_>, text: &str) -> Parsed<BoundKind> {
    let top = input
        .first()
        .is_some_and(|first| !first.is_one_of(&["nhóm", "band"]));
    meaning(M::Group).parse_next(input)?;
    let at_most = place(input)?;
    let named = opt(ranked).parse_next(input)?.is_some();
    let led = opt(|input: &mut Terms<'_>| merit(input, named))
        .parse_next(input)?
        .is_some();
    if !top && !led {
        return Err(EmptyError);
    }
    let scope = scope(input, text)?;
    rank(at_most, scope, input)
}

/// "xếp thứ 23", "từ vị trí thứ 20/63 trở lên".
fn ranked_at(input: &mut Terms<'_>, text: &str) -> Parsed<BoundKind> {
    opt(alt((
        meaning(M::From),
        meaning(M::Compare(Comparison::AtLeast)),
    )))
    .parse_next(input)?;
    alt((meaning(M::RankedAt), meaning(M::Ranking))).parse_next(input)?;
    opt(meaning(M::From)).parse_next(input)?;
    let at_most = place(input)?;
    let all = opt(preceded(sign(Sign::Slash), place)).parse_next(input)?;
    opt(ranked).parse_next(input)?;
    opt(meaning(M::AndUp)).parse_next(input)?;
    let scope = scope(input, text)?;
    let nationwide = all.is_none_or(|all| matches!(all, 34 | 60..=64));
    if !nationwide && scope.is_none() || all.is_some_and(|all| all < at_most) {
        return Err(EmptyError);
    }
    rank(at_most, scope, input)
}

/// "10 tỉnh, thành phố dẫn đầu cả nước".
fn leading(input: &mut Terms<'_>, text: &str) -> Parsed<BoundKind> {
    let at_most = place(input)?;
    ranked(input)?;
    merit(input, true)?;
    let scope = scope(input, text)?;
    rank(at_most, scope, input)
}

/// A rank, unless what follows says more of it: "xếp thứ 20 - 25", "20 trở xuống".
fn rank(at_most: u32, scope: Option<String>, after: Terms<'_>) -> Parsed<BoundKind> {
    let goes_on = match after {
        [dash, number, ..] if number.digits().is_some() => {
            dash.is(Sign::Dash)
                || dash.is(Sign::Slash)
                || dash.means(M::Until)
                || dash.means(M::And)
        }
        [down, ..] => down.means(M::AndDown),
        [] => false,
    };
    if goes_on {
        Err(EmptyError)
    } else {
        Ok(BoundKind::Rank(Rank { at_most, scope }))
    }
}

/// "nhóm Cao nhất của cả nước", "nhóm các tỉnh đạt điểm trung bình cao trở lên".
fn band(input: &mut Terms<'_>) -> Parsed<BoundKind> {
    let grouped = opt(meaning(M::Group)).parse_next(input)?.is_some();
    if grouped {
        opt(ranked).parse_next(input)?;
        opt(alt((meaning(M::Reach), meaning(M::Opening)))).parse_next(input)?;
        opt(alt((
            meaning(M::Points),
            meaning(M::Held),
            meaning(M::Ranking),
        )))
        .parse_next(input)?;
    } else {
        alt((
            (meaning(M::Reach), opt(meaning(M::Mark))).void(),
            meaning(M::Mark),
        ))
        .parse_next(input)?;
    }
    let band = take(input, |term| match term.means {
        Some(M::Band(band)) => Some(band),
        _ => None,
    })?;
    let plain = matches!(band, Band::UpperMiddle | Band::LowerMiddle);
    if !grouped && !plain {
        return Err(EmptyError);
    }
    opt(meaning(M::AndUp)).parse_next(input)?;
    opt(nationwide).parse_next(input)?;
    opt(meaning(M::AndUp)).parse_next(input)?;
    let elsewhere = input.first().is_some_and(|next| {
        matches!(
            next.means,
            Some(M::Region | M::AndDown | M::Band(_) | M::Ranked)
        ) || next.is_one_of(&["của", "trong"])
    });
    if elsewhere {
        return Err(EmptyError);
    }
    Ok(BoundKind::Band(band))
}

/// A place: a whole number of up to three digits.
fn place(input: &mut Terms<'_>) -> Parsed<u32> {
    take(input, |term| {
        let digits = term.digits().filter(|digits| digits.len() <= 3)?;
        digits.parse().ok().filter(|&place| place > 0)
    })
}

/// "tỉnh, thành phố".
fn ranked(input: &mut Terms<'_>) -> Parsed<()> {
    meaning(M::Ranked).parse_next(input)?;
    while opt((
        opt(alt((sign(Sign::Comma), sign(Sign::Slash), meaning(M::And)))),
        meaning(M::Ranked),
    ))
    .parse_next(input)?
    .is_some()
    {}
    Ok(())
}

/// "đứng đầu", "có chỉ số PAPI cao nhất"; "đầu" behind what is ranked.
fn merit(input: &mut Terms<'_>, named: bool) -> Parsed<()> {
    let best = |input: &mut Terms<'_>| {
        take(input, |term| {
            let best = term.means(M::Leading) || term.means(M::Band(Band::Highest));
            (best || named && term.is_one_of(&["đầu"])).then_some(())
        })
    };
    if opt(best).parse_next(input)?.is_some() {
        return Ok(());
    }
    take(input, |term| {
        (term.means(M::Reach) || term.is_one_of(&["có"])).then_some(())
    })?;
    for _ in 0..MOST_WORDS_OF_MERIT {
        if opt(best).parse_next(input)?.is_some() {
            return Ok(());
        }
        take(input, |term| term.word().is_some().then_some(()))?;
    }
    Err(EmptyError)
}

/// Where the ranking is: nothing for the whole country, else the region as written.
fn scope(input: &mut Terms<'_>, text: &str) -> Parsed<Option<String>> {
    if opt(nationwide).parse_next(input)?.is_some() {
        return Ok(None);
    }
    let start = *input;
    opt(preposition).parse_next(input)?;
    let length = region(input);
    if length == 0 {
        *input = start;
        return Ok(None);
    }
    let (words, rest) = input.split_at(length);
    *input = rest;
    let mixed = words
        .iter()
        .any(|term| matches!(term.means, Some(M::WholeCountry)));
    if mixed {
        return Err(EmptyError);
    }
    Ok(Some(as_written(text, span_of(words))))
}

/// How many terms name a region: "vùng Tây Bắc", "các tỉnh trung du và miền núi phía Bắc".
fn region(terms: Terms<'_>) -> usize {
    let opens = |at: usize| {
        terms.get(at).is_some_and(|term| {
            matches!(term.means, Some(M::Region))
                || term.is_one_of(&["các"])
                    && terms.get(at + 1).is_some_and(|next| next.means(M::Ranked))
        })
    };
    if !opens(0) {
        return 0;
    }
    terms
        .iter()
        .enumerate()
        .position(|(at, term)| {
            let next_goes_on = || {
                terms.get(at + 1).is_some_and(|next| {
                    next.capital && next.word().is_some() || next.means(M::Region)
                })
            };
            let goes_on = match term.means {
                _ if term.word().is_none() => term.is(Sign::Dash) && next_goes_on(),
                None | Some(M::Region | M::Ranked | M::Until | M::WholeCountry) => {
                    !term.is_one_of(&["về", "theo", "ở", "được"])
                }
                Some(M::And) => next_goes_on(),
                Some(_) => term.capital,
            };
            !goes_on
        })
        .unwrap_or(terms.len())
}

/// "của cả nước", "trên toàn quốc".
fn nationwide(input: &mut Terms<'_>) -> Parsed<()> {
    opt(preposition).parse_next(input)?;
    meaning(M::WholeCountry).parse_next(input)
}

fn preposition(input: &mut Terms<'_>) -> Parsed<()> {
    take(input, |term| {
        term.is_one_of(&["của", "trong", "ở", "tại", "trên", "in"])
            .then_some(())
    })
}
