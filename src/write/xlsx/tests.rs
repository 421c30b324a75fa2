use std::io::{Cursor, Read};

use super::*;
use crate::lang::Text;
use crate::table::{Block, Column};
use crate::write::sample::{appendix, long_table};

fn part(book: &[u8], name: &str) -> String {
    let mut parts = zip::ZipArchive::new(Cursor::new(book)).expect("a zip");
    let mut text = String::new();
    let mut part = parts.by_name(name).expect("the part");
    part.read_to_string(&mut text).expect("text");
    text
}

fn book(document: &Document) -> (Vec<u8>, Vec<Cut>) {
    super::document(document, Lang::Vi).expect("a workbook")
}

#[test]
fn the_same_document_gives_the_same_bytes() {
    assert_eq!(book(&appendix()), book(&appendix()));
}

#[test]
fn an_appendix_is_ready_to_print() {
    let (bytes, cuts) = book(&appendix());
    let sheet = part(&bytes, "xl/worksheets/sheet1.xml");
    for wanted in [
        "differentFirst=\"1\"",
        "paperSize=\"9\"",
        "orientation=\"landscape\"",
        "fitToHeight=\"0\"",
        "state=\"frozen\"",
        "<mergeCell ref=\"B9:H9\"/>",
    ] {
        assert!(sheet.contains(wanted), "{wanted} is in\n{sheet}");
    }
    assert!(!sheet.contains("<f>"));
    assert!(cuts.is_empty());
    let texts = part(&bytes, "xl/sharedStrings.xml");
    assert!(texts.contains("<t>05</t>") && texts.contains("<t>1/2</t>"));
    assert!(texts.contains("␛[31m&lt;b&gt;"));
    let names = part(&bytes, "xl/workbook.xml");
    assert!(names.contains("_xlnm.Print_Titles") && names.contains("_xlnm.Print_Area"));
}

#[test]
fn what_a_cell_cannot_hold_is_cut_and_told() {
    let mut document = Document::of(vec![Block::Table(Table {
        key: "a",
        title: None,
        columns: vec![Column::wide("a", Text::same("A"), 1)],
        rows: vec![Row::Cells(vec![
            Value::from("ở ".repeat(20_000).as_str()).into(),
        ])],
        ruled: true,
    })]);
    document.headings = vec![Text::same("x".repeat(40_000))];
    let (bytes, cuts) = book(&document);
    let lost: Vec<(u32, Lost)> = cuts.iter().map(|cut| (cut.row, cut.what)).collect();
    assert_eq!(
        lost,
        [
            (1, Lost::Text),
            (1, Lost::Sight),
            (4, Lost::Text),
            (4, Lost::Sight)
        ]
    );
    assert!(part(&bytes, "xl/sharedStrings.xml").contains("…</t>"));
    assert_eq!(shortened("𝄞𝄞𝄞", 5), "𝄞𝄞…");
    assert_eq!(shortened("𝄞𝄞", 4), "𝄞𝄞");
}

#[test]
fn names_of_sheets_are_allowed_and_differ() {
    let mut names = HashSet::new();
    let sheet = |heading: &str| Sheet {
        headings: vec![heading.to_owned()],
        ..Sheet::default()
    };
    let long = "Phụ lục: nhiệm vụ [2021/2022] của các sở";
    assert_eq!(
        sheet_name(&sheet(long), Lang::Vi, &mut names),
        "Phụ lục nhiệm vụ 2021 2022 của…"
    );
    assert_eq!(
        sheet_name(&sheet(long), Lang::Vi, &mut names),
        "Phụ lục nhiệm vụ 2021 2022… (2)"
    );
    assert_eq!(sheet_name(&sheet("'"), Lang::Vi, &mut names), "papi");
}

#[test]
fn many_rows_are_written() {
    let (bytes, cuts) = book(&long_table(500));
    assert!(part(&bytes, "xl/worksheets/sheet1.xml").contains("r=\"A508\""));
    assert!(cuts.is_empty());
}
