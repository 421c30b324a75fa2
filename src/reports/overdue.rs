//! Who owes what, and by how many days it is late.

use super::check::without_results;
use super::folding::{Folded, Folding};
use super::grouping::{Grouping, groups};
use super::owed::{self, BANDS, Whose, band, deadline, period};
use super::states::{count_facts, counted, joined};
use super::title::document_name;
use crate::catalog::calendar::weekday_name;
use crate::lang::Text;
use crate::model::ReportingPeriod;
use crate::progress::{Deadline, Owed, Progress, ReportState, StateCounts, What};
use crate::say;
use crate::table::{Block, Document, Fact, Table, Tone, Value};
use crate::words::{say_date, say_period};

/// What is owed and of interest: overdue, late, empty; and what falls due within that
/// many days.
pub fn is_pressing(owed: &Owed, within: i64) -> bool {
    // What falls due on no day presses nobody, even sent empty.
    if owed.due.is_none() {
        return false;
    }
    match owed.state {
        ReportState::Missing { .. }
        | ReportState::Late { .. }
        | ReportState::Empty { .. }
        | ReportState::SentUndated => true,
        ReportState::NotYetDue { days_left } => days_left <= within,
        ReportState::OnTime { .. }
        | ReportState::Sent { .. }
        | ReportState::NoDueDay
        | ReportState::NotOwed { .. } => false,
    }
}

/// What is asked to be listed.
#[derive(Clone, Debug, Default)]
pub struct Filter<'f> {
    /// Also what falls due within that many days.
    pub within: i64,
    /// Everything, also what is on time or not owed.
    pub all: bool,
    /// Only these bodies, by index.
    pub bodies: Option<&'f [usize]>,
    /// Only these sections, by index: their deliveries, and reports that cover them.
    pub sections: Option<&'f [usize]>,
    /// Only this period.
    pub period: Option<ReportingPeriod>,
}

impl Filter<'_> {
    /// What it takes of all that is owed, in its order.
    pub(super) fn taken<'o>(&self, progress: &'o Progress) -> Vec<&'o Owed> {
        let owed = progress.owed.iter().enumerate();
        owed.filter(|(at, owed)| self.takes(progress, *at, owed))
            .map(|(_, owed)| owed)
            .collect()
    }

    fn takes(&self, progress: &Progress, at: usize, owed: &Owed) -> bool {
        (self.all || is_pressing(owed, self.within))
            && self.bodies.is_none_or(|bodies| bodies.contains(&owed.body))
            && self
                .period
                .is_none_or(|wanted| period(owed.what) == Some(wanted))
            && self
                .sections
                .is_none_or(|wanted| is_in(progress, at, owed, wanted))
    }
}

/// Whether it is a delivery of one of the sections, or a report that covers one.
fn is_in(progress: &Progress, at: usize, owed: &Owed, sections: &[usize]) -> bool {
    let of_item = |item: &usize| {
        let section = progress.items.all()[*item].section;
        section.is_some_and(|section| sections.contains(&section))
    };
    match &owed.what {
        // Reports come first, in the order of the ledger.
        What::Report(_) => progress.ledger.expected.reports[at]
            .items
            .iter()
            .any(of_item),
        What::Delivery { item, .. } => of_item(item),
    }
}

/// How a list is laid out.
#[derive(Clone, Copy, Debug, Default)]
pub struct Layout {
    /// By what it is grouped.
    pub grouping: Grouping,
    /// How many bodies one line may tell of.
    pub folding: Folding,
    /// Whether it is a plain table without headings of groups: for machines and
    /// spreadsheets.
    pub is_flat: bool,
}

/// Everything that `filter` takes, in groups, with totals by state that add up.
pub fn document(progress: &Progress, filter: &Filter, layout: Layout) -> Document {
    let mut listed = filter.taken(progress);
    listed.sort_by_key(|owed| (std::cmp::Reverse(owed.state.days_late()), owed.due));
    let counts: StateCounts = listed.iter().map(|owed| owed.state).collect();
    let total = listed.len();
    let Text { vi, en } = joined(&counted(counts), ", ");
    let line = if total == 0 {
        say! { vi: "Không có gì quá hạn hay sắp đến hạn.", en: "Nothing is overdue or soon due." }
    } else {
        say! { vi: "{total} mục: {vi}", en: "{total} in all: {en}" }
    };
    let mut facts = vec![
        fact("id", Value::from(progress.plan.head.id.as_str())),
        fact("listed", count(total)),
    ];
    let bands = BANDS.map(|wanted| {
        let in_band = listed
            .iter()
            .filter(|owed| band(owed.state) == Some(wanted));
        in_band.count()
    });
    let keys = ["overdue_1_2", "overdue_3_7", "overdue_over_7"];
    facts.extend(
        keys.iter()
            .zip(bands)
            .map(|(key, number)| fact(key, count(number))),
    );
    facts.extend(count_facts(counts));
    let mut blocks = vec![Block::Facts(facts), Block::line(line)];
    blocks.extend(without_results(progress));
    blocks.push(Block::Table(table(progress, &listed, layout)));
    blocks.extend(said_bands(bands));
    blocks.extend(notes(progress, &listed));
    blocks.extend(open_groups(progress));
    Document {
        headings: vec![document_name(progress.plan)],
        blocks,
    }
}

fn table(progress: &Progress, listed: &[&Owed], layout: Layout) -> Table {
    let folded = Folded::of(progress, listed, layout.folding);
    let groups = groups(progress, listed, layout.grouping, &folded);
    let whose = match (layout.is_flat, layout.grouping) {
        (false, Grouping::Agency) => Whose::Headings,
        _ => Whose::Column,
    };
    let mut rows = Vec::new();
    for group in groups {
        if !layout.is_flat {
            rows.push(group.heading(progress));
        }
        let lines = folded.lines(progress, &group.owed);
        rows.extend(lines.iter().map(|line| owed::row(progress, line, whose)));
    }
    Table {
        key: "overdue",
        ruled: false,
        title: None,
        columns: owed::columns(whose),
        rows,
    }
}

/// How many are overdue by 1–2, 3–7 and more than 7 days.
fn said_bands(bands: [usize; 3]) -> Option<Block> {
    let [short, middle, long] = bands;
    (short + middle + long > 0).then(|| {
        let text = say! {
            vi: "Quá hạn 1–2 ngày: {short}; 3–7 ngày: {middle}; trên 7 ngày: {long}.",
            en: "Overdue by 1–2 days: {short}; 3–7 days: {middle}; more than 7 days: {long}."
        };
        Block::toned(text, Tone::Faint)
    })
}

/// What must be said of the due days of the reports listed: moved, a day off, in a
/// shorter month, or in a year that the calendar does not cover.
pub(super) fn notes(progress: &Progress, listed: &[&Owed]) -> Vec<Block> {
    let mut said = Vec::new();
    for owed in listed {
        if let (What::Report(period), Some(due)) = (owed.what, deadline(progress, owed)) {
            for text in said_deadline(period, due) {
                if !said.contains(&text) {
                    said.push(text);
                }
            }
        }
    }
    let blocks = said.into_iter().map(|text| Block::toned(text, Tone::Faint));
    blocks.collect()
}

fn said_deadline(period: ReportingPeriod, due: Deadline) -> Vec<Text> {
    let Text { vi, en } = say_period(period);
    let day = |day| {
        let (weekday, date) = (weekday_name(day), say_date(day));
        Text {
            vi: format!("{} {}", weekday.vi, date.vi),
            en: format!("{} {}", weekday.en, date.en),
        }
    };
    let (counts, nominal) = (day(due.day), day(due.nominal));
    let mut said = Vec::new();
    if due.is_shortened {
        let (day_vi, day_en) = (&nominal.vi, &nominal.en);
        said.push(say! {
            vi: "Hạn báo cáo {vi}: tháng không đủ ngày nên lấy ngày cuối tháng, {day_vi}.",
            en: "Report, {en}: the month is shorter, so its last day counts, {day_en}."
        });
    }
    let (day_vi, day_en) = (&counts.vi, &counts.en);
    if due.is_unsettled {
        said.push(say! {
            vi: "Hạn báo cáo {vi}, {day_vi}: lịch làm việc chưa có năm này nên chưa biết có phải dời hay không.",
            en: "Report, {en}, {day_en}: the calendar does not cover the year, so it cannot be told whether the day moves."
        });
    } else if due.day != due.nominal {
        let (from_vi, from_en) = (&nominal.vi, &nominal.en);
        said.push(say! {
            vi: "Hạn báo cáo {vi} dời từ {from_vi} sang {day_vi}.",
            en: "Report, {en}: moved from {from_en} to {day_en}."
        });
    } else if due.is_day_off == Some(true) {
        said.push(say! {
            vi: "Hạn báo cáo {vi}, {day_vi}, là ngày nghỉ; kế hoạch không dời hạn.",
            en: "Report, {en}, due {day_en}, is a day off; the plan does not move it."
        });
    }
    said
}

/// The groups that owe nothing because nobody can be counted in them: said once.
fn open_groups(progress: &Progress) -> Option<Block> {
    let names: Vec<_> = progress
        .ledger
        .expected
        .open
        .iter()
        .filter_map(|id| progress.plan.agency(id))
        .map(|agency| agency.name.value.clone())
        .collect();
    let names = names.join("; ");
    (!names.is_empty()).then(|| {
        Block::toned(
            say! {
                vi: "Các nhóm không xác định được đơn vị cụ thể nên không theo dõi báo cáo: {names}.",
                en: "Open groups have no countable members and owe no reports: {names}."
            },
            Tone::Faint,
        )
    })
}

fn fact(key: &'static str, value: Value) -> Fact {
    Fact {
        key,
        value,
        label: None,
    }
}

fn count(items: usize) -> Value {
    Value::Count(i64::try_from(items).unwrap_or(i64::MAX))
}
