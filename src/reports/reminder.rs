//! Reminders (đôn đốc): for an agency, the text of a letter on what it has not sent.

use super::courtesy::{Standing, standing};
use super::folding::{Kind, kind_of};
use super::overdue::Filter;
use super::owed::what;
use super::states::{begun_large, joined};
use super::title::{document_name, written_day};
use crate::catalog::calendar::weekday_name;
use crate::lang::Text;
use crate::model::AgencyLevel;
use crate::progress::{Owed, Progress, ReportState, What};
use crate::say;
use crate::table::{Block, Document, Fact, Value};
use crate::words::{say_date, say_period};

/// The reminders of a plan: one for each agency that owes something overdue, empty, or
/// due within the days of `filter`, from the province down.
pub fn reminders(progress: &Progress, filter: &Filter) -> Vec<Document> {
    let mut taken = filter.taken(progress);
    taken.retain(|owed| Part::of(owed.state).is_some());
    let mut bodies: Vec<usize> = taken.iter().map(|owed| owed.body).collect();
    bodies.sort_by_key(|body| (level(progress, *body), *body));
    bodies.dedup();
    let reminders = bodies.into_iter().map(|body| {
        let mut owed: Vec<&Owed> = taken
            .iter()
            .copied()
            .filter(|owed| owed.body == body)
            .collect();
        owed.sort_by_key(|owed| (owed.due, std::cmp::Reverse(owed.items)));
        reminder(progress, body, &owed)
    });
    reminders.collect()
}

fn level(progress: &Progress, body: usize) -> u8 {
    match kind_of(&progress.directory.bodies()[body]) {
        Kind::Single | Kind::Committee(AgencyLevel::Province) => 0,
        Kind::Own(AgencyLevel::Province, _) => 1,
        Kind::Committee(AgencyLevel::District) => 2,
        Kind::Own(AgencyLevel::District, _) => 3,
        Kind::Committee(AgencyLevel::Commune) => 4,
        Kind::Own(AgencyLevel::Commune, _) => 5,
    }
}

/// A part of a reminder, in the order of the letter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Missing,
    Empty,
    Soon,
}

impl Part {
    fn of(state: ReportState) -> Option<Self> {
        match state {
            ReportState::Missing { .. } => Some(Self::Missing),
            ReportState::Empty { .. } => Some(Self::Empty),
            ReportState::NotYetDue { .. } => Some(Self::Soon),
            _ => None,
        }
    }
}

fn reminder(progress: &Progress, body: usize, owed: &[&Owed]) -> Document {
    let body_of = &progress.directory.bodies()[body];
    let (name, sender) = (&body_of.name, sender(progress, body));
    let mut lines = vec![opening(progress, &sender)];
    let mut number = 0;
    for part in [Part::Missing, Part::Empty, Part::Soon] {
        let mut of_part = owed
            .iter()
            .filter(|owed| Part::of(owed.state) == Some(part))
            .peekable();
        if of_part.peek().is_none() {
            continue;
        }
        lines.push(heading(part, name));
        for owed in of_part {
            number += 1;
            let Text { vi, en } = item(progress, owed);
            lines.push(say! { vi: "{number}. {vi}", en: "{number}. {en}" });
        }
    }
    let standing = standing(progress, body);
    let has_late = owed
        .iter()
        .any(|owed| Part::of(owed.state) != Some(Part::Soon));
    lines.extend(closing(progress, standing, has_late, &sender, name));
    let text = joined(&lines, "\n");
    let facts = vec![
        fact("agency_id", Value::from(body_of.id.as_str())),
        fact("agency", Value::from(name.as_str())),
        fact(
            "respectfully",
            Value::Claim(standing == Standing::BesideOrAbove),
        ),
        fact("listed", Value::Count(number)),
        fact("text", Value::Said(text)),
    ];
    let mut blocks = vec![Block::Facts(facts)];
    blocks.extend(lines.into_iter().map(Block::line));
    Document {
        headings: vec![say! { vi: "Kính gửi: {name}", en: "To: {name}" }],
        blocks,
    }
}

/// Who reminds: the collecting agency, or the issuer where that is who is reminded.
fn sender(progress: &Progress, body: usize) -> String {
    let plan = progress.plan;
    let through = plan
        .reporting
        .as_ref()
        .and_then(|reporting| reporting.through.as_ref());
    let collector = through.or(plan.head.focal.as_ref());
    let collector = collector.filter(|id| progress.directory.find(id) != Some(body));
    let name = collector
        .and_then(|id| plan.agency(id))
        .map(|agency| &agency.name);
    let name = name.or(plan.head.issuer.as_ref());
    name.map_or_else(|| "Cơ quan đầu mối".to_owned(), |name| name.value.clone())
}

/// "Thực hiện Kế hoạch số … của UBND tỉnh Lào Cai về cải thiện …, Sở Nội vụ thông báo:".
fn opening(progress: &Progress, sender: &str) -> Text {
    let Text { vi, en } = document_name(progress.plan);
    let title = progress.plan.head.title.as_str();
    let about = begun_small(title);
    let about = if about.starts_with("về ") {
        about
    } else {
        format!("về {about}")
    };
    let day = written_day(progress.as_of);
    let as_of = progress.as_of;
    say! {
        vi: "Thực hiện {vi} {about}, qua theo dõi đến hết {day}, {sender} thông báo như sau:",
        en: "Under {en} ({title}), {sender} tells how it stands as of {as_of}:"
    }
}

/// A title inside a sentence: its first letter small, unless a short form begins it.
fn begun_small(title: &str) -> String {
    let mut letters = title.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), Some(second)) if !second.is_uppercase() => {
            first.to_lowercase().chain(letters).collect()
        }
        _ => title.to_owned(),
    }
}

fn heading(part: Part, name: &str) -> Text {
    match part {
        Part::Missing => say! {
            vi: "Chưa nhận được của {name}:",
            en: "Not received from {name}:"
        },
        Part::Empty => say! {
            vi: "Đã nhận của {name} nhưng chưa có số liệu, minh chứng:",
            en: "Received from {name} without figures or evidence:"
        },
        Part::Soon => say! { vi: "Sắp đến hạn gửi:", en: "Due soon:" },
    }
}

/// What is owed, for which days, since when, how many days late.
fn item(progress: &Progress, owed: &Owed) -> Text {
    let mut said = begun_large(&thing(progress, owed));
    if let What::Report(period) = owed.what
        && let Some(timed) = progress.ledger.expected.timetable.find(period)
    {
        let (start, last) = (
            say_date(timed.window.start),
            say_date(timed.window.last_day),
        );
        said.vi = format!("{} (số liệu từ {} đến {})", said.vi, start.vi, last.vi);
        said.en = format!("{} (figures from {} to {})", said.en, start.en, last.en);
    }
    let Some(due) = owed.due else { return said };
    let (weekday, date) = (weekday_name(due), say_date(due));
    said.vi = format!("{}; hạn gửi: {}, ngày {}", said.vi, weekday.vi, date.vi);
    said.en = format!("{}; due on {} {}", said.en, weekday.en, date.en);
    let days = match owed.state {
        ReportState::NotYetDue { days_left: 0 } => say! { vi: "hôm nay", en: "today" },
        ReportState::NotYetDue { days_left } => {
            say! { vi: "còn {days_left} ngày", en: "{days_left} days left" }
        }
        state => match state.days_late() {
            Some(days) => say! { vi: "quá hạn {days} ngày", en: "{days} days overdue" },
            None => return ended(&said),
        },
    };
    said.vi = format!("{}, {}", said.vi, days.vi);
    said.en = format!("{}, {}", said.en, days.en);
    ended(&said)
}

/// What is owed as a letter names it: a task by its title and its place in the appendix.
fn thing(progress: &Progress, owed: &Owed) -> Text {
    let What::Delivery { item, instance } = owed.what else {
        return what(progress, owed);
    };
    let item = &progress.items.all()[item];
    let mut said = Text::same(item.title);
    if let Some(Text { vi, en }) = instance.map(say_period) {
        said.vi = format!("{}, {vi}", said.vi);
        said.en = format!("{}, {en}", said.en);
    }
    if item.section.is_some() {
        let id = item.id;
        said.vi = format!("{} (mục {id} của phụ lục)", said.vi);
        said.en = format!("{} (item {id} of the appendix)", said.en);
    }
    said
}

fn ended(said: &Text) -> Text {
    Text {
        vi: format!("{}.", said.vi),
        en: format!("{}.", said.en),
    }
}

/// What the agency is asked to do.
fn closing(
    progress: &Progress,
    standing: Standing,
    has_late: bool,
    sender: &str,
    name: &str,
) -> Vec<Text> {
    let reporting = progress.plan.reporting.as_ref();
    let to = reporting.and_then(|reporting| reporting.to.as_ref());
    let to = to.filter(|to| to.value != sender);
    let purpose = match to {
        Some(to) => say! { vi: "để tổng hợp, báo cáo {to}", en: "to be summed up for {to}" },
        None => say! { vi: "để tổng hợp", en: "to be summed up" },
    };
    let (vi, en) = (purpose.vi, purpose.en);
    let asks = match (standing, has_late) {
        (Standing::Below, true) => say! {
            vi: "{sender} đề nghị {name} khẩn trương hoàn thành và gửi các nội dung nêu trên về {sender} {vi}.",
            en: "{sender} asks {name} to complete the above and send it to {sender} without delay, {en}."
        },
        (Standing::BesideOrAbove, true) => say! {
            vi: "{sender} kính đề nghị {name} quan tâm chỉ đạo, sớm gửi các nội dung nêu trên về {sender} {vi}.",
            en: "{sender} respectfully requests {name} to send the above to {sender} at its earliest convenience, {en}."
        },
        (Standing::Below, false) => say! {
            vi: "{sender} đề nghị {name} gửi các nội dung nêu trên về {sender} đúng hạn {vi}.",
            en: "{sender} asks {name} to send the above to {sender} in time, {en}."
        },
        (Standing::BesideOrAbove, false) => say! {
            vi: "{sender} kính đề nghị {name} quan tâm, gửi các nội dung nêu trên về {sender} đúng hạn {vi}.",
            en: "{sender} respectfully requests {name} to send the above to {sender} in time, {en}."
        },
    };
    let check = match standing {
        Standing::Below => say! {
            vi: "Trường hợp đã gửi, đề nghị thông báo số, ngày của văn bản để {sender} đối chiếu.",
            en: "If it was sent already, please tell {sender} its number and date."
        },
        Standing::BesideOrAbove => say! {
            vi: "Trường hợp đã gửi, kính đề nghị thông báo số, ngày của văn bản để {sender} đối chiếu.",
            en: "If it was sent already, kindly tell {sender} its number and date."
        },
    };
    vec![asks, check]
}

fn fact(key: &'static str, value: Value) -> Fact {
    Fact {
        key,
        value,
        label: None,
    }
}
