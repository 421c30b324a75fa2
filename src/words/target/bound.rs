//! A stretch of items with one thing asked → the bound it is.

use std::ops::Range;

use super::beside::{beside, exceeds_what_is_given, exception_alone, opens_target};
use super::figure::Figure;
use super::item::{Item, ItemKind};
use super::meaning::Meaning as M;
use super::quantity::Unit;
use super::segment::{direction, is_asked, with_what_follows};
use crate::model::{Baseline, Bound, BoundKind, Change, Comparison, Every, Frequency, Level};
use crate::words::said::as_written;

/// What is said before several targets and holds for each that says nothing else.
#[derive(Clone, Debug, Default)]
pub(super) struct Context {
    pub(super) by: Option<i32>,
    pub(super) stretch: bool,
    /// The words of a heading that no target below it can say: "Quý II/2025:".
    pub(super) beside: Option<Range<usize>>,
    /// Whether the cell asks for one thing only.
    pub(super) alone: bool,
    /// Whether the cell has no small letter, so that a capital says nothing.
    pub(super) in_capitals: bool,
}

/// The bound of a stretch of items; the error is what was not understood.
pub(super) fn bound(
    items: &[Item],
    text: &str,
    context: &mut Context,
) -> Result<Bound, Range<usize>> {
    let asked = items.iter().position(is_asked);
    let by = year(items)?;
    if asked.is_some() {
        if let Some(rest) = beside(items).or_else(|| context.beside.clone()) {
            return Err(rest);
        }
    } else if let Some(rest) = exception_alone(items) {
        return Err(rest);
    }
    let stretch = items.iter().any(|item| item.kind == ItemKind::Stretch);
    let kind = match asked {
        None => without_figure(items)?,
        Some(at) => {
            let before = &items[..at];
            if is_denied(before) {
                return Err(items[0].span.start..items[at].span.end);
            }
            match &items[at].kind {
                ItemKind::Whole(kind) => whole(kind, items)?,
                ItemKind::Figure(figure) => of_figure(figure, before, items, text, context)
                    .ok_or_else(|| with_what_follows(items, at))?,
                _ => return Err(items[at].span.clone()),
            }
        }
    };
    let leads = |item: &Item| matches!(item.kind, ItemKind::By(_));
    if asked.is_some_and(|at| items[..at].iter().any(leads)) {
        context.by = by;
    }
    context.stretch |= stretch;
    Ok(Bound {
        kind,
        by: by.or(context.by),
        stretch: stretch || context.stretch,
    })
}

/// The one year a target is for; two are one too many.
fn year(items: &[Item]) -> Result<Option<i32>, Range<usize>> {
    let mut found = None;
    for item in items {
        if let ItemKind::By(year) = item.kind {
            if found.is_some_and(|other| other != year) {
                return Err(item.span.clone());
            }
            found = Some(year);
        }
    }
    Ok(found)
}

/// Whether "không" stands before what is asked, with nothing but small words between.
fn is_denied(before: &[Item]) -> bool {
    let small = |item: &&Item| {
        matches!(
            item.kind,
            ItemKind::Opening
                | ItemKind::Adverb
                | ItemKind::Verb(_)
                | ItemKind::Stretch
                | ItemKind::Hold
        )
    };
    before
        .iter()
        .rev()
        .find(|item| !small(item))
        .is_some_and(|item| item.kind == ItemKind::Not)
}

/// Hold, or attested by an agency.
fn without_figure(items: &[Item]) -> Result<BoundKind, Range<usize>> {
    if let Some(item) = items
        .iter()
        .find(|item| matches!(item.kind, ItemKind::Baseline(_) | ItemKind::SamePeriod))
    {
        return Err(item.span.clone());
    }
    let Some(start) = items.iter().position(|item| item.kind == ItemKind::Hold) else {
        return Ok(BoundKind::Qualitative);
    };
    let other = |item: &Item| matches!(item.kind, ItemKind::Word | ItemKind::Subject);
    let held = items
        .iter()
        .any(|item| matches!(item.kind, ItemKind::Held | ItemKind::Ranking))
        || !items.iter().any(other);
    let year_of_it = items[start..]
        .iter()
        .find(|item| matches!(item.kind, ItemKind::By(_)));
    match year_of_it {
        Some(item) if held => Err(item.span.clone()),
        _ if held && !is_denied(&items[..start]) => Ok(BoundKind::Hold),
        _ => Ok(BoundKind::Qualitative),
    }
}

/// A rank, a band and their like stand alone: nothing around them may say more.
fn whole(kind: &BoundKind, items: &[Item]) -> Result<BoundKind, Range<usize>> {
    let more = items.iter().find(|item| match item.kind {
        ItemKind::Baseline(_) => true,
        ItemKind::Each(every) => {
            !matches!(kind, BoundKind::Frequency(frequency) if frequency.per == every)
                && matches!(kind, BoundKind::Frequency(_))
        }
        _ => false,
    });
    more.map_or_else(|| Ok(kind.clone()), |item| Err(item.span.clone()))
}

/// What a figure is by what stands around it; nothing where that is not plain.
fn of_figure(
    figure: &Figure,
    before: &[Item],
    items: &[Item],
    text: &str,
    context: &Context,
) -> Option<BoundKind> {
    let has = |kind: &ItemKind| items.iter().any(|item| item.kind == *kind);
    let counts = matches!(figure.unit, Unit::None | Unit::Words(_));
    if figure.is_open_duration(text)
        || before.last().is_some_and(|item| item.kind == ItemKind::Or)
        || figure.unit == Unit::None && has(&ItemKind::Ranking)
        || counts && has(&ItemKind::EachOfThem)
        || has(&ItemKind::Previous)
        || has(&ItemKind::AndDown)
        || has(&ItemKind::AndUp) && figure.comparison != Comparison::AtLeast
        || figure.comparative && is_followed_by_year(items)
        || figure.is_bare() && figure.has_capital_unit(text, context.in_capitals)
        || exceeds_what_is_given(figure, before, items, text)
        || figure.extreme && !opens_target(before)
    {
        return None;
    }
    let mut baselines = items.iter().filter_map(|item| match item.kind {
        ItemKind::Baseline(baseline) => Some(baseline),
        _ => None,
    });
    let baseline = baselines.next();
    if baselines.next().is_some() {
        return None;
    }
    let each = items.iter().find_map(|item| match item.kind {
        ItemKind::Each(every) => Some(every),
        _ => None,
    });
    let verb = before
        .iter()
        .rposition(|item| matches!(item.kind, ItemKind::Verb(_)));
    let attached = verb.is_some_and(|at| {
        before[at + 1..]
            .iter()
            .all(|item| item.kind == ItemKind::Adverb)
    });
    let verb = verb.and_then(|at| match before[at].kind {
        ItemKind::Verb(verb) => Some(verb),
        _ => None,
    });
    let verb = verb.filter(|verb| attached || *verb != M::Improve);
    if let Some(baseline) = baseline {
        return change(figure, verb?, baseline, text);
    }
    match verb {
        Some(M::Cut) | None => {}
        Some(_) if figure.reached => {}
        Some(verb)
            if attached && (each == Some(Every::Year) || figure.per == Some(Every::Year)) =>
        {
            return change(figure, verb, Baseline::Previous, text);
        }
        Some(_) => return None,
    }
    if figure.is_bare() && !stands_for_itself(figure, before, items, text, context.alone)
        || figure.unit == Unit::Place
    {
        return None;
    }
    if figure.value.is_zero() && !figure.compared {
        return figure.upper.is_none().then_some(BoundKind::Zero);
    }
    level_or_frequency(figure, each, text)
}

/// Whether a year stands right behind the figure, with no "vào" or "đến" between.
fn is_followed_by_year(items: &[Item]) -> bool {
    items
        .windows(2)
        .any(|pair| is_asked(&pair[0]) && matches!(pair[1].kind, ItemKind::By(_)))
}

/// Whether a number with nothing around it that says so is a figure all the same: it
/// opens the target, or it counts something that is counted.
fn stands_for_itself(
    figure: &Figure,
    before: &[Item],
    items: &[Item],
    text: &str,
    alone: bool,
) -> bool {
    let small = |item: &Item| {
        matches!(
            item.kind,
            ItemKind::Opening
                | ItemKind::Adverb
                | ItemKind::By(_)
                | ItemKind::Stretch
                | ItemKind::Each(_)
                | ItemKind::Separator(_)
                | ItemKind::Verb(M::Cut)
        )
    };
    let opens = before.iter().all(small);
    match figure.unit {
        Unit::None => {
            let milestone = items
                .iter()
                .any(|item| matches!(item.kind, ItemKind::By(_)));
            figure.per.is_some()
                || (alone || milestone) && items.iter().filter(|item| !is_asked(item)).all(small)
        }
        _ => opens || figure.has_known_unit(text),
    }
}

fn change(figure: &Figure, verb: M, baseline: Baseline, text: &str) -> Option<BoundKind> {
    let plain = figure.upper.is_none() && figure.out_of.is_none() && !figure.reached;
    let per_year = figure
        .per
        .is_none_or(|per| per == Every::Year && baseline == Baseline::Previous);
    (plain && per_year).then_some(())?;
    Some(BoundKind::Change(Change {
        comparison: figure.comparison,
        value: figure.value,
        unit: unit_words(figure, None, text),
        baseline,
        downward: direction(verb)?,
    }))
}

fn level_or_frequency(figure: &Figure, each: Option<Every>, text: &str) -> Option<BoundKind> {
    let counted = matches!(figure.unit, Unit::None | Unit::Words(_));
    let per = match (figure.per, each) {
        (Some(per), Some(each)) if per != each => return None,
        (Some(per), _) => Some(per),
        (None, each) => each.filter(|_| counted),
    };
    match per {
        Some(per) if counted => {
            let single = figure.upper.is_none() && figure.out_of.is_none();
            single.then_some(BoundKind::Frequency(Frequency {
                comparison: figure.comparison,
                value: figure.value,
                unit: None,
                per,
            }))
        }
        Some(_) if !matches!(figure.unit, Unit::Percent(None)) => None,
        per => Some(BoundKind::Level(Level {
            comparison: figure.comparison,
            value: figure.value,
            upper: figure.upper,
            unit: unit_words(figure, per, text),
            out_of: figure.out_of,
        })),
    }
}

/// The unit in the words of a plan.
fn unit_words(figure: &Figure, per: Option<Every>, text: &str) -> String {
    match &figure.unit {
        Unit::None => String::new(),
        Unit::Percent(rate) => match rate.or(per) {
            Some(per) => format!("%/{}", crate::words::said::span_of_time(per).vi),
            None => "%".to_owned(),
        },
        Unit::Points => "điểm".to_owned(),
        Unit::Place => "bậc".to_owned(),
        Unit::PercentPoints(unit) => (*unit).to_owned(),
        Unit::Words(span) => as_written(text, span.clone()),
    }
}
