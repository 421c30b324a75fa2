//! Values as the numbers and days of a spreadsheet.

use chrono::Datelike;
use rust_xlsxwriter::ExcelDateTime;

use crate::lang::Lang;
use crate::table::Value;

/// A value that a spreadsheet may reckon with.
pub(super) struct Figure {
    /// The number itself; a day as Excel counts it.
    pub(super) number: f64,
    /// How Excel shows it.
    pub(super) format: String,
}

impl Figure {
    /// The figure of `value`, where it is one and a double holds it exactly.
    pub(super) fn of(value: &Value, lang: Lang) -> Option<Self> {
        match value {
            Value::Count(count) => {
                let number = exact(&count.to_string())?;
                Some(Self {
                    number,
                    format: "0".to_owned(),
                })
            }
            Value::Number(figure, unit) if unit.is_empty() => {
                let decimals = figure.scale() as usize;
                let number = exact(&figure.normalize().to_string())?;
                let format = if decimals == 0 {
                    "0".to_owned()
                } else {
                    format!("0.{}", "0".repeat(decimals))
                };
                Some(Self { number, format })
            }
            Value::Day(day) | Value::Due(day) => {
                let format = if lang == Lang::Vi {
                    "dd/mm/yyyy"
                } else {
                    "yyyy-mm-dd"
                };
                let (year, month, day) = (u16::try_from(day.year()).ok()?, day.month(), day.day());
                let date = ExcelDateTime::from_ymd(
                    year,
                    u8::try_from(month).ok()?,
                    u8::try_from(day).ok()?,
                );
                Some(Self {
                    number: date.ok()?.to_excel(),
                    format: format.to_owned(),
                })
            }
            _ => None,
        }
    }
}

/// The double of `digits`, if it gives the same digits back and Excel, which keeps
/// fifteen of them, does so too.
fn exact(digits: &str) -> Option<f64> {
    let significant = digits.bytes().filter(u8::is_ascii_digit).count();
    let number: f64 = digits.parse().ok()?;
    (significant <= 15 && number.to_string() == digits).then_some(number)
}
