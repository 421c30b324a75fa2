//! ODS: the sheets of `content.xml`, as they are shown. Read here and not by
//! `calamine`, which sets up every cell of the rectangle that a file claims to fill.

use std::path::Path;

use super::archive::Archive;
use super::assembly::{Assembly, Down};
use super::manuscript::Manuscript;
use super::markup::{Markup, attribute, each, number};

/// More spaces in a row than this are not shown.
const MOST_SPACES: usize = 100;

/// What is not part of the table as it is shown: comments, drawings, and what lies
/// hidden under merged cells.
const SKIPPED: [&str; 4] = [
    "annotation",
    "tracked-changes",
    "shapes",
    "covered-table-cell",
];

/// The manuscript of an ODS file, and whether it was read to its end; `None` where the
/// archive holds none.
pub(super) fn read(path: &Path, archive: &mut Archive) -> Option<(Manuscript, bool)> {
    let text = archive.text("content.xml")?;
    let mut assembly = Assembly::new(path);
    let (mut in_text, mut skipped) = (0_usize, 0_usize);
    let (mut repeated, mut rows) = (1, 1);
    let is_whole = each(&text, |markup| match markup {
        Markup::Start(name, tag) => {
            if skipped > 0 || SKIPPED.contains(&name) {
                skipped += 1;
                return;
            }
            match name {
                "table" => assembly.start_table(attribute(tag, "name").as_deref()),
                "table-row" => {
                    rows = number(tag, "number-rows-repeated").unwrap_or(1);
                    assembly.start_row(0, rows);
                }
                "table-cell" => {
                    repeated = number(tag, "number-columns-repeated").unwrap_or(1);
                    let down = number(tag, "number-rows-spanned").unwrap_or(1);
                    let width = number(tag, "number-columns-spanned").unwrap_or(1);
                    assembly.start_cell(width, Down::Rows(down));
                }
                "p" | "h" => in_text += 1,
                "s" => {
                    let spaces = number(tag, "c").unwrap_or(1).min(MOST_SPACES);
                    assembly.text(&" ".repeat(spaces));
                }
                "tab" => assembly.text("\t"),
                "line-break" => assembly.line(),
                _ => {}
            }
        }
        Markup::End(name) => {
            if skipped > 0 {
                skipped -= 1;
                return;
            }
            match name {
                "table" => assembly.end_table(),
                "table-row" => assembly.end_row(rows),
                "table-cell" => assembly.end_cell_repeated(repeated),
                "p" | "h" => {
                    in_text = in_text.saturating_sub(1);
                    assembly.end_paragraph();
                }
                _ => {}
            }
        }
        Markup::Text(words) => {
            if in_text > 0 && skipped == 0 {
                assembly.text(words);
            }
        }
    });
    let (manuscript, is_cut) = assembly.finish();
    Some((manuscript, is_whole && !is_cut))
}
