//! Diagnostics as a test report of `JUnit`.

use std::fmt::Write;

use quick_xml::escape::escape;

use super::findings::slashed;
use super::positions::Positions;
use super::visible;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

/// `diagnostics` as a test report: an error or a warning is a test that failed,
/// a note one that passed with something to say; without any, one test passed.
#[must_use]
pub fn diagnostics(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut positions = Positions::default();
    let fails = |found: &&Diagnostic| found.severity > Severity::Note;
    let failures = diagnostics.iter().filter(fails).count();
    let counts = format!(
        "tests=\"{}\" failures=\"{failures}\"",
        diagnostics.len().max(1)
    );
    let mut text = format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"papi\" {counts}>\n\
         <testsuite name=\"papi\" {counts} errors=\"0\">\n"
    );
    if diagnostics.is_empty() {
        text.push_str("<testcase name=\"papi\" classname=\"papi\"/>\n");
    }
    for found in diagnostics {
        let path = slashed(found.place.path());
        let position = positions.of(&found.place);
        let at = position.map_or(path.clone(), |at| {
            format!("{path}:{}:{}", at.line, at.column)
        });
        let message = found.message.in_lang(lang);
        let advice = found
            .advice
            .as_ref()
            .map_or("", |advice| advice.in_lang(lang));
        let element = match found.severity {
            Severity::Note => "system-out".to_owned(),
            severity => format!(
                "failure type=\"{}\" message=\"{}\"",
                severity.word(),
                xml(message)
            ),
        };
        let name = element.split(' ').next().unwrap_or_default();
        let _ = writeln!(
            text,
            "<testcase name=\"{}\" classname=\"{}\" file=\"{}\">\n<{element}>{}</{name}>\n</testcase>",
            xml(&format!("{} {at}", found.rule)),
            xml(&path),
            xml(&path),
            xml(format!("{at}: {message}\n{advice}").trim_end()),
        );
    }
    text.push_str("</testsuite>\n</testsuites>\n");
    text
}

/// A report of one test that could not be run.
pub(super) fn failure(message: &str) -> String {
    let message = xml(message);
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"papi\" tests=\"1\" errors=\"1\">\n\
         <testsuite name=\"papi\" tests=\"1\" failures=\"0\" errors=\"1\">\n\
         <testcase name=\"papi\" classname=\"papi\">\n<error message=\"{message}\">{message}</error>\n</testcase>\n\
         </testsuite>\n</testsuites>\n"
    )
}

/// XML 1.0 has no place for control characters, not even escaped.
fn xml(text: &str) -> String {
    let visible = visible::lines(text);
    let allowed: String = visible
        .chars()
        .map(|letter| match letter {
            '\u{fffe}' | '\u{ffff}' => '\u{fffd}',
            letter => letter,
        })
        .collect();
    escape(&allowed).replace('\n', "&#10;")
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    #[test]
    fn junit_counts_what_failed_and_escapes() {
        let text = diagnostics(&findings(), Lang::En);
        assert!(text.contains("tests=\"3\" failures=\"2\""));
        assert!(text.contains("50%, &lt;b&gt;&#10;line two"));
        assert!(
            text.contains("<system-out>plans: no plans</system-out>"),
            "{text}"
        );
        assert!(diagnostics(&[], Lang::En).contains("tests=\"1\" failures=\"0\""));
    }
}
