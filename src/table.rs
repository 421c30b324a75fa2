//! Tables and documents as reports make them and writers draw them: what stands
//! where, in both languages, and nothing of how it looks in any format.

use std::borrow::Cow;

use chrono::NaiveDate;
use rust_decimal::Decimal;

use crate::lang::Text;

/// What a command has to say, from top to bottom.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// The heading lines, the first the most important; none for a part without one.
    pub headings: Vec<Text>,
    /// What follows.
    pub blocks: Vec<Block>,
}

/// A part of a document. Machine formats take facts, tables and parts, each under its
/// key; lines are for people and repeat nothing that is not in one of those.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A sentence.
    Line(Line),
    /// Named values.
    Facts(Vec<Fact>),
    /// A table.
    Table(Table),
    /// The head of an official document, which paper alone shows.
    Letterhead(Letterhead),
    /// Where it is signed, at its end, on paper alone.
    Signature(Signature),
    /// Documents of one kind, one after another: the plans of a check.
    Parts {
        /// The key in machine formats.
        key: &'static str,
        /// The documents.
        parts: Vec<Document>,
    },
}

/// The head of an official document (quốc hiệu, tên cơ quan, số, ngày), its number and day
/// left to be filled in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Letterhead {
    /// The body above the agency that issues it, where there is one.
    pub above: Option<Text>,
    /// The agency that issues it.
    pub agency: Text,
    /// The abbreviation after its number: `BC` of a report.
    pub kind: &'static str,
    /// The year in which it is issued, where that is known.
    pub year: Option<i32>,
}

/// The end of an official document: to whom it goes (nơi nhận), and room to sign.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signature {
    /// To whom it goes.
    pub recipients: Vec<Text>,
}

/// A sentence with its weight.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// The words.
    pub words: Text,
    /// How it is to be taken.
    pub tone: Tone,
    /// How far it is set in: 0 stands at the margin.
    pub depth: usize,
}

/// A named value, for machine formats; `shown` is how people see it, if at all.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fact {
    /// The key in machine formats.
    pub key: &'static str,
    /// The value.
    pub value: Value,
    /// The label for people; `None` keeps it to machine formats.
    pub label: Option<Text>,
}

/// A table that is not yet drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The key in machine formats.
    pub key: &'static str,
    /// The title, where it has one.
    pub title: Option<Text>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows.
    pub rows: Vec<Row>,
    /// Whether rules stand between its rows on a terminal, as on paper: cells of many
    /// lines. Lists are lighter without.
    pub ruled: bool,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// The key in machine formats: English, lower case, `_` between words; of a column
    /// for a period its code.
    pub key: Cow<'static, str>,
    /// The head.
    pub head: Text,
    /// How it stands.
    pub align: Align,
    /// Its share of the width, against the others: 0 is as narrow as its content.
    pub weight: u16,
    /// Who sees it.
    pub audience: Audience,
    /// The lines of a cell that a terminal shows, the rest as an ellipsis; `None` for all.
    pub most_lines: Option<usize>,
}

/// Who sees a column.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Audience {
    /// People and machines.
    #[default]
    All,
    /// Machine formats only: ids, raw numbers.
    Machines,
    /// People only: what machines get in another column.
    People,
    /// Pages for browsers only: bars.
    Pages,
}

/// How a column stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Align {
    /// At the left.
    #[default]
    Left,
    /// In the middle.
    Centre,
    /// At the right.
    Right,
}

/// A row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Row {
    /// A cell for each column.
    Cells(Vec<Cell>),
    /// A heading across the table, with its number: a section of the appendix.
    Section {
        /// The number, empty where there is none.
        no: String,
        /// The title.
        title: Text,
        /// How deep it is nested, from 0.
        depth: usize,
    },
    /// A row of totals, a cell for each column.
    Total(Vec<Cell>),
}

/// A cell.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cell {
    /// What it holds.
    pub value: Value,
    /// How it is to be taken.
    pub tone: Tone,
}

/// What a cell or fact holds. Writers give it in the language or in ISO form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// Nothing: `null` in machine formats.
    Empty,
    /// Words as issued; may have line breaks.
    Words(String),
    /// A list of words as issued, one a line.
    List(Vec<String>),
    /// Words of papi's own.
    Said(Text),
    /// A state: its word in machine formats, and what people read.
    State(&'static str, Text),
    /// A whole number.
    Count(i64),
    /// An exact number with its unit, which may be empty.
    Number(Decimal, String),
    /// A ratio shown as a percentage: numerator and denominator, exact.
    Ratio(Decimal, Decimal),
    /// A day.
    Day(NaiveDate),
    /// A day on which something is due: people read its weekday with it.
    Due(NaiveDate),
    /// Yes or no.
    Claim(bool),
    /// A bar, which pages draw; the figures stand in other columns.
    Bar(Bar),
}

/// A bar of parts, from 0 to 100 per cent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The parts one after another, in per cent, with what they mean.
    pub parts: Vec<(Decimal, Tone)>,
    /// A threshold, in per cent.
    pub mark: Option<Decimal>,
}

/// How something is to be taken; terminals colour it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Tone {
    /// As it is.
    #[default]
    Plain,
    /// Strong.
    Strong,
    /// Of less weight.
    Faint,
    /// Good news.
    Good,
    /// Something to look at.
    Caution,
    /// Something to mend.
    Bad,
}

impl Document {
    /// A document without headings.
    #[must_use]
    pub fn of(blocks: Vec<Block>) -> Self {
        Self {
            headings: Vec::new(),
            blocks,
        }
    }
}

impl Block {
    /// A plain sentence.
    #[must_use]
    pub fn line(words: Text) -> Self {
        Self::toned(words, Tone::Plain)
    }

    /// A sentence with a tone.
    #[must_use]
    pub fn toned(words: Text, tone: Tone) -> Self {
        Self::Line(Line {
            words,
            tone,
            depth: 0,
        })
    }
}

impl Table {
    /// Whether it is a list, whose rows may stand in any order: no sections, no totals
    /// but at its end, cells of few lines.
    #[must_use]
    pub fn is_list(&self) -> bool {
        let mut rows = self.rows.iter().rev();
        !self.ruled
            && rows.len() > 1
            && rows
                .by_ref()
                .skip_while(|row| matches!(row, Row::Total(_)))
                .all(|row| matches!(row, Row::Cells(_)))
    }
}

impl Column {
    /// A column as narrow as its content, at the left.
    #[must_use]
    pub fn narrow(key: impl Into<Cow<'static, str>>, head: Text) -> Self {
        Self {
            key: key.into(),
            head,
            align: Align::Left,
            weight: 0,
            audience: Audience::All,
            most_lines: None,
        }
    }

    /// A column that takes `weight` shares of the width.
    #[must_use]
    pub fn wide(key: impl Into<Cow<'static, str>>, head: Text, weight: u16) -> Self {
        Self {
            weight,
            ..Self::narrow(key, head)
        }
    }

    /// The same column with its content at the right: numbers.
    #[must_use]
    pub fn right(self) -> Self {
        Self {
            align: Align::Right,
            ..self
        }
    }

    /// The same column with its content in the middle.
    #[must_use]
    pub fn centred(self) -> Self {
        Self {
            align: Align::Centre,
            ..self
        }
    }

    /// The same column for machine formats only.
    #[must_use]
    pub fn for_machines(self) -> Self {
        Self {
            audience: Audience::Machines,
            ..self
        }
    }

    /// The same column for pages only.
    #[must_use]
    pub fn for_pages(self) -> Self {
        Self {
            audience: Audience::Pages,
            ..self
        }
    }

    /// The same column for people only.
    #[must_use]
    pub fn for_people(self) -> Self {
        Self {
            audience: Audience::People,
            ..self
        }
    }
}

impl Cell {
    /// A cell with a tone.
    #[must_use]
    pub fn toned(value: Value, tone: Tone) -> Self {
        Self { value, tone }
    }
}

impl From<Value> for Cell {
    fn from(value: Value) -> Self {
        Self {
            value,
            tone: Tone::Plain,
        }
    }
}

impl From<Text> for Value {
    fn from(text: Text) -> Self {
        Self::Said(text)
    }
}

impl From<&str> for Value {
    fn from(words: &str) -> Self {
        if words.is_empty() {
            Self::Empty
        } else {
            Self::Words(words.to_owned())
        }
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}

impl From<NaiveDate> for Value {
    fn from(day: NaiveDate) -> Self {
        Self::Day(day)
    }
}
