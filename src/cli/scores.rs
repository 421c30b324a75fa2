//! `papi scores`: a province's published scores over the years, and what the plan's
//! objectives on the index come to.

use std::path::PathBuf;

use anyhow::anyhow;
use clap::{Arg, ArgMatches, Command};

use super::arguments;
use super::known::{Known, province_named};
use super::load::load;
use super::output::{self, Outcome};
use super::session::Session;
use crate::catalog::provinces::Province;
use crate::diagnostic::Diagnostic;
use crate::lang::{Lang, Text};
use crate::model::{Plan, ScoreBook};
use crate::progress::objectives::{Released, province_of};
use crate::reports;
use crate::say;
use crate::write::{self, Format};

/// The formats that `scores` and `coverage` take.
pub(super) const FORMATS: [&str; 7] = ["human", "json", "markdown", "csv", "xlsx", "docx", "html"];

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "scores",
        &say! {
            vi: "Điểm PAPI đã công bố của một tỉnh qua các năm; mục tiêu của kế hoạch về Chỉ số PAPI",
            en: "A province's published PAPI scores over the years; a plan's objectives on PAPI"
        },
        &say! { vi: "papi scores [TÙY CHỌN] --scores <TỆP> [KẾ HOẠCH]", en: "papi scores [OPTIONS] --scores <FILE> [PLAN]" },
        &say! {
            vi: "  papi scores --scores diem.csv --province \"Lào Cai\" --from 2018 --to 2024\n  papi scores plans/lao-cai-2021.toml --scores diem.csv --as-of 2022-05-11",
            en: "  papi scores --scores scores.csv --province \"Lào Cai\" --from 2018 --to 2024\n  papi scores plans/lao-cai-2021.toml --scores scores.csv --as-of 2022-05-11"
        },
    )
    .arg(arguments::plan(lang).required(false))
    .arg(arguments::scores(lang))
    .arg(arguments::province(lang))
    .arg(year(lang, "from", &say! { vi: "Từ năm khảo sát", en: "From that survey year" }))
    .arg(year(lang, "to", &say! { vi: "Đến năm khảo sát", en: "To that survey year" }))
    .arg(arguments::editions(lang))
    .arg(arguments::as_of(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::delimiter(lang))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

fn year(lang: Lang, name: &'static str, help: &Text) -> Arg {
    arguments::option(lang, name, &say! { vi: "NĂM", en: "YEAR" }, help)
        .value_parser(clap::value_parser!(i32).range(2009..=2200))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    if !matches.contains_id("plan") && !matches.contains_id("scores") {
        let text = say! {
            vi: "thiếu tệp điểm; ghi --scores, như --scores diem.csv",
            en: "the scores are missing; name them, like --scores scores.csv"
        };
        return Err(anyhow!(text.in_lang(session.lang).to_owned()));
    }
    let format = session.format_among(&FORMATS)?;
    let known = Known::read(session, matches)?;
    let mut findings = known.findings;
    let mut plan = None;
    if let Some(path) = matches.get_one::<PathBuf>("plan") {
        let read = load(session, path).read;
        findings.extend(read.findings);
        plan = read.plan;
    }
    tell(&findings, session, format);
    let outcome = Outcome::of(&findings, session);
    if matches.contains_id("plan") && plan.is_none() {
        return Ok(outcome);
    }
    let asked = matches.get_one::<String>("province").map(String::as_str);
    let province = province_asked(session, asked, plan.as_ref(), &known.book)?;
    let released = Released {
        editions: &known.editions,
        book: &known.book,
        province: Some(province),
        as_of: session.as_of,
    };
    let years = |name: &str, or: i32| matches.get_one::<i32>(name).copied().unwrap_or(or);
    let span = (years("from", i32::MIN), years("to", i32::MAX));
    let mut document = reports::scores::scores(&released, province, span);
    if let Some(plan) = &plan {
        document
            .blocks
            .extend(reports::objectives::objectives(plan, &released));
    }
    output::deliver_document(session, format, &document, &findings)?;
    Ok(outcome)
}

/// Tells findings beside the result, on standard error; JSON has them inside.
pub(super) fn tell(findings: &[Diagnostic], session: &Session, format: Format) {
    if !findings.is_empty() && format != Format::Json {
        output::eprint(&write::human::diagnostics(findings, session.look()));
    }
}

/// The province that is meant: the one named, the plan's, or the only one of the
/// scores. None is guessed.
fn province_asked(
    session: &Session,
    asked: Option<&str>,
    plan: Option<&Plan>,
    book: &ScoreBook,
) -> anyhow::Result<&'static Province> {
    let fail = |text: Text| anyhow!(text.in_lang(session.lang).to_owned());
    if let Some(plan) = plan
        && let Some(found) = province_of(plan, asked)
    {
        return Ok(found);
    }
    if let Some(name) = asked {
        return province_named(name, book, session.lang);
    }
    let names = book.provinces();
    let mut names = names.iter();
    if let (Some(only), None) = (names.next(), names.next()) {
        return province_named(only, book, session.lang);
    }
    Err(fail(no_province()))
}

fn no_province() -> Text {
    say! {
        vi: "chưa biết tỉnh nào; ghi --province, như --province \"Lào Cai\"",
        en: "it is not known which province is meant; name it, like --province \"Lào Cai\""
    }
}
