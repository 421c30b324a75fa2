//! `[plan]`.

use super::super::fields::Fields;
use super::super::findings::Findings;
use super::shapes;
use crate::diagnostic::Diagnostic;
use crate::model::{Head, PlanState, Signer, Wording, Years};
use crate::say;
use crate::source::{Located, Place};

/// The head of the document. What is missing was told when the table was opened and
/// stands empty here.
pub(super) fn read_head(fields: &Fields, findings: &mut Findings) -> Head {
    let place = findings.place(fields.span());
    let empty = || Located::new(String::new(), place.clone());
    let issued = fields.day("issued", findings);
    Head {
        place: Located::new((), place.clone()),
        id: fields.text("id", findings).unwrap_or_else(empty),
        title: fields.text("title", findings).unwrap_or_else(empty),
        number: fields.text("number", findings),
        effective: fields.day("effective", findings),
        issuer: fields.text("issuer", findings),
        signer: read_signer(fields, findings),
        years: read_years(fields, issued.as_deref().copied(), findings),
        issued,
        focal: fields.text("focal", findings),
        state: fields
            .word("state", &STATES, findings)
            .map_or_else(PlanState::default, |state| state.value),
        wording: fields
            .word("wording", &WORDINGS, findings)
            .map_or_else(Wording::default, |wording| wording.value),
        basis: fields.texts("basis", findings),
        implements: fields.text("implements", findings),
        replaces: fields.text("replaces", findings),
        recipients: fields.texts("recipients", findings),
        funding: fields.text("funding", findings),
        results: fields.texts("results", findings),
        scores: fields.texts("scores", findings),
        note: fields.text("note", findings),
        exceptions: super::read_exceptions(fields, findings),
    }
}

/// What stands for a head that is missing or broken, which was told: it gives rules
/// nothing to tell beside that.
pub(super) fn no_head(place: Place) -> Head {
    let empty = Located::new(String::new(), place.clone());
    Head {
        place: Located::new((), place),
        id: empty.clone(),
        title: empty,
        number: None,
        issued: None,
        effective: None,
        issuer: None,
        signer: None,
        years: Years {
            from: 2000,
            to: 2000,
        },
        focal: None,
        state: PlanState::Draft,
        wording: Wording::AsIssued,
        basis: Vec::new(),
        implements: None,
        replaces: None,
        recipients: Vec::new(),
        funding: None,
        results: Vec::new(),
        scores: Vec::new(),
        note: None,
        exceptions: Vec::new(),
    }
}

const STATES: [(&str, PlanState); 2] = [("draft", PlanState::Draft), ("issued", PlanState::Issued)];
const WORDINGS: [(&str, Wording); 2] = [
    ("as issued", Wording::AsIssued),
    ("abridged", Wording::Abridged),
];

fn read_signer(fields: &Fields, findings: &mut Findings) -> Option<Signer> {
    let signer = fields.table("signer", &shapes::SIGNER, findings)?;
    Some(Signer {
        name: signer.text("name", findings)?,
        title: signer.text("title", findings),
    })
}

fn read_years(
    fields: &Fields,
    issued: Option<chrono::NaiveDate>,
    findings: &mut Findings,
) -> Years {
    let mut year_at = |key| {
        let year = fields.integer(key, findings)?;
        i32::try_from(year.value)
            .ok()
            .map(|number| year.map(|_| number))
    };
    let (year, from, to) = (year_at("year"), year_at("from"), year_at("to"));
    // Only so that reading can go on: without a year the plan is not sound.
    let unknown = issued.map_or(2000, |day| chrono::Datelike::year(&day));
    match (year, from, to) {
        (Some(year), None, None) => Years {
            from: year.value,
            to: year.value,
        },
        (None, Some(from), Some(to)) if from.value <= to.value => Years {
            from: from.value,
            to: to.value,
        },
        (None, Some(from), Some(to)) => {
            findings.add(
                Diagnostic::error(
                    "wrong-value",
                    to.place.clone(),
                    say! { vi: "năm cuối trước năm đầu", en: "the last year lies before the first" },
                )
                .other(from.place.clone(), say! { vi: "năm đầu", en: "the first year" }),
            );
            Years {
                from: from.value,
                to: from.value,
            }
        }
        (Some(year), Some(other), _) | (Some(year), None, Some(other)) => {
            findings.add(
                Diagnostic::error(
                    "wrong-value",
                    other.place.clone(),
                    say! {
                        vi: "đã có `year` thì không ghi `from`, `to`",
                        en: "a plan with `year` has neither `from` nor `to`"
                    },
                )
                .other(
                    year.place.clone(),
                    say! { vi: "`year` ở đây", en: "`year` is here" },
                ),
            );
            Years {
                from: year.value,
                to: year.value,
            }
        }
        (None, from, to) => {
            // A year that is there and broken was told already.
            if !["year", "from", "to"].iter().any(|key| fields.has(key))
                || from.is_some() != to.is_some()
            {
                missing_year(fields, findings);
            }
            let year = from.or(to).map_or(unknown, |year| year.value);
            Years {
                from: year,
                to: year,
            }
        }
    }
}

fn missing_year(fields: &Fields, findings: &mut Findings) {
    if findings.is_torn(fields.span().start) {
        return;
    }
    let place = findings.place(fields.span());
    findings.add(
        Diagnostic::error(
            "missing-key",
            place,
            say! { vi: "[plan] thiếu năm của kế hoạch", en: "[plan] lacks the plan's year" },
        )
        .advice(say! {
            vi: "thêm `year = 2021`, hoặc `from = 2021` và `to = 2025`",
            en: "add `year = 2021`, or `from = 2021` and `to = 2025`"
        }),
    );
}
