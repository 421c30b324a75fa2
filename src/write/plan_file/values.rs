//! Values as TOML writes them; quotes and escapes are `toml_edit`'s.

use chrono::NaiveDate;
use rust_decimal::Decimal;

use super::table::written_key;
use crate::source::Located;

/// Text in quotes; over several lines where it has several.
pub(super) fn text(words: &str) -> String {
    toml_edit::Value::from(words).to_string()
}

/// The text of a value that may be missing.
pub(super) fn optional(words: Option<&Located<String>>) -> Option<String> {
    words.map(|words| text(words))
}

/// A day, without quotes.
pub(super) fn day(day: Option<&Located<NaiveDate>>) -> Option<String> {
    day.map(|day| day.value.to_string())
}

/// An exact number: `95`, `5.5`.
pub(super) fn number(value: Decimal) -> String {
    value.to_string()
}

/// A list of texts, where there are any.
pub(super) fn texts(items: &[Located<String>]) -> Option<String> {
    (!items.is_empty()).then(|| list(&items.iter().map(|item| text(item)).collect::<Vec<_>>()))
}

/// A single text, or a list of several, where there are any.
pub(super) fn one_or_more(items: &[Located<String>]) -> Option<String> {
    match items {
        [only] => Some(text(only)),
        _ => texts(items),
    }
}

/// A list is broken into lines beyond this many letters.
const LONGEST_LINE: usize = 110;

/// A list of values: on one line where they fit, else each on its own.
pub(super) fn list(values: &[String]) -> String {
    let on_one = format!("[{}]", values.join(", "));
    if on_one.chars().count() <= LONGEST_LINE && !on_one.contains('\n') {
        return on_one;
    }
    on_lines(values)
}

/// A list of values, each on its own line.
pub(super) fn on_lines(values: &[String]) -> String {
    let mut written = String::from("[\n");
    for value in values {
        written.push_str("  ");
        written.push_str(value);
        written.push_str(",\n");
    }
    written.push(']');
    written
}

/// A table on one line, of the keys that have a value.
pub(super) fn inline(entries: Vec<(&str, Option<String>)>) -> String {
    let entries: Vec<_> = entries
        .into_iter()
        .filter_map(|(key, value)| Some(format!("{} = {}", written_key(key), value?)))
        .collect();
    format!("{{ {} }}", entries.join(", "))
}

/// `true`, where it holds; what does not hold is not written.
pub(super) fn claim(holds: bool) -> Option<String> {
    holds.then(|| "true".to_owned())
}
