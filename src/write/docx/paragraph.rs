//! Paragraphs of Word.

use std::fmt::Write;

use quick_xml::escape::escape;

use crate::table::Align;
use crate::write::paper::{CELL_SIZE, TEXT_SIZE};

/// A paragraph that stays with the next on one page.
pub(super) const KEEP_NEXT: &str = "<w:keepNext/>";
/// The same at the head of a page.
pub(super) const NEW_PAGE: &str = "<w:keepNext/><w:pageBreakBefore/>";
/// A cell's paragraph, a little apart from the lines above and below.
const IN_CELL: &str = "<w:spacing w:before=\"20\" w:after=\"20\"/>";
/// The same, staying with the row below.
pub(super) const SECTION_TITLE: &str = "<w:keepNext/><w:spacing w:before=\"20\" w:after=\"20\"/>";

/// Bold letters.
pub(super) const BOLD: &str = "<w:b/>";
/// Bold capitals.
pub(super) const BOLD_CAPITALS: &str = "<w:b/><w:caps/>";
/// Bold italic letters.
pub(super) const BOLD_ITALIC: &str = "<w:b/><w:i/>";
/// Bold letters over a line.
pub(super) const UNDERLINED_BOLD: &str = "<w:b/><w:u w:val=\"single\"/>";
/// Italic letters.
pub(super) const ITALIC: &str = "<w:i/>";

/// How a paragraph looks. The order of the properties is the schema's.
#[derive(Clone, Copy)]
pub(super) struct Manner {
    /// Properties of the paragraph.
    pub(super) paragraph: &'static str,
    /// Properties of its letters.
    pub(super) letters: &'static str,
    /// How it stands.
    pub(super) align: Align,
    /// How far it is set in.
    pub(super) indent: usize,
    /// The size of its letters, in points.
    pub(super) size: usize,
}

impl Manner {
    /// A sentence.
    pub(super) const TEXT: Self = Self {
        paragraph: "",
        letters: "",
        align: Align::Left,
        indent: 0,
        size: TEXT_SIZE,
    };

    /// The words of a cell.
    pub(super) const CELL: Self = Self {
        paragraph: IN_CELL,
        size: CELL_SIZE,
        ..Self::TEXT
    };

    /// Writes `words` as a paragraph at the end of `out`.
    pub(super) fn write(self, words: &str, out: &mut String) {
        let align = match self.align {
            Align::Left => "",
            Align::Centre => "<w:jc w:val=\"center\"/>",
            Align::Right => "<w:jc w:val=\"right\"/>",
        };
        let _ = write!(out, "<w:p><w:pPr>{}", self.paragraph);
        if self.indent > 0 {
            let _ = write!(out, "<w:ind w:left=\"{}\"/>", self.indent.min(8) * 360);
        }
        let _ = write!(out, "{align}</w:pPr>");
        if !words.is_empty() {
            let half_points = 2 * self.size;
            let _ = write!(
                out,
                "<w:r><w:rPr>{}<w:sz w:val=\"{half_points}\"/><w:szCs w:val=\"{half_points}\"/></w:rPr>\
                 <w:t xml:space=\"preserve\">{}</w:t></w:r>",
                self.letters,
                xml(words),
            );
        }
        out.push_str("</w:p>");
    }
}

/// Text in XML; what XML has no place for is already visible, but for these two.
pub(super) fn xml(text: &str) -> String {
    escape(text).replace(['\u{fffe}', '\u{ffff}'], "\u{fffd}")
}
