//! Diagnostics as workflow commands of GitHub Actions.

use std::fmt::Write;

use super::findings::slashed;
use super::positions::Positions;
use super::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;
use crate::source::Place;

/// `diagnostics` as workflow commands, which show them beside the lines.
#[must_use]
pub fn diagnostics(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut positions = Positions::default();
    let mut text = String::new();
    for found in diagnostics {
        let level = match found.severity {
            Severity::Note => "notice",
            Severity::Warning => "warning",
            Severity::Error => "error",
        };
        let path = slashed(found.place.path());
        let _ = write!(text, "::{level} file={}", property(&path));
        if let Some(position) = positions.of(&found.place) {
            let _ = write!(
                text,
                ",line={},endLine={}",
                position.line, position.end_line
            );
            // GitHub takes columns only for a place within one line.
            let in_text = matches!(found.place, Place::Span { .. });
            if in_text && position.line == position.end_line {
                let end = position.end_column.max(position.column);
                let _ = write!(text, ",col={},endColumn={end}", position.column);
            }
        }
        let mut message = found.message.in_lang(lang).to_owned();
        if let Some(advice) = &found.advice {
            message.push('\n');
            message.push_str(advice.in_lang(lang));
        }
        let message = visible::lines(&message);
        let _ = writeln!(
            text,
            ",title={}::{}",
            property(found.rule),
            escaped(&message)
        );
    }
    text
}

/// That nothing was looked at.
pub(super) fn failure(message: &str) -> String {
    format!("::error::{}\n", escaped(&visible::lines(message)))
}

fn escaped(text: &str) -> String {
    text.replace('%', "%25")
        .replace('\r', "%0D")
        .replace('\n', "%0A")
}

fn property(text: &str) -> String {
    escaped(text).replace(':', "%3A").replace(',', "%2C")
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    #[test]
    fn commands_of_github_are_escaped() {
        assert_eq!(
            diagnostics(&findings(), Lang::En),
            "\
::error file=plans/ke-hoach.toml,line=2,endLine=2,col=20,endColumn=27,title=unknown-agency::no agency `so-nv`%0Anearest is `so-noi-vu`
::warning file=results/so-lieu.csv,line=12,endLine=12,title=unread-number::not a number: 50%25, <b>%0Aline two
::notice file=plans,title=no-plans::no plans
"
        );
    }
}
