//! Findings about the user's files.

use crate::lang::Text;
use crate::source::Place;

/// How grave a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Severity {
    /// Worth knowing; never fails.
    Note,
    /// Something to look at.
    Warning,
    /// Something to mend.
    Error,
}

impl Severity {
    /// The word of machine formats and of configuration: `note`, `warning`, `error`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Note => "note",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// A finding: what is wrong, where, and what would be right.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diagnostic {
    /// The name of the rule.
    pub rule: &'static str,
    /// How grave it is.
    pub severity: Severity,
    /// What is wrong.
    pub message: Text,
    /// Where.
    pub place: Place,
    /// What to say at the place, where that is not the message again.
    pub label: Option<Text>,
    /// Other places that matter, each with what it is: "first used here".
    pub others: Vec<(Place, Text)>,
    /// What would be right.
    pub advice: Option<Text>,
    /// The one sure correction, where there is one.
    pub fix: Option<Fix>,
    /// The id of the plan's item it is about, where it is about one.
    pub subject: Option<String>,
}

/// A correction: the text that should stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fix {
    /// What to replace.
    pub place: Place,
    /// By what.
    pub replacement: String,
}

impl Diagnostic {
    /// An error under `rule` at `place`.
    #[must_use]
    pub fn error(rule: &'static str, place: Place, message: Text) -> Self {
        Self::new(rule, Severity::Error, place, message)
    }

    /// A warning under `rule` at `place`.
    #[must_use]
    pub fn warning(rule: &'static str, place: Place, message: Text) -> Self {
        Self::new(rule, Severity::Warning, place, message)
    }

    /// A finding of the given severity.
    #[must_use]
    pub fn new(rule: &'static str, severity: Severity, place: Place, message: Text) -> Self {
        Self {
            rule,
            severity,
            message,
            place,
            label: None,
            others: Vec::new(),
            advice: None,
            fix: None,
            subject: None,
        }
    }

    /// Says `label` at the place.
    #[must_use]
    pub fn label(mut self, label: Text) -> Self {
        self.label = Some(label);
        self
    }

    /// Names another place that matters.
    #[must_use]
    pub fn other(mut self, place: Place, what: Text) -> Self {
        self.others.push((place, what));
        self
    }

    /// Says what would be right.
    #[must_use]
    pub fn advice(mut self, advice: Text) -> Self {
        self.advice = Some(advice);
        self
    }

    /// Gives the one sure correction.
    #[must_use]
    pub fn fix(mut self, place: Place, replacement: impl Into<String>) -> Self {
        self.fix = Some(Fix {
            place,
            replacement: replacement.into(),
        });
        self
    }

    /// Names the item it is about.
    #[must_use]
    pub fn about(mut self, id: impl Into<String>) -> Self {
        self.subject = Some(id.into());
        self
    }
}
