//! Values of a file: set in their place, and compared by what they say.

use toml_edit::{Item, TableLike, Value};

/// A value without what stood around it.
pub(super) fn undecorated(item: &Item) -> Item {
    match item {
        Item::Value(value) => Item::Value(value.clone().decorated(" ", "")),
        other => other.clone(),
    }
}

/// Sets a value in the place of the one that is there, comments beside it kept.
pub(super) fn set(table: &mut dyn TableLike, key: &str, value: &Item) {
    let Item::Value(value) = value else {
        return;
    };
    let mut value = value.clone();
    let decor = table
        .get(key)
        .and_then(Item::as_value)
        .map(|known| known.decor().clone());
    match decor {
        Some(decor) => *value.decor_mut() = decor,
        None => value = value.decorated(" ", ""),
    }
    if let Some(known) = table.get_mut(key) {
        *known = Item::Value(value);
    } else {
        table.insert(key, Item::Value(value));
    }
}

/// Whether two values are the same, however they are laid out.
pub(super) fn is_same(one: &Item, other: &Item) -> bool {
    match (one.as_value(), other.as_value()) {
        (Some(one), Some(other)) => is_same_value(one, other),
        _ => false,
    }
}

fn is_same_value(one: &Value, other: &Value) -> bool {
    match (one, other) {
        (Value::String(one), Value::String(other)) => one.value() == other.value(),
        (Value::Integer(one), Value::Integer(other)) => one.value() == other.value(),
        (Value::Boolean(one), Value::Boolean(other)) => one.value() == other.value(),
        (Value::Datetime(one), Value::Datetime(other)) => one.value() == other.value(),
        (Value::Float(one), Value::Float(other)) => one.display_repr() == other.display_repr(),
        (Value::Array(one), Value::Array(other)) => {
            one.len() == other.len()
                && one
                    .iter()
                    .zip(other)
                    .all(|(one, other)| is_same_value(one, other))
        }
        (Value::InlineTable(one), Value::InlineTable(other)) => {
            one.len() == other.len()
                && one.iter().all(|(key, value)| {
                    other
                        .get(key)
                        .is_some_and(|other| is_same_value(value, other))
                })
        }
        _ => false,
    }
}

/// Whether the file says what the new version says: the same values, or the same words
/// with more beside them.
pub(super) fn says_the_same(known: &Item, new: &Item) -> bool {
    let (Some(known), Some(new)) = (known.as_value(), new.as_value()) else {
        return false;
    };
    is_same_value(known, new) || words(known).is_some_and(|known| Some(known) == words(new))
}

/// The words of a value: of a text, of a table its `words`, of a list those of each.
fn words(value: &Value) -> Option<Vec<&str>> {
    match value {
        Value::String(text) => Some(vec![text.value()]),
        Value::InlineTable(table) => words(table.get("words")?),
        Value::Array(items) => {
            let mut all = Vec::new();
            for item in items {
                all.extend(words(item)?);
            }
            Some(all)
        }
        _ => None,
    }
}
