//! What the keys of a target's table say.

use rust_decimal::Decimal;
use toml::de::DeValue;

use super::super::shapes;
use crate::diagnostic::Diagnostic;
use crate::model::{
    Band, Baseline, BaselineFigure, Bound, BoundKind, Change, Comparison, Every, Frequency, Level,
    Target,
};
use crate::read::fields::Fields;
use crate::read::findings::Findings;
use crate::read::values::{number, whole};
use crate::say;
use crate::source::Place;

/// The keys of comparisons.
pub(super) const COMPARISONS: [(&str, Comparison); 4] = [
    ("at_least", Comparison::AtLeast),
    ("more_than", Comparison::MoreThan),
    ("at_most", Comparison::AtMost),
    ("less_than", Comparison::LessThan),
];

/// The bound that the keys of the table say, and where.
pub(super) fn said_bound(fields: &Fields, findings: &mut Findings) -> Option<(Bound, Place)> {
    let mut said: Vec<(Comparison, Decimal, Option<Decimal>, Place)> = Vec::new();
    for (key, comparison) in COMPARISONS {
        if let Some(value) = fields.number(key, findings) {
            said.push((comparison, value.value, None, value.place));
        }
    }
    if let Some((low, high, place)) = pair(fields, findings) {
        said.push((Comparison::Between, low, Some(high), place));
    }
    if let [first, second, ..] = said.as_slice() {
        findings.add(
            Diagnostic::error(
                "wrong-value",
                second.3.clone(),
                say! {
                    vi: "chỉ ghi một mức: đã có mức khác",
                    en: "only one bound may be given: there is another"
                },
            )
            .other(
                first.3.clone(),
                say! { vi: "mức đã ghi", en: "the other bound" },
            ),
        );
    }
    let (comparison, value, upper, place) = said.into_iter().next()?;
    let unit = fields
        .text("unit", findings)
        .map_or_else(String::new, |unit| unit.value);
    let kind = if let Some(per) = fields.word("per", &PER, findings) {
        BoundKind::Frequency(Frequency {
            comparison,
            value,
            unit: (!unit.is_empty()).then_some(unit),
            per: per.value,
        })
    } else if let Some(baseline) = baseline_of(fields, findings) {
        BoundKind::Change(Change {
            comparison,
            value,
            unit,
            baseline,
            downward: false,
        })
    } else {
        BoundKind::Level(Level {
            comparison,
            value,
            upper,
            unit,
            out_of: None,
        })
    };
    Some((Bound::new(kind), place))
}

const PER: [(&str, Every); 5] = [
    ("week", Every::Week),
    ("month", Every::Month),
    ("quarter", Every::Quarter),
    ("half-year", Every::HalfYear),
    ("year", Every::Year),
];

fn pair(fields: &Fields, findings: &mut Findings) -> Option<(Decimal, Decimal, Place)> {
    let value = fields.get("between", findings)?;
    if let DeValue::Array(items) = value.get_ref()
        && let [low, high] = items.iter().collect::<Vec<_>>().as_slice()
    {
        let low = number("between", low, findings)?;
        let high = number("between", high, findings)?;
        if low.value <= high.value {
            return Some((low.value, high.value, findings.place(value.span())));
        }
        findings.add(Diagnostic::error(
            "wrong-value",
            findings.place(value.span()),
            say! { vi: "`between`: số đầu phải nhỏ hơn số cuối", en: "`between`: the first number must be the smaller" },
        ));
        return None;
    }
    findings.wrong_type(
        "between",
        value,
        say! { vi: "hai số, như [40, 50]", en: "two numbers, like [40, 50]" },
    );
    None
}

fn baseline_of(fields: &Fields, findings: &mut Findings) -> Option<Baseline> {
    let DeValue::Table(table) = fields.get("baseline", findings)?.get_ref() else {
        return None;
    };
    let year = table.get("year")?.get_ref();
    match (whole(year), year) {
        (Some(year), _) => i32::try_from(year).ok().map(Baseline::Year),
        (None, DeValue::String(word)) if word == "previous" => Some(Baseline::Previous),
        _ => None,
    }
}

/// The baseline as the table gives it.
pub(super) fn read_baseline(
    fields: &Fields,
    target: &Target,
    findings: &mut Findings,
) -> Option<BaselineFigure> {
    let table = fields.table("baseline", &shapes::BASELINE, findings)?;
    let named = baseline_of(fields, findings);
    if let Some(value) = table.get("year", findings)
        && named.is_none()
    {
        findings.wrong_type(
            "year",
            value,
            say! { vi: "năm, hoặc \"previous\"", en: "a year, or \"previous\"" },
        );
    }
    let read = target.bounds.iter().find_map(|bound| match &bound.kind {
        BoundKind::Change(change) => Some(change.baseline),
        _ => None,
    });
    Some(BaselineFigure {
        of: named.or(read).unwrap_or(Baseline::Previous),
        value: table.number("value", findings),
        band: table.word("band", &BANDS, findings),
        source: table.text("source", findings),
    })
}

const BANDS: [(&str, Band); 4] = [
    ("cao nhất", Band::Highest),
    ("trung bình cao", Band::UpperMiddle),
    ("trung bình thấp", Band::LowerMiddle),
    ("thấp nhất", Band::Lowest),
];
