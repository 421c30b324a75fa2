//! The order of an appendix, told by the numbers of its rows: sections inside sections,
//! tasks, parts of tasks; and their ids.

use std::collections::HashSet;

use super::numbering::{Number, Style};
use super::rows::{Row, heads_a_section};

/// What a row is, and where it stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// A section, in another where it is given.
    Section(Option<usize>),
    /// A task of a section; of none where the appendix has no sections.
    Task(Option<usize>),
    /// A part of a task.
    Part(usize),
}

/// A row with its place in the order.
#[derive(Clone, Debug)]
pub(super) struct Node {
    /// What it is; indices are those of nodes.
    pub(super) kind: Kind,
    /// Its id, that of no other.
    pub(super) id: String,
    /// The number to print, where it is not the id's last part.
    pub(super) no: Option<String>,
    /// Whether the id is not simply the number of the row.
    pub(super) is_id_made: bool,
}

/// The place of each row.
pub(super) fn nodes(rows: &[Row], ids: &mut HashSet<String>) -> Vec<Node> {
    let ranks = ranks(rows);
    let mut nodes: Vec<Node> = Vec::with_capacity(rows.len());
    // The rows in which the next one stands, outermost first.
    let mut open: Vec<usize> = Vec::new();
    for (at, row) in rows.iter().enumerate() {
        while open.last().is_some_and(|above| ranks[*above] >= ranks[at]) {
            open.pop();
        }
        let below = ranks.get(at + 1).filter(|rank| **rank > ranks[at]);
        let section = open
            .iter()
            .rev()
            .find(|above| matches!(nodes[**above].kind, Kind::Section(_)))
            .copied();
        let task = open
            .iter()
            .rev()
            .find(|above| matches!(nodes[**above].kind, Kind::Task(_)))
            .copied();
        let kind = match task {
            Some(task) => Kind::Part(task),
            None if is_section(row, ranks[at], below.copied())
                && has_like_siblings(at, rows, &ranks) =>
            {
                Kind::Section(section)
            }
            None => Kind::Task(section),
        };
        let node = named(row, kind, rows, &nodes, ids);
        nodes.push(node);
        open.push(at);
    }
    nodes
}

/// Below this rank rows are items of a task, not tasks.
const ITEMS: usize = 50;
const ROMAN: usize = 10;
/// A heading that is counted as the tasks below it are.
const HEADING: usize = 15;
const ARABIC: usize = 20;

/// How deep each row stands, by the style of its number.
fn ranks(rows: &[Row]) -> Vec<usize> {
    let mut task = ARABIC;
    let mut ranks = Vec::with_capacity(rows.len());
    for (at, row) in rows.iter().enumerate() {
        let rank = match row.number.as_ref().map(|number| number.style) {
            Some(Style::Capital) => 0,
            Some(Style::Roman) => ROMAN,
            Some(Style::Arabic) if heads_tasks(row, rows.get(at + 1)) => HEADING,
            Some(Style::Arabic) => ARABIC,
            Some(Style::Dotted(parts)) => ARABIC + parts.clamp(2, 6) - 1,
            Some(Style::Small) => ITEMS,
            Some(Style::Bullet) => ITEMS + 1,
            None if row.odd_number.is_none() && heads_a_section(row) => ROMAN,
            None => task,
        };
        if (ARABIC..ITEMS).contains(&rank) {
            task = rank;
        }
        ranks.push(rank);
    }
    ranks
}

/// Whether a row heads tasks that are counted as it is itself: its title runs across the
/// table, or the next row begins to count again.
fn heads_tasks(row: &Row, next: Option<&Row>) -> bool {
    let begins_again = next
        .and_then(|next| next.number.as_ref())
        .is_some_and(|number| number.style == Style::Arabic && number.text == "1");
    row.is_bare() && (row.is_across || begins_again)
}

fn is_section(row: &Row, rank: usize, below: Option<usize>) -> bool {
    if !row.is_bare() {
        return false;
    }
    if rank == HEADING {
        return true;
    }
    match row.number.as_ref().map(|number| number.style) {
        Some(Style::Capital | Style::Roman) => true,
        Some(Style::Small | Style::Bullet) => false,
        Some(_) => below.is_some_and(|rank| rank < ITEMS),
        None => row.odd_number.is_none() && heads_a_section(row),
    }
}

/// Whether every row beside a heading of tasks is a heading too. A section prints its own
/// tasks before the sections in it: where tasks and headings alternate, the headings are
/// tasks with parts, so that the order stays.
fn has_like_siblings(at: usize, rows: &[Row], ranks: &[usize]) -> bool {
    let rank = ranks[at];
    if rank < ARABIC {
        return true;
    }
    let is_heading = |row: usize| {
        rows[row].is_bare()
            && ranks
                .get(row + 1)
                .is_some_and(|below| (rank + 1..ITEMS).contains(below))
    };
    let beside = |mut beside: Box<dyn Iterator<Item = usize>>| {
        beside.find_map(|row| {
            if ranks[row] < rank {
                return Some(true);
            }
            (ranks[row] == rank && !is_heading(row)).then_some(false)
        })
    };
    beside(Box::new((0..at).rev())).unwrap_or(true)
        && beside(Box::new(at + 1..rows.len())).unwrap_or(true)
}

/// The node of a row: its id is the number under that of the row above.
fn named(row: &Row, kind: Kind, rows: &[Row], nodes: &[Node], ids: &mut HashSet<String>) -> Node {
    let above = match &kind {
        Kind::Section(above) | Kind::Task(above) => *above,
        Kind::Part(task) => Some(*task),
    };
    let tail = match &row.number {
        Some(number) if number.style != Style::Bullet => {
            let is_below = above
                .and_then(|above| rows[above].number.as_ref())
                .is_some_and(|above| above.is_prefix_of(number));
            Some(
                if is_below {
                    number.last()
                } else {
                    &number.text
                }
                .to_owned(),
            )
        }
        _ => None,
    };
    let prefix = above.map(|above| nodes[above].id.clone());
    let full = |tail: &str| match &prefix {
        Some(prefix) => format!("{prefix}.{tail}"),
        None => tail.to_owned(),
    };
    let wanted = match (&tail, &kind) {
        (Some(tail), _) => full(tail),
        (None, Kind::Section(_)) => full(&super::agencies::slug(&row.title, 24)),
        (None, Kind::Part(_)) => (b'a'..=b'z')
            .map(|letter| full(&char::from(letter).to_string()))
            .find(|id| !ids.contains(id))
            .unwrap_or_else(|| full("z")),
        (None, Kind::Task(above)) => {
            let before = nodes
                .iter()
                .filter(|node| node.kind == Kind::Task(*above))
                .count();
            full(&(before + 1).to_string())
        }
    };
    let id = free(&wanted, ids);
    ids.insert(id.clone());
    let no = printed(row, &kind, &id);
    let is_id_made = id != wanted || tail.is_none() && !matches!(kind, Kind::Part(_));
    Node {
        kind,
        id,
        no,
        is_id_made,
    }
}

fn free(wanted: &str, ids: &HashSet<String>) -> String {
    if !ids.contains(wanted) {
        return wanted.to_owned();
    }
    (2_u32..1_000_000)
        .map(|number| format!("{wanted}-{number}"))
        .find(|id| !ids.contains(id))
        .unwrap_or_default()
}

/// The number to print, where the id does not end with it; parts always say theirs.
fn printed(row: &Row, kind: &Kind, id: &str) -> Option<String> {
    let printed = row
        .number
        .as_ref()
        .map(|number: &Number| number.text.clone())
        .or_else(|| row.odd_number.clone())
        .unwrap_or_default();
    let says_it = crate::model::printed_number(id, None) == printed;
    (!says_it || matches!(kind, Kind::Part(_))).then_some(printed)
}
