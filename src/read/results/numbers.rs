//! Numbers of a results table, and why a cell is none.

use rust_decimal::Decimal;

use super::findings::shown;
use crate::lang::Text;
use crate::say;
use crate::words::{Number, NumberKind, read_attestation, read_date, read_number};

/// Why a cell is bad, and what would be right.
pub(super) struct Bad {
    pub(super) message: Text,
    pub(super) advice: Text,
}

/// The number of a cell that is a few digits and nothing else, as almost all are.
pub(super) fn whole(cell: &[u8]) -> Option<Decimal> {
    let is_plain = !cell.is_empty() && cell.len() <= 9 && cell.iter().all(u8::is_ascii_digit);
    let digit = |number: u32, byte: &u8| number * 10 + u32::from(byte - b'0');
    is_plain.then(|| cell.iter().fold(0, digit).into())
}

/// Reads a number.
pub(super) fn read(text: &str, kind: NumberKind) -> Result<Decimal, Bad> {
    match read_number(text, kind) {
        Number::Exact(number) => Ok(number),
        Number::Ambiguous => Err(ambiguous(text.trim())),
        Number::None => Err(no_number(text.trim())),
    }
}

fn ambiguous(text: &str) -> Bad {
    let (thousands, decimals) = (text.replace(['.', ','], ""), text.replace('.', ","));
    let decimals = format!("{decimals}0");
    Bad {
        message: say! {
            vi: "“{text}” có hai cách đọc: hàng nghìn hoặc phần thập phân",
            en: "“{text}” has two readings: thousands or decimals",
        },
        advice: say! {
            vi: "ghi “{thousands}” nếu là hàng nghìn, “{decimals}” nếu là số thập phân",
            en: "write “{thousands}” for thousands, “{decimals}” for decimals",
        },
    }
}

/// Why a text that is no number is none, as spreadsheets and people make them.
fn no_number(text: &str) -> Bad {
    let seen = shown(text.as_bytes());
    let number_only = say! {
        vi: "chỉ ghi con số, ví dụ 45 hoặc 97,5; chưa có số liệu thì để trống",
        en: "write the number alone, such as 45 or 97.5; leave it empty where there is none",
    };
    if text.contains(['\0', '\u{FFFD}']) {
        return Bad {
            message: say! {
                vi: "ô có ký tự hỏng, không đọc được",
                en: "the cell holds broken characters and cannot be read",
            },
            advice: say! {
                vi: "mở tệp gốc và lưu lại dưới dạng CSV UTF-8",
                en: "open the original and save it again as CSV UTF-8",
            },
        };
    }
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    if digits > 15
        && text
            .bytes()
            .all(|byte| byte.is_ascii_digit() || b".,-+".contains(&byte))
    {
        return Bad {
            message: say! {
                vi: "số có {digits} chữ số, dài hơn mọi số liệu thật",
                en: "the number has {digits} digits, more than any real figure",
            },
            advice: number_only,
        };
    }
    if is_date(text) {
        return Bad {
            message: say! {
                vi: "“{seen}” là ngày tháng hoặc phân số, không phải một số",
                en: "“{seen}” is a date or a fraction, not one number",
            },
            advice: say! {
                vi: "Excel có thể đã đổi “1/2” thành ngày: ghi tử số và mẫu số vào hai cột riêng",
                en: "Excel may have made a date of “1/2”: write numerator and denominator in their two columns",
            },
        };
    }
    if is_formula_error(text) {
        return Bad {
            message: say! {
                vi: "“{seen}” là lỗi của bảng tính, không phải số",
                en: "“{seen}” is a spreadsheet's error, no number",
            },
            advice: number_only,
        };
    }
    if is_scientific(text) {
        return Bad {
            message: say! {
                vi: "“{seen}” viết theo dạng lũy thừa, có thể đã mất chữ số",
                en: "“{seen}” is in scientific form and may have lost digits",
            },
            advice: say! {
                vi: "ghi đủ các chữ số",
                en: "write all the digits",
            },
        };
    }
    if read_attestation(text).is_some() {
        return Bad {
            message: say! {
                vi: "“{seen}” đứng ở chỗ của một con số",
                en: "“{seen}” stands where a number belongs",
            },
            advice: say! {
                vi: "có/không, đạt/không đạt ghi ở cột “Kết quả”",
                en: "yes or no goes under “value”",
            },
        };
    }
    Bad {
        message: say! {
            vi: "“{seen}” không đọc được là số",
            en: "“{seen}” cannot be read as a number",
        },
        advice: number_only,
    }
}

/// How spreadsheets begin the names of months.
const MONTHS: [&str; 13] = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "thg",
];

/// Whether a text is a day, a part of one ("01-Feb", "2-thg 1"), or a fraction.
fn is_date(text: &str) -> bool {
    let parts: Vec<&str> = text.split(['/', '-']).map(str::trim).collect();
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    let is_month = |part: &str| {
        let part = part.to_lowercase();
        part.len() <= 12 && MONTHS.iter().any(|month| part.starts_with(month))
    };
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    read_date(day).is_some()
        || match parts[..] {
            [one, other] => {
                (is_number(one) && (is_number(other) || is_month(other)))
                    || (is_month(one) && is_number(other))
            }
            [one, two, three] => {
                is_number(one) && (is_number(two) || is_month(two)) && is_number(three)
            }
            _ => false,
        }
}

fn is_formula_error(text: &str) -> bool {
    text.starts_with('#')
        || ["nan", "inf", "-inf", "infinity", "null", "n/a"].contains(&text.to_lowercase().as_str())
}

fn is_scientific(text: &str) -> bool {
    let lower = text.to_lowercase();
    let Some((number, power)) = lower.split_once('e') else {
        return false;
    };
    let is_number = |part: &str, signs: &[u8]| {
        !part.is_empty()
            && part
                .bytes()
                .all(|byte| byte.is_ascii_digit() || signs.contains(&byte))
    };
    is_number(number, b".,-+") && is_number(power, b"-+")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_no_number_is_told_as_what_it_is() {
        for (text, told) in [
            ("1/2", "ngày tháng hoặc phân số"),
            ("45/152", "ngày tháng hoặc phân số"),
            ("01-Feb", "ngày tháng hoặc phân số"),
            ("02/01/2021", "ngày tháng hoặc phân số"),
            ("2021-02-01T00:00:00", "ngày tháng hoặc phân số"),
            ("1e9", "lũy thừa"),
            ("1,5E+06", "lũy thừa"),
            ("NaN", "lỗi của bảng tính"),
            ("#DIV/0!", "lỗi của bảng tính"),
            ("4\0", "ký tự hỏng"),
            ("đạt", "chỗ của một con số"),
            ("45 xã", "không đọc được là số"),
            ("46.200", "hai cách đọc"),
            (&"9".repeat(400), "400 chữ số"),
        ] {
            let bad = read(text, NumberKind::Any).err().unwrap();
            assert!(bad.message.vi.contains(told), "{text}: {}", bad.message.vi);
        }
        assert_eq!(read("-0", NumberKind::Any).ok(), Some(Decimal::ZERO));
    }

    #[test]
    fn a_few_digits_are_the_number_that_words_read() {
        for text in ["0", "5", "05", "152", "999999999"] {
            assert_eq!(
                whole(text.as_bytes()),
                read(text, NumberKind::Any).ok(),
                "{text}"
            );
        }
        assert_eq!(whole(b"1234567890").or(whole(b"")).or(whole(b"1,5")), None);
    }
}
