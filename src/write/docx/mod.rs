//! Documents for Word, the parts of the file written by hand.

mod official;
mod paragraph;

use std::io::{Cursor, Write};

use zip::ZipWriter;
use zip::result::ZipResult;
use zip::write::SimpleFileOptions;

use self::paragraph::{
    BOLD, BOLD_CAPITALS, ITALIC, KEEP_NEXT, Manner, NEW_PAGE, SECTION_TITLE, xml,
};
use super::paper::{self, Sentence, Sheet, cell_text};
use super::shown::seen_columns;
use super::visible;
use crate::lang::Lang;
use crate::table::{Align, Cell, Document, Row, Table, Tone};

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The parts that are the same in every document.
const PARTS: [(&str, &str); 5] = [
    ("[Content_Types].xml", include_str!("content_types.xml")),
    ("_rels/.rels", include_str!("rels.xml")),
    (
        "word/_rels/document.xml.rels",
        include_str!("document_rels.xml"),
    ),
    ("word/styles.xml", include_str!("styles.xml")),
    ("word/header1.xml", include_str!("header.xml")),
];

/// The end of the body: a landscape A4, its page number in the head from the second on.
const SECTION: &str = include_str!("section.xml");

/// `document` as the bytes of a DOCX file: A4 in Times New Roman, landscape where it has
/// tables, three heading lines as an appendix has them, tables whose head is repeated on
/// each page and whose rows stay whole. The same document gives the same bytes.
///
/// # Errors
///
/// When the file would be larger than the container can be.
pub fn document(document: &Document, lang: Lang) -> ZipResult<Vec<u8>> {
    let sheets = paper::sheets(document, lang);
    let mut body = Body {
        xml: String::new(),
        lang,
    };
    for (at, sheet) in sheets.iter().enumerate() {
        let new_page = at > 0 && !sheet.headings.is_empty();
        body.sheet(sheet, new_page);
    }
    let text = format!(
        "{DECLARATION}<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
         xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">\
         <w:body>{}{}</w:body></w:document>",
        body.xml,
        section(&sheets)
    );
    let title = sheets[0].headings.join(" – ");
    let mut file = ZipWriter::new(Cursor::new(Vec::new()));
    // A fixed time: the same document gives the same bytes.
    let options = SimpleFileOptions::default().last_modified_time(zip::DateTime::default());
    for (name, part) in PARTS {
        file.start_file(name, options)?;
        file.write_all(format!("{DECLARATION}{part}").as_bytes())?;
    }
    file.start_file("docProps/core.xml", options)?;
    file.write_all(core(&title, lang).as_bytes())?;
    file.start_file("word/document.xml", options)?;
    file.write_all(text.as_bytes())?;
    Ok(file.finish()?.into_inner())
}

/// The end of the body: landscape, or upright where there are no tables to hold.
fn section(sheets: &[Sheet]) -> String {
    let section = SECTION.trim();
    if sheets.iter().any(|sheet| sheet.table.is_some()) {
        return section.to_owned();
    }
    section.replace(
        "<w:pgSz w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"/>",
        "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>",
    )
}

fn core(title: &str, lang: Lang) -> String {
    let properties = include_str!("core.xml").trim();
    let properties = properties.replace("{lang}", lang.code());
    format!(
        "{DECLARATION}{}",
        properties.replace("{title}", &xml(title))
    )
}

struct Body {
    xml: String,
    lang: Lang,
}

impl Body {
    fn sheet(&mut self, sheet: &Sheet, new_page: bool) {
        if let Some(letterhead) = sheet.letterhead {
            self.letterhead(letterhead);
        }
        for (at, heading) in sheet.headings.iter().enumerate() {
            let paragraph = if new_page && at == 0 {
                NEW_PAGE
            } else {
                KEEP_NEXT
            };
            let letters = match at {
                0 => BOLD,
                1 => BOLD_CAPITALS,
                2 => ITALIC,
                _ => "",
            };
            let align = Align::Centre;
            self.paragraph(
                heading,
                Manner {
                    paragraph,
                    letters,
                    align,
                    ..Manner::TEXT
                },
            );
        }
        self.sentences(&sheet.above);
        if let Some(table) = sheet.table {
            if let Some(title) = &table.title {
                let manner = Manner {
                    paragraph: KEEP_NEXT,
                    letters: BOLD,
                    ..Manner::TEXT
                };
                self.paragraph(&visible::one_line(title.in_lang(self.lang)), manner);
            } else if !sheet.headings.is_empty() {
                self.paragraph(
                    "",
                    Manner {
                        paragraph: KEEP_NEXT,
                        ..Manner::TEXT
                    },
                );
            }
            self.table(table);
            // Word wants a paragraph after a table.
            self.paragraph("", Manner::TEXT);
        }
        self.sentences(&sheet.below);
        if let Some(signature) = sheet.signature {
            self.signature(signature);
        }
    }

    fn sentences(&mut self, sentences: &[Sentence]) {
        for sentence in sentences {
            let letters = match sentence.tone {
                Tone::Strong | Tone::Bad => BOLD,
                Tone::Faint => ITALIC,
                Tone::Plain | Tone::Good | Tone::Caution => "",
            };
            let manner = Manner {
                letters,
                indent: sentence.depth,
                ..Manner::TEXT
            };
            self.paragraph(&sentence.words, manner);
        }
    }

    fn table(&mut self, table: &Table) {
        let seen = seen_columns(table);
        if seen.is_empty() {
            return;
        }
        // A twip is a twentieth of a point, a width a tenth.
        let widths: Vec<usize> = paper::column_widths(table, self.lang)
            .iter()
            .map(|width| width * 2)
            .collect();
        let whole: usize = widths.iter().sum();
        self.add(&format!("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"));
        for width in &widths {
            self.add(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.add("</w:tblGrid>");
        let head = Manner {
            align: Align::Centre,
            letters: BOLD,
            ..Manner::CELL
        };
        self.row_begins(true);
        for (place, &at) in seen.iter().enumerate() {
            let words = visible::lines(table.columns[at].head.in_lang(self.lang)).into_owned();
            self.cell(&words, widths[place], 1, true, head);
        }
        self.add("</w:tr>");
        for row in &table.rows {
            match row {
                Row::Cells(cells) => self.cells(table, cells, &seen, &widths, ""),
                Row::Total(cells) => self.cells(table, cells, &seen, &widths, BOLD),
                Row::Section {
                    no,
                    title,
                    depth: _,
                } => self.section(no, title.in_lang(self.lang), &widths),
            }
        }
        self.add("</w:tbl>");
    }

    fn cells(
        &mut self,
        table: &Table,
        cells: &[Cell],
        seen: &[usize],
        widths: &[usize],
        letters: &'static str,
    ) {
        self.row_begins(false);
        for (place, &at) in seen.iter().enumerate() {
            let manner = Manner {
                align: table.columns[at].align,
                letters,
                ..Manner::CELL
            };
            self.cell(
                &cell_text(cells.get(at), self.lang),
                widths[place],
                1,
                false,
                manner,
            );
        }
        self.add("</w:tr>");
    }

    fn section(&mut self, no: &str, title: &str, widths: &[usize]) {
        let gap = if no.is_empty() { "" } else { ". " };
        let words = format!("{}{gap}{}", visible::one_line(no), visible::lines(title));
        let manner = Manner {
            paragraph: SECTION_TITLE,
            letters: BOLD,
            ..Manner::CELL
        };
        self.row_begins(false);
        self.cell(&words, widths.iter().sum(), widths.len(), false, manner);
        self.add("</w:tr>");
    }

    fn row_begins(&mut self, is_head: bool) {
        let head = if is_head { "<w:tblHeader/>" } else { "" };
        self.add(&format!("<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>"));
    }

    fn cell(&mut self, words: &str, width: usize, span: usize, centred: bool, manner: Manner) {
        self.add(&format!(
            "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/>"
        ));
        if span > 1 {
            self.add(&format!("<w:gridSpan w:val=\"{span}\"/>"));
        }
        self.add(if centred {
            "<w:vAlign w:val=\"center\"/></w:tcPr>"
        } else {
            "</w:tcPr>"
        });
        for line in words.split('\n') {
            self.paragraph(line, manner);
        }
        self.add("</w:tc>");
    }

    fn paragraph(&mut self, words: &str, manner: Manner) {
        manner.write(words, &mut self.xml);
    }

    fn add(&mut self, xml: &str) {
        self.xml.push_str(xml);
    }
}

#[cfg(test)]
mod tests;
