//! The same table in a workbook.

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

/// A workbook with one sheet of these rows, and a style that shows per cent.
fn workbook(rows: &str, merged: &str) -> Vec<u8> {
    let main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let package = "http://schemas.openxmlformats.org/package/2006";
    let parts = [
        (
            "[Content_Types].xml",
            format!(
                "<Types xmlns=\"{package}/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"
            ),
        ),
        (
            "_rels/.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/workbook.xml",
            format!(
                "<workbook xmlns=\"{main}\" xmlns:r=\"{relations}\"><sheets><sheet name=\"Kết quả\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels",
            format!(
                "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" Type=\"{relations}/worksheet\" Target=\"worksheets/sheet1.xml\"/><Relationship Id=\"r2\" Type=\"{relations}/styles\" Target=\"styles.xml\"/></Relationships>"
            ),
        ),
        (
            "xl/styles.xml",
            format!(
                "<styleSheet xmlns=\"{main}\"><cellXfs><xf numFmtId=\"0\"/><xf numFmtId=\"10\"/><xf numFmtId=\"14\"/></cellXfs></styleSheet>"
            ),
        ),
        (
            "xl/worksheets/sheet1.xml",
            format!(
                "<worksheet xmlns=\"{main}\"><sheetData>{rows}</sheetData>{merged}</worksheet>"
            ),
        ),
    ];
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, content) in parts {
        archive
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        archive.write_all(content.as_bytes()).unwrap();
    }
    archive.finish().unwrap().into_inner()
}

/// A row of cells: texts, and numbers behind `=`, with a style behind `@`.
fn row(number: u32, cells: &[&str]) -> String {
    let cell = |(column, cell): (usize, &&str)| {
        let at = format!("{}{number}", column_letters(column));
        match cell.strip_prefix('=') {
            Some(value) => {
                let (value, style) = value.split_once('@').unwrap_or((value, "0"));
                format!("<c r=\"{at}\" s=\"{style}\"><v>{value}</v></c>")
            }
            None if cell.is_empty() => String::new(),
            None => format!("<c r=\"{at}\" t=\"inlineStr\"><is><t>{cell}</t></is></c>"),
        }
    };
    let cells: String = cells.iter().enumerate().map(cell).collect();
    format!("<row r=\"{number}\">{cells}</row>")
}

const HEAD: [&str; 7] = [
    "Mã",
    "Đơn vị",
    "Kỳ",
    "Tử số",
    "Mẫu số",
    "Kết quả",
    "Ngày báo cáo",
];

#[test]
fn a_sheet_is_read_with_its_numbers_days_and_merged_cells() {
    let rows = [
        row(1, &["BÁO CÁO KẾT QUẢ"]),
        row(3, &HEAD),
        row(
            4,
            &["III.4", "082", "2021-H1", "=5", "=21.0", "", "=44365@2"],
        ),
        row(5, &["", "083", "2021-H1", "", "", "=0.975@1"]),
    ];
    let merged = "<mergeCells count=\"1\"><mergeCell ref=\"A4:A5\"/></mergeCells>";
    let seen = read(&workbook(&rows.concat(), merged));
    assert_eq!(seen.told, []);
    let percent = Figure::Percent(number("97.5"));
    assert_eq!(
        seen.counted,
        [
            ("III.4".into(), "082".into(), ratio(5, 21), 4),
            ("III.4".into(), "083".into(), percent, 5),
        ]
    );
}

#[test]
fn a_bad_cell_is_told_with_its_sheet() {
    let rows = [
        row(1, &HEAD),
        row(2, &["III.4", "082", "2021-H1", "=44228@2", "=2"]),
    ];
    let seen = read(&workbook(&rows.concat(), ""));
    assert_eq!(seen.rules(), [("bad-cell", 2, "D".to_owned())]);
    let Place::Cell { sheet, text, .. } = &seen.told[0].place else {
        panic!("{:?}", seen.told[0].place);
    };
    assert_eq!(sheet.as_deref(), Some("Kết quả"));
    assert_eq!(text.as_deref(), Some("2021-02-01"));
}

#[test]
fn a_cell_at_the_far_end_takes_no_room() {
    let far = "<row r=\"1048576\"><c r=\"XFD1048576\"><v>1</v></c></row>";
    let rows = [
        row(1, &HEAD),
        row(2, &["III.4", "082", "2021-H1", "=1", "=2"]),
    ];
    let seen = read(&workbook(&(rows.concat() + far), ""));
    assert_eq!((seen.told.len(), seen.counted.len()), (0, 1));
}
