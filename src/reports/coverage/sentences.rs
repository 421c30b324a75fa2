//! What the table of coverage says, in sentences.

use super::Start;
use crate::lang::Text;
use crate::progress::coverage::{Coverage, CoverageState};
use crate::progress::objectives::{Release, Released};
use crate::say;
use crate::table::{Block, Column, Row, Table, Tone, Value};

/// What the table says, in sentences: what is not touched, what is not linked, and the
/// tasks outside the index.
pub(super) fn lines(coverage: &Coverage, start: &Start, released: &Released) -> Vec<Block> {
    let mut lines = Vec::new();
    let named = |state: CoverageState| {
        let of_state = coverage.parts.iter().filter(|part| part.state == state);
        let names: Vec<_> = of_state.map(|part| &part.dimension).collect();
        let joined = |lang: fn(&Text) -> &str| {
            let names = names
                .iter()
                .map(|known| format!("{} {}", known.number, lang(&known.name)));
            names.collect::<Vec<_>>().join("; ")
        };
        (!names.is_empty()).then(|| (joined(|name| &name.vi), joined(|name| &name.en)))
    };
    if let Some((vi, en)) = named(CoverageState::Untouched) {
        lines.push(Block::toned(
            say! { vi: "Không có nhiệm vụ nào cho: {vi}.", en: "No task at all for: {en}." },
            Tone::Bad,
        ));
    }
    if let Some((vi, en)) = named(CoverageState::Unlinked) {
        lines.push(Block::toned(
            say! {
                vi: "Chưa có nhiệm vụ nào gắn với: {vi}. Có thể là một trong các nhiệm vụ chưa gắn nội dung thành phần dưới đây; gắn bằng `dimension = \"2.3\"`.",
                en: "No task is linked to: {en}. One of the tasks below, which name no sub-dimension, may be for it; link it with `dimension = \"2.3\"`."
            },
            Tone::Caution,
        ));
    }
    if !coverage.elsewhere.is_empty() {
        let ids = coverage.elsewhere.iter().map(|task| task.id.value.as_str());
        let ids = ids.collect::<Vec<_>>().join(", ");
        lines.push(Block::line(say! {
            vi: "Nhiệm vụ không gắn chỉ số nội dung nào: {ids}.",
            en: "Tasks that name no dimension: {ids}."
        }));
    }
    lines.extend(scores_line(start, released));
    lines
}

/// The tasks that name no sub-dimension, for whoever links them.
pub(super) fn unlinked_table(coverage: &Coverage) -> Option<Block> {
    let parts = coverage.parts.iter();
    let rows: Vec<_> = parts
        .flat_map(|part| {
            part.unlinked
                .iter()
                .map(|task| (part.dimension.number, *task))
        })
        .map(|(number, task)| {
            Row::Cells(vec![
                Value::Words(number.to_string()).into(),
                Value::from(task.id.as_str()).into(),
                Value::from(task.title.as_str()).into(),
            ])
        })
        .collect();
    if rows.is_empty() {
        return None;
    }
    Some(Block::Table(Table {
        key: "unlinked",
        title: Some(say! {
            vi: "Nhiệm vụ chưa gắn nội dung thành phần",
            en: "Tasks that name no sub-dimension"
        }),
        columns: vec![
            Column::narrow("part", say! { vi: "Chỉ số nội dung", en: "Dimension" }),
            Column::narrow("id", say! { vi: "Mã", en: "Id" }),
            Column::wide("title", say! { vi: "Nhiệm vụ", en: "Task" }, 1),
        ],
        rows,
        ruled: false,
    }))
}

/// Where the scores are from, or why there are none.
fn scores_line(start: &Start, released: &Released) -> Option<Block> {
    if released.book.all().is_empty() {
        return None;
    }
    let Some(province) = released.province else {
        return Some(Block::toned(
            say! {
                vi: "Chưa biết kế hoạch của tỉnh nào nên không đặt điểm bên cạnh; ghi --province.",
                en: "It is not known of which province the plan is, so no scores stand beside it; name it with --province."
            },
            Tone::Caution,
        ));
    };
    let name = province.short_name();
    Some(match start.year {
        Some(year) => {
            let day = match released.release(year) {
                Release::Out(Some(day)) => {
                    let day = crate::words::say_date(day);
                    say_published(&day)
                }
                _ => Text::same(""),
            };
            Block::toned(
                Text {
                    vi: format!("Điểm của {name} năm {year}{}.", day.vi),
                    en: format!("Scores of {name} in {year}{}.", day.en),
                },
                Tone::Faint,
            )
        }
        None => Block::toned(
            say! {
                vi: "Tệp điểm không có điểm nào của {name} đã công bố trước năm kế hoạch.",
                en: "The scores have none of {name} that was published for a year before the plan's."
            },
            Tone::Caution,
        ),
    })
}

fn say_published(day: &Text) -> Text {
    let (vi, en) = (&day.vi, &day.en);
    say! { vi: ", công bố ngày {vi}", en: ", published on {en}" }
}
