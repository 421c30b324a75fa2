//! `target`: the words alone where reading them gives the same target, else a table.

use super::head::exceptions;
use super::values::{self, claim, inline, number, optional, text};
use crate::model::{
    Baseline, BaselineFigure, Bound, BoundKind, Combine, Comparison, Level, Measure, Target,
};
use crate::read::plan::{plain_measure, shapes, target_from_words};
use crate::source::Located;

/// The targets of an item: none, one, or a list in which each has its id.
pub(super) fn targets(targets: &[Target], item: &Located<String>) -> Option<String> {
    match targets {
        [] => None,
        [only] => Some(target(only, item, true)),
        several => {
            let tables: Vec<_> = several.iter().map(|one| target(one, item, false)).collect();
            Some(values::on_lines(&tables))
        }
    }
}

fn target(target: &Target, item: &Located<String>, is_only: bool) -> String {
    let read = target
        .words
        .as_ref()
        .map(|words| target_from_words(target.id.clone(), words.clone()));
    if let (true, Some(words), Some(read)) = (is_only, &target.words, &read)
        && target.id == *item
        && read == target
        && !words.trim().is_empty()
    {
        return text(words);
    }
    table(target, read.as_ref(), item, is_only)
}

fn table(target: &Target, read: Option<&Target>, item: &Located<String>, is_only: bool) -> String {
    let has_id = !is_only || target.id != *item;
    let mut entries = vec![
        ("id", has_id.then(|| text(&target.id))),
        ("words", optional(target.words.as_ref())),
    ];
    let from_words = read.map_or(&[][..], |read| &read.bounds);
    let said = (!are_alike(&target.bounds, from_words)).then(|| target.bounds.first());
    let said = said.flatten();
    let mut measured = read.and_then(|read| read.measure);
    if let Some(said) = said {
        entries.extend(bound(&said.kind));
        measured = measure_of(target, said);
    }
    entries.extend(measure(target.measure, measured));
    entries.push((
        "combine",
        target.combine.map(|combine| match combine {
            Combine::Sum => text("sum"),
            Combine::Latest => text("latest"),
        }),
    ));
    entries.push(("lower_is_better", claim(target.lower_is_better)));
    entries.extend(years_and_scope(target, from_words, said.is_some()));
    let year_is_said = !said.is_some_and(|said| matches!(said.kind, BoundKind::Level(_)));
    entries.push((
        "baseline",
        baseline(target.baseline.as_ref(), said, year_is_said),
    ));
    entries.push(("stretch", stretch(target, from_words, said.is_some())));
    entries.push(("except", exceptions(&target.exceptions)));
    entries.sort_by_key(|(key, _)| {
        let keys = shapes::TARGET.keys.iter();
        keys.map(|known| known.name).position(|name| name == *key)
    });
    inline(entries)
}

/// Whether two lists of bounds differ at most in what keys of their own may override.
fn are_alike(bounds: &[Bound], others: &[Bound]) -> bool {
    let plain = |bound: &Bound| {
        let mut kind = bound.kind.clone();
        if let BoundKind::Rank(rank) = &mut kind {
            rank.scope = None;
        }
        kind
    };
    bounds.iter().map(plain).eq(others.iter().map(plain))
}

fn measure_of(target: &Target, said: &Bound) -> Option<Measure> {
    let is_percentage = matches!(&said.kind, BoundKind::Level(level) if level.unit == "%");
    let words = target.words.as_ref().filter(|_| is_percentage);
    plain_measure(
        words.map_or("", |words| &words.value),
        std::slice::from_ref(said),
    )
}

/// The keys of a bound; `per` and the baseline make a level a frequency or a change.
fn bound(kind: &BoundKind) -> Vec<(&'static str, Option<String>)> {
    match kind {
        BoundKind::Level(Level {
            comparison: Comparison::Between,
            value,
            upper: Some(upper),
            unit,
            ..
        }) => vec![
            (
                "between",
                Some(format!("[{}, {}]", number(*value), number(*upper))),
            ),
            ("unit", unit_of(unit)),
        ],
        BoundKind::Level(level) => vec![
            (key(level.comparison), Some(number(level.value))),
            ("unit", unit_of(&level.unit)),
        ],
        BoundKind::Frequency(frequency) => vec![
            (key(frequency.comparison), Some(number(frequency.value))),
            ("unit", frequency.unit.as_deref().and_then(unit_of)),
            ("per", Some(text(frequency.per.word()))),
        ],
        BoundKind::Change(change) => vec![
            (key(change.comparison), Some(number(change.value))),
            ("unit", unit_of(&change.unit)),
        ],
        // No key says these: they come from words only.
        BoundKind::Rank(_)
        | BoundKind::Band(_)
        | BoundKind::Hold
        | BoundKind::Zero
        | BoundKind::Qualitative => Vec::new(),
    }
}

/// The key of a comparison; a range has its own, and "about" is said by words only.
fn key(comparison: Comparison) -> &'static str {
    match comparison {
        Comparison::AtLeast | Comparison::Between | Comparison::About => "at_least",
        Comparison::MoreThan => "more_than",
        Comparison::AtMost => "at_most",
        Comparison::LessThan => "less_than",
    }
}

fn unit_of(unit: &str) -> Option<String> {
    (!unit.is_empty()).then(|| text(unit))
}

/// `of` and `measure`, where words and bound do not make them plain.
fn measure(asked: Option<Measure>, plain: Option<Measure>) -> Vec<(&'static str, Option<String>)> {
    if asked == plain {
        return Vec::new();
    }
    let word = |word: &str| vec![("measure", Some(text(word)))];
    match asked {
        None => Vec::new(),
        Some(Measure::Share(level)) => vec![("of", Some(text(level.word())))],
        Some(Measure::Ratio) => word("ratio"),
        Some(Measure::Count) => word("count"),
        Some(Measure::Score) => word("score"),
        Some(Measure::Rank) => word("rank"),
    }
}

/// `by` and `scope`, where the words do not say them.
fn years_and_scope(
    target: &Target,
    from_words: &[Bound],
    is_said: bool,
) -> Vec<(&'static str, Option<String>)> {
    let by = target.bounds.iter().find_map(|bound| bound.by);
    let by_of_words = from_words.iter().map(|bound| bound.by);
    let is_by_said = is_said || !target.bounds.iter().map(|bound| bound.by).eq(by_of_words);
    let scope = |bound: &Bound| match &bound.kind {
        BoundKind::Rank(rank) => rank.scope.clone(),
        _ => None,
    };
    let is_scope_said = !target
        .bounds
        .iter()
        .map(scope)
        .eq(from_words.iter().map(scope));
    let scope = target.bounds.iter().find_map(scope);
    vec![
        ("by", by.filter(|_| is_by_said).map(|by| by.to_string())),
        (
            "scope",
            scope
                .filter(|_| is_scope_said && !is_said)
                .map(|scope| text(&scope)),
        ),
    ]
}

/// `stretch`, where the words do not say it.
fn stretch(target: &Target, from_words: &[Bound], is_said: bool) -> Option<String> {
    let stretch = target.bounds.first()?.stretch;
    let is_plain = if is_said {
        !stretch
    } else {
        target
            .bounds
            .iter()
            .map(|bound| bound.stretch)
            .eq(from_words.iter().map(|bound| bound.stretch))
    };
    (!is_plain).then(|| stretch.to_string())
}

fn baseline(
    figure: Option<&BaselineFigure>,
    said: Option<&Bound>,
    year_is_said: bool,
) -> Option<String> {
    let changes_from = said.and_then(|bound| match &bound.kind {
        BoundKind::Change(change) => Some(change.baseline),
        _ => None,
    });
    let of = figure.map(|figure| figure.of).or(changes_from)?;
    let year = match of {
        Baseline::Year(year) => year.to_string(),
        Baseline::Previous => text("previous"),
    };
    Some(inline(vec![
        ("year", year_is_said.then_some(year)),
        (
            "value",
            figure
                .and_then(|figure| figure.value.as_ref())
                .map(|value| number(value.value)),
        ),
        (
            "band",
            figure
                .and_then(|figure| figure.band.as_ref())
                .map(|band| text(band.name())),
        ),
        (
            "source",
            figure.and_then(|figure| optional(figure.source.as_ref())),
        ),
    ]))
}
