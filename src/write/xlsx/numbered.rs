//! The header left out on the first page, which `rust_xlsxwriter` has no word for.

use std::io::{Cursor, Read, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

/// The workbook with its page numbers from the second page on; as it was, should it not
/// be read back.
pub(super) fn from_page_two(book: Vec<u8>) -> Vec<u8> {
    rewritten(&book).unwrap_or(book)
}

fn rewritten(book: &[u8]) -> ZipResult<Vec<u8>> {
    let mut parts = ZipArchive::new(Cursor::new(book))?;
    let mut out = ZipWriter::new(Cursor::new(Vec::with_capacity(book.len())));
    // A fixed time: the same document gives the same bytes.
    // Compressed once more, so lightly: twenty thousand rows are megabytes.
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .compression_level(Some(1));
    for at in 0..parts.len() {
        let mut part = parts.by_index(at)?;
        let name = part.name()?.into_owned();
        if !name.starts_with("xl/worksheets/sheet") {
            out.raw_copy_file(part)?;
            continue;
        }
        let mut text = String::new();
        part.read_to_string(&mut text)?;
        out.start_file(name, options)?;
        // It stands near the end, after all rows.
        let (before, after) = text.split_at(text.rfind("<headerFooter>").unwrap_or(text.len()));
        out.write_all(before.as_bytes())?;
        let first = after.replacen("<headerFooter>", "<headerFooter differentFirst=\"1\">", 1);
        out.write_all(first.as_bytes())?;
    }
    Ok(out.finish()?.into_inner())
}
