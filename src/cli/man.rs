//! `papi man`: the manual page of papi or of a command.

use anyhow::bail;
use clap::{ArgMatches, Command};
use clap_mangen::Man;

use super::arguments;
use super::output::{self, Outcome};
use super::session::Session;
use crate::lang::{Lang, Text};
use crate::say;
use crate::spelling::nearest;

pub(super) fn command(lang: Lang) -> Command {
    let name = say! { vi: "Lệnh; không ghi thì là trang của cả chương trình", en: "The command; without one, the page of the whole program" };
    arguments::named(
        lang,
        "man",
        &say! { vi: "In trang hướng dẫn (man) của papi hoặc của một lệnh", en: "Print the manual page of papi or of a command" },
        &say! { vi: "papi man [TÙY CHỌN] [LỆNH]", en: "papi man [OPTIONS] [COMMAND]" },
        &say! { vi: "  papi man | man -l -\n  papi man check -o papi-check.1", en: "  papi man | man -l -\n  papi man check -o papi-check.1" },
    )
    .arg(
        arguments::positional(lang, "command", say! { vi: "LỆNH", en: "COMMAND" }.in_lang(lang), &name)
            .required(false),
    )
    .arg(arguments::output(lang))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let lang = session.lang;
    let program = arguments::program(lang);
    let page = match matches.get_one::<String>("command") {
        None => program,
        Some(name) => match program.find_subcommand(name) {
            Some(command) => command.clone().name(format!("papi-{name}")),
            None => return unknown(name, &program, lang),
        },
    };
    output::deliver(session, page_of(page, lang)?.as_bytes())?;
    Ok(Outcome::Clean)
}

fn unknown(name: &str, program: &Command, lang: Lang) -> anyhow::Result<Outcome> {
    let known = program.get_subcommands().map(Command::get_name);
    let text = match nearest(name, known) {
        Some(near) => {
            say! { vi: "không có lệnh `{name}`; có phải `{near}`?", en: "there is no command `{name}`; did you mean `{near}`?" }
        }
        None => say! { vi: "không có lệnh `{name}`", en: "there is no command `{name}`" },
    };
    bail!(text.in_lang(lang).to_owned());
}

/// The page in roff. Usage and examples are ours: the library would spell usage out
/// from the arguments, in English, and leave examples out.
fn page_of(command: Command, lang: Lang) -> anyhow::Result<String> {
    let mut command = command;
    let usage = command.render_usage().to_string();
    let usage = usage
        .split_once(": ")
        .map_or(usage.as_str(), |(_, usage)| usage);
    let examples = command.get_before_help().map(ToString::to_string);
    let examples = examples.unwrap_or_default();
    let examples = examples
        .split_once('\n')
        .map_or("", |(_, examples)| examples);
    let has_commands = command.has_subcommands();
    let man = Man::new(command).manual("papi");
    let mut roff = Vec::new();
    man.render_title(&mut roff)?;
    man.render_name_section(&mut roff)?;
    section(
        &mut roff,
        &say! { vi: "CÁCH DÙNG", en: "SYNOPSIS" },
        usage.trim(),
        lang,
    );
    section(
        &mut roff,
        &say! { vi: "VÍ DỤ", en: "EXAMPLES" },
        examples,
        lang,
    );
    man.render_options_section(&mut roff)?;
    if has_commands {
        man.render_subcommands_section(&mut roff)?;
    }
    let page = String::from_utf8(roff)?;
    // The one heading that the library does not take from the command.
    let name = say! { vi: ".SH TÊN", en: ".SH NAME" };
    Ok(page.replace(".SH NAME", name.in_lang(lang)))
}

/// A section of lines that stand as they are.
fn section(roff: &mut Vec<u8>, heading: &Text, lines: &str, lang: Lang) {
    let mut text = format!(".SH {}\n.nf\n", heading.in_lang(lang));
    for line in lines.lines() {
        // A point or quote at the front would be a request of roff's own.
        text.push_str("\\&");
        text.push_str(&line.trim_start().replace('\\', "\\\\").replace('-', "\\-"));
        text.push('\n');
    }
    text.push_str(".fi\n");
    roff.extend_from_slice(text.as_bytes());
}
