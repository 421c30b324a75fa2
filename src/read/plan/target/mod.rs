//! `target`.

mod bound;

use toml::Spanned;
use toml::de::DeValue;

use self::bound::{COMPARISONS, read_baseline, said_bound};
use super::super::fields::{Fields, open_table};
use super::super::findings::Findings;
use super::super::values::text;
use super::agencies::LEVELS;
use super::{read_exceptions, shapes};
use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::model::{AgencyLevel, Bound, BoundKind, Combine, Measure, Target};
use crate::say;
use crate::source::{Located, Place};
use crate::words;

/// The targets of an item: none, one that goes by the item's id, or several.
pub(super) fn read_targets(
    fields: &Fields,
    item: &Located<String>,
    findings: &mut Findings,
) -> Vec<Target> {
    let Some(value) = fields.get("target", findings) else {
        return Vec::new();
    };
    let values: Vec<_> = match value.get_ref() {
        DeValue::Array(items) => items.iter().collect(),
        _ => vec![value],
    };
    let is_only = values.len() == 1;
    let mut targets = Vec::new();
    for value in values {
        let Some((target, has_id)) = read_target(value, item, findings) else {
            continue;
        };
        if !is_only && !has_id {
            let place = findings.place(value.span());
            let item = &item.value;
            findings.add(
                Diagnostic::error(
                    "missing-key",
                    place,
                    say! {
                        vi: "nhiệm vụ có nhiều chỉ tiêu, chỉ tiêu này thiếu `id`",
                        en: "of several targets, this one lacks an `id`"
                    },
                )
                .advice(say! {
                    vi: "viết {{ id = \"{item}.a\", words = \"…\" }}",
                    en: "write {{ id = \"{item}.a\", words = \"…\" }}"
                }),
            );
        }
        targets.push(target);
    }
    targets
}

fn read_target(
    value: &Spanned<DeValue>,
    item: &Located<String>,
    findings: &mut Findings,
) -> Option<(Target, bool)> {
    match value.get_ref() {
        DeValue::String(_) => {
            let words = text("target", value, findings)?;
            if words.trim().is_empty() {
                return None;
            }
            Some((target_from_words(item.clone(), words), false))
        }
        DeValue::Table(_) => {
            let fields = open_table("target", value, &shapes::TARGET, findings)?;
            Some((from_table(&fields, item, findings)?, fields.has("id")))
        }
        _ => {
            findings.wrong_type(
                "target",
                value,
                say! {
                    vi: "nguyên văn trong dấu nháy, hoặc bảng {{ words, at_least, unit }}",
                    en: "the words in quotes, or a table {{ words, at_least, unit }}"
                },
            );
            None
        }
    }
}

/// A target that its words alone describe.
#[must_use]
pub fn target_from_words(id: Located<String>, words: Located<String>) -> Target {
    let mut bounds = Vec::new();
    let mut unread = Vec::new();
    for part in words::read_target(&words) {
        match part.reading {
            Ok(bound) => bounds.push(bound),
            Err(rest) => unread.push(Located::new(rest.rest, part_place(&words, rest.span))),
        }
    }
    let measure = plain_measure(&words, &bounds);
    Target {
        id,
        words: Some(words),
        bounds,
        unread,
        measure,
        combine: None,
        lower_is_better: false,
        baseline: None,
        exceptions: Vec::new(),
    }
}

/// The place of a part of a text: exact where the file writes the text as it is.
fn part_place(words: &Located<String>, part: std::ops::Range<usize>) -> Place {
    let Place::Span { source, span } = &words.place else {
        return words.place.clone();
    };
    let written = &source.text()[span.clone()];
    match written.find(words.value.as_str()) {
        Some(at) => Place::span(
            source,
            span.start + at + part.start..span.start + at + part.end,
        ),
        None => words.place.clone(),
    }
}

/// What the figure is, where words and bounds make it plain.
#[must_use]
pub fn plain_measure(words: &str, bounds: &[Bound]) -> Option<Measure> {
    match &bounds.first()?.kind {
        BoundKind::Level(level) if level.unit == "%" => Some(
            words::counted_level(words)
                .and_then(AgencyLevel::from_word)
                .map_or(Measure::Ratio, Measure::Share),
        ),
        BoundKind::Level(level) if level.unit == "điểm" => Some(Measure::Score),
        BoundKind::Level(_) | BoundKind::Frequency(_) | BoundKind::Zero => Some(Measure::Count),
        BoundKind::Rank(_) => Some(Measure::Rank),
        BoundKind::Change(_) | BoundKind::Band(_) | BoundKind::Hold | BoundKind::Qualitative => {
            None
        }
    }
}

/// A target as a table: what the table says stands, and must not contradict its words.
fn from_table(fields: &Fields, item: &Located<String>, findings: &mut Findings) -> Option<Target> {
    let id = fields.text("id", findings).unwrap_or_else(|| item.clone());
    let words = fields.text("words", findings);
    let said = said_bound(fields, findings);
    if words.is_none() && said.is_none() {
        // A bound that is there and broken was told already.
        if !COMPARISONS.iter().any(|(key, _)| fields.has(key))
            && !fields.has("between")
            && !fields.has("words")
        {
            findings.add(
                Diagnostic::error(
                    "missing-key",
                    findings.place(fields.span()),
                    say! { vi: "chỉ tiêu không có nội dung", en: "the target asks for nothing" },
                )
                .advice(say! {
                    vi: "thêm `words = \"…\"`, hoặc `at_least = 95` và `unit = \"%\"`",
                    en: "add `words = \"…\"`, or `at_least = 95` and `unit = \"%\"`"
                }),
            );
        }
        return None;
    }
    let mut target = match words {
        Some(words) => target_from_words(id, words),
        None => Target {
            id,
            words: None,
            bounds: Vec::new(),
            unread: Vec::new(),
            measure: None,
            combine: None,
            lower_is_better: false,
            baseline: None,
            exceptions: Vec::new(),
        },
    };
    if let Some((bound, place)) = said {
        tell_disagreement(&target, &bound, &place, findings);
        target.measure = plain_measure("", std::slice::from_ref(&bound));
        if let (Some(words), BoundKind::Level(level)) = (&target.words, &bound.kind)
            && level.unit == "%"
        {
            target.measure = plain_measure(words, std::slice::from_ref(&bound));
        }
        target.bounds = vec![bound];
        target.unread = Vec::new();
    }
    let stretch = fields.claim("stretch", findings);
    let by = fields.integer("by", findings);
    let scope = fields.text("scope", findings);
    for bound in &mut target.bounds {
        bound.stretch = stretch.unwrap_or(bound.stretch);
        bound.by = by
            .as_ref()
            .and_then(|by| i32::try_from(by.value).ok())
            .or(bound.by);
        if let (BoundKind::Rank(rank), Some(scope)) = (&mut bound.kind, &scope) {
            rank.scope = Some(scope.value.clone());
        }
    }
    let of = fields.word("of", &LEVELS, findings);
    if let Some(measure) = fields.word("measure", &MEASURES, findings) {
        target.measure = Some(match (measure.value, &of, target.measure) {
            (Measure::Share(_), Some(of), _) => Measure::Share(of.value),
            (Measure::Share(_), None, Some(Measure::Share(level))) => Measure::Share(level),
            (Measure::Share(_), None, _) => {
                findings.add(Diagnostic::error(
                    "missing-key",
                    measure.place.clone(),
                    say! {
                        vi: "`measure = \"share\"` cần `of`: tỷ lệ trên số đơn vị cấp nào",
                        en: "`measure = \"share\"` needs `of`: the level of which it is a share"
                    },
                ));
                Measure::Ratio
            }
            (other, _, _) => other,
        });
    } else if let Some(of) = of {
        target.measure = Some(Measure::Share(of.value));
    }
    target.combine = fields
        .word(
            "combine",
            &[("sum", Combine::Sum), ("latest", Combine::Latest)],
            findings,
        )
        .map(|combine| combine.value);
    target.lower_is_better = fields.claim("lower_is_better", findings).unwrap_or(false);
    target.baseline = read_baseline(fields, &target, findings);
    target.exceptions = read_exceptions(fields, findings);
    Some(target)
}

const MEASURES: [(&str, Measure); 5] = [
    ("ratio", Measure::Ratio),
    ("share", Measure::Share(AgencyLevel::Commune)),
    ("count", Measure::Count),
    ("score", Measure::Score),
    ("rank", Measure::Rank),
];

/// Words that were read and the table must ask for the same.
fn tell_disagreement(target: &Target, said: &Bound, at: &Place, findings: &mut Findings) {
    let Some(words) = &target.words else {
        return;
    };
    let measurable: Vec<_> = target
        .bounds
        .iter()
        .filter(|bound| bound.kind != BoundKind::Qualitative)
        .collect();
    if measurable.is_empty()
        || measurable
            .iter()
            .any(|bound| asks_the_same(&bound.kind, &said.kind))
    {
        return;
    }
    let read: Vec<_> = measurable
        .iter()
        .map(|bound| words::say_target(bound))
        .collect();
    let vi = read
        .iter()
        .map(|text| text.vi.as_str())
        .collect::<Vec<_>>()
        .join("; ");
    let en = read
        .iter()
        .map(|text| text.en.as_str())
        .collect::<Vec<_>>()
        .join("; ");
    let Text {
        vi: table_vi,
        en: table_en,
    } = words::say_target(said);
    findings.add(
        Diagnostic::error(
            "contradictory-words",
            at.clone(),
            say! {
                vi: "bảng ghi \"{table_vi}\", nguyên văn đọc là \"{vi}\"",
                en: "the table says \"{table_en}\", the words read as \"{en}\""
            },
        )
        .other(
            words.place.clone(),
            say! { vi: "nguyên văn", en: "the words" },
        ),
    );
}

fn asks_the_same(read: &BoundKind, said: &BoundKind) -> bool {
    match (read, said) {
        (BoundKind::Level(read), BoundKind::Level(said)) => {
            read.comparison == said.comparison
                && read.value == said.value
                && (read.unit == said.unit || said.unit.is_empty())
        }
        (BoundKind::Frequency(read), BoundKind::Frequency(said)) => {
            (read.comparison, read.value, read.per) == (said.comparison, said.value, said.per)
        }
        (BoundKind::Change(read), BoundKind::Change(said)) => {
            (read.comparison, read.value, read.baseline)
                == (said.comparison, said.value, said.baseline)
        }
        _ => false,
    }
}
