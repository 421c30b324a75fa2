//! `papi schema`: the JSON Schema of plan files and of papi.toml, for editors.

use clap::{ArgMatches, Command};

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::read::{config, plan};
use crate::say;
use crate::write::schema;

pub(super) fn command(lang: Lang) -> Command {
    let kind = say! {
        vi: "plan: tệp kế hoạch; config: papi.toml",
        en: "plan: a plan file; config: papi.toml"
    };
    arguments::named(
        lang,
        "schema",
        &say! {
            vi: "In JSON Schema của tệp kế hoạch hoặc papi.toml, để trình soạn thảo gợi ý khóa và báo lỗi khi gõ",
            en: "Print the JSON Schema of plan files or papi.toml, so that editors complete keys and mark mistakes"
        },
        &say! { vi: "papi schema plan|config [TÙY CHỌN]", en: "papi schema plan|config [OPTIONS]" },
        &say! {
            vi: "  papi schema plan -o plans/plan.schema.json\n  rồi ghi ở dòng đầu tệp kế hoạch: #:schema ./plan.schema.json",
            en: "  papi schema plan -o plans/plan.schema.json\n  with the first line of the plan file: #:schema ./plan.schema.json"
        },
    )
    .arg(
        arguments::positional(lang, "kind", "plan|config", &kind)
            .value_parser(["plan", "config"])
            .hide_possible_values(true),
    )
    .arg(arguments::output(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let (shape, title) = match matches.get_one::<String>("kind").map(String::as_str) {
        Some("config") => (
            &config::shapes::FILE,
            say! { vi: "papi.toml: thiết lập của papi", en: "papi.toml: the settings of papi" },
        ),
        _ => (
            &plan::shapes::FILE,
            say! { vi: "Tệp kế hoạch của papi", en: "A plan file of papi" },
        ),
    };
    let text = schema::document(shape, &title, session.lang);
    output::deliver(session, text.as_bytes())?;
    Ok(Outcome::Clean)
}
