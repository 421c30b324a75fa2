//! Finds the plans and results that a call means.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::ArgMatches;

use super::office::Office;
use super::session::Session;
use crate::lang::Lang;
use crate::say;

/// The plan files: those given, those of a folder given, or every one under `plans/`
/// of the nearest folder upward that has one.
pub(super) fn plans(session: &Session, matches: &ArgMatches) -> anyhow::Result<Vec<PathBuf>> {
    let given: Vec<PathBuf> = matches
        .try_get_many::<PathBuf>("plan")
        .ok()
        .flatten()
        .map(|paths| paths.cloned().collect())
        .unwrap_or_default();
    plans_among(session, &given)
}

/// The same of paths that were given in another way.
pub(super) fn plans_among(session: &Session, given: &[PathBuf]) -> anyhow::Result<Vec<PathBuf>> {
    let lang = session.lang;
    let given = match given {
        [] => of_office(&session.office, lang)?,
        _ => given.to_vec(),
    };
    if given.is_empty() {
        return nearest_plans(lang);
    }
    let mut plans = Vec::new();
    for path in given {
        if path.is_dir() {
            let inside = files_in(&path, &["toml"])?;
            if inside.is_empty() {
                let shown = path.display();
                let text = say! { vi: "thư mục {shown} không có kế hoạch nào (*.toml)", en: "the folder {shown} has no plan (*.toml)" };
                bail!(text.in_lang(lang).to_owned());
            }
            plans.extend(inside);
        } else {
            plans.push(path);
        }
    }
    let mut seen = std::collections::HashSet::new();
    plans.retain(|path| seen.insert(fs::canonicalize(path).unwrap_or_else(|_| path.clone())));
    Ok(plans)
}

/// What papi.toml says the plans are; every pattern must mean some file.
fn of_office(office: &Office, lang: Lang) -> anyhow::Result<Vec<PathBuf>> {
    let mut plans = Vec::new();
    for pattern in &office.config.plans {
        let whole = office.path(pattern);
        let matched = glob::glob(&whole.to_string_lossy()).into_iter().flatten();
        let before = plans.len();
        plans.extend(matched.filter_map(Result::ok));
        if plans.len() == before {
            let file = pattern.place.path().display();
            let pattern = &pattern.value;
            let text = say! {
                vi: "{file}: không có kế hoạch nào khớp \"{pattern}\"",
                en: "{file}: no plan matches \"{pattern}\""
            };
            bail!(text.in_lang(lang).to_owned());
        }
    }
    Ok(plans)
}

fn nearest_plans(lang: Lang) -> anyhow::Result<Vec<PathBuf>> {
    let mut folder = PathBuf::new();
    for _ in 0..DEEPEST {
        let plans = folder.join("plans");
        if plans.is_dir() {
            let inside = files_in(&plans, &["toml"])?;
            if !inside.is_empty() {
                return Ok(inside);
            }
        }
        if fs::canonicalize(if folder.as_os_str().is_empty() {
            Path::new(".")
        } else {
            &folder
        })
        .is_ok_and(|here| here.parent().is_none())
        {
            break;
        }
        folder.push("..");
    }
    let text = say! {
        vi: "không thấy kế hoạch nào: không có thư mục plans/ với tệp .toml ở đây hay các thư mục trên; ghi đường dẫn, như papi check ke-hoach.toml",
        en: "no plans found: there is no folder plans/ with .toml files here or above; name one, like papi check plan.toml"
    };
    bail!(text.in_lang(lang).to_owned());
}

/// How far upward plans are looked for.
const DEEPEST: usize = 64;

/// The files of a folder with one of the endings, in order of name.
pub(super) fn files_in(folder: &Path, endings: &[&str]) -> anyhow::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let ending = path.extension().and_then(|ending| ending.to_str());
        let is_wanted =
            ending.is_some_and(|ending| endings.contains(&ending.to_lowercase().as_str()));
        let is_hidden = path
            .file_name()
            .and_then(|name| name.to_str())
            .is_some_and(|name| name.starts_with('.') || name.starts_with("~$"));
        if is_wanted && !is_hidden && path.is_file() {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The endings of results files.
pub(super) const RESULTS: [&str; 5] = ["csv", "tsv", "txt", "xlsx", "ods"];

/// The paths of `--results`: for the one plan, or for the plan named before `=`. Without
/// any, what papi.toml says.
pub(super) fn results_given(
    session: &Session,
    matches: &ArgMatches,
) -> Vec<(Option<String>, PathBuf)> {
    let given = matches.try_get_many::<OsString>("results").ok().flatten();
    let given: Vec<_> = given
        .into_iter()
        .flatten()
        .map(
            |given| match given.to_str().and_then(|text| text.split_once('=')) {
                Some((id, path)) if !Path::new(given).exists() => {
                    (Some(id.to_owned()), path.into())
                }
                _ => (None, PathBuf::from(given)),
            },
        )
        .collect();
    if given.is_empty() {
        let office = &session.office;
        let results = office.config.results.iter();
        return results
            .flat_map(|(plan, paths)| paths.iter().map(move |path| (plan, path)))
            .map(|(plan, path)| (Some(plan.value.clone()), office.path(path)))
            .collect();
    }
    given
}

/// The same for commands that read results a plan at a time: among several plans, each
/// path must say whose results it holds.
pub(super) fn results_of_each(
    session: &Session,
    matches: &ArgMatches,
    plans: &[PathBuf],
) -> anyhow::Result<Vec<(Option<String>, PathBuf)>> {
    let (lang, given) = (session.lang, results_given(session, matches));
    // An id of a plan says nothing of the others: rows would be judged by the wrong one.
    if plans.len() > 1 && given.iter().any(|(id, _)| id.is_none()) {
        let text = say! {
            vi: "có nhiều kế hoạch nên phải nói số liệu của kế hoạch nào: --results MÃ=ĐƯỜNG_DẪN, hoặc chỉ ghi một kế hoạch",
            en: "there are several plans, so say whose results these are: --results ID=PATH, or name one plan"
        };
        bail!(text.in_lang(lang).to_owned());
    }
    Ok(given)
}
