//! Places in the ranking. PAPI publishes none, so a place always says what it is by.

use rust_decimal::Decimal;

use super::{AmongBoth, NoData, Released};
use crate::catalog::provinces::{
    Counterpart, NamedProvince, Province, counterpart, province, survey_day,
};
use crate::model::{Score, Scored};

/// A place, of how many, and by what.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The place, from 1.
    pub place: u32,
    /// How many provinces were ranked, where it is known.
    pub of: Option<u32>,
    /// By what.
    pub basis: Basis,
}

/// By what a place is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Basis {
    /// The scores file gives it.
    Given,
    /// Counted from the scores of all provinces.
    Scores,
    /// The plan gives it, with its source.
    Plan,
}

impl Released<'_> {
    /// The place of a province in a year: as the scores file gives it, else counted.
    #[must_use]
    pub fn standing(&self, province: &Province, scored: Scored, year: i32) -> Option<Standing> {
        self.given(province, scored, year)
            .or_else(|| self.counted(province, scored, year).ok())
    }

    /// The place that the scores file gives a province in a year.
    pub(super) fn given(&self, province: &Province, scored: Scored, year: i32) -> Option<Standing> {
        let score = self.book.of(province.name, year)?;
        let place = score.rank.filter(|_| scored == Scored::Total)?;
        Some(Standing {
            place,
            of: score.ranked.or_else(|| self.ranked(year)),
            basis: Basis::Given,
        })
    }

    /// The place of a province in a year, counted from the scores of every province
    /// that was ranked.
    pub(super) fn counted(
        &self,
        province: &Province,
        scored: Scored,
        year: i32,
    ) -> Result<Standing, NoData> {
        let of_province = self.book.of(province.name, year);
        let own = of_province.and_then(|score| score.of(scored));
        let own = own.ok_or_else(|| self.why_missing(province, year))?;
        let of_all: Vec<_> = self
            .book
            .in_year(year)
            .filter_map(|results| results.of(scored))
            .collect();
        let ranked = self.ranked(year).ok_or(NoData::Ranked(year))?;
        let (have, of) = (of_all.len(), usize::try_from(ranked).unwrap_or(usize::MAX));
        if have != of {
            return Err(NoData::Incomplete { year, have, of });
        }
        Ok(Standing {
            place: place(own, of_all.into_iter()),
            of: Some(ranked),
            basis: Basis::Scores,
        })
    }

    /// Why a province has no figure in a year.
    pub(super) fn why_missing(&self, of: &Province, year: i32) -> NoData {
        let is_missing = self.editions.year(year).is_some_and(|known| {
            known.missing.iter().any(|name| {
                let missing = province(name, survey_day(year));
                matches!(missing, NamedProvince::There(found) if found.name == of.name)
            })
        });
        if is_missing {
            NoData::NotSurveyed(year)
        } else {
            NoData::Scores(year)
        }
    }

    /// How many provinces were ranked in a year: as the catalogue knows, else as the
    /// scores file says.
    fn ranked(&self, year: i32) -> Option<u32> {
        let known = self.editions.year(year).and_then(|known| known.ranked);
        let known = known.and_then(|count| u32::try_from(count).ok());
        known.or_else(|| {
            self.book
                .in_year(year)
                .filter_map(|score| score.ranked)
                .max()
        })
    }

    /// The places of a province in two years among the provinces that have a score in
    /// both; none where it lacks one itself.
    pub(super) fn among_both(
        &self,
        province: &'static Province,
        scored: Scored,
        from: i32,
        to: i32,
    ) -> Option<AmongBoth> {
        let mut pairs = Vec::new();
        for score in self.book.in_year(from) {
            let Some(earlier) = score.of(scored) else {
                continue;
            };
            if let Some(later) = self.later(score, to).and_then(|later| later.of(scored)) {
                pairs.push((earlier, later));
            }
        }
        let of = |year| {
            let Some(Counterpart::Same(then)) = counterpart(province, year) else {
                return None;
            };
            self.book.of(then.name, year)?.of(scored)
        };
        let (own_from, own_to) = (of(from)?, of(to)?);
        Some(AmongBoth {
            of: pairs.len(),
            from: place(own_from, pairs.iter().map(|(earlier, _)| *earlier)),
            to: place(own_to, pairs.iter().map(|(_, later)| *later)),
            flips: false,
        })
    }

    /// The results of the same province in another year.
    fn later(&self, score: &Score, year: i32) -> Option<&Score> {
        let NamedProvince::There(then) = province(&score.province, survey_day(score.year)) else {
            return None;
        };
        match counterpart(then, year)? {
            Counterpart::Same(now) => self.book.of(now.name, year),
            Counterpart::Merged(_) => None,
        }
    }
}

/// One more than the scores that are higher.
fn place(own: Decimal, scores: impl Iterator<Item = Decimal>) -> u32 {
    let higher = scores.filter(|score| *score > own).count();
    u32::try_from(higher).map_or(u32::MAX, |higher| higher.saturating_add(1))
}
