//! `papi report`: the report on a period, to hand up or to read.

use clap::{ArgMatches, Command};

use super::arguments;
use super::judged::judge;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::reports::folding::Folding;
use crate::reports::report::{Request, report, usual_period};
use crate::say;
use crate::table::{Block, Document};
use crate::write::Format;

/// The formats it takes.
const FORMATS: [&str; 7] = ["human", "json", "markdown", "csv", "xlsx", "docx", "html"];

pub(super) fn command(lang: Lang) -> Command {
    let period = say! {
        vi: "Kỳ báo cáo, như 2021-H1 hoặc \"6 tháng đầu năm 2021\"; mặc định kỳ gần nhất đã khép sổ",
        en: "The period, like 2021-H1; default the last that has closed"
    };
    arguments::named(
        lang,
        "report",
        &say! {
            vi: "Lập báo cáo kỳ: tổng hợp theo chỉ số nội dung và đơn vị, chỉ tiêu, quá hạn, thay đổi, minh chứng",
            en: "Make the report on a period: totals by dimension and agency, targets, what is overdue, changes, evidence"
        },
        &say! { vi: "papi report [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi report [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi report plans/lao-cai-2021.toml --period 2021-H1 --results examples/lao-cai-2021 --as-of 2021-07-05 -o bao-cao.docx\n  papi report plans/lao-cai-2021.toml --results examples/lao-cai-2021 -o bao-cao.html",
            en: "  papi report plans/lao-cai-2021.toml --period 2021-H1 --results examples/lao-cai-2021 --as-of 2021-07-05 -o report.docx\n  papi report plans/lao-cai-2021.toml --results examples/lao-cai-2021 -o report.html"
        },
    )
    .arg(arguments::plans(lang))
    .arg(arguments::option(
        lang,
        "period",
        &say! { vi: "KỲ", en: "PERIOD" },
        &period,
    ))
    .arg(arguments::results(lang))
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
    let format = session.format_among(&FORMATS)?;
    let folding = match format {
        Format::Human | Format::Markdown | Format::Docx => Folding::ByDistrict,
        _ => Folding::Each,
    };
    let mut parts = Vec::new();
    let judged = judge(session, matches, |progress, choice| {
        let period = choice.period.unwrap_or_else(|| usual_period(progress));
        parts.push(report(progress, Request { period, folding }));
    })?;
    if format != Format::Json {
        judged.tell_errors(session);
    }
    let document = match <[Document; 1]>::try_from(parts) {
        Ok([only]) => only,
        Err(parts) => Document::of(vec![Block::Parts {
            key: "plans",
            parts,
        }]),
    };
    output::deliver_document(session, format, &document, &judged.errors)?;
    Ok(Outcome::of(&judged.findings, session))
}
