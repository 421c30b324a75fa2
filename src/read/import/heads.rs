//! What the columns of an appendix are, told by their heads.

use std::sync::LazyLock;

use super::manuscript::{Grid, GridCell};
use super::text::one_line;
use crate::model::AppendixField;
use crate::source::Place;
use crate::words::fold;

/// A column and what it holds.
#[derive(Clone, Debug)]
pub(super) struct Column {
    /// The field; `None` where the head is not known.
    pub(super) field: Option<AppendixField>,
    /// The head, as written.
    pub(super) head: String,
    /// Where the head stands.
    pub(super) place: Place,
    /// The other field that it might be.
    pub(super) or: Option<AppendixField>,
    /// Whether the user wants it left out.
    pub(super) is_left_out: bool,
}

/// The head of a table: which rows it takes, and its columns.
#[derive(Clone, Debug)]
pub(super) struct Head {
    /// The first of its rows.
    pub(super) first: usize,
    /// The row after its last.
    pub(super) end: usize,
    /// The columns, by their number in the grid.
    pub(super) columns: Vec<Option<Column>>,
}

/// A column that the user has named: the head, or the letter of the column, and what it
/// holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mapped {
    /// The head, or the column's letter.
    pub column: String,
    /// What it holds; `None` for a column that is left out.
    pub field: Option<AppendixField>,
}

/// Heads stand among the first rows of a table.
const FIRST_ROWS: usize = 60;
/// Longer texts are no heads.
const LONGEST: usize = 70;

/// The head of a grid, where it has one.
pub(super) fn head(grid: &Grid, mapped: &[Mapped]) -> Option<Head> {
    let covered = grid.covered();
    (0..grid.rows.len().min(FIRST_ROWS)).find_map(|first| {
        let end = first + height(&covered, first);
        let columns = columns(grid, &covered, first, end, mapped);
        is_head(&columns).then_some(Head {
            first,
            end,
            columns,
        })
    })
}

/// Whether the columns are those of an appendix: tasks, and something about them.
fn is_head(columns: &[Option<Column>]) -> bool {
    let known = |field| {
        columns
            .iter()
            .flatten()
            .any(|column| column.field == Some(field))
    };
    let fields: Vec<_> = columns
        .iter()
        .flatten()
        .filter_map(|column| column.field)
        .collect();
    let mut distinct = fields.clone();
    distinct.sort_by_key(|field| field.word());
    distinct.dedup();
    known(AppendixField::Title) && distinct.len() >= 2
}

/// How many rows the head takes that begins at `first`: as many as its tallest cell, and
/// one more where wide cells are parted below.
fn height(covered: &[Vec<(usize, &GridCell)>], first: usize) -> usize {
    let begin = covered[first].iter().filter(|(row, _)| *row == first);
    let tallest = begin
        .clone()
        .map(|(_, cell)| cell.height)
        .max()
        .unwrap_or(1);
    let is_title = begin.clone().filter(|(_, cell)| !cell.is_blank()).count() < 2;
    let is_parted = !is_title
        && begin.clone().any(|(_, cell)| {
            cell.width > 1
                && tallest == 1
                && covered.get(first + 1).is_some_and(|below| {
                    let parts = below.iter().filter(|(row, part)| {
                        *row == first + 1
                            && part.column >= cell.column
                            && part.column < cell.column + cell.width
                            && meaning(&part.text).is_some()
                    });
                    parts.count() > 1
                })
        });
    tallest.min(4) + usize::from(is_parted)
}

fn columns(
    grid: &Grid,
    covered: &[Vec<(usize, &GridCell)>],
    first: usize,
    end: usize,
    mapped: &[Mapped],
) -> Vec<Option<Column>> {
    let mut columns: Vec<Option<Column>> = (0..grid.width())
        .map(|number| {
            let mut parts: Vec<&GridCell> = Vec::new();
            for row in covered.iter().take(end).skip(first) {
                for (_, cell) in row {
                    let holds = cell.column <= number && number < cell.column + cell.width;
                    if holds
                        && !cell.is_blank()
                        && !parts.iter().any(|known| std::ptr::eq(*known, *cell))
                    {
                        parts.push(cell);
                    }
                }
            }
            let last = parts.last()?;
            let texts: Vec<_> = parts.iter().map(|cell| one_line(&cell.text)).collect();
            let head = texts.join(" ");
            let place = last.place.clone();
            let given = mapped.iter().find(|mapped| {
                fold(&mapped.column) == fold(&head)
                    || fold(&mapped.column) == fold(texts.last().map_or("", String::as_str))
                    || mapped
                        .column
                        .eq_ignore_ascii_case(&crate::source::column_letters(number))
            });
            if let Some(given) = given {
                return Some(Column {
                    field: given.field,
                    head,
                    place,
                    or: None,
                    is_left_out: given.field.is_none(),
                });
            }
            // The lowest part says most: "Chủ trì" below "Phân công".
            let said = texts.iter().rev().find_map(|text| meaning(text));
            Some(Column {
                field: said.map(|(field, _)| field),
                or: said.and_then(|(_, is_open)| is_open.then_some(AppendixField::Lead)),
                head,
                place,
                is_left_out: false,
            })
        })
        .collect();
    settle(&mut columns);
    columns
}

/// Settles what columns are that depend on those beside them.
fn settle(columns: &mut [Option<Column>]) {
    let has = |columns: &[Option<Column>], field| {
        columns
            .iter()
            .flatten()
            .any(|column| column.field == Some(field) && column.or.is_none())
    };
    let (has_lead, has_with) = (
        has(columns, AppendixField::Lead),
        has(columns, AppendixField::With),
    );
    let (has_target, has_output) = (
        has(columns, AppendixField::Target),
        has(columns, AppendixField::Output),
    );
    for column in columns.iter_mut().flatten() {
        if column.or.is_none() {
            continue;
        }
        (column.field, column.or) = match column.field {
            Some(AppendixField::By) if has_lead => (Some(AppendixField::By), None),
            Some(AppendixField::By) if has_with => {
                (Some(AppendixField::Lead), Some(AppendixField::By))
            }
            Some(AppendixField::By) => (Some(AppendixField::By), Some(AppendixField::Lead)),
            Some(AppendixField::Output) if has_target => (Some(AppendixField::Output), None),
            Some(AppendixField::Output) if has_output => {
                (Some(AppendixField::Target), Some(AppendixField::Output))
            }
            field => (field, Some(AppendixField::Target)),
        };
    }
}

struct Wording {
    words: String,
    field: AppendixField,
    is_open: bool,
}

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let mut wordings: Vec<_> = include_str!("data/heads.txt")
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .filter_map(|line| {
            let (field, words) = line.trim().split_once(char::is_whitespace)?;
            let word = field.trim_end_matches('?');
            Some(Wording {
                words: plain(words),
                field: AppendixField::ALL
                    .into_iter()
                    .find(|field| field.word() == word)?,
                is_open: field.ends_with('?'),
            })
        })
        .collect();
    wordings.sort_by_key(|wording| std::cmp::Reverse(wording.words.len()));
    wordings
});

/// The field that a head means, and whether the columns beside it must settle it.
fn meaning(head: &str) -> Option<(AppendixField, bool)> {
    if head.chars().count() > LONGEST {
        return None;
    }
    let head = plain(head);
    let found = WORDINGS
        .iter()
        .find(|wording| wording.words == head)
        .or_else(|| {
            WORDINGS
                .iter()
                .filter(|wording| wording.words.len() > 2)
                .find(|wording| holds(&head, &wording.words))
        })?;
    Some((found.field, found.is_open))
}

/// Whether the words stand in the text, from word to word.
fn holds(text: &str, words: &str) -> bool {
    text.contains(words) && format!(" {text} ").contains(&format!(" {words} "))
}

/// A head in the form in which heads are compared: without marks, signs and brackets.
fn plain(head: &str) -> String {
    let head = head.split(['(', '[']).next().unwrap_or(head);
    let words: String = fold(head)
        .chars()
        .map(|letter| {
            if letter.is_alphanumeric() {
                letter
            } else {
                ' '
            }
        })
        .collect();
    words.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Whether a row says the head again, as after a page break.
pub(super) fn repeats(head: &Head, cells: &[(usize, &str)]) -> bool {
    let mut alike = 0;
    for (column, text) in cells {
        let Some(Some(known)) = head.columns.get(*column) else {
            return false;
        };
        let text = plain(text);
        if text.is_empty() || !holds(&plain(&known.head), &text) {
            return false;
        }
        alike += 1;
    }
    alike >= 2
}

/// Whether a row only counts the columns: 1, 2, 3 or (1), (2), (3).
pub(super) fn counts_columns(cells: &[(usize, &str)]) -> bool {
    let numbers: Vec<u32> = cells
        .iter()
        .filter_map(|(_, text)| {
            text.trim()
                .trim_matches(['(', ')', '.'])
                .trim()
                .parse()
                .ok()
        })
        .collect();
    numbers.len() >= 3
        && numbers.len() == cells.len()
        && numbers.windows(2).all(|pair| pair[0] + 1 == pair[1])
}

#[cfg(test)]
mod tests {
    use super::*;
    use AppendixField::{By, Funding, Lead, No, Note, Output, Target, Title, When, With};

    #[test]
    fn heads_are_known_in_the_wordings_of_real_appendices() {
        for (head, field) in [
            ("Stt", No),
            ("TT", No),
            ("Số\u{a0}TT", No),
            ("NHIỆM VỤ, GIẢI PHÁP", Title),
            ("Nội dung công việc", Title),
            ("Nhiệm vụ trọng tâm", Title),
            ("Chỉ tiêu năm 2021", Target),
            ("Đơn vị chủ trì theo dõi", Lead),
            ("Cơ quan chủ trì, tham mưu", Lead),
            ("Đơn vị phối hợp", With),
            ("Cơ quan, đơn vị phối hợp thực hiện", With),
            ("Thời gian thực hiện", When),
            ("Tiến độ thực hiện", When),
            ("Mốc hoàn thành", When),
            ("Sản phẩm/ Kết quả", Output),
            ("Kết quả thực hiện", Output),
            ("Đơn vị thực hiện", By),
            ("Dự kiến kinh phí (triệu đồng)", Funding),
            ("Ghi chú", Note),
        ] {
            assert_eq!(meaning(head).map(|(field, _)| field), Some(field), "{head}");
        }
        assert_eq!(meaning("Huyện Bát Xát"), None);
        assert_eq!(meaning("Thường xuyên"), None);
    }

    #[test]
    fn every_line_of_the_vocabulary_is_read() {
        let lines = include_str!("data/heads.txt").lines();
        let lines = lines.filter(|line| !line.starts_with('#') && !line.trim().is_empty());
        assert_eq!(lines.count(), WORDINGS.len());
    }
}
