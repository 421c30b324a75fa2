//! `papi schema`: the JSON Schema of plan files, for editors.

use clap::{ArgMatches, Command};

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::{Lang, Text};
use crate::read::plan::shapes;
use crate::say;
use crate::write::schema;

pub(super) fn command(lang: Lang) -> Command {
    let kind = say! { vi: "Loại tệp: plan, tệp kế hoạch", en: "Of which file: plan" };
    arguments::named(
        lang,
        "schema",
        &say! {
            vi: "In JSON Schema của tệp kế hoạch để trình soạn thảo gợi ý khóa và báo lỗi khi gõ",
            en: "Print the JSON Schema of plan files, so that editors complete keys and mark mistakes"
        },
        &say! { vi: "papi schema plan [TÙY CHỌN]", en: "papi schema plan [OPTIONS]" },
        &say! {
            vi: "  papi schema plan -o plans/plan.schema.json\n  và dòng đầu của tệp kế hoạch: #:schema ./plan.schema.json",
            en: "  papi schema plan -o plans/plan.schema.json\n  with the first line of the plan file: #:schema ./plan.schema.json"
        },
    )
    .arg(
        arguments::positional(lang, "kind", "plan", &kind)
            .value_parser(["plan"])
            .hide_possible_values(true),
    )
    .arg(arguments::output(lang))
}

pub(super) fn run(session: &Session, _: &ArgMatches) -> anyhow::Result<Outcome> {
    let title: Text = say! { vi: "Tệp kế hoạch của papi", en: "A plan file of papi" };
    let text = schema::document(&shapes::FILE, &title, session.lang);
    output::deliver(session, text.as_bytes())?;
    Ok(Outcome::Clean)
}
