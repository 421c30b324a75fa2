//! One bound against published results: the figure, what it is compared with, the
//! verdict.

use rust_decimal::Decimal;

use super::said::{self, Sentences};
use super::shortfall::{asked, is_met, is_place, places, provinces_changed, shortfall, verdict};
use super::standing::Basis;
use super::{
    IndexFigure, IndexJudgement, IndexValue, IndexVerdict, Measured, NoData, NotComparable,
    NotMeasurable, Release, Released, part,
};
use crate::catalog::provinces::{Counterpart, Province, counterpart};
use crate::model::{Baseline, Bound, BoundKind, Change, Comparison, Level, Rank, Scored, Target};

/// A bound, a part of the index and a survey year.
pub(super) struct Case<'a> {
    pub(super) bound: &'a Bound,
    pub(super) target: &'a Target,
    pub(super) figure: IndexFigure,
    pub(super) scored: Scored,
    pub(super) year: i32,
    /// The first year of the plan.
    pub(super) first_year: i32,
    pub(super) released: &'a Released<'a>,
}

/// Something found, or the verdict where it is not.
pub(super) type Found<T> = Result<T, IndexVerdict>;

impl Case<'_> {
    /// What it comes to.
    pub(super) fn judge(&self) -> IndexJudgement {
        let mut judged =
            IndexJudgement::without_figures(self.scored, self.year, IndexVerdict::NotYetPublished);
        let mut sentences = Sentences::default();
        if let Err(verdict) = self.fill(&mut judged, &mut sentences) {
            judged.verdict = verdict;
            sentences.add(said::verdict(verdict, self.scored, self.year));
        }
        judged.explanation = sentences.all;
        judged
    }

    fn fill(&self, judged: &mut IndexJudgement, sentences: &mut Sentences) -> Found<()> {
        self.check_asked()?;
        self.check_released(self.year, sentences)?;
        let province = self.province(self.year)?;
        match &self.bound.kind {
            BoundKind::Level(level) => self.level(level, province, judged, sentences),
            BoundKind::Rank(rank) => self.rank(rank, province, judged, sentences),
            BoundKind::Band(band) => {
                let got = self.value(province, self.year)?;
                judged.figure = Some(got);
                sentences.add(said::figure(got, self.scored));
                let met = matches!(got.figure, IndexValue::Band(got) if got >= *band);
                judged.verdict = verdict(met);
                Ok(())
            }
            BoundKind::Change(change) => self.change(Some(change), province, judged, sentences),
            _ => self.change(None, province, judged, sentences),
        }
    }

    /// What can be told from the words alone.
    fn check_asked(&self) -> Found<()> {
        let not = |why| Err(IndexVerdict::NotMeasurable(why));
        if self.figure == IndexFigure::Unsaid {
            return not(NotMeasurable::WhatIsHeld);
        }
        match &self.bound.kind {
            BoundKind::Level(level) => {
                if level.comparison == Comparison::About {
                    return not(NotMeasurable::About);
                }
                let scale = self.released.editions.scale(self.year, self.scored);
                if let (IndexFigure::Score, Some((low, high))) = (self.figure, scale) {
                    let (low, high) = (Decimal::from(low), Decimal::from(high));
                    let fits = (low..=high).contains(&level.value)
                        && level.out_of.is_none_or(|out_of| out_of == high);
                    if !fits {
                        return not(NotMeasurable::Scale);
                    }
                }
                Ok(())
            }
            BoundKind::Rank(rank) if rank.scope.is_some() => not(NotMeasurable::Region),
            BoundKind::Change(change) if change.comparison == Comparison::About => {
                not(NotMeasurable::About)
            }
            _ => Ok(()),
        }
    }

    pub(super) fn check_released(&self, year: i32, sentences: &mut Sentences) -> Found<()> {
        match self.released.release(year) {
            Release::Out(day) => {
                sentences.add_some(day.map(|day| said::published(year, day)));
                Ok(())
            }
            Release::NotYet(day) => {
                sentences.add_some(day.map(|day| said::comes_out(year, day)));
                Err(IndexVerdict::NotYetPublished)
            }
            Release::Unknown => Err(IndexVerdict::NoData(NoData::Scores(year))),
        }
    }

    /// The province as it is in a survey year.
    pub(super) fn province(&self, year: i32) -> Found<&'static Province> {
        let known = self.released.province;
        let known = known.ok_or(IndexVerdict::NoData(NoData::Province))?;
        match counterpart(known, year) {
            Some(Counterpart::Same(province)) => Ok(province),
            _ => Err(IndexVerdict::NotComparable(NotComparable::Merged)),
        }
    }

    /// The figure of a year: as the file gives it, else counted.
    pub(super) fn value(&self, province: &Province, year: i32) -> Found<Measured> {
        if let Some(number) = part(self.scored)
            && self.released.editions.dimension(year, number).is_none()
        {
            return Err(IndexVerdict::NotComparable(NotComparable::Part(year)));
        }
        let score = self.released.book.of(province.name, year);
        let missing = || IndexVerdict::NoData(self.released.why_missing(province, year));
        let figure = match self.figure {
            IndexFigure::Score | IndexFigure::Unsaid => {
                let value = score.and_then(|score| score.of(self.scored));
                IndexValue::Score(value.ok_or_else(missing)?)
            }
            IndexFigure::Band => {
                let score = score.ok_or_else(missing)?;
                let band = score.bands.get(&self.scored);
                IndexValue::Band(*band.ok_or(IndexVerdict::NoData(NoData::Band(year)))?)
            }
            IndexFigure::Rank => {
                let given = self.released.given(province, self.scored, year);
                let standing = match given {
                    Some(given) => given,
                    None => self
                        .released
                        .counted(province, self.scored, year)
                        .map_err(IndexVerdict::NoData)?,
                };
                IndexValue::Rank(standing)
            }
        };
        Ok(Measured { year, figure })
    }

    fn level(
        &self,
        level: &Level,
        province: &Province,
        judged: &mut IndexJudgement,
        sentences: &mut Sentences,
    ) -> Found<()> {
        let got = self.value(province, self.year)?;
        judged.figure = Some(got);
        sentences.add(said::figure(got, self.scored));
        let number = match got.figure {
            IndexValue::Score(score) => score,
            IndexValue::Rank(standing) => standing.place.into(),
            IndexValue::Band(_) => return Ok(()),
        };
        let short = shortfall(level.comparison, level.value, number);
        judged.verdict = verdict(is_met(level.comparison, level.value, number));
        judged.short_by = short.filter(|_| judged.verdict == IndexVerdict::Missed);
        sentences.add_some(judged.short_by.map(|short| said::short(short, self.figure)));
        Ok(())
    }

    fn rank(
        &self,
        rank: &Rank,
        province: &Province,
        judged: &mut IndexJudgement,
        sentences: &mut Sentences,
    ) -> Found<()> {
        let got = self.value(province, self.year)?;
        judged.figure = Some(got);
        sentences.add(said::figure(got, self.scored));
        let IndexValue::Rank(standing) = got.figure else {
            return Ok(());
        };
        self.tell_disagreement(province, got, sentences);
        let short = standing.place.saturating_sub(rank.at_most);
        judged.verdict = verdict(short == 0);
        judged.short_by = (short > 0).then(|| short.into());
        sentences.add_some(
            judged
                .short_by
                .map(|short| said::short(short, IndexFigure::Rank)),
        );
        Ok(())
    }

    /// A change; without one the figure is to hold.
    fn change(
        &self,
        change: Option<&Change>,
        province: &'static Province,
        judged: &mut IndexJudgement,
        sentences: &mut Sentences,
    ) -> Found<()> {
        let base_year = match change.map(|change| change.baseline) {
            Some(Baseline::Year(year)) => year,
            Some(Baseline::Previous) => self.year - 1,
            None => self.first_year - 1,
        };
        self.check_comparable(base_year)?;
        let got = self.value(province, self.year)?;
        judged.figure = Some(got);
        let (base, got) = self.with_baseline(base_year, got, province, sentences)?;
        (judged.baseline, judged.figure) = (Some(base), Some(got));
        sentences.add(said::figure(base, self.scored));
        sentences.add(said::figure(got, self.scored));
        self.tell_disagreement(province, got, sentences);
        let gain = match (base.figure, got.figure) {
            (IndexValue::Score(base), IndexValue::Score(got)) => got - base,
            (IndexValue::Rank(base), IndexValue::Rank(got)) => places(base.place, got.place),
            (IndexValue::Band(base), IndexValue::Band(got)) => {
                judged.verdict = verdict(got >= base);
                return Ok(());
            }
            _ => return Ok(()),
        };
        sentences.add(said::change(gain, base, self.figure));
        let asked = asked(change, base);
        judged.verdict = verdict(asked.is_met_by(gain));
        judged.short_by = asked
            .short(gain)
            .filter(|_| judged.verdict == IndexVerdict::Missed);
        sentences.add_some(judged.short_by.map(|short| said::short(short, self.figure)));
        if self.figure == IndexFigure::Rank {
            let both = self
                .released
                .among_both(province, self.scored, base_year, self.year);
            if let Some(mut both) = both {
                let among = verdict(asked.is_met_by(places(both.from, both.to)));
                both.flips = among != judged.verdict;
                let differs = !is_place(base, both.from) || !is_place(got, both.to);
                if differs || both.flips {
                    sentences.add(said::among_both(both, base_year, self.year));
                    judged.among_both = Some(both);
                }
            }
        }
        Ok(())
    }

    /// Whether the two years may be compared.
    fn check_comparable(&self, base_year: i32) -> Found<()> {
        let not = |why| Err(IndexVerdict::NotComparable(why));
        let editions = self.released.editions;
        if let Some(found) = editions.break_between(base_year, self.year, self.scored) {
            return not(NotComparable::Break(found.year));
        }
        if let Some(number) = part(self.scored)
            && !editions.is_same_part(base_year, self.year, number)
        {
            return not(NotComparable::Part(base_year));
        }
        if self.figure == IndexFigure::Rank && provinces_changed(base_year, self.year) {
            return not(NotComparable::Reorganised);
        }
        Ok(())
    }

    /// Tells where the place that is given is not the one that scores make.
    fn tell_disagreement(&self, province: &Province, got: Measured, sentences: &mut Sentences) {
        let IndexValue::Rank(standing) = got.figure else {
            return;
        };
        if standing.basis != Basis::Given {
            return;
        }
        if let Ok(counted) = self.released.counted(province, self.scored, got.year)
            && counted.place != standing.place
        {
            sentences.add(said::disagreement(standing, counted, got.year));
        }
    }
}
