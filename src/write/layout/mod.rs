//! The one layout of TOML files: signs of equality one below the other, a space on each
//! side of them, one empty line between tables. Comments, order, the spelling of values
//! and the breaks inside lists stay as they are.

mod meaning;

use toml_edit::{Array, Decor, DocumentMut, InlineTable, Item, RawString, Table, Value};

use self::meaning::meaning;

/// The text in its one layout; `None` where it is no TOML, which `validate` tells.
#[must_use]
pub fn laid_out(text: &str) -> Option<String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut document: DocumentMut = text.replace("\r\n", "\n").parse().ok()?;
    let before = meaning(&document);
    let trailing = document.trailing().as_str().unwrap_or_default().to_owned();
    lay_out_table(document.as_table_mut(), true);
    document.set_trailing(tidied(&trailing, Opening::Own).trim_end());
    let mut written = document.to_string();
    written.truncate(written.trim_end().len());
    written.push('\n');
    let written = written.trim_start_matches('\n').to_owned();
    // What would say another thing is not written.
    let is_kept = written
        .parse()
        .is_ok_and(|after: DocumentMut| meaning(&after) == before);
    Some(if is_kept { written } else { text.to_owned() })
}

/// Keys wider than this stand out of the column, so that one long name does not push all
/// the values away.
const WIDEST_KEY: usize = 26;

/// How the space before something begins.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Opening {
    /// One empty line stands there.
    Empty,
    /// No empty line does.
    Close,
    /// An empty line stands there if one did.
    Own,
}

fn lay_out_table(table: &mut Table, is_first: bool) {
    let mut opening = if is_first {
        Opening::Own
    } else {
        Opening::Close
    };
    let mut groups = Groups::default();
    for (mut key, item) in table.iter_mut() {
        let Some(value) = item.as_value_mut() else {
            continue;
        };
        let prefix = tidied(prefix_of(key.leaf_decor()), opening);
        opening = Opening::Own;
        let width = key.display_repr().chars().count();
        groups.add(width, !prefix.is_empty(), is_broken_list(value));
        key.leaf_decor_mut().set_prefix(prefix);
        lay_out_value(value);
        let remark = suffix_of(value.decor()).trim().to_owned();
        let remark = if remark.is_empty() {
            remark
        } else {
            format!(" {remark}")
        };
        *value.decor_mut() = Decor::new(" ", remark);
    }
    let mut widths = groups.widths().into_iter();
    for (mut key, item) in table.iter_mut() {
        match item {
            Item::Value(_) => {
                let wide = widths.next().unwrap_or(0);
                let width = key.display_repr().chars().count();
                let gap = wide.saturating_sub(width) + 1;
                key.leaf_decor_mut().set_suffix(" ".repeat(gap));
            }
            Item::Table(inside) => lay_out_header(inside),
            Item::ArrayOfTables(tables) => tables.iter_mut().for_each(lay_out_header),
            Item::None => {}
        }
    }
}

/// A table under a header of its own; one written with dots stands in another.
fn lay_out_header(table: &mut Table) {
    if table.is_dotted() {
        return;
    }
    let prefix = tidied(prefix_of(table.decor()), Opening::Empty);
    let remark = suffix_of(table.decor()).trim().to_owned();
    let remark = if remark.is_empty() {
        remark
    } else {
        format!(" {remark}")
    };
    *table.decor_mut() = Decor::new(prefix, remark);
    lay_out_table(table, false);
}

fn lay_out_value(value: &mut Value) {
    match value {
        Value::Array(array) if is_broken(array) => lay_out_lines(array),
        Value::Array(array) => lay_out_line(array),
        Value::InlineTable(table) => lay_out_inline(table),
        _ => {}
    }
}

/// A list on one line.
fn lay_out_line(array: &mut Array) {
    for (at, value) in array.iter_mut().enumerate() {
        lay_out_value(value);
        *value.decor_mut() = Decor::new(if at == 0 { "" } else { " " }, "");
    }
    array.set_trailing("");
    array.set_trailing_comma(false);
}

/// A list over several lines, broken where it was.
fn lay_out_lines(array: &mut Array) {
    for value in array.iter_mut() {
        lay_out_value(value);
        let prefix = prefix_of(value.decor()).to_owned();
        let after = suffix_of(value.decor()).trim_end();
        // A remark before the comma goes on its own line there.
        let suffix = if after.contains('#') {
            format!("{}\n", tidied(after, Opening::Own).trim_end())
        } else {
            String::new()
        };
        let prefix = if prefix.contains('\n') || prefix.contains('#') {
            indented(&prefix, "  ")
        } else {
            " ".to_owned()
        };
        *value.decor_mut() = Decor::new(prefix, suffix);
    }
    if let Some(first) = array.get_mut(0)
        && prefix_of(first.decor()) == " "
    {
        first.decor_mut().set_prefix("\n  ");
    }
    let trailing = array.trailing().as_str().unwrap_or_default().to_owned();
    array.set_trailing(indented(&format!("{}\n", trailing.trim_end()), ""));
    array.set_trailing_comma(true);
}

fn lay_out_inline(table: &mut InlineTable) {
    let last = table.len().saturating_sub(1);
    for (at, (mut key, value)) in table.iter_mut().enumerate() {
        if prefix_of(key.leaf_decor()).contains('#') || suffix_of(value.decor()).contains('#') {
            continue;
        }
        lay_out_value(value);
        *key.leaf_decor_mut() = Decor::new(" ", " ");
        *value.decor_mut() = Decor::new(" ", if at == last { " " } else { "" });
    }
}

/// Keys whose signs of equality stand one below the other: up to an empty line, a
/// comment, or a list over several lines.
#[derive(Default)]
struct Groups {
    keys: Vec<(usize, usize)>,
    group: usize,
    closes: bool,
}

impl Groups {
    fn add(&mut self, width: usize, is_parted: bool, closes: bool) {
        if is_parted || self.closes {
            self.group += 1;
        }
        self.keys.push((self.group, width));
        self.closes = closes;
    }

    /// The width of the group of each key.
    fn widths(&self) -> Vec<usize> {
        let widest = |group| {
            let own = self.keys.iter().filter(|(of, _)| *of == group);
            own.map(|(_, width)| *width)
                .filter(|width| *width <= WIDEST_KEY)
                .max()
                .unwrap_or(0)
        };
        let mut widths = Vec::with_capacity(self.keys.len());
        let mut last = (usize::MAX, 0);
        for (group, _) in &self.keys {
            if last.0 != *group {
                last = (*group, widest(*group));
            }
            widths.push(last.1);
        }
        widths
    }
}

fn is_broken_list(value: &Value) -> bool {
    value.as_array().is_some_and(is_broken)
}

fn is_broken(array: &Array) -> bool {
    let trailing = array.trailing().as_str().unwrap_or_default();
    trailing.contains('\n')
        || array
            .iter()
            .any(|value| prefix_of(value.decor()).contains('\n'))
}

fn prefix_of(decor: &Decor) -> &str {
    decor.prefix().and_then(RawString::as_str).unwrap_or("")
}

fn suffix_of(decor: &Decor) -> &str {
    decor.suffix().and_then(RawString::as_str).unwrap_or("")
}

/// Comments and empty lines before something: no spaces at the ends of lines, one empty
/// line at most.
fn tidied(space: &str, opening: Opening) -> String {
    let mut lines: Vec<&str> = space.split('\n').map(str::trim).collect();
    // What follows the last break stands on the line of the thing itself.
    lines.pop();
    let has_comment = lines.iter().any(|line| !line.is_empty());
    let mut tidy = String::new();
    let mut was_empty = match opening {
        Opening::Empty => {
            tidy.push('\n');
            true
        }
        Opening::Close => true,
        Opening::Own => false,
    };
    for line in lines {
        if !(line.is_empty() && was_empty) {
            tidy.push_str(line);
            tidy.push('\n');
        }
        was_empty = line.is_empty();
    }
    if opening == Opening::Close && !has_comment {
        tidy.clear();
    }
    tidy
}

/// The same inside a list, each line set in.
fn indented(space: &str, by: &str) -> String {
    let mut lines = space.split('\n').map(str::trim);
    let first = lines.next().unwrap_or_default();
    let mut text = if first.is_empty() {
        String::new()
    } else {
        format!(" {first}")
    };
    let rest: Vec<_> = lines.collect();
    let last = rest.len().saturating_sub(1);
    for (at, line) in rest.into_iter().enumerate() {
        if at == last {
            text.push('\n');
            text.push_str(by);
            text.push_str(line);
        } else if !line.is_empty() {
            text.push_str("\n  ");
            text.push_str(line);
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layout_is_laid_out_as_it_is() {
        for plan in ["lao-cai-2021", "hung-yen-2023", "so-ngoai-vu-2018"] {
            let path = format!("{}/plans/{plan}.toml", env!("CARGO_MANIFEST_DIR"));
            let text = std::fs::read_to_string(path).expect("the plan is there");
            let once = laid_out(&text).expect("it is TOML");
            assert_eq!(laid_out(&once).as_ref(), Some(&once));
        }
    }

    #[test]
    fn spaces_and_line_ends_make_no_difference() {
        let one = "a=1\r\n\r\n\r\n[b]\r\n\r\nlong  =  [ 1,2 ]\r\nc={d=1}\r\n";
        let other = "a = 1\n\n[b]\nlong = [1, 2]\nc    = { d = 1 }\n";
        assert_eq!(laid_out(one).as_deref(), Some(other));
    }

    #[test]
    fn what_is_no_toml_has_no_layout() {
        assert_eq!(laid_out("a = \n"), None);
    }
}
