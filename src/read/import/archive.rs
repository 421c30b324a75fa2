//! Zip files from strangers (DOCX, XLSX, ODS): counted and measured before anything in
//! them is believed. Nothing is written to disk, so no path leaves memory.

use std::io::{Cursor, Read};
use std::path::Path;

use zip::ZipArchive;
use zip::result::ZipError;

use crate::diagnostic::Diagnostic;
use crate::lang::Text;
use crate::read::files::unreadable;
use crate::say;

/// More entries than this no document has.
const MOST_ENTRIES: usize = 5_000;
/// All entries together unpack to no more than this, in bytes.
const LARGEST_UNPACKED: u64 = 200 << 20;

/// A zip file whose size is known to be bounded.
pub(super) struct Archive<'b> {
    zip: ZipArchive<Cursor<&'b [u8]>>,
}

impl<'b> Archive<'b> {
    /// Opens a zip file, and unpacks every entry once to know its true size: the sizes
    /// that a zip file declares are the word of a stranger.
    pub(super) fn open(path: &Path, bytes: &'b [u8]) -> Result<Self, Box<Diagnostic>> {
        Self::open_within(path, bytes, LARGEST_UNPACKED)
    }

    /// Opens a zip file that unpacks to no more than `largest` bytes.
    pub(super) fn open_within(
        path: &Path,
        bytes: &'b [u8],
        largest: u64,
    ) -> Result<Self, Box<Diagnostic>> {
        let fail = |message: Text| Box::new(unreadable(path, message));
        let mut zip = ZipArchive::new(Cursor::new(bytes)).map_err(|error| fail(reason(&error)))?;
        if zip.len() > MOST_ENTRIES {
            let entries = zip.len();
            return Err(fail(say! {
                vi: "tệp nén có {entries} mục, nhiều hơn {MOST_ENTRIES}, nên không đọc",
                en: "the zip file has {entries} entries, more than {MOST_ENTRIES}, and is not read"
            }));
        }
        let mut left = largest;
        for at in 0..zip.len() {
            let entry = zip.by_index(at).map_err(|error| fail(reason(&error)))?;
            let size = std::io::copy(&mut entry.take(left + 1), &mut std::io::sink());
            match size {
                Ok(size) if size <= left => left -= size,
                Ok(_) => {
                    let megabytes = largest >> 20;
                    return Err(fail(say! {
                        vi: "tệp giải nén ra quá {megabytes} MB nên không đọc",
                        en: "the file unpacks to more than {megabytes} MB and is not read"
                    }));
                }
                Err(_) => return Err(fail(damaged())),
            }
        }
        Ok(Self { zip })
    }

    /// Whether there is an entry of that name.
    pub(super) fn has(&self, name: &str) -> bool {
        self.zip.index_for_name(name).is_some()
    }

    /// Whether it is an `OpenDocument` spreadsheet.
    pub(super) fn is_spreadsheet(&mut self) -> bool {
        self.has("content.xml")
            && self
                .text("mimetype")
                .is_none_or(|kind| kind.contains("spreadsheet"))
    }

    /// The text of an entry; `None` where there is none.
    pub(super) fn text(&mut self, name: &str) -> Option<String> {
        let mut bytes = Vec::new();
        let entry = self.zip.by_name(name).ok()?;
        entry.take(LARGEST_UNPACKED).read_to_end(&mut bytes).ok()?;
        super::text::decoded(&bytes)
    }
}

fn reason(error: &ZipError) -> Text {
    match error {
        ZipError::UnsupportedArchive(why) if *why == ZipError::PASSWORD_REQUIRED => {
            super::kind::protected()
        }
        _ => damaged(),
    }
}

/// A file that is not what it says it is.
pub(super) fn damaged() -> Text {
    say! {
        vi: "tệp hỏng hoặc không đúng định dạng, không mở được; hãy mở bằng Word, Excel hoặc LibreOffice rồi lưu lại",
        en: "the file is damaged or not what it seems and cannot be opened; open and save it again in Word, Excel or LibreOffice"
    }
}
