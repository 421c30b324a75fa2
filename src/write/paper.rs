//! What the paper formats share: the page, the widths of columns and the heights of rows
//! in Times New Roman, and the order in which a document comes.
//!
//! Lengths are in tenths of a point.

use std::sync::LazyLock;

use unicode_normalization::char::decompose_canonical;
use unicode_width::UnicodeWidthChar;

use super::columns::shared;
use super::shown::{seen_columns, shown};
use super::visible;
use super::wrapped::wrapped_by;
use crate::lang::Lang;
use crate::table::{Block, Cell, Document, Fact, Letterhead, Row, Signature, Table, Tone, Value};

/// The size of headings and sentences, in points.
pub(super) const TEXT_SIZE: usize = 13;

/// The size of cells, in points: below the text's, so that eight columns fit.
pub(super) const CELL_SIZE: usize = 12;

/// The width between the margins of a landscape A4: 297 mm less 30 and 20.
pub(super) const PAGE_WIDTH: usize = 7_000;

/// What a cell keeps free of text at its sides, both together.
pub(super) const PADDING: usize = 80;

/// The advance of each ASCII letter from the space on, in thousandths of the size: Times
/// New Roman and the free faces that take its place have the same.
#[rustfmt::skip]
const ADVANCES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278,
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444,
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722,
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500,
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500,
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/// The width of `text` at `size` points, with a little more than is needed: bold letters
/// are wider, and programs round.
pub(super) fn text_width(text: &str, size: usize) -> usize {
    let thousandths: usize = text.chars().map(advance).sum();
    (thousandths * size * 105).div_ceil(100 * 100)
}

/// The width of `text` in bold at `size` points: the widest letters, as `m`, are a
/// seventh wider so.
fn bold_width(text: &str, size: usize) -> usize {
    (text_width(text, size) * 8).div_ceil(7)
}

/// The height of `text` in a width of `room`, at `size` points.
pub(super) fn text_height(text: &str, room: usize, size: usize) -> usize {
    let lines = wrapped_by(text, room, &|text: &str| text_width(text, size)).len();
    lines * line_height(size)
}

/// The height of a line at `size` points as Excel sets it for Times New Roman, 21 pixels
/// for 12 points; `LibreOffice` takes a little less.
fn line_height(size: usize) -> usize {
    (size * 105).div_ceil(8)
}

/// The widths of the seen columns of `table` on the page, padding and all.
pub(super) fn column_widths(table: &Table, lang: Lang) -> Vec<usize> {
    let seen = seen_columns(table);
    let measure = |text: &str| text_width(text, CELL_SIZE);
    let weights = seen.iter().map(|&at| table.columns[at].weight);
    let mut measured = shared(weights, &measure, PAGE_WIDTH / 6);
    let bold = |text: &str| bold_width(text, CELL_SIZE);
    for (place, &at) in seen.iter().enumerate() {
        measured.measure_head(place, table.columns[at].head.in_lang(lang), &bold);
    }
    for row in &table.rows {
        if let Row::Cells(cells) | Row::Total(cells) = row {
            for (place, &at) in seen.iter().enumerate() {
                measured.measure(place, &cell_text(cells.get(at), lang));
            }
        }
    }
    let room = PAGE_WIDTH - (PADDING * seen.len()).min(PAGE_WIDTH / 2);
    let widths = measured.widths(room);
    widths.into_iter().map(|width| width + PADDING).collect()
}

/// The words of a cell, harmless and with its line breaks.
pub(super) fn cell_text(cell: Option<&Cell>, lang: Lang) -> String {
    let value = cell.map_or(&Value::Empty, |cell| &cell.value);
    visible::lines(&shown(value, lang)).into_owned()
}

/// A sentence on paper.
pub(super) struct Sentence {
    /// The words, harmless.
    pub(super) words: String,
    /// How it is to be taken.
    pub(super) tone: Tone,
    /// How far it is set in.
    pub(super) depth: usize,
}

/// A table with what stands over and under it.
#[derive(Default)]
pub(super) struct Sheet<'a> {
    /// The head of an official document.
    pub(super) letterhead: Option<&'a Letterhead>,
    /// The heading lines, the first the most important.
    pub(super) headings: Vec<String>,
    /// The sentences before the table.
    pub(super) above: Vec<Sentence>,
    /// The table, where there is one.
    pub(super) table: Option<&'a Table>,
    /// The sentences after it.
    pub(super) below: Vec<Sentence>,
    /// Where it is signed.
    pub(super) signature: Option<&'a Signature>,
}

/// `document` as sheets: each table with the headings and sentences before it, the last
/// of a part with those after it as well.
pub(super) fn sheets(document: &Document, lang: Lang) -> Vec<Sheet<'_>> {
    let mut sheets = Vec::new();
    collect(document, lang, &mut sheets);
    if sheets.is_empty() {
        sheets.push(Sheet::default());
    }
    sheets
}

fn collect<'a>(document: &'a Document, lang: Lang, sheets: &mut Vec<Sheet<'a>>) {
    let said = |words: &str| visible::one_line(words).into_owned();
    let headings = document.headings.iter();
    let mut sheet = Sheet {
        headings: headings
            .map(|heading| said(heading.in_lang(lang)))
            .collect(),
        ..Sheet::default()
    };
    for block in &document.blocks {
        match block {
            Block::Line(line) => sheet.add(Sentence {
                words: said(line.words.in_lang(lang)),
                tone: line.tone,
                depth: line.depth,
            }),
            Block::Facts(facts) => {
                for Fact { value, label, .. } in facts {
                    if let Some(label) = label {
                        let value = shown(value, lang);
                        sheet.add(Sentence {
                            words: said(&format!("{}: {value}", label.in_lang(lang))),
                            tone: Tone::Plain,
                            depth: 0,
                        });
                    }
                }
            }
            Block::Letterhead(letterhead) => sheet.letterhead = Some(letterhead),
            Block::Signature(signature) => sheet.signature = Some(signature),
            Block::Table(table) => {
                if sheet.table.is_some() {
                    sheets.push(std::mem::take(&mut sheet));
                }
                sheet.table = Some(table);
            }
            Block::Parts { parts, .. } => {
                let done = std::mem::take(&mut sheet);
                sheets.extend((!done.is_empty()).then_some(done));
                for part in parts {
                    collect(part, lang, sheets);
                }
            }
        }
    }
    sheets.extend((!sheet.is_empty()).then_some(sheet));
}

impl Sheet<'_> {
    fn add(&mut self, sentence: Sentence) {
        match self.table {
            Some(_) => self.below.push(sentence),
            None => self.above.push(sentence),
        }
    }

    fn is_empty(&self) -> bool {
        self.headings.is_empty()
            && self.above.is_empty()
            && self.below.is_empty()
            && self.table.is_none()
    }
}

/// The advances of the letters up to the end of Latin Extended Additional, in which
/// Vietnamese lies: looked up, since every letter of a table is measured.
static KNOWN: LazyLock<Vec<usize>> = LazyLock::new(|| {
    let letters = (0..0x1f00_u32).map(|code| char::from_u32(code).unwrap_or(' '));
    letters.map(computed_advance).collect()
});

fn advance(letter: char) -> usize {
    let known = KNOWN.get(letter as usize).copied();
    known.unwrap_or_else(|| computed_advance(letter))
}

fn computed_advance(letter: char) -> usize {
    if letter.is_ascii() {
        let at = (letter as usize).saturating_sub(' ' as usize);
        return ADVANCES.get(at).map_or(0, |&advance| usize::from(advance));
    }
    match letter {
        '\u{31b}' => return 60,
        'đ' | '–' | '“' | '”' => return 500,
        'Đ' => return 722,
        '…' | '—' => return 1_000,
        _ => {}
    }
    let mut base = letter;
    let mut horned = false;
    decompose_canonical(letter, |part| {
        horned |= part == '\u{31b}';
        if part.is_ascii() {
            base = part;
        }
    });
    if base.is_ascii() {
        return computed_advance(base) + if horned { 60 } else { 0 };
    }
    letter.width().unwrap_or(0) * 600
}

#[cfg(test)]
mod tests {
    use super::super::sample::appendix;
    use super::*;

    #[test]
    fn marks_take_no_width_and_both_forms_are_as_wide() {
        assert_eq!(text_width("Sở", 12), text_width("So\u{31b}\u{309}", 12));
        assert_eq!(text_width("ể", 12), text_width("e", 12));
    }

    #[test]
    fn columns_fill_the_page_and_no_more() {
        let document = appendix();
        let sheets = sheets(&document, Lang::Vi);
        let widths = column_widths(sheets[0].table.expect("a table"), Lang::Vi);
        let whole: usize = widths.iter().sum();
        assert!((PAGE_WIDTH - 100..=PAGE_WIDTH).contains(&whole), "{whole}");
    }

    #[test]
    fn every_table_is_a_sheet() {
        let mut document = appendix();
        let part = appendix();
        document
            .blocks
            .push(Block::line(crate::lang::Text::same("Hết.")));
        document.blocks.push(Block::Parts {
            key: "plans",
            parts: vec![part, Document::of(vec![])],
        });
        let sheets = sheets(&document, Lang::Vi);
        assert_eq!(sheets.len(), 2);
        assert_eq!((sheets[0].above.len(), sheets[0].below.len()), (3, 1));
    }
}
