//! The report on a period (báo cáo kỳ): what a focal agency hands up, and leaders read.
//! Each part of it is a file here.

mod changes;
mod dimensions;
mod evidence;
mod levels;
mod verdicts;

use self::verdicts::Verdicts;
use super::folding::{Folded, Folding};
use super::overdue::is_pressing;
use super::states::{counted, joined};
use super::title::{document_name, kind};
use super::{matrix, owed, targets};
use crate::lang::Text;
use crate::model::{PeriodPart, ReportingPeriod};
use crate::progress::{Judgement, Owed, Progress, StateCounts, TimedPeriod, What};
use crate::say;
use crate::table::{Block, Document, Fact, Letterhead, Signature, Tone, Value};
use crate::words::say_period;

/// What a report is on.
#[derive(Clone, Copy, Debug)]
pub struct Request {
    /// The period.
    pub period: ReportingPeriod,
    /// How many bodies one line may tell of.
    pub folding: Folding,
}

/// The period that a report is on unless another is asked for: the last that has closed
/// by the day, else the first; the plan's first year where it has no periods.
pub fn usual_period(progress: &Progress) -> ReportingPeriod {
    let periods = &progress.ledger.expected.timetable.periods;
    let has_closed = |timed: &&TimedPeriod| timed.window.last_day <= progress.as_of;
    let last = periods.iter().rfind(has_closed).or(periods.first());
    last.map_or(
        ReportingPeriod {
            year: progress.plan.head.years.from,
            part: PeriodPart::Year,
        },
        |timed| timed.period,
    )
}

/// The report on a period: by what was reported on it and on those before it.
pub fn report(progress: &Progress, request: Request) -> Document {
    let Request { period, folding } = request;
    let judgements = progress.judged_by(|reported| is_by(reported, period));
    let of_period = |owed: &&Owed| owed.what == What::Report(period);
    let reports: Vec<&Owed> = progress.owed.iter().filter(of_period).collect();
    let mut blocks = vec![letterhead(progress, period), facts(progress, period)];
    blocks.extend(totals(&reports, &judgements));
    if !judgements.is_empty() {
        blocks.push(Block::Table(dimensions::table(progress, &judgements)));
        let all: Vec<&Judgement> = judgements.iter().collect();
        let title = say! { vi: "Kết quả theo từng chỉ tiêu", en: "Results by target" };
        let table = targets::table(progress, "targets", Some(title), &all);
        blocks.push(Block::Table(table));
        blocks.extend(changes::blocks(progress, period, &judgements));
    }
    if !reports.is_empty() {
        blocks.push(Block::Table(levels::table(progress, &reports)));
    }
    blocks.extend(overdue(progress, &reports, folding));
    blocks.extend(matrix::blocks(progress, folding));
    blocks.extend(evidence::blocks(progress, period, folding));
    blocks.push(signature(progress));
    Document {
        headings: headings(progress, period),
        blocks,
    }
}

/// Whether a period ends no later than another.
fn is_by(one: ReportingPeriod, other: ReportingPeriod) -> bool {
    let end = |period: ReportingPeriod| (period.year, period.part.last_month());
    end(one) <= end(other)
}

fn headings(progress: &Progress, period: ReportingPeriod) -> Vec<Text> {
    let plan = progress.plan;
    let (kind, Text { vi, en }) = (kind(plan), say_period(period));
    let what = match &plan.head.number {
        Some(number) => say! {
            vi: "Kết quả thực hiện {kind} số {number} {vi}",
            en: "Results under {number}, {en}"
        },
        None => {
            let title = &plan.head.title;
            say! { vi: "Kết quả thực hiện \"{title}\" {vi}", en: "Results under \"{title}\", {en}" }
        }
    };
    let Text { vi, en } = document_name(plan);
    vec![
        say! { vi: "BÁO CÁO", en: "REPORT" },
        what,
        say! { vi: "({vi})", en: "({en})" },
    ]
}

/// What the report is on, and of which day.
fn facts(progress: &Progress, period: ReportingPeriod) -> Block {
    let said = |key, value, label: Text| Fact {
        key,
        value,
        label: Some(label),
    };
    let mut facts = vec![
        Fact {
            key: "id",
            value: Value::from(progress.plan.head.id.as_str()),
            label: None,
        },
        Fact {
            key: "period",
            value: Value::from(period.to_string().as_str()),
            label: None,
        },
        said(
            "as_of",
            Value::Day(progress.as_of),
            say! { vi: "Số liệu tính đến ngày", en: "Figures as of" },
        ),
    ];
    if let Some(timed) = progress.ledger.expected.timetable.find(period) {
        facts.push(said(
            "from",
            Value::Day(timed.window.start),
            say! { vi: "Kỳ báo cáo từ ngày", en: "The period begins" },
        ));
        facts.push(said(
            "to",
            Value::Day(timed.window.last_day),
            say! { vi: "Đến hết ngày", en: "and ends" },
        ));
        facts.extend(timed.due.map(|due| {
            let label = say! { vi: "Hạn gửi báo cáo", en: "Reports are due" };
            said("due", Value::Due(due.day), label)
        }));
    }
    Block::Facts(facts)
}

/// The two sentences that leaders read first.
fn totals(reports: &[&Owed], judgements: &[Judgement]) -> Vec<Block> {
    let counts: StateCounts = reports.iter().map(|owed| owed.state).collect();
    let owed = counts.owed();
    let Text { vi, en } = joined(&counted(counts), ", ");
    let of_reports = if owed == 0 {
        say! { vi: "Kỳ này không đơn vị nào phải gửi báo cáo.", en: "Nobody owes a report on this period." }
    } else {
        say! { vi: "Báo cáo phải gửi: {owed} ({vi}).", en: "Reports owed: {owed} ({en})." }
    };
    let verdicts: Verdicts = judgements
        .iter()
        .map(|judgement| judgement.verdict)
        .collect();
    let total = judgements.len();
    let Text { vi, en } = verdicts.said();
    let of_targets = if total == 0 {
        say! { vi: "Kế hoạch không có chỉ tiêu.", en: "The plan has no targets." }
    } else {
        say! { vi: "Chỉ tiêu: {total} ({vi}).", en: "Targets: {total} ({en})." }
    };
    vec![
        Block::toned(of_reports, Tone::Strong),
        Block::toned(of_targets, Tone::Strong),
    ]
}

/// What is late, empty or missing: the reports on the period, and every dated task.
fn overdue(progress: &Progress, reports: &[&Owed], folding: Folding) -> Vec<Block> {
    let tasks = progress
        .owed
        .iter()
        .filter(|owed| matches!(owed.what, What::Delivery { .. }));
    let mut listed: Vec<&Owed> = reports.iter().copied().chain(tasks).collect();
    listed.retain(|owed| is_pressing(owed, -1));
    listed.sort_by_key(|owed| (std::cmp::Reverse(owed.state.days_late()), owed.due));
    let title = say! {
        vi: "Báo cáo, nhiệm vụ gửi muộn, trống hoặc quá hạn",
        en: "Reports and tasks that are late, empty or overdue"
    };
    if listed.is_empty() {
        let none = say! {
            vi: "Không có báo cáo, nhiệm vụ nào gửi muộn, trống hoặc quá hạn.",
            en: "No report or task is late, empty or overdue."
        };
        return vec![Block::line(none)];
    }
    let lines = Folded::of(progress, &listed, folding).lines(progress, &listed);
    vec![Block::Table(owed::table(
        progress,
        "overdue",
        Some(title),
        &lines,
    ))]
}

fn letterhead(progress: &Progress, period: ReportingPeriod) -> Block {
    let head = &progress.plan.head;
    let issuer = head
        .issuer
        .as_ref()
        .map(|issuer| Text::same(issuer.value.clone()));
    let focal = head.focal.as_ref().and_then(|id| progress.plan.agency(id));
    let focal = focal.map(|agency| Text::same(agency.name.value.clone()));
    let (above, agency) = match (issuer, focal) {
        (Some(issuer), Some(focal)) => (Some(issuer), focal),
        (only, other) => (
            None,
            only.or(other).unwrap_or_else(|| Text::same("……………………")),
        ),
    };
    // The report on a year, or on its last part, is made in the next.
    let is_last = matches!(period.part, PeriodPart::Year) || period.part.last_month() == 12;
    Block::Letterhead(Letterhead {
        above,
        agency,
        kind: "BC",
        year: (!is_last).then_some(period.year),
    })
}

fn signature(progress: &Progress) -> Block {
    let reporting = progress.plan.reporting.as_ref();
    let to = reporting.and_then(|reporting| reporting.to.as_ref());
    let to = to.map(|to| Text::same(to.value.clone()));
    let kept = say! { vi: "Lưu: VT", en: "Files" };
    Block::Signature(Signature {
        recipients: to.into_iter().chain([kept]).collect(),
    })
}
