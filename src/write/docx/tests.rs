use std::io::Read;

use super::*;
use crate::write::sample::appendix;

fn part(file: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(file)).expect("a zip");
    let mut text = String::new();
    let mut part = parts.by_name(name).expect("the part");
    part.read_to_string(&mut text).expect("text");
    text
}

fn written() -> Vec<u8> {
    document(&appendix(), Lang::Vi).expect("a document")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(written(), written());
}

#[test]
fn every_part_is_well_formed() {
    let file = written();
    let names = PARTS.iter().map(|(name, _)| *name);
    for name in names.chain(["docProps/core.xml", "word/document.xml"]) {
        let text = part(&file, name);
        let mut reader = quick_xml::Reader::from_str(&text);
        loop {
            if reader.read_event().expect("well formed") == quick_xml::events::Event::Eof {
                break;
            }
        }
    }
}

#[test]
fn an_appendix_has_its_head_repeated_and_its_sections_across() {
    let text = part(&written(), "word/document.xml");
    assert_eq!(text.matches("<w:tblHeader/>").count(), 1);
    assert!(text.contains("<w:gridSpan w:val=\"8\"/>"));
    assert!(text.contains("<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>"));
    assert!(text.contains("␛[31m&lt;b&gt;"));
    assert!(text.contains(">05</w:t>"));
}
