//! Documents as one HTML page that needs nothing else.

use maud::{DOCTYPE, Markup, PreEscaped, html};

use super::shown::{seen_columns, shown};
use super::visible;
use crate::lang::{Lang, Text};
use crate::table::{Align, Block, Cell, Document, Fact, Line, Row, Table, Tone};

/// Nothing is fetched, run or framed; the one style of the page is known by its nonce.
const POLICY: &str =
    "default-src 'none'; style-src 'nonce-papi'; base-uri 'none'; form-action 'none'";

const STYLE: &str = include_str!("html.css");

/// `document` as a page for browsers and for paper: landscape A4 in Times New Roman when
/// printed, table heads repeated on each page, light or dark on a screen as the reader's
/// own, readable by the keyboard and aloud.
#[must_use]
pub fn document(document: &Document, lang: Lang) -> String {
    let page = Page { lang };
    let title = document
        .headings
        .first()
        .map_or("papi".into(), |title| page.said(title));
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(POLICY);
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style nonce="papi" { (PreEscaped(STYLE)) }
            }
            body { main { (page.document(document, 1)) } }
        }
    };
    markup.into_string() + "\n"
}

struct Page {
    lang: Lang,
}

impl Page {
    fn document(&self, document: &Document, level: usize) -> Markup {
        html! {
            @if !document.headings.is_empty() {
                header {
                    @for (at, heading) in document.headings.iter().enumerate() {
                        @match at {
                            0 => (self.heading(heading, level)),
                            1 => p.title { (self.said(heading)) },
                            2 => p.basis { (self.said(heading)) },
                            _ => p { (self.said(heading)) },
                        }
                    }
                }
            }
            @for block in &document.blocks {
                @match block {
                    Block::Line(line) => (self.line(line)),
                    Block::Facts(facts) => (self.facts(facts)),
                    Block::Table(table) => (self.table(table)),
                    Block::Parts { parts, .. } => {
                        @for part in parts {
                            // Under no heading of its own, parts begin at the top.
                            section { (self.document(part, level + usize::from(!document.headings.is_empty()))) }
                        }
                    },
                }
            }
        }
    }

    fn heading(&self, heading: &Text, level: usize) -> Markup {
        let words = self.said(heading);
        match level {
            1 => html! { h1 { (words) } },
            2 => html! { h2 { (words) } },
            _ => html! { h3 { (words) } },
        }
    }

    fn line(&self, line: &Line) -> Markup {
        let depth = line.depth.min(4);
        html! { p class={ "in" (depth) " " (tone_class(line.tone)) } { (self.said(&line.words)) } }
    }

    fn facts(&self, facts: &[Fact]) -> Markup {
        let labelled = || {
            facts
                .iter()
                .filter_map(|fact| Some((fact.label.as_ref()?, &fact.value)))
        };
        html! {
            @if labelled().next().is_some() {
                dl {
                    @for (label, value) in labelled() {
                        div { dt { (self.said(label)) } dd { (visible::lines(&shown(value, self.lang))) } }
                    }
                }
            }
        }
    }

    fn table(&self, table: &Table) -> Markup {
        let seen = seen_columns(table);
        if seen.is_empty() {
            return html! {};
        }
        html! {
            div.wide tabindex="0" role="region" aria-label=(self.label(table)) {
                table {
                    @if let Some(title) = &table.title { caption { (self.said(title)) } }
                    thead {
                        tr {
                            @for &at in &seen {
                                th scope="col" class=(width_class(table.columns[at].weight)) {
                                    (visible::lines(table.columns[at].head.in_lang(self.lang)))
                                }
                            }
                        }
                    }
                    @for rows in groups(&table.rows) {
                        tbody { @for row in rows { (self.row(table, row, &seen)) } }
                    }
                }
            }
        }
    }

    fn row(&self, table: &Table, row: &Row, seen: &[usize]) -> Markup {
        let cells = |cells: &[Cell]| html! { @for &at in seen { (self.cell(cells.get(at), table.columns[at].align)) } };
        match row {
            Row::Cells(row) => html! { tr { (cells(row)) } },
            Row::Total(row) => html! { tr.total { (cells(row)) } },
            Row::Section { no, title, depth } => {
                let gap = if no.is_empty() { "" } else { ". " };
                let depth = (*depth).min(4);
                html! {
                    tr.section {
                        th scope="rowgroup" colspan=(seen.len()) class={ "in" (depth) } {
                            (visible::one_line(no)) (gap) (self.said(title))
                        }
                    }
                }
            }
        }
    }

    fn cell(&self, cell: Option<&Cell>, align: Align) -> Markup {
        let align = match align {
            Align::Left => "",
            Align::Centre => "centre",
            Align::Right => "right",
        };
        let tone = cell.map_or("", |cell| tone_class(cell.tone));
        let words = cell
            .map(|cell| shown(&cell.value, self.lang))
            .unwrap_or_default();
        let class = [align, tone].join(" ");
        html! { td class=[Some(class.trim()).filter(|class| !class.is_empty())] { (visible::lines(&words)) } }
    }

    fn label(&self, table: &Table) -> String {
        let title = table.title.as_ref().map(|title| self.said(title));
        title.unwrap_or_else(|| table.key.to_owned())
    }

    fn said(&self, text: &Text) -> String {
        visible::one_line(text.in_lang(self.lang)).into_owned()
    }
}

/// The rows in groups, each beginning with its section.
fn groups(rows: &[Row]) -> impl Iterator<Item = &[Row]> {
    rows.chunk_by(|_, next| !matches!(next, Row::Section { .. }))
}

fn tone_class(tone: Tone) -> &'static str {
    match tone {
        Tone::Plain => "",
        Tone::Strong => "strong",
        Tone::Faint => "faint",
        Tone::Good => "good",
        Tone::Caution => "caution",
        Tone::Bad => "bad",
    }
}

/// Shares of the width as classes: the policy lets no style stand at an element.
fn width_class(weight: u16) -> &'static str {
    match weight {
        0 => "w0",
        1 | 2 => "w1",
        3 | 4 => "w2",
        _ => "w3",
    }
}

#[cfg(test)]
mod tests {
    use super::super::sample::appendix;
    use super::*;

    #[test]
    fn a_page_escapes_what_it_shows_and_fetches_nothing() {
        let page = document(&appendix(), Lang::Vi);
        assert!(
            page.contains("=CMD(&quot;x&quot;) | ␛[31m&lt;b&gt;"),
            "{page}"
        );
        for needs in ["<script", "http:", "https:", "url(", "@import", " style="] {
            assert!(!page.contains(needs), "{needs}");
        }
        assert!(page.contains("<html lang=\"vi\">"));
    }

    #[test]
    fn a_section_heads_its_rows() {
        let page = document(&appendix(), Lang::Vi);
        assert!(
            page.contains(
                "<th scope=\"rowgroup\" colspan=\"8\" class=\"in0\">II. Chỉ số nội dung 2"
            )
        );
        assert_eq!(page.matches("<tbody>").count(), 1);
        assert_eq!(page.matches("<th scope=\"col\"").count(), 8);
    }
}
