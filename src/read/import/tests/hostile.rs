//! Files that are broken, protected, huge or made to do harm.

use std::collections::HashSet;
use std::fs;
use std::io::Write;
use std::path::Path;

use proptest::prelude::*;

use super::documents;
use crate::diagnostic::Severity;
use crate::read::import::archive::Archive;
use crate::read::import::manuscript::Piece;
use crate::read::import::{Asked, import, manuscript};

fn refused(name: &str, bytes: &[u8]) -> String {
    let refused = import(Path::new(name), bytes, &Asked::default()).unwrap_err();
    assert_eq!(
        (refused.rule, refused.severity),
        ("unreadable-file", Severity::Error)
    );
    refused.message.en
}

const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

#[test]
fn what_cannot_be_read_is_told_plainly() {
    assert!(refused("a.doc", COMPOUND).contains("old Word or Excel"));
    let mut protected = COMPOUND.to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    assert!(refused("a.xlsx", &protected).contains("password"));
    assert!(refused("a.docx", b"no zip").contains("damaged"));
    assert!(refused("a.docx", b"PK\x03\x04 broken").contains("damaged"));
    assert!(refused("a.pdf", b"%PDF-1.7").contains("PDF"));
    assert!(refused("a.zip", &zip(&[("a.txt", "a")])).contains("neither DOCX"));
    assert!(refused("a.csv", b"\xC0\xC1\xFF").contains("UTF-8"));
}

fn zip(entries: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = ::zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = ::zip::write::SimpleFileOptions::default();
    for (name, text) in entries {
        zip.start_file(*name, options).unwrap();
        zip.write_all(text.as_bytes()).unwrap();
    }
    zip.finish().unwrap().into_inner()
}

#[test]
fn a_file_that_unpacks_beyond_measure_is_refused() {
    let nothing = " ".repeat(700 << 10);
    let bytes = zip(&[("a", nothing.as_str()), ("b", nothing.as_str())]);
    assert!(bytes.len() < 10_000);
    let opened = |largest| Archive::open_within(Path::new("a"), &bytes, largest);
    assert!(opened(2 << 20).is_ok());
    let refused_it = opened(1 << 20).err().unwrap();
    assert!(refused_it.message.en.contains("more than 1 MB"));
    let many: Vec<String> = (0..5_001).map(|number| number.to_string()).collect();
    let many: Vec<_> = many.iter().map(|name| (name.as_str(), "")).collect();
    assert!(refused("a.docx", &zip(&many)).contains("5001 entries"));
}

#[test]
fn entities_are_not_expanded_and_depth_ends() {
    let entity = "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]>\
        <w:document><w:body><w:p><w:r><w:t>một &b;&amp; hai</w:t></w:r></w:p></w:body></w:document>";
    let bytes = zip(&[("word/document.xml", entity)]);
    let (read, is_whole) = manuscript(Path::new("a.docx"), &bytes).unwrap();
    let Piece::Paragraph(paragraph) = &read.pieces[0] else {
        panic!()
    };
    assert!(is_whole);
    assert_eq!(paragraph.text, "một & hai");
    let deep = "<w:tbl><w:tr><w:tc><w:p>".repeat(100_000);
    let bytes = zip(&[("word/document.xml", &deep)]);
    assert!(!manuscript(Path::new("a.docx"), &bytes).unwrap().1);
    let deep = "<table><tr><td>".repeat(100_000);
    assert!(!manuscript(Path::new("a.html"), deep.as_bytes()).unwrap().1);
}

#[test]
fn a_sheet_that_claims_to_be_huge_is_not_believed() {
    let rows = "<table:table><table:table-row table:number-rows-repeated=\"1048576\">\
        <table:table-cell table:number-columns-repeated=\"16384\"><text:p>x</text:p></table:table-cell>\
        </table:table-row></table:table>";
    let bytes = zip(&[("content.xml", rows)]);
    assert!(!manuscript(Path::new("a.ods"), &bytes).unwrap().1);
    let spans = "<table><tr>".to_owned() + &"<td rowspan=65534>x</td></tr><tr>".repeat(5_000);
    let (read, _) = manuscript(Path::new("a.html"), spans.as_bytes()).unwrap();
    let Piece::Grid(grid) = &read.pieces[0] else {
        panic!()
    };
    assert_eq!(grid.covered().len(), grid.rows.len());
}

/// Markup with the elements that the readers know, in no sensible order.
fn markup(names: &'static [&'static str]) -> impl Strategy<Value = String> {
    let tag = (
        proptest::sample::select(names),
        0..6,
        "[0-9A-Za-zđ ;,.\t<&\"]{0,12}",
    )
        .prop_map(|(name, kind, text)| match kind {
            0 => format!("<{name}>"),
            1 => format!("</{name}>"),
            2 => format!("<{name} val=\"{text}\" colspan=\"3\" rowspan=2>"),
            3 => format!("<{name} number-columns-repeated=\"9\" w:val=\"1\"/>"),
            4 => format!("<{name}>{text}</{name}>"),
            _ => text,
        });
    proptest::collection::vec(tag, 0..60).prop_map(|tags| tags.concat())
}

const WORD: &[&str] = &[
    "w:tbl",
    "w:tr",
    "w:tc",
    "w:tcPr",
    "w:gridSpan",
    "w:vMerge",
    "w:p",
    "w:r",
    "w:t",
    "w:numPr",
    "w:numId",
    "w:ilvl",
    "w:gridBefore",
    "w:tab",
    "w:br",
    "mc:Fallback",
];
const SHEET: &[&str] = &[
    "table:table",
    "table:table-row",
    "table:table-cell",
    "table:covered-table-cell",
    "text:p",
    "text:s",
];
const WEB: &[&str] = &["table", "tr", "td", "th", "p", "br", "li", "script", "div"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_bytes_are_read_or_refused(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        for name in ["a.docx", "a.csv", "a.html", "a.txt", "a.tsv", "a"] {
            let _ = import(Path::new(name), &bytes, &Asked::default());
        }
    }

    #[test]
    fn any_text_is_read(text in "[\\PCSttNội dungChủ trì\t\n;,\"0-9.]{0,300}") {
        for name in ["a.csv", "a.html", "a.txt", "a.tsv"] {
            let _ = import(Path::new(name), text.as_bytes(), &asked_year());
        }
    }

    #[test]
    fn any_markup_is_read(word in markup(WORD), sheet in markup(SHEET), web in markup(WEB)) {
        let bytes = zip(&[("word/document.xml", &word), ("word/numbering.xml", &word)]);
        let _ = import(Path::new("a.docx"), &bytes, &asked_year());
        let _ = import(Path::new("a.ods"), &zip(&[("content.xml", &sheet)]), &asked_year());
        let _ = import(Path::new("a.html"), web.as_bytes(), &asked_year());
    }

    #[test]
    fn any_file_that_was_damaged_is_read_or_refused(
        which in 0_usize..12,
        changes in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..20),
    ) {
        let path = &documents()[which];
        let mut bytes = fs::read(path).unwrap();
        for (at, byte) in changes {
            let at = at.index(bytes.len());
            bytes[at] = byte;
        }
        let _ = import(path, &bytes, &asked_year());
    }

    #[test]
    fn any_table_becomes_a_plan(
        rows in proptest::collection::vec(
            ("(|[AIVX]{1,2}|[0-9]{1,2}|1\\.[0-9]|a\\)|-)", "(|[A-ZĐa-zđ]{1,9}|1\\.1\\. [a-z]{3})", ".{0,12}", ".{0,12}"),
            0..20,
        ),
    ) {
        let mut text = "Kế hoạch năm 2024\n\nTT\tNội dung\tChỉ tiêu\tChủ trì\n".to_owned();
        for (no, title, target, lead) in rows {
            let clean = |text: String| text.replace(['\n', '\r', '\t'], " ");
            text.push_str(&[no, title, clean(target), clean(lead)].join("\t"));
            text.push('\n');
        }
        let imported = import(Path::new("a.txt"), text.as_bytes(), &Asked::default()).unwrap();
        let plan = imported.plan.unwrap();
        let mut ids = HashSet::new();
        for section in &plan.sections {
            prop_assert!(ids.insert(section.id.value.clone()), "{}", section.id);
        }
        for task in plan.all_work() {
            prop_assert!(ids.insert(task.id.value.clone()), "{}", task.id);
            for id in task.who.all() {
                prop_assert!(plan.agency(id).is_some());
            }
        }
    }
}

fn asked_year() -> Asked {
    Asked {
        year: Some(2024),
        ..Asked::default()
    }
}
