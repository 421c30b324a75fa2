//! What keys a table of a file may have: the one place that the reader, its advice
//! and the schema take them from.

/// A table of a file: its name for people and its keys.
#[derive(Debug)]
pub struct Shape {
    /// How the file writes it: `[plan]`, `[[section.task]]`.
    pub name: &'static str,
    /// Its keys, in the order in which they are best written.
    pub keys: &'static [Key],
}

/// A key of a table.
#[derive(Debug)]
pub struct Key {
    /// The key.
    pub name: &'static str,
    /// Whether the table must have it.
    pub required: bool,
    /// What may stand there.
    pub kind: Kind,
    /// What it means, in Vietnamese.
    pub vi: &'static str,
    /// What it means, in English.
    pub en: &'static str,
    /// What holds where the key is left out, written as JSON; `None` where that depends.
    pub default: Option<&'static str>,
}

impl Key {
    /// The same key, for which `json` holds where it is left out.
    #[must_use]
    pub const fn by_default(self, json: &'static str) -> Self {
        Self {
            default: Some(json),
            ..self
        }
    }
}

/// What may stand at a key.
#[derive(Debug)]
pub enum Kind {
    /// Text.
    Text,
    /// A list of texts.
    Texts,
    /// A text, or a list of texts.
    TextOrTexts,
    /// A whole number from the first to the second.
    Integer(i64, i64),
    /// A number.
    Number,
    /// A pair of numbers.
    Pair,
    /// A year, or one of these words.
    YearOr(&'static [&'static str]),
    /// Dimensions or sub-dimensions of PAPI: `2` or `"2.3"`, one or a list.
    Dimensions,
    /// Yes or no.
    Claim,
    /// A day.
    Day,
    /// One of these words.
    Word(&'static [&'static str]),
    /// The name of a rule.
    RuleName,
    /// The name of a reporting regime.
    Regime,
    /// A table of that shape.
    Table(&'static Shape),
    /// A list of tables of that shape.
    Tables(&'static Shape),
    /// A text, a table of that shape, or a list of either.
    TextOrTables(&'static Shape),
    /// A text, a day, a table of that shape, or a list of these.
    WhenOrTables(&'static Shape),
    /// A table of that shape, or several of them.
    TableOrTables(&'static Shape),
    /// `lead`, `executing`, `both`, or a list of agency ids.
    Reporters,
    /// When something is due: a day of the month, a table of that shape, or one of either
    /// for each period.
    Due(&'static Shape),
    /// A list of period codes.
    Periods,
    /// A day of the month, or `last`.
    DayOfMonth,
    /// A list of column names or tables.
    Columns(&'static Shape),
    /// A table in which any key is the id of a plan, with its results files.
    ResultsOfPlans,
    /// A table in which any key is the name of a rule, with a severity or a table of
    /// that shape.
    Rules(&'static Shape),
    /// A table in which any key but those of the first shape is an agency id; what
    /// stands there is a name, or a table of the second.
    Agencies(&'static Shape, &'static Shape),
}

/// A key that may be left out.
pub const fn optional(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Key {
    Key {
        name,
        required: false,
        kind,
        vi,
        en,
        default: None,
    }
}

/// A key that must be there.
pub const fn required(name: &'static str, kind: Kind, vi: &'static str, en: &'static str) -> Key {
    Key {
        name,
        required: true,
        kind,
        vi,
        en,
        default: None,
    }
}

/// The years that a plan may be for.
pub const YEARS: (i64, i64) = (1990, 2199);
