//! Diagnostics in one line each, as editors and logs read them.

use std::fmt::Write;

use super::findings::slashed;
use super::positions::Positions;
use super::visible;
use crate::diagnostic::Diagnostic;
use crate::lang::Lang;

/// `file:line:col: severity rule: message`, a line for each of `diagnostics`; the severity in
/// English whatever the language, because editors match it.
#[must_use]
pub fn diagnostics(diagnostics: &[Diagnostic], lang: Lang) -> String {
    let mut positions = Positions::default();
    let mut text = String::new();
    for found in diagnostics {
        let path = slashed(found.place.path());
        text.push_str(&visible::one_line(&path));
        if let Some(position) = positions.of(&found.place) {
            let _ = write!(text, ":{}:{}", position.line, position.column);
        }
        let severity = found.severity.word();
        let message = visible::one_line(found.message.in_lang(lang));
        let _ = writeln!(text, ": {severity} {}: {message}", found.rule);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::sample::findings;
    use super::*;

    #[test]
    fn a_finding_takes_one_line() {
        assert_eq!(
            diagnostics(&findings(), Lang::Vi),
            "\
plans/ke-hoach.toml:2:20: error unknown-agency: không có cơ quan `so-nv`
results/so-lieu.csv:12:4: warning unread-number: không phải là số: 50%, <b>␊hàng hai
plans: note no-plans: không có kế hoạch nào
"
        );
    }
}
