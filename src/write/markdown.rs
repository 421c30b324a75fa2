//! Documents as Markdown, as GitHub reads it.

use super::shown::{seen_columns, shown};
use super::visible;
use crate::lang::{Lang, Text};
use crate::table::{Align, Block, Cell, Column, Document, Fact, Line, Row, Table};

/// `document` as Markdown: the first heading as one, the others as sentences below it,
/// tables with `|`, line breaks in cells as `<br>`, nothing of the text taken for
/// Markdown or HTML.
#[must_use]
pub fn document(document: &Document, lang: Lang) -> String {
    let mut page = Page {
        text: String::new(),
        lang,
    };
    page.document(document, 1);
    page.text
}

struct Page {
    text: String,
    lang: Lang,
}

impl Page {
    fn document(&mut self, document: &Document, level: usize) {
        for (at, heading) in document.headings.iter().enumerate() {
            let words = self.said(heading);
            match at {
                0 => self.paragraph(&format!("{} {words}", "#".repeat(level.min(6)))),
                _ => self.paragraph(&begun(&words)),
            }
        }
        let mut in_list = false;
        for block in &document.blocks {
            let continues = in_list;
            in_list = false;
            match block {
                Block::Line(line) if line.depth > 0 => {
                    in_list = true;
                    self.item(line, continues);
                }
                Block::Line(line) => {
                    let words = self.said(&line.words);
                    self.paragraph(&begun(&words));
                }
                Block::Letterhead(_) | Block::Signature(_) => {}
                Block::Facts(facts) => self.facts(facts),
                Block::Table(table) => self.table(table, level),
                Block::Parts { parts, .. } => {
                    for part in parts {
                        // Under no heading of its own, parts begin at the top.
                        self.document(part, level + usize::from(!document.headings.is_empty()));
                    }
                }
            }
        }
    }

    fn item(&mut self, line: &Line, continues: bool) {
        if !continues {
            self.gap();
        }
        let words = self.said(&line.words);
        self.text.push_str(&"  ".repeat(line.depth - 1));
        self.text.push_str("- ");
        self.text.push_str(&begun(&words));
        self.text.push('\n');
    }

    fn facts(&mut self, facts: &[Fact]) {
        let labelled = facts
            .iter()
            .filter_map(|fact| Some((fact.label.as_ref()?, &fact.value)));
        for (at, (label, value)) in labelled.enumerate() {
            if at == 0 {
                self.gap();
            }
            let label = self.said(label);
            let value = cell_text(&shown(value, self.lang));
            let item = format!("- {label}: {value}\n");
            self.text.push_str(&item);
        }
    }

    fn table(&mut self, table: &Table, level: usize) {
        if let Some(title) = &table.title {
            let title = self.said(title);
            self.paragraph(&format!("{} {title}", "#".repeat((level + 1).min(6))));
        }
        self.gap();
        let seen = seen_columns(table);
        if seen.is_empty() {
            return;
        }
        let columns = || seen.iter().map(|&at| &table.columns[at]);
        self.row(
            columns()
                .map(|column| cell_text(column.head.in_lang(self.lang)))
                .collect(),
        );
        self.row(columns().map(|column| rule(column).to_owned()).collect());
        for row in &table.rows {
            let cells = match row {
                Row::Cells(cells) => self.cells(cells, &seen),
                Row::Total(cells) => self.cells(cells, &seen).into_iter().map(strong).collect(),
                Row::Section {
                    no,
                    title,
                    depth: _,
                } => {
                    let title = self.said(title);
                    section(strong(cell_text(no)), strong(title), seen.len())
                }
            };
            self.row(cells);
        }
    }

    fn cells(&self, cells: &[Cell], seen: &[usize]) -> Vec<String> {
        let text = |&at: &usize| {
            cells.get(at).map_or_else(String::new, |cell| {
                cell_text(&shown(&cell.value, self.lang))
            })
        };
        seen.iter().map(text).collect()
    }

    fn row(&mut self, cells: Vec<String>) {
        for cell in cells {
            self.text.push_str("| ");
            self.text.push_str(&cell);
            self.text.push(' ');
        }
        self.text.push_str("|\n");
    }

    fn said(&self, text: &Text) -> String {
        escaped(&visible::one_line(text.in_lang(self.lang)))
    }

    fn paragraph(&mut self, words: &str) {
        self.gap();
        self.text.push_str(words);
        self.text.push('\n');
    }

    fn gap(&mut self) {
        if !self.text.is_empty() {
            self.text.push('\n');
        }
    }
}

/// A section as a row of its own: number and title in the first two columns.
fn section(no: String, title: String, columns: usize) -> Vec<String> {
    let mut cells = match columns {
        1 => vec![format!("{no} {title}").trim().to_owned()],
        _ => vec![no, title],
    };
    cells.resize(columns, String::new());
    cells
}

fn rule(column: &Column) -> &'static str {
    match column.align {
        Align::Left => "---",
        Align::Centre => ":-:",
        Align::Right => "--:",
    }
}

fn strong(words: String) -> String {
    if words.is_empty() {
        words
    } else {
        format!("**{words}**")
    }
}

fn cell_text(text: &str) -> String {
    escaped(&visible::lines(text)).trim().replace('\n', "<br>")
}

/// `text` with every character that Markdown or HTML would take for its own escaped.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 8);
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '#' | '$' => {
                out.extend(['\\', letter]);
            }
            _ => out.push(letter),
        }
    }
    out
}

/// `words` at the beginning of a line, where `-`, `+`, `=` and `1.` would begin
/// something.
fn begun(words: &str) -> String {
    let words = words.trim_start();
    if words.starts_with(['-', '+', '=']) {
        return format!("\\{words}");
    }
    let digits = words.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 && words[digits..].starts_with(['.', ')']) {
        return format!("{}\\{}", &words[..digits], &words[digits..]);
    }
    words.to_owned()
}

#[cfg(test)]
mod tests {
    use super::super::sample::appendix;
    use super::*;

    #[test]
    fn an_appendix_is_a_table_of_github() {
        let text = document(&appendix(), Lang::Vi);
        let lines: Vec<&str> = text.lines().collect();
        assert_eq!(lines[0], "# Phụ lục");
        assert!(lines.contains(&"- Sở Nội vụ chưa gửi báo cáo 6 tháng đầu năm 2021."));
        assert!(lines.contains(&"- Ngày: 05/7/2021"));
        assert!(lines.contains(&"| :-: | --- | --- | --- | --- | --- | --- | --: |"));
        assert!(lines.contains(
            &"| **II** | **Chỉ số nội dung 2: Công khai minh bạch** |  |  |  |  |  |  |"
        ));
        assert!(text.contains("| - Kế hoạch kiểm tra<br>- Báo cáo kết quả | 29,61% |"));
        assert!(text.contains("| **2** |"));
    }

    #[test]
    fn nothing_in_a_cell_is_taken_for_markdown_or_html() {
        let text = document(&appendix(), Lang::Vi);
        assert!(text.contains(r#"=CMD("x") \| ␛\[31m&lt;b&gt;"#), "{text}");
    }

    #[test]
    fn a_sentence_never_begins_a_list() {
        assert_eq!(begun("1. Đẩy mạnh"), "1\\. Đẩy mạnh");
        assert_eq!(begun("- Kế hoạch"), "\\- Kế hoạch");
    }
}
