//! The appendix (phụ lục) of a plan, as issued or with results filled in.

use super::results::result_cell;
use crate::lang::Text;
use crate::model::{Appendix, AppendixField, Plan, Section, Target, Task, Wording, printed_number};
use crate::progress::Progress;
use crate::reports::title::{document_name, kind};
use crate::say;
use crate::source::Located;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};

/// A column as it is printed.
struct Printed<'p> {
    field: AppendixField,
    head: Option<&'p str>,
}

/// What is asked of an appendix.
#[derive(Clone, Copy, Debug, Default)]
pub struct Request<'r> {
    /// Fills the column of outputs with what was reported by a day.
    pub results: Option<&'r Progress<'r>>,
    /// Prints the columns that are otherwise left out.
    pub with_internal: bool,
}

/// The appendix of `plan` as it lays it out, or as the default where it says nothing;
/// of a plan with several appendices each is a part of its own, with its number.
pub fn appendix(plan: &Plan, request: Request) -> Document {
    match plan.appendices.as_slice() {
        [] => one(plan, None, None, request),
        [layout] => one(plan, Some(layout), None, request),
        several => Document::of(vec![Block::Parts {
            key: "appendices",
            parts: several
                .iter()
                .enumerate()
                .map(|(at, layout)| one(plan, Some(layout), Some(at + 1), request))
                .collect(),
        }]),
    }
}

fn one(
    plan: &Plan,
    layout: Option<&Appendix>,
    number: Option<usize>,
    request: Request,
) -> Document {
    let columns = columns(layout, request.with_internal);
    let mut rows = Vec::new();
    for section in &plan.sections {
        if !is_printed(section, layout) {
            continue;
        }
        rows.push(Row::Section {
            no: printed_number(&section.id, section.no.as_ref()).to_owned(),
            title: Text::same(section.title.value.clone()),
            depth: depth(plan, section),
        });
        for task in &section.tasks {
            rows.push(Row::Cells(
                columns
                    .iter()
                    .map(|column| cell(plan, task, column.field, request))
                    .collect(),
            ));
        }
    }
    let table = Table {
        key: "appendix",
        title: None,
        columns: columns
            .iter()
            .map(|column| heading(column, request.results.is_some()))
            .collect(),
        rows,
        ruled: true,
    };
    let mut blocks = vec![facts(layout, request)];
    if plan.head.wording == Wording::Abridged {
        let notice = say! {
            vi: "Tên nhiệm vụ đã được người nhập liệu rút gọn, không phải nguyên văn.",
            en: "Task titles were shortened by whoever entered them and are not the issued words."
        };
        blocks.push(Block::toned(notice, Tone::Faint));
    }
    blocks.push(Block::Table(table));
    Document {
        headings: headings(plan, layout, number),
        blocks,
    }
}

/// The id of an appendix, where it has one, and the day of its results.
fn facts(layout: Option<&Appendix>, request: Request) -> Block {
    let id = layout.and_then(|layout| layout.id.as_ref()).map(|id| Fact {
        key: "id",
        value: Value::from(id.as_str()),
        label: None,
    });
    let day = request.results.map(|progress| Fact {
        key: "as_of",
        value: Value::Day(progress.as_of),
        label: Some(say! { vi: "Tính đến ngày", en: "As of" }),
    });
    Block::Facts(id.into_iter().chain(day).collect())
}

fn headings(plan: &Plan, layout: Option<&Appendix>, number: Option<usize>) -> Vec<Text> {
    let title = layout
        .and_then(|layout| layout.title.as_ref())
        .unwrap_or(&plan.head.title);
    let Text { vi, en } = document_name(plan);
    let kind = kind(plan);
    let blank = say! {
        vi: "(Kèm theo {kind} số        ngày     tháng     năm        )",
        en: "(Attached to a document not yet numbered)"
    };
    let attached = if plan.head.number.is_some() {
        say! { vi: "(Kèm theo {vi})", en: "(Attached to {en})" }
    } else {
        blank
    };
    let number = number.map_or_else(String::new, |number| format!(" {}", roman(number)));
    vec![
        say! { vi: "Phụ lục{number}", en: "Appendix{number}" },
        Text::same(title.value.to_uppercase()),
        attached,
    ]
}

/// A number in Roman figures, as Nghị định 30/2020/NĐ-CP numbers appendices.
fn roman(mut number: usize) -> String {
    let figures = [
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    let mut roman = String::new();
    for (value, figure) in figures {
        while number >= value {
            number -= value;
            roman.push_str(figure);
        }
    }
    roman
}

fn columns(layout: Option<&Appendix>, with_internal: bool) -> Vec<Printed<'_>> {
    let chosen: Vec<_> = layout
        .map(|layout| layout.columns.iter())
        .into_iter()
        .flatten()
        .filter(|column| with_internal || !column.internal)
        .map(|column| Printed {
            field: column.field.value,
            head: column.head.as_ref().map(|head| head.value.as_str()),
        })
        .collect();
    if !chosen.is_empty() {
        return chosen;
    }
    AppendixField::DEFAULT
        .into_iter()
        .map(|field| Printed { field, head: None })
        .collect()
}

fn is_printed(section: &Section, layout: Option<&Appendix>) -> bool {
    layout.is_none_or(|layout| {
        layout.sections.is_empty() || layout.sections.iter().any(|id| **id == *section.id)
    })
}

/// How many sections a section stands in.
fn depth(plan: &Plan, section: &Section) -> usize {
    let mut depth = 0;
    let mut current = section;
    while let Some(above) = current
        .within
        .as_ref()
        .and_then(|id| plan.sections.iter().find(|section| section.id == *id))
    {
        depth += 1;
        // Sections that stand in each other have no top to reach.
        if depth > plan.sections.len() {
            break;
        }
        current = above;
    }
    depth
}

fn heading(column: &Printed, has_results: bool) -> Column {
    let head = column
        .head
        .map_or_else(|| default_head(column.field), Text::same);
    let key = column.field.word();
    match column.field {
        AppendixField::No => Column::narrow(key, head).centred(),
        AppendixField::Title => Column::wide(key, head, 6),
        AppendixField::Target => Column::wide(key, head, 4),
        AppendixField::Output if has_results => Column::wide(key, head, 8),
        AppendixField::Lead | AppendixField::By | AppendixField::With | AppendixField::Output => {
            Column::wide(key, head, 3)
        }
        AppendixField::When | AppendixField::Funding | AppendixField::Note => {
            Column::wide(key, head, 2)
        }
        AppendixField::Dimension => Column::narrow(key, head),
    }
}

fn default_head(field: AppendixField) -> Text {
    match field {
        AppendixField::No => say! { vi: "Stt", en: "No." },
        AppendixField::Title => say! { vi: "Nhiệm vụ trọng tâm", en: "Task" },
        AppendixField::Target => say! { vi: "Chỉ tiêu", en: "Target" },
        AppendixField::Lead => say! { vi: "Đơn vị chủ trì theo dõi", en: "Lead agency" },
        AppendixField::By => say! { vi: "Đơn vị thực hiện", en: "Executing agencies" },
        AppendixField::With => say! { vi: "Đơn vị phối hợp", en: "Taking part" },
        AppendixField::When => say! { vi: "Thời gian thực hiện", en: "When" },
        AppendixField::Output => say! { vi: "Kết quả thực hiện", en: "Output" },
        AppendixField::Funding => say! { vi: "Kinh phí", en: "Funding" },
        AppendixField::Dimension => say! { vi: "Nội dung PAPI", en: "PAPI dimension" },
        AppendixField::Note => say! { vi: "Ghi chú", en: "Note" },
    }
}

fn cell(plan: &Plan, task: &Task, field: AppendixField, request: Request) -> Cell {
    let agencies = |ids: &[Located<String>]| {
        list(ids.iter().map(|id| {
            plan.agency(id)
                .map_or_else(|| id.value.clone(), |agency| agency.name.value.clone())
        }))
    };
    let value = match field {
        AppendixField::No => Value::from(printed_number(&task.id, task.no.as_ref())),
        AppendixField::Title => title(task),
        AppendixField::Target => list(task.targets.iter().filter_map(words)),
        AppendixField::Lead => agencies(&task.who.lead),
        AppendixField::By => agencies(&task.who.by),
        AppendixField::With => agencies(&task.who.with),
        AppendixField::When => list(task.when.iter().map(|when| when.words.value.clone())),
        AppendixField::Output => {
            if let Some(progress) = request.results {
                return result_cell(progress, task);
            }
            list(task.output.iter().map(|output| output.value.clone()))
        }
        AppendixField::Funding => {
            Value::from(task.funding.as_ref().map(|text| text.value.as_str()))
        }
        AppendixField::Dimension => list(task.dimensions.iter().map(|number| number.value.clone())),
        AppendixField::Note => Value::from(task.note.as_ref().map(|text| text.value.as_str())),
    };
    value.into()
}

/// The title, with the parts below it as the document prints them.
fn title(task: &Task) -> Value {
    if task.parts.is_empty() {
        return Value::Words(task.title.value.clone());
    }
    let parts = task.parts.iter().map(|part| {
        let no = printed_number(&part.id, part.no.as_ref());
        let above = printed_number(&task.id, task.no.as_ref());
        if part.no.is_some() {
            format!("{no}. {}", part.title)
        } else {
            format!("{above}.{no}. {}", part.title)
        }
    });
    list(std::iter::once(task.title.value.clone()).chain(parts))
}

fn words(target: &Target) -> Option<String> {
    match &target.words {
        Some(words) => Some(words.value.clone()),
        None => {
            let said = target.bounds.first().map(crate::words::say_target)?;
            Some(said.vi)
        }
    }
}

fn list(items: impl Iterator<Item = String>) -> Value {
    let mut items: Vec<_> = items.collect();
    match items.len() {
        0 => Value::Empty,
        1 => Value::Words(items.remove(0)),
        _ => Value::List(items),
    }
}

#[cfg(test)]
mod tests {
    use super::roman;

    #[test]
    fn appendices_are_numbered_in_roman_figures() {
        let numbers = [1, 4, 9, 14, 40, 99].map(roman);
        assert_eq!(numbers, ["I", "IV", "IX", "XIV", "XL", "XCIX"]);
    }
}
