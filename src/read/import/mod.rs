//! Word, Excel and web files, and pasted text → the first version of a plan. Each kind
//! of file has a reader that gives a [`Manuscript`]; what it means is recognised from
//! that alone. A new wording of a column is a line in `data/heads.txt`, a new kind of
//! file a reader beside the others.

mod agencies;
mod archive;
mod assembly;
mod delimited;
mod document;
mod docx;
mod doubts;
mod heads;
mod html;
mod items;
mod kind;
mod lists;
mod manuscript;
mod markup;
mod names;
mod numbering;
mod ods;
mod outline;
mod pasted;
mod people;
mod plan;
mod rows;
mod sections;
mod tables;
mod tasks;
#[cfg(test)]
mod tests;
mod text;
mod xlsx;

use std::path::Path;

pub use self::doubts::Doubt;
pub use self::heads::Mapped;

use self::archive::Archive;
use self::doubts::Doubts;
use self::kind::Kind;
use self::manuscript::Manuscript;
use super::files::unreadable;
use crate::diagnostic::Diagnostic;
use crate::model::{Agency, Locality, Plan};
use crate::say;
use crate::source::{Place, Source};

/// What an import is told besides the document.
#[derive(Clone, Debug, Default)]
pub struct Asked {
    /// The columns that the user has named.
    pub columns: Vec<Mapped>,
    /// The plan's id; made of issuer and year where none is given.
    pub id: Option<String>,
    /// The plan's year, where the document does not say it.
    pub year: Option<i32>,
    /// The agencies of the plan that is to be brought up to date.
    pub agencies: Vec<Agency>,
    /// The registry's file, as the plan is to name it, and its localities.
    pub registry: Option<(String, Vec<Locality>)>,
}

/// What came of an import.
#[derive(Debug)]
pub struct Imported {
    /// The plan; `None` where the document holds none.
    pub plan: Option<Plan>,
    /// What is not certain and what was left out.
    pub doubts: Vec<Doubt>,
}

/// Makes the first version of a plan of a document. It never stops at what it does not
/// understand: what is not certain is a doubt at its place.
///
/// # Errors
/// The file is of no kind that is read, is damaged, protected or too large.
pub fn import(path: &Path, bytes: &[u8], asked: &Asked) -> Result<Imported, Box<Diagnostic>> {
    let (manuscript, is_whole) = manuscript(path, bytes)?;
    let mut doubts = Doubts::default();
    if !is_whole {
        doubts.left_out(
            &Place::file(path),
            say! {
                vi: "không đọc hết tệp: phần sau hỏng hoặc quá lớn; hãy xem kế hoạch có đủ dòng không",
                en: "not all of the file was read: the rest is damaged or too large; look whether the plan has every row"
            },
        );
    }
    let plan = plan::plan(&manuscript, asked, &mut doubts);
    Ok(Imported {
        plan,
        doubts: doubts.all,
    })
}

/// The largest file that is imported, in bytes.
pub const LARGEST_DOCUMENT: u64 = 64 << 20;

/// The manuscript of a file, and what of it could not be read.
fn manuscript(path: &Path, bytes: &[u8]) -> Result<(Manuscript, bool), Box<Diagnostic>> {
    let fail = |message| Box::new(unreadable(path, message));
    let source = || match text::decoded(bytes) {
        Some(text) => Ok(Source::new(path, text)),
        None => Err(fail(say! {
            vi: "tệp không phải mã UTF-8 hay UTF-16; hãy lưu lại ở mã UTF-8",
            en: "the file is neither UTF-8 nor UTF-16; save it as UTF-8"
        })),
    };
    match kind::kind(path, bytes).map_err(fail)? {
        Kind::Html => Ok(html::read(path, source()?.text())),
        Kind::Delimited => Ok(delimited::read(&source()?)),
        Kind::Pasted => Ok(pasted::read(&source()?)),
        Kind::Zip => {
            let mut archive = Archive::open(path, bytes)?;
            let read = if archive.has("word/document.xml") {
                docx::read(path, &mut archive)
            } else if archive.has("xl/workbook.xml") {
                xlsx::read(path, bytes)
            } else if archive.is_spreadsheet() {
                ods::read(path, &mut archive)
            } else {
                return Err(fail(say! {
                    vi: "tệp nén này không phải DOCX, XLSX hay ODS",
                    en: "this zip file is neither DOCX nor XLSX nor ODS"
                }));
            };
            read.ok_or_else(|| fail(archive::damaged()))
        }
    }
}
