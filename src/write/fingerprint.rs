//! Names of findings that stay the same while the file around them changes.

use std::collections::HashMap;

use super::findings::slashed;
use crate::diagnostic::Diagnostic;

/// A fingerprint of each of `diagnostics`, all different.
///
/// It is made of the rule, the path, the item and what stands at the place, not of lines,
/// columns, rows, days or the words of the message; findings alike in all these are told
/// apart by their order.
pub(super) fn fingerprints(diagnostics: &[Diagnostic]) -> Vec<String> {
    let mut met: HashMap<u64, u64> = HashMap::new();
    let mut names = Vec::with_capacity(diagnostics.len());
    for found in diagnostics {
        let mut hash = Fnv::new();
        hash.take(found.rule);
        hash.take(&slashed(found.place.path()));
        hash.take(found.subject.as_deref().unwrap_or(""));
        hash.take(found.place.text().trim());
        let nth = met.entry(hash.0).or_default();
        *nth += 1;
        hash.take(&nth.to_string());
        names.push(format!("{:016x}", hash.0));
    }
    names
}

/// FNV-1a of 64 bits: the hash of the standard library may change with a release.
struct Fnv(u64);

impl Fnv {
    fn new() -> Self {
        Self(0xcbf2_9ce4_8422_2325)
    }

    /// Takes in `text` and an end mark, so that pieces do not run together.
    fn take(&mut self, text: &str) {
        for byte in text.bytes().chain([0xff]) {
            self.0 = (self.0 ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::say;
    use crate::source::{Place, Source};

    fn fingerprints_in(text: &str) -> Vec<String> {
        let source = Source::new("a.toml", text);
        let found: Vec<_> = text
            .match_indices("bad")
            .map(|(at, bad)| Place::span(&source, at..at + bad.len()))
            .map(|place| Diagnostic::error("x", place, say! { vi: "x", en: "x" }))
            .collect();
        fingerprints(&found)
    }

    #[test]
    fn a_fingerprint_does_not_depend_on_the_line() {
        assert_eq!(
            fingerprints_in("bad, bad"),
            fingerprints_in("\n\n# x\n bad\n  bad")
        );
    }

    #[test]
    fn findings_that_are_alike_have_fingerprints_of_their_own() {
        let two = fingerprints_in("bad, bad");
        assert_ne!(two[0], two[1]);
    }
}
