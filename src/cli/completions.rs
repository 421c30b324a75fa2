//! `papi completions`: what a shell needs to complete papi's commands and options.

use clap::{ArgMatches, Command};
use clap_complete::{Shell, generate};

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::Lang;
use crate::say;

/// The shells it knows.
const SHELLS: [&str; 5] = ["bash", "zsh", "fish", "powershell", "elvish"];

pub(super) fn command(lang: Lang) -> Command {
    let list = SHELLS.join("|");
    let shell = say! { vi: "Trình vỏ: {list}", en: "The shell: {list}" };
    arguments::named(
        lang,
        "completions",
        &say! {
            vi: "In đoạn lệnh để trình vỏ gợi ý lệnh và tùy chọn của papi",
            en: "Print what a shell needs to complete papi's commands and options"
        },
        &say! { vi: "papi completions [TÙY CHỌN] <TRÌNH VỎ>", en: "papi completions [OPTIONS] <SHELL>" },
        &say! {
            vi: "  papi completions bash -o ~/.local/share/bash-completion/completions/papi\n  papi completions fish -o ~/.config/fish/completions/papi.fish",
            en: "  papi completions bash -o ~/.local/share/bash-completion/completions/papi\n  papi completions fish -o ~/.config/fish/completions/papi.fish"
        },
    )
    .arg(
        arguments::positional(lang, "shell", say! { vi: "TRÌNH VỎ", en: "SHELL" }.in_lang(lang), &shell)
            .value_parser(SHELLS)
            .hide_possible_values(true),
    )
    .arg(arguments::output(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let shell = match matches.get_one::<String>("shell").map(String::as_str) {
        Some("zsh") => Shell::Zsh,
        Some("fish") => Shell::Fish,
        Some("powershell") => Shell::PowerShell,
        Some("elvish") => Shell::Elvish,
        _ => Shell::Bash,
    };
    let mut script = Vec::new();
    generate(
        shell,
        &mut arguments::program(session.lang),
        "papi",
        &mut script,
    );
    output::deliver(session, &script)?;
    Ok(Outcome::Clean)
}
