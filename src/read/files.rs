//! The bytes of a text file → its text.

use std::fs;
use std::io::Read;
use std::path::Path;
use std::sync::Arc;

use crate::diagnostic::Diagnostic;
use crate::say;
use crate::source::{Place, Source};

/// The largest plan file that is read, in bytes: a thousand times the longest plan.
pub const LARGEST_PLAN: u64 = 64 << 20;

/// Reads a plan file; a finding says why it cannot be.
///
/// # Errors
/// The file is not there, may not be read, is a folder, is too large or is not UTF-8.
pub fn read_text(path: &Path) -> Result<Arc<Source>, Box<Diagnostic>> {
    let bytes = read_bytes(path, LARGEST_PLAN)?;
    let unreadable = |message| Box::new(unreadable(path, message));
    if bytes.starts_with(b"\xFF\xFE") || bytes.starts_with(b"\xFE\xFF") {
        return Err(unreadable(say! {
            vi: "tệp ở mã UTF-16; hãy lưu lại ở mã UTF-8",
            en: "the file is in UTF-16; save it as UTF-8"
        }));
    }
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(path, text)),
        Err(error) => {
            let at = error.utf8_error().valid_up_to();
            let line = error.as_bytes()[..at]
                .iter()
                .filter(|byte| **byte == b'\n')
                .count()
                + 1;
            Err(unreadable(say! {
                vi: "tệp không phải mã UTF-8 (từ dòng {line}); hãy lưu lại ở mã UTF-8",
                en: "the file is not UTF-8 (from line {line} on); save it as UTF-8"
            }))
        }
    }
}

/// Reads a file of at most `largest` bytes; a finding says why it cannot be.
///
/// # Errors
/// The file is not there, may not be read, is a folder or is too large.
pub fn read_bytes(path: &Path, largest: u64) -> Result<Vec<u8>, Box<Diagnostic>> {
    let fail = |message| Box::new(unreadable(path, message));
    // Opening a pipe that nobody writes to would wait for ever.
    if fs::metadata(path).is_ok_and(|about| is_endless(path, &about)) {
        return Err(fail(say! {
            vi: "đây không phải tệp thường (đường ống hoặc thiết bị)",
            en: "this is no ordinary file (a pipe or a device)"
        }));
    }
    let file = fs::File::open(path).map_err(|error| fail(reason(&error)))?;
    let about = file.metadata().map_err(|error| fail(reason(&error)))?;
    if about.is_dir() {
        return Err(fail(say! {
            vi: "đây là thư mục, không phải tệp",
            en: "this is a folder, not a file"
        }));
    }
    let mut bytes = Vec::new();
    file.take(largest + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| fail(reason(&error)))?;
    if bytes.len() as u64 > largest {
        let megabytes = largest >> 20;
        return Err(fail(say! {
            vi: "tệp lớn hơn {megabytes} MB nên không đọc",
            en: "the file is larger than {megabytes} MB and is not read"
        }));
    }
    Ok(bytes)
}

/// Whether reading may never end: a pipe that lies in a folder, or a device. A pipe that
/// a shell has opened for the call stands under `/dev` or `/proc`.
fn is_endless(path: &Path, about: &fs::Metadata) -> bool {
    let is_given_by_a_shell = ["/dev/stdin", "/dev/fd", "/proc"]
        .iter()
        .any(|folder| path.starts_with(folder));
    let is_ordinary = about.is_file() || about.is_dir();
    !is_ordinary && !is_given_by_a_shell && path != Path::new("/dev/null")
}

fn reason(error: &std::io::Error) -> crate::lang::Text {
    match error.kind() {
        std::io::ErrorKind::NotFound => {
            say! { vi: "không có tệp này", en: "there is no such file" }
        }
        std::io::ErrorKind::PermissionDenied => {
            say! { vi: "không có quyền đọc tệp này", en: "the file may not be read" }
        }
        _ => say! { vi: "không đọc được tệp ({error})", en: "the file cannot be read ({error})" },
    }
}

/// A file that cannot be read at all.
#[must_use]
pub fn unreadable(path: &Path, message: crate::lang::Text) -> Diagnostic {
    Diagnostic::error("unreadable-file", Place::file(path), message)
}
