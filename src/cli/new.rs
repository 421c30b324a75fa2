//! `papi new`: an empty plan with every key explained, or next year's from last year's.

use std::path::PathBuf;

use chrono::Datelike;
use clap::{Arg, ArgMatches, Command};

use super::arguments;
use super::file;
use super::import::{output_file, year};
use super::load::load;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::read::files::read_text;
use crate::say;
use crate::write::human;
use crate::write::plan_file::{next_year, template};

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "new",
        &say! {
            vi: "Lập tệp kế hoạch mới: trống với mọi khóa được giải thích, hoặc từ kế hoạch năm trước",
            en: "Start a plan file: empty with every key explained, or from last year's plan"
        },
        &say! { vi: "papi new [TÙY CHỌN]", en: "papi new [OPTIONS]" },
        &say! {
            vi: "  papi new -o plans/ke-hoach-2027.toml\n  papi new --like plans/lao-cai-2021.toml --year 2027 -o plans/lao-cai-2027.toml",
            en: "  papi new -o plans/plan-2027.toml\n  papi new --like plans/lao-cai-2021.toml --year 2027 -o plans/lao-cai-2027.toml"
        },
    )
    .arg(like(lang))
    .arg(year(lang))
    .arg(output_file(lang))
    .arg(arguments::width(lang))
}

fn like(lang: Lang) -> Arg {
    let help = say! {
        vi: "Kế hoạch năm trước: chuyển năm, giữ chỉ tiêu, bỏ số hiệu và kết quả, đánh dấu chỗ có thể đã cũ",
        en: "Last year's plan: years are moved, targets kept, number and results dropped, what may be old marked"
    };
    arguments::option(lang, "like", &say! { vi: "KẾ HOẠCH", en: "PLAN" }, &help)
        .value_parser(clap::value_parser!(PathBuf))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let year = matches.get_one::<i32>("year").copied();
    let Some(path) = matches.get_one::<PathBuf>("like") else {
        let year = year.unwrap_or(session.as_of.year());
        output::deliver(session, template::template(year, session.lang).as_bytes())?;
        return Ok(Outcome::Clean);
    };
    file::check_inputs(
        session.output.as_deref(),
        std::iter::once(path.as_path()),
        session.lang,
    )?;
    let loaded = load(session, path);
    let (true, Some(plan)) = (loaded.read.is_sound(), &loaded.read.plan) else {
        output::eprint(&human::diagnostics(&loaded.read.findings, session.look()));
        return Ok(Outcome::Unreadable);
    };
    let source = read_text(path)
        .map_err(|finding| anyhow::anyhow!(finding.message.in_lang(session.lang).to_owned()))?;
    let first = year.unwrap_or(plan.head.years.to + 1);
    let text = next_year::next_year(source.text(), plan.head.years, first, session.lang)?;
    output::deliver(session, text.as_bytes())?;
    Ok(Outcome::Clean)
}
