//! Periods as spans of months, and which of them add up.

use crate::model::{PeriodPart, ReportingPeriod};

/// Where a period stands in time: by its end, and of two that end together the wider
/// last, which says more.
pub(super) fn order(period: ReportingPeriod) -> (i32, u32, u32) {
    let part = period.part;
    (period.year, part.last_month(), months(part))
}

/// How many months a part of the year covers.
pub(super) fn months(part: PeriodPart) -> u32 {
    part.last_month() + 1 - part.first_month()
}

/// Whether one part of the year lies within the other.
pub(super) fn lies_within(inner: PeriodPart, outer: PeriodPart) -> bool {
    inner.first_month() >= outer.first_month() && inner.last_month() <= outer.last_month()
}

/// Of parts of one year, those that cover the most months without overlap, and of
/// equals the fewest: the year alone, else six months with the third quarter, else the
/// first quarter. Given as indexes, in order of time.
pub(super) fn widest(parts: &[PeriodPart]) -> Vec<usize> {
    // For each month the best choice of parts that end by it: months covered, and parts.
    let mut best: Vec<(u32, Vec<usize>)> = vec![(0, Vec::new())];
    for month in 1..=12_u32 {
        let mut choice = best[best.len() - 1].clone();
        for (index, part) in parts.iter().enumerate() {
            if part.last_month() != month {
                continue;
            }
            let (covered, chosen) = &best[part.first_month() as usize - 1];
            let covered = covered + months(*part);
            let is_better =
                covered > choice.0 || (covered == choice.0 && chosen.len() + 1 < choice.1.len());
            if is_better {
                let mut chosen = chosen.clone();
                chosen.push(index);
                choice = (covered, chosen);
            }
        }
        best.push(choice);
    }
    best.pop().map_or_else(Vec::new, |(_, chosen)| chosen)
}

#[cfg(test)]
mod tests {
    use super::*;
    use PeriodPart::{Half, Month, NineMonths, Quarter, Year};

    fn chosen(parts: &[PeriodPart]) -> Vec<PeriodPart> {
        widest(parts)
            .into_iter()
            .map(|index| parts[index])
            .collect()
    }

    #[test]
    fn the_widest_spans_without_overlap_add_up() {
        let all = [Quarter(1), Half(1), Quarter(3), Year];
        assert_eq!(chosen(&all), [Year]);
        assert_eq!(chosen(&all[..3]), [Half(1), Quarter(3)]);
        assert_eq!(chosen(&all[..1]), [Quarter(1)]);
        assert_eq!(chosen(&[NineMonths, Half(1), Quarter(3)]), [NineMonths]);
        assert_eq!(chosen(&[NineMonths, Half(1), Half(2)]), [Half(1), Half(2)]);
        assert_eq!(
            chosen(&[Month(2), Quarter(1), Month(5)]),
            [Quarter(1), Month(5)]
        );
        assert_eq!(chosen(&[]), []);
    }

    #[test]
    fn of_two_periods_that_end_together_the_wider_comes_last() {
        let at = |part| order(ReportingPeriod { year: 2021, part });
        assert!(at(Half(1)) > at(Quarter(2)));
        assert!(at(Quarter(3)) > at(Half(1)));
        assert!(at(Year) > at(Quarter(4)));
    }
}
