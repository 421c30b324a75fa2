//! The formats by name and by file ending.

use std::path::Path;

/// A format of output.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Format {
    /// For a person at a terminal.
    Human,
    /// A line a finding.
    Concise,
    /// One JSON document.
    Json,
    /// A JSON object a line, for findings.
    JsonLines,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
    /// Workflow commands of GitHub Actions.
    Github,
    /// Code quality of GitLab.
    Gitlab,
    /// A test report of `JUnit`.
    Junit,
    /// Markdown as GitHub reads it.
    Markdown,
    /// CSV for spreadsheets.
    Csv,
    /// A workbook of Excel.
    Xlsx,
    /// A document of Word.
    Docx,
    /// A page for browsers.
    Html,
    /// Events of a calendar; of due days alone, written by [`ics`](super::ics).
    Ics,
}

impl Format {
    /// All formats, in the order in which help lists them.
    pub const ALL: [Self; 14] = [
        Self::Human,
        Self::Concise,
        Self::Json,
        Self::JsonLines,
        Self::Sarif,
        Self::Github,
        Self::Gitlab,
        Self::Junit,
        Self::Markdown,
        Self::Csv,
        Self::Xlsx,
        Self::Docx,
        Self::Html,
        Self::Ics,
    ];

    /// The name by which `--format` knows it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Human => "human",
            Self::Concise => "concise",
            Self::Json => "json",
            Self::JsonLines => "json-lines",
            Self::Sarif => "sarif",
            Self::Github => "github",
            Self::Gitlab => "gitlab",
            Self::Junit => "junit",
            Self::Markdown => "markdown",
            Self::Csv => "csv",
            Self::Xlsx => "xlsx",
            Self::Docx => "docx",
            Self::Html => "html",
            Self::Ics => "ics",
        }
    }

    /// The endings of its files, without the point, the usual one first.
    #[must_use]
    pub fn endings(self) -> &'static [&'static str] {
        match self {
            Self::Human => &["txt"],
            Self::Json => &["json"],
            Self::JsonLines => &["jsonl", "ndjson"],
            Self::Sarif => &["sarif"],
            Self::Junit => &["xml"],
            Self::Markdown => &["md", "markdown"],
            Self::Csv => &["csv"],
            Self::Xlsx => &["xlsx"],
            Self::Docx => &["docx"],
            Self::Html => &["html", "htm"],
            Self::Ics => &["ics"],
            Self::Concise | Self::Github | Self::Gitlab => &[],
        }
    }

    /// The format of that name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|format| format.name() == name)
    }

    /// The format that the ending of `path` calls for, in capitals or not.
    #[must_use]
    pub fn of_path(path: &Path) -> Option<Self> {
        let ending = path.extension()?.to_str()?.to_lowercase();
        Self::ALL
            .into_iter()
            .find(|format| format.endings().contains(&ending.as_str()))
    }

    /// Whether it writes documents: tables and reports.
    #[must_use]
    pub fn is_for_documents(self) -> bool {
        matches!(self, Self::Human | Self::Json)
            || !matches!(self, Self::Ics) && !self.is_for_diagnostics()
    }

    /// Whether it writes diagnostics.
    #[must_use]
    pub fn is_for_diagnostics(self) -> bool {
        let papers = [
            Self::Markdown,
            Self::Csv,
            Self::Xlsx,
            Self::Docx,
            Self::Html,
            Self::Ics,
        ];
        !papers.contains(&self)
    }

    /// Whether its bytes are no text, and so nothing for a terminal.
    #[must_use]
    pub fn is_binary(self) -> bool {
        matches!(self, Self::Xlsx | Self::Docx)
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Look, Settings, diagnostics, document};
    use super::*;
    use crate::lang::{Lang, Text};
    use crate::table::{Block, Column, Document, Row, Table};

    #[test]
    fn every_format_is_found_by_its_name_and_endings() {
        for format in Format::ALL {
            assert_eq!(Format::named(format.name()), Some(format));
            for ending in format.endings() {
                let path = Path::new("a").with_extension(ending.to_uppercase());
                assert_eq!(Format::of_path(&path), Some(format));
            }
        }
    }

    #[test]
    fn every_format_writes_what_it_says_it_writes() {
        let look = Look {
            lang: Lang::Vi,
            width: 80,
            colour: false,
        };
        let settings = Settings {
            look,
            delimiter: b',',
            rules: &[],
        };
        let sample = super::super::sample::appendix();
        for format in Format::ALL {
            let written = document(format, &sample, &[], settings);
            assert_eq!(written.is_ok(), format.is_for_documents());
            let written = diagnostics(format, &[], settings);
            assert_eq!(written.is_ok(), format.is_for_diagnostics());
        }
    }

    #[test]
    fn no_table_is_too_odd_for_any_format() {
        let look = Look {
            lang: Lang::En,
            width: 0,
            colour: true,
        };
        let settings = Settings {
            look,
            delimiter: b'\t',
            rules: &[],
        };
        let odd = |columns: Vec<Column>| {
            let section = Row::Section {
                no: String::new(),
                title: Text::same("\n"),
                depth: 99,
            };
            let rows = vec![section, Row::Cells(vec![]), Row::Total(vec![])];
            Block::Table(Table {
                key: "odd",
                title: Some(Text::same("")),
                columns,
                rows,
                ruled: true,
            })
        };
        let hidden = Column::narrow("a", Text::same("")).for_machines();
        let blocks = vec![
            odd(vec![]),
            odd(vec![hidden]),
            odd(vec![Column::wide("a", Text::same("\u{301}"), u16::MAX)]),
        ];
        for format in Format::ALL
            .into_iter()
            .filter(|format| format.is_for_documents())
        {
            let written = document(format, &Document::of(blocks.clone()), &[], settings);
            assert!(written.is_ok(), "{format:?}");
            assert!(document(format, &Document::of(vec![]), &[], settings).is_ok());
        }
    }
}
