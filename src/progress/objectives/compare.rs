//! One bound against published results: the figure, what it is compared with, the
//! verdict.

use std::cmp::Ordering;

use rust_decimal::Decimal;

use super::said::{self, Sentences};
use super::standing::{Basis, Standing};
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

type Found<T> = Result<T, IndexVerdict>;

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

    fn check_released(&self, year: i32, sentences: &mut Sentences) -> Found<()> {
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
    fn province(&self, year: i32) -> Found<&'static Province> {
        let known = self.released.province;
        let known = known.ok_or(IndexVerdict::NoData(NoData::Province))?;
        match counterpart(known, year) {
            Some(Counterpart::Same(province)) => Ok(province),
            _ => Err(IndexVerdict::NotComparable(NotComparable::Merged)),
        }
    }

    /// The figure of a year: as the file gives it, else counted.
    fn value(&self, province: &Province, year: i32) -> Found<Measured> {
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

    /// The baseline: the plan's own where it gives one with its source, else that of
    /// the year. Both places are counted where only one is given.
    fn with_baseline(
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

/// What a change must be.
struct Asked {
    comparison: Comparison,
    value: Decimal,
    /// Whether less is asked: "giảm".
    downward: bool,
}

fn asked(change: Option<&Change>, base: Measured) -> Asked {
    let Some(change) = change else {
        return Asked {
            comparison: Comparison::AtLeast,
            value: Decimal::ZERO,
            downward: false,
        };
    };
    let value = match base.figure {
        // So many per cent of the score it was.
        IndexValue::Score(score) if change.unit.trim() == "%" => {
            score * change.value / Decimal::ONE_HUNDRED
        }
        _ => change.value,
    };
    Asked {
        comparison: change.comparison,
        value,
        downward: change.downward,
    }
}

impl Asked {
    fn is_met_by(&self, gain: Decimal) -> bool {
        is_met(self.comparison, self.value, self.turned(gain))
    }

    fn short(&self, gain: Decimal) -> Option<Decimal> {
        shortfall(self.comparison, self.value, self.turned(gain))
    }

    fn turned(&self, gain: Decimal) -> Decimal {
        if self.downward { -gain } else { gain }
    }
}

fn is_met(comparison: Comparison, value: Decimal, got: Decimal) -> bool {
    match (comparison, got.cmp(&value)) {
        (Comparison::AtLeast | Comparison::Between, order) => order != Ordering::Less,
        (Comparison::MoreThan, order) => order == Ordering::Greater,
        (Comparison::AtMost, order) => order != Ordering::Greater,
        (Comparison::LessThan, order) => order == Ordering::Less,
        (Comparison::About, _) => false,
    }
}

/// By how much a figure is on the wrong side.
fn shortfall(comparison: Comparison, value: Decimal, got: Decimal) -> Option<Decimal> {
    let short = match comparison {
        Comparison::AtMost | Comparison::LessThan => got - value,
        _ => value - got,
    };
    (short > Decimal::ZERO).then_some(short)
}

fn verdict(is_met: bool) -> IndexVerdict {
    if is_met {
        IndexVerdict::Met
    } else {
        IndexVerdict::Missed
    }
}

/// The places won from one to the other.
fn places(from: u32, to: u32) -> Decimal {
    Decimal::from(i64::from(from) - i64::from(to))
}

fn is_place(measured: Measured, place: u32) -> bool {
    matches!(measured.figure, IndexValue::Rank(standing) if standing.place == place)
}

/// Whether provinces were merged between two survey years.
fn provinces_changed(one: i32, other: i32) -> bool {
    use crate::catalog::provinces::{provinces_on, survey_day};
    provinces_on(survey_day(one)).count() != provinces_on(survey_day(other)).count()
}
