//! Bytes → text: what a results file is written in.

use std::fs::File;
use std::io::{Read, Seek, SeekFrom};
use std::path::Path;

use encoding_rs::{Encoding, UTF_16BE, UTF_16LE, WINDOWS_1258};
use simdutf8::compat::from_utf8;
use unicode_normalization::UnicodeNormalization;

use super::legacy::{Script, script_of};

/// How much of a file is looked at to tell its encoding.
const SAMPLE: usize = 64 * 1024;

/// What the bytes of a file turned out to be.
pub(super) enum Content<'b> {
    /// Delimited text in UTF-8, without a byte-order mark; single cells may still be
    /// broken.
    Text(&'b [u8]),
    /// The same, decoded from the encoding named.
    Decoded(Vec<u8>, &'static str),
    /// A workbook: XLSX or ODS.
    Workbook,
    /// Something that is not read.
    Refused(Refusal),
}

/// Why a file is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Refusal {
    /// There is nothing in it.
    Empty,
    /// The text is in TCVN3 (ABC) letters.
    Tcvn3,
    /// The text is in VNI letters.
    Vni,
    /// The workbook of Excel 97–2003.
    OldWorkbook,
    /// A workbook that is damaged or locked.
    Damaged,
    /// A workbook with more in it than any real table.
    TooLarge,
    /// Neither UTF-8 nor UTF-16 nor Windows-1258.
    Unknown,
}

/// The size from which a file is not read whole, in bytes.
const LARGE: u64 = 8 << 20;

/// How much of a large file is looked at for its head.
const BEGINNING: usize = 1 << 20;

/// A large text in sound UTF-8: its beginning without a mark, and the file after it.
/// `None` for any other file, which is read whole.
pub(super) fn stream(path: &Path) -> Option<(Vec<u8>, File)> {
    let mut file = File::open(path).ok()?;
    let about = file.metadata().ok()?;
    if !about.is_file() || about.len() < LARGE || !is_utf8(&mut file)? {
        return None;
    }
    file.seek(SeekFrom::Start(0)).ok()?;
    let mut head = vec![0; BEGINNING];
    file.read_exact(&mut head).ok()?;
    let text = head.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&head);
    let is_marked = text.len() < head.len();
    let is_read = matches!(content(&text[..valid_end(text)]), Content::Text(_));
    if is_marked {
        head.drain(..3);
    }
    is_read.then_some((head, file))
}

/// Whether a whole file is sound UTF-8.
fn is_utf8(file: &mut File) -> Option<bool> {
    let (mut chunk, mut kept) = (vec![0; BEGINNING], 0);
    loop {
        let read = file.read(&mut chunk[kept..]).ok()?;
        if read == 0 {
            return Some(kept == 0);
        }
        let end = kept + read;
        match from_utf8(&chunk[..end]) {
            Ok(_) => kept = 0,
            Err(error) if error.error_len().is_none() => {
                chunk.copy_within(error.valid_up_to()..end, 0);
                kept = end - error.valid_up_to();
            }
            Err(_) => return Some(false),
        }
    }
}

/// Where the last whole letter ends.
fn valid_end(text: &[u8]) -> usize {
    from_utf8(text).map_or_else(|error| error.valid_up_to(), str::len)
}

/// Tells what `bytes` are and decodes them.
pub(super) fn content(bytes: &[u8]) -> Content<'_> {
    if let Some(text) = bytes.strip_prefix(b"\xEF\xBB\xBF") {
        return utf8(text);
    }
    if let Some((encoding, mark)) = Encoding::for_bom(bytes) {
        return decoded(encoding, &bytes[mark..]);
    }
    if bytes.starts_with(b"PK\x03\x04") {
        return Content::Workbook;
    }
    if bytes.starts_with(b"\xD0\xCF\x11\xE0") {
        return Content::Refused(Refusal::OldWorkbook);
    }
    match unmarked_utf16(bytes) {
        Some(encoding) => decoded(encoding, bytes),
        None => utf8(bytes),
    }
}

fn utf8(text: &[u8]) -> Content<'_> {
    if text.iter().all(u8::is_ascii_whitespace) {
        return Content::Refused(Refusal::Empty);
    }
    let sample = &text[..text.len().min(SAMPLE)];
    match from_utf8(text) {
        Ok(_) => match script_of(&String::from_utf8_lossy(sample)) {
            Script::Tcvn3 => Content::Refused(Refusal::Tcvn3),
            Script::Vni => Content::Refused(Refusal::Vni),
            Script::Vietnamese | Script::Other => Content::Text(text),
        },
        Err(_) if is_mostly_utf8(text) => Content::Text(text),
        Err(_) => match script_of(&windows_1258(sample)) {
            Script::Vietnamese => Content::Decoded(windows_1258(text).into_bytes(), "Windows-1258"),
            Script::Tcvn3 => Content::Refused(Refusal::Tcvn3),
            Script::Vni => Content::Refused(Refusal::Vni),
            Script::Other => Content::Refused(Refusal::Unknown),
        },
    }
}

/// Windows-1258 writes tones as marks of their own, so NFC puts letters together.
fn windows_1258(bytes: &[u8]) -> String {
    let (text, _) = WINDOWS_1258.decode_without_bom_handling(bytes);
    text.nfc().collect()
}

fn decoded<'b>(encoding: &'static Encoding, bytes: &[u8]) -> Content<'b> {
    let (text, _) = encoding.decode_without_bom_handling(bytes);
    if text.trim().is_empty() {
        return Content::Refused(Refusal::Empty);
    }
    Content::Decoded(text.into_owned().into_bytes(), encoding.name())
}

/// Whether damaged text was UTF-8: most of its letters beyond ASCII are whole.
fn is_mostly_utf8(text: &[u8]) -> bool {
    let (mut whole, mut broken) = (0_usize, 0_usize);
    for chunk in text.utf8_chunks() {
        whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += usize::from(!chunk.invalid().is_empty());
    }
    whole > broken
}

/// UTF-16 without a mark: every other byte of mostly Latin text is nought.
fn unmarked_utf16(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(SAMPLE)];
    let noughts = |from: usize| {
        let every_other = sample.iter().skip(from).step_by(2);
        every_other.filter(|&&byte| byte == 0).count()
    };
    let (even, odd) = (noughts(0), noughts(1));
    let many = sample.len() / 4;
    if sample.len() < 8 {
        None
    } else if odd > many && even < many / 8 {
        Some(UTF_16LE)
    } else if even > many && odd < many / 8 {
        Some(UTF_16BE)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Mã;Đơn vị;Kỳ\nII.3;Huyện Bát Xát;6 tháng đầu năm 2021\n";

    fn text_of(bytes: &[u8]) -> String {
        match content(bytes) {
            Content::Text(text) => String::from_utf8_lossy(text).into_owned(),
            Content::Decoded(text, _) => String::from_utf8_lossy(&text).into_owned(),
            Content::Workbook => "a workbook".to_owned(),
            Content::Refused(refusal) => format!("{refusal:?}"),
        }
    }

    fn utf16(text: &str, bytes_of: fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes_of).collect()
    }

    #[test]
    fn utf8_is_read_with_and_without_a_mark() {
        assert_eq!(text_of(TEXT.as_bytes()), TEXT);
        assert_eq!(text_of(format!("\u{FEFF}{TEXT}").as_bytes()), TEXT);
    }

    #[test]
    fn utf16_is_read_in_both_orders_with_and_without_a_mark() {
        for mark in ["", "\u{FEFF}"] {
            let text = format!("{mark}{TEXT}");
            assert_eq!(text_of(&utf16(&text, u16::to_le_bytes)), TEXT);
            assert_eq!(text_of(&utf16(&text, u16::to_be_bytes)), TEXT);
        }
    }

    #[test]
    fn windows_1258_is_read_with_its_letters_put_together() {
        let bytes = b"Ma\xDE;\xD0\xF5n vi\xF2;Ky\xCC\nHuy\xEA\xF2n Ba\xECt X\xE1t";
        assert_eq!(text_of(bytes), "Mã;Đơn vị;Kỳ\nHuyện Bát Xát");
    }

    #[test]
    fn legacy_letters_are_refused_by_name() {
        let tcvn3 = b"S\xEB N\xE9i v\xF4; \xD1y ban nh\xA9n d\xA9n t\xD8nh L\xB5o Cai, c\xAB quan";
        assert_eq!(text_of(tcvn3), "Tcvn3");
        let vni = b"Uy\xFB ban nha\xE2n da\xE2n t\xE6\xF1nh La\xF8o Cai, huye\xE4n Ba\xF9t Xa\xF9t \xF1\xF4n v\xF2";
        assert_eq!(text_of(vni), "Vni");
    }

    #[test]
    fn one_broken_letter_leaves_the_rest_utf8() {
        let mut bytes = TEXT.as_bytes().to_vec();
        bytes.push(0xFF);
        assert!(text_of(&bytes).starts_with(TEXT));
    }

    #[test]
    fn an_empty_file_and_an_old_workbook_are_refused() {
        assert_eq!(text_of(b" \r\n"), "Empty");
        assert_eq!(text_of(b"\xD0\xCF\x11\xE0rest"), "OldWorkbook");
    }
}
