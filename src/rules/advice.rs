//! Advice that several rules give.

use std::cell::RefCell;
use std::collections::HashMap;

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::say;
use crate::spelling::nearest;

/// What would be right where a word is not known. Only the first hundred wrong words are
/// compared with it: thousands of them are no slips of the pen, and comparing takes
/// long.
pub(super) struct Known<'k> {
    words: Vec<&'k str>,
    compared: RefCell<HashMap<String, Option<&'k str>>>,
}

const COMPARED: usize = 100;

impl<'k> Known<'k> {
    /// These would be right.
    pub(super) fn of(words: impl IntoIterator<Item = &'k str>) -> Self {
        Self {
            words: words.into_iter().collect(),
            compared: RefCell::default(),
        }
    }

    /// The nearest one to what was written.
    pub(super) fn near(&self, written: &str) -> Option<&'k str> {
        let mut compared = self.compared.borrow_mut();
        if let Some(near) = compared.get(written) {
            return *near;
        }
        if compared.len() == COMPARED {
            return None;
        }
        let near = nearest(written, self.words.iter().copied());
        compared.insert(written.to_owned(), near);
        near
    }

    /// Names the nearest one in a finding, as advice. Ids of a plan are near to each
    /// other, so the nearest is no sure correction: it may be another agency.
    pub(super) fn advise(&self, written: &str, finding: Diagnostic) -> Diagnostic {
        match self.near(written) {
            Some(near) => {
                finding.advice(say! { vi: "có phải `{near}`?", en: "did you mean `{near}`?" })
            }
            None => finding,
        }
    }

    /// The same for names that papi itself gives, which are far from each other: the
    /// nearest is a sure correction of a word in quotes.
    pub(super) fn correct(&self, written: &str, finding: Diagnostic) -> Diagnostic {
        let place = finding.place.clone();
        match self.near(written) {
            Some(near) => self.advise(written, finding).fix(place, quoted(near)),
            None => finding,
        }
    }
}

/// A word as a plan file writes it.
pub(super) fn quoted(word: &str) -> String {
    format!("\"{word}\"")
}

/// What is said at the place that came first.
pub(super) fn first_here() -> Text {
    say! { vi: "lần đầu ở đây", en: "first used here" }
}
