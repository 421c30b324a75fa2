//! What `--agency`, `--section` and `--period` mean in a plan, in any known spelling.

use clap::ArgMatches;

use crate::lang::Text;
use crate::model::{Plan, ReportingPeriod, printed_number};
use crate::progress::{Expansion, Progress, What, spelling_key};
use crate::say;
use crate::spelling::nearest;
use crate::words::{fold, read_period, say_period};

/// What is asked to be shown.
#[derive(Clone, Debug, Default)]
pub(super) struct Choice {
    /// The bodies, as indices into the plan's directory.
    pub bodies: Option<Vec<usize>>,
    /// The sections, as indices into the plan's, with those inside them.
    pub sections: Option<Vec<usize>>,
    /// The period.
    pub period: Option<ReportingPeriod>,
}

/// What a plan does not know of what is asked.
pub(super) struct Unknown {
    /// How much it knew before that: of several plans the one that knows most is told.
    pub known: usize,
    /// What it does not know, and what it does.
    pub text: Text,
}

/// What is asked of one plan.
pub(super) fn choice(progress: &Progress, matches: &ArgMatches) -> Result<Choice, Unknown> {
    let given = |name: &str| matches.try_get_one::<String>(name).ok().flatten();
    let mut choice = Choice::default();
    let unknown = |known| move |text| Unknown { known, text };
    if let Some(words) = given("agency") {
        choice.bodies = Some(bodies(progress, words).map_err(unknown(0))?);
    }
    if let Some(words) = given("section") {
        choice.sections = Some(sections(progress.plan, words).map_err(unknown(1))?);
    }
    if let Some(words) = given("period") {
        choice.period = Some(period(progress, words).map_err(unknown(2))?);
    }
    Ok(choice)
}

/// The bodies that a spelling means: one by its id, code, name or short form, or those
/// of a group.
pub(super) fn bodies(progress: &Progress, words: &str) -> Result<Vec<usize>, Text> {
    let directory = progress.directory;
    if let Some(body) = directory.find(words) {
        return Ok(vec![body]);
    }
    let key = spelling_key(words);
    let group = progress.plan.agencies.iter().find(|agency| {
        let mut names = std::iter::once(&agency.name).chain(&agency.also);
        agency.id.value == words || names.any(|name| spelling_key(name) == key)
    });
    match group.map(|group| (group, directory.bodies_of(&group.id))) {
        Some((_, Expansion::Bodies(bodies))) => return Ok(bodies.to_vec()),
        Some((group, Expansion::Open)) => {
            let name = &group.name;
            return Err(say! {
                vi: "nhóm \"{name}\" không đếm được đơn vị nên không nợ báo cáo nào",
                en: "the group \"{name}\" stands for nobody countable and owes nothing"
            });
        }
        Some((_, Expansion::Unknown)) | None => {}
    }
    let name = |body: &usize| directory.bodies()[*body].name.as_str();
    let candidates = directory.candidates(words);
    if !candidates.is_empty() {
        let names: Vec<_> = candidates.iter().map(name).collect();
        let names = names.join("; ");
        return Err(say! {
            vi: "\"{words}\" có thể là nhiều đơn vị: {names}",
            en: "\"{words}\" may be any of these: {names}"
        });
    }
    let groups = progress.plan.agencies.iter();
    let near = directory.nearest(words).map(|body| name(&body));
    let near = near.or_else(|| nearest(words, groups.map(|agency| agency.name.value.as_str())));
    Err(match near {
        Some(near) => say! {
            vi: "không có đơn vị \"{words}\"; có phải \"{near}\"?",
            en: "there is no agency \"{words}\"; did you mean \"{near}\"?"
        },
        None => say! { vi: "không có đơn vị \"{words}\"", en: "there is no agency \"{words}\"" },
    })
}

/// The section of that id, number or title, and those that stand in it.
fn sections(plan: &Plan, words: &str) -> Result<Vec<usize>, Text> {
    let wanted = fold(words.trim());
    let wanted = wanted
        .strip_prefix("muc ")
        .or_else(|| wanted.strip_prefix("phan "))
        .unwrap_or(&wanted);
    let is_it = |at: &usize| {
        let section = &plan.sections[*at];
        let number = printed_number(&section.id, section.no.as_ref());
        fold(&section.id) == wanted || fold(number) == wanted || fold(&section.title) == wanted
    };
    let of_id = |id: &str| {
        plan.sections
            .iter()
            .position(|section| section.id.value == id)
    };
    let Some(found) = of_id(words).or_else(|| (0..plan.sections.len()).find(is_it)) else {
        let ids = || {
            plan.sections
                .iter()
                .map(|section| section.id.value.as_str())
        };
        let titles = plan
            .sections
            .iter()
            .map(|section| section.title.value.as_str());
        let known: Vec<_> = ids().collect();
        let known = known.join(", ");
        return Err(match nearest(words, ids().chain(titles)) {
            Some(near) => say! {
                vi: "không có mục \"{words}\"; có phải \"{near}\"? Các mục: {known}",
                en: "there is no section \"{words}\"; did you mean \"{near}\"? There are: {known}"
            },
            None => say! {
                vi: "không có mục \"{words}\"; các mục: {known}",
                en: "there is no section \"{words}\"; there are: {known}"
            },
        });
    };
    let mut all = vec![found];
    let mut next = 0;
    while let Some(at) = all.get(next).copied() {
        for (inner, section) in plan.sections.iter().enumerate() {
            let is_inside = section.within.as_ref() == Some(&plan.sections[at].id);
            if is_inside && !all.contains(&inner) {
                all.push(inner);
            }
        }
        next += 1;
    }
    Ok(all)
}

/// The period that the words name, where the plan has reports or work on it.
pub(super) fn period(progress: &Progress, words: &str) -> Result<ReportingPeriod, Text> {
    let years = progress.plan.head.years;
    let year = (years.from == years.to).then_some(years.from);
    let Some(period) = read_period(words, year) else {
        return Err(say! {
            vi: "không hiểu kỳ \"{words}\"; viết như 2021-H1 hoặc \"6 tháng đầu năm 2021\"",
            en: "\"{words}\" is no period; write it like 2021-H1"
        });
    };
    let timetable = &progress.ledger.expected.timetable;
    let is_instance = progress.owed.iter().any(|owed| {
        matches!(owed.what, What::Delivery { instance: Some(instance), .. } if instance == period)
    });
    if timetable.find(period).is_some() || is_instance {
        return Ok(period);
    }
    let known: Vec<_> = timetable
        .periods
        .iter()
        .map(|timed| timed.period.to_string())
        .collect();
    let (known, Text { vi, en }) = (known.join(", "), say_period(period));
    Err(if known.is_empty() {
        say! {
            vi: "kế hoạch không có kỳ {vi}; kế hoạch không định kỳ báo cáo nào",
            en: "the plan has no period {en}; it asks for no periodic reports"
        }
    } else {
        say! {
            vi: "kế hoạch không có kỳ {vi}; các kỳ: {known}",
            en: "the plan has no period {en}; there are: {known}"
        }
    })
}
