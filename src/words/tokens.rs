//! A phrase cut into words, numbers and signs that know where they stand.

use std::ops::Range;

use super::spelling::{is_invisible, is_letter, syllable};

/// A word, number or sign, and its bytes in the text that was given.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Token {
    pub(super) kind: TokenKind,
    pub(super) span: Range<usize>,
}

/// The kinds of token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum TokenKind {
    /// A word of one syllable in its one spelling: lower case, NFC.
    Word(String),
    /// Digits as written, with the commas and stops between them: `05`, `46.200`.
    Number(String),
    /// A sign.
    Sign(Sign),
}

/// The signs of phrases.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Sign {
    AtLeast,
    AtMost,
    More,
    Less,
    Equal,
    About,
    Percent,
    PerMille,
    Slash,
    Dash,
    Plus,
    Semicolon,
    Comma,
    Stop,
    Colon,
    Open,
    Close,
    Quote,
    /// `•`, `*` and other marks that stand before an item.
    Bullet,
    /// The end of a line.
    Break,
    /// Any other character. One that is a figure (½, ٣) is `Figure`.
    Other(char),
    Figure(char),
}

impl Token {
    /// Whether it is that sign.
    pub(super) fn is(&self, sign: Sign) -> bool {
        self.kind == TokenKind::Sign(sign)
    }

    /// The word it is.
    pub(super) fn word(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Word(word) => Some(word),
            _ => None,
        }
    }

    /// The digits it is.
    pub(super) fn digits(&self) -> Option<&str> {
        match &self.kind {
            TokenKind::Number(digits) => Some(digits),
            _ => None,
        }
    }
}

/// Cuts a text into tokens; spaces and what is not seen are dropped.
pub(super) fn tokens(text: &str) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let start = at;
        at += first.len_utf8();
        let kind = if first == '\n' || first == '\r' || first == '\u{2028}' {
            if found
                .last()
                .is_some_and(|last: &Token| last.is(Sign::Break))
            {
                continue;
            }
            TokenKind::Sign(Sign::Break)
        } else if first.is_whitespace() || is_invisible(first) {
            continue;
        } else if first.is_ascii_digit() {
            at = end_of_number(text, at);
            TokenKind::Number(text[start..at].to_owned())
        } else if is_letter(first) {
            at = end_of_word(text, at);
            let letters: String = text[start..at]
                .chars()
                .filter(|&c| !is_invisible(c))
                .collect();
            TokenKind::Word(syllable(&letters))
        } else {
            let (sign, end) = sign_at(text, first, at);
            at = end;
            TokenKind::Sign(sign)
        };
        found.push(Token {
            kind,
            span: start..at,
        });
    }
    found
}

/// Digits go on over a comma or stop that has a digit on both sides.
fn end_of_number(text: &str, mut at: usize) -> usize {
    let bytes = text.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    loop {
        if digit(at) {
            at += 1;
        } else if matches!(bytes.get(at), Some(b',' | b'.')) && digit(at + 1) {
            at += 2;
        } else {
            return at;
        }
    }
}

/// A word goes on over letters, marks, what is not seen, and the powers of m² and m³.
fn end_of_word(text: &str, at: usize) -> usize {
    text[at..]
        .char_indices()
        .find(|&(_, letter)| {
            !(is_letter(letter) || is_invisible(letter) || matches!(letter, '²' | '³'))
        })
        .map_or(text.len(), |(offset, _)| at + offset)
}

/// The sign that begins with `first`, and where it ends.
fn sign_at(text: &str, first: char, at: usize) -> (Sign, usize) {
    let sign = match first {
        '≥' | '≧' | '⩾' => Sign::AtLeast,
        '≤' | '≦' | '⩽' => Sign::AtMost,
        '>' | '<' | '=' => return comparison_at(text, first, at),
        '＞' => Sign::More,
        '＜' => Sign::Less,
        '~' | '≈' | '∼' => Sign::About,
        '%' | '％' => Sign::Percent,
        '‰' => Sign::PerMille,
        '/' | '∕' | '⁄' => Sign::Slash,
        '-' | '–' | '—' | '−' | '‐' | '‑' | '‒' | '―' => Sign::Dash,
        '+' => Sign::Plus,
        ';' | '；' => Sign::Semicolon,
        ',' | '，' => Sign::Comma,
        '.' | '…' | '!' | '?' => Sign::Stop,
        ':' => Sign::Colon,
        '(' | '[' => Sign::Open,
        ')' | ']' => Sign::Close,
        '"' | '“' | '”' | '\'' | '‘' | '’' | '«' | '»' => Sign::Quote,
        '•' | '·' | '*' | '●' | '○' | '▪' | '■' | '\u{f0b7}' | '✓' | '►' | '➢' => {
            Sign::Bullet
        }
        figure if figure.is_numeric() => Sign::Figure(figure),
        other => Sign::Other(other),
    };
    (sign, at)
}

/// `>`, `>=`, `=>`, `> =`, `<`, `<=`, `=<` and `=`.
fn comparison_at(text: &str, first: char, at: usize) -> (Sign, usize) {
    let rest = &text[at..];
    let spaces = rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len();
    let next = rest[spaces..].chars().next();
    let long = |sign| (sign, at + spaces + 1);
    match (first, next) {
        ('>', Some('=')) | ('=', Some('>')) => long(Sign::AtLeast),
        ('<', Some('=')) | ('=', Some('<')) => long(Sign::AtMost),
        ('>', _) => (Sign::More, at),
        ('<', _) => (Sign::Less, at),
        _ => (Sign::Equal, at),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(text: &str) -> Vec<String> {
        let show = |token: Token| match token.kind {
            TokenKind::Word(word) => word,
            TokenKind::Number(digits) => digits,
            TokenKind::Sign(sign) => format!("{sign:?}"),
        };
        tokens(text).into_iter().map(show).collect()
    }

    #[test]
    fn a_phrase_is_words_numbers_and_signs() {
        assert_eq!(
            shown("Đạt từ 35%-40,5% trở lên."),
            [
                "đạt", "từ", "35", "Percent", "Dash", "40,5", "Percent", "trở", "lên", "Stop"
            ]
        );
        assert_eq!(shown("> = 3, 4"), ["AtLeast", "3", "Comma", "4"]);
        assert_eq!(
            shown("59/2019/NĐ-CP"),
            ["59", "Slash", "2019", "Slash", "nđ", "Dash", "cp"]
        );
        assert_eq!(shown("5 m²\r\n½"), ["5", "m²", "Break", "Figure('½')"]);
    }

    #[test]
    fn a_token_knows_its_bytes_in_the_text_as_given() {
        let text = "To\u{302}\u{301}i  thie\u{302}\u{309}u\u{a0}30 %";
        let found = tokens(text);
        assert_eq!(found[0].word(), Some("tối"));
        assert_eq!(found[1].word(), Some("thiểu"));
        assert_eq!(&text[found[2].span.clone()], "30");
        assert_eq!(found[3].span.end, text.len());
    }

    proptest! {
        #[test]
        fn tokens_stand_in_order_on_whole_characters(text in "\\PC{0,60}") {
            let mut end = 0;
            for token in tokens(&text) {
                prop_assert!(token.span.start >= end && token.span.start < token.span.end);
                end = token.span.end;
                prop_assert!(text.get(token.span).is_some());
            }
        }
    }
}
