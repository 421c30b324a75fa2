//! DOCX: the paragraphs and tables of `word/document.xml`. Macros, pictures, headers
//! and what was deleted under track changes are not looked at.

use std::path::Path;

use super::archive::Archive;
use super::assembly::{Assembly, Down};
use super::lists::Lists;
use super::manuscript::Manuscript;
use super::markup::{Markup, attribute, each, number};

/// The manuscript of a DOCX file, and whether it was read to its end; `None` where the
/// archive holds no document.
pub(super) fn read(path: &Path, archive: &mut Archive) -> Option<(Manuscript, bool)> {
    let text = archive.text("word/document.xml")?;
    let numbering = archive.text("word/numbering.xml").unwrap_or_default();
    let mut document = Document {
        assembly: Assembly::new(path),
        lists: Lists::of(&numbering),
        in_text: false,
        in_run: false,
        in_properties: false,
        skipped: 0,
        cells: Vec::new(),
        list: None,
        level: 0,
    };
    let is_whole = each(&text, |markup| match markup {
        Markup::Start(name, tag) => document.start(name, tag),
        Markup::End(name) => document.end(name),
        Markup::Text(words) if document.in_text => document.assembly.text(words),
        Markup::Text(_) => {}
    });
    let (manuscript, is_cut) = document.assembly.finish();
    Some((manuscript, is_whole && !is_cut))
}

/// What is said twice, or no longer: Word writes a text box again for programs of old,
/// and keeps what was moved and how things were set before.
const SKIPPED: [&str; 7] = [
    "Fallback",
    "moveFrom",
    "pPrChange",
    "tblPrChange",
    "trPrChange",
    "tcPrChange",
    "rPrChange",
];

struct Document {
    assembly: Assembly,
    lists: Lists,
    in_text: bool,
    in_run: bool,
    /// Inside `w:numPr`.
    in_properties: bool,
    /// How deep inside what is said twice or not at all.
    skipped: usize,
    /// For each open table, the cell whose properties are being read.
    cells: Vec<Cell>,
    list: Option<String>,
    level: usize,
}

#[derive(Clone, Copy)]
struct Cell {
    width: usize,
    down: Down,
    before: usize,
    has_row: bool,
    has_begun: bool,
}

impl Cell {
    const NEW: Self = Self {
        width: 1,
        down: Down::Begins,
        before: 0,
        has_row: false,
        has_begun: false,
    };
}

impl Document {
    fn start(&mut self, name: &str, tag: &quick_xml::events::BytesStart) {
        if self.skipped > 0 || SKIPPED.contains(&name) {
            self.skipped += 1;
            return;
        }
        match name {
            "tbl" => {
                self.begin_cell();
                self.assembly.start_table(None);
                self.cells.push(Cell::NEW);
            }
            "tr" => self.set(|cell| *cell = Cell::NEW),
            "gridBefore" => {
                let before = number(tag, "val").unwrap_or(0);
                self.set(|cell| cell.before = before);
            }
            "tc" => {
                if let Some(cell) = self.cells.last_mut() {
                    if !cell.has_row {
                        self.assembly.start_row(cell.before, 1);
                    }
                    *cell = Cell {
                        has_row: true,
                        ..Cell::NEW
                    };
                }
            }
            "gridSpan" => {
                let width = number(tag, "val").unwrap_or(1);
                self.set(|cell| cell.width = width);
            }
            "vMerge" => {
                let down = match attribute(tag, "val").as_deref() {
                    Some("restart") => Down::Begins,
                    _ => Down::Continues,
                };
                self.set(|cell| cell.down = down);
            }
            "p" => self.begin_cell(),
            "numPr" => self.in_properties = true,
            "numId" if self.in_properties => self.list = attribute(tag, "val"),
            "ilvl" if self.in_properties => self.level = number(tag, "val").unwrap_or(0),
            "r" => {
                self.in_run = true;
                self.say_number();
            }
            "t" => self.in_text = true,
            "tab" if self.in_run => self.assembly.text("\t"),
            "br" | "cr" if self.in_run => self.assembly.line(),
            "noBreakHyphen" => self.assembly.text("-"),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.skipped > 0 {
            self.skipped -= 1;
            return;
        }
        match name {
            "tbl" => {
                self.assembly.end_table();
                self.cells.pop();
            }
            "tc" => {
                self.begin_cell();
                self.assembly.end_cell();
            }
            "p" => {
                self.say_number();
                self.assembly.end_paragraph();
            }
            "numPr" => self.in_properties = false,
            "r" => self.in_run = false,
            "t" => self.in_text = false,
            _ => {}
        }
    }

    /// The number that Word shows before the paragraph and does not write in it.
    fn say_number(&mut self) {
        if let Some(list) = self.list.take() {
            let number = self.lists.next(&list, self.level);
            self.assembly.text(&number);
            self.level = 0;
        }
    }

    fn set(&mut self, change: impl FnOnce(&mut Cell)) {
        if let Some(cell) = self.cells.last_mut() {
            change(cell);
        }
    }

    /// Begins the cell once its properties are known.
    fn begin_cell(&mut self) {
        if let Some(cell) = self.cells.last_mut()
            && cell.has_row
            && !cell.has_begun
        {
            cell.has_begun = true;
            self.assembly.start_cell(cell.width, cell.down);
        }
    }
}
