//! Frequencies: a count in each of a span of time, whatever periods were reported.

use chrono::{Datelike, NaiveDate};
use rust_decimal::Decimal;

use super::case::{Case, Finding, Gathered, Outcome, choose};
use super::exact;
use super::explanation::{Input, LeftOut, WhyLeftOut, formula};
use super::figures::BodyFigure;
use super::share::{counted, decided};
use super::spans;
use super::verdict::{Reason, TargetFigure};
use crate::model::{Combine, Comparison, Every, Figure, Frequency, PeriodPart, ReportingPeriod};

/// A count as far as it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Count {
    /// It is no less.
    low: Decimal,
    /// It is no more; `None` where nothing reported says so.
    high: Option<Decimal>,
}

impl Case<'_> {
    /// Judges a frequency. Of several agencies that carry the task out, each must reach
    /// it, unless the plan says that they add up.
    pub(super) fn frequency(&self, frequency: &Frequency) -> Finding {
        let spans = spans_asked(frequency.per, self.years, self.as_of);
        let (figures, counts, left_out) = self.counts(frequency, &spans);
        let adds_up = self.target.combine == Some(Combine::Sum);
        let expected = self.share_of().map_or(self.reach.expected(), |level| {
            self.directory.of_level(level)
        });
        let gathered = choose(self.reach, figures.clone(), left_out.clone());
        let mut rows = gathered.choice.rows.iter();
        let has_head = rows.any(|&body| self.reach.is_head(body) && !counts[body].is_empty());
        if adds_up || has_head || expected.len() <= 1 {
            return whole(
                &gathered,
                &counts,
                frequency,
                self.target.lower_is_better,
                expected.len(),
            );
        }
        let reach = self.reach.over(expected);
        let (share, finding) = counted(&reach, expected, figures, left_out, &is_done);
        let all = |satisfied: usize| Some(satisfied >= share.of);
        decided(finding, &share, Comparison::AtLeast, false, None, &all)
    }

    /// For each body what its counts come to, and the counts of each span.
    fn counts(&self, frequency: &Frequency, spans: &[Span]) -> Counts {
        let bodies = self.directory.bodies().len();
        let mut figures: Vec<Option<BodyFigure>> = vec![None; bodies];
        let mut numbers: Vec<Vec<(ReportingPeriod, Decimal)>> = vec![Vec::new(); bodies];
        let mut left_out = Vec::new();
        for (body, period, reported) in self.book.of_item(self.item) {
            let period = self.book.periods()[period];
            let input = Input::new(body, period, &reported);
            let why = match reported.figure {
                Figure::None => continue,
                _ if reported.is_disputed => Some(WhyLeftOut::Disputed),
                _ if period.year > self.years.1 => Some(WhyLeftOut::AfterItsYear),
                Figure::Number(number) if is_count(number) => {
                    numbers[body].push((period, number));
                    None
                }
                Figure::Ratio { .. } => None,
                _ => Some(WhyLeftOut::WrongKind),
            };
            if let Some(why) = why {
                left_out.push(LeftOut { input, why });
                continue;
            }
            let order = spans::order(period);
            let figure = figures[body].get_or_insert_with(|| BodyFigure {
                value: Ok(reported.figure),
                earlier: Vec::new(),
                order,
                period,
                inputs: Vec::new(),
            });
            figure.inputs.push(input);
            if order > figure.order {
                (figure.order, figure.period) = (order, period);
                figure.value = Ok(reported.figure);
            }
        }
        let counts: Vec<Vec<Count>> = numbers
            .iter()
            .map(|rows| {
                let asked = spans.iter().filter(|_| !rows.is_empty());
                asked.map(|span| count_in(*span, rows)).collect()
            })
            .collect();
        for (figure, counts) in figures.iter_mut().zip(&counts) {
            if let Some(figure) = figure
                && !counts.is_empty()
            {
                figure.value = reached(counts, frequency, self.target.lower_is_better)
                    .map(Figure::Attested)
                    .ok_or(Reason::PeriodsTooWide);
            }
        }
        (figures, counts, left_out)
    }
}

type Counts = (Vec<Option<BodyFigure>>, Vec<Vec<Count>>, Vec<LeftOut>);

/// A span of months of a year, both included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Span {
    year: i32,
    part: PeriodPart,
}

/// Judges the count of one agency, or of several that add up.
fn whole(
    gathered: &Gathered,
    counts: &[Vec<Count>],
    frequency: &Frequency,
    lower_is_better: bool,
    expected: usize,
) -> Finding {
    let mut finding = gathered.finding(expected);
    let mut total: Vec<Count> = Vec::new();
    for &body in &gathered.choice.rows {
        for (at, count) in counts[body].iter().enumerate() {
            match total.get_mut(at) {
                None => total.push(*count),
                Some(sum) => match exact::sum(sum.low, count.low) {
                    Some(low) => {
                        let high = sum.high.zip(count.high);
                        let high = high.and_then(|(one, other)| exact::sum(one, other));
                        *sum = Count { low, high };
                    }
                    None => return finding.because(Reason::TooLong),
                },
            }
        }
    }
    if total.is_empty() {
        if gathered.choice.rows.is_empty() {
            return finding;
        }
        return finding.because(Reason::WrongKind);
    }
    let worst = total
        .iter()
        .map(|count| count.low)
        .min()
        .unwrap_or_default();
    let figure = TargetFigure::Number(worst);
    finding.figure = Some(figure);
    let unit = frequency.unit.as_deref().unwrap_or_default();
    finding.explanation.formula = Some(formula(figure, Some((frequency.value, unit))));
    match reached(&total, frequency, lower_is_better) {
        Some(held) => finding.outcome = Outcome::Holds(held),
        None => return finding.because(Reason::PeriodsTooWide),
    }
    finding
}

/// Whether every span has the count asked for; `None` where what was reported does not
/// tell.
fn reached(counts: &[Count], frequency: &Frequency, lower_is_better: bool) -> Option<bool> {
    if counts.is_empty() {
        return None;
    }
    let value = frequency.value;
    let one = |count: &Count| match frequency.comparison {
        Comparison::AtLeast => at_least(count, count.low >= value, |high| high >= value),
        Comparison::MoreThan => at_least(count, count.low > value, |high| high > value),
        Comparison::AtMost => at_most(count, count.low > value, |high| high <= value),
        Comparison::LessThan => at_most(count, count.low >= value, |high| high < value),
        Comparison::Between if lower_is_better => {
            at_most(count, count.low > value, |high| high <= value)
        }
        Comparison::Between => at_least(count, count.low >= value, |high| high >= value),
        Comparison::About => None,
    };
    let all: Vec<_> = counts.iter().map(one).collect();
    if all.contains(&Some(false)) {
        Some(false)
    } else if all.contains(&None) {
        None
    } else {
        Some(true)
    }
}

/// Many are asked for: what was not reported was not done; only a wider period might
/// hold enough.
fn at_least(count: &Count, is_reached: bool, may_be: impl Fn(Decimal) -> bool) -> Option<bool> {
    match count.high {
        _ if is_reached => Some(true),
        Some(high) if high > count.low && may_be(high) => None,
        _ => Some(false),
    }
}

/// Few are asked for: what was not reported may have happened.
fn at_most(count: &Count, is_passed: bool, is_surely: impl Fn(Decimal) -> bool) -> Option<bool> {
    match count.high {
        _ if is_passed => Some(false),
        Some(high) if is_surely(high) => Some(true),
        _ => None,
    }
}

/// The spans in which is counted: those that are over on that day, else the first.
fn spans_asked(per: Every, years: (i32, i32), as_of: NaiveDate) -> Vec<Span> {
    let parts: Vec<PeriodPart> = match per {
        Every::Day | Every::Week | Every::TwoWeeks => Vec::new(),
        Every::Month => (1..=12).map(PeriodPart::Month).collect(),
        Every::Quarter => (1..=4).map(PeriodPart::Quarter).collect(),
        Every::HalfYear => (1..=2).map(PeriodPart::Half).collect(),
        Every::Year => vec![PeriodPart::Year],
    };
    let last_year = years.1.min(as_of.year()).max(years.0);
    let all: Vec<Span> = (years.0..=last_year)
        .flat_map(|year| parts.iter().map(move |&part| Span { year, part }))
        .collect();
    let now = (as_of.year(), as_of.month());
    let over = all
        .iter()
        .filter(|span| (span.year, span.part.last_month()) < now);
    let over: Vec<Span> = over.copied().collect();
    if over.is_empty() {
        return all.into_iter().take(1).collect();
    }
    over
}

/// What the rows of an agency say of the count in a span: the parts in it add up, and a
/// wider one less its other parts is no less.
fn count_in(span: Span, rows: &[(ReportingPeriod, Decimal)]) -> Count {
    let rows: Vec<(PeriodPart, Decimal)> = rows
        .iter()
        .filter(|(period, _)| period.year == span.year)
        .map(|(period, number)| (period.part, *number))
        .collect();
    let (first, last) = (span.part.first_month(), span.part.last_month());
    let (low, covered) = total_within(&rows, first, last);
    if covered == last + 1 - first {
        return Count {
            low,
            high: Some(low),
        };
    }
    let (mut best, mut high) = (low, None::<Decimal>);
    for (part, number) in &rows {
        if !spans::lies_within(span.part, *part) {
            continue;
        }
        let (before, months_before) = total_within(&rows, part.first_month(), first - 1);
        let (after, months_after) = total_within(&rows, last + 1, part.last_month());
        let rest = (*number - before - after).max(low);
        high = Some(high.map_or(rest, |high| high.min(rest)));
        let rest_is_whole =
            months_before == first - part.first_month() && months_after == part.last_month() - last;
        if rest_is_whole {
            best = best.max(rest);
        }
    }
    Count { low: best, high }
}

/// The sum of the widest parts between two months, and how many months they cover.
fn total_within(rows: &[(PeriodPart, Decimal)], first: u32, last: u32) -> (Decimal, u32) {
    let within: Vec<_> = rows
        .iter()
        .filter(|(part, _)| part.first_month() >= first && part.last_month() <= last)
        .collect();
    let parts: Vec<_> = within.iter().map(|(part, _)| *part).collect();
    let chosen = spans::widest(&parts).into_iter();
    chosen.fold((Decimal::ZERO, 0), |(sum, months), at| {
        let (part, number) = within[at];
        let sum = exact::sum(sum, *number).expect("counts are short");
        (sum, months + spans::months(*part))
    })
}

/// Whether a number can be a count, and is short enough for a year of them to be summed
/// exactly.
fn is_count(number: Decimal) -> bool {
    let longest = Decimal::from(1_000_000_000_000_000_u64);
    number >= Decimal::ZERO && number < longest && number.normalize().scale() <= 6
}

/// Whether an agency reached it.
fn is_done(figure: &BodyFigure) -> Option<bool> {
    match figure.value {
        Ok(Figure::Attested(reached)) => Some(reached),
        _ => None,
    }
}
