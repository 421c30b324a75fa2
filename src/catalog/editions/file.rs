//! The file of editions → editions.

use chrono::NaiveDate;

use super::{Break, Dimension, Editions, SurveyYear};
use crate::catalog::blocks::{CatalogBlock, CatalogError, blocks};
use crate::lang::Text;
use crate::model::DimensionNumber;
use crate::say;

/// Adds what a file says; what it names again is replaced. Gives what is wrong in it.
pub(super) fn add(editions: &mut Editions, text: &str) -> Vec<CatalogError> {
    let mut errors = Vec::new();
    for block in blocks(text, &mut errors) {
        add_block(editions, &block, &mut errors);
    }
    editions
        .dimensions
        .sort_by_key(|dimension| (dimension.number, dimension.from));
    editions.years.sort_by_key(|year| year.year);
    editions.breaks.sort_by_key(|found| found.year);
    errors.sort_by_key(|error| error.line);
    errors
}

fn add_block(editions: &mut Editions, block: &CatalogBlock, errors: &mut Vec<CatalogError>) {
    let name = block.name;
    if let Some(number) = DimensionNumber::parse(name) {
        if let Some(dimension) = dimension(block, number, errors) {
            editions
                .dimensions
                .retain(|known| (known.number, known.from) != (number, dimension.from));
            editions.dimensions.push(dimension);
        }
        return;
    }
    let (kind, year) = name.split_once(' ').unwrap_or((name, ""));
    let Some(number) = year_of(year) else {
        errors.push(CatalogError::new(
            block.line,
            say! {
                vi: "không hiểu khối [{name}]; nhận [2], [2.3], [year 2021], [break 2018]",
                en: "the block [{name}] is not understood; it takes [2], [2.3], [year 2021], [break 2018]"
            },
        ));
        return;
    };
    match kind {
        "year" => {
            let year = survey_year(block, number, errors);
            editions.years.retain(|known| known.year != number);
            editions.years.push(year);
        }
        "break" => {
            let found = method_break(block, number, errors);
            editions.breaks.retain(|known| known.year != number);
            editions.breaks.push(found);
        }
        _ => errors.push(CatalogError::new(
            block.line,
            say! { vi: "không hiểu khối [{name}]", en: "the block [{name}] is not understood" },
        )),
    }
}

fn dimension(
    block: &CatalogBlock,
    number: DimensionNumber,
    errors: &mut Vec<CatalogError>,
) -> Option<Dimension> {
    block.check_keys(
        &["from", "to", "vi", "en", "also", "source", "unverified"],
        errors,
    );
    let mut required = |key: &str| {
        let value = block.get(key).filter(|value| !value.is_empty());
        if value.is_none() {
            errors.push(CatalogError::new(
                block.line,
                say! { vi: "[{number}] thiếu `{key}`", en: "[{number}] lacks `{key}`" },
            ));
        }
        value
    };
    let (_, vi, en) = (required("from")?, required("vi")?, required("en")?);
    Some(Dimension {
        number,
        from: block.read("from", errors, year_of)?,
        to: block.read("to", errors, year_of),
        name: Text {
            vi: vi.to_owned(),
            en: en.to_owned(),
        },
        also: block.list("also"),
        source: block.get("source").map(str::to_owned),
        is_verified: block.get("unverified").is_none(),
    })
}

fn survey_year(block: &CatalogBlock, year: i32, errors: &mut Vec<CatalogError>) -> SurveyYear {
    block.check_keys(
        &["published", "ranked", "missing", "source", "unverified"],
        errors,
    );
    SurveyYear {
        year,
        published: block.read("published", errors, |day| day.parse::<NaiveDate>().ok()),
        ranked: block.read("ranked", errors, |count| count.parse().ok()),
        missing: block.list("missing"),
        source: block.get("source").map(str::to_owned),
        is_verified: block.get("unverified").is_none(),
    }
}

fn method_break(block: &CatalogBlock, year: i32, errors: &mut Vec<CatalogError>) -> Break {
    block.check_keys(&["dimensions", "total", "vi", "en"], errors);
    let dimensions = block.read("dimensions", errors, |list| {
        list.split_whitespace()
            .map(|number| number.parse().ok())
            .collect::<Option<Vec<u8>>>()
    });
    Break {
        year,
        dimensions: dimensions.unwrap_or_default(),
        total: block.get("total").is_some(),
        reason: Text {
            vi: block.get("vi").unwrap_or("").to_owned(),
            en: block.get("en").unwrap_or("").to_owned(),
        },
    }
}

fn year_of(text: &str) -> Option<i32> {
    let year = text.parse().ok()?;
    (1900..=2200).contains(&year).then_some(year)
}
