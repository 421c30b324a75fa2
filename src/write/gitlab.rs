//! Diagnostics as code quality of GitLab.

use serde_json::{Value as Json, json};

use super::findings::slashed;
use super::fingerprint::fingerprints;
use super::json::printed;
use super::positions::Positions;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::Lang;

/// `diagnostics` as a code quality report of GitLab.
#[must_use]
pub fn diagnostics(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut positions = Positions::default();
    let mut list = Vec::with_capacity(diagnostics.len());
    for (found, fingerprint) in diagnostics.iter().zip(fingerprints(diagnostics)) {
        let severity = match found.severity {
            Severity::Note => "info",
            Severity::Warning => "minor",
            Severity::Error => "major",
        };
        // GitLab wants a line always.
        let (begin, end) = positions
            .of(&found.place)
            .map_or((1, 1), |position| (position.line, position.end_line));
        list.push(json!({
            "description": found.message.in_lang(lang),
            "check_name": found.rule,
            "fingerprint": fingerprint,
            "severity": severity,
            "location": {
                "path": slashed(found.place.path()),
                "lines": { "begin": begin, "end": end },
            },
        }));
    }
    printed(&Json::Array(list), true)
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    #[test]
    fn gitlab_gets_line_severity_and_fingerprint() {
        let read: Json = serde_json::from_str(&diagnostics(&findings(), Lang::Vi)).expect("JSON");
        assert_eq!(read[0]["location"]["lines"], json!({"begin": 2, "end": 2}));
        assert_eq!(read[1]["severity"], "minor");
        assert_eq!(read[2]["location"]["lines"]["begin"], 1);
        assert_ne!(read[0]["fingerprint"], read[1]["fingerprint"]);
    }
}
