//! Agencies (đơn vị, cơ quan) as a plan names them, and the registry of localities.

use crate::source::Located;

/// A level of the administration.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum AgencyLevel {
    /// Cấp tỉnh.
    Province,
    /// Cấp huyện.
    District,
    /// Cấp xã.
    Commune,
}

impl AgencyLevel {
    /// All levels, highest first.
    pub const ALL: [Self; 3] = [Self::Province, Self::District, Self::Commune];

    /// The word of files and machine formats: `province`, `district`, `commune`.
    #[must_use]
    pub fn word(self) -> &'static str {
        match self {
            Self::Province => "province",
            Self::District => "district",
            Self::Commune => "commune",
        }
    }

    /// The level of that word.
    #[must_use]
    pub fn from_word(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|level| level.word() == word)
    }
}

/// An agency or a group of agencies, as `[agencies]` declares it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Agency {
    /// The key by which the plan refers to it.
    pub id: Located<String>,
    /// The name as issued.
    pub name: Located<String>,
    /// Other spellings of the name in the same document.
    pub also: Vec<Located<String>>,
    /// Whom it stands for.
    pub stands_for: StandsFor,
    /// A note of whoever entered it.
    pub note: Option<String>,
}

/// Whom a declared agency stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StandsFor {
    /// Itself.
    Itself,
    /// The agencies listed, by id.
    Members(Vec<Located<String>>),
    /// One body in each locality of a level.
    Every {
        /// The level.
        level: AgencyLevel,
        /// Whether the body is the locality's own People's Committee; otherwise it is
        /// a body of its own there: a court, a health centre.
        is_committee: bool,
    },
    /// Nobody who could be counted ("các cơ quan, đơn vị liên quan"): owes nothing.
    Open,
}

/// A locality of the registry (đơn vị hành chính).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Locality {
    /// The official code, as text: `080`, `02635`.
    pub code: Located<String>,
    /// The official name: "Huyện Bát Xát".
    pub name: String,
    /// The level.
    pub level: AgencyLevel,
    /// The code of the locality above it.
    pub parent: Option<String>,
}

/// Who works for a task, by agency id.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Assignment {
    /// Who leads (chủ trì).
    pub lead: Vec<Located<String>>,
    /// Who carries it out (thực hiện).
    pub by: Vec<Located<String>>,
    /// Who takes part (phối hợp).
    pub with: Vec<Located<String>>,
    /// Who is only asked (đề nghị) and therefore never owes anything.
    pub requested: Vec<Located<String>>,
}

impl Assignment {
    /// Every reference, in the order lead, by, with, requested.
    pub fn all(&self) -> impl Iterator<Item = &Located<String>> {
        self.lead
            .iter()
            .chain(&self.by)
            .chain(&self.with)
            .chain(&self.requested)
    }
}
