//! The states of reports as marks of a letter, with their legend.

use super::states::joined;
use crate::lang::Text;
use crate::progress::{ReportState, StateCounts};
use crate::say;
use crate::table::Tone;

/// The order in which tones are told, the worst first.
pub(super) fn rank(tone: Tone) -> u8 {
    match tone {
        Tone::Bad => 0,
        Tone::Caution => 1,
        Tone::Good => 2,
        Tone::Plain | Tone::Strong => 3,
        Tone::Faint => 4,
    }
}

/// The mark of a state, without its days.
pub(super) fn mark(state: ReportState) -> (Text, Tone) {
    match state {
        ReportState::OnTime { .. } => (Text::same("✓"), Tone::Good),
        ReportState::Sent { .. } => (Text::same("+"), Tone::Good),
        ReportState::Late { .. } => (say! { vi: "m", en: "l" }, Tone::Caution),
        ReportState::SentUndated => (Text::same("?"), Tone::Caution),
        ReportState::Empty { .. } => (Text::same("○"), Tone::Caution),
        ReportState::Missing { .. } => (Text::same("✗"), Tone::Bad),
        ReportState::NotYetDue { .. } => (Text::same("·"), Tone::Plain),
        ReportState::NoDueDay => (Text::same("–"), Tone::Faint),
        ReportState::NotOwed { .. } => (Text::same("/"), Tone::Faint),
    }
}

/// A mark and the days by which it is late.
pub(super) fn with_days(mark: &Text, days: Option<i64>) -> Text {
    match days {
        Some(days) => Text {
            vi: format!("{}{days}", mark.vi),
            en: format!("{}{days}", mark.en),
        },
        None => mark.clone(),
    }
}

/// What the marks mean: those that occur.
pub(super) fn legend(counts: StateCounts) -> Text {
    let marks = [
        (counts.on_time, say! { vi: "✓ đúng hạn", en: "✓ on time" }),
        (
            counts.sent,
            say! { vi: "+ đã gửi, không định ngày", en: "+ sent, no due day" },
        ),
        (counts.late, say! { vi: "m gửi muộn", en: "l late" }),
        (
            counts.sent_undated,
            say! { vi: "? gửi không rõ ngày", en: "? sent, day unknown" },
        ),
        (counts.empty, say! { vi: "○ gửi trống", en: "○ sent empty" }),
        (
            counts.missing,
            say! { vi: "✗ quá hạn chưa gửi", en: "✗ overdue" },
        ),
        (
            counts.not_yet_due,
            say! { vi: "· chưa đến hạn", en: "· not yet due" },
        ),
        (
            counts.no_due_day,
            say! { vi: "– không định ngày", en: "– no due day" },
        ),
        (
            counts.not_owed,
            say! { vi: "/ không phải gửi", en: "/ not owed" },
        ),
    ];
    let said: Vec<Text> = marks
        .into_iter()
        .filter(|(number, _)| *number > 0)
        .map(|(_, words)| words)
        .collect();
    let Text { vi, en } = joined(&said, "; ");
    say! {
        vi: "{vi}. Số trước dấu là số đơn vị, số sau dấu là số ngày muộn, nhiều nhất.",
        en: "{en}. A number before a mark counts agencies, one after it the days late, at most."
    }
}
