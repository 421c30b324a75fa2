//! `papi coverage`: which parts of the index a plan touches, beside the scores it
//! starts from.

use std::path::PathBuf;

use clap::{ArgMatches, Command};

use super::arguments;
use super::known::Known;
use super::load::load;
use super::output::{self, Outcome};
use super::scores::{FORMATS, tell};
use super::session::Session;
use crate::lang::Lang;
use crate::progress::objectives::{Released, province_of};
use crate::reports;
use crate::say;

pub(super) fn command(lang: Lang) -> Command {
    arguments::named(
        lang,
        "coverage",
        &say! {
            vi: "Kế hoạch có nhiệm vụ, chỉ tiêu cho những nội dung PAPI nào, bên cạnh điểm năm trước",
            en: "Which parts of PAPI a plan has tasks and targets for, beside last year's scores"
        },
        &say! { vi: "papi coverage [TÙY CHỌN] <KẾ HOẠCH>", en: "papi coverage [OPTIONS] <PLAN>" },
        &say! {
            vi: "  papi coverage plans/lao-cai-2021.toml\n  papi coverage plans/lao-cai-2021.toml --scores diem.csv --as-of 2021-06-01",
            en: "  papi coverage plans/lao-cai-2021.toml\n  papi coverage plans/lao-cai-2021.toml --scores scores.csv --as-of 2021-06-01"
        },
    )
    .arg(arguments::plan(lang))
    .arg(arguments::scores(lang))
    .arg(arguments::province(lang))
    .arg(arguments::editions(lang))
    .arg(arguments::as_of(lang))
    .arg(arguments::fail_on(lang))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::delimiter(lang))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let path = matches
        .get_one::<PathBuf>("plan")
        .expect("the argument is required");
    let format = session.format_among(&FORMATS)?;
    let known = Known::read(session, matches)?;
    let read = load(session, path).read;
    let mut findings = read.findings;
    findings.extend(known.findings);
    tell(&findings, session, format);
    if let Some(plan) = &read.plan {
        let asked = matches.get_one::<String>("province").map(String::as_str);
        let released = Released {
            editions: &known.editions,
            book: &known.book,
            province: province_of(plan, asked),
            as_of: session.as_of,
        };
        let document = reports::coverage::coverage(plan, &released);
        output::deliver_document(session, format, &document, &findings)?;
    }
    Ok(Outcome::of(&findings, session))
}
