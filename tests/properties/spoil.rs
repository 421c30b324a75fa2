//! Files as they come back from hands, mail and disks: cut, doubled, mixed up.

use std::ops::Range;

use proptest::prelude::*;

/// One thing that happens to a file.
#[derive(Clone, Debug)]
pub(crate) enum Spoiling {
    /// A byte is another.
    Byte(usize, u8),
    /// A line is lost.
    Lost(usize),
    /// A line stands twice.
    Doubled(usize),
    /// Two lines change places.
    Swapped(usize, usize),
    /// The file ends early.
    Cut(usize),
    /// A line of anything comes in between.
    Between(usize, String),
    /// What stands after the first `=` or `,` of a line is something else.
    Replaced(usize, String),
}

/// Some things that happen to one file.
pub(crate) fn spoilings(count: Range<usize>) -> impl Strategy<Value = Vec<Spoiling>> {
    let at = || any::<usize>();
    let one = prop_oneof![
        3 => (at(), any::<u8>()).prop_map(|(at, byte)| Spoiling::Byte(at, byte)),
        2 => at().prop_map(Spoiling::Lost),
        2 => at().prop_map(Spoiling::Doubled),
        2 => (at(), at()).prop_map(|(one, other)| Spoiling::Swapped(one, other)),
        1 => at().prop_map(Spoiling::Cut),
        2 => (at(), "[a-z]{1,8} ?=? ?\\PC{0,12}").prop_map(|(at, line)| Spoiling::Between(at, line)),
        4 => (at(), value()).prop_map(|(at, value)| Spoiling::Replaced(at, value)),
    ];
    proptest::collection::vec(one, count)
}

/// What may be written where another value should stand.
fn value() -> impl Strategy<Value = String> {
    let odd = [
        "",
        "\"\"",
        "[]",
        "{}",
        "0",
        "-1",
        "9223372036854775807",
        "99999999999999999999999999999",
        "0.0000000000000000000000000001",
        "1e999",
        "true",
        "2021-02-30",
        "9999-12-31",
        "0001-01-01",
        "\"Q5\"",
        "\"hàng quý\"",
        "\"100% cấp xã\"",
        "\"Đến năm 2199 ≥ 30%; năm 1990 ≤ 1/0\"",
        "\"I\"",
        "[\"a\", \"a\"]",
        "[[[[]]]]",
        "\"\\u001b[2J\"",
        "II.3",
        "so-noi-vu",
        "2021-H1",
        "1,2",
        "0,0",
        "1/0",
        "79228162514264337593543950335",
        "không đạt",
        "\"",
        "'",
    ];
    prop_oneof![
        4 => proptest::sample::select(odd.to_vec()).prop_map(str::to_owned),
        1 => "\\PC{0,20}",
    ]
}

/// The text after all of that.
pub(crate) fn spoil(text: &str, spoilings: &[Spoiling]) -> String {
    let mut text = text.to_owned();
    for spoiling in spoilings {
        text = spoil_once(text, spoiling);
    }
    text
}

fn spoil_once(text: String, spoiling: &Spoiling) -> String {
    if text.is_empty() {
        return text;
    }
    match spoiling {
        Spoiling::Byte(at, byte) => {
            let mut bytes = text.into_bytes();
            let at = at % bytes.len();
            bytes[at] = *byte;
            return String::from_utf8_lossy(&bytes).into_owned();
        }
        Spoiling::Cut(at) => {
            let bytes = &text.as_bytes()[..at % text.len()];
            return String::from_utf8_lossy(bytes).into_owned();
        }
        _ => {}
    }
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let count = lines.len();
    match spoiling {
        Spoiling::Lost(at) => drop(lines.remove(at % count)),
        Spoiling::Doubled(at) => lines.insert(at % count, lines[at % count].clone()),
        Spoiling::Swapped(one, other) => lines.swap(one % count, other % count),
        Spoiling::Between(at, line) => lines.insert(at % count, line.clone()),
        Spoiling::Replaced(at, value) => {
            let line = &mut lines[at % count];
            if let Some(sign) = line.find(['=', ',']) {
                line.truncate(sign + 1);
                line.push_str(value);
            }
        }
        Spoiling::Byte(..) | Spoiling::Cut(_) => {}
    }
    lines.join("\n")
}
