//! The cells of a row → a task.

use super::agencies::Agencies;
use super::doubts::Doubts;
use super::heads::Head;
use super::items;
use super::names::WhyDoubtful;
use super::outline::Node;
use super::rows::{Cell, Row};
use super::text::one_line;
use crate::model::{AppendixField, Assignment, OwnReporting, Task, TaskKind, When};
use crate::read::plan::{Reading, target_from_words, when_from_words};
use crate::say;
use crate::source::{Located, Place};
use crate::words::fold;

/// What the making of tasks needs to know and fills in.
pub(super) struct Making<'m> {
    pub(super) head: &'m Head,
    pub(super) reading: Reading,
    pub(super) agencies: &'m mut Agencies,
    pub(super) doubts: &'m mut Doubts,
}

impl Making<'_> {
    /// The task or part of a row.
    pub(super) fn task(&mut self, row: &Row, node: &Node, kind: TaskKind) -> Task {
        let here = |text: &str, place: &Place| Located::new(text.to_owned(), place.clone());
        let id = here(&node.id, &row.place);
        let mut task = Task {
            kind,
            no: node.no.as_ref().map(|no| here(no, &row.place)),
            title: here(&row.title, &row.place),
            targets: Vec::new(),
            who: Assignment::default(),
            when: Vec::new(),
            output: Vec::new(),
            report: None,
            dimensions: Vec::new(),
            funding: None,
            done: None,
            evidence: Vec::new(),
            note: None,
            exceptions: Vec::new(),
            parts: Vec::new(),
            id,
        };
        self.tell_row(row, node);
        for cell in &row.cells {
            self.cell(cell, &mut task);
        }
        if kind == TaskKind::Task {
            Self::part_title(row, &mut task);
        }
        task
    }

    /// What is not certain about a row as a whole.
    pub(super) fn tell_row(&mut self, row: &Row, node: &Node) {
        if node.is_id_made {
            let id = &node.id;
            let text = say! {
                vi: "dòng không có số thứ tự riêng; đã đặt mã {id}",
                en: "the row has no number of its own; it was given the id {id}"
            };
            self.doubts.add(&node.id, "id", &row.place, text);
        }
        if row.title.is_empty() {
            let text = say! { vi: "dòng không có nội dung", en: "the row has no title" };
            self.doubts.add(&node.id, "title", &row.place, text);
        }
        for (key, place, why) in &row.doubts {
            self.doubts.add(&node.id, key, place, why.clone());
        }
    }

    fn cell(&mut self, cell: &Cell, task: &mut Task) {
        let id = task.id.value.clone();
        let here = |text: String| Located::new(text, cell.place.clone());
        match cell.field {
            Some(AppendixField::Target) => self.targets(cell, task),
            Some(field @ (AppendixField::Lead | AppendixField::By | AppendixField::With)) => {
                self.assign(cell, field, task);
            }
            Some(AppendixField::When) => {
                for words in when_items(&cell.text) {
                    let when: When = when_from_words(here(words), &self.reading);
                    task.when.push(when);
                }
            }
            Some(AppendixField::Output) => {
                let outputs = items::outputs(&cell.text);
                if items::has_doubtful_line(&cell.text) {
                    let why = say! {
                        vi: "ô có dòng bắt đầu bằng chữ thường: có thể là một kết quả riêng hoặc phần tiếp của dòng trên",
                        en: "a line of the cell begins in small letters: an output of its own, or the rest of the line above"
                    };
                    self.doubts.add(&id, "output", &cell.place, why);
                }
                if task.report.is_none() {
                    task.report =
                        outputs
                            .iter()
                            .find_map(|output| items::report(output))
                            .map(|words| OwnReporting {
                                words: here(words),
                                periods: None,
                            });
                }
                task.output.extend(outputs.into_iter().map(here));
            }
            Some(AppendixField::Funding) => {
                add(&mut task.funding, one_line(&cell.text), &cell.place);
            }
            Some(AppendixField::Dimension) => match items::dimensions(&cell.text) {
                Some(numbers) => task.dimensions.extend(numbers.into_iter().map(here)),
                None => {
                    let text = one_line(&cell.text);
                    let why = say! {
                        vi: "\"{text}\" không phải số của chỉ số nội dung; đã đưa vào ghi chú",
                        en: "\"{text}\" is no number of a dimension; it went to the note"
                    };
                    self.doubts.add(&id, "note", &cell.place, why);
                    add(&mut task.note, self.with_head(cell), &cell.place);
                }
            },
            Some(AppendixField::Note) => add(&mut task.note, one_line(&cell.text), &cell.place),
            Some(AppendixField::No | AppendixField::Title) => {}
            None => add(&mut task.note, self.with_head(cell), &cell.place),
        }
    }

    /// A cell of a column that is not known, with what the column is called.
    fn with_head(&self, cell: &Cell) -> String {
        let head = self.head.columns.get(cell.column).and_then(Option::as_ref);
        let text = one_line(&cell.text);
        match head.filter(|column| !column.head.is_empty()) {
            Some(column) => format!("{}: {text}", column.head),
            None => text,
        }
    }

    fn targets(&mut self, cell: &Cell, task: &mut Task) {
        let id = task.id.value.clone();
        let found = items::targets(&cell.text);
        if cell.is_number {
            let text = one_line(&cell.text);
            let why = say! {
                vi: "ô số {text}: trong tệp gốc có thể hiện kèm chữ, như đơn vị tính",
                en: "the number {text} may be shown with words in the file, like its unit"
            };
            self.doubts.add(&id, "target", &cell.place, why);
        }
        let several = found.len() + task.targets.len() > 1;
        let before = task.targets.len();
        if several && let [only] = task.targets.as_mut_slice() {
            only.id.value = format!("{id}.a");
        }
        for (at, words) in found.into_iter().enumerate() {
            let own = if several {
                format!("{id}.{}", letter(before + at))
            } else {
                id.clone()
            };
            task.targets.push(target_from_words(
                Located::new(own, cell.place.clone()),
                Located::new(words, cell.place.clone()),
            ));
        }
    }

    fn assign(&mut self, cell: &Cell, field: AppendixField, task: &mut Task) {
        let (main, taking_part) = match field {
            AppendixField::With => (cell.text.clone(), None),
            _ => parted(&cell.text),
        };
        if taking_part.is_some() {
            let why = say! {
                vi: "ô có cả đơn vị phối hợp; đã tách ra, cần xem lại",
                en: "the cell also names who takes part; they were set apart, look again"
            };
            self.doubts.add(&task.id, field.word(), &cell.place, why);
        }
        let main = self.ids(&main, field.word(), cell, task);
        let with = taking_part.map_or_else(Vec::new, |text| self.ids(&text, "with", cell, task));
        let list = match field {
            AppendixField::Lead => &mut task.who.lead,
            AppendixField::With => &mut task.who.with,
            _ => &mut task.who.by,
        };
        push_new(list, main);
        push_new(&mut task.who.with, with);
    }

    fn ids(&mut self, text: &str, key: &str, cell: &Cell, task: &Task) -> Vec<Located<String>> {
        let names = self.agencies.known.names(text);
        let mut ids = Vec::new();
        for name in names {
            let text = &name.text;
            let why = name.doubt.map(|doubt| match doubt {
                WhyDoubtful::Comma => say! {
                    vi: "\"{text}\": không chắc là một hay nhiều đơn vị",
                    en: "\"{text}\": not certain whether this is one agency or several"
                },
                WhyDoubtful::Made => say! {
                    vi: "tên \"{text}\" được ghép từ đơn vị đứng trước trong ô",
                    en: "the name \"{text}\" was made from the agency before it in the cell"
                },
            });
            if let Some(why) = why {
                self.doubts.add(&task.id, key, &cell.place, why);
            }
            ids.push(self.agencies.id(&name.text, &cell.place, self.doubts));
        }
        ids
    }

    /// Makes parts of what the title counts inside itself.
    fn part_title(row: &Row, task: &mut Task) {
        let Some(number) = &row.number else {
            return;
        };
        let Some((title, parts)) = items::parts(&row.title, &number.text) else {
            return;
        };
        task.title.value = title;
        for (no, title) in parts {
            let last = no.rsplit('.').next().unwrap_or(&no);
            let mut part = task.clone();
            part.kind = TaskKind::Part;
            part.id.value = format!("{}.{last}", task.id.value);
            part.title.value = title;
            part.no = Some(Located::new(no, row.place.clone()));
            part.targets = Vec::new();
            part.who = Assignment::default();
            part.when = Vec::new();
            part.output = Vec::new();
            part.report = None;
            part.dimensions = Vec::new();
            part.funding = None;
            part.note = None;
            part.parts = Vec::new();
            task.parts.push(part);
        }
    }
}

/// One entry, or one a bullet.
fn when_items(text: &str) -> Vec<String> {
    let lines: Vec<_> = text.lines().collect();
    let is_bulleted = lines.len() > 1 && lines.iter().all(|line| line.starts_with(['-', '+', '•']));
    let items: Vec<_> = if is_bulleted {
        let bullets = lines
            .iter()
            .map(|line| line.trim_start_matches(['-', '+', '•', ' ']));
        bullets
            .map(|line| line.trim_end_matches(';').to_owned())
            .collect()
    } else {
        vec![one_line(text)]
    };
    items.into_iter().filter(|item| !item.is_empty()).collect()
}

/// Who leads and, behind the word "phối hợp", who takes part.
fn parted(text: &str) -> (String, Option<String>) {
    let Some(at) = text.to_lowercase().find("phối hợp") else {
        return (text.to_owned(), None);
    };
    let (Some(before), Some(after)) = (text.get(..at), text.get(at + "phối hợp".len()..))
    else {
        return (text.to_owned(), None);
    };
    let after = after.trim_start_matches([':', ' ', '\n']);
    let after = after.strip_prefix("với ").unwrap_or(after);
    let mut before = before.trim().trim_end_matches([',', ';', '-', ' ']);
    for word in ["chủ trì", "Chủ trì"] {
        before = before.trim_end().strip_suffix(word).unwrap_or(before);
    }
    let before = before.trim().trim_end_matches([',', ';']);
    let before = match before.split_once(':') {
        Some((head, rest)) if fold(head).ends_with("chu tri") => rest.trim(),
        _ => before,
    };
    if before.is_empty() || after.trim().is_empty() {
        return (text.to_owned(), None);
    }
    (before.to_owned(), Some(after.to_owned()))
}

/// Adds a text to one that may be there.
fn add(to: &mut Option<Located<String>>, text: String, place: &Place) {
    if text.is_empty() {
        return;
    }
    match to {
        Some(known) => {
            known.value.push('\n');
            known.value.push_str(&text);
        }
        None => *to = Some(Located::new(text, place.clone())),
    }
}

fn push_new(list: &mut Vec<Located<String>>, ids: Vec<Located<String>>) {
    for id in ids {
        if !list.contains(&id) {
            list.push(id);
        }
    }
}

/// a, b, … z, then numbers.
fn letter(at: usize) -> String {
    u8::try_from(at).ok().filter(|at| *at < 26).map_or_else(
        || (at + 1).to_string(),
        |at| char::from(b'a' + at).to_string(),
    )
}
