//! Takes a parsed TOML table apart, key by key. What does not fit becomes a
//! finding at its place, costs only that value, and the reading goes on.

use std::ops::Range;

use chrono::NaiveDate;
use rust_decimal::Decimal;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::findings::Findings;
use super::shape::{Key, Kind, Shape};
use super::values::{day, not_a_word, number, quoted_number, text, whole};
use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::Located;
use crate::spelling::nearest;

/// A table that is being read.
#[derive(Clone, Debug)]
pub(super) struct Fields<'t> {
    shape: &'static Shape,
    table: &'t DeTable<'t>,
    span: Range<usize>,
}

impl<'t> Fields<'t> {
    /// Opens a table; keys that it must not have, or must and has not, are told.
    pub(super) fn open(
        shape: &'static Shape,
        table: &'t DeTable<'t>,
        span: Range<usize>,
        findings: &mut Findings,
    ) -> Self {
        for (key, _) in table {
            let name = key.get_ref().as_ref();
            if !shape.keys.iter().any(|known| known.name == name) {
                unknown_key(shape, name, key.span(), findings);
            }
        }
        let misspelt = |wanted: &Key| {
            table.keys().any(|key| {
                let name = key.get_ref().as_ref();
                !shape.keys.iter().any(|known| known.name == name)
                    && nearest(name, shape.keys.iter().map(|key| key.name)) == Some(wanted.name)
            })
        };
        for key in shape.keys {
            if key.required && !table.contains_key(key.name) && !misspelt(key) {
                missing_key(shape, key, span.clone(), findings);
            }
        }
        Self { shape, table, span }
    }

    /// Where the table begins.
    #[must_use]
    pub(super) fn span(&self) -> Range<usize> {
        self.span.clone()
    }

    /// The value at a key, unless it is broken.
    #[must_use]
    pub(super) fn get(&self, key: &str, findings: &Findings) -> Option<&'t Spanned<DeValue<'t>>> {
        debug_assert!(
            self.shape.keys.iter().any(|known| known.name == key),
            "{key} is not declared in the shape {}",
            self.shape.name
        );
        self.table
            .get(key)
            .filter(|value| !findings.is_broken(&value.span()))
    }

    /// Whether the table has the key, whatever stands there.
    #[must_use]
    pub(super) fn has(&self, key: &str) -> bool {
        self.table.contains_key(key)
    }

    /// Text.
    pub(super) fn text(&self, key: &str, findings: &mut Findings) -> Option<Located<String>> {
        let value = self.get(key, findings)?;
        text(key, value, findings)
    }

    /// A list of texts.
    pub(super) fn texts(&self, key: &str, findings: &mut Findings) -> Vec<Located<String>> {
        match self.get(key, findings) {
            None => Vec::new(),
            Some(value) => match value.get_ref() {
                DeValue::Array(_) => self.one_or_more(key, findings),
                _ => {
                    let expected = say! { vi: "danh sách chữ, như [\"…\", \"…\"]", en: "a list of texts, like [\"…\", \"…\"]" };
                    let meant = match value.get_ref() {
                        DeValue::String(_) => Some(format!("[{}]", findings.written(value))),
                        _ => None,
                    };
                    findings.wrong_type_meant(key, value, expected, meant);
                    Vec::new()
                }
            },
        }
    }

    /// A text, or a list of texts.
    pub(super) fn one_or_more(&self, key: &str, findings: &mut Findings) -> Vec<Located<String>> {
        match self
            .get(key, findings)
            .map(|value| (value, value.get_ref()))
        {
            None => Vec::new(),
            Some((_, DeValue::Array(items))) => items
                .iter()
                .filter_map(|item| text(key, item, findings))
                .collect(),
            Some((value, _)) => text(key, value, findings).into_iter().collect(),
        }
    }

    /// A day.
    pub(super) fn day(&self, key: &str, findings: &mut Findings) -> Option<Located<NaiveDate>> {
        let value = self.get(key, findings)?;
        day(key, value, findings)
    }

    /// A whole number, between the two that the shape says.
    pub(super) fn integer(&self, key: &str, findings: &mut Findings) -> Option<Located<i64>> {
        let value = self.get(key, findings)?;
        let declared = self.shape.keys.iter().find(|known| known.name == key);
        let (low, high) = match declared.map(|known| &known.kind) {
            Some(Kind::Integer(low, high)) => (*low, *high),
            _ => (i64::MIN, i64::MAX),
        };
        let Some(number) = whole(value.get_ref()) else {
            let meant = quoted_number(value.get_ref()).filter(|number| !number.contains('.'));
            let expected = say! { vi: "số nguyên", en: "a whole number" };
            findings.wrong_type_meant(key, value, expected, meant);
            return None;
        };
        if (low..=high).contains(&number) {
            return Some(Located::new(number, findings.place(value.span())));
        }
        let place = findings.place(value.span());
        findings.add(Diagnostic::error(
            "wrong-value",
            place,
            say! {
                vi: "`{key}` phải từ {low} đến {high}",
                en: "`{key}` must be from {low} to {high}"
            },
        ));
        None
    }

    /// An exact number.
    pub(super) fn number(&self, key: &str, findings: &mut Findings) -> Option<Located<Decimal>> {
        let value = self.get(key, findings)?;
        number(key, value, findings)
    }

    /// Yes or no.
    pub(super) fn claim(&self, key: &str, findings: &mut Findings) -> Option<bool> {
        let value = self.get(key, findings)?;
        if let DeValue::Boolean(claim) = value.get_ref() {
            return Some(*claim);
        }
        let meant = match value.get_ref() {
            DeValue::String(word) if ["true", "false"].contains(&word.trim()) => {
                Some(word.trim().to_owned())
            }
            _ => None,
        };
        let expected = say! { vi: "true hoặc false", en: "true or false" };
        findings.wrong_type_meant(key, value, expected, meant);
        None
    }

    /// One of a few words.
    pub(super) fn word<T: Copy>(
        &self,
        key: &str,
        words: &[(&str, T)],
        findings: &mut Findings,
    ) -> Option<Located<T>> {
        debug_assert!(
            self.declares_words(key, words),
            "the words of {key} are not those of the shape {}",
            self.shape.name
        );
        let written = self.text(key, findings)?;
        if let Some((_, meaning)) = words.iter().find(|(word, _)| *word == written.value) {
            return Some(written.map(|_| *meaning));
        }
        not_a_word(key, &written, words.iter().map(|(word, _)| *word), findings);
        None
    }

    fn declares_words<T>(&self, key: &str, words: &[(&str, T)]) -> bool {
        let declared = self.shape.keys.iter().find(|known| known.name == key);
        match declared.map(|known| &known.kind) {
            Some(Kind::Word(known)) => known.iter().eq(words.iter().map(|(word, _)| word)),
            Some(Kind::Reporters) => true,
            _ => false,
        }
    }

    /// A table of the given shape.
    pub(super) fn table(
        &self,
        key: &str,
        shape: &'static Shape,
        findings: &mut Findings,
    ) -> Option<Fields<'t>> {
        let value = self.get(key, findings)?;
        open_table(key, value, shape, findings)
    }

    /// A list of tables of the given shape.
    pub(super) fn tables(
        &self,
        key: &str,
        shape: &'static Shape,
        findings: &mut Findings,
    ) -> Vec<Fields<'t>> {
        match self
            .get(key, findings)
            .map(|value| (value, value.get_ref()))
        {
            None => Vec::new(),
            Some((_, DeValue::Array(items))) => items
                .iter()
                .filter_map(|item| open_table(key, item, shape, findings))
                .collect(),
            Some((value, _)) => {
                let name = shape.name;
                findings.wrong_type(
                    key,
                    value,
                    say! { vi: "danh sách bảng `{name}`", en: "a list of tables, `{name}`" },
                );
                Vec::new()
            }
        }
    }
}

/// A table at `key`, or a finding.
pub(super) fn open_table<'t>(
    key: &str,
    value: &'t Spanned<DeValue<'t>>,
    shape: &'static Shape,
    findings: &mut Findings,
) -> Option<Fields<'t>> {
    if let DeValue::Table(table) = value.get_ref() {
        return Some(Fields::open(shape, table, value.span(), findings));
    }
    findings.wrong_type(key, value, say! { vi: "một bảng", en: "a table" });
    None
}

fn unknown_key(shape: &Shape, name: &str, span: Range<usize>, findings: &mut Findings) {
    if findings.is_broken(&span) {
        return;
    }
    let table = shape.name;
    let place = findings.place(span);
    let message = if table.is_empty() {
        say! { vi: "tệp kế hoạch không có bảng hay khóa `{name}`", en: "a plan file has no table or key `{name}`" }
    } else {
        say! { vi: "{table} không có khóa `{name}`", en: "{table} has no key `{name}`" }
    };
    let finding = Diagnostic::error("unknown-key", place.clone(), message);
    let finding = match nearest(name, shape.keys.iter().map(|key| key.name)) {
        Some(near) => finding
            .advice(say! { vi: "có phải `{near}`?", en: "did you mean `{near}`?" })
            .fix(place, near),
        None => {
            let known: Vec<_> = shape.keys.iter().map(|key| key.name).collect();
            let known = known.join(", ");
            finding.advice(say! { vi: "các khóa: {known}", en: "its keys: {known}" })
        }
    };
    findings.add(finding);
}

fn missing_key(shape: &Shape, key: &Key, span: Range<usize>, findings: &mut Findings) {
    if findings.is_torn(span.start) {
        return;
    }
    let (table, name) = (shape.name, key.name);
    let (vi, en) = (key.vi, key.en);
    let message = if table.is_empty() {
        say! { vi: "tệp kế hoạch thiếu `{name}`", en: "the plan file lacks `{name}`" }
    } else {
        say! { vi: "{table} thiếu khóa `{name}`", en: "{table} lacks the key `{name}`" }
    };
    findings.add(
        Diagnostic::error("missing-key", findings.place(span), message)
            .advice(say! { vi: "thêm `{name}`: {vi}", en: "add `{name}`: {en}" }),
    );
}
