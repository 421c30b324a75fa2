//! The states of reports and the verdicts on targets, in words.

use crate::lang::Text;
use crate::progress::{Attestation, Owed, ReportState, StateCounts, Verdict};
use crate::say;
use crate::table::{Cell, Fact, Tone, Value};

/// A state as a cell: what it is and by how many days.
pub(super) fn state_cell(state: ReportState) -> Cell {
    let (text, tone) = match state {
        ReportState::OnTime { .. } => (say! { vi: "đúng hạn", en: "on time" }, Tone::Good),
        ReportState::Late { days, .. } => (
            say! { vi: "muộn {days} ngày", en: "{days} days late" },
            Tone::Caution,
        ),
        ReportState::SentUndated => (
            say! { vi: "gửi không rõ ngày", en: "sent, day unknown" },
            Tone::Caution,
        ),
        ReportState::Sent { .. } => (say! { vi: "đã gửi", en: "sent" }, Tone::Good),
        ReportState::Empty { overdue: 0, .. } => {
            (say! { vi: "gửi trống", en: "sent empty" }, Tone::Caution)
        }
        ReportState::Empty { overdue, .. } => (
            say! { vi: "trống, quá hạn {overdue} ngày", en: "empty, {overdue} days overdue" },
            Tone::Caution,
        ),
        ReportState::Missing { overdue } => (
            say! { vi: "quá hạn {overdue} ngày", en: "{overdue} days overdue" },
            Tone::Bad,
        ),
        ReportState::NotYetDue { days_left: 0 } => (
            say! { vi: "đến hạn hôm nay", en: "due today" },
            Tone::Caution,
        ),
        ReportState::NotYetDue { days_left } => (
            say! { vi: "còn {days_left} ngày", en: "{days_left} days left" },
            Tone::Plain,
        ),
        ReportState::NoDueDay => (
            say! { vi: "không định ngày", en: "no due day" },
            Tone::Faint,
        ),
        ReportState::NotOwed { is_sent: true } => (
            say! { vi: "không phải gửi, đã gửi", en: "not owed, but sent" },
            Tone::Faint,
        ),
        ReportState::NotOwed { is_sent: false } => {
            (say! { vi: "không phải gửi", en: "not owed" }, Tone::Faint)
        }
    };
    Cell::toned(Value::State(state.word(), text), tone)
}

/// The state of several that are in like states: that of the first, and the span of days
/// where they were sent late by different ones.
pub(super) fn line_cell(owed: &[&Owed]) -> Cell {
    let first = owed[0].state;
    let late = || owed.iter().filter_map(|owed| owed.state.days_late());
    let cell = state_cell(first);
    match (first, late().min(), late().max()) {
        (ReportState::Late { .. }, Some(least), Some(most)) if least < most => {
            let text =
                say! { vi: "gửi muộn {least}–{most} ngày", en: "{least} to {most} days late" };
            Cell::toned(Value::State(first.word(), text), cell.tone)
        }
        _ => cell,
    }
}

/// The counts of a line of totals: each state that occurs, and they add up.
pub(super) fn counted(counts: StateCounts) -> Vec<Text> {
    let each = [
        (counts.on_time, say! { vi: "đúng hạn", en: "on time" }),
        (counts.late, say! { vi: "muộn", en: "late" }),
        (
            counts.sent_undated,
            say! { vi: "gửi không rõ ngày", en: "sent on an unknown day" },
        ),
        (counts.sent, say! { vi: "đã gửi", en: "sent" }),
        (counts.empty, say! { vi: "gửi trống", en: "sent empty" }),
        (counts.missing, say! { vi: "quá hạn", en: "overdue" }),
        (
            counts.not_yet_due,
            say! { vi: "chưa đến hạn", en: "not yet due" },
        ),
        (
            counts.no_due_day,
            say! { vi: "không định ngày", en: "without a due day" },
        ),
        (
            counts.not_owed,
            say! { vi: "không phải gửi", en: "not owed" },
        ),
    ];
    each.into_iter()
        .filter(|(count, _)| *count > 0)
        .map(|(count, text)| Text {
            vi: format!("{count} {}", text.vi),
            en: format!("{count} {}", text.en),
        })
        .collect()
}

/// A verdict in words.
pub(super) fn verdict_cell(verdict: Verdict) -> Cell {
    let tone = match verdict {
        Verdict::Met | Verdict::Attested(Attestation::Yes) => Tone::Good,
        Verdict::Missed | Verdict::Attested(Attestation::No) => Tone::Bad,
        Verdict::Behind => Tone::Caution,
        Verdict::NoData | Verdict::NotYetPublished => Tone::Faint,
        Verdict::Attested(_) | Verdict::NotMeasurable(_) => Tone::Plain,
    };
    Cell::toned(Value::State(verdict.word(), verdict_words(verdict)), tone)
}

/// The words for a verdict, without its reason.
pub(super) fn verdict_words(verdict: Verdict) -> Text {
    match verdict {
        Verdict::Met => say! { vi: "đạt", en: "met" },
        Verdict::Behind => say! { vi: "chậm tiến độ", en: "behind" },
        Verdict::Missed => say! { vi: "không đạt", en: "missed" },
        Verdict::NoData => say! { vi: "chưa có số liệu", en: "no data" },
        Verdict::NotYetPublished => say! { vi: "chưa công bố", en: "not yet published" },
        Verdict::Attested(Attestation::Yes) => say! { vi: "đơn vị xác nhận đạt", en: "attested" },
        Verdict::Attested(Attestation::Partly) => {
            say! { vi: "mới xác nhận một phần", en: "attested in part" }
        }
        Verdict::Attested(Attestation::WithoutEvidence) => {
            say! { vi: "xác nhận đạt, thiếu minh chứng", en: "attested without evidence" }
        }
        Verdict::Attested(Attestation::No) => {
            say! { vi: "có đơn vị báo không đạt", en: "an agency says no" }
        }
        Verdict::NotMeasurable(_) => say! { vi: "không đánh giá được", en: "not measurable" },
    }
}

/// The counts of states, each under its word, for machines.
pub(super) fn count_facts(counts: StateCounts) -> Vec<Fact> {
    let each = [
        ("on_time", counts.on_time),
        ("late", counts.late),
        ("sent_undated", counts.sent_undated),
        ("sent", counts.sent),
        ("empty", counts.empty),
        ("missing", counts.missing),
        ("not_yet_due", counts.not_yet_due),
        ("no_due_day", counts.no_due_day),
        ("not_owed", counts.not_owed),
    ];
    each.map(|(key, number)| Fact {
        key,
        value: Value::Count(i64::try_from(number).unwrap_or(i64::MAX)),
        label: None,
    })
    .to_vec()
}

/// The text with a capital letter at its head.
pub(super) fn begun_large(text: &Text) -> Text {
    let large = |words: &str| {
        let mut letters = words.chars();
        let first = letters.next().into_iter().flat_map(char::to_uppercase);
        first.chain(letters).collect()
    };
    Text {
        vi: large(&text.vi),
        en: large(&text.en),
    }
}

/// Texts one after another, as a sentence lists them.
pub(super) fn joined(texts: &[Text], by: &str) -> Text {
    let vi: Vec<_> = texts.iter().map(|text| text.vi.as_str()).collect();
    let en: Vec<_> = texts.iter().map(|text| text.en.as_str()).collect();
    Text {
        vi: vi.join(by),
        en: en.join(by),
    }
}
