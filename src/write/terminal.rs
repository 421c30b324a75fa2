//! Documents for a terminal of a given width, plain or coloured.

use anstyle::{AnsiColor, Style};

use super::grid;
use super::shown::shown;
use super::visible;
use super::wrapped::wrapped;
use crate::lang::Lang;
use crate::table::{Block, Document, Fact, Line, Table, Tone};

/// How a terminal wants its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Look {
    /// The language.
    pub lang: Lang,
    /// The width in columns.
    pub width: usize,
    /// Whether to colour.
    pub colour: bool,
}

/// `document` as text.
#[must_use]
pub fn document(document: &Document, look: Look) -> String {
    let mut page = Page {
        text: String::new(),
        look,
    };
    page.document(document);
    page.text
}

/// `text` in the colours of `tone`.
pub(super) fn painted(text: &str, tone: Tone, look: Look) -> String {
    let style = style(tone);
    if !look.colour || text.is_empty() || style.is_plain() {
        return text.to_owned();
    }
    format!("{style}{text}{style:#}")
}

fn style(tone: Tone) -> Style {
    match tone {
        Tone::Plain => Style::new(),
        Tone::Strong => Style::new().bold(),
        Tone::Faint => Style::new().dimmed(),
        Tone::Good => AnsiColor::Green.on_default(),
        Tone::Caution => AnsiColor::Yellow.on_default(),
        Tone::Bad => AnsiColor::Red.on_default(),
    }
}

/// The text so far.
struct Page {
    text: String,
    look: Look,
}

impl Page {
    fn document(&mut self, document: &Document) {
        for (at, heading) in document.headings.iter().enumerate() {
            let tone = if at == 0 { Tone::Strong } else { Tone::Plain };
            self.wrap(heading.in_lang(self.look.lang), tone, 0, 0);
        }
        let mut apart = !document.headings.is_empty();
        for block in &document.blocks {
            let stands_apart = matches!(block, Block::Table(_) | Block::Parts { .. });
            if apart || stands_apart {
                self.blank_line();
            }
            match block {
                Block::Line(line) => self.line(line),
                Block::Letterhead(_) | Block::Signature(_) => {}
                Block::Facts(facts) => self.facts(facts),
                Block::Table(table) => self.table(table),
                Block::Parts { parts, .. } => self.parts(parts),
            }
            apart = stands_apart;
        }
    }

    fn parts(&mut self, parts: &[Document]) {
        for part in parts {
            self.blank_line();
            self.document(part);
        }
    }

    fn line(&mut self, line: &Line) {
        let words = line.words.in_lang(self.look.lang);
        self.wrap(words, line.tone, line.depth * 2, line.depth * 2);
    }

    fn facts(&mut self, facts: &[Fact]) {
        for fact in facts {
            if let Some(label) = &fact.label {
                let value = shown(&fact.value, self.look.lang);
                let words = format!("{}: {value}", label.in_lang(self.look.lang));
                self.wrap(&words, Tone::Plain, 0, 2);
            }
        }
    }

    fn table(&mut self, table: &Table) {
        if let Some(title) = &table.title {
            self.wrap(title.in_lang(self.look.lang), Tone::Strong, 0, 0);
        }
        grid::draw(table, self.look, &mut self.text);
    }

    /// Writes `words`, the first line set in by `first` columns, the others by `others`.
    fn wrap(&mut self, words: &str, tone: Tone, first: usize, others: usize) {
        let words = visible::one_line(words);
        let room = self.look.width.saturating_sub(first.max(others)).max(1);
        for (at, line) in wrapped(&words, room).into_iter().enumerate() {
            let indent = if at == 0 { first } else { others };
            self.text.push_str(&" ".repeat(indent));
            self.text.push_str(&painted(line, tone, self.look));
            self.text.push('\n');
        }
    }

    fn blank_line(&mut self) {
        if !self.text.is_empty() && !self.text.ends_with("\n\n") {
            self.text.push('\n');
        }
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::super::sample::{appendix, long_table};
    use super::super::wrapped::width;
    use super::*;

    fn plain(width: usize) -> Look {
        Look {
            lang: Lang::Vi,
            width,
            colour: false,
        }
    }

    #[test]
    fn a_table_keeps_its_width_and_its_words_at_every_width() {
        for room in [80, 100, 140, 200] {
            let text = document(&appendix(), plain(room));
            let drawn = text
                .lines()
                .filter(|line| line.starts_with(['│', '├', '┌', '└']));
            let widths: Vec<usize> = drawn.map(width).collect();
            assert!(widths.iter().all(|&wide| wide <= room), "{text}");
            assert!(widths.windows(2).all(|pair| pair[0] == pair[1]), "{text}");
            for word in ["nghèo", "trấn", "Thường", "29,61%", "30/9/2021", "Thương"] {
                assert!(text.contains(word), "{word} is whole in\n{text}");
            }
        }
    }

    #[test]
    fn decomposed_text_is_drawn_as_composed_text_is() {
        let mut decomposed = appendix();
        let Some(Block::Table(table)) = decomposed.blocks.last_mut() else {
            panic!("the appendix ends with its table");
        };
        for row in &mut table.rows {
            if let crate::table::Row::Cells(cells) = row {
                for cell in cells {
                    if let crate::table::Value::Words(words) = &mut cell.value {
                        *words = words.nfd().collect();
                    }
                }
            }
        }
        let again: String = document(&decomposed, plain(100)).nfc().collect();
        assert_eq!(again, document(&appendix(), plain(100)));
    }

    #[test]
    fn escapes_in_a_cell_are_shown() {
        let text = document(&appendix(), plain(100));
        assert!(text.contains("␛[31m<b>") && !text.contains('\u{1b}'));
    }

    #[test]
    fn colour_is_given_only_when_asked_for() {
        let coloured = document(
            &appendix(),
            Look {
                colour: true,
                ..plain(100)
            },
        );
        assert!(coloured.contains("\u{1b}[31m29,61%\u{1b}[0m"));
    }

    #[test]
    fn colour_changes_nothing_but_colour() {
        for width in [20, 80, 140] {
            let look = Look {
                colour: true,
                ..plain(width)
            };
            let coloured = document(&appendix(), look);
            let mut uncoloured = String::new();
            for (at, part) in coloured.split('\u{1b}').enumerate() {
                let end = if at == 0 {
                    0
                } else {
                    part.find('m').map_or(0, |end| end + 1)
                };
                uncoloured.push_str(&part[end..]);
            }
            assert_eq!(uncoloured, document(&appendix(), plain(width)));
        }
    }

    #[test]
    fn a_narrow_terminal_still_gets_every_letter() {
        let text = document(&appendix(), plain(20));
        assert!(text.lines().all(|line| width(line) <= 25));
    }

    #[test]
    fn a_table_of_many_rows_is_drawn_whole() {
        let text = document(&long_table(2_000), plain(140));
        assert_eq!(text.matches("29,61%").count(), 2_000);
    }
}
