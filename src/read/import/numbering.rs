//! The numbers of rows: A, I, 1, 1.1, a).

/// A number at the head of a row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Number {
    /// As written, without the sign behind it: `I`, `1.1`, `a`.
    pub(super) text: String,
    /// Its style.
    pub(super) style: Style,
}

/// The styles of numbers, each below those before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Style {
    /// A, B, C.
    Capital,
    /// I, II, III.
    Roman,
    /// 1, 2, 3.
    Arabic,
    /// 1.1 and deeper: how many parts it has.
    Dotted(usize),
    /// a, b, c.
    Small,
    /// A dash or a dot.
    Bullet,
}

/// The number that is the whole of a cell. `before` is the number of the row above, by
/// which a capital C or I is told from a Roman numeral.
pub(super) fn number(cell: &str, before: Option<&Number>) -> Option<Number> {
    let cell = super::text::one_line(cell);
    if matches!(cell.as_str(), "-" | "–" | "+" | "•" | "*" | "") {
        return (!cell.is_empty()).then(|| Number {
            text: "-".to_owned(),
            style: Style::Bullet,
        });
    }
    let text = cell
        .trim_start_matches('(')
        .trim_end_matches(['.', ')', ':', '-', '/', ' '])
        .replace(',', ".")
        .replace(' ', "");
    let style = style(&text, before)?;
    Some(Number { text, style })
}

fn style(text: &str, before: Option<&Number>) -> Option<Style> {
    if text.is_empty() || text.len() > 16 {
        return None;
    }
    let parts: Vec<_> = text.split('.').collect();
    let is_part = |part: &&str| {
        !part.is_empty()
            && part.len() <= 6
            && (part.bytes().all(|byte| byte.is_ascii_digit())
                || is_roman(part)
                || (part.len() == 1 && part.bytes().all(|byte| byte.is_ascii_alphabetic())))
    };
    if !parts.iter().all(is_part) {
        return None;
    }
    if parts.len() > 1 {
        return Some(Style::Dotted(parts.len()));
    }
    if text.bytes().all(|byte| byte.is_ascii_digit()) {
        return (text.len() <= 4).then_some(Style::Arabic);
    }
    let mut letters = text.chars();
    let (Some(letter), None) = (letters.next(), letters.next()) else {
        return Some(Style::Roman);
    };
    if letter.is_ascii_lowercase() {
        return Some(Style::Small);
    }
    let follows = before.is_some_and(|before| {
        before.style == Style::Capital
            && before.text.bytes().next().map(|byte| byte + 1) == text.bytes().next()
    });
    Some(if matches!(letter, 'I' | 'V' | 'X') && !follows {
        Style::Roman
    } else {
        Style::Capital
    })
}

/// The number with which a text begins, and the text behind it: "I. Chỉ số …",
/// "1.1. Tuyên truyền …", "a) …".
pub(super) fn leading(text: &str, before: Option<&Number>) -> Option<(Number, String)> {
    let (first, rest) = text.split_once(char::is_whitespace)?;
    if !first.ends_with(['.', ')', ':', '-']) && !first.contains('.') {
        return None;
    }
    let number = number(first, before)?;
    Some((number, rest.trim().to_owned()))
}

impl Number {
    /// The last of its parts: `2` of `1.2`.
    pub(super) fn last(&self) -> &str {
        self.text.rsplit('.').next().unwrap_or(&self.text)
    }

    /// Whether `other` is this number with one part more: `1` and `1.1`.
    pub(super) fn is_prefix_of(&self, other: &Self) -> bool {
        other
            .text
            .rsplit_once('.')
            .is_some_and(|(head, _)| head == self.text)
    }
}

const ROMAN: [(u32, &str); 9] = [
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
];

/// A Roman numeral.
pub(super) fn roman(number: u32) -> String {
    let mut left = number.min(1_000);
    let mut text = String::new();
    for (value, letters) in ROMAN {
        while left >= value {
            text.push_str(letters);
            left -= value;
        }
    }
    text
}

/// Whether a text is a Roman numeral below 90, in capitals.
fn is_roman(text: &str) -> bool {
    text.bytes()
        .all(|byte| matches!(byte, b'I' | b'V' | b'X' | b'L'))
        && (1..90).any(|number| roman(number) == text)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> Option<(String, Style)> {
        number(text, None).map(|number| (number.text, number.style))
    }

    #[test]
    fn the_styles_of_numbers_are_told_apart() {
        for (text, number, style) in [
            ("A.", "A", Style::Capital),
            ("C", "C", Style::Capital),
            ("I", "I", Style::Roman),
            (" VIII. ", "VIII", Style::Roman),
            ("XL", "XL", Style::Roman),
            ("(12)", "12", Style::Arabic),
            ("1.1.", "1.1", Style::Dotted(2)),
            ("1,1", "1.1", Style::Dotted(2)),
            ("I.2", "I.2", Style::Dotted(2)),
            ("a)", "a", Style::Small),
            ("-", "-", Style::Bullet),
        ] {
            assert_eq!(of(text), Some((number.to_owned(), style)), "{text}");
        }
        for text in ["", "IIII", "2021-2025", "nội dung", "12345", "1..2", "Đ"] {
            assert_eq!(of(text), None, "{text}");
        }
    }

    #[test]
    fn a_capital_that_follows_a_capital_is_no_roman_numeral() {
        let before = number("H", None);
        assert_eq!(number("I", before.as_ref()).unwrap().style, Style::Capital);
    }

    #[test]
    fn a_number_at_the_head_of_a_text_is_found() {
        let (number, rest) = leading("II. Chỉ số nội dung 2", None).unwrap();
        assert_eq!(
            (number.text.as_str(), rest.as_str()),
            ("II", "Chỉ số nội dung 2")
        );
        assert_eq!(leading("100% cấp xã công khai", None), None);
        assert_eq!(leading("Tuyên truyền, vận động", None), None);
        assert_eq!(leading("30 xã được kiểm tra", None), None);
    }

    #[test]
    fn roman_numerals_are_written_and_read_alike() {
        for number in 1..90 {
            assert!(is_roman(&roman(number)));
        }
    }
}
