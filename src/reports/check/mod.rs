//! The officer's screen: a plan on a day, in one screen however much there is.

mod facts;

use self::facts::{VERDICTS, count, facts, hidden, judged};
use super::folding::{Folded, Folding, Line as OwedLine};
use super::overdue::is_pressing;
use super::owed;
use super::states::{counted, joined, verdict_words};
use super::targets;
use super::title::document_name;
use crate::lang::Text;
use crate::progress::{Attestation, Judgement, Owed, Progress, ReportState, StateCounts, Verdict};
use crate::say;
use crate::table::{Block, Document, Line, Table, Tone, Value};

/// How much of each list is shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// What fits a screen; the rest is counted, and agencies of one kind that owe the
    /// same take one line.
    Screen,
    /// Everything, agencies of one kind that owe the same on one line.
    Folded,
    /// Everything, each by itself.
    Whole,
}

/// What the check of one plan found in its files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct FileCounts {
    /// Errors.
    pub errors: usize,
    /// Warnings.
    pub warnings: usize,
    /// Findings set aside by exceptions.
    pub excepted: usize,
}

/// Rows of the two lists on a screen, together.
const ROWS: usize = 14;

/// Lines of a cell on a screen.
const CELL_LINES: usize = 2;

/// Days ahead in which something is told to be due soon.
const SOON: i64 = 7;

/// The check of the plan at a path; `call` is what the commands that are named need
/// beside their names to speak of the same plan, results and day.
pub fn check(
    progress: &Progress,
    (path, call): (&str, &str),
    files: FileCounts,
    extent: Extent,
) -> Document {
    let mut blocks = vec![facts(progress, path, files)];
    if extent == Extent::Screen && is_over_and_silent(progress) {
        blocks.push(Block::toned(silent(progress), Tone::Faint));
        return Document {
            headings: vec![document_name(progress.plan)],
            blocks,
        };
    }
    blocks.extend(totals(progress, files));
    blocks.extend(without_results(progress));
    let mut pressing: Vec<&Owed> = progress
        .owed
        .iter()
        .filter(|owed| is_pressing(owed, SOON))
        .collect();
    pressing.sort_by_key(|owed| (rank(owed.state), -owed.state.days_late().unwrap_or(0)));
    let folding = match extent {
        Extent::Whole => Folding::Each,
        Extent::Screen | Extent::Folded => Folding::ByKind,
    };
    let lines = Folded::of(progress, &pressing, folding).lines(progress, &pressing);
    let short: Vec<&Judgement> = match extent {
        Extent::Whole | Extent::Folded => progress.judgements.iter().collect(),
        Extent::Screen => progress
            .judgements
            .iter()
            .filter(|judgement| is_short(judgement.verdict))
            .collect(),
    };
    let half = ROWS / 2;
    let of_owed = half.max(ROWS.saturating_sub(short.len()));
    let of_short = half.max(ROWS.saturating_sub(lines.len()));
    list(
        &mut blocks,
        extent,
        (&lines, of_owed),
        "papi overdue",
        |shown: &[OwedLine]| {
            let title =
                say! { vi: "Báo cáo, nhiệm vụ cần đôn đốc", en: "Reports and tasks to chase" };
            owed::table(progress, "overdue", Some(title), shown)
        },
    );
    list(
        &mut blocks,
        extent,
        (&short, of_short),
        "papi targets",
        |shown| {
            let title = match extent {
                Extent::Screen => {
                    say! { vi: "Chỉ tiêu chưa đạt", en: "Targets that fall short" }
                }
                Extent::Whole | Extent::Folded => say! { vi: "Chỉ tiêu", en: "Targets" },
            };
            targets::table(progress, "targets", Some(title), shown)
        },
    );
    blocks.extend(next_steps(progress, files, call));
    Document {
        headings: vec![document_name(progress.plan)],
        blocks,
    }
}

/// What is told of a plan whose file is too broken to compute anything from.
pub fn unsound(path: &str, files: FileCounts) -> Document {
    let FileCounts { errors, .. } = files;
    Document {
        headings: vec![Text::same(path)],
        blocks: vec![
            Block::Facts(vec![
                hidden("path", Value::from(path)),
                hidden("errors", count(errors)),
                hidden("judged", Value::Claim(false)),
            ]),
            Block::toned(
                say! {
                    vi: "Tệp có {errors} lỗi nên chưa tính báo cáo và chỉ tiêu; sửa lỗi rồi chạy lại.",
                    en: "The file has {errors} errors, so reports and targets were not computed; mend them and run again."
                },
                Tone::Bad,
            ),
        ],
    }
}

fn totals(progress: &Progress, files: FileCounts) -> Vec<Block> {
    let mut lines = Vec::new();
    let reports = progress.report_counts();
    lines.push(Block::toned(report_line(reports), worst(reports)));
    let deliveries = progress.delivery_counts();
    if deliveries.owed() > 0 {
        let owed = deliveries.owed();
        let Text { vi, en } = joined(&counted(owed_alone(deliveries)), ", ");
        lines.push(Block::toned(
            say! { vi: "Nhiệm vụ phải làm: {owed} — {vi}", en: "Deliveries: {owed} — {en}" },
            worst(deliveries),
        ));
    }
    if !progress.judgements.is_empty() {
        lines.push(Block::line(target_line(progress)));
    }
    let FileCounts {
        errors,
        warnings,
        excepted,
    } = files;
    let tone = if errors > 0 {
        Tone::Bad
    } else if warnings > 0 {
        Tone::Caution
    } else {
        Tone::Good
    };
    lines.push(Block::toned(
        say! {
            vi: "Tệp: {errors} lỗi, {warnings} cảnh báo, {excepted} ngoại lệ có lý do",
            en: "Files: {errors} errors, {warnings} warnings, {excepted} excepted with a reason"
        },
        tone,
    ));
    lines
}

fn report_line(counts: StateCounts) -> Text {
    let owed = counts.owed();
    if owed == 0 {
        return say! {
            vi: "Báo cáo: kế hoạch không định kỳ báo cáo nào phải gửi",
            en: "Reports: the plan has none that anybody owes"
        };
    }
    let Text { vi, en } = joined(&counted(owed_alone(counts)), ", ");
    say! { vi: "Báo cáo phải gửi: {owed} — {vi}", en: "Reports owed: {owed} — {en}" }
}

/// The counts without what is not owed, so that they add up to what is.
fn owed_alone(counts: StateCounts) -> StateCounts {
    StateCounts {
        not_owed: 0,
        ..counts
    }
}

fn worst(counts: StateCounts) -> Tone {
    if counts.missing > 0 {
        Tone::Bad
    } else if counts.late + counts.empty + counts.sent_undated > 0 {
        Tone::Caution
    } else {
        Tone::Plain
    }
}

fn target_line(progress: &Progress) -> Text {
    let total = progress.judgements.len();
    let samples = [
        Verdict::Met,
        Verdict::Behind,
        Verdict::Missed,
        Verdict::NoData,
        Verdict::NotYetPublished,
        Verdict::Attested(Attestation::Yes),
        Verdict::NotMeasurable(crate::progress::Reason::Unread),
    ];
    let each: Vec<_> = VERDICTS
        .iter()
        .zip(samples)
        .filter_map(|((_, of), sample)| {
            let number = judged(progress, *of);
            let words = match sample {
                Verdict::Attested(_) => say! { vi: "do đơn vị xác nhận", en: "attested" },
                other => verdict_words(other),
            };
            let (vi, en) = (words.vi, words.en);
            (number > 0).then(|| say! { vi: "{number} {vi}", en: "{number} {en}" })
        })
        .collect();
    let Text { vi, en } = joined(&each, ", ");
    say! { vi: "Chỉ tiêu: {total} — {vi}", en: "Targets: {total} — {en}" }
}

/// A list that keeps to its extent, of a screen to so many rows; what is left out is
/// counted, with the command that shows it.
fn list<T>(
    blocks: &mut Vec<Block>,
    extent: Extent,
    (items, rows): (&[T], usize),
    command: &str,
    table: impl FnOnce(&[T]) -> Table,
) {
    let shown = match extent {
        Extent::Whole | Extent::Folded => items.len(),
        Extent::Screen if items.is_empty() => return,
        Extent::Screen => items.len().min(rows),
    };
    let mut table = table(&items[..shown]);
    if extent == Extent::Screen {
        for column in &mut table.columns {
            column.most_lines = Some(CELL_LINES);
        }
    }
    blocks.push(Block::Table(table));
    let more = items.len() - shown;
    if more > 0 {
        blocks.push(Block::toned(
            say! { vi: "… và {more} mục nữa: {command}", en: "… and {more} more: {command}" },
            Tone::Faint,
        ));
    }
}

/// Overdue first, then empty, late, undated, and what is due soon.
fn rank(state: ReportState) -> u8 {
    match state {
        ReportState::Missing { .. } => 0,
        ReportState::Empty { .. } => 1,
        ReportState::Late { .. } => 2,
        ReportState::SentUndated => 3,
        _ => 4,
    }
}

fn is_short(verdict: Verdict) -> bool {
    matches!(
        verdict,
        Verdict::Missed | Verdict::Behind | Verdict::Attested(Attestation::No)
    )
}

fn is_over_and_silent(progress: &Progress) -> bool {
    progress.as_of > progress.plan.head.years.last_day()
        && progress.book.is_empty()
        && progress.released.book.all().is_empty()
}

fn silent(progress: &Progress) -> Text {
    let overdue = progress.report_counts().missing + progress.delivery_counts().missing;
    let targets = progress.judgements.len();
    say! {
        vi: "Thời gian của kế hoạch đã hết, không có số liệu nào: {overdue} báo cáo và nhiệm vụ quá hạn, {targets} chỉ tiêu chưa có số liệu. Nêu tệp số liệu bằng --results.",
        en: "The plan's time is over and there are no results: {overdue} reports and deliveries overdue, {targets} targets without data. Give results by --results."
    }
}

/// That nothing was reported at all, which may mean that no results were given.
pub(super) fn without_results(progress: &Progress) -> Option<Block> {
    progress.book.is_empty().then(|| {
        let words = say! {
            vi: "Chưa có tệp số liệu nào (--results): mọi báo cáo được coi là chưa gửi.",
            en: "No results were given (--results): every report counts as not sent."
        };
        Block::toned(words, Tone::Caution)
    })
}

fn next_steps(progress: &Progress, files: FileCounts, call: &str) -> Vec<Block> {
    let mut steps = Vec::new();
    let missing = progress.report_counts().missing + progress.delivery_counts().missing;
    if files.errors > 0 {
        steps.push(
            say! { vi: "Sửa lỗi trong tệp: papi validate", en: "Mend the files: papi validate" },
        );
    }
    if missing > 0 {
        steps.push(say! {
            vi: "Đôn đốc {missing} báo cáo, nhiệm vụ quá hạn: papi overdue",
            en: "Chase {missing} overdue reports and deliveries: papi overdue"
        });
    }
    let empty = progress.report_counts().empty;
    if empty > 0 {
        steps.push(say! {
            vi: "Đề nghị gửi lại {empty} báo cáo trống",
            en: "Ask again for the reports that were sent empty: {empty}"
        });
    }
    let short = progress
        .judgements
        .iter()
        .filter(|judgement| is_short(judgement.verdict))
        .count();
    if short > 0 {
        steps.push(say! {
            vi: "Xem {short} chỉ tiêu chưa đạt hoặc có đơn vị báo không đạt: papi targets",
            en: "Look at the targets that fall short or that an agency denies, {short} in all: papi targets"
        });
    }
    let without = judged(progress, |verdict| verdict == Verdict::NoData);
    if without > 0 {
        steps.push(say! {
            vi: "Thu thập số liệu cho {without} chỉ tiêu: papi targets --verdict no-data",
            en: "Collect figures for {without} targets: papi targets --verdict no-data"
        });
    }
    if steps.is_empty() {
        return Vec::new();
    }
    let heading = Block::toned(
        say! { vi: "Việc cần làm", en: "What to do next" },
        Tone::Strong,
    );
    let lines = steps.into_iter().map(|words| {
        Block::Line(Line {
            words: Text {
                vi: format!("→ {}", words.vi),
                en: format!("→ {}", words.en),
            },
            tone: Tone::Plain,
            depth: 1,
        })
    });
    let with = Block::toned(
        say! { vi: "Ghi kèm mỗi lệnh: {call}", en: "Add to each command: {call}" },
        Tone::Faint,
    );
    std::iter::once(heading)
        .chain(lines)
        .chain(std::iter::once(with))
        .collect()
}
