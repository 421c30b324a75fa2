//! Tables of a document as CSV for spreadsheets.

use super::shown::{seen_columns, shown};
use super::visible;
use crate::lang::Lang;
use crate::table::{Block, Cell, Document, Row, Table, Value};

/// Spreadsheets take a CSV for UTF-8 only when it begins so.
const BYTE_ORDER_MARK: &[u8] = b"\xEF\xBB\xBF";

/// The tables of `document` as CSV with a byte-order mark, `delimiter` between cells and
/// a blank line between tables; headings and sentences stay out of it.
///
/// Heads and numbers follow the language; days are ISO in both, because a spreadsheet
/// would read `05/7/2021` by its own country. A section is a row with its number and
/// title in the first two columns.
///
/// No cell of words is ever a formula. A bullet (`- `, `+ ` at the beginning) is set in by
/// a no-break space, which a reader sees as nothing but the bullet; any other cell that
/// begins with `=`, `+`, `-`, `@`, a tab, a carriage return or a full-width form of these
/// begins with an apostrophe, as one would type it. Numbers of papi's own stay numbers.
#[must_use]
pub fn document(document: &Document, lang: Lang, delimiter: u8) -> Vec<u8> {
    let mut bytes = BYTE_ORDER_MARK.to_vec();
    let mut tables = Vec::new();
    collect(document, &mut tables);
    for (at, table) in tables.into_iter().enumerate() {
        if at > 0 {
            bytes.extend_from_slice(b"\r\n");
        }
        bytes.extend(written(table, lang, delimiter));
    }
    bytes
}

fn collect<'a>(document: &'a Document, tables: &mut Vec<&'a Table>) {
    for block in &document.blocks {
        match block {
            Block::Table(table) => tables.push(table),
            Block::Parts { parts, .. } => {
                for part in parts {
                    collect(part, tables);
                }
            }
            Block::Line(_) | Block::Facts(_) | Block::Letterhead(_) | Block::Signature(_) => {}
        }
    }
}

fn written(table: &Table, lang: Lang, delimiter: u8) -> Vec<u8> {
    let mut writer = csv::WriterBuilder::new()
        .delimiter(delimiter)
        .terminator(csv::Terminator::CRLF)
        .flexible(true)
        .from_writer(Vec::new());
    let seen = seen_columns(table);
    let heads = seen
        .iter()
        .map(|&at| words(table.columns[at].head.in_lang(lang)));
    let mut records = vec![heads.collect()];
    records.extend(table.rows.iter().map(|row| record(row, &seen, lang)));
    for record in records {
        writer
            .write_record(&record)
            .expect("writing to memory does not fail");
    }
    writer
        .into_inner()
        .expect("flushing to memory does not fail")
}

fn record(row: &Row, seen: &[usize], lang: Lang) -> Vec<String> {
    match row {
        Row::Cells(cells) | Row::Total(cells) => {
            let text = |&at: &usize| {
                cells
                    .get(at)
                    .map_or_else(String::new, |cell| cell_text(cell, lang))
            };
            seen.iter().map(text).collect()
        }
        Row::Section {
            no,
            title,
            depth: _,
        } => {
            let title = title.in_lang(lang);
            let mut cells = match seen.len() {
                1 => vec![words(format!("{no} {title}").trim())],
                _ => vec![words(no), words(title)],
            };
            cells.resize(seen.len(), String::new());
            cells
        }
    }
}

fn cell_text(cell: &Cell, lang: Lang) -> String {
    match &cell.value {
        Value::Day(day) | Value::Due(day) => day.to_string(),
        Value::Count(_) | Value::Number(..) | Value::Ratio(..) => {
            shown(&cell.value, lang).into_owned()
        }
        value => words(&shown(value, lang)),
    }
}

fn words(text: &str) -> String {
    let guard = match text.chars().next() {
        Some('-' | '+') if text[1..].starts_with(' ') => "\u{a0}",
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠') => "'",
        _ => "",
    };
    format!("{guard}{}", visible::lines(text))
}

#[cfg(test)]
mod tests {
    use super::super::sample::appendix;
    use super::*;

    fn text(delimiter: u8) -> String {
        String::from_utf8(document(&appendix(), Lang::Vi, delimiter)).expect("UTF-8")
    }

    #[test]
    fn a_csv_begins_with_its_mark_and_its_heads() {
        let text = text(b';');
        assert!(text.starts_with("\u{feff}Stt;Nội dung/Nhiệm vụ;Chỉ tiêu;"));
        assert!(text.contains("\r\nII;Chỉ số nội dung 2: Công khai minh bạch;;;;;;\r\n"));
        assert!(text.contains("\r\n05;Kiểm tra"));
    }

    #[test]
    fn no_cell_is_a_formula_and_bullets_stay() {
        let text = text(b',');
        assert!(text.contains(",\"'=CMD(\"\"x\"\") | ␛[31m<b>\","), "{text}");
        assert!(text.contains("\"\u{a0}- Kế hoạch kiểm tra\n- Báo cáo kết quả\""));
        assert_eq!(words("-5"), "'-5");
        assert_eq!(words("+ Sở Nội vụ"), "\u{a0}+ Sở Nội vụ");
        assert_eq!(words("\t=1"), "' =1");
        assert_eq!(words("＝1"), "'＝1");
    }

    #[test]
    fn numbers_stay_numbers_and_days_are_iso() {
        let text = text(b';');
        assert!(text.contains(";2021-09-30;5,5 điểm;-7\r\n"), "{text}");
        assert!(text.contains(";\"29,61%\"\r\n") || text.contains(";29,61%\r\n"));
    }
}
