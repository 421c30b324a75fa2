//! The plain form of catalog files: blocks that begin with `[name]`, each of lines
//! `key = value` or `key`; lines that begin with `#` are remarks.

use crate::lang::Text;
use crate::say;

/// What is wrong in a catalog file, and on which line, from 1.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CatalogError {
    /// The line.
    pub line: usize,
    /// What is wrong.
    pub message: Text,
}

impl CatalogError {
    pub(super) fn new(line: usize, message: Text) -> Self {
        Self { line, message }
    }
}

/// A block of a catalog file.
#[derive(Debug)]
pub(super) struct CatalogBlock<'t> {
    /// The name between the brackets.
    pub name: &'t str,
    /// The line it begins on, from 1.
    pub line: usize,
    /// Its lines: number, key, value; a key without a value has an empty one.
    pub keys: Vec<(usize, &'t str, &'t str)>,
}

impl<'t> CatalogBlock<'t> {
    /// The value of a key, empty where it has none.
    pub(super) fn get(&self, key: &str) -> Option<&'t str> {
        let found = self.keys.iter().find(|(_, known, _)| *known == key);
        found.map(|(_, _, value)| *value)
    }

    /// The texts of a key, parted by `;`.
    pub(super) fn list(&self, key: &str) -> Vec<String> {
        let values = self.get(key).unwrap_or("").split(';');
        let values = values.map(str::trim).filter(|value| !value.is_empty());
        values.map(str::to_owned).collect()
    }

    /// The value of a key, read by `read`.
    pub(super) fn read<T>(
        &self,
        key: &str,
        errors: &mut Vec<CatalogError>,
        read: impl Fn(&str) -> Option<T>,
    ) -> Option<T> {
        let (line, _, value) = self.keys.iter().find(|(_, known, _)| *known == key)?;
        let got = read(value);
        if got.is_none() {
            errors.push(CatalogError::new(
                *line,
                say! { vi: "`{key}` không nhận `{value}`", en: "`{key}` does not take `{value}`" },
            ));
        }
        got
    }

    /// Tells of keys that are none of `known`, and of those that stand twice.
    pub(super) fn check_keys(&self, known: &[&str], errors: &mut Vec<CatalogError>) {
        for (at, (line, key, _)) in self.keys.iter().enumerate() {
            if !known.contains(key) {
                let takes = known.join(", ");
                errors.push(CatalogError::new(
                    *line,
                    say! {
                        vi: "không có khóa `{key}` ở đây; nhận: {takes}",
                        en: "there is no key `{key}` here; it takes: {takes}"
                    },
                ));
            } else if self.keys[..at].iter().any(|(_, other, _)| other == key) {
                errors.push(CatalogError::new(
                    *line,
                    say! { vi: "khóa `{key}` có hai lần", en: "the key `{key}` stands twice" },
                ));
            }
        }
    }
}

/// The blocks of `text`.
pub(super) fn blocks<'t>(text: &'t str, errors: &mut Vec<CatalogError>) -> Vec<CatalogBlock<'t>> {
    let mut blocks: Vec<CatalogBlock> = Vec::new();
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    for (at, line) in text.lines().enumerate() {
        let (number, line) = (at + 1, line.trim());
        if line.is_empty() || line.starts_with('#') {
            continue;
        }
        if let Some(name) = line
            .strip_prefix('[')
            .and_then(|rest| rest.strip_suffix(']'))
        {
            blocks.push(CatalogBlock {
                name: name.trim(),
                line: number,
                keys: Vec::new(),
            });
            continue;
        }
        let (key, value) = line.split_once('=').unwrap_or((line, ""));
        match blocks.last_mut() {
            Some(block) => block.keys.push((number, key.trim(), value.trim())),
            None => errors.push(CatalogError::new(
                number,
                say! { vi: "dòng này đứng trước khối đầu tiên", en: "the line stands before the first block" },
            )),
        }
    }
    blocks
}
