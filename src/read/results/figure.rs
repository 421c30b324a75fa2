//! The figure of a row: numerator and denominator, or a value.

use rust_decimal::Decimal;

use super::cells::Cells;
use super::findings::{Findings, finding};
use super::head::{Field, Head};
use super::numbers::{self, Bad};
use super::who::text_of;
use crate::diagnostic::{Diagnostic, Severity};
use crate::model::{BoundKind, Figure, Measure, Target};
use crate::say;
use crate::words::{NumberKind, read_attestation, say_number};

/// What the target of a row asks for, as far as it matters for reading its cells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Asked {
    /// How a number is written.
    pub(super) kind: NumberKind,
    /// Whether it asks for a percentage.
    pub(super) is_percentage: bool,
    /// Whether agencies are counted, so that a part cannot exceed its whole.
    pub(super) is_share: bool,
}

impl Asked {
    /// What `target` asks for.
    pub(super) fn by(target: Option<&Target>) -> Self {
        let units = target.into_iter().flat_map(|target| &target.bounds);
        let is_percentage = units.clone().any(
            |bound| matches!(&bound.kind, BoundKind::Level(level) if level.unit.starts_with('%')),
        );
        let is_frequency = units
            .clone()
            .any(|bound| matches!(bound.kind, BoundKind::Frequency(_) | BoundKind::Zero));
        let measure = target.and_then(|target| target.measure);
        let kind = if is_percentage || measure == Some(Measure::Score) {
            NumberKind::Fraction
        } else if is_frequency || measure == Some(Measure::Count) {
            NumberKind::Count
        } else {
            NumberKind::Any
        };
        Self {
            kind,
            is_percentage,
            is_share: matches!(measure, Some(Measure::Share(_))),
        }
    }
}

/// Reads the figure of a row; `None` where a cell of it is bad, which is told.
pub(super) fn read(
    cells: &Cells,
    head: &Head,
    asked: Asked,
    findings: &mut Findings,
) -> Option<Figure> {
    let ratio = ratio(cells, head, asked, findings);
    let value = value(cells, head, asked, findings);
    match (ratio?, value?) {
        (Figure::None, value) => Some(value),
        (ratio, Figure::None) => Some(ratio),
        (ratio, value) => {
            if !agree(ratio, value) {
                let column = head.column(Field::Value).unwrap_or_default();
                findings.tell("disagreeing-figures", Severity::Warning, |findings| {
                    let message = say! {
                        vi: "kết quả không khớp với tử số chia mẫu số",
                        en: "the value is not numerator ÷ denominator",
                    };
                    finding(findings.cell(cells, column), message).advice(say! {
                        vi: "tử số và mẫu số được tính, kết quả bỏ qua; để trống một trong hai",
                        en: "numerator and denominator count, the value does not; leave one of them empty",
                    })
                });
            }
            Some(ratio)
        }
    }
}

fn ratio(cells: &Cells, head: &Head, asked: Asked, findings: &mut Findings) -> Option<Figure> {
    let (Some(upper), Some(lower)) = (
        head.column(Field::Numerator),
        head.column(Field::Denominator),
    ) else {
        return Some(Figure::None);
    };
    let columns = [upper, lower];
    let [numerator, denominator] = columns.map(|column| cells.get(column));
    if numerator.is_empty() && denominator.is_empty() {
        return Some(Figure::None);
    }
    for (column, name) in columns
        .into_iter()
        .zip([Field::Numerator, Field::Denominator])
    {
        if cells.get(column).is_empty() {
            let (vi, en) = (name.head(), name.word());
            findings.tell("half-ratio", Severity::Error, |findings| {
                let message = say! {
                    vi: "có một nửa tỷ lệ: ô “{vi}” để trống",
                    en: "half a ratio: the cell “{en}” is empty",
                };
                finding(findings.cell(cells, column), message).advice(say! {
                    vi: "ghi cả tử số và mẫu số, hoặc ghi con số vào cột “Kết quả”",
                    en: "write both numerator and denominator, or the figure under “value”",
                })
            });
            return None;
        }
    }
    let [numerator, denominator] = columns.map(|column| {
        let number = part(cells, column);
        number
            .map_err(|why| tell_bad(cells, column, why, findings))
            .ok()
    });
    let (numerator, denominator) = (numerator?, denominator?);
    if numerator > denominator {
        // More than all agencies cannot be; more than planned can.
        let cannot_be = asked.is_share || denominator.is_zero();
        let severity = if cannot_be {
            Severity::Error
        } else {
            Severity::Warning
        };
        findings.tell("numerator-above-denominator", severity, |findings| {
            above(findings, cells, columns, numerator, denominator, cannot_be)
        });
        if cannot_be {
            return None;
        }
    }
    Some(Figure::Ratio {
        numerator,
        denominator,
    })
}

fn above(
    findings: &Findings,
    cells: &Cells,
    [upper, lower]: [usize; 2],
    numerator: Decimal,
    denominator: Decimal,
    cannot_be: bool,
) -> Diagnostic {
    let (part, whole) = (say_number(numerator), say_number(denominator));
    let (part_vi, part_en, whole_vi, whole_en) = (part.vi, part.en, whole.vi, whole.en);
    let message = say! {
        vi: "tử số {part_vi} lớn hơn mẫu số {whole_vi}",
        en: "numerator {part_en} is above denominator {whole_en}",
    };
    let told = finding(findings.cell(cells, upper), message).other(
        findings.cell(cells, lower),
        say! { vi: "mẫu số ở đây", en: "the denominator is here" },
    );
    told.advice(if cannot_be {
        say! {
            vi: "kiểm tra hai ô có đổi chỗ cho nhau không; dòng này không được tính",
            en: "see whether the two cells have changed places; this row does not count",
        }
    } else {
        say! {
            vi: "kiểm tra hai ô có đổi chỗ cho nhau không; nếu vượt kế hoạch thật thì giữ nguyên",
            en: "see whether the two cells have changed places; if it is truly above plan, leave it",
        }
    })
}

/// Reads a part of a ratio: a number that is not below nought.
fn part(cells: &Cells, column: usize) -> Result<Decimal, Bad> {
    let cell = cells.get(column);
    if let Some(number) = numbers::whole(cell) {
        return Ok(number);
    }
    let text = text_of(cell);
    let number = numbers::read(&text, NumberKind::Count)?;
    if number < Decimal::ZERO {
        return Err(Bad {
            message: say! {
                vi: "“{text}” nhỏ hơn 0",
                en: "“{text}” is below 0",
            },
            advice: say! {
                vi: "tử số và mẫu số là số đếm, từ 0 trở lên",
                en: "numerator and denominator are counts, 0 or more",
            },
        });
    }
    Ok(number)
}

fn value(cells: &Cells, head: &Head, asked: Asked, findings: &mut Findings) -> Option<Figure> {
    let Some(column) = head.column(Field::Value) else {
        return Some(Figure::None);
    };
    let cell = cells.get(column);
    if cell.is_empty() {
        return Some(Figure::None);
    }
    let text = text_of(cell);
    let read = match text.strip_suffix('%') {
        Some(number) => numbers::read(number, NumberKind::Fraction).map(Figure::Percent),
        None => match read_attestation(&text) {
            Some(attested) => Ok(Figure::Attested(attested)),
            None => numbers::read(&text, asked.kind).and_then(|number| plain(number, asked)),
        },
    };
    read.map_err(|why| tell_bad(cells, column, why, findings))
        .ok()
}

/// A number without a sign of per cent.
fn plain(number: Decimal, asked: Asked) -> Result<Figure, Bad> {
    let may_be_part = number > Decimal::ZERO && number <= Decimal::ONE;
    if !(asked.is_percentage && may_be_part) {
        return Ok(Figure::Number(number));
    }
    let (small, great) = (
        say_number(number),
        say_number(number * Decimal::ONE_HUNDRED),
    );
    let (small_vi, small_en, great_vi, great_en) = (small.vi, small.en, great.vi, great.en);
    Err(Bad {
        message: say! {
            vi: "{small_vi} có hai cách hiểu: {small_vi} % hoặc {great_vi} %",
            en: "{small_en} has two readings: {small_en} % or {great_en} %",
        },
        advice: say! {
            vi: "ghi cả dấu %: “{great_vi}%” hoặc “{small_vi}%”",
            en: "write the % as well: “{great_en}%” or “{small_en}%”",
        },
    })
}

/// Whether a value is the ratio, as far as it was written out.
fn agree(ratio: Figure, value: Figure) -> bool {
    let Figure::Ratio {
        numerator,
        denominator,
    } = ratio
    else {
        return true;
    };
    let value = match value {
        Figure::Number(number) if number == numerator => return true,
        Figure::Number(number) | Figure::Percent(number) => number,
        Figure::None | Figure::Attested(_) | Figure::Ratio { .. } => return true,
    };
    let percent = numerator
        .checked_mul(Decimal::ONE_HUNDRED)
        .and_then(|part| part.checked_div(denominator));
    // Whoever wrote it may have cut it short or rounded it.
    let last_digit = Decimal::new(1, value.scale());
    percent.is_none_or(|percent| (percent - value).abs() <= last_digit)
}

fn tell_bad(cells: &Cells, column: usize, why: Bad, findings: &mut Findings) {
    findings.tell("bad-cell", Severity::Error, |findings| {
        finding(findings.cell(cells, column), why.message).advice(why.advice)
    });
}
