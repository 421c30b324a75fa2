//! Files that results are written to: told before any work when they cannot be, and
//! written whole or not at all.

use std::fs::{self, File};
use std::io;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ArgMatches;

use super::{find, known};
use crate::lang::{Lang, Text};
use crate::say;

/// Refuses an output that cannot be written, or that is one of the files to be read, as
/// far as the arguments tell. What `writes_plans` may write over a plan.
pub(super) fn check(
    output: &Path,
    matches: &ArgMatches,
    writes_plans: bool,
    lang: Lang,
) -> anyhow::Result<()> {
    let shown = output.display();
    let refusal = if is_input(output, matches, writes_plans) {
        Some(is_read(output))
    } else if output.is_dir() {
        Some(say! {
            vi: "{shown} là thư mục; ghi tên tệp sau -o",
            en: "{shown} is a directory; give a file after -o"
        })
    } else if is_read_only(output) {
        Some(say! {
            vi: "{shown} là tệp chỉ đọc; chọn tên khác hoặc bỏ thuộc tính chỉ đọc",
            en: "{shown} is read-only; choose another name or make it writable"
        })
    } else if is_special(output) {
        None
    } else {
        why_not_in(&folder(output))
    };
    match refusal {
        None => Ok(()),
        Some(text) => bail!(text.in_lang(lang).to_owned()),
    }
}

/// Refuses an output that is one of `inputs`.
pub(super) fn check_inputs<'p>(
    output: Option<&Path>,
    mut inputs: impl Iterator<Item = &'p Path>,
    lang: Lang,
) -> anyhow::Result<()> {
    match output {
        Some(output) if inputs.any(|input| are_same(input, output)) => {
            bail!(is_read(output).in_lang(lang).to_owned())
        }
        _ => Ok(()),
    }
}

/// Writes beside the file and renames, so that it is never half-written. Through a link
/// the file that it leads to is written; what is no file, such as `/dev/stdout`, is
/// written as it is.
pub(super) fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if is_special(path) {
        return fs::write(path, bytes);
    }
    let path = fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let part = part(&path);
    let written = fs::write(&part, bytes)
        .and_then(|()| match fs::metadata(&path) {
            Ok(before) => fs::set_permissions(&part, before.permissions()),
            Err(_) => Ok(()),
        })
        .and_then(|()| fs::rename(&part, &path));
    if written.is_err() {
        // What cannot be removed either was never made.
        let _ = fs::remove_file(&part);
    }
    written
}

fn is_read(output: &Path) -> Text {
    let shown = output.display();
    say! {
        vi: "{shown} là tệp đang được đọc, không ghi đè; chọn tên khác sau -o",
        en: "{shown} is one of the files being read and is not overwritten; choose another name after -o"
    }
}

/// Whether the output is a plan, or a file named after `--results`, `--scores` or
/// `--editions` or in a folder that is.
fn is_input(output: &Path, matches: &ArgMatches, writes_plans: bool) -> bool {
    let is_plan = output
        .extension()
        .is_some_and(|ending| ending.eq_ignore_ascii_case("toml"));
    let plans = matches.try_get_many::<PathBuf>("plan").ok().flatten();
    let mut plans = plans.into_iter().flatten();
    let results = matches
        .try_get_many::<std::ffi::OsString>("results")
        .ok()
        .flatten();
    let mut results = results.into_iter().flatten().map(|given| {
        let path = given.to_str().and_then(|text| text.split_once('='));
        path.filter(|_| !Path::new(given).exists())
            .map_or_else(|| PathBuf::from(given), |(_, path)| PathBuf::from(path))
    });
    let named = |name| matches.try_get_many::<PathBuf>(name).ok().flatten();
    let mut of_index = named("scores")
        .into_iter()
        .chain(named("editions"))
        .flatten();
    (is_plan && !writes_plans)
        || of_index.any(|path| {
            let in_folder = known::scores_at(path).unwrap_or_default();
            in_folder.iter().any(|file| are_same(file, output))
        })
        || plans.any(|plan| are_same(plan, output))
        || results.any(|path| {
            let in_folder = find::files_in(&path, &find::RESULTS).unwrap_or_default();
            are_same(&path, output) || in_folder.iter().any(|file| are_same(file, output))
        })
}

fn are_same(one: &Path, other: &Path) -> bool {
    match (fs::canonicalize(one), fs::canonicalize(other)) {
        (Ok(one), Ok(other)) => one == other,
        _ => false,
    }
}

fn is_read_only(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|held| held.is_file() && held.permissions().readonly())
}

/// Whether something is there that is neither a file nor a directory.
fn is_special(path: &Path) -> bool {
    fs::metadata(path).is_ok_and(|held| !held.is_file() && !held.is_dir())
}

fn folder(path: &Path) -> PathBuf {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder.to_owned(),
        _ => PathBuf::from("."),
    }
}

/// Why no file can be made in a folder.
fn why_not_in(folder: &Path) -> Option<Text> {
    let shown = folder.display();
    if !folder.is_dir() {
        return Some(say! { vi: "không có thư mục {shown}", en: "there is no directory {shown}" });
    }
    let probe = part(&folder.join("papi"));
    let made = File::create_new(&probe);
    // What was made for trying is not left behind.
    let _ = fs::remove_file(&probe);
    made.err().map(|error| {
        say! {
            vi: "không ghi được vào thư mục {shown}: {error}",
            en: "cannot write into the directory {shown}: {error}"
        }
    })
}

/// The name under which a file is written before it is whole.
fn part(path: &Path) -> PathBuf {
    let mut name = std::ffi::OsString::from(".");
    name.push(path.file_name().unwrap_or_default());
    name.push(format!(".{}.part", std::process::id()));
    path.with_file_name(name)
}
