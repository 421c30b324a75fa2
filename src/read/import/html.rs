//! HTML: paragraphs and tables, in whatever state a page was saved.

use std::path::Path;

use html5gum::emitters::default::DefaultEmitter;
use html5gum::{Token, Tokenizer};

use super::assembly::{Assembly, Down};
use super::manuscript::Manuscript;

/// The manuscript of a page, and whether all of it was read.
pub(super) fn read(path: &Path, text: &str) -> (Manuscript, bool) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let mut page = Page {
        assembly: Assembly::new(path),
        unseen: None,
    };
    // A page may say in its style that its line breaks are shown, as papi's own do.
    let keeps_lines =
        text.contains("white-space:pre-line") || text.contains("white-space: pre-line");
    for token in Tokenizer::new_with_emitter(text, emitter) {
        match token {
            Ok(Token::StartTag(tag)) => {
                let number = |name: &str| {
                    let value = tag.attributes.get(name.as_bytes())?;
                    String::from_utf8_lossy(value).trim().parse::<usize>().ok()
                };
                let name = String::from_utf8_lossy(&tag.name);
                page.start(&name, number("colspan"), number("rowspan"));
            }
            Ok(Token::EndTag(tag)) => page.end(&String::from_utf8_lossy(&tag.name)),
            Ok(Token::String(words)) if page.unseen.is_none() => {
                // Line breaks of the file are no line breaks of the page.
                let words = String::from_utf8_lossy(&words).replace(['\r', '\t'], " ");
                if keeps_lines && page.assembly.is_in_cell() {
                    page.assembly.text(&words);
                } else {
                    page.assembly.text(&words.replace('\n', " "));
                }
            }
            Ok(_) => {}
            Err(never) => match never {},
        }
    }
    let (manuscript, is_cut) = page.assembly.finish();
    (manuscript, !is_cut)
}

struct Page {
    assembly: Assembly,
    /// The element whose text is not shown.
    unseen: Option<String>,
}

impl Page {
    fn start(&mut self, name: &str, columns: Option<usize>, rows: Option<usize>) {
        match name {
            "script" | "style" | "title" | "noscript" | "template" => {
                self.unseen.get_or_insert_with(|| name.to_owned());
            }
            "table" => self.assembly.start_table(None),
            "tr" => self.assembly.start_row(0, 1),
            "td" | "th" => {
                let rows = rows.filter(|rows| *rows > 0).unwrap_or(1);
                self.assembly
                    .start_cell(columns.unwrap_or(1), Down::Rows(rows));
            }
            "br" => self.assembly.line(),
            "li" => {
                self.assembly.end_paragraph();
                self.assembly.text("- ");
            }
            name if is_block(name) => self.assembly.end_paragraph(),
            _ => {}
        }
    }

    fn end(&mut self, name: &str) {
        if self.unseen.as_deref() == Some(name) {
            self.unseen = None;
        }
        match name {
            "table" => self.assembly.end_table(),
            "td" | "th" => self.assembly.end_cell(),
            name if is_block(name) || name == "li" => self.assembly.end_paragraph(),
            _ => {}
        }
    }
}

fn is_block(name: &str) -> bool {
    matches!(
        name,
        "p" | "div"
            | "h1"
            | "h2"
            | "h3"
            | "h4"
            | "h5"
            | "h6"
            | "ul"
            | "ol"
            | "section"
            | "article"
            | "body"
            | "blockquote"
            | "caption"
            | "hr"
            | "pre"
            | "header"
            | "footer"
    )
}
