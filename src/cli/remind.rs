//! `papi remind`: the text of a reminder for each agency that owes something.

use clap::{ArgMatches, Command};

use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, judged};
use crate::lang::Lang;
use crate::reports::overdue::Filter;
use crate::reports::reminder::reminders;
use crate::say;
use crate::table::{Block, Document, Fact, Value};
use crate::write::Format;

/// The formats it takes: those of letters, and JSON.
const FORMATS: [&str; 5] = ["human", "markdown", "docx", "html", "json"];

pub(super) fn command(lang: Lang) -> Command {
    let within = say! {
        vi: "Nhắc cả những gì đến hạn trong N ngày tới; mặc định 0, chỉ những gì quá hạn",
        en: "Remind also of what falls due in the next N days; default 0, only what is overdue"
    };
    judged::command(
        arguments::named(
            lang,
            "remind",
            &say! {
                vi: "Soạn lời đôn đốc cho từng đơn vị còn nợ báo cáo, nhiệm vụ",
                en: "Write a reminder for each agency that owes a report or delivery"
            },
            &say! { vi: "papi remind [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi remind [OPTIONS] [PLAN]..." },
            &say! {
                vi: "  papi remind plans/lao-cai-2021.toml --agency \"Sở Y tế\" --as-of 2021-07-05\n  papi remind --within 7 -o don-doc.docx",
                en: "  papi remind plans/lao-cai-2021.toml --agency \"Sở Y tế\" --as-of 2021-07-05\n  papi remind --within 7 -o reminders.docx"
            },
        ),
        lang,
        &FORMATS,
    )
    .arg(
        arguments::option(lang, "within", &say! { vi: "NGÀY", en: "DAYS" }, &within)
            .value_parser(clap::value_parser!(i64).range(0..=3660)),
    )
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let format = session.format_among(&FORMATS)?;
    let within = matches.get_one::<i64>("within").copied();
    let mut parts = Vec::new();
    let judged = judged::judge(session, matches, |progress, choice| {
        let filter = Filter {
            // Due today is not overdue.
            within: within.unwrap_or(-1),
            bodies: choice.bodies.as_deref(),
            sections: choice.sections.as_deref(),
            period: choice.period,
            ..Filter::default()
        };
        parts.extend(reminders(progress, &filter));
    })?;
    if format != Format::Json {
        judged.tell_errors(session);
    }
    let day = Fact {
        key: "as_of",
        value: Value::Day(session.as_of),
        label: None,
    };
    let mut blocks = vec![Block::Facts(vec![day])];
    if parts.is_empty() {
        blocks.push(Block::line(say! {
            vi: "Không có gì phải đôn đốc.",
            en: "There is nothing to remind anybody of."
        }));
    }
    blocks.push(Block::Parts {
        key: "reminders",
        parts,
    });
    output::deliver_document(session, format, &Document::of(blocks), &judged.errors)?;
    Ok(Outcome::of(&judged.findings, session))
}
