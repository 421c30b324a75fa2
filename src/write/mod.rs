//! Documents and diagnostics as bytes: for terminals, paper, spreadsheets and machines.
//!
//! A format is a file here, a name in [`Format`] and a line in [`document()`] or
//! [`diagnostics()`].

mod columns;
pub mod concise;
pub mod csv;
pub mod docx;
pub mod failure;
pub mod findings;
mod fingerprint;
pub mod fixed;
mod format;
pub mod github;
pub mod gitlab;
mod grid;
pub mod html;
pub mod human;
pub mod ics;
pub mod json;
pub mod junit;
pub mod layout;
pub mod markdown;
mod paper;
pub mod plan_file;
mod positions;
pub mod reading;
pub mod said;
#[cfg(test)]
mod sample;
pub mod sarif;
pub mod schema;
pub mod shown;
pub mod terminal;
pub mod visible;
pub mod wrapped;
pub mod xlsx;

pub use self::format::Format;
pub use self::sarif::RulePage;
pub use self::terminal::Look;
pub use self::xlsx::{Cut, Lost};

use crate::diagnostic::Diagnostic;
use crate::table::Document;

/// What the formats want to know.
#[derive(Clone, Copy, Debug)]
pub struct Settings<'a> {
    /// Language, width and colour.
    pub look: Look,
    /// What stands between the cells of a CSV.
    pub delimiter: u8,
    /// The pages of the rules, for SARIF.
    pub rules: &'a [RulePage<'a>],
}

/// A document as it was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Written {
    /// The bytes of the file.
    pub bytes: Vec<u8>,
    /// What a workbook could not take whole, to be told; none of other formats.
    pub cuts: Vec<Cut>,
}

/// Why nothing was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unwritten {
    /// The format is not for what was asked of it: a document as SARIF.
    WrongFormat(Format),
    /// The format has no room for the document, in the words of its library: a sheet of
    /// two million rows.
    TooLarge(String),
}

/// `document` in `format`. JSON takes `diagnostics` in, so that it is one document;
/// of the others they are no part, and [`diagnostics()`] writes them.
///
/// # Errors
///
/// When the format is one for diagnostics only, or has no room for so much.
pub fn document(
    format: Format,
    document: &Document,
    diagnostics: &[Diagnostic],
    settings: Settings,
) -> Result<Written, Unwritten> {
    let lang = settings.look.lang;
    let bytes = match format {
        Format::Human => terminal::document(document, settings.look).into_bytes(),
        Format::Markdown => markdown::document(document, lang).into_bytes(),
        Format::Csv => csv::document(document, lang, settings.delimiter),
        Format::Json => json::document(document, diagnostics, lang).into_bytes(),
        Format::Html => html::document(document, lang).into_bytes(),
        Format::Docx => docx::document(document, lang)
            .map_err(|error| Unwritten::TooLarge(error.to_string()))?,
        Format::Xlsx => {
            let written = xlsx::document(document, lang);
            let (bytes, cuts) = written.map_err(|error| Unwritten::TooLarge(error.to_string()))?;
            return Ok(Written { bytes, cuts });
        }
        Format::Concise
        | Format::JsonLines
        | Format::Sarif
        | Format::Github
        | Format::Gitlab
        | Format::Junit
        | Format::Ics => return Err(Unwritten::WrongFormat(format)),
    };
    Ok(Written {
        bytes,
        cuts: Vec::new(),
    })
}

/// `diagnostics` in `format`.
///
/// # Errors
///
/// When the format is one for documents only.
pub fn diagnostics(
    format: Format,
    diagnostics: &[Diagnostic],
    settings: Settings,
) -> Result<String, Unwritten> {
    let lang = settings.look.lang;
    Ok(match format {
        Format::Human => human::diagnostics(diagnostics, settings.look),
        Format::Concise => concise::diagnostics(diagnostics, lang),
        Format::Json => findings::json(diagnostics, lang),
        Format::JsonLines => findings::json_lines(diagnostics, lang),
        Format::Sarif => sarif::document(diagnostics, settings.rules, lang),
        Format::Github => github::diagnostics(diagnostics, lang),
        Format::Gitlab => gitlab::diagnostics(diagnostics, lang),
        Format::Junit => junit::diagnostics(diagnostics, lang),
        Format::Markdown
        | Format::Csv
        | Format::Xlsx
        | Format::Docx
        | Format::Html
        | Format::Ics => {
            return Err(Unwritten::WrongFormat(format));
        }
    })
}
