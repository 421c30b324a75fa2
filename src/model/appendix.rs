//! How an appendix (phụ lục) is laid out.

use crate::source::Located;

/// How an appendix is laid out (`[appendix]`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appendix {
    /// Its id, where there are several.
    pub id: Option<Located<String>>,
    /// The title under the word "Phụ lục".
    pub title: Option<Located<String>>,
    /// The sections it prints, by id; all where none is named.
    pub sections: Vec<Located<String>>,
    /// The columns, in order; empty for the default.
    pub columns: Vec<AppendixColumn>,
}

/// A column of an appendix.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AppendixColumn {
    /// What it shows.
    pub field: Located<AppendixField>,
    /// The head, where it is not the default.
    pub head: Option<Located<String>>,
    /// Whether it is left out unless asked for.
    pub internal: bool,
}

/// What a column of an appendix shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum AppendixField {
    /// Stt.
    No,
    /// The task's title.
    Title,
    /// Its targets.
    Target,
    /// Who leads.
    Lead,
    /// Who carries it out.
    By,
    /// Who takes part.
    With,
    /// When.
    When,
    /// The output; results where they are filled in.
    Output,
    /// The money.
    Funding,
    /// The PAPI dimension.
    Dimension,
    /// The note.
    Note,
}

impl AppendixField {
    /// Every field.
    pub const ALL: [Self; 11] = [
        Self::No,
        Self::Title,
        Self::Target,
        Self::Lead,
        Self::By,
        Self::With,
        Self::When,
        Self::Output,
        Self::Funding,
        Self::Dimension,
        Self::Note,
    ];

    /// The eight columns of the Lào Cai appendix, the default.
    pub const DEFAULT: [Self; 8] = [
        Self::No,
        Self::Title,
        Self::Target,
        Self::Lead,
        Self::By,
        Self::When,
        Self::Output,
        Self::Note,
    ];

    /// The word of plan files and machine formats.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::No => "no",
            Self::Title => "title",
            Self::Target => "target",
            Self::Lead => "lead",
            Self::By => "by",
            Self::With => "with",
            Self::When => "when",
            Self::Output => "output",
            Self::Funding => "funding",
            Self::Dimension => "dimension",
            Self::Note => "note",
        }
    }
}
