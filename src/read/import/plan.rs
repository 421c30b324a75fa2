//! A manuscript → a plan.

use std::collections::HashSet;

use super::Asked;
use super::agencies::{Agencies, slug};
use super::document::{self, Found};
use super::doubts::Doubts;
use super::manuscript::{Manuscript, Paragraph};
use super::names::pieces;
use super::outline::{Node, nodes};
use super::rows::Row;
use super::sections::make_sections;
use super::tables::{Table, tables};
use super::tasks::Making;
use crate::model::{AppendixField, Head as PlanHead, Plan, PlanState, Signer, Wording, Years};
use crate::read::plan::{Reading, shapes};
use crate::say;
use crate::source::{Located, Place};

/// The plan of a manuscript; `None` where it has no table of tasks or no year.
pub(super) fn plan(manuscript: &Manuscript, asked: &Asked, doubts: &mut Doubts) -> Option<Plan> {
    let tables = tables(manuscript, asked);
    let mut is_appendix = vec![false; manuscript.pieces.len()];
    for (at, _) in tables.iter().flat_map(|table| &table.grids) {
        is_appendix[*at] = true;
    }
    let mut lines = document::lines(manuscript, &is_appendix);
    for table in &tables {
        lines.extend(table.lines(manuscript));
    }
    let found = document::find(&lines);
    if tables.is_empty() {
        doubts.all.push(no_table(manuscript));
        return None;
    }
    let Some((from, to)) = asked
        .year
        .map(|year| (year, year))
        .or_else(|| years(&found, &lines))
    else {
        doubts.all.push(no_year(manuscript));
        return None;
    };
    let localities = asked
        .registry
        .as_ref()
        .map_or(&[][..], |(_, localities)| localities);
    let mut agencies = Agencies::new(&asked.agencies, localities);
    let head = plan_head(manuscript, found, Years { from, to }, asked, doubts);
    let reading = Reading::of(&head);
    let (mut sections, mut appendices) = (Vec::new(), Vec::new());
    let mut ids = HashSet::new();
    let read: Vec<(&Table, Vec<Row>)> = tables
        .iter()
        .map(|table| (table, table.rows(manuscript, doubts)))
        .collect();
    for (_, rows) in &read {
        know_names(rows, &mut agencies);
    }
    for (table, rows) in &read {
        let nodes = nodes(rows, &mut ids);
        tell_columns(table, rows, &nodes, doubts);
        let making = Making {
            head: &table.head,
            reading,
            agencies: &mut agencies,
            doubts,
        };
        let own = make_sections(rows, &nodes, making, &head, &mut ids);
        appendices.extend(table.layout(manuscript, tables.len() == 1, appendices.len() + 1, &own));
        sections.extend(own);
    }
    Some(Plan {
        registry: asked
            .registry
            .as_ref()
            .map(|(file, _)| Located::new(file.clone(), head.place.place.clone())),
        localities: localities.to_vec(),
        head,
        reporting: None,
        agencies: agencies.list,
        objectives: Vec::new(),
        duties: Vec::new(),
        sections,
        appendices,
        exceptions: Vec::new(),
    })
}

fn years(found: &Found, lines: &[Paragraph]) -> Option<(i32, i32)> {
    let title = found
        .title
        .as_ref()
        .and_then(|title| document::years(title));
    let issued = || {
        let day = found.issued.as_ref()?;
        let year = chrono::Datelike::year(&day.value);
        Some((year, year))
    };
    title
        .or_else(issued)
        .or_else(|| lines.iter().find_map(|line| document::years(&line.text)))
}

fn no_table(manuscript: &Manuscript) -> super::Doubt {
    let finding = super::Diagnostic::error(
        "no-appendix-table",
        Place::file(&manuscript.path),
        say! {
            vi: "không thấy bảng nhiệm vụ nào: cần một bảng có cột nhiệm vụ và ít nhất một cột khác đã biết",
            en: "no table of tasks was found: it needs a column of tasks and at least one other that is known"
        },
    )
    .advice(say! {
        vi: "chỉ rõ cột bằng --map, như --map \"Việc cần làm=title\"",
        en: "name the columns with --map, like --map \"Việc cần làm=title\""
    });
    super::Doubt {
        finding,
        item: None,
        key: None,
    }
}

fn no_year(manuscript: &Manuscript) -> super::Doubt {
    let finding = super::Diagnostic::error(
        "missing-year",
        Place::file(&manuscript.path),
        say! { vi: "văn bản không ghi năm của kế hoạch", en: "the document does not say the plan's year" },
    )
    .advice(say! { vi: "thêm --year, như --year 2021", en: "add --year, like --year 2021" });
    super::Doubt {
        finding,
        item: None,
        key: None,
    }
}

fn plan_head(
    manuscript: &Manuscript,
    found: Found,
    years: Years,
    asked: &Asked,
    doubts: &mut Doubts,
) -> PlanHead {
    let place = Place::file(&manuscript.path);
    let table = shapes::HEAD.name;
    let is_draft = found.number.is_none() || found.issued.is_none();
    for (is_missing, key, text) in [
        (
            found.number.is_none(),
            "number",
            say! { vi: "không thấy số, ký hiệu văn bản", en: "no official number was found" },
        ),
        (
            found.issued.is_none(),
            "issued",
            say! { vi: "không thấy ngày ban hành", en: "no day of issue was found" },
        ),
        (
            found.issuer.is_none(),
            "issuer",
            say! { vi: "không thấy cơ quan ban hành", en: "no issuer was found" },
        ),
        (
            found.signer.is_none(),
            "signer",
            say! { vi: "không thấy người ký", en: "no signer was found" },
        ),
        (
            found.title.is_none(),
            "title",
            say! { vi: "không thấy trích yếu; đã lấy tên tệp", en: "no title was found; the file's name stands for it" },
        ),
        (
            found.is_title_of_appendix,
            "title",
            say! { vi: "chỉ thấy tên phụ lục, chưa thấy trích yếu văn bản", en: "only the appendix has a title, the document shows none" },
        ),
    ] {
        if is_missing {
            doubts.add(table, key, &place, text);
        }
    }
    tell_rest(&found.rest, doubts);
    let stem = manuscript
        .path
        .file_stem()
        .map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
    let issuer = found.issuer.as_ref().map(|issuer| issuer.value.as_str());
    let id = asked
        .id
        .clone()
        .unwrap_or_else(|| made_id(issuer.unwrap_or(&stem), years));
    PlanHead {
        place: Located::new((), place.clone()),
        id: Located::new(id, place.clone()),
        title: found
            .title
            .unwrap_or_else(|| Located::new(stem, place.clone())),
        number: found.number,
        issued: found.issued,
        effective: None,
        issuer: found.issuer,
        signer: found.signer.map(|name| Signer {
            name,
            title: found.signer_title,
        }),
        years,
        focal: None,
        state: if is_draft {
            PlanState::Draft
        } else {
            PlanState::Issued
        },
        wording: Wording::AsIssued,
        basis: found.basis,
        implements: None,
        replaces: None,
        recipients: found.recipients,
        funding: None,
        results: Vec::new(),
        scores: Vec::new(),
        note: None,
        exceptions: Vec::new(),
    }
}

/// "lao-cai-2021" of "UBND tỉnh Lào Cai".
fn made_id(issuer: &str, years: Years) -> String {
    let words = slug(issuer, 40);
    let mut words = words.as_str();
    for start in [
        "ubnd-",
        "uy-ban-nhan-dan-",
        "tinh-",
        "thanh-pho-",
        "huyen-",
        "thi-xa-",
    ] {
        words = words.strip_prefix(start).unwrap_or(words);
    }
    format!("{words}-{}", years.from)
}

/// The body of a document is not a table, and is left to whoever enters the plan.
fn tell_rest(rest: &[Paragraph], doubts: &mut Doubts) {
    let Some(first) = rest.first() else {
        return;
    };
    let count = rest.len();
    doubts.left_out(
        &first.place,
        say! {
            vi: "{count} dòng lời văn ngoài bảng không nhập: mục tiêu, nhiệm vụ ở phần thân và chế độ báo cáo cần ghi thêm vào kế hoạch",
            en: "lines outside the tables that were left out: {count}; objectives, duties of the body and the reporting duty are to be added by hand"
        },
    );
}

/// Takes the names that no comma could part as known, before any cell is parted.
fn know_names(rows: &[Row], agencies: &mut Agencies) {
    use AppendixField::{By, Lead, With};
    for cell in rows.iter().flat_map(|row| &row.cells) {
        if matches!(cell.field, Some(Lead | By | With)) {
            agencies.known.add_cell(&cell.text);
            for piece in pieces(&cell.text) {
                agencies.known.add_department(&piece);
            }
        }
    }
}

/// Tells of each column that it is not known, might be another, or was to be left out.
fn tell_columns(table: &Table, rows: &[Row], nodes: &[Node], doubts: &mut Doubts) {
    for (number, column) in table.head.columns.iter().enumerate() {
        let Some(column) = column else {
            continue;
        };
        if column.is_left_out {
            let head = &column.head;
            doubts.left_out(
                &column.place,
                say! { vi: "cột \"{head}\" bị bỏ theo --map", en: "the column \"{head}\" was left out, as --map says" },
            );
            continue;
        }
        let first = rows
            .iter()
            .zip(nodes)
            .find(|(row, _)| row.cells.iter().any(|cell| cell.column == number));
        let Some((_, node)) = first else {
            continue;
        };
        let head = &column.head;
        match (column.field, column.or) {
            (None, _) => doubts.add(
                &node.id,
                "note",
                &column.place,
                say! {
                    vi: "cột \"{head}\" chưa biết là gì; các ô của cột được đưa vào ghi chú. Chỉ rõ bằng --map \"{head}=khóa\"",
                    en: "the column \"{head}\" is not known; its cells went to the notes. Say what it is with --map \"{head}=key\""
                },
            ),
            (Some(field), Some(or)) => {
                let (field, or) = (field.word(), or.word());
                doubts.add(
                    &node.id,
                    field,
                    &column.place,
                    say! {
                        vi: "cột \"{head}\" được hiểu là {field}; nếu là {or} thì thêm --map \"{head}={or}\"",
                        en: "the column \"{head}\" was taken for {field}; if it is {or}, add --map \"{head}={or}\""
                    },
                );
            }
            (Some(_), None) => {}
        }
    }
}
