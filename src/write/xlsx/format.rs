//! The formats of cells.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::write::paper::CELL_SIZE;

/// Wrapped text from the top of its cell.
pub(super) fn text_format(size: usize) -> Format {
    Format::new()
        .set_font_name("Times New Roman")
        .set_font_size(u32::try_from(size).unwrap_or(13))
        .set_text_wrap()
        .set_align(FormatAlign::Top)
}

/// The text of a cell of a table.
pub(super) fn bordered() -> Format {
    text_format(CELL_SIZE).set_border(FormatBorder::Thin)
}

/// A width of paper in the pixels by which Excel sets columns, 96 an inch.
pub(super) fn pixels(width: usize) -> u32 {
    u32::try_from(width * 96 / 720).unwrap_or(64)
}
