//! `papi appendix`: the table to paste or sign.

use std::path::PathBuf;

use anyhow::bail;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::examine::examine;
use super::known::Known;
use super::load::load;
use super::output::{self, Outcome};
use super::session::Session;
use super::{arguments, file, find};
use crate::lang::Lang;
use crate::progress::Progress;
use crate::reports::appendix::{Request, appendix};
use crate::say;
use crate::write;

/// The formats it takes.
const FORMATS: [&str; 7] = ["human", "markdown", "csv", "xlsx", "docx", "html", "json"];

pub(super) fn command(lang: Lang) -> Command {
    let with_results = say! {
        vi: "Điền số liệu vào cột Kết quả thực hiện, tính đến --as-of",
        en: "Fill results into the output column, as of --as-of"
    };
    let internal = say! { vi: "In cả các cột nội bộ", en: "Print internal columns too" };
    let flag = |name: &'static str, help| {
        Arg::new(name)
            .long(name)
            .action(ArgAction::SetTrue)
            .help(arguments::said(lang, help))
            .help_heading(arguments::options(lang))
    };
    arguments::named(
        lang,
        "appendix",
        &say! { vi: "In phụ lục của kế hoạch, để trống như ban hành hoặc điền kết quả", en: "Print the plan's appendix, as issued or with results filled in" },
        &say! { vi: "papi appendix [TÙY CHỌN] <KẾ HOẠCH>", en: "papi appendix [OPTIONS] <PLAN>" },
        &say! {
            vi: "  papi appendix plans/lao-cai-2021.toml\n  papi appendix plans/lao-cai-2021.toml -o phu-luc.xlsx\n  papi appendix plans/lao-cai-2021.toml --with-results --results examples/lao-cai-2021 --as-of 2021-07-05 -o phu-luc.docx",
            en: "  papi appendix plans/lao-cai-2021.toml\n  papi appendix plans/lao-cai-2021.toml -o appendix.xlsx\n  papi appendix plans/lao-cai-2021.toml --with-results --results examples/lao-cai-2021 --as-of 2021-07-05 -o appendix.docx"
        },
    )
    .arg(arguments::plan(lang))
    .arg(flag("with-results", &with_results))
    .arg(arguments::results(lang))
    .arg(arguments::as_of(lang))
    .arg(flag("internal", &internal))
    .arg(arguments::format(lang, &FORMATS))
    .arg(arguments::delimiter(lang))
    .arg(arguments::output(lang))
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let paths: Vec<PathBuf> = matches
        .get_many::<PathBuf>("plan")
        .into_iter()
        .flatten()
        .cloned()
        .collect();
    let format = session.format_among(&FORMATS)?;
    let path = paths.first().expect("the argument is required");
    let loaded = load(session, path);
    let plan = match &loaded.read.plan {
        Some(plan) if loaded.read.is_sound() => plan,
        _ => {
            let text = write::human::diagnostics(&loaded.read.findings, session.look());
            output::eprint(&text);
            let text = say! { vi: "tệp kế hoạch có lỗi nên không in phụ lục", en: "the plan has errors, so its appendix is not printed" };
            bail!(text.in_lang(session.lang).to_owned());
        }
    };
    let internal = matches.get_flag("internal");
    if !matches.get_flag("with-results") {
        if matches.get_many::<std::ffi::OsString>("results").is_some() {
            let text = say! { vi: "--results cần có --with-results", en: "--results needs --with-results" };
            bail!(text.in_lang(session.lang).to_owned());
        }
        let request = Request {
            with_internal: internal,
            results: None,
        };
        let document = appendix(plan, request);
        output::deliver_document(session, format, &document, &[])?;
        return Ok(Outcome::Clean);
    }
    let given = find::results_of_each(session, matches, &paths)?;
    let examined = examine(plan, &loaded, &given, Some(session.as_of));
    file::check_inputs(
        session.output.as_deref(),
        examined.ledger.book.files().iter().map(AsRef::as_ref),
        session.lang,
    )?;
    let scores = Known::built_in(Some(session.as_of));
    let scores = scores.with_scores_of(plan, &loaded.path);
    let released = scores.released(plan, None, session)?;
    let progress = Progress::with_scores(&examined.ledger, released);
    let request = Request {
        with_internal: internal,
        results: Some(&progress),
    };
    let document = appendix(plan, request);
    let errors: Vec<_> = examined
        .findings
        .into_iter()
        .filter(|finding| finding.severity == crate::diagnostic::Severity::Error)
        .collect();
    output::eprint(&write::human::diagnostics(&errors, session.look()));
    output::deliver_document(session, format, &document, &[])?;
    Ok(Outcome::of(&errors, session))
}
