//! A table of the file that is being written: its keys in the order of its shape, the
//! signs of equality one below the other, each comment above what it is about.

use std::fmt::Write as _;

use super::Comment;
use crate::read::shape::Shape;

/// A table and what will stand in it.
pub(super) struct Table {
    header: String,
    item: String,
    entries: Vec<(usize, String, String)>,
    shape: Option<&'static Shape>,
}

/// Keys longer than this stand out of the column, so that one long name does not push
/// all the values away.
const WIDEST_KEY: usize = 26;

impl Table {
    /// A table under `header` with the keys of `shape`; comments find it by `item`.
    pub(super) fn new(header: &str, item: &str, shape: &'static Shape) -> Self {
        Self {
            header: header.to_owned(),
            item: item.to_owned(),
            entries: Vec::new(),
            shape: Some(shape),
        }
    }

    /// A table whose keys keep the order in which they are put.
    pub(super) fn in_order(header: &str, item: &str) -> Self {
        Self {
            header: header.to_owned(),
            item: item.to_owned(),
            entries: Vec::new(),
            shape: None,
        }
    }

    /// Puts a value at a key, where there is one.
    pub(super) fn put(&mut self, key: &str, value: Option<String>) {
        let Some(value) = value else {
            return;
        };
        let rank = match self.shape {
            None => self.entries.len(),
            Some(shape) => {
                let rank = shape.keys.iter().position(|known| known.name == key);
                debug_assert!(rank.is_some(), "{key} is not declared in {}", shape.name);
                rank.unwrap_or(usize::MAX)
            }
        };
        self.entries.push((rank, key.to_owned(), value));
    }

    /// Writes the table below what is written already, with its comments, which are
    /// taken out of `comments`.
    pub(super) fn write(mut self, text: &mut String, comments: &mut Vec<&Comment>) {
        self.entries.sort_by_key(|(rank, ..)| *rank);
        let (own, others): (Vec<_>, Vec<_>) = std::mem::take(comments)
            .into_iter()
            .partition(|comment| comment.item == self.item);
        *comments = others;
        let (of_keys, of_table): (Vec<_>, Vec<_>) = own.into_iter().partition(|comment| {
            comment
                .key
                .as_ref()
                .is_some_and(|key| self.entries.iter().any(|(_, known, _)| known == key))
        });
        text.push('\n');
        for comment in of_table {
            write_comment(&comment.words, text);
        }
        text.push_str(&self.header);
        text.push('\n');
        let width = self.key_width();
        for (_, key, value) in &self.entries {
            for comment in of_keys
                .iter()
                .filter(|comment| comment.key.as_ref() == Some(key))
            {
                write_comment(&comment.words, text);
            }
            // Writing to a string cannot fail.
            let _ = writeln!(text, "{:width$} = {value}", written_key(key));
        }
    }

    fn key_width(&self) -> usize {
        self.entries
            .iter()
            .map(|(_, key, _)| written_key(key).chars().count())
            .filter(|width| *width <= WIDEST_KEY)
            .max()
            .unwrap_or(0)
    }
}

/// A key, in quotes where it must be.
pub(super) fn written_key(key: &str) -> String {
    toml_edit::Key::new(key).to_string()
}

/// A comment, each of its lines behind a `#`; what no comment may hold becomes a space.
pub(super) fn write_comment(words: &str, text: &mut String) {
    for line in words.lines() {
        let line: String = line
            .chars()
            .map(|letter| if letter.is_control() { ' ' } else { letter })
            .collect();
        text.push_str(format!("# {line}").trim_end());
        text.push('\n');
    }
}
