//! Lists of periods that are reported on: "hằng quý, 6 tháng, năm".

use winnow::Parser;
use winnow::combinator::{alt, not, opt, preceded};

use super::parsing::{Input, Parsed, four_digits, meaning, no, sign, small, word};
use super::time::{Unit, count, months, time_like, year_after};
use super::vocabulary::{CONNECTIVES, LEADS, MONTHS, NUMBERS, PERIODIC, ROMAN, WITH_REPORTS};
use crate::model::{PeriodPart, PeriodSet};
use crate::words::tokens::Sign;

/// A period in a list, with the year where one is named.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct ListedPeriod {
    pub(super) set: PeriodSet,
    pub(super) year: Option<i32>,
}

/// The periods of "Định kỳ Quý I, 6 tháng, Quý III và năm" and "hằng quý, 6 tháng, năm".
/// One period alone is none ("hằng quý" comes again), unless reports are named.
pub(super) fn listed_periods(input: &mut Input<'_>) -> Parsed<Vec<ListedPeriod>> {
    let list = listing(input)?;
    let headed = list.with_reports || list.periodic || list.names[0].each;
    let is_list = list.with_reports || is_list(&list.names, list.periodic);
    let periods = sets(&list.names).filter(|_| is_list && (headed || !list.slashed));
    match periods {
        Some(periods) => Ok(periods),
        None => no(input),
    }
}

/// How many tokens a list of periods takes, whether it is one or not.
pub(super) fn listed_length(all: Input<'_>) -> usize {
    let mut left = all;
    match listing(&mut left) {
        Ok(_) => all.len() - left.len(),
        Err(_) => 0,
    }
}

/// Names in a row and what stands before them.
struct Listing {
    names: Vec<Name>,
    with_reports: bool,
    /// Whether "định kỳ" stands before them.
    periodic: bool,
    /// Whether a slash stands between two: "hằng quý/năm".
    slashed: bool,
}

fn listing(input: &mut Input<'_>) -> Parsed<Listing> {
    opt(meaning(&LEADS)).parse_next(input)?;
    let with_reports = opt((meaning(&WITH_REPORTS), opt(sign(Sign::Colon)))).parse_next(input)?;
    let with_reports = with_reports.is_some();
    let periodic = opt(meaning(&PERIODIC)).parse_next(input)?.is_some();
    let mut names = vec![name(with_reports).parse_next(input)?];
    let mut slashed = false;
    loop {
        let before = *input;
        let slash = opt(sign(Sign::Slash)).parse_next(input)?.is_some();
        if !slash && opt(list_mark).parse_next(input)?.is_none() {
            break;
        }
        let after_quarter = names.last().is_some_and(Name::is_quarter) && !slash;
        let next = if after_quarter {
            opt(alt((name(with_reports), bare_quarter))).parse_next(input)?
        } else {
            opt(name(with_reports)).parse_next(input)?
        };
        let Some(next) = next else {
            *input = before;
            break;
        };
        slashed |= slash;
        names.push(next);
    }
    Ok(Listing {
        names,
        with_reports,
        periodic,
        slashed,
    })
}

/// The name of a period as it stands in a list.
#[derive(Clone, Copy, Debug)]
struct Name {
    kind: NameKind,
    /// Whether "hằng" or "mỗi" stands before it.
    each: bool,
    /// Whether "cả" does.
    whole: bool,
    year: Option<i32>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum NameKind {
    Month,
    Quarter,
    /// "3 tháng": the first quarter, or each.
    ThreeMonths,
    /// "6 tháng": the first half-year, or each.
    SixMonths,
    Year,
    Part(PeriodPart),
}

impl Name {
    /// Whether it is a quarter, after which another may follow without its word.
    fn is_quarter(&self) -> bool {
        matches!(self.kind, NameKind::Part(PeriodPart::Quarter(_)))
    }

    /// Whether it can only be a period that is reported on, and no time in the calendar.
    fn is_bare(&self) -> bool {
        let calendar = matches!(
            self.kind,
            NameKind::Part(PeriodPart::Quarter(_) | PeriodPart::Half(_) | PeriodPart::Month(_))
        );
        !self.each && !self.whole && !calendar && self.year.is_none()
    }
}

/// Whether names make a list of periods: a bare one among several, "hằng" before two, or
/// "định kỳ" before one in the calendar.
fn is_list(names: &[Name], periodic: bool) -> bool {
    let one_part = matches!(
        names,
        [Name {
            kind: NameKind::Part(_),
            ..
        }]
    );
    let each = names.iter().filter(|name| name.each).count();
    let parts = names
        .iter()
        .filter(|name| matches!(name.kind, NameKind::Part(_)))
        .count();
    if names.len() == 1 {
        return periodic && one_part;
    }
    let yearly_times = names[0].each && names[0].kind == NameKind::Year && parts > 0;
    !yearly_times
        && (names.iter().any(Name::is_bare) || each == names.len() || periodic && parts > 0)
}

/// What the names stand for together: "6 tháng" is the first half-year beside a quarter
/// or 9 tháng, and each half-year otherwise. `None` where it cannot be told.
fn sets(names: &[Name]) -> Option<Vec<ListedPeriod>> {
    let particular = names
        .iter()
        .any(|name| matches!(name.kind, NameKind::Part(_)));
    let nine = names
        .iter()
        .any(|name| name.kind == NameKind::Part(PeriodPart::NineMonths));
    let dated = names.iter().any(|name| name.year.is_some());
    names
        .iter()
        .map(|name| {
            let set = match name.kind {
                NameKind::Part(part) => PeriodSet::Part(part),
                NameKind::Year => PeriodSet::Part(PeriodPart::Year),
                NameKind::ThreeMonths if nine => PeriodSet::Part(PeriodPart::Quarter(1)),
                NameKind::ThreeMonths => return None,
                NameKind::SixMonths if particular && !name.each => {
                    PeriodSet::Part(PeriodPart::Half(1))
                }
                // In one named year "6 tháng" may be either.
                _ if dated => return None,
                NameKind::SixMonths => PeriodSet::EveryHalf,
                NameKind::Month => PeriodSet::EveryMonth,
                NameKind::Quarter => PeriodSet::EveryQuarter,
            };
            let year = name.year;
            Some(ListedPeriod { set, year })
        })
        .collect()
}

/// What stands between the periods of a list.
fn list_mark(input: &mut Input<'_>) -> Parsed<()> {
    let mark = alt((sign(Sign::Comma), sign(Sign::Semicolon), sign(Sign::Break)));
    alt((
        (mark, opt(meaning(&CONNECTIVES))).void(),
        meaning(&CONNECTIVES),
    ))
    .parse_next(input)
}

fn bare_quarter(input: &mut Input<'_>) -> Parsed<Name> {
    let (kind, year) = particular_quarter(input)?;
    Ok(Name {
        kind,
        each: false,
        whole: false,
        year,
    })
}

fn particular_quarter(input: &mut Input<'_>) -> Parsed<(NameKind, Option<i32>)> {
    time_like(Unit::Quarter(1))
        .verify_map(|time| match time.unit {
            Unit::Quarter(quarter @ 1..=4) => {
                Some((NameKind::Part(PeriodPart::Quarter(quarter)), time.year))
            }
            _ => None,
        })
        .parse_next(input)
}

/// One name; months are named only where reports are ("tháng 12" is a time otherwise).
fn name(with_reports: bool) -> impl FnMut(&mut Input<'_>) -> Parsed<Name> {
    move |input| {
        let each = opt(alt((
            word("hằng"),
            word("mỗi"),
            word("từng"),
            word("each"),
            word("every"),
        )))
        .parse_next(input)?
        .is_some();
        let whole = opt(word("cả")).parse_next(input)?.is_some();
        let (kind, year) = alt((
            alt((part_of_year, quarter, english_span)),
            month.verify(|_| with_reports),
            (word("tháng"), not(figure_after)).value((NameKind::Month, None)),
            (small.verify(|&count| count == 12), word("tháng")).value((NameKind::Year, None)),
            preceded(word("năm"), opt(four_digits)).map(|year| (NameKind::Year, year)),
        ))
        .parse_next(input)?;
        if each && matches!(kind, NameKind::Part(_)) || whole && (each || kind != NameKind::Year) {
            return no(input);
        }
        Ok(Name {
            kind,
            each,
            whole,
            year,
        })
    }
}

/// A figure or Roman figure, which makes "tháng" or "quý" a particular one.
fn figure_after(input: &mut Input<'_>) -> Parsed<()> {
    alt((count.void(), meaning(&ROMAN).void())).parse_next(input)
}

/// "6 tháng", "6 tháng đầu năm", "9 tháng", "the first half".
fn part_of_year(input: &mut Input<'_>) -> Parsed<(NameKind, Option<i32>)> {
    if let Some(named) = opt(months).parse_next(input)? {
        let part = match named.unit {
            Unit::Months(1, 6) => PeriodPart::Half(1),
            Unit::Months(7, 12) => PeriodPart::Half(2),
            Unit::Months(1, 9) => PeriodPart::NineMonths,
            Unit::Months(1, 3) => PeriodPart::Quarter(1),
            Unit::Months(10, 12) => PeriodPart::Quarter(4),
            _ => return no(input),
        };
        return Ok((NameKind::Part(part), named.year));
    }
    let count = alt((small, meaning(&NUMBERS))).parse_next(input)?;
    word("tháng").parse_next(input)?;
    let kind = match count {
        3 => NameKind::ThreeMonths,
        6 => NameKind::SixMonths,
        9 => NameKind::Part(PeriodPart::NineMonths),
        _ => return no(input),
    };
    let year = opt(year_after).parse_next(input)?;
    Ok((kind, year))
}

fn quarter(input: &mut Input<'_>) -> Parsed<(NameKind, Option<i32>)> {
    preceded(
        alt((word("quý"), word("q"))),
        alt((
            particular_quarter,
            not(figure_after).map(|()| (NameKind::Quarter, None)),
        )),
    )
    .parse_next(input)
}

fn month(input: &mut Input<'_>) -> Parsed<(NameKind, Option<i32>)> {
    alt((preceded(word("tháng"), small), meaning(&MONTHS)))
        .verify(|month| (1..=12).contains(month))
        .map(|month| (NameKind::Part(PeriodPart::Month(month)), None))
        .parse_next(input)
}

/// "each month", "each quarter", "each half-year", "the year".
fn english_span(input: &mut Input<'_>) -> Parsed<(NameKind, Option<i32>)> {
    alt((
        word("month").map(|()| NameKind::Month),
        word("quarter").map(|()| NameKind::Quarter),
        (word("half"), opt(sign(Sign::Dash)), word("year")).map(|_| NameKind::SixMonths),
        (word("six"), word("months")).map(|_| NameKind::SixMonths),
        (word("the"), word("year")).map(|_| NameKind::Year),
    ))
    .map(|kind| (kind, None))
    .parse_next(input)
}
