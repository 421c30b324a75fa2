//! What a reading of one file finds, and where its syntax is broken.

use std::ops::Range;
use std::sync::Arc;

use toml::Spanned;
use toml::de::DeValue;

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::say;
use crate::source::{Place, Source};

/// What a reading of one file has found so far.
#[derive(Debug)]
pub(super) struct Findings {
    source: Arc<Source>,
    /// Where the syntax is broken: values there are not worth a second word.
    broken: Vec<Range<usize>>,
    /// The findings.
    pub(super) found: Vec<Diagnostic>,
}

impl Findings {
    /// Begins with the places at which the syntax is broken.
    #[must_use]
    pub(super) fn new(source: &Arc<Source>, broken: Vec<Range<usize>>) -> Self {
        Self {
            source: Arc::clone(source),
            broken,
            found: Vec::new(),
        }
    }

    /// The place of a span in the file.
    #[must_use]
    pub(super) fn place(&self, span: Range<usize>) -> Place {
        Place::span(&self.source, span)
    }

    /// Adds a finding.
    pub(super) fn add(&mut self, finding: Diagnostic) {
        self.found.push(finding);
    }

    /// Whether the syntax is broken somewhere in `span`.
    #[must_use]
    pub(super) fn is_broken(&self, span: &Range<usize>) -> bool {
        self.broken
            .iter()
            .any(|broken| broken.start <= span.end && span.start <= broken.end)
    }

    /// Whether the table that begins at `start` has broken syntax before the next
    /// header, so that keys may seem missing that are there.
    #[must_use]
    pub(super) fn is_torn(&self, start: usize) -> bool {
        if self.broken.is_empty() {
            return false;
        }
        let text = self.source.text();
        let after_header = text[start..].find('\n').map_or(text.len(), |at| start + at);
        let end = text[after_header..]
            .find("\n[")
            .map_or(text.len(), |at| after_header + at + 1);
        // A header that is itself broken lends its keys to the table above it.
        let end = text[end..].find('\n').map_or(text.len(), |at| end + at);
        self.is_broken(&(start..end))
    }

    /// Tells that a value is not of the kind it must be.
    pub(super) fn wrong_type(&mut self, key: &str, value: &Spanned<DeValue>, expected: Text) {
        self.wrong_type_meant(key, value, expected, None);
    }

    /// The same, with what was surely meant, where that is known.
    pub(super) fn wrong_type_meant(
        &mut self,
        key: &str,
        value: &Spanned<DeValue>,
        expected: Text,
        meant: Option<String>,
    ) {
        if self.is_broken(&value.span()) {
            return;
        }
        let Text { vi, en } = expected;
        let Text {
            vi: found_vi,
            en: found_en,
        } = kind_of(value.get_ref());
        let place = self.place(value.span());
        let finding = Diagnostic::error(
            "wrong-type",
            place.clone(),
            say! {
                vi: "`{key}` phải là {vi}, ở đây là {found_vi}",
                en: "`{key}` must be {en}, this is {found_en}"
            },
        );
        self.add(match meant {
            Some(meant) => finding
                .advice(say! { vi: "viết {key} = {meant}", en: "write {key} = {meant}" })
                .fix(place, meant),
            None => finding,
        });
    }

    /// A value as the file writes it.
    pub(super) fn written(&self, value: &Spanned<DeValue>) -> &str {
        self.source.text().get(value.span()).unwrap_or_default()
    }
}

fn kind_of(value: &DeValue) -> Text {
    match value {
        DeValue::String(_) => say! { vi: "một chuỗi chữ", en: "text" },
        DeValue::Integer(_) => say! { vi: "một số nguyên", en: "a whole number" },
        DeValue::Float(_) => say! { vi: "một số thập phân", en: "a decimal number" },
        DeValue::Boolean(_) => say! { vi: "true/false", en: "true or false" },
        DeValue::Datetime(_) => say! { vi: "ngày, giờ", en: "a date or time" },
        DeValue::Array(_) => say! { vi: "một danh sách", en: "a list" },
        DeValue::Table(_) => say! { vi: "một bảng", en: "a table" },
    }
}
