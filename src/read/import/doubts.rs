//! What an import is not certain of, and what it left out: told at its place in the
//! document, and marked at its place in the plan.

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::source::Place;

/// Something to look at after an import.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Doubt {
    /// What it is, at its place in the document.
    pub finding: Diagnostic,
    /// The item of the plan it is about: its id, or the name of its table, `[plan]`;
    /// `None` for what is in no plan.
    pub item: Option<String>,
    /// The key it is about, where it is about one.
    pub key: Option<String>,
}

/// The doubts of an import, in the order in which they arose.
#[derive(Debug, Default)]
pub(super) struct Doubts {
    pub(super) all: Vec<Doubt>,
}

impl Doubts {
    /// Something in the plan is not certain.
    pub(super) fn add(&mut self, item: &str, key: &str, place: &Place, message: Text) {
        let finding = Diagnostic::warning("uncertain-import", place.clone(), message).about(item);
        self.all.push(Doubt {
            finding,
            item: Some(item.to_owned()),
            key: (!key.is_empty()).then(|| key.to_owned()),
        });
    }

    /// Something of the document is not in the plan.
    pub(super) fn left_out(&mut self, place: &Place, message: Text) {
        let severity = crate::diagnostic::Severity::Note;
        self.all.push(Doubt {
            finding: Diagnostic::new("left-out", severity, place.clone(), message),
            item: None,
            key: None,
        });
    }
}
