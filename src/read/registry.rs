//! The registry of localities: a CSV of `code,name,level,parent`.

use std::collections::HashMap;
use std::path::Path;
use std::sync::Arc;

use super::files::read_text;
use crate::diagnostic::Diagnostic;
use crate::model::{AgencyLevel, Locality};
use crate::say;
use crate::source::{Located, Place, Source};

/// The localities of a registry file, with what is wrong in it.
#[must_use]
pub fn read_registry(path: &Path) -> (Vec<Locality>, Vec<Diagnostic>) {
    match read_text(path) {
        Ok(source) => read_rows(&source),
        Err(finding) => (Vec::new(), vec![*finding]),
    }
}

fn read_rows(source: &Arc<Source>) -> (Vec<Locality>, Vec<Diagnostic>) {
    let text = source.text();
    let body = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    let offset = text.len() - body.len();
    let mut reader = csv::ReaderBuilder::new()
        .flexible(true)
        .has_headers(false)
        .trim(csv::Trim::All)
        .from_reader(body.as_bytes());
    let mut rows = Rows {
        source,
        localities: Vec::new(),
        found: Vec::new(),
        first: HashMap::new(),
    };
    let mut row = csv::StringRecord::new();
    let mut is_head = true;
    loop {
        match reader.read_record(&mut row) {
            Ok(false) => break,
            Ok(true) => {}
            Err(error) => {
                rows.found.push(Diagnostic::error(
                    "bad-registry",
                    Place::file(source.path()),
                    say! { vi: "không đọc được tệp ({error})", en: "the file cannot be read ({error})" },
                ));
                break;
            }
        }
        let start = row.position().map_or(0, csv::Position::byte);
        let start = offset + usize::try_from(start).unwrap_or(0);
        let place = Place::span(source, line_span(text, start));
        if is_head {
            is_head = false;
            if row.iter().take(3).eq(HEAD.into_iter().take(3)) {
                continue;
            }
            rows.tell(
                place,
                say! {
                    vi: "dòng đầu phải là `code,name,level,parent`",
                    en: "the first line must be `code,name,level,parent`"
                },
            );
            continue;
        }
        rows.add(&row, place);
    }
    rows.check_parents();
    (rows.localities, rows.found)
}

const HEAD: [&str; 4] = ["code", "name", "level", "parent"];

/// The line that begins at `start`, or after the line breaks there.
pub(super) fn line_span(text: &str, start: usize) -> std::ops::Range<usize> {
    let rest = &text[start.min(text.len())..];
    let skipped = rest.len() - rest.trim_start_matches(['\r', '\n']).len();
    let start = start + skipped;
    let line = &text[start.min(text.len())..];
    let length = line.find('\n').unwrap_or(line.len());
    start..start + line[..length].trim_end().len()
}

struct Rows<'s> {
    source: &'s Arc<Source>,
    localities: Vec<Locality>,
    found: Vec<Diagnostic>,
    first: HashMap<String, Place>,
}

impl Rows<'_> {
    fn tell(&mut self, place: Place, message: crate::lang::Text) {
        self.found
            .push(Diagnostic::error("bad-registry", place, message));
    }

    fn add(&mut self, row: &csv::StringRecord, place: Place) {
        let field = |at: usize| row.get(at).unwrap_or("").trim();
        if row.iter().all(|cell| cell.trim().is_empty()) {
            return;
        }
        let (code, name, level) = (field(0), field(1), field(2));
        if code.is_empty() || name.is_empty() {
            self.tell(
                place,
                say! { vi: "dòng thiếu mã hoặc tên", en: "the row lacks a code or a name" },
            );
            return;
        }
        let Some(level) = AgencyLevel::from_word(level) else {
            self.tell(
                place,
                say! {
                    vi: "cấp \"{level}\" không đúng; nhận province, district, commune",
                    en: "\"{level}\" is no level; it takes province, district, commune"
                },
            );
            return;
        };
        if let Some(first) = self.first.get(code) {
            let first = first.clone();
            self.found.push(
                Diagnostic::error(
                    "bad-registry",
                    place,
                    say! { vi: "mã {code} có hai lần", en: "the code {code} stands twice" },
                )
                .other(first, say! { vi: "lần đầu ở đây", en: "first used here" }),
            );
            return;
        }
        self.first.insert(code.to_owned(), place.clone());
        let parent = field(3);
        self.localities.push(Locality {
            code: Located::new(code.to_owned(), place),
            name: name.to_owned(),
            level,
            parent: (!parent.is_empty()).then(|| parent.to_owned()),
        });
    }

    fn check_parents(&mut self) {
        let levels: HashMap<_, _> = self
            .localities
            .iter()
            .map(|locality| (locality.code.value.clone(), locality.level))
            .collect();
        let mut found = Vec::new();
        for locality in &self.localities {
            let Some(parent) = &locality.parent else {
                continue;
            };
            let message = match levels.get(parent) {
                Some(level) if *level < locality.level => continue,
                Some(_) => say! {
                    vi: "cấp trên {parent} không ở cấp cao hơn",
                    en: "the parent {parent} is not of a higher level"
                },
                None => say! {
                    vi: "không có cấp trên nào mã {parent}",
                    en: "there is no parent with the code {parent}"
                },
            };
            found.push(Diagnostic::error(
                "bad-registry",
                locality.code.place.clone(),
                message,
            ));
        }
        self.found.extend(found);
        if self.localities.is_empty() && self.found.is_empty() {
            self.found.push(Diagnostic::warning(
                "bad-registry",
                Place::file(self.source.path()),
                say! { vi: "danh mục không có địa phương nào", en: "the registry has no locality" },
            ));
        }
    }
}
