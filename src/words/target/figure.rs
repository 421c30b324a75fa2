//! A figure with what compares it, its unit and its span of time: the numbers of a
//! target that are not ranks.

use rust_decimal::Decimal;
use winnow::combinator::{alt, opt, preceded};
use winnow::error::EmptyError;
use winnow::prelude::*;

use super::meaning::Meaning as M;
use super::quantity::{Amount, Unit, amount, follow_up};
use super::term::{Parsed, Term, Terms, meaning, sign, take};
use super::vocabulary::{COUNTED, DURATIONS};
use crate::model::{Band, Comparison, Every};
use crate::words::number::{Number, NumberKind, read_number};
use crate::words::tokens::Sign;

/// A figure as it stands in a phrase.
#[derive(Clone, Debug, PartialEq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word that led up to it or not"
)]
pub(super) struct Figure {
    pub(super) comparison: Comparison,
    /// Whether the phrase compares, and not only names a number.
    pub(super) compared: bool,
    /// Whether a year may be what it is compared with: "cao hơn 5 điểm năm 2020".
    pub(super) comparative: bool,
    /// Whether it may be above something that was given: "vượt 5% kế hoạch".
    pub(super) exceeds: bool,
    /// Whether "cao nhất" or "thấp nhất" compares it.
    pub(super) extreme: bool,
    /// Whether "đạt" or its like leads up to it.
    pub(super) reached: bool,
    pub(super) value: Decimal,
    pub(super) upper: Option<Decimal>,
    pub(super) unit: Unit,
    pub(super) out_of: Option<Decimal>,
    pub(super) per: Option<Every>,
}

/// The most terms that lead up to a number.
const LONGEST_LEAD: usize = 6;

/// What leads up to a number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a word that was seen or not, in any order"
)]
struct Lead {
    comparison: Option<Comparison>,
    from: bool,
    reached: bool,
    down: bool,
    sign: bool,
    mark: bool,
    until: bool,
    comparative: bool,
    exceeds: bool,
    extreme: bool,
}

/// Reads a figure: what leads up to it, the number or range, its unit, and what follows.
pub(super) fn figure(input: &mut Terms<'_>) -> Parsed<Figure> {
    let lead = lead(input)?;
    let first = amount(input)?;
    let second = opt(range_end).parse_next(input)?;
    let after = follow_up(input)?;
    let units = (
        first.unit.clone(),
        second.as_ref().map(|amount| amount.unit.clone()),
    );
    let unit = match units {
        (unit, None) | (Unit::None, Some(unit)) => unit,
        (unit, Some(other)) if unit == other => unit,
        _ => return Err(EmptyError),
    };
    let strong = matches!(
        lead.comparison,
        Some(Comparison::AtLeast | Comparison::AtMost)
    );
    if first.digits.is_none() && !strong && after.per.is_none() {
        return Err(EmptyError);
    }
    if lead.mark && unit == Unit::None {
        return Err(EmptyError);
    }
    let kind = match unit {
        Unit::Percent(_) | Unit::Points | Unit::PercentPoints(_) => NumberKind::Fraction,
        Unit::None if first.out_of.is_some() => NumberKind::Fraction,
        Unit::None => NumberKind::Any,
        Unit::Place | Unit::Words(_) => NumberKind::Count,
    };
    let value = value_of(&first, kind)?;
    let upper = second
        .as_ref()
        .map(|second| value_of(second, kind))
        .transpose()?;
    if upper.is_some_and(|upper| upper <= value) {
        return Err(EmptyError);
    }
    // "đến 5%" may be an upper end; "tuyên truyền đến 100% hộ dân" cannot.
    let all = value == Decimal::ONE_HUNDRED && unit == Unit::Percent(None) && upper.is_none();
    if lead.until && (!all || lead.comparison.is_some()) {
        return Err(EmptyError);
    }
    let comparison = comparison(lead, after.up, after.down, upper.is_some())?;
    let compared = lead.comparison.is_some() || lead.from || after.up || after.down;
    if lead.down && !compared {
        return Err(EmptyError);
    }
    if unit == Unit::Percent(None) && upper.is_none() {
        opt(|input: &mut Terms<'_>| share_in_numbers(input, value)).parse_next(input)?;
    }
    Ok(Figure {
        comparison,
        compared,
        comparative: lead.comparative,
        exceeds: lead.exceeds,
        extreme: lead.extreme,
        reached: lead.reached || lead.down,
        value,
        upper,
        unit,
        out_of: first.out_of.or(second.and_then(|second| second.out_of)),
        per: after.per,
    })
}

/// "hai lần" behind "mỗi năm".
pub(super) fn times(input: &mut Terms<'_>) -> Parsed<Figure> {
    let value = take(input, |term| {
        term.counts.filter(|_| term.digits().is_none())
    })?;
    let span = take(input, |term| term.means(M::Time).then(|| term.span.clone()))?;
    Ok(Figure {
        comparison: Comparison::AtLeast,
        compared: false,
        comparative: false,
        exceeds: false,
        extreme: false,
        reached: false,
        value: value.into(),
        upper: None,
        unit: Unit::Words(span),
        out_of: None,
        per: None,
    })
}

/// What leads up to a number, in any order that says one thing.
fn lead(input: &mut Terms<'_>) -> Parsed<Lead> {
    let mut lead = Lead::default();
    for _ in 0..LONGEST_LEAD {
        let Some(first) = input.first() else {
            return Err(EmptyError);
        };
        let comparison = compares(first);
        match (comparison, first.means) {
            (Some(found), _) => {
                if lead.comparison.is_some_and(|other| other != found) {
                    return Err(EmptyError);
                }
                lead.comparison = Some(found);
                lead.comparative |= matches!(first.means, Some(M::Comparative(_)));
                lead.sign |= first.word().is_none();
                lead.exceeds |= exceeds(first);
            }
            (_, Some(M::Band(band))) if lead == Lead::default() => {
                lead.comparison = Some(extreme(band)?);
                lead.extreme = true;
            }
            (_, Some(M::From)) if !lead.from => lead.from = true,
            (_, Some(M::Reach)) => lead.reached = true,
            (_, Some(M::DownTo)) => lead.down = true,
            (_, Some(M::Adverb)) => {}
            (_, Some(M::Until)) if !lead.until => lead.until = true,
            (_, Some(M::Mark)) if lead.reached => lead.mark = true,
            _ if first.is(Sign::Equal) => lead.reached = true,
            _ if first.is(Sign::Colon) && lead.comparison.is_some() && !lead.sign => {}
            _ => return Ok(lead),
        }
        *input = &input[1..];
    }
    Err(EmptyError)
}

/// The comparison a term makes with the number that follows.
pub(super) fn compares(term: &Term) -> Option<Comparison> {
    match term.means {
        Some(M::Compare(comparison) | M::Comparative(comparison)) => Some(comparison),
        _ if term.is(Sign::AtLeast) => Some(Comparison::AtLeast),
        _ if term.is(Sign::AtMost) => Some(Comparison::AtMost),
        _ if term.is(Sign::More) => Some(Comparison::MoreThan),
        _ if term.is(Sign::Less) => Some(Comparison::LessThan),
        _ if term.is(Sign::About) => Some(Comparison::About),
        _ => None,
    }
}

/// Whether a comparison may be with what was given, by so much: "vượt", "cao hơn".
fn exceeds(term: &Term) -> bool {
    let by_so_much = matches!(
        term.means,
        Some(M::Comparative(Comparison::MoreThan | Comparison::LessThan))
    ) && !term.is_one_of(&["hơn"]);
    by_so_much || term.is_one_of(&["vượt"])
}

/// "Cao nhất 5%" is at most, "thấp nhất 5%" at least.
fn extreme(band: Band) -> Parsed<Comparison> {
    match band {
        Band::Highest => Ok(Comparison::AtMost),
        Band::Lowest => Ok(Comparison::AtLeast),
        Band::UpperMiddle | Band::LowerMiddle => Err(EmptyError),
    }
}

/// "(152/152)" behind the 100 % that it is; "(8/8)" may be a day.
fn share_in_numbers(input: &mut Terms<'_>, percent: Decimal) -> Parsed<()> {
    let number = |input: &mut Terms<'_>| {
        take(input, |term| {
            match read_number(term.digits()?, NumberKind::Count) {
                Number::Exact(value) => Some(value),
                Number::Ambiguous | Number::None => None,
            }
        })
    };
    sign(Sign::Open).parse_next(input)?;
    let part = number(input)?;
    sign(Sign::Slash).parse_next(input)?;
    let whole = number(input)?;
    sign(Sign::Close).parse_next(input)?;
    let is_share = whole > Decimal::from(12)
        && part
            .checked_mul(Decimal::ONE_HUNDRED)
            .zip(whole.checked_mul(percent))
            .is_some_and(|(part, whole)| part == whole);
    if is_share { Ok(()) } else { Err(EmptyError) }
}

/// The other end of a range: "- 50%", "đến 50%".
fn range_end(input: &mut Terms<'_>) -> Parsed<Amount> {
    preceded(
        alt((sign(Sign::Dash), sign(Sign::About), meaning(M::Until))),
        amount,
    )
    .verify(|amount: &Amount| amount.digits.is_some())
    .parse_next(input)
}

/// What lead, "trở lên" and range come to together; nothing where they disagree.
fn comparison(lead: Lead, up: bool, down: bool, range: bool) -> Parsed<Comparison> {
    use Comparison as C;
    let said = match (lead.comparison, up, down) {
        (None, true, false) | (Some(C::AtLeast), _, false) => Some(C::AtLeast),
        (None | Some(C::AtMost), false, true) => Some(C::AtMost),
        (None, false, false) => None,
        (Some(comparison), false, false) => Some(comparison),
        _ => return Err(EmptyError),
    };
    match (said, lead.from, range) {
        (None, _, true) => Ok(C::Between),
        (None, _, false) | (Some(C::AtLeast), true, false) => Ok(C::AtLeast),
        (Some(C::AtLeast | C::About), _, true) => Ok(said.unwrap_or(C::About)),
        (Some(C::AtMost), true, false) if down => Ok(C::AtMost),
        (Some(comparison), false, false) => Ok(comparison),
        _ => Err(EmptyError),
    }
}

fn value_of(amount: &Amount, kind: NumberKind) -> Parsed<Decimal> {
    let Some(digits) = &amount.digits else {
        return amount.counted.map(Decimal::from).ok_or(EmptyError);
    };
    // A part of a spaced number ("97. 5", "46 000") begins so.
    if digits.len() > 1 && digits.starts_with("00") {
        return Err(EmptyError);
    }
    match read_number(digits, kind) {
        Number::Exact(value) if amount.negative => Ok(-value),
        Number::Exact(value) => Ok(value),
        Number::Ambiguous | Number::None => Err(EmptyError),
    }
}

impl Figure {
    /// Whether nothing but the number itself says that it is a figure: it then needs a
    /// unit, and a place where figures stand.
    pub(super) fn is_bare(&self) -> bool {
        !self.compared && !self.reached && matches!(self.unit, Unit::None | Unit::Words(_))
    }

    /// Whether its unit is one that is counted wherever it stands.
    pub(super) fn has_known_unit(&self, text: &str) -> bool {
        self.first_word_of_unit(text)
            .is_some_and(|word| COUNTED.contains(&word.as_str()))
    }

    /// Whether it is a span of time with nothing that says if longer is better.
    pub(super) fn is_open_duration(&self, text: &str) -> bool {
        !self.compared
            && self.per.is_none()
            && self
                .first_word_of_unit(text)
                .is_some_and(|word| DURATIONS.contains(&word.as_str()))
    }

    /// Whether its unit begins with a capital, as an item of a list does whose number
    /// lost its stop: "1 Ban hành quy chế".
    pub(super) fn has_capital_unit(&self, text: &str, in_capitals: bool) -> bool {
        let Unit::Words(span) = &self.unit else {
            return false;
        };
        text[span.clone()].starts_with(char::is_uppercase)
            && !(in_capitals && self.has_known_unit(text))
    }

    fn first_word_of_unit(&self, text: &str) -> Option<String> {
        let Unit::Words(span) = &self.unit else {
            return None;
        };
        crate::words::same_spelling(&text[span.clone()])
            .split(' ')
            .next()
            .map(str::to_owned)
    }
}

/// A span of time that comes again: "năm", "6 tháng", "02 tuần", "half-year".
pub(super) fn every(input: &mut Terms<'_>) -> Parsed<Every> {
    let count = opt(number_below_100).parse_next(input)?.unwrap_or(1);
    let span = take(input, |term| match term.means {
        Some(M::Span(every)) => Some(every),
        _ => None,
    })?;
    match (count, span) {
        (1, every) => Ok(every),
        (2, Every::Week) => Ok(Every::TwoWeeks),
        (3, Every::Month) => Ok(Every::Quarter),
        (6, Every::Month) | (2, Every::Quarter) => Ok(Every::HalfYear),
        (12, Every::Month) | (4, Every::Quarter) => Ok(Every::Year),
        _ => Err(EmptyError),
    }
}

fn number_below_100(input: &mut Terms<'_>) -> Parsed<u32> {
    take(input, |term| match term.digits() {
        Some(digits) if digits.len() <= 2 => digits.parse().ok(),
        Some(_) => None,
        None => term.counts,
    })
}
