//! `papi explain`: the page of a rule, or the list of all rules.

use anyhow::bail;
use clap::{ArgMatches, Command};

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::reports::rules as list;
use crate::rules::{RULES, rule};
use crate::say;
use crate::spelling::nearest;
use crate::write::terminal;

pub(super) fn command(lang: Lang) -> Command {
    let name = say! { vi: "Tên quy tắc; không ghi thì liệt kê tất cả", en: "The rule's name; without one, all are listed" };
    arguments::named(
        lang,
        "explain",
        &say! { vi: "Giải thích một quy tắc", en: "Explain a rule" },
        &say! { vi: "papi explain [TÙY CHỌN] [QUY TẮC]", en: "papi explain [OPTIONS] [RULE]" },
        &say! { vi: "  papi explain\n  papi explain overdue-report", en: "  papi explain\n  papi explain overdue-report" },
    )
    .arg(
        arguments::positional(lang, "rule", say! { vi: "QUY TẮC", en: "RULE" }.in_lang(lang), &name)
            .required(false),
    )
    .arg(arguments::width(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let Some(name) = matches.get_one::<String>("rule") else {
        let listed = RULES.iter().map(|rule| list::Listed {
            name: rule.name,
            severity: rule.severity,
            summary: rule.summary,
        });
        output::print(&terminal::document(&list::list(listed), session.look()));
        return Ok(Outcome::Clean);
    };
    if let Some(rule) = rule(name) {
        output::print(&format!("{}\n", rule.page_in(session.lang)));
        return Ok(Outcome::Clean);
    }
    let text = match nearest(name, RULES.iter().map(|rule| rule.name)) {
        Some(near) => {
            say! { vi: "không có quy tắc `{name}`; có phải `{near}`?", en: "there is no rule `{name}`; did you mean `{near}`?" }
        }
        None => {
            say! { vi: "không có quy tắc `{name}`; papi explain liệt kê tất cả", en: "there is no rule `{name}`; papi explain lists them all" }
        }
    };
    bail!(text.in_lang(session.lang).to_owned());
}
