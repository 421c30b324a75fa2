//! `papi overdue`: who has not sent what, by how many days.

use clap::builder::PossibleValuesParser;
use clap::{ArgMatches, Command};

use super::choice::Choice;
use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, judged};
use crate::lang::{Lang, Text};
use crate::reports::agenda::{self, Agenda};
use crate::reports::folding::Folding;
use crate::reports::grouping::Grouping;
use crate::reports::matrix;
use crate::reports::overdue::{self, Filter, Layout};
use crate::say;
use crate::write::{Format, ics};

/// The formats it takes: those of documents, and a calendar of due days.
const FORMATS: [&str; 8] = [
    "human", "json", "markdown", "csv", "xlsx", "docx", "html", "ics",
];

pub(super) fn command(lang: Lang) -> Command {
    let within = say! {
        vi: "Kể cả những gì đến hạn trong N ngày tới; mặc định 7",
        en: "Include what falls due in the next N days; default 7"
    };
    let by = say! {
        vi: "Nhóm theo: agency (đơn vị, mặc định), section (mục), period (kỳ), task (nhiệm vụ)",
        en: "Group by agency (default), section, period or task"
    };
    let matrix = say! {
        vi: "Bảng đơn vị × kỳ báo cáo, mỗi ô là tình trạng",
        en: "A table of agencies × periods with the state in each cell"
    };
    let unfold = say! {
        vi: "Ghi từng xã, không gộp theo huyện",
        en: "List each commune, not one line a district"
    };
    judged::command(
        arguments::named(
            lang,
            "overdue",
            &say! {
                vi: "Liệt kê ai chưa gửi báo cáo, nhiệm vụ nào, muộn bao nhiêu ngày",
                en: "List who has not sent what, and by how many days"
            },
            &say! { vi: "papi overdue [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi overdue [OPTIONS] [PLAN]..." },
            &say! {
                vi: "  papi overdue plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi overdue --agency \"Sở Y tế\" --within 30\n  papi overdue --matrix\n  papi overdue -o han.ics",
                en: "  papi overdue plans/lao-cai-2021.toml --results examples/lao-cai-2021 --as-of 2021-07-05\n  papi overdue --agency \"Sở Y tế\" --within 30\n  papi overdue --matrix\n  papi overdue -o han.ics"
            },
        ),
        lang,
        &FORMATS,
    )
    .arg(
        arguments::option(lang, "within", &say! { vi: "NGÀY", en: "DAYS" }, &within)
            .value_parser(clap::value_parser!(i64).range(0..=3660)),
    )
    .arg(
        arguments::option(lang, "by", &Text::same("agency|section|period|task"), &by)
            .value_parser(PossibleValuesParser::new(["agency", "section", "period", "task"]))
            .hide_possible_values(true),
    )
    .arg(arguments::flag(lang, "matrix", &matrix))
    .arg(arguments::flag(lang, "unfold", &unfold))
    .arg(arguments::all(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let within = matches.get_one::<i64>("within").copied().unwrap_or(7);
    let all = matches.get_flag("all");
    let grouping = match matches.get_one::<String>("by").map(String::as_str) {
        Some("section") => Grouping::Section,
        Some("period") => Grouping::Period,
        Some("task") => Grouping::Task,
        _ => Grouping::Agency,
    };
    if session.format_among(&FORMATS)? == Format::Ics {
        return calendar(session, matches);
    }
    judged::run(session, matches, |progress, choice, format| {
        let filter = Filter {
            within,
            all,
            ..asked(&choice)
        };
        // Machines and spreadsheets take each by itself.
        let is_flat = matches!(format, Format::Json | Format::Csv | Format::Xlsx);
        let folding = if is_flat || matches.get_flag("unfold") {
            Folding::Each
        } else {
            Folding::ByDistrict
        };
        if matches.get_flag("matrix") {
            return matrix::document(progress, &filter, folding);
        }
        let layout = Layout {
            grouping,
            folding,
            is_flat,
        };
        overdue::document(progress, &filter, layout)
    })
}

/// The filter of what is asked.
fn asked(choice: &Choice) -> Filter<'_> {
    Filter {
        bodies: choice.bodies.as_deref(),
        sections: choice.sections.as_deref(),
        period: choice.period,
        ..Filter::default()
    }
}

/// Writes the due days of all plans as one calendar.
fn calendar(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let mut agenda = Agenda {
        as_of: session.as_of,
        events: Vec::new(),
    };
    let judged = judged::judge(session, matches, |progress, choice| {
        agenda
            .events
            .extend(agenda::events(progress, &asked(&choice)));
    })?;
    judged.tell_errors(session);
    output::deliver(session, &ics::calendar(&agenda, session.lang))?;
    Ok(Outcome::of(&judged.findings, session))
}
