//! What a target asks of the index: a score, a place or a band, of which part, in which
//! years.

use super::About;
use crate::catalog::editions::numbered;
use crate::model::{
    Baseline, Bound, BoundKind, Change, DimensionNumber, Measure, Scored, Target, Years,
};
use crate::spelling::bare;

/// What of the index a bound compares.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum IndexFigure {
    /// A score (điểm).
    Score,
    /// A place (thứ hạng).
    Rank,
    /// A band (nhóm điểm).
    Band,
    /// One of these, and the words do not say which.
    Unsaid,
}

/// Other indices, which have scores and ranks too.
const OTHER_INDICES: [&str; 8] = [
    "par index",
    "parindex",
    "sipas",
    "pci",
    "pgi",
    "ddci",
    "dti",
    "chi so cai cach hanh chinh",
];

/// Whether words are about PAPI, as far as they name any index.
#[must_use]
pub fn is_on_index(words: &str) -> bool {
    let words = format!(" {} ", bare(words));
    let names = |name: &str| words.contains(&format!(" {name} "));
    names("papi") || !OTHER_INDICES.into_iter().any(names)
}

/// What a bound compares, where it is on the index.
pub(super) fn figure_asked(target: &Target, bound: &Bound, title: &str) -> Option<IndexFigure> {
    let own_words = target.words.as_ref().map_or("", |words| words.as_str());
    let words = format!("{title} {own_words}");
    if !is_on_index(&words) {
        return None;
    }
    let measured = match target.measure {
        Some(Measure::Score) => Some(IndexFigure::Score),
        Some(Measure::Rank) => Some(IndexFigure::Rank),
        Some(Measure::Ratio | Measure::Share(_) | Measure::Count) => return None,
        None => None,
    };
    match &bound.kind {
        BoundKind::Rank(_) => Some(IndexFigure::Rank),
        BoundKind::Band(_) => Some(IndexFigure::Band),
        BoundKind::Level(level) => match bare(&level.unit).as_str() {
            "diem" => Some(IndexFigure::Score),
            "" => Some(measured.unwrap_or(IndexFigure::Score)),
            _ => None,
        },
        BoundKind::Change(change) => match unit(change) {
            "bac" | "hang" | "vi tri" | "thu hang" => Some(IndexFigure::Rank),
            "diem" | "%" => Some(IndexFigure::Score),
            "" => Some(measured.unwrap_or(IndexFigure::Score)),
            _ => None,
        },
        BoundKind::Hold => Some(measured.unwrap_or_else(|| held(own_words, title))),
        BoundKind::Frequency(_) | BoundKind::Zero | BoundKind::Qualitative => None,
    }
}

fn unit(change: &Change) -> &'static str {
    if change.unit.trim() == "%" {
        return "%";
    }
    let unit = bare(&change.unit);
    ["bac", "hang", "vi tri", "thu hang", "diem", ""]
        .into_iter()
        .find(|known| *known == unit)
        .unwrap_or("?")
}

/// What is to hold, by the target's own words, else by the title.
fn held(words: &str, title: &str) -> IndexFigure {
    for words in [words, title] {
        let words = format!(" {} ", bare(words));
        let names = |name: &str| words.contains(name);
        match (
            names(" hang ") || names(" bac "),
            names(" nhom "),
            names(" diem "),
        ) {
            (true, false, _) => return IndexFigure::Rank,
            (false, true, _) => return IndexFigure::Band,
            (false, false, true) => return IndexFigure::Score,
            _ => {}
        }
    }
    IndexFigure::Unsaid
}

/// The parts of the index that a target is about: those its own words name, else those
/// of its objective or task, else the whole.
pub(super) fn parts_named(target: &Target, about: &About) -> Vec<Scored> {
    let words = target.words.as_ref().map_or("", |words| words.as_str());
    if let Some(number) = number_in(words) {
        return vec![Scored::Part(number)];
    }
    let parts: Vec<_> = about
        .dimensions
        .iter()
        .filter_map(|number| DimensionNumber::parse(number))
        .map(Scored::Part)
        .collect();
    if parts.is_empty() {
        vec![Scored::Total]
    } else {
        parts
    }
}

/// The number after "chỉ số nội dung" or "nội dung thành phần".
fn number_in(words: &str) -> Option<DimensionNumber> {
    let words = bare(words);
    let kinds = ["noi dung thanh phan ", "chi so noi dung "];
    let (at, kind) = kinds
        .into_iter()
        .find_map(|kind| Some((words.find(kind)?, kind)))?;
    let mut after = words[at + kind.len()..].split(' ');
    let (first, second) = (after.next()?, after.next().unwrap_or(""));
    // "chỉ số nội dung 2 đạt …" is dimension 2; "nội dung thành phần 2.3" needs both.
    numbered(&format!("{kind}{first} {second}")).or_else(|| numbered(&format!("{kind}{first}")))
}

/// The survey years that decide: the one the bound names, else the plan's last; each
/// year of the plan where it is compared with the year before.
pub(super) fn years_asked(bound: &Bound, years: Years) -> Vec<i32> {
    if let Some(year) = bound.by {
        return vec![year];
    }
    let is_yearly = matches!(
        &bound.kind,
        BoundKind::Change(Change {
            baseline: Baseline::Previous,
            ..
        })
    );
    if is_yearly {
        years.all().collect()
    } else {
        vec![years.to]
    }
}
