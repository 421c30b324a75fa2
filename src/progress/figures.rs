//! What one agency reported for a target, over all its periods, as one figure.

use rust_decimal::Decimal;

use super::book::{Book, Reported};
use super::exact;
use super::explanation::{Input, LeftOut, WhyLeftOut};
use super::reach::Order;
use super::spans;
use super::verdict::Reason;
use crate::model::{Combine, Figure, ReportingPeriod};

/// What kind of figure a target asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wanted {
    /// A part of a whole; a plain number is a percentage.
    Percentage,
    /// A number.
    Number,
    /// A number, or whatever else can be nought.
    Nought,
    /// Done or not, by the agency itself or by so many below it.
    Done,
    /// Attested or not.
    Attestation,
}

/// Which rows of an agency become its figure, and how.
#[derive(Clone, Copy, Debug)]
pub(super) struct Selection {
    /// The item, by index.
    pub(super) item: usize,
    /// What is asked.
    pub(super) wanted: Wanted,
    /// How periods become one.
    pub(super) combine: Combine,
    /// Whether the plan itself says how.
    pub(super) combine_is_said: bool,
    /// The years that count, both included.
    pub(super) years: (i32, i32),
}

/// One agency's figure.
#[derive(Clone, Debug)]
pub(super) struct BodyFigure {
    /// The figure, or why the rows do not make one.
    pub(super) value: Result<Figure, Reason>,
    /// Percentages without parts of earlier spans that the last one does not hold.
    pub(super) earlier: Vec<Decimal>,
    /// The latest period in it.
    pub(super) order: Order,
    /// That period.
    pub(super) period: ReportingPeriod,
    /// The rows.
    pub(super) inputs: Vec<Input>,
}

/// The figures of every agency that reported on the item, by body, with the rows that
/// do not count.
pub(super) fn by_body(
    book: &Book,
    bodies: usize,
    selection: &Selection,
) -> (Vec<Option<BodyFigure>>, Vec<LeftOut>) {
    let mut figures = vec![None; bodies];
    let mut left_out = Vec::new();
    let mut rows: Vec<(ReportingPeriod, Reported<'_>)> = Vec::new();
    let mut current = 0;
    for (body, period, reported) in book.of_item(selection.item) {
        if body != current {
            figures[current] = figure(current, &mut rows, selection, &mut left_out);
            current = body;
        }
        let period = book.periods()[period];
        match usable(&reported, period, selection) {
            Ok(true) => rows.push((period, reported)),
            Ok(false) => {}
            Err(why) => left_out.push(LeftOut {
                input: Input::new(body, period, &reported),
                why,
            }),
        }
    }
    if current < bodies {
        figures[current] = figure(current, &mut rows, selection, &mut left_out);
    }
    (figures, left_out)
}

/// Whether a row has a figure that may count; one without any says nothing here.
fn usable(
    reported: &Reported<'_>,
    period: ReportingPeriod,
    selection: &Selection,
) -> Result<bool, WhyLeftOut> {
    let fits = match (selection.wanted, reported.figure) {
        (_, Figure::None) => return Ok(false),
        (Wanted::Percentage | Wanted::Nought, Figure::Attested(_)) => false,
        (Wanted::Nought, Figure::Number(number) | Figure::Percent(number)) => {
            number >= Decimal::ZERO
        }
        (Wanted::Percentage | Wanted::Nought | Wanted::Done, _) => true,
        (Wanted::Number, figure) => matches!(figure, Figure::Number(_)),
        (Wanted::Attestation, figure) => matches!(figure, Figure::Attested(_)),
    };
    if reported.is_disputed {
        Err(WhyLeftOut::Disputed)
    } else if period.year > selection.years.1 {
        Err(WhyLeftOut::AfterItsYear)
    } else if period.year < selection.years.0 {
        Err(WhyLeftOut::OtherPeriod)
    } else if fits {
        Ok(true)
    } else {
        Err(WhyLeftOut::WrongKind)
    }
}

/// Makes one figure of an agency's rows, and leaves `rows` empty.
fn figure(
    body: usize,
    rows: &mut Vec<(ReportingPeriod, Reported<'_>)>,
    selection: &Selection,
    left_out: &mut Vec<LeftOut>,
) -> Option<BodyFigure> {
    rows.sort_by_key(|(period, _)| spans::order(*period));
    let &(last, reported) = rows.last()?;
    let chosen: Vec<usize> = match selection.combine {
        Combine::Latest => vec![rows.len() - 1],
        Combine::Sum => widest_of_each_year(rows),
    };
    let mut inputs = Vec::with_capacity(chosen.len());
    for (at, (period, reported)) in rows.iter().enumerate() {
        let input = Input::new(body, *period, reported);
        if chosen.contains(&at) {
            inputs.push(input);
        } else {
            let why = WhyLeftOut::OtherPeriod;
            left_out.push(LeftOut { input, why });
        }
    }
    let value = match selection.combine {
        Combine::Latest => Ok(in_kind(reported.figure, selection.wanted)),
        Combine::Sum => total(inputs.iter().map(|input| input.figure), selection.wanted),
    };
    let earlier = if selection.combine_is_said || selection.combine == Combine::Sum {
        Vec::new()
    } else {
        let within = |period: ReportingPeriod| {
            period.year == last.year && spans::lies_within(period.part, last.part)
        };
        let outside = rows.iter().filter(|(period, _)| !within(*period));
        outside
            .filter_map(|(_, row)| match in_kind(row.figure, selection.wanted) {
                Figure::Percent(percent) => Some(percent),
                _ => None,
            })
            .collect()
    };
    rows.clear();
    Some(BodyFigure {
        value,
        earlier,
        order: spans::order(last),
        period: last,
        inputs,
    })
}

/// A plain number under a target in per cent is a percentage; for nought only the part
/// matters, not its whole.
fn in_kind(figure: Figure, wanted: Wanted) -> Figure {
    match (wanted, figure) {
        (Wanted::Percentage, Figure::Number(number)) => Figure::Percent(number),
        (
            Wanted::Nought,
            Figure::Ratio {
                numerator: number, ..
            }
            | Figure::Percent(number),
        ) => Figure::Number(number),
        _ => figure,
    }
}

fn widest_of_each_year(rows: &[(ReportingPeriod, Reported<'_>)]) -> Vec<usize> {
    let mut chosen = Vec::new();
    let mut start = 0;
    // Rows are in order of time, so those of a year stand together.
    for year in rows.chunk_by(|(one, _), (other, _)| one.year == other.year) {
        let parts: Vec<_> = year.iter().map(|(period, _)| period.part).collect();
        chosen.extend(spans::widest(&parts).into_iter().map(|at| start + at));
        start += year.len();
    }
    chosen
}

/// The sum of figures of one kind. Percentages without parts have no sum.
pub(super) fn total(
    figures: impl Iterator<Item = Figure>,
    wanted: Wanted,
) -> Result<Figure, Reason> {
    let mut total = Figure::None;
    for figure in figures {
        total = match (total, in_kind(figure, wanted)) {
            (Figure::None, first) => first,
            (Figure::Number(one), Figure::Number(other)) => {
                Figure::Number(exact::sum(one, other).ok_or(Reason::TooLong)?)
            }
            (
                Figure::Ratio {
                    numerator,
                    denominator,
                },
                Figure::Ratio {
                    numerator: part,
                    denominator: whole,
                },
            ) => Figure::Ratio {
                numerator: exact::sum(numerator, part).ok_or(Reason::TooLong)?,
                denominator: exact::sum(denominator, whole).ok_or(Reason::TooLong)?,
            },
            (Figure::Percent(_), _) | (_, Figure::Percent(_)) => {
                return Err(Reason::WithoutParts);
            }
            _ => return Err(Reason::WrongKind),
        };
    }
    Ok(total)
}
