//! `papi fmt`: plan files in their one layout.

use clap::{Arg, ArgAction, ArgMatches, Command};

use super::output::{self, Outcome};
use super::rewrite::{self, Rewritten};
use super::session::Session;
use super::{arguments, find};
use crate::lang::Lang;
use crate::read::files::read_text;
use crate::say;
use crate::write::{human, layout};

pub(super) fn command(lang: Lang) -> Command {
    let check = say! {
        vi: "Chỉ liệt kê những tệp sẽ thay đổi; mã thoát là 1 nếu có",
        en: "Only list the files that would change; the exit code is 1 if any would"
    };
    arguments::named(
        lang,
        "fmt",
        &say! {
            vi: "Trình bày lại tệp kế hoạch theo một kiểu chung; giữ chú thích, thứ tự và nội dung",
            en: "Lay plan files out in one way; comments, order and contents stay"
        },
        &say! { vi: "papi fmt [TÙY CHỌN] [KẾ HOẠCH]...", en: "papi fmt [OPTIONS] [PLAN]..." },
        &say! {
            vi: "  papi fmt\n  papi fmt --check                      dùng trong CI\n  papi fmt --diff plans/lao-cai-2021.toml",
            en: "  papi fmt\n  papi fmt --check                      in CI\n  papi fmt --diff plans/lao-cai-2021.toml"
        },
    )
    .arg(arguments::plans(lang))
    .arg(
        Arg::new("check")
            .long("check")
            .action(ArgAction::SetTrue)
            .help(arguments::said(lang, &check))
            .help_heading(arguments::options(lang)),
    )
    .arg(rewrite::diff_flag(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let mut files = Vec::new();
    let mut findings = Vec::new();
    for path in find::plans(session, matches)? {
        let source = match read_text(&path) {
            Ok(source) => source,
            Err(finding) => {
                findings.push(*finding);
                continue;
            }
        };
        match layout::laid_out(source.text()) {
            Some(new) => files.push(Rewritten {
                path,
                old: source.text().to_owned(),
                new,
            }),
            // What is no TOML is told as reading tells it.
            None => findings.extend(
                super::load::of_source(session, &path, &source)
                    .read
                    .findings,
            ),
        }
    }
    output::eprint(&human::diagnostics(&findings, session.look()));
    let outcome = rewrite::deliver(session, matches, &files)?;
    Ok(outcome.max(Outcome::of(&findings, session)))
}
