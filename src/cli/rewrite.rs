//! What the commands share that write plans again: `fmt` and `fix`.

use std::path::{Path, PathBuf};

use anyhow::anyhow;
use clap::{Arg, ArgAction, ArgMatches};

use super::output::Outcome;
use super::session::Session;
use super::{arguments, file, output};
use crate::lang::{Lang, english};
use crate::say;
use crate::write::fixed;

/// A file as it is and as it should be.
pub(super) struct Rewritten {
    /// Its path.
    pub path: PathBuf,
    /// Its text.
    pub old: String,
    /// What should stand there.
    pub new: String,
}

/// `--diff`.
pub(super) fn diff_flag(lang: Lang) -> Arg {
    let help = say! {
        vi: "Chỉ in những chỗ sẽ thay đổi, không ghi tệp nào",
        en: "Print what would change, write nothing"
    };
    Arg::new("diff")
        .long("diff")
        .action(ArgAction::SetTrue)
        .help(arguments::said(lang, &help))
        .help_heading(arguments::options(lang))
}

/// Writes the files that change, or with `--diff` or `--check` shows what would.
/// Nothing is written where any file cannot be.
pub(super) fn deliver(
    session: &Session,
    matches: &ArgMatches,
    files: &[Rewritten],
) -> anyhow::Result<Outcome> {
    let flag = |name| matches!(matches.try_get_one::<bool>(name), Ok(Some(true)));
    let changed: Vec<_> = files.iter().filter(|file| file.old != file.new).collect();
    let is_trial = flag("diff") || flag("check");
    let mut text = String::new();
    for file in &changed {
        let path = file.path.to_string_lossy();
        if flag("diff") {
            text.push_str(&fixed::difference(&path, &file.old, &file.new));
        } else {
            text.push_str(&path);
            text.push('\n');
        }
    }
    output::print(&text);
    if !is_trial {
        for file in &changed {
            write(&file.path, &file.new, session.lang)?;
        }
    }
    let (count, all) = (changed.len(), files.len());
    let of_files = english(all, "file", "files");
    let summary = if is_trial {
        say! { vi: "{count}/{all} tệp sẽ thay đổi", en: "{count} of {of_files} would change" }
    } else {
        say! { vi: "{count}/{all} tệp đã thay đổi", en: "{count} of {of_files} changed" }
    };
    output::eprint(&format!("{}\n", summary.in_lang(session.lang)));
    Ok(if is_trial && count > 0 {
        Outcome::Findings
    } else {
        Outcome::Clean
    })
}

fn write(path: &Path, text: &str, lang: Lang) -> anyhow::Result<()> {
    file::replace(path, text.as_bytes()).map_err(|error| {
        let shown = path.display();
        let text =
            say! { vi: "không ghi được {shown}: {error}", en: "cannot write {shown}: {error}" };
        anyhow!(text.in_lang(lang).to_owned())
    })
}
