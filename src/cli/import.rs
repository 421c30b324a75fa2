//! `papi import`: a Word, Excel or web file, or pasted text → the first version of a plan.

use std::path::{Path, PathBuf};

use anyhow::bail;
use clap::{Arg, ArgAction, ArgMatches, Command};

use super::arguments;
use super::file;
use super::load::{Loaded, load};
use super::output::{self, Outcome};
use super::session::Session;
use crate::diagnostic::{Diagnostic, Severity};
use crate::lang::{Lang, Text};
use crate::model::{AppendixField, Locality};
use crate::read::files::read_bytes;
use crate::read::import::{Asked, Doubt, Imported, LARGEST_DOCUMENT, Mapped, import};
use crate::read::registry::read_registry;
use crate::say;
use crate::write::human;
use crate::write::plan_file::{Comment, plan_file_with, update};

pub(super) fn command(lang: Lang) -> Command {
    let words = arguments::named(
        lang,
        "import",
        &say! {
            vi: "Nhập kế hoạch từ Word, Excel, trang web hoặc văn bản dán thành bản đầu tiên của tệp kế hoạch",
            en: "Make the first version of a plan file from Word, Excel, a web page or pasted text"
        },
        &say! { vi: "papi import [TÙY CHỌN] <TỆP>", en: "papi import [OPTIONS] <FILE>" },
        &say! {
            vi: "  papi import ke-hoach.docx -o plans/lao-cai-2021.toml --registry plans/agencies/lao-cai-2021.csv\n  papi import phu-luc.xlsx --map \"Việc cần làm=title\" --year 2021\n  papi import phu-luc.xlsx --into plans/lao-cai-2021.toml",
            en: "  papi import plan.docx -o plans/lao-cai-2021.toml --registry plans/agencies/lao-cai-2021.csv\n  papi import appendix.xlsx --map \"Việc cần làm=title\" --year 2021\n  papi import appendix.xlsx --into plans/lao-cai-2021.toml"
        },
    );
    words
        .arg(document(lang))
        .arg(output_file(lang))
        .arg(columns(lang))
        .arg(registry(lang))
        .arg(into(lang))
        .arg(year(lang))
        .arg(arguments::width(lang))
}

fn document(lang: Lang) -> Arg {
    let help = say! {
        vi: "Tệp DOCX, XLSX, ODS, HTML, CSV, TSV hoặc văn bản có bảng dán vào",
        en: "A DOCX, XLSX, ODS, HTML, CSV or TSV file, or text with a table pasted into it"
    };
    let heading = say! { vi: "Đối số", en: "Arguments" };
    Arg::new("file")
        .value_name(say! { vi: "TỆP", en: "FILE" }.in_lang(lang).to_owned())
        .required(true)
        .value_parser(clap::value_parser!(PathBuf))
        .help(arguments::said(lang, &help))
        .help_heading(heading.in_lang(lang).to_owned())
}

/// `-o PLAN`.
pub(super) fn output_file(lang: Lang) -> Arg {
    let help = say! {
        vi: "Ghi kế hoạch ra tệp; không ghi thì in ra đầu ra chuẩn",
        en: "Write the plan to a file; default standard output"
    };
    arguments::option(lang, "output", &say! { vi: "KẾ HOẠCH", en: "PLAN" }, &help)
        .short('o')
        .value_parser(clap::value_parser!(PathBuf))
}

fn columns(lang: Lang) -> Arg {
    let keys = AppendixField::ALL.map(AppendixField::word).join(", ");
    let help = say! {
        vi: "Chỉ rõ một cột theo tên hoặc chữ cái của cột; ghi được nhiều lần. Khóa: {keys}; - là bỏ cột",
        en: "Say what a column is, by its head or letter; may be given again. Keys: {keys}; - leaves it out"
    };
    arguments::option(
        lang,
        "map",
        &say! { vi: "CỘT=KHÓA", en: "COLUMN=KEY" },
        &help,
    )
    .action(ArgAction::Append)
}

fn registry(lang: Lang) -> Arg {
    let help = say! {
        vi: "Danh mục địa phương (CSV: code,name,level,parent)",
        en: "The registry of localities (CSV: code,name,level,parent)"
    };
    arguments::option(lang, "registry", &say! { vi: "TỆP", en: "FILE" }, &help)
        .value_parser(clap::value_parser!(PathBuf))
}

fn into(lang: Lang) -> Arg {
    let help = say! {
        vi: "Cập nhật kế hoạch đã có theo mã, giữ nguyên ghi chú trong tệp; ghi vào chính tệp đó nếu không có -o",
        en: "Bring a plan that is there up to date by ids, keeping its comments; written in place without -o"
    };
    arguments::option(lang, "into", &say! { vi: "KẾ HOẠCH", en: "PLAN" }, &help)
        .value_parser(clap::value_parser!(PathBuf))
}

/// `--year`.
pub(super) fn year(lang: Lang) -> Arg {
    let help = say! { vi: "Năm của kế hoạch", en: "The plan's year" };
    arguments::option(lang, "year", &say! { vi: "NĂM", en: "YEAR" }, &help)
        .value_parser(clap::value_parser!(i32).range(1990..=2199))
}

pub(super) fn run(session: &Session, matches: &ArgMatches) -> anyhow::Result<Outcome> {
    let path = matches
        .get_one::<PathBuf>("file")
        .expect("the argument is required");
    let into = matches.get_one::<PathBuf>("into");
    file::check_inputs(
        session.output.as_deref().or(into.map(PathBuf::as_path)),
        std::iter::once(path.as_path()),
        session.lang,
    )?;
    let mut findings = Vec::new();
    let existing = match into.map(|path| load(session, path)) {
        Some(loaded) if !loaded.read.is_sound() => {
            return Ok(tell(session, &loaded.read.findings, Outcome::Unreadable));
        }
        existing => existing,
    };
    let target = session.output.as_deref().or(into.map(PathBuf::as_path));
    let registry = matches.get_one::<PathBuf>("registry");
    let asked = Asked {
        columns: mapped(matches, session.lang)?,
        id: existing
            .as_ref()
            .and_then(|loaded| Some(loaded.read.plan.as_ref()?.head.id.value.clone()))
            .or_else(|| Some(session.output.as_ref()?.file_stem()?.to_str()?.to_owned())),
        year: matches.get_one::<i32>("year").copied(),
        agencies: existing
            .as_ref()
            .and_then(|loaded| loaded.read.plan.as_ref())
            .map_or_else(Vec::new, |plan| plan.agencies.clone()),
        registry: known_localities(registry, target, existing.as_ref(), &mut findings),
    };
    let imported =
        match read_bytes(path, LARGEST_DOCUMENT).and_then(|bytes| import(path, &bytes, &asked)) {
            Ok(imported) => imported,
            Err(finding) => {
                findings.push(*finding);
                return Ok(tell(session, &findings, Outcome::Unreadable));
            }
        };
    let Imported { plan, doubts } = imported;
    findings.extend(doubts.iter().map(|doubt| doubt.finding.clone()));
    let Some(plan) = plan else {
        return Ok(tell(session, &findings, Outcome::Unreadable));
    };
    let text = plan_file_with(&plan, &comments(&doubts, session.lang));
    match (into, existing) {
        (Some(into), Some(existing)) => {
            let old = crate::read::files::read_text(into).map_err(|finding| {
                anyhow::anyhow!(finding.message.in_lang(session.lang).to_owned())
            })?;
            let titles_stay = existing
                .read
                .plan
                .is_some_and(|plan| plan.head.wording == crate::model::Wording::Abridged);
            let updated = update::update(old.text(), &text, titles_stay)?;
            findings.extend(updated.changes.iter().map(|change| said(change, into)));
            output::deliver_to(
                session,
                Some(target.unwrap_or(into)),
                updated.text.as_bytes(),
            )?;
        }
        _ => output::deliver(session, text.as_bytes())?,
    }
    Ok(tell(session, &findings, Outcome::Clean))
}

/// Prints findings to standard error.
fn tell(session: &Session, findings: &[Diagnostic], outcome: Outcome) -> Outcome {
    output::eprint(&human::diagnostics(findings, session.look()));
    outcome
}

fn mapped(matches: &ArgMatches, lang: Lang) -> anyhow::Result<Vec<Mapped>> {
    let given = matches.get_many::<String>("map").into_iter().flatten();
    let mut columns = Vec::new();
    for given in given {
        let Some((column, key)) = given.rsplit_once('=') else {
            let text = say! {
                vi: "`--map` cần dạng cột=khóa, ở đây là `{given}`",
                en: "`--map` takes column=key, not `{given}`"
            };
            bail!(text.in_lang(lang).to_owned());
        };
        let (column, key) = (column.trim().to_owned(), key.trim());
        let field = AppendixField::ALL
            .into_iter()
            .find(|field| field.word() == key);
        if field.is_none() && key != "-" {
            let keys = AppendixField::ALL.map(AppendixField::word).join(", ");
            let text = say! {
                vi: "`--map` không biết khóa `{key}`; các khóa: {keys}, hoặc - để bỏ cột",
                en: "`--map` has no key `{key}`; its keys: {keys}, or - to leave the column out"
            };
            bail!(text.in_lang(lang).to_owned());
        }
        columns.push(Mapped { column, field });
    }
    Ok(columns)
}

/// The registry that was given, else that of the plan that is brought up to date.
fn known_localities(
    registry: Option<&PathBuf>,
    target: Option<&Path>,
    existing: Option<&Loaded>,
    findings: &mut Vec<Diagnostic>,
) -> Option<(String, Vec<Locality>)> {
    if let Some(path) = registry {
        let (localities, found) = read_registry(path);
        findings.extend(found);
        return Some((seen_from(target, path), localities));
    }
    let plan = existing?.read.plan.as_ref()?;
    Some((
        plan.registry.as_ref()?.value.clone(),
        plan.localities.clone(),
    ))
}

/// The path of a file as the plan at `plan` would name it.
fn seen_from(plan: Option<&Path>, path: &Path) -> String {
    let whole = |path: &Path| std::fs::canonicalize(path).ok();
    let relative = plan.and_then(|plan| {
        let folder = plan
            .parent()
            .filter(|folder| !folder.as_os_str().is_empty());
        let folder = whole(folder.unwrap_or_else(|| Path::new(".")))?;
        let path = whole(path)?;
        let same = folder
            .components()
            .zip(path.components())
            .take_while(|(one, other)| one == other)
            .count();
        let mut relative = PathBuf::new();
        for _ in folder.components().skip(same) {
            relative.push("..");
        }
        relative.extend(path.components().skip(same));
        Some(relative)
    });
    let shown = relative.unwrap_or_else(|| path.to_owned());
    shown.to_string_lossy().replace('\\', "/")
}

/// What is not certain, as comments of the plan in the reader's language.
fn comments(doubts: &[Doubt], lang: Lang) -> Vec<Comment> {
    let heading = say! { vi: "XEM LẠI", en: "LOOK AGAIN" };
    doubts
        .iter()
        .filter_map(|doubt| {
            let where_ = doubt.finding.place.line_column().map(|(row, _)| {
                say! { vi: " (dòng {row})", en: " (row {row})" }
            });
            let place = where_.unwrap_or_else(|| Text::same(""));
            Some(Comment {
                item: doubt.item.clone()?,
                key: doubt.key.clone(),
                words: format!(
                    "{}: {}{}",
                    heading.in_lang(lang),
                    doubt.finding.message.in_lang(lang),
                    place.in_lang(lang)
                ),
            })
        })
        .collect()
}

/// A change to a plan that was brought up to date.
fn said(change: &update::Change, plan: &Path) -> Diagnostic {
    let item = &change.item;
    let message = match (&change.kind, &change.key) {
        (update::ChangeKind::Changed, Some(key)) => {
            say! { vi: "{item}: đã thay `{key}`", en: "{item}: changed `{key}`" }
        }
        (update::ChangeKind::Changed, None) => say! { vi: "đã thay {item}", en: "changed {item}" },
        (update::ChangeKind::Added, _) => say! { vi: "đã thêm {item}", en: "added {item}" },
        (update::ChangeKind::NotInDocument, _) => {
            say! { vi: "{item} không có trong văn bản nhập; đã giữ nguyên", en: "{item} is not in the document; it was kept" }
        }
    };
    Diagnostic::new(
        "updated-plan",
        Severity::Note,
        crate::source::Place::file(plan),
        message,
    )
    .about(item.clone())
}
