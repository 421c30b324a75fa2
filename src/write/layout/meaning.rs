//! What a TOML file says, however it is laid out: to see that a layout changed nothing.

use toml_edit::{DocumentMut, Item, Key, Value};

/// What a document says, without its layout: keys, values as they are spelt, comments.
pub(super) fn meaning(document: &DocumentMut) -> (String, Vec<String>) {
    let said = format!("{:?}", plain(document.as_item()));
    let comments = document.to_string();
    let comments = comments.lines().filter_map(|line| line.split_once('#'));
    let comments = comments.map(|(_, comment)| comment.split_whitespace().collect());
    (said, comments.collect())
}

/// The values, in order.
fn plain(item: &Item) -> Vec<(String, String)> {
    let mut said = Vec::new();
    match item {
        Item::None => {}
        Item::Value(value) => said.push((String::new(), plain_value(value))),
        Item::Table(table) => {
            for (key, item) in table {
                let inside = plain(item).into_iter();
                said.extend(inside.map(|(path, value)| (format!("{key}.{path}"), value)));
            }
        }
        Item::ArrayOfTables(tables) => {
            for table in tables {
                said.push(("[[]]".to_owned(), String::new()));
                said.extend(plain(&Item::Table(table.clone())));
            }
        }
    }
    said
}

fn plain_value(value: &Value) -> String {
    match value {
        Value::Array(array) => {
            let items: Vec<_> = array.iter().map(plain_value).collect();
            format!("[{}]", items.join(","))
        }
        Value::InlineTable(table) => {
            let entries = table.iter();
            let entries: Vec<_> = entries
                .map(|(key, value)| format!("{}={}", Key::new(key), plain_value(value)))
                .collect();
            format!("{{{}}}", entries.join(","))
        }
        other => {
            let mut bare = other.clone();
            bare.decor_mut().clear();
            bare.to_string()
        }
    }
}
