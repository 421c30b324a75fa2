//! What kind of file it is: told by what is in it, and by its name only where the
//! contents do not tell.

use std::path::Path;

use crate::lang::Text;
use crate::say;

/// The kinds of file that are told apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip file: DOCX, XLSX or ODS.
    Zip,
    /// A web page.
    Html,
    /// A table of separated values.
    Delimited,
    /// Text, perhaps with a table pasted into it.
    Pasted,
}

/// The kind of a file, or why it is none that is read.
pub(super) fn kind(path: &Path, bytes: &[u8]) -> Result<Kind, Text> {
    let ending = path
        .extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or("")
        .to_lowercase();
    if bytes.starts_with(b"PK\x03\x04") || bytes.starts_with(b"PK\x05\x06") {
        return Ok(Kind::Zip);
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Err(compound(bytes, &ending));
    }
    if bytes.starts_with(b"%PDF") {
        return Err(say! {
            vi: "tệp PDF không đọc được; hãy dùng bản Word, hoặc chép bảng từ PDF vào một tệp văn bản",
            en: "a PDF cannot be read; use the Word file, or copy the table from it into a text file"
        });
    }
    if bytes.starts_with(b"{\\rtf") {
        return Err(say! {
            vi: "tệp RTF không đọc được; hãy mở bằng Word hoặc LibreOffice và lưu thành .docx",
            en: "an RTF file cannot be read; open it in Word or LibreOffice and save it as .docx"
        });
    }
    if matches!(
        ending.as_str(),
        "docx" | "xlsx" | "xlsm" | "docm" | "ods" | "odt"
    ) {
        return Err(super::archive::damaged());
    }
    if matches!(ending.as_str(), "htm" | "html" | "xhtml") || looks_like_html(bytes) {
        return Ok(Kind::Html);
    }
    match ending.as_str() {
        "csv" | "tsv" | "tab" => Ok(Kind::Delimited),
        _ => Ok(Kind::Pasted),
    }
}

fn looks_like_html(bytes: &[u8]) -> bool {
    let start = &bytes[..bytes.len().min(4096)];
    let text = String::from_utf8_lossy(start).to_lowercase();
    let text = text.trim_start_matches('\u{feff}').trim_start();
    text.starts_with('<')
        && ["<!doctype html", "<html", "<table", "<body"]
            .iter()
            .any(|tag| text.contains(tag))
}

/// Old Word and Excel files, and new ones under a password, share one container.
fn compound(bytes: &[u8], ending: &str) -> Text {
    let name: Vec<u8> = "EncryptedPackage"
        .encode_utf16()
        .flat_map(u16::to_le_bytes)
        .collect();
    if bytes.windows(name.len()).any(|window| window == name) {
        return protected();
    }
    let newer = if ending == "xls" { ".xlsx" } else { ".docx" };
    say! {
        vi: "tệp Word, Excel đời cũ (.doc, .xls) không đọc được; hãy mở và lưu thành {newer}",
        en: "an old Word or Excel file (.doc, .xls) cannot be read; open it and save it as {newer}"
    }
}

/// A file under a password.
pub(super) fn protected() -> Text {
    say! {
        vi: "tệp đặt mật khẩu nên không đọc được; hãy bỏ mật khẩu rồi lưu lại",
        en: "the file is protected by a password and cannot be read; remove the password and save it again"
    }
}
