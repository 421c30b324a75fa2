//! Numbers, quarters and months in words.

use super::vocabularies;

vocabularies! {
    /// Quarters in Roman figures; those above IV are refused with their place.
    ROMAN: u32 = {
        "i" => 1,
        "ii" => 2,
        "iii" => 3,
        "iv" => 4,
        "v" => 5,
        "vi" => 6,
        "vii" => 7,
        "viii" => 8,
        "ix" => 9,
        "x" => 10,
    }

    /// Counts in words; "năm" is left out, for it is the year.
    NUMBERS: u32 = {
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "bốn" => 4,
        "sáu" => 6,
        "bảy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        "mười một" => 11,
        "mười hai" => 12,
        "one" => 1,
        "two" => 2,
        "three" => 3,
        "six" => 6,
    }

    /// Months and quarters in words; "tháng năm" is left out, for it may be the year.
    ORDINALS: u32 = {
        "một" => 1,
        "hai" => 2,
        "ba" => 3,
        "tư" => 4,
        "bốn" => 4,
        "sáu" => 6,
        "bảy" => 7,
        "tám" => 8,
        "chín" => 9,
        "mười" => 10,
        "mười một" => 11,
        "mười hai" => 12,
    }

    /// The months in English.
    MONTHS: u32 = {
        "january" => 1,
        "february" => 2,
        "march" => 3,
        "april" => 4,
        "may" => 5,
        "june" => 6,
        "july" => 7,
        "august" => 8,
        "september" => 9,
        "october" => 10,
        "november" => 11,
        "december" => 12,
    }
}
