//! A user's file of PAPI editions, of the form of the built-in one.

use std::path::Path;

use super::files::read_text;
use crate::catalog::editions::Editions;
use crate::diagnostic::Diagnostic;
use crate::source::Place;

/// The editions with those of a file, and what is wrong in it.
pub fn read_editions(path: &Path, editions: Editions) -> (Editions, Vec<Diagnostic>) {
    let source = match read_text(path) {
        Ok(source) => source,
        Err(finding) => return (editions, vec![*finding]),
    };
    let (editions, errors) = editions.with(source.text());
    let mut starts = vec![0];
    starts.extend(source.text().match_indices('\n').map(|(at, _)| at + 1));
    let found = errors
        .into_iter()
        .map(|error| {
            let start = starts.get(error.line - 1).copied().unwrap_or(0);
            let line = source.text()[start..].lines().next().unwrap_or("");
            let place = Place::span(&source, start..start + line.len());
            Diagnostic::error("unread-edition", place, error.message)
        })
        .collect();
    (editions, found)
}
