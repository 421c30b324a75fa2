//! Documents as one HTML page that needs nothing else.

mod table;

use maud::{DOCTYPE, Markup, PreEscaped, html};

use self::table::tone_class;
use super::shown::shown;
use super::visible;
use crate::lang::{Lang, Text};
use crate::table::{Block, Document, Fact, Line};

/// Nothing is fetched or framed; what runs and what colours is known by its hash.
const POLICY: &str = "default-src 'none'; base-uri 'none'; form-action 'none'; style-src ";

const STYLE: &str = include_str!("page.css");
const STYLE_HASH: &str = "'sha256-8E/6lCRVkRgx6sPk36qB2RY6bLPqYruK7zPH8FBjQOM='";

/// Puts lists in order and filters them, on pages that have any.
const SCRIPT: &str = include_str!("list.js");
const SCRIPT_HASH: &str = "'sha256-58eE1YyxwRfSGxzZiFmQFeCv3LJtovr9iJ+e5mV+LIc='";

/// `document` as a page for browsers and for paper: landscape A4 in Times New Roman when
/// printed, table heads repeated on each page, light or dark on a screen as the reader's
/// own, readable by the keyboard and aloud. Lists can be filtered and put in order.
#[must_use]
pub fn document(document: &Document, lang: Lang) -> String {
    let mut page = Page { lang, tables: 0 };
    let headings = document.headings.iter().take(2);
    let title: Vec<String> = headings.map(|heading| page.said(heading)).collect();
    let title = if title.is_empty() {
        "papi".to_owned()
    } else {
        title.join(" – ")
    };
    let has_list = has_list(&document.blocks);
    let script = if has_list {
        format!("; script-src {SCRIPT_HASH}")
    } else {
        String::new()
    };
    let markup = html! {
        (DOCTYPE)
        html lang=(lang.code()) {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content={ (POLICY) (STYLE_HASH) (script) };
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="referrer" content="no-referrer";
                title { (title) }
                style { (PreEscaped(STYLE)) }
            }
            body {
                main { (page.document(document, 1)) }
                @if has_list { script { (PreEscaped(SCRIPT)) } }
            }
        }
    };
    markup.into_string() + "\n"
}

fn has_list(blocks: &[Block]) -> bool {
    blocks.iter().any(|block| match block {
        Block::Table(table) => table.is_list(),
        Block::Parts { parts, .. } => parts.iter().any(|part| has_list(&part.blocks)),
        _ => false,
    })
}

struct Page {
    lang: Lang,
    /// How many tables were written, for their names.
    tables: usize,
}

impl Page {
    fn document(&mut self, document: &Document, level: usize) -> Markup {
        // Under no heading of its own, parts begin at the top.
        let below = level + usize::from(!document.headings.is_empty());
        html! {
            @if !document.headings.is_empty() {
                header {
                    @for (at, heading) in document.headings.iter().enumerate() {
                        @match at {
                            0 => (self.heading(heading, level, None)),
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
                    Block::Letterhead(_) | Block::Signature(_) => {},
                    Block::Table(table) => (self.table(table, below)),
                    Block::Parts { parts, .. } => {
                        @for part in parts {
                            section { (self.document(part, below)) }
                        }
                    },
                }
            }
        }
    }

    fn heading(&self, heading: &Text, level: usize, id: Option<&str>) -> Markup {
        let words = self.said(heading);
        match level {
            1 => html! { h1 id=[id] { (words) } },
            2 => html! { h2 id=[id] { (words) } },
            3 => html! { h3 id=[id] { (words) } },
            _ => html! { h4 id=[id] { (words) } },
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

    fn said(&self, text: &Text) -> String {
        visible::one_line(text.in_lang(self.lang)).into_owned()
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
    fn the_policy_knows_the_style_and_the_script_by_their_hashes() {
        use base64::Engine;
        use sha2::Digest;
        for (text, hash) in [(STYLE, STYLE_HASH), (SCRIPT, SCRIPT_HASH)] {
            let digest = sha2::Sha256::digest(text.as_bytes());
            let digest = base64::engine::general_purpose::STANDARD.encode(digest);
            assert_eq!(format!("'sha256-{digest}'"), hash);
        }
    }

    #[test]
    fn a_list_has_a_script_and_words_in_it_stay_words() {
        let mut list = appendix();
        let Some(Block::Table(table)) = list.blocks.last_mut() else {
            panic!("the appendix ends with its table");
        };
        table.rows.remove(0);
        table.ruled = false;
        let page = document(&list, Lang::Vi);
        assert_eq!(page.matches("<script>").count(), 1);
        assert!(page.contains("script-src 'sha256-") && page.contains("data-sort=\"-7\""));
        assert!(page.contains("<tfoot>") && page.contains("&lt;b&gt;"));
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
