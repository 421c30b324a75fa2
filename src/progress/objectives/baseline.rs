//! What a change is measured against.

use super::compare::{Case, Found};
use super::said::Sentences;
use super::standing::{Basis, Standing};
use super::{IndexFigure, IndexValue, IndexVerdict, Measured};
use crate::catalog::provinces::Province;
use crate::model::Baseline;

impl Case<'_> {
    /// The baseline: the plan's own where it gives one with its source, else that of
    /// the year. Both places are counted where only one is given.
    pub(super) fn with_baseline(
        &self,
        year: i32,
        got: Measured,
        province: &Province,
        sentences: &mut Sentences,
    ) -> Found<(Measured, Measured)> {
        if let Some(figure) = self.own_baseline(year) {
            return Ok((Measured { year, figure }, got));
        }
        self.check_released(year, sentences)?;
        let then = self.province(year)?;
        let base = self.value(then, year)?;
        let (IndexValue::Rank(first), IndexValue::Rank(second)) = (base.figure, got.figure) else {
            return Ok((base, got));
        };
        if first.basis == second.basis {
            return Ok((base, got));
        }
        let counted = |province, year| {
            let standing = self.released.counted(province, self.scored, year);
            let standing = standing.map_err(IndexVerdict::NoData)?;
            Ok(Measured {
                year,
                figure: IndexValue::Rank(standing),
            })
        };
        Ok((counted(then, year)?, counted(province, self.year)?))
    }

    fn own_baseline(&self, year: i32) -> Option<IndexValue> {
        let own = self.target.baseline.as_ref()?;
        own.source.as_ref()?;
        let is_of_year = match own.of {
            Baseline::Year(of) => of == year,
            Baseline::Previous => year == self.year - 1,
        };
        if !is_of_year {
            return None;
        }
        match self.figure {
            IndexFigure::Band => own.band.as_ref().map(|band| IndexValue::Band(band.value)),
            IndexFigure::Score | IndexFigure::Unsaid => own
                .value
                .as_ref()
                .map(|value| IndexValue::Score(value.value)),
            IndexFigure::Rank => {
                let place = u32::try_from(own.value.as_ref()?.value).ok()?;
                Some(IndexValue::Rank(Standing {
                    place,
                    of: None,
                    basis: Basis::Plan,
                }))
            }
        }
    }
}
