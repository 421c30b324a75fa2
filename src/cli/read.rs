//! `papi read`: how a phrase is read.

use std::io::BufRead;

use anyhow::bail;
use clap::{Arg, ArgMatches, Command};

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::reports::reading;
use crate::say;
use crate::words::{self, ScheduleContext};
use crate::write::{self, terminal};

pub(super) fn command(lang: Lang) -> Command {
    let kind = say! {
        vi: "target: chỉ tiêu; schedule: thời gian thực hiện",
        en: "target, or schedule"
    };
    let text = say! {
        vi: "Nguyên văn; `-` đọc mỗi dòng một cụm từ từ đầu vào chuẩn",
        en: "The words; `-` takes one phrase a line from standard input"
    };
    let year =
        say! { vi: "Năm của kế hoạch; mặc định năm nay", en: "The plan's year; default this year" };
    let issued = say! { vi: "Ngày ban hành kế hoạch", en: "The plan's day of issue" };
    arguments::named(
        lang,
        "read",
        &say! { vi: "Cho biết papi đọc một chỉ tiêu hay thời hạn ra sao", en: "Show how a target or a schedule is read" },
        &say! {
            vi: "papi read target|schedule [TÙY CHỌN] <NGUYÊN VĂN>",
            en: "papi read target|schedule [OPTIONS] <TEXT>"
        },
        &say! {
            vi: "  papi read target \"Tối thiểu 30% xã, phường, thị trấn được kiểm tra\"\n  papi read schedule \"trước ngày 10/4\" --year 2021",
            en: "  papi read target \"Tối thiểu 30% xã, phường, thị trấn được kiểm tra\"\n  papi read schedule \"trước ngày 10/4\" --year 2021"
        },
    )
    .arg(arguments::positional(lang, "kind", "target|schedule", &kind).value_parser(["target", "schedule"]).hide_possible_values(true))
    .arg(
        arguments::positional(lang, "text", say! { vi: "NGUYÊN VĂN", en: "TEXT" }.in_lang(lang), &text)
            .allow_hyphen_values(true),
    )
    .arg(year_option(lang, &year))
    .arg(arguments::option(lang, "issued", &say! { vi: "NGÀY", en: "DAY" }, &issued))
    .arg(arguments::format(lang, &["human", "json"]))
    .arg(arguments::width(lang))
}

fn year_option(lang: Lang, help: &crate::lang::Text) -> Arg {
    arguments::option(lang, "year", &say! { vi: "NĂM", en: "YEAR" }, help)
        .value_parser(clap::value_parser!(i32).range(1990..=2199))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let kind = matches
        .get_one::<String>("kind")
        .expect("the argument is required");
    let text = matches
        .get_one::<String>("text")
        .expect("the argument is required");
    let context = context(session, matches)?;
    let mut all_read = true;
    let mut tell = |text: &str, context: &ScheduleContext| {
        let (said, is_read) = answer(session, kind, text, context);
        all_read &= is_read;
        output::deliver(session, said.as_bytes())
    };
    if text == "-" {
        for line in std::io::stdin().lock().lines() {
            let line = line?;
            match write::reading::schedule_request(&line).filter(|_| kind == "schedule") {
                Some(request) => {
                    let own = ScheduleContext {
                        from: request.year.unwrap_or(context.from),
                        to: request.year.unwrap_or(context.to),
                        issued: request.issued.or(context.issued),
                    };
                    tell(&request.text, &own)?;
                }
                None => tell(&line, &context)?,
            }
        }
    } else {
        tell(text, &context)?;
    }
    Ok(if all_read {
        Outcome::Clean
    } else {
        Outcome::Findings
    })
}

fn context(session: &Session, matches: &ArgMatches) -> anyhow::Result<ScheduleContext> {
    let this_year = chrono::Datelike::year(&session.as_of);
    let year = matches.get_one::<i32>("year").copied().unwrap_or(this_year);
    let issued = match matches.get_one::<String>("issued") {
        None => None,
        Some(words) => match words::read_date(words) {
            Some(day) => Some(day),
            None => {
                let text = say! { vi: "`--issued` không nhận `{words}`; viết như 2021-03-30", en: "`--issued` does not take `{words}`; write it like 2021-03-30" };
                bail!(text.in_lang(session.lang).to_owned());
            }
        },
    };
    Ok(ScheduleContext {
        from: year,
        to: year,
        issued,
    })
}

/// What is printed for one phrase, and whether it was read whole.
fn answer(session: &Session, kind: &str, text: &str, context: &ScheduleContext) -> (String, bool) {
    let is_json = session.format.as_deref() == Some("json");
    let drawn = |document| terminal::document(&document, session.look());
    if kind == "target" {
        let parts = words::read_target(text);
        let is_read = parts.iter().all(|part| part.reading.is_ok());
        let said = if is_json {
            write::reading::target(text, &parts)
        } else {
            drawn(reading::target(text, &parts))
        };
        (said, is_read)
    } else {
        let parts = words::read_schedule(text, context);
        let is_read = parts.iter().all(|part| part.reading.is_ok());
        let said = if is_json {
            write::reading::schedule(text, &parts)
        } else {
            drawn(reading::schedule(text, &parts))
        };
        (said, is_read)
    }
}
