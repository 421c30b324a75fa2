//! What an edit changes in a plan, for whoever approves it.

use crate::lang::Text;
use crate::model::Plan;
use crate::model::changes::{ChangeKind, Content, PlanChange};
use crate::say;
use crate::table::{Block, Cell, Column, Document, Fact, Row, Table, Tone, Value};
use crate::words::say_target;

/// The changes of one plan; `old` and `new` name the agencies.
#[must_use]
pub fn document(title: &str, changes: &[PlanChange], old: &Plan, new: &Plan) -> Document {
    let headings = vec![Text::same(title)];
    if changes.is_empty() {
        let nothing = say! {
            vi: "Nội dung kế hoạch không đổi",
            en: "Nothing that the plan says has changed"
        };
        return Document {
            headings,
            blocks: vec![
                Block::toned(nothing, Tone::Good),
                Block::Facts(vec![Fact {
                    key: "changes",
                    value: Value::List(Vec::new()),
                    label: None,
                }]),
            ],
        };
    }
    let count = changes.len();
    let weakened = changes.iter().filter(|one| is_weaker(one.kind)).count();
    let of_changes = crate::lang::english(count, "change", "changes");
    let summary = say! {
        vi: "{count} thay đổi, trong đó {weakened} hạ chỉ tiêu hoặc lùi thời hạn",
        en: "{of_changes}, of which {weakened} lower a target or postpone a deadline"
    };
    let tone = if weakened > 0 {
        Tone::Caution
    } else {
        Tone::Plain
    };
    Document {
        headings,
        blocks: vec![Block::toned(summary, tone), table(changes, old, new)],
    }
}

/// A plan that is on one side only.
#[must_use]
pub fn one_sided(title: &str, kind: ChangeKind) -> Document {
    let said = match kind {
        ChangeKind::Dropped => say! { vi: "Kế hoạch bị bỏ", en: "The plan is gone" },
        _ => say! { vi: "Kế hoạch mới", en: "The plan is new" },
    };
    Document {
        headings: vec![Text::same(title)],
        blocks: vec![Block::toned(said, Tone::Strong)],
    }
}

/// Whether a change makes the plan ask for less.
fn is_weaker(kind: ChangeKind) -> bool {
    matches!(kind, ChangeKind::Lowered | ChangeKind::Postponed)
}

fn table(changes: &[PlanChange], old: &Plan, new: &Plan) -> Block {
    let rows = changes.iter().map(|change| {
        let tone = match change.kind {
            ChangeKind::Lowered | ChangeKind::Postponed | ChangeKind::Dropped => Tone::Bad,
            ChangeKind::Raised | ChangeKind::Advanced | ChangeKind::Added => Tone::Good,
            ChangeKind::Reworded => Tone::Faint,
            _ => Tone::Caution,
        };
        Row::Cells(vec![
            Value::from(change.id).into(),
            Value::from(change.title).into(),
            Cell::toned(Value::State(change.kind.word(), said(change)), tone),
            Value::from(change.key).into(),
            shown(change.old.as_ref(), old).into(),
            shown(change.new.as_ref(), new).into(),
            Value::from(change.note).into(),
        ])
    });
    let mut title = Column::wide("title", say! { vi: "Nội dung", en: "Title" }, 2);
    title.most_lines = Some(3);
    Block::Table(Table {
        key: "changes",
        title: None,
        columns: vec![
            Column::narrow("id", say! { vi: "Mã", en: "Id" }),
            title,
            Column::narrow("change", say! { vi: "Thay đổi", en: "Change" }),
            Column::narrow("key", say! { vi: "Khóa", en: "Key" }).for_machines(),
            Column::wide("old", say! { vi: "Trước", en: "Before" }, 3),
            Column::wide("new", say! { vi: "Sau", en: "After" }, 3),
            Column::wide("note", say! { vi: "Ghi chú", en: "Note" }, 2),
        ],
        rows: rows.collect(),
        ruled: true,
    })
}

/// What became of the item, in words.
fn said(change: &PlanChange) -> Text {
    match (change.kind, change.key) {
        (ChangeKind::Added, _) => say! { vi: "thêm", en: "added" },
        (ChangeKind::Dropped, _) => say! { vi: "bỏ", en: "dropped" },
        (ChangeKind::Lowered, _) if change.new.is_none() => {
            say! { vi: "bỏ chỉ tiêu", en: "target dropped" }
        }
        (ChangeKind::Lowered, _) => say! { vi: "hạ chỉ tiêu", en: "target lowered" },
        (ChangeKind::Raised, _) if change.old.is_none() => {
            say! { vi: "thêm chỉ tiêu", en: "target added" }
        }
        (ChangeKind::Raised, _) => say! { vi: "nâng chỉ tiêu", en: "target raised" },
        (ChangeKind::Retargeted, _) => say! { vi: "đổi chỉ tiêu", en: "target changed" },
        (ChangeKind::Postponed, _) => say! { vi: "lùi thời hạn", en: "deadline postponed" },
        (ChangeKind::Advanced, _) => say! { vi: "thời hạn sớm hơn", en: "deadline advanced" },
        (ChangeKind::Rescheduled, _) => say! { vi: "đổi thời gian", en: "times changed" },
        (ChangeKind::Reassigned, "lead") => say! { vi: "đổi chủ trì", en: "lead replaced" },
        (ChangeKind::Reassigned, "by") => {
            say! { vi: "đổi đơn vị thực hiện", en: "executing agencies changed" }
        }
        (ChangeKind::Reassigned, "with") => {
            say! { vi: "đổi đơn vị phối hợp", en: "participants changed" }
        }
        (ChangeKind::Reassigned, _) => {
            say! { vi: "đổi cơ quan được đề nghị", en: "bodies asked changed" }
        }
        (ChangeKind::Reworded, _) => {
            say! { vi: "sửa câu chữ, cách hiểu không đổi", en: "reworded, read as before" }
        }
        (ChangeKind::Edited, "output") => say! { vi: "sửa kết quả thực hiện", en: "output edited" },
        (ChangeKind::Edited, "funding") => say! { vi: "sửa kinh phí", en: "funding edited" },
        (ChangeKind::Edited, _) => say! { vi: "sửa", en: "edited" },
    }
}

fn shown(content: Option<&Content>, plan: &Plan) -> Value {
    match content {
        None => Value::Empty,
        Some(Content::Words(words)) => list(words.iter().map(|word| (*word).to_owned())),
        Some(Content::Times(entries)) => {
            list(entries.iter().map(|entry| entry.words.value.clone()))
        }
        Some(Content::Agencies(ids)) => list(ids.iter().map(|id| {
            let name = plan.agency(id).map(|agency| agency.name.value.clone());
            name.unwrap_or_else(|| (*id).to_owned())
        })),
        Some(Content::Target(target)) => match &target.words {
            Some(words) => Value::Words(words.value.clone()),
            None => {
                let said = target.bounds.iter().map(say_target);
                let (vi, en): (Vec<_>, Vec<_>) = said.map(|text| (text.vi, text.en)).unzip();
                Value::Said(Text {
                    vi: vi.join("; "),
                    en: en.join("; "),
                })
            }
        },
    }
}

fn list(words: impl Iterator<Item = String>) -> Value {
    let words: Vec<_> = words.collect();
    match words.as_slice() {
        [] => Value::Empty,
        [one] => Value::Words(one.clone()),
        _ => Value::List(words),
    }
}
