//! The numbers that Word shows before the paragraphs of a list and keeps apart from
//! them, in `word/numbering.xml`.

use std::collections::HashMap;

use super::markup::{Markup, attribute, each, number};

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Lists {
    /// Which pattern each list follows.
    patterns: HashMap<String, String>,
    levels: HashMap<(String, usize), Level>,
    counted: HashMap<String, Vec<u32>>,
}

#[derive(Clone, Debug)]
struct Level {
    format: String,
    text: String,
    start: u32,
}

/// Word knows nine levels.
const MOST_LEVELS: usize = 9;

impl Lists {
    /// The lists of `word/numbering.xml`.
    pub(super) fn of(text: &str) -> Self {
        let mut lists = Self::default();
        let (mut pattern, mut list) = (String::new(), None::<String>);
        let mut level = 0;
        each(text, |markup| match markup {
            Markup::Start("abstractNum", tag) => {
                pattern = attribute(tag, "abstractNumId").unwrap_or_default();
            }
            Markup::Start("num", tag) => list = attribute(tag, "numId"),
            Markup::Start("abstractNumId", tag) => {
                if let (Some(list), Some(pattern)) = (list.take(), attribute(tag, "val")) {
                    lists.patterns.insert(list, pattern);
                }
            }
            Markup::Start("lvl", tag) => {
                level = number(tag, "ilvl").unwrap_or(0);
                let empty = Level {
                    format: "decimal".to_owned(),
                    text: String::new(),
                    start: 1,
                };
                lists.levels.insert((pattern.clone(), level), empty);
            }
            Markup::Start(name @ ("numFmt" | "lvlText" | "start"), tag) => {
                if let (Some(level), Some(value)) = (
                    lists.levels.get_mut(&(pattern.clone(), level)),
                    attribute(tag, "val"),
                ) {
                    match name {
                        "numFmt" => level.format = value,
                        "lvlText" => level.text = value,
                        _ => level.start = value.parse().unwrap_or(1),
                    }
                }
            }
            _ => {}
        });
        lists
    }

    /// The next number of a list at a level, with a space behind it; a dash for a bullet
    /// and nothing for a list that is not known.
    pub(super) fn next(&mut self, list: &str, level: usize) -> String {
        let Some(pattern) = self.patterns.get(list).cloned() else {
            return String::new();
        };
        let level = level.min(MOST_LEVELS - 1);
        let about = |at: usize| self.levels.get(&(pattern.clone(), at)).cloned();
        let Some(this) = about(level) else {
            return String::new();
        };
        if this.format == "bullet" {
            return "- ".to_owned();
        }
        if this.format == "none" {
            return String::new();
        }
        let starts: Vec<_> = (0..=level)
            .map(|at| about(at).map_or(1, |level| level.start))
            .collect();
        let formats: Vec<_> = (0..=level)
            .map(|at| about(at).map_or_else(String::new, |level| level.format))
            .collect();
        // Lists of one pattern count together.
        let counted = self.counted.entry(pattern).or_default();
        counted.truncate(level + 1);
        while counted.len() < level {
            counted.push(starts[counted.len()]);
        }
        if counted.len() == level {
            counted.push(starts[level]);
        } else {
            counted[level] = counted[level].saturating_add(1);
        }
        let mut text = this.text;
        for (at, count) in counted.iter().enumerate() {
            text = text.replace(&format!("%{}", at + 1), &said(*count, &formats[at]));
        }
        if text.trim().is_empty() {
            return String::new();
        }
        text + " "
    }
}

fn said(count: u32, format: &str) -> String {
    let letter = |first: u8| {
        let at = u8::try_from((count.max(1) - 1) % 26).unwrap_or(0);
        char::from(first + at).to_string()
    };
    match format {
        "upperRoman" => super::numbering::roman(count),
        "lowerRoman" => super::numbering::roman(count).to_lowercase(),
        "upperLetter" => letter(b'A'),
        "lowerLetter" => letter(b'a'),
        _ => count.to_string(),
    }
}
