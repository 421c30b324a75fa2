//! A province over the survey years: its scores, and what changed from one year to the
//! next.

use std::collections::BTreeSet;
use std::ops::RangeInclusive;

use rust_decimal::Decimal;

use super::objectives::{Release, Released, Standing};
use crate::catalog::provinces::{Counterpart, Province, counterpart};
use crate::model::{Score, Scored};

/// A survey year of a province.
#[derive(Clone, Debug)]
pub struct TrendYear<'a> {
    /// The survey year.
    pub year: i32,
    /// The province as it was then.
    pub province: &'static Province,
    /// Its results.
    pub score: &'a Score,
    /// Its place, as the file gives it or as scores make it, where there is one.
    pub standing: Option<Standing>,
}

/// What changed in one part of the index between two survey years.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartChange {
    /// The part.
    pub scored: Scored,
    /// Its score before.
    pub before: Option<Decimal>,
    /// Its score after.
    pub after: Option<Decimal>,
    /// Why the two may not be compared, where they may not.
    pub barrier: Option<Barrier>,
}

/// Why scores of two years may not be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Barrier {
    /// The method changed in that year.
    Break(i32),
    /// The part is another one, or was not there before.
    Part,
    /// The province was merged between the two.
    Merged,
}

impl PartChange {
    /// The points won or lost; none where the two may not be compared or one is missing.
    #[must_use]
    pub fn points(&self) -> Option<Decimal> {
        match (self.barrier, self.before, self.after) {
            (None, Some(before), Some(after)) => Some(after - before),
            _ => None,
        }
    }
}

impl<'a> Released<'a> {
    /// The years of `years` in which the province has results that are out on the day,
    /// and those whose results are not.
    #[must_use]
    pub fn trend(
        &self,
        province: &'static Province,
        years: &RangeInclusive<i32>,
    ) -> (Vec<TrendYear<'a>>, Vec<i32>) {
        let (mut there, mut held_back) = (Vec::new(), Vec::new());
        for year in self.book.years().filter(|year| years.contains(year)) {
            let Some(then) = counterpart(province, year).map(Counterpart::province) else {
                continue;
            };
            let Some(score) = self.book.of(then.name, year) else {
                continue;
            };
            if !matches!(self.release(year), Release::Out(_)) {
                held_back.push(year);
                continue;
            }
            there.push(TrendYear {
                year,
                province: then,
                score,
                standing: self.standing(then, Scored::Total, year),
            });
        }
        (there, held_back)
    }

    /// What changed from one year to another, part by part: dimensions, each before its
    /// sub-dimensions, and last the total.
    #[must_use]
    pub fn changes(&self, from: &TrendYear, to: &TrendYear) -> Vec<PartChange> {
        let parts: BTreeSet<Scored> = from
            .score
            .scores
            .keys()
            .chain(to.score.scores.keys())
            .copied()
            .collect();
        let is_merged = !matches!(
            counterpart(from.province, to.year),
            Some(Counterpart::Same(_))
        );
        let barrier = |scored| {
            if is_merged {
                return Some(Barrier::Merged);
            }
            if let Some(found) = self.editions.break_between(from.year, to.year, scored) {
                return Some(Barrier::Break(found.year));
            }
            let is_same = match scored {
                Scored::Total => true,
                Scored::Part(number) => self.editions.is_same_part(from.year, to.year, number),
            };
            (!is_same).then_some(Barrier::Part)
        };
        let parts = parts.into_iter();
        parts
            .map(|scored| PartChange {
                scored,
                before: from.score.of(scored),
                after: to.score.of(scored),
                barrier: barrier(scored),
            })
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::catalog::editions::Editions;
    use crate::model::DimensionNumber;
    use crate::progress::fixtures::day;
    use crate::progress::objectives::fixtures::{book, named};

    #[test]
    fn a_trend_leaves_out_what_is_not_out_on_the_day() {
        let (editions, book) = (Editions::built_in(), book());
        let released = Released {
            editions: &editions,
            book: &book,
            province: None,
            as_of: day(2022, 5, 9),
        };
        let (years, held_back) = released.trend(named("Lào Cai", 2021), &(2020..=2022));
        let there: Vec<_> = years.iter().map(|year| year.year).collect();
        assert_eq!((there, held_back), (vec![2020], vec![2021, 2022]));
        assert_eq!(years[0].standing.unwrap().place, 28);
    }

    #[test]
    fn a_change_is_in_points_and_stops_at_a_break() {
        let (editions, book) = (Editions::built_in(), book());
        let released = Released {
            editions: &editions,
            book: &book,
            province: None,
            as_of: day(2025, 5, 1),
        };
        let (years, _) = released.trend(named("Đồng Nai", 2021), &(2017..=2018));
        let changes = released.changes(&years[0], &years[1]);
        let of = |scored| {
            changes
                .iter()
                .find(|change| change.scored == scored)
                .unwrap()
        };
        assert_eq!(of(Scored::Total).barrier, Some(Barrier::Break(2018)));
        assert_eq!(of(Scored::Total).points(), None);
        let second = of(Scored::Part(DimensionNumber::whole(2)));
        assert_eq!(second.points().unwrap().to_string(), "-0.8160");
        assert_eq!(
            of(Scored::Part(DimensionNumber::whole(7))).barrier,
            Some(Barrier::Part)
        );
        assert_eq!(changes.last().unwrap().scored, Scored::Total);
    }
}
