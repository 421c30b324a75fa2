//! The head and the end of an official document (Nghị định 30/2020/NĐ-CP), with the
//! places to be filled in left blank.

use super::Body;
use super::paragraph::{BOLD, BOLD_ITALIC, ITALIC, KEEP_NEXT, Manner, UNDERLINED_BOLD};
use crate::lang::Text;
use crate::say;
use crate::table::{Align, Letterhead, Signature};
use crate::write::paper::PAGE_WIDTH;
use crate::write::visible;

/// A line of a cell without borders: its words, letters and size in points.
type Line = (String, &'static str, usize);

impl Body {
    /// The agency and the number at the left, the country and the day at the right.
    pub(super) fn letterhead(&mut self, letterhead: &Letterhead) {
        let kind = letterhead.kind;
        let year = letterhead
            .year
            .map_or_else(|| "……".to_owned(), |year| year.to_string());
        let mut left: Vec<Line> = Vec::new();
        left.extend(
            letterhead
                .above
                .as_ref()
                .map(|above| (self.capitals(above), "", 13)),
        );
        left.push((self.capitals(&letterhead.agency), UNDERLINED_BOLD, 13));
        let number = say! { vi: "Số:          /{kind}-……", en: "No.:          /{kind}-……" };
        left.push((self.said(&number), "", 13));
        let country = say! {
            vi: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            en: "SOCIALIST REPUBLIC OF VIET NAM"
        };
        let motto = say! {
            vi: "Độc lập - Tự do - Hạnh phúc",
            en: "Independence - Freedom - Happiness"
        };
        let day = say! {
            vi: "……………, ngày …… tháng …… năm {year}",
            en: "……………, day …… month …… {year}"
        };
        let right = vec![
            (self.said(&country), BOLD, 13),
            (self.said(&motto), UNDERLINED_BOLD, 14),
            (self.said(&day), ITALIC, 13),
        ];
        self.sides([&left, &right], Align::Centre);
        self.paragraph("", Manner::TEXT);
    }

    /// To whom it goes at the left, room to sign at the right.
    pub(super) fn signature(&mut self, signature: &Signature) {
        let mut left: Vec<Line> = vec![(
            self.said(&say! { vi: "Nơi nhận:", en: "To:" }),
            BOLD_ITALIC,
            12,
        )];
        let last = signature.recipients.len().saturating_sub(1);
        for (at, recipient) in signature.recipients.iter().enumerate() {
            let end = if at == last { "." } else { ";" };
            left.push((format!("- {}{end}", self.said(recipient)), "", 11));
        }
        let title = say! { vi: "THỦ TRƯỞNG ĐƠN VỊ", en: "HEAD OF THE AGENCY" };
        let how = say! {
            vi: "(Chữ ký, dấu của cơ quan, họ và tên)",
            en: "(Signature, seal, full name)"
        };
        let mut right = vec![(self.said(&title), BOLD, 13), (self.said(&how), ITALIC, 13)];
        right.extend((0..4).map(|_| (String::new(), "", 13)));
        right.push(("……………………………".to_owned(), BOLD, 13));
        self.paragraph("", Manner::TEXT);
        self.sides([&left, &right], Align::Left);
        // Word wants a paragraph after a table.
        self.paragraph("", Manner::TEXT);
    }

    /// Two cells beside each other without borders, the right one centred.
    fn sides(&mut self, sides: [&[Line]; 2], left: Align) {
        let whole = PAGE_WIDTH * 2;
        let widths = [whole * 2 / 5, whole - whole * 2 / 5];
        self.add(&format!(
            "<w:tbl><w:tblPr><w:tblW w:w=\"{whole}\" w:type=\"dxa\"/><w:tblLayout w:type=\"fixed\"/></w:tblPr><w:tblGrid>"
        ));
        for width in widths {
            self.add(&format!("<w:gridCol w:w=\"{width}\"/>"));
        }
        self.add("</w:tblGrid>");
        self.row_begins(false);
        for ((lines, width), align) in sides.into_iter().zip(widths).zip([left, Align::Centre]) {
            self.add(&format!(
                "<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr>"
            ));
            for (words, letters, size) in lines {
                let manner = Manner {
                    paragraph: KEEP_NEXT,
                    letters,
                    align,
                    size: *size,
                    ..Manner::TEXT
                };
                self.paragraph(words, manner);
            }
            self.add("</w:tc>");
        }
        self.add("</w:tr></w:tbl>");
    }

    fn said(&self, text: &Text) -> String {
        visible::one_line(text.in_lang(self.lang)).into_owned()
    }

    fn capitals(&self, text: &Text) -> String {
        self.said(text).to_uppercase()
    }
}
