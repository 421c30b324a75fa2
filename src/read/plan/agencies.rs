//! `[agencies]`.

use toml::Spanned;
use toml::de::DeValue;

use super::super::fields::{Fields, open_table};
use super::super::findings::Findings;
use super::super::values::text;
use super::shapes;
use crate::diagnostic::Diagnostic;
use crate::model::{Agency, AgencyLevel, StandsFor};
use crate::say;
use crate::source::Located;
use crate::words;

/// The registry file and the agencies, in the order of the file.
pub(super) fn read_agencies(
    file: &Fields,
    findings: &mut Findings,
) -> (Option<Located<String>>, Vec<Agency>) {
    let Some(value) = file.get("agencies", findings) else {
        return (None, Vec::new());
    };
    let DeValue::Table(table) = value.get_ref() else {
        findings.wrong_type("agencies", value, say! { vi: "một bảng", en: "a table" });
        return (None, Vec::new());
    };
    let mut registry = None;
    let mut agencies = Vec::new();
    for (key, value) in table {
        let id = Located::new(key.get_ref().to_string(), findings.place(key.span()));
        if findings.is_broken(&value.span()) {
            continue;
        }
        if shapes::AGENCIES.keys.iter().any(|key| *key.name == *id) {
            registry = text(&id, value, findings);
        } else if let Some(agency) = read_agency(id, value, findings) {
            agencies.push(agency);
        }
    }
    (registry, agencies)
}

fn read_agency(
    id: Located<String>,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Agency> {
    let name = match value.get_ref() {
        DeValue::String(_) => text(&id, value, findings)?,
        DeValue::Table(_) => return read_agency_table(id, value, findings),
        _ => {
            let expected = say! {
                vi: "tên trong dấu nháy, hoặc bảng {{ name = \"…\" }}",
                en: "a name in quotes, or a table {{ name = \"…\" }}"
            };
            findings.wrong_type(&id, value, expected);
            return None;
        }
    };
    let stands_for = if is_plural(&name) {
        StandsFor::Open
    } else {
        StandsFor::Itself
    };
    Some(Agency {
        id,
        name,
        also: Vec::new(),
        stands_for,
        note: None,
    })
}

fn read_agency_table(
    id: Located<String>,
    value: &Spanned<DeValue>,
    findings: &mut Findings,
) -> Option<Agency> {
    let fields = open_table(&id, value, &shapes::AGENCY, findings)?;
    let name = fields.text("name", findings)?;
    let members = fields.texts("members", findings);
    let every = fields.word("every", &LEVELS, findings);
    let committee = fields.claim("committee", findings);
    let open = fields.claim("open", findings);
    let given = [
        fields.has("members"),
        fields.has("every"),
        open == Some(true),
    ];
    if given.iter().filter(|given| **given).count() > 1 {
        findings.add(Diagnostic::error(
            "wrong-value",
            findings.place(value.span()),
            say! {
                vi: "`{id}`: chỉ chọn một trong `members`, `every`, `open`",
                en: "`{id}`: choose one of `members`, `every`, `open`"
            },
        ));
    }
    let stands_for = if fields.has("members") {
        StandsFor::Members(members)
    } else if let Some(level) = every {
        StandsFor::Every {
            level: level.value,
            is_committee: committee.unwrap_or_else(|| is_committee(&name)),
        }
    } else if open.unwrap_or_else(|| is_plural(&name)) {
        StandsFor::Open
    } else {
        StandsFor::Itself
    };
    Some(Agency {
        also: fields.texts("also", findings),
        note: fields.text("note", findings).map(|note| note.value),
        id,
        name,
        stands_for,
    })
}

/// The words for levels.
pub(super) const LEVELS: [(&str, AgencyLevel); 3] = [
    ("province", AgencyLevel::Province),
    ("district", AgencyLevel::District),
    ("commune", AgencyLevel::Commune),
];

/// Whether a name speaks of several: "Các cơ quan liên quan".
#[must_use]
pub fn is_plural(name: &str) -> bool {
    let name = words::fold(name);
    ["cac ", "nhung "]
        .iter()
        .any(|start| name.starts_with(start))
}

/// Whether a name of an `every` group is that of the People's Committees themselves:
/// it begins with UBND, or names nothing but the localities.
#[must_use]
pub fn is_committee(name: &str) -> bool {
    let name = words::fold(name);
    [
        "ubnd",
        "uy ban nhan dan",
        "cap ",
        "huyen",
        "xa",
        "phuong",
        "cac huyen",
        "cac xa",
        "cac phuong",
    ]
    .iter()
    .any(|start| name.starts_with(start))
}
